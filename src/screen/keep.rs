//! Keep and share: the person's own file, where answers are kept, opening a file, and deleting.

use super::look::Look;
use super::parts::{Weight, actions, button};
use super::{start, status};
use crate::app::journey::Journey;
use crate::app::{Message, Status};
use crate::markup::{Node, el, nothing};
use crate::wording::Key;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let Status::Ready(session) = &look.state.status else { return nothing() };
    el("div.screen")
        .child(look.title().text(look.text(Key::KeepTitle)))
        .child(
            el("section")
                .child(look.heading(1, look.text(Key::OwnFileTitle)))
                .child(look.paragraph(Key::OwnFileLead))
                .child(actions(vec![button(Weight::Primary, look.text(Key::SaveFile), Message::FileSaved)]))
                .child(look.paragraph(Key::FileNotice).class("meta")),
        )
        .child(start::keeping(look, session, journey.assessment.purpose))
        .child(status::open_file(look))
        .child(
            el("section")
                .child(look.heading(1, look.text(Key::DeleteTitle)))
                .child(look.paragraph(Key::DeleteLead))
                .child(actions(vec![button(Weight::Danger, look.text(Key::DeleteAnswers), Message::DeletionAsked)])),
        )
        .child(actions(vec![button(Weight::Secondary, look.text(Key::BackToResults), Message::WentBack)]))
        .into()
}
