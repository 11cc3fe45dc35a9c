//! What the answers come to.

use super::look::Look;
use super::parts::{Weight, actions, button};
use crate::app::Message;
use crate::app::journey::Journey;
use crate::wording::Key;
use yew::prelude::*;

pub fn view(look: &Look, journey: &Journey, lens: usize) -> Html {
    let _report = look.report(journey, lens);
    html! {
        <div class="screen">
            { look.title(look.text(Key::ResultsTitle)) }
            { actions(vec![
                button(look, Weight::Primary, look.text(Key::KeepTitle), Message::Continued),
                button(look, Weight::Secondary, look.text(Key::Back), Message::WentBack),
            ]) }
        </div>
    }
}
