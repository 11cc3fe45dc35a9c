//! Keep and share, two different acts: what the person ticks, as a page, on paper, as a file or for the page around the
//! widget; and their own file, to go on with.

use super::context::View;
use super::deletion::deletion;
use super::pieces::{
    FIRM_NOTICE, Weight, button, checkbox, error_summary, firm_group, fold, heading, legend, marked_button, meta,
    notice, paragraph, text, title, words,
};
use super::results::menu::{about as whose, menu};
use super::{file, paper, start};
use crate::assessment::{Purpose, Rater};
use crate::state::files::file_notice;
use crate::state::journey::{Journey, Step};
use crate::state::{Deletion, Message, Session, Status};
use crate::state::{Export, share::SharePart};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

pub fn keep(view: &View, journey: &Journey) -> Html {
    let Status::Ready(session) = &view.state.status else { return Html::default() };
    let is_missing = journey.ticks.is_missing;
    let missing: Vec<_> = is_missing.then(|| (Key::ShareNothing, view.id("share0"))).into_iter().collect();
    let is_manager = journey.assessment.rater == Rater::Manager;
    let about = match (journey.assessment.rater, journey.assessment.purpose) {
        (Rater::Manager, _) => Some(Key::NoticeShowEmployee),
        (_, Purpose::Exploration) => Some(Key::NoticeNoSelection),
        _ => None,
    };
    html! {
        <div class="screen keep">
            { error_summary(view, &missing) }
            { menu(view, journey) }
            <div class="results-head">
                { title(view, Key::KeepTitle) }
                { whose(view, journey) }
            </div>
            if let Some(key) = about {
                { notice(view, key) }
            }
            if is_manager {
                { own(view, session, journey) }
                { share(view, session, journey) }
            } else {
                { share(view, session, journey) }
                { own(view, session, journey) }
            }
            if journey.asks_placement(view.framework()) {
                { placement(view, session, journey) }
            }
            { start::keeping(view, session, journey.assessment.purpose) }
            { file::open_file(view, Key::OpenFileTitle, Key::OpenFileLead) }
            <section>
                { heading(view, 1, Key::DeleteTitle) }
                { paragraph(view, Key::DeleteLead) }
                <div class="actions">
                    { button(view, Weight::Danger, Key::DeleteAnswers, Message::DeletionAsked(Deletion::UnderWay)) }
                </div>
                { deletion(view, session, &Deletion::UnderWay) }
            </section>
            <div class="actions">{ button(view, Weight::Secondary, Key::BackToResults, Message::WentBack) }</div>
        </div>
    }
}

/// The person's own file, to go on another time; a manager's, for the employee.
fn own(view: &View, session: &Session, journey: &Journey) -> Html {
    let is_manager = journey.assessment.rater == Rater::Manager;
    let (title, lead, save, weight) = match is_manager {
        true => (Key::EmployeeFileTitle, Key::SaveForEmployeeNext, Key::SaveForEmployee, Weight::Primary),
        false => (Key::OwnFileTitle, Key::OwnFileLead, Key::SaveFile, Weight::Secondary),
    };
    let offers = |part: SharePart| journey.offers(&view.state.settings, part);
    let reference = view.state.settings.reference.as_deref().unwrap_or_default();
    html! {
        <section>
            { heading(view, 1, title) }
            { paragraph(view, lead) }
            { own_examples(view, journey) }
            if offers(SharePart::OwnReference) {
                { tick(view, journey, SharePart::OwnReference, view.say(Key::ShareReference, &[("reference", reference)])) }
            }
            if offers(SharePart::Label) {
                { tick(view, journey, SharePart::Label, view.say(Key::LabelInName, &[("label", &journey.label)])) }
            }
            <div class="actions">
                { button(view, weight, save, Message::Export(Export::Own)) }
                { button(view, Weight::Secondary, Key::SaveSheet, Message::Export(Export::Sheet)) }
            </div>
            { meta(view, file_notice(journey.assessment.rater)) }
            { file::saved(view, session, &[Export::Own, Export::Sheet]) }
            { file::as_text(view, journey) }
        </section>
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
fn placement(view: &View, session: &Session, journey: &Journey) -> Html {
    let (key, message) = match journey.has_wishes() {
        true => (Key::PlacementSave, Message::Export(Export::Wishes)),
        false => (Key::AreasTitle, Message::StepChosen(Step::Areas { beyond: None })),
    };
    html! {
        <section>
            { heading(view, 1, Key::PlacementTitle) }
            { paragraph(view, Key::PlacementLead) }
            <div class="actions">{ button(view, Weight::Secondary, key, message) }</div>
            { file::saved(view, session, &[Export::Wishes]) }
        </section>
    }
}

/// Nothing is ticked beforehand, and the person sees what the receiver will see.
fn share(view: &View, session: &Session, journey: &Journey) -> Html {
    let settings = &view.state.settings;
    let reference = settings.reference.as_deref().unwrap_or_default();
    let offered = SharePart::SHARED.into_iter().filter(|tick| journey.offers(settings, *tick));
    let ticks = offered.map(|own| {
        let label = match own {
            SharePart::Responses => Key::ShareResponses,
            SharePart::Wishes => Key::ShareWishes,
            SharePart::Plan => Key::SharePlan,
            SharePart::Evidence | SharePart::OwnEvidence => Key::ShareEvidence,
            SharePart::Reference | SharePart::OwnReference | SharePart::Label => Key::ShareReference,
        };
        tick(view, journey, own, view.say(label, &[("reference", reference)]))
    });
    let preview = || {
        let pages = paper::pages(&view.for_paper(), &paper::ticked(view, journey));
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
    let way = |weight: Weight, key: Key, export: Export, what_for: Key| {
        html! {
            <li>
                { button(view, weight, key, Message::Export(export)) }
                <span class="meta">{ words(view, what_for) }</span>
            </li>
        }
    };
    let is_manager = journey.assessment.rater == Rater::Manager;
    let first = if is_manager { Weight::Secondary } else { Weight::Primary };
    html! {
        <section>
            { heading(view, 1, Key::ShareTitle) }
            if !is_manager {
                { paragraph(view, Key::ShareLead) }
            }
            { firm_group(view, "share", legend(view, Key::ShareQuestion), missing, ticks) }
            if journey.shares_anything(settings) {
                { fold(view, "preview", words(view, Key::SharePreview), &preview) }
            }
            <ul class="ways">
                { way(first, Key::SaveReceipt, Export::Receipt, Key::SaveReceiptFor) }
                { way(Weight::Secondary, Key::PaperOpen, Export::Pages, Key::PaperFor) }
                { way(Weight::Secondary, Key::ShareSave, Export::Share, Key::ShareSaveFor) }
            </ul>
            { file::saved(view, session, &[Export::Share, Export::Receipt]) }
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
