//! Keep and share, two different acts: the person's own file, and a file with what they tick.

use super::look::Look;
use super::parts::{Weight, actions, button, checkbox, error_summary, group, more};
use super::{paper, start, status};
use crate::app::journey::{Journey, Step};
use crate::app::saving::{Saving, Tick};
use crate::app::{Message, Status};
use crate::assessment::{Purpose, Rater};
use crate::markup::{Element, Node, el, nothing};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let Status::Ready(session) = &look.state.status else { return nothing() };
    let is_new = journey.assessment.purpose == Purpose::Onboarding && journey.assessment.stage.is_some();
    let placement = is_new.then(|| {
        el("section")
            .child(look.heading(1, look.text(Key::PlacementTitle)))
            .child(look.paragraph(Key::PlacementLead))
            .child(actions(vec![button(
                Weight::Secondary,
                look.text(Key::PlacementSave),
                Message::Saving(Saving::Wishes),
            )]))
    });
    let has_evidence = !journey.assessment.evidence.is_empty();
    let is_missing = journey.ticks.is_missing;
    let missing: Vec<_> = is_missing.then(|| (Key::ShareNothing, look.id("share-responses"))).into_iter().collect();
    let is_manager = journey.assessment.rater == Rater::Manager;
    el("div.screen")
        .child(error_summary(look, &missing))
        .child(look.title().text(look.text(Key::KeepTitle)))
        .child(is_manager.then(|| look.paragraph(Key::NoticeShowEmployee).class("notice")))
        .child(
            el("section")
                .child(look.heading(1, look.text(Key::OwnFileTitle)))
                .child(look.paragraph(Key::OwnFileLead))
                .child(has_evidence.then(|| tick(look, journey, Tick::OwnEvidence, Key::OwnEvidence)))
                .child(actions(vec![
                    button(Weight::Primary, look.text(Key::SaveFile), Message::Saving(Saving::Own)),
                    button(Weight::Secondary, look.text(Key::SaveReceipt), Message::Saving(Saving::Receipt)),
                    button(Weight::Secondary, look.text(Key::PaperOpen), Message::StepChosen(Step::Paper)),
                    button(Weight::Quiet, look.text(Key::SaveSheet), Message::Saving(Saving::Sheet)),
                ]))
                .child(look.paragraph(Key::FileNotice).class("meta")),
        )
        .child(placement)
        .child(share(look, journey))
        .child(start::keeping(look, session, journey.assessment.purpose))
        .child(status::open_file(look, Key::OpenFileTitle, Key::OpenFileLead))
        .child(
            el("section")
                .child(look.heading(1, look.text(Key::DeleteTitle)))
                .child(look.paragraph(Key::DeleteLead))
                .child(actions(vec![button(Weight::Danger, look.text(Key::DeleteAnswers), Message::DeletionAsked)])),
        )
        .child(actions(vec![button(Weight::Secondary, look.text(Key::BackToResults), Message::WentBack)]))
        .into()
}

fn tick(look: &Look, journey: &Journey, tick: Tick, key: Key) -> Element {
    let name = match tick {
        Tick::Responses => "share-responses",
        Tick::Wishes => "share-wishes",
        Tick::Plan => "share-plan",
        Tick::Evidence => "share-evidence",
        Tick::Reference => "share-reference",
        Tick::OwnEvidence => "own-evidence",
    };
    let is_ticked = journey.ticks.has(tick);
    let message = Rc::new(move |is_ticked| Message::Saving(Saving::Ticked { tick, is_ticked }));
    checkbox(look, name, look.text(key), is_ticked, Some(message))
}

/// Nothing is ticked beforehand, and the person sees what the receiver will see.
fn share(look: &Look, journey: &Journey) -> Element {
    let assessment = &journey.assessment;
    let mut ticks = vec![tick(look, journey, Tick::Responses, Key::ShareResponses)];
    if assessment.rater == Rater::Myself && assessment.purpose != Purpose::Exploration {
        ticks.push(tick(look, journey, Tick::Wishes, Key::ShareWishes));
    }
    if !assessment.plan.is_empty() {
        ticks.push(tick(look, journey, Tick::Plan, Key::SharePlan));
    }
    if !assessment.evidence.is_empty() {
        ticks.push(tick(look, journey, Tick::Evidence, Key::ShareEvidence));
    }
    let reference = look.state.settings.reference.as_ref().map(|reference| {
        let words = look.say(Key::ShareReference, &[("reference", reference)]);
        let message = Rc::new(|is_ticked| Message::Saving(Saving::Ticked { tick: Tick::Reference, is_ticked }));
        checkbox(look, "share-reference", words, journey.ticks.has(Tick::Reference), Some(message))
    });
    let preview = journey.ticks.has_any().then(|| {
        let shared = Rc::new(journey.shared_file(&look.state.settings, journey.ticks));
        let journey = Journey { assessment: shared, ..journey.clone() };
        // Ids stand once on a page: the preview's own are of another screen, and it holds no fields.
        more(look.text(Key::SharePreview), el("div").class("preview").child(paper::pages(look, &journey)))
    });
    el("section")
        .child(look.heading(1, look.text(Key::ShareTitle)))
        .child(look.paragraph(Key::ShareLead))
        .child(group(
            look,
            "share",
            el("span.legend").text(look.text(Key::ShareQuestion)),
            journey.ticks.is_missing.then_some(Key::ShareNothing),
            el("div.choices").children(ticks).child(reference),
        ))
        .child(preview)
        .child(actions(vec![button(Weight::Secondary, look.text(Key::ShareSave), Message::Saving(Saving::Share))]))
}
