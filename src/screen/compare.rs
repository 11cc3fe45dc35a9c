//! Two files side by side: differing levels first, then agreement, then differences as questions to talk about.

use super::look::Look;
use super::parts::{Weight, actions, button};
use crate::app::Message;
use crate::app::comparing::Comparing;
use crate::app::journey::Journey;
use crate::comparison::Declined;
use crate::markup::{Node, el};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, _journey: &Journey) -> Node {
    el("div.screen.compare")
        .child(look.title().text(look.text(Key::CompareTitle)))
        .child(actions(vec![button(Weight::Quiet, look.text(Key::CompareEnd), Message::Comparing(Comparing::Ended))]))
        .into()
}

/// What to talk about, as one page.
pub fn agenda_view(look: &Look, journey: &Journey) -> Node {
    view(look, journey)
}

/// Why two files are not compared.
pub fn why_not(look: &Look, why: &Declined) -> Rc<str> {
    let key = match why {
        Declined::NoResponses(crate::comparison::File::Own) => Key::DeclinedNoOwnAnswers,
        Declined::NoResponses(_) => Key::DeclinedNoAnswers,
        Declined::OtherRole { .. } => Key::DeclinedOtherRole,
        Declined::BothManagers => Key::DeclinedBothManagers,
        Declined::ByManager(_) => Key::DeclinedByManager,
        Declined::NoReport => Key::DeclinedNoReport,
        Declined::NothingShared { .. } => Key::DeclinedNothingShared,
    };
    look.text(key)
}
