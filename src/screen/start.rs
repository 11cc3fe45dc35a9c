//! The first screen: what this is and is not, how long it takes, where answers are kept, and what is still to choose.

use super::file;
use super::look::Look;
use super::pieces::{
    Choice, Weight, actions, button, checkbox, choices, error_summary, example_banner, field, group as parts_group,
    more, named_button,
};
use crate::assessment::{Purpose, Rater};
use crate::framework::{Basis, Framework, Role, Stage};
use crate::markup::{Handler, Node, el, nothing, several, text};
use crate::state::progress::Progress;
use crate::state::settings::Retention;
use crate::state::start::{Start, StartField};
use crate::state::{Deletion, Message, Session, Status};
use crate::wording::Key;
use std::rc::Rc;

/// With more roles than this they are chosen from a list with search.
const FEW_ROLES: usize = 8;
/// Competences that a person answers in a minute: 25 take 5 to 7 minutes (www/guides/method.md, section 1).
const COMPETENCES_A_MINUTE: usize = 4;

pub fn view(look: &Look, start: &Start) -> Node {
    let framework = look.framework();
    let Status::Ready(session) = &look.state.status else { return nothing() };
    let purpose = start.purpose.unwrap_or_default();
    // What is under way isn't replaced by answers from another day.
    let (begin, offered) = match start.under_way {
        Some(_) => (Key::GoOn, &[][..]),
        None => (Key::Begin, &session.kept[..]),
    };
    el("div.screen")
        .child(basis_banner(look, start.role))
        .child(look.title_of(look.of_framework(&framework.title)).set_if("lang", look.content_lang()))
        .child(error_summary(look, &errors(look, start)))
        .child(look.paragraph(lead(purpose, start.is_manager())).class("lead"))
        .child(about(look, framework, session, purpose, start.is_manager()))
        .children(offered.iter().enumerate().map(|(place, (key, progress))| kept(look, place, key, progress)))
        .child(look.state.settings.purpose.is_none().then(|| purposes(look, start)))
        .child(start.asks_rater(&look.state.settings).then(|| raters(look, start)))
        .child(start.is_manager().then(|| label(look, start)))
        .child((purpose == Purpose::Exploration).then(|| reading(look, start)).flatten())
        .child(roles(look, start))
        .child((purpose == Purpose::Exploration).then(|| further_roles(look, start)))
        .child(stages(look, start))
        .child(keeping(look, session, purpose))
        .child(actions().child(button(look, Weight::Primary, begin, Message::Begun)))
        .child(file::open_file(look, Key::OpenFileTitle, Key::OpenFileLead))
        .child(others(look, session))
}

fn lead(purpose: Purpose, is_manager: bool) -> Key {
    match purpose {
        _ if is_manager => Key::StartLeadManager,
        Purpose::Development => Key::StartLeadDevelopment,
        Purpose::Exploration => Key::StartLeadExploration,
        Purpose::Onboarding => Key::StartLeadOnboarding,
    }
}

/// Marked where framework or targets are examples.
pub fn basis_banner(look: &Look, role: Option<usize>) -> Option<Node> {
    let framework = look.framework();
    let role_is_example = role.is_some_and(|role| framework.roles[role].basis == Basis::Example);
    match framework.basis {
        Basis::Example => Some(example_banner(look, Key::ExampleBanner)),
        Basis::Owner => role_is_example.then(|| example_banner(look, Key::ExampleTargets)),
    }
}

/// Where the answers are while the person is at it.
pub fn kept_where(keeping: Retention) -> Key {
    match keeping {
        Retention::Nowhere => Key::NoticeKeptNowhere,
        Retention::Tab => Key::NoticeKeptTab,
        Retention::Device => Key::NoticeKeptDevice,
    }
}

/// What this is and is not (www/guides/method.md, section 6): a host can't change these words.
fn about(look: &Look, framework: &Framework, session: &Session, purpose: Purpose, is_manager: bool) -> Node {
    let questions = framework.competences.len();
    let not = match purpose {
        _ if is_manager => Key::NoticeNoAppraisalManager,
        Purpose::Development => Key::NoticeNoAppraisal,
        Purpose::Exploration => Key::NoticeNoSelection,
        Purpose::Onboarding => Key::NoticeExpectedIncomplete,
    };
    let time = look.count(Key::StartTime, questions.div_ceil(COMPETENCES_A_MINUTE));
    let facts = el("ul.facts-list")
        .child(el("li").text(time).text(" ").text(look.count(Key::StartCount, questions)))
        .child(look.el("li", not))
        .child(look.el("li", Key::NoticeYours).text(" ").text(look.text(kept_where(session.keeping))));
    let uncertain = if is_manager { Key::NoticeUncertainManager } else { Key::NoticeUncertain };
    let stated = [Key::NoticeDecisions, Key::NoticeRules, uncertain, Key::NoticeVoluntary];
    let reading = several()
        .child(framework.summary.as_ref().map(|summary| look.content("p", summary)))
        .children(stated.map(|key| look.paragraph(key)))
        .child(el("p").text(who(look, framework)));
    el("div.about").child(facts).child(more(look, Key::AboutMore, reading))
}

/// Who stands behind the framework, in which version, on which documents.
pub fn who(look: &Look, framework: &Framework) -> Rc<str> {
    let version = [("id", &*framework.id), ("version", &framework.version)];
    let mut words = look.say(Key::FrameworkVersion, &version).to_string();
    if let Some(owner) = &framework.owner {
        words.push(' ');
        words.push_str(&look.say(Key::FrameworkOwner, &[("owner", owner)]));
    }
    if !framework.sources.is_empty() {
        let titles: Vec<String> = (framework.sources.iter())
            .map(|source| match &source.publisher {
                Some(publisher) => format!("{} ({publisher})", source.title),
                None => source.title.to_string(),
            })
            .collect();
        words.push(' ');
        words.push_str(&look.say(Key::FrameworkSources, &[("sources", &look.wording().list(&titles))]));
    }
    words.into()
}

fn errors(look: &Look, start: &Start) -> Vec<(Key, Rc<str>)> {
    let error = |field: &StartField| {
        let (key, name) = match field {
            StartField::Purpose => (Key::PurposeMissing, "purpose-0"),
            StartField::Rater => (Key::RaterMissing, "rater-0"),
            StartField::Role => (Key::RoleMissing, "role-0"),
        };
        (key, look.id(name))
    };
    start.missing.iter().map(error).collect()
}

/// A group of choices under a heading, with its error where nothing was chosen.
fn group(look: &Look, name: &str, title: Key, error: Option<Key>, content: Node) -> Node {
    parts_group(look, name, look.heading(1, title), error, content)
}

fn missing(start: &Start, field: StartField, key: Key) -> Option<Key> {
    start.missing.contains(&field).then_some(key)
}

fn purposes(look: &Look, start: &Start) -> Node {
    let all = [
        (Purpose::Development, Key::PurposeDevelopment, Key::PurposeDevelopmentHelp),
        (Purpose::Onboarding, Key::PurposeOnboarding, Key::PurposeOnboardingHelp),
        (Purpose::Exploration, Key::PurposeExploration, Key::PurposeExplorationHelp),
    ];
    let choice = |(purpose, label, help)| Choice {
        description: Some(look.text(help)),
        ..Choice::new(look.text(label), start.purpose == Some(purpose), Message::PurposeChosen(purpose))
    };
    let missing = missing(start, StartField::Purpose, Key::PurposeMissing);
    let list = all.into_iter().map(choice).collect();
    group(look, "purpose", Key::PurposeQuestion, missing, choices(look, "purpose", 0, list))
}

fn raters(look: &Look, start: &Start) -> Node {
    let choice = |rater, key| Choice::new(look.text(key), start.rater == Some(rater), Message::RaterChosen(rater));
    let list = vec![choice(Rater::Myself, Key::RaterSelf), choice(Rater::Manager, Key::RaterManager)];
    let missing = missing(start, StartField::Rater, Key::RaterMissing);
    group(look, "rater", Key::RaterQuestion, missing, choices(look, "rater", 0, list))
}

/// For a manager: whom it is about, kept on the device only.
fn label(look: &Look, start: &Start) -> Node {
    let input = el("input[type=text][maxlength=80][autocomplete=off]")
        .value(start.label.clone())
        .on(Handler::Type(Message::LabelWritten));
    several().child(look.paragraph(Key::NoticeShowEmployee).class("notice")).child(field(
        look.id("label"),
        text(look.text(Key::LabelQuestion)),
        Some(look.text(Key::LabelHint)),
        input,
    ))
}

fn roles(look: &Look, start: &Start) -> Node {
    let framework = look.framework();
    let is_fixed = look.state.settings.role.is_some() || framework.roles.len() == 1;
    if is_fixed && let Some(role) = start.role {
        let title = look.of_framework(&framework.roles[role].title);
        let read = read(look, role, look.text(Key::ReadRole));
        return el("p.role").text(look.say(Key::RoleFixed, &[("role", &title)])).text(" ").child(read);
    }
    let field = if framework.roles.len() <= FEW_ROLES {
        let choice = |(place, role): (usize, &Role)| Choice {
            description: role.summary.as_ref().map(|summary| look.of_framework(summary)),
            lang: look.content_lang(),
            ..Choice::new(look.of_framework(&role.title), start.role == Some(place), Message::RoleChosen(place))
        };
        choices(look, "role", 0, framework.roles.iter().enumerate().map(choice).collect())
    } else {
        let choose = |role: Option<usize>| role.map_or(Message::RoleUnchosen, Message::RoleChosen);
        role_search(look, "role-0", start.role, choose)
    };
    let is_applicant = start.purpose == Some(Purpose::Exploration);
    let own = start.role.filter(|_| !is_applicant);
    let own = own.map(|role| el("p").child(read(look, role, look.text(Key::ReadRole))));
    let content = several().child(field).child(own);
    let question = if is_applicant { Key::RoleLookedAt } else { Key::RoleQuestion };
    group(look, "role", question, missing(start, StartField::Role, Key::RoleMissing), content)
}

/// The way to a role's own page.
fn read(look: &Look, role: usize, text: Rc<str>) -> Node {
    let title = look.of_framework(&look.framework().roles[role].title);
    let name = look.say(Key::ReadRoleNamed, &[("role", &title)]);
    named_button(text, name, Message::RoleReadingOpened(role))
}

/// Many roles: a text field for which the browser itself searches the titles.
fn role_search(look: &Look, name: &str, chosen: Option<usize>, choose: fn(Option<usize>) -> Message) -> Node {
    let roles = &look.framework().roles;
    let titles: Vec<Rc<str>> = roles.iter().map(|role| look.of_framework(&role.title)).collect();
    let chosen = chosen.map(|role| titles[role].clone()).unwrap_or_default();
    let list = look.id(&format!("{name}-list"));
    let options = titles.iter().map(|title| el("option").set("value", title.clone()));
    let datalist = el("datalist").set("id", list.clone()).children(options);
    let find = move |value: Rc<str>| choose(titles.iter().position(|title| title.eq_ignore_ascii_case(value.trim())));
    let input = el("input[type=text]")
        .set("list", list)
        .set("autocomplete", "off")
        .value(chosen)
        .on(Handler::Fill(Rc::new(find)));
    let hint = look.count(Key::RoleSearchHint, roles.len());
    field(look.id(name), text(look.text(Key::RoleSearch)), Some(hint), input).child(datalist)
}

/// For an applicant: each role as a page to read; of many roles those that were chosen.
fn reading(look: &Look, start: &Start) -> Option<Node> {
    let roles = &look.framework().roles;
    // A role that is fixed has its own way there.
    let fixed = start.role.filter(|_| look.state.settings.role.is_some() || roles.len() == 1);
    let (mut list, mut is_empty) = (el("ul.settles"), true);
    for place in 0..roles.len() {
        let is_chosen = start.role == Some(place) || start.other_roles.contains(&place);
        if Some(place) != fixed && (is_chosen || roles.len() <= FEW_ROLES) {
            let read = read(look, place, look.of_framework(&roles[place].title));
            list = list.child(el("li").key(place).child(read));
            is_empty = false;
        }
    }
    (!is_empty).then(|| el("section").child(look.heading(1, Key::ReadRoles)).child(list))
}

/// For an applicant: more roles to look at with the same answers.
fn further_roles(look: &Look, start: &Start) -> Node {
    if look.framework().roles.len() < 2 {
        return nothing();
    }
    let content = several().child(look.paragraph(Key::OtherRolesHint).class("meta")).child(other_roles(
        look,
        start.role,
        &start.other_roles,
    ));
    group(look, "others", Key::OtherRolesQuestion, None, content)
}

/// Roles to tick: all but the first one chosen, or with many those that were looked up.
pub fn other_roles(look: &Look, own: Option<usize>, others: &[usize]) -> Node {
    let roles = &look.framework().roles;
    let are_few = roles.len() <= FEW_ROLES;
    let offered: Vec<usize> = if are_few { (0..roles.len()).collect() } else { others.into() };
    let mut boxes = el("div.choices");
    for (place, &role) in offered.iter().enumerate() {
        if Some(role) != own {
            let looked_at = Rc::new(move |is_looked_at| Message::OtherRoleTicked { role, is_looked_at });
            let title = look.of_framework(&roles[role].title);
            // In a list that grows and shrinks the focus stays at its place.
            let name = format!("other{place}");
            boxes = boxes.child(checkbox(look, &name, title, others.contains(&role), Some(looked_at)).key(role));
        }
    }
    let add = |role: Option<usize>| Message::OtherRoleTicked { role: role.unwrap_or(usize::MAX), is_looked_at: true };
    several().child((!are_few).then(|| role_search(look, "other-search", None, add))).child(boxes)
}

/// For a new hire: how long they have been there.
fn stages(look: &Look, start: &Start) -> Node {
    let stages = start.role.map(|role| &look.framework().roles[role].stages[..]).unwrap_or_default();
    if start.purpose != Some(Purpose::Onboarding) || stages.is_empty() {
        return nothing();
    }
    let choice = |stage: &Stage| {
        let id = Some(stage.id.clone());
        Choice {
            lang: look.content_lang(),
            ..Choice::new(look.of_framework(&stage.title), start.stage == id, Message::StageChosen(id))
        }
    };
    let mut list: Vec<_> = stages.iter().map(choice).collect();
    list.push(Choice::new(look.text(Key::StageNone), start.stage.is_none(), Message::StageChosen(None)));
    group(look, "stage", Key::StageQuestion, None, choices(look, "stage", 0, list))
}

/// Where answers are kept, as far as the page leaves a choice.
pub fn keeping(look: &Look, session: &Session, purpose: Purpose) -> Node {
    let most = look.state.settings.most_keeping(purpose);
    if most == Retention::Nowhere {
        return nothing();
    }
    let all =
        [(Retention::Tab, Key::KeepTab), (Retention::Device, Key::KeepDevice), (Retention::Nowhere, Key::KeepNowhere)];
    let choice = |(keeping, key): (Retention, Key)| Choice {
        description: (keeping == Retention::Device).then(|| look.text(Key::KeepDeviceHelp)),
        ..Choice::new(look.text(key), session.keeping == keeping, Message::KeepingChosen(keeping))
    };
    let list = all.into_iter().filter(|(keeping, _)| *keeping <= most).map(choice).collect();
    group(look, "keeping", Key::KeepQuestion, None, choices(look, "keeping", 0, list))
}

/// Answers from another day, found on the device: another person may sit here now.
fn kept(look: &Look, place: usize, key: &Rc<str>, progress: &Progress) -> Node {
    let label = &progress.journey.label;
    let words = kept_words(look, progress);
    let label = (!label.is_empty()).then(|| el("strong").text(format!("{label}. ")));
    el("div.notice").key(place).child(look.heading(1, Key::KeptTitle)).child(el("p").child(label).text(words)).child(
        actions()
            .child(button(look, Weight::Secondary, Key::KeptGoOn, Message::ProgressResumed(key.clone())))
            .child(button(look, Weight::Quiet, Key::KeptDelete, Message::DeletionAsked(Deletion::Kept(key.clone())))),
    )
}

/// Answers that were kept, in a sentence: for which role, from when, and how many.
pub fn kept_words(look: &Look, progress: &Progress) -> Rc<str> {
    let framework = look.framework();
    let journey = &progress.journey;
    let role = match &progress.told.unknown_role {
        Some(role) => role.clone(),
        None => look.of_framework(&framework.roles[journey.role].title),
    };
    let (answered, total) = journey.answered(framework);
    let numbers = [answered.to_string(), total.to_string()];
    let day = look.day(journey.assessment.updated_at.as_deref().and_then(|iso| iso.get(..10)).unwrap_or_default());
    look.say(Key::KeptAnswers, &[("role", &role), ("day", &day), ("answered", &numbers[0]), ("total", &numbers[1])])
}

/// What else is kept of ours and can't be gone on from here: it can be deleted, and only on its own.
fn others(look: &Look, session: &Session) -> Option<Node> {
    let count = session.others.len();
    (count > 0).then(|| {
        el("div.others").child(el("p.meta").text(look.count(Key::OthersKept, count))).child(actions().child(button(
            look,
            Weight::Quiet,
            Key::OthersDelete,
            Message::DeletionAsked(Deletion::Others),
        )))
    })
}
