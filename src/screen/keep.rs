//! Keep and share, two different acts: the person's own file, and what they tick, as a file or for the page around the
//! widget.

use super::look::Look;
use super::pieces::{Weight, actions, button, checkbox, error_summary, group, more};
use super::{file, paper, start};
use crate::assessment::{Purpose, Rater};
use crate::markup::{Node, el, nothing, several};
use crate::state::Export;
use crate::state::journey::{Journey, Step};
use crate::state::share::SharePart;
use crate::state::{Deletion, Message, Status};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let Status::Ready(session) = &look.state.status else { return nothing() };
    let is_missing = journey.ticks.is_missing;
    let missing: Vec<_> = is_missing.then(|| (Key::ShareNothing, look.id("share0"))).into_iter().collect();
    let own_act = |weight: Weight, key: Key, saving: Export| button(look, weight, key, Message::Export(saving));
    let about = match (journey.assessment.rater, journey.assessment.purpose) {
        (Rater::Manager, _) => Some(Key::NoticeShowEmployee),
        (_, Purpose::Exploration) => Some(Key::NoticeNoSelection),
        _ => None,
    };
    el("div.screen")
        .child(error_summary(look, &missing))
        .child(look.title(Key::KeepTitle))
        .child(about.map(|key| look.paragraph(key).class("notice")))
        .child(
            section(look, Key::OwnFileTitle, Key::OwnFileLead)
                .child(own_examples(look, journey))
                .child(
                    actions()
                        .child(own_act(Weight::Primary, Key::SaveFile, Export::Own))
                        .child(button(look, Weight::Secondary, Key::PaperOpen, Message::StepChosen(Step::Paper)))
                        .child(own_act(Weight::Secondary, Key::SaveReceipt, Export::Receipt))
                        .child(own_act(Weight::Secondary, Key::SaveSheet, Export::Sheet)),
                )
                .child(look.paragraph(Key::FileNotice).class("meta")),
        )
        .child(journey.asks_placement(look.framework()).then(|| placement(look, journey)))
        .child(share(look, journey))
        .child(start::keeping(look, session, journey.assessment.purpose))
        .child(file::open_file(look, Key::OpenFileTitle, Key::OpenFileLead))
        .child(section(look, Key::DeleteTitle, Key::DeleteLead).child(actions().child(button(
            look,
            Weight::Danger,
            Key::DeleteAnswers,
            Message::DeletionAsked(Deletion::UnderWay),
        ))))
        .child(actions().child(button(look, Weight::Secondary, Key::BackToResults, Message::WentBack)))
}

fn section(look: &Look, title: Key, lead: Key) -> Node {
    el("section").child(look.heading(1, title)).child(look.paragraph(lead))
}

fn tick(look: &Look, journey: &Journey, tick: SharePart, label: Rc<str>) -> Node {
    let message = Rc::new(move |is_ticked| Message::Export(Export::Ticked { tick, is_ticked }));
    checkbox(look, &format!("share{}", tick as u8), label, journey.ticks.has(tick), Some(message))
}

/// Examples go into a file only when they are ticked; one who forgets it may miss them.
fn own_examples(look: &Look, journey: &Journey) -> Node {
    let examples = journey.assessment.evidence.len();
    if examples == 0 {
        return nothing();
    }
    let warning =
        (!journey.ticks.has(SharePart::OwnEvidence)).then(|| look.paragraph(Key::OwnEvidenceNot).class("meta"));
    several().child(tick(look, journey, SharePart::OwnEvidence, look.count(Key::OwnEvidence, examples))).child(warning)
}

/// A new hire's wishes for where to be placed, in a file of their own.
fn placement(look: &Look, journey: &Journey) -> Node {
    let (key, message) = match journey.has_wishes() {
        true => (Key::PlacementSave, Message::Export(Export::Wishes)),
        false => (Key::AreasTitle, Message::StepChosen(Step::Areas)),
    };
    section(look, Key::PlacementTitle, Key::PlacementLead).child(actions().child(button(
        look,
        Weight::Secondary,
        key,
        message,
    )))
}

/// Nothing is ticked beforehand, and the person sees what the receiver will see.
fn share(look: &Look, journey: &Journey) -> Node {
    let settings = &look.state.settings;
    let reference = settings.reference.as_deref().unwrap_or_default();
    let offered = SharePart::SHARED.into_iter().filter(|tick| journey.offers(settings, *tick));
    let ticks = offered.map(|own| {
        let label = match own {
            SharePart::Responses => Key::ShareResponses,
            SharePart::Wishes => Key::ShareWishes,
            SharePart::Plan => Key::SharePlan,
            SharePart::Evidence | SharePart::OwnEvidence => Key::ShareEvidence,
            SharePart::Reference => Key::ShareReference,
        };
        tick(look, journey, own, look.say(label, &[("reference", reference)]))
    });
    let preview = journey.shares_anything(settings).then(|| {
        let shared = Rc::new(journey.shared_file(settings, journey.ticks));
        let journey = Journey { assessment: shared, ..journey.clone() };
        more(look, Key::SharePreview, el("div.preview").child(paper::pages(look, &journey)))
    });
    let missing = journey.ticks.is_missing.then_some(Key::ShareNothing);
    let legend = look.el("span.legend", Key::ShareQuestion);
    section(look, Key::ShareTitle, Key::ShareLead)
        .child(group(look, "share", legend, missing, el("div.choices").children(ticks)))
        .child(preview)
        .child(actions().child(button(look, Weight::Secondary, Key::ShareSave, Message::Export(Export::Share))))
        .child(settings.recipient(journey.assessment.purpose).map(|recipient| with_page(look, recipient)))
        .child(settings.is_shared.then(|| shared(look)))
}

/// Where the page asks for it, saying who gets what was ticked.
fn with_page(look: &Look, recipient: &str) -> Node {
    let act = button(look, Weight::Secondary, Key::ShareWithPage, Message::Export(Export::ShareWithPage));
    let words = look.say(Key::ShareRecipient, &[("recipient", recipient)]);
    several().child(el("p").text(words)).child(actions().child(act.set("data-focus", "sharing")))
}

/// What the page holds stays the person's to take back.
fn shared(look: &Look) -> Node {
    let act = button(look, Weight::Secondary, Key::TakeBack, Message::Export(Export::TakeBack));
    el("div.notice").child(look.paragraph(Key::SharedWithPage)).child(actions().child(act))
}
