//! Keep and share: the person's own file, where answers are kept, opening a file, and deleting.

use super::look::Look;
use super::parts::{Weight, actions, button};
use super::{start, status};
use crate::app::journey::Journey;
use crate::app::{Message, Status};
use crate::wording::Key;
use yew::prelude::*;

pub fn view(look: &Look, journey: &Journey) -> Html {
    let Status::Ready(session) = &look.state.status else { return Html::default() };
    html! {
        <div class="screen">
            { look.title(look.text(Key::KeepTitle)) }
            <section>
                { look.heading(1, look.text(Key::OwnFileTitle)) }
                <p>{ look.text(Key::OwnFileLead) }</p>
                { actions(vec![button(look, Weight::Primary, look.text(Key::SaveFile), Message::FileSaved)]) }
                <p class="meta">{ look.text(Key::FileNotice) }</p>
            </section>
            { start::keeping(look, session, journey.assessment.purpose) }
            { status::open_file(look, look.text(Key::OpenFileLead)) }
            <section>
                { look.heading(1, look.text(Key::DeleteTitle)) }
                <p>{ look.text(Key::DeleteLead) }</p>
                { actions(vec![button(look, Weight::Danger, look.text(Key::DeleteAnswers), Message::DeletionAsked)]) }
            </section>
            { actions(vec![button(look, Weight::Secondary, look.text(Key::BackToResults), Message::WentBack)]) }
        </div>
    }
}
