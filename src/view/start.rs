//! The first screen: what this is and is not, how long it takes, where answers are kept, and what is still to choose.

use super::context::View;
use super::deletion::{deletion, kept_words};
use super::file;
use super::pieces::{
    self, Choice, FIRM_NOTICE, Field, Weight, button, checkbox, choices, content, error_summary, example_banner,
    firm_group, form, heading, lead, link, meta, more, named_button, notice, paragraph, search_among, submit_button,
    text, title_of, words,
};
use crate::assessment::{Purpose, Rater};
use crate::framework::{Basis, Role, Stage};
use crate::state::progress::Progress;
use crate::state::settings::Retention;
use crate::state::start::{Start, StartField};
use crate::state::{Deletion, Message, Session, Status};
use crate::wording::Key;
use std::rc::Rc;
use yew::{AttrValue, Html, html};

/// With more roles than this they are chosen from a list with search.
const FEW_ROLES: usize = 8;
/// What a person takes for a competence: 25 take about ten minutes (www/guides/method.md, section 1).
const SECONDS_A_COMPETENCE: usize = 24;
/// What reading the suggestions and making a plan takes after that.
const MINUTES_AFTERWARDS: usize = 20;
/// A manager's own words for whom it is about.
const MOST_LABEL_CHARACTERS: usize = 80;

pub fn start(view: &View, start: &Start) -> Html {
    let framework = view.framework();
    let Status::Ready(session) = &view.state.status else { return Html::default() };
    let purpose = start.purpose.unwrap_or_default();
    let is_applicant = purpose == Purpose::Exploration;
    // What is under way isn't replaced by answers from another day.
    let (begin, offered) = match start.under_way {
        Some(_) => (Key::GoOn, &[][..]),
        None => (Key::Begin, &session.kept[..]),
    };
    // Whoever returns goes on; to begin is the other thing that can be done.
    let (weight, begin) =
        if offered.is_empty() { (Weight::Primary, begin) } else { (Weight::Secondary, Key::BeginAnew) };
    let choosing = html! {
        <>
            if view.state.settings.purpose.is_none() {
                { purposes(view, start) }
            }
            if start.asks_rater(&view.state.settings) {
                { raters(view, start) }
            }
            if start.is_manager() {
                { label(view, start) }
            }
            if is_applicant {
                { reading(view, start) }
            }
            { roles(view, start) }
            if is_applicant && start.role.is_some() && (!has_few_roles(view) || fixed_role(view, start).is_some()) {
                { further_roles(view, start) }
            }
            { stages(view, start) }
            <div class="actions">{ submit_button(view, weight, begin, Message::Begun) }</div>
        </>
    };
    html! {
        <div class="screen first">
            { basis_banner(view, start.role) }
            { title_of(view, view.of_framework(&framework.title), view.lang()) }
            { error_summary(view, &errors(view, start)) }
            for (place, (key, progress)) in offered.iter().enumerate() {
                { kept(view, session, place, key, progress) }
            }
            { lead(view, lead_key(purpose, start.is_manager())) }
            { about(view, session, purpose, start.is_manager()) }
            { form(view, choosing) }
            { file::open_file(view, Key::OpenFileTitle, Key::OpenFileLead) }
            { others(view, session) }
        </div>
    }
}

fn lead_key(purpose: Purpose, is_manager: bool) -> Key {
    match purpose {
        _ if is_manager => Key::StartLeadManager,
        Purpose::Development => Key::StartLeadDevelopment,
        Purpose::Exploration => Key::StartLeadExploration,
        Purpose::Onboarding => Key::StartLeadOnboarding,
    }
}

/// Marked where framework or targets are examples.
pub fn basis_banner(view: &View, role: Option<usize>) -> Html {
    let framework = view.framework();
    let role_is_example = role.is_some_and(|role| framework.roles[role].basis == Basis::Example);
    match framework.basis {
        Basis::Example => example_banner(view, Key::ExampleBanner),
        Basis::Owner if role_is_example => example_banner(view, Key::ExampleTargets),
        Basis::Owner => Html::default(),
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
fn about(view: &View, session: &Session, purpose: Purpose, is_manager: bool) -> Html {
    let framework = view.framework();
    let questions = framework.competences.len();
    let minutes = (questions * SECONDS_A_COMPETENCE).div_ceil(60);
    let in_all = (minutes + MINUTES_AFTERWARDS).next_multiple_of(5);
    let mut time = vec![view.count(Key::StartCount, questions), view.count(Key::StartTime, minutes)];
    if !is_manager && purpose != Purpose::Exploration {
        time.push(view.count(Key::StartInAll, in_all));
    }
    let stated = [Key::NoticeDecisions, Key::NoticeRules, uncertain(is_manager), voluntary(view, purpose, is_manager)];
    let reading = html! {
        <>
            if let Some(summary) = &framework.summary {
                <p lang={view.lang()}>{ content(view, summary) }</p>
            }
            for key in stated {
                { paragraph(view, key) }
            }
            <p>{ text(who(view)) }</p>
            { contact(view) }
        </>
    };
    html! {
        <div class="about">
            <ul>
                <li>{ text(time.join(" ")) }</li>
                <li>{ words(view, is_not(purpose, is_manager)) }</li>
                <li>{ words(view, whose(is_manager)) }</li>
            </ul>
            { where_kept(view, session, purpose) }
            { more(view, Key::AboutMore, reading) }
            <div>{ button(view, Weight::Quiet, Key::BlankFormOpen, Message::BlankFormOpened) }</div>
        </div>
    }
}

/// Where the answers are, in a line; another place is one click away, as far as the page leaves a choice.
fn where_kept(view: &View, session: &Session, purpose: Purpose) -> Html {
    let place = view.text(kept_where(session.kept_for()));
    if view.state.settings.most_keeping(purpose) == Retention::Nowhere {
        return html! { <p>{ text(place) }</p> };
    }
    html! {
        <details class="more where-kept">
            <summary><span class="now">{ text(place) }</span>{ text(" ") }{ words(view, Key::KeepElsewhere) }</summary>
            <div>{ keeping(view, session, purpose) }</div>
        </details>
    }
}

/// What it is not.
pub fn is_not(purpose: Purpose, is_manager: bool) -> Key {
    match purpose {
        _ if is_manager => Key::NoticeNoAppraisalManager,
        Purpose::Development => Key::NoticeNoAppraisal,
        Purpose::Exploration => Key::NoticeNoSelection,
        Purpose::Onboarding => Key::NoticeExpectedIncomplete,
    }
}

/// How much to read into it.
pub fn uncertain(is_manager: bool) -> Key {
    if is_manager { Key::NoticeUncertainManager } else { Key::NoticeUncertain }
}

/// Whose the answers are.
pub fn whose(is_manager: bool) -> Key {
    if is_manager { Key::NoticeYoursManager } else { Key::NoticeYours }
}

/// Whether anything has to be shared.
pub fn voluntary(view: &View, purpose: Purpose, is_manager: bool) -> Key {
    let settings = &view.state.settings;
    // The form waits only where the page says what it is for.
    let is_required = settings.is_required && settings.purpose.is_some() && settings.recipient(purpose).is_some();
    match (is_required, is_manager) {
        (true, _) => Key::NoticeRequired,
        (false, true) => Key::NoticeVoluntaryManager,
        (false, false) => Key::NoticeVoluntary,
    }
}

/// Whom to write to about the framework, where it says so.
pub fn contact(view: &View) -> Html {
    let Some(contact) = &view.framework().contact else { return Html::default() };
    html! { <p>{ link(contact, words(view, Key::FrameworkContact)) }</p> }
}

/// Who stands behind the framework, in which version, on which documents.
pub fn who(view: &View) -> Rc<str> {
    let framework = view.framework();
    let title = view.of_framework(&framework.title);
    let version = [("title", &*title), ("version", &framework.version)];
    let mut words = view.say(Key::FrameworkTitle, &version).to_string();
    if let Some(owner) = &framework.owner {
        words.push(' ');
        words.push_str(&view.say(Key::FrameworkOwner, &[("owner", owner)]));
    }
    if !framework.sources.is_empty() {
        let titles: Vec<String> = (framework.sources.iter())
            .map(|source| match &source.publisher {
                Some(publisher) => format!("{} ({publisher})", source.title),
                None => source.title.to_string(),
            })
            .collect();
        words.push(' ');
        words.push_str(&view.say(Key::FrameworkSources, &[("sources", &view.wording().list(&titles))]));
    }
    words.into()
}

fn errors(view: &View, start: &Start) -> Vec<(Key, AttrValue)> {
    let id = |field: &StartField| match field {
        StartField::Purpose => view.id("purpose-0"),
        StartField::Rater => view.id("rater-0"),
        StartField::Role => view.id("role-0"),
    };
    start.missing.iter().map(|field| (missing_key(*field), id(field))).collect()
}

fn missing_key(field: StartField) -> Key {
    match field {
        StartField::Purpose => Key::PurposeMissing,
        StartField::Rater => Key::RaterMissing,
        StartField::Role => Key::RoleMissing,
    }
}

/// A group of choices under a heading, with its error where nothing was chosen.
fn group(view: &View, name: &str, title: Key, error: Option<Key>, content: Html) -> Html {
    let title_shown = heading(view, 1, title);
    match Key::NOTICES.contains(&title) {
        true => firm_group(view, name, title_shown, error, content),
        false => pieces::group(view, name, title_shown, error, content),
    }
}

fn missing(start: &Start, field: StartField) -> Option<Key> {
    start.missing.contains(&field).then(|| missing_key(field))
}

fn purposes(view: &View, start: &Start) -> Html {
    let all = [
        (Purpose::Development, Key::PurposeDevelopment, Key::PurposeDevelopmentHelp),
        (Purpose::Onboarding, Key::PurposeOnboarding, Key::PurposeOnboardingHelp),
        (Purpose::Exploration, Key::PurposeExploration, Key::PurposeExplorationHelp),
    ];
    let choice = |(purpose, label, help)| Choice {
        description: Some(view.text(help)),
        ..Choice::new(view.text(label), start.purpose == Some(purpose), Message::PurposeChosen(purpose))
    };
    let missing = missing(start, StartField::Purpose);
    let list = all.into_iter().map(choice).collect();
    group(view, "purpose", Key::PurposeQuestion, missing, choices(view, "purpose", list))
}

fn raters(view: &View, start: &Start) -> Html {
    let choice = |rater, key| Choice::new(view.text(key), start.rater == Some(rater), Message::RaterChosen(rater));
    let list = vec![choice(Rater::Myself, Key::RaterSelf), choice(Rater::Manager, Key::RaterManager)];
    let missing = missing(start, StartField::Rater);
    group(view, "rater", Key::RaterQuestion, missing, choices(view, "rater", list))
}

/// For a manager: whom it is about, kept on the device only.
fn label(view: &View, start: &Start) -> Html {
    let field = Field::new(view, "label", words(view, Key::LabelQuestion)).hint(view.text(Key::LabelHint));
    html! {
        <>
            { notice(view, Key::NoticeShowEmployee) }
            { field.line(MOST_LABEL_CHARACTERS, start.label.clone(), Message::LabelWritten) }
        </>
    }
}

fn roles(view: &View, start: &Start) -> Html {
    let framework = view.framework();
    if let Some(role) = fixed_role(view, start) {
        let title = view.role(role);
        return html! {
            <p class="role">
                { text(view.say(Key::RoleFixed, &[("role", &title)])) }
                { text(" ") }
                { read(view, role, view.text(Key::ReadRole)) }
            </p>
        };
    }
    let is_applicant = start.purpose == Some(Purpose::Exploration);
    if is_applicant && has_few_roles(view) {
        let content = html! {
            <>
                { meta(view, Key::OtherRolesHint) }
                { roles_to_look_at(view, start, None) }
            </>
        };
        return group(view, "role", Key::RolesLookedAt, missing(start, StartField::Role), content);
    }
    let field = if has_few_roles(view) {
        let choice = |(place, role): (usize, &Role)| Choice {
            description: role.summary.as_ref().map(|summary| view.of_framework(summary)),
            lang: view.lang(),
            ..Choice::new(view.of_framework(&role.title), start.role == Some(place), Message::RoleChosen(place))
        };
        choices(view, "role", framework.roles.iter().enumerate().map(choice).collect())
    } else {
        let choose = |role: Option<usize>| role.map_or(Message::RoleUnchosen, Message::RoleChosen);
        role_search(view, "role-0", start.role, choose)
    };
    let content = html! {
        <>
            { field }
            if let Some(role) = start.role.filter(|_| !is_applicant) {
                <p>{ read(view, role, view.text(Key::ReadRole)) }</p>
            }
        </>
    };
    let question = if is_applicant { Key::RoleLookedAt } else { Key::RoleQuestion };
    group(view, "role", question, missing(start, StartField::Role), content)
}

/// For an applicant: each role with a tick for looking at it, and with the way to its own page.
fn roles_to_look_at(view: &View, start: &Start, fixed: Option<usize>) -> Html {
    let row = |(place, role): (usize, &Role)| {
        let is_looked_at = start.role == Some(place) || start.other_roles.contains(&place);
        let ticked = Rc::new(move |is_looked_at| Message::OtherRoleTicked { role: place, is_looked_at });
        html! {
            <div class="looked-at" key={place}>
                { checkbox(view, &format!("role-{place}"), view.role(place), is_looked_at, Some(ticked)) }
                { read(view, place, view.text(Key::ReadRole)) }
                if let Some(summary) = &role.summary {
                    <p class="meta" lang={view.lang()}>{ content(view, summary) }</p>
                }
            </div>
        }
    };
    let roles = view.framework().roles.iter().enumerate().filter(|(place, _)| Some(*place) != fixed);
    html! { <div class="choices">{ for roles.map(row) }</div> }
}

fn has_few_roles(view: &View) -> bool {
    view.framework().roles.len() <= FEW_ROLES
}

/// The role that isn't the person's to choose.
fn fixed_role(view: &View, start: &Start) -> Option<usize> {
    start.role.filter(|_| view.state.settings.role.is_some() || view.framework().roles.len() == 1)
}

/// The way to a role's own page.
fn read(view: &View, role: usize, words: Rc<str>) -> Html {
    let title = view.role(role);
    let name = view.say(Key::ReadRoleNamed, &[("role", &title)]);
    named_button(view, words, name, Message::RoleReadingOpened(role))
}

/// Many roles: a text field for which the browser itself searches the titles.
fn role_search(view: &View, name: &str, chosen: Option<usize>, choose: fn(Option<usize>) -> Message) -> Html {
    let roles = &view.framework().roles;
    let titles = roles.iter().map(|role| view.of_framework(&role.title)).collect();
    search_among(view, name, Key::RoleSearch, view.count(Key::RoleSearchHint, roles.len()), titles, chosen, choose)
}

/// For an applicant: of many roles those that were chosen, each as a page to read.
fn reading(view: &View, start: &Start) -> Html {
    // A role that is fixed has its own way there.
    let chosen = start.role.iter().chain(&start.other_roles).filter(|place| Some(**place) != fixed_role(view, start));
    let line = |place: &usize| html! { <li key={*place}>{ read(view, *place, view.role(*place)) }</li> };
    let lines: Vec<_> = chosen.map(line).collect();
    if lines.is_empty() || has_few_roles(view) {
        return Html::default();
    }
    more(view, Key::ReadRoles, html! { <ul class="settles">{ lines }</ul> })
}

/// For an applicant: more roles to look at with the same answers.
fn further_roles(view: &View, start: &Start) -> Html {
    if view.framework().roles.len() < 2 {
        return Html::default();
    }
    let content = html! {
        <>
            { meta(view, Key::OtherRolesHint) }
            if has_few_roles(view) {
                { roles_to_look_at(view, start, start.role) }
            } else {
                { other_roles(view, start.role, &start.other_roles) }
            }
        </>
    };
    group(view, "others", Key::OtherRolesQuestion, None, content)
}

/// Roles to tick: all but the first one chosen, or with many those that were looked up.
pub fn other_roles(view: &View, own: Option<usize>, others: &[usize]) -> Html {
    let roles = &view.framework().roles;
    let are_few = has_few_roles(view);
    let offered: Vec<usize> = if are_few { (0..roles.len()).collect() } else { others.into() };
    let tick = |(place, role): (usize, usize)| {
        let looked_at = Rc::new(move |is_looked_at| Message::OtherRoleTicked { role, is_looked_at });
        let title = view.role(role);
        // In a list that grows and shrinks the focus stays at its place.
        let name = format!("other{place}");
        html! { <key={role}>{ checkbox(view, &name, title, others.contains(&role), Some(looked_at)) }</> }
    };
    let add = |role: Option<usize>| Message::OtherRoleTicked { role: role.unwrap_or(usize::MAX), is_looked_at: true };
    html! {
        <>
            if !are_few {
                { role_search(view, "other-search", None, add) }
            }
            <div class="choices">
                for each in offered.into_iter().enumerate().filter(|(_, role)| Some(*role) != own) {
                    { tick(each) }
                }
            </div>
        </>
    }
}

/// For a new hire: how long they have been there.
fn stages(view: &View, start: &Start) -> Html {
    let stages = start.role.map(|role| &view.framework().roles[role].stages[..]).unwrap_or_default();
    if start.purpose != Some(Purpose::Onboarding) || stages.is_empty() {
        return Html::default();
    }
    let choice = |stage: &Stage| {
        let id = Some(stage.id.clone());
        Choice {
            lang: view.lang(),
            ..Choice::new(view.of_framework(&stage.title), start.stage == id, Message::StageChosen(id))
        }
    };
    let mut list: Vec<_> = stages.iter().map(choice).collect();
    list.push(Choice::new(view.text(Key::StageNone), start.stage.is_none(), Message::StageChosen(None)));
    group(view, "stage", Key::StageQuestion, None, choices(view, "stage", list))
}

/// Where answers are kept, as far as the page leaves a choice.
pub fn keeping(view: &View, session: &Session, purpose: Purpose) -> Html {
    let most = view.state.settings.most_keeping(purpose);
    if most == Retention::Nowhere {
        return Html::default();
    }
    let all =
        [(Retention::Tab, Key::KeepTab), (Retention::Device, Key::KeepDevice), (Retention::Nowhere, Key::KeepNowhere)];
    let choice = |(keeping, key): (Retention, Key)| Choice {
        description: (keeping == Retention::Device).then(|| view.text(Key::KeepDeviceHelp)),
        ..Choice::new(view.text(key), session.keeping == keeping, Message::KeepingChosen(keeping))
    };
    let list = all.into_iter().filter(|(keeping, _)| *keeping <= most).map(choice).collect();
    group(view, "keeping", Key::KeepQuestion, None, choices(view, "keeping", list))
}

/// Answers from another day, found on the device: another person may sit here now.
fn kept(view: &View, session: &Session, place: usize, key: &Rc<str>, progress: &Progress) -> Html {
    let label = &progress.journey.label;
    let what = Deletion::Kept(key.clone());
    let weight = if place == 0 { Weight::Primary } else { Weight::Secondary };
    html! {
        <div class={FIRM_NOTICE} key={place}>
            if place == 0 {
                { heading(view, 1, Key::KeptTitle) }
            }
            <p>
                if !label.is_empty() {
                    <strong>{ text(format!("{label}. ")) }</strong>
                }
                { text(kept_words(view, progress)) }
            </p>
            <div class="actions">
                { button(view, weight, Key::KeptGoOn, Message::ProgressResumed(key.clone())) }
                { button(view, Weight::Quiet, Key::KeptDelete, Message::DeletionAsked(what.clone())) }
            </div>
            { deletion(view, session, &what) }
        </div>
    }
}

/// What else is kept of ours and can't be gone on from here: it can be deleted, and only on its own.
fn others(view: &View, session: &Session) -> Html {
    let count = session.others.len();
    if count == 0 {
        return Html::default();
    }
    let delete = Message::DeletionAsked(Deletion::Others);
    html! {
        <div class="others">
            <p class="meta">{ text(view.count(Key::OthersKept, count)) }</p>
            <div class="actions">{ button(view, Weight::Quiet, Key::OthersDelete, delete) }</div>
            { deletion(view, session, &Deletion::Others) }
        </div>
    }
}
