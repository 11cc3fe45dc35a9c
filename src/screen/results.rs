//! What the answers come to.

use super::look::Look;
use super::parts::{Weight, actions, button};
use crate::app::Message;
use crate::app::journey::Journey;
use crate::markup::{Node, el};
use crate::wording::Key;

pub fn view(look: &Look, journey: &Journey, lens: usize) -> Node {
    let _report = look.report(journey, lens);
    el("div")
        .class("screen")
        .child(look.title().text(look.text(Key::ResultsTitle)))
        .child(actions(vec![
            button(Weight::Primary, look.text(Key::KeepTitle), Message::Continued),
            button(Weight::Secondary, look.text(Key::Back), Message::WentBack),
        ]))
        .into()
}
