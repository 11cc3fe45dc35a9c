//! Keep and share, two different acts: the person's own file, and what they tick, as a file or for the page around the
//! widget.

use super::context::View;
use super::pieces::{
    FIRM_NOTICE, Weight, button, checkbox, error_summary, fold, group, heading, legend, marked_button, meta, notice,
    paragraph, text, title, words,
};
use super::{file, paper, start};
use crate::assessment::{Purpose, Rater};
use crate::state::files::file_notice;
use crate::state::journey::{Journey, Step};
use crate::state::{Deletion, Message, Status};
use crate::state::{Export, share::SharePart};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

pub fn keep(view: &View, journey: &Journey) -> Html {
    let Status::Ready(session) = &view.state.status else { return Html::default() };
    let is_missing = journey.ticks.is_missing;
    let missing: Vec<_> = is_missing.then(|| (Key::ShareNothing, view.id("share0"))).into_iter().collect();
    let own_act = |weight: Weight, key: Key, saving: Export| button(view, weight, key, Message::Export(saving));
    let is_manager = journey.assessment.rater == Rater::Manager;
    let save = if is_manager { Key::SaveForEmployee } else { Key::SaveFile };
    let about = match (journey.assessment.rater, journey.assessment.purpose) {
        (Rater::Manager, _) => Some(Key::NoticeShowEmployee),
        (_, Purpose::Exploration) => Some(Key::NoticeNoSelection),
        _ => None,
    };
    html! {
        <div class="screen">
            { error_summary(view, &missing) }
            { title(view, Key::KeepTitle) }
            if let Some(key) = about {
                { notice(view, key) }
            }
            <section>
                { heading(view, 1, if is_manager { Key::EmployeeFileTitle } else { Key::OwnFileTitle }) }
                { paragraph(view, if is_manager { Key::SaveForEmployeeNext } else { Key::OwnFileLead }) }
                { own_examples(view, journey) }
                <div class="actions">
                    { own_act(Weight::Primary, save, Export::Own) }
                    { button(view, Weight::Secondary, Key::PaperOpen, Message::StepChosen(Step::Paper)) }
                    { own_act(Weight::Secondary, Key::SaveReceipt, Export::Receipt) }
                    { own_act(Weight::Secondary, Key::SaveSheet, Export::Sheet) }
                </div>
                { meta(view, file_notice(journey.assessment.rater)) }
            </section>
            if journey.asks_placement(view.framework()) {
                { placement(view, journey) }
            }
            { share(view, journey) }
            { start::keeping(view, session, journey.assessment.purpose) }
            { file::open_file(view, Key::OpenFileTitle, Key::OpenFileLead) }
            <section>
                { heading(view, 1, Key::DeleteTitle) }
                { paragraph(view, Key::DeleteLead) }
                <div class="actions">
                    { button(view, Weight::Danger, Key::DeleteAnswers, Message::DeletionAsked(Deletion::UnderWay)) }
                </div>
            </section>
            <div class="actions">{ button(view, Weight::Secondary, Key::BackToResults, Message::WentBack) }</div>
        </div>
    }
}

fn tick(view: &View, journey: &Journey, tick: SharePart, label: Rc<str>) -> Html {
    let message = Rc::new(move |is_ticked| Message::Export(Export::Ticked { tick, is_ticked }));
    checkbox(view, &format!("share{}", tick as u8), label, journey.ticks.has(tick), Some(message))
}

/// Examples go into a file only when they are ticked; one who forgets it may miss them.
fn own_examples(view: &View, journey: &Journey) -> Html {
    let examples = journey.assessment.evidence.len();
    if examples == 0 {
        return Html::default();
    }
    html! {
        <>
            { tick(view, journey, SharePart::OwnEvidence, view.count(Key::OwnEvidence, examples)) }
            if !journey.ticks.has(SharePart::OwnEvidence) {
                { meta(view, Key::OwnEvidenceNot) }
            }
        </>
    }
}

/// A new hire's wishes for where to be placed, in a file of their own.
fn placement(view: &View, journey: &Journey) -> Html {
    let (key, message) = match journey.has_wishes() {
        true => (Key::PlacementSave, Message::Export(Export::Wishes)),
        false => (Key::AreasTitle, Message::StepChosen(Step::Areas)),
    };
    html! {
        <section>
            { heading(view, 1, Key::PlacementTitle) }
            { paragraph(view, Key::PlacementLead) }
            <div class="actions">{ button(view, Weight::Secondary, key, message) }</div>
        </section>
    }
}

/// Nothing is ticked beforehand, and the person sees what the receiver will see.
fn share(view: &View, journey: &Journey) -> Html {
    let settings = &view.state.settings;
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
        tick(view, journey, own, view.say(label, &[("reference", reference)]))
    });
    let preview = || {
        let shared = Rc::new(journey.shared_file(settings, journey.ticks));
        let journey = Journey { assessment: shared, ..journey.clone() };
        let pages = paper::pages(&view.for_paper(), &journey);
        html! { <div class="preview">{ pages }</div> }
    };
    let missing = journey.ticks.is_missing.then_some(Key::ShareNothing);
    let ticks = html! {
        <div class="choices">
            for tick in ticks {
                { tick }
            }
        </div>
    };
    html! {
        <section>
            { heading(view, 1, Key::ShareTitle) }
            if journey.assessment.rater == Rater::Myself {
                { paragraph(view, Key::ShareLead) }
            }
            { group(view, "share", legend(view, Key::ShareQuestion), missing, ticks) }
            if journey.shares_anything(settings) {
                { fold(view, "preview", words(view, Key::SharePreview), &preview) }
            }
            <div class="actions">
                { button(view, Weight::Secondary, Key::ShareSave, Message::Export(Export::Share)) }
            </div>
            if let Some(recipient) = settings.recipient(journey.assessment.purpose) {
                { with_page(view, recipient) }
            }
            if settings.is_shared {
                { shared(view) }
            }
        </section>
    }
}

/// Where the page asks for it, saying who gets what was ticked.
fn with_page(view: &View, recipient: &str) -> Html {
    let message = Message::Export(Export::ShareWithPage);
    html! {
        <>
            <p>{ text(view.say(Key::ShareRecipient, &[("recipient", recipient)])) }</p>
            <div class="actions">{ marked_button(view, Key::ShareWithPage, "sharing", message) }</div>
        </>
    }
}

/// What the page holds stays the person's to take back.
fn shared(view: &View) -> Html {
    let message = Message::Export(Export::TakeBack);
    html! {
        <div class={FIRM_NOTICE}>
            { paragraph(view, Key::SharedWithPage) }
            <div class="actions">{ button(view, Weight::Secondary, Key::TakeBack, message) }</div>
        </div>
    }
}
