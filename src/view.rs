//! What stands on the screen: for each screen a function from the state to `html!`; none of them changes anything.
//!
//! One file per screen, and the pieces that they share. They are compiled for the machine as well, so that tests walk
//! through what is drawn and do what could be done. Knows the words and the derived report; never a component, a browser,
//! or how anything is computed.

mod act;
mod pieces;

mod areas;
mod balance;
mod chart;
mod check;
mod compare;
mod dimension_done;
mod file;
mod keep;
mod paper;
mod plan;
mod question;
mod read_role;
mod results;
mod start;
mod status;

use crate::assessment::Assessment;
use crate::framework::{Framework, Level, Text};
use crate::report::Report;
use crate::state::journey::{Journey, Step};
use crate::state::{Message, Screen, State, Status, files::file_json};
use crate::wording::{Key, Wording};
pub use act::{Act, Typing};
use pieces::text;
use std::cell::RefCell;
use std::rc::Rc;
use yew::{AttrValue, Html, html};

/// Writes a date such as `2026-02-01` in the words of a language: the browser knows how.
pub type DayInWords = fn(day: &str, language: &str) -> String;

/// What a screen shows and what can be done on it.
pub struct Drawn {
    pub html: Html,
    /// The element whose `data-act` is a number does the act at that place.
    pub acts: Vec<Act>,
}

/// Everything that the widget shows now. `number` sets its ids apart from those of other widgets on the page.
pub fn screen(
    state: &State,
    reports: &ReportCache,
    number: u32,
    day_in_words: DayInWords,
    typing: Option<Typing>,
) -> Drawn {
    let view = View { typing, ..View::of(state, reports, number, day_in_words) };
    let (number, announcement) = &state.announcement;
    let html = html! {
        <>
            { content(&view) }
            <div class="live visually-hidden" role="status" aria-live="polite">
                <span key={*number}>{ text(announcement.clone()) }</span>
            </div>
        </>
    };
    Drawn { html, acts: view.acts.into_inner() }
}

/// What stands above the live region.
fn content(view: &View) -> Html {
    let session = match &view.state.status {
        Status::Waiting => return status::waiting(view),
        Status::Failed(failure) => return status::failed(view, failure),
        Status::Ready(session) => session,
    };
    let screen = match &session.screen {
        Screen::Start(start) => start::start(view, start),
        Screen::ReadRole { role, .. } => read_role::read_role(view, *role),
        Screen::Journey(journey) => match &journey.step {
            Step::Question(question) => question::question(view, journey, *question),
            Step::DimensionDone { dimension } => dimension_done::dimension_done(view, journey, *dimension),
            Step::Balance => balance::balance(view, journey),
            Step::Areas => areas::areas(view, journey),
            Step::Check => check::check(view, journey),
            Step::Results { viewed_role } => results::results(view, journey, *viewed_role),
            Step::Compare => compare::compare(view, journey),
            Step::Agenda => compare::agenda::agenda(view, journey),
            Step::Plan => plan::plan(view, journey),
            Step::Paper => paper::paper(view, journey),
            Step::Keep => keep::keep(view, journey),
        },
    };
    html! {
        <>
            { status::notices(view, &session.notices) }
            { screen }
            { status::toolbar(view, session) }
            { status::dialog(view, session) }
        </>
    }
}

/// The person's own file as a page that reads without the widget and opens again, in two parts, since one of them has to
/// be drawn.
pub struct Receipt {
    /// What stands on the page.
    pub html: Html,
    /// What stands before it and after it.
    around: [String; 2],
}

impl Receipt {
    /// `None` before there are answers.
    pub fn of(state: &State, day_in_words: DayInWords, styles: &str) -> Option<Self> {
        let (Status::Ready(session), reports) = (&state.status, ReportCache::default()) else { return None };
        let Screen::Journey(journey) = &session.screen else { return None };
        // A document of its own begins with its own first heading.
        let mut state = state.clone();
        Rc::make_mut(&mut state.settings).heading_level = 1;
        let view = View { medium: Medium::Paper, ..View::of(&state, &reports, 0, day_in_words) };
        let assessment = journey.own_file();
        let json = file_json(&session.framework, journey.role, &assessment, &state.wording).to_compact();
        let journey = Journey { assessment: Rc::new(assessment), ..journey.clone() };
        Some(Self { html: paper::receipt(&view, &journey), around: paper::around_receipt(&view, styles, &json) })
    }

    /// The file's text, once the page was drawn.
    pub fn with(&self, drawn: &str) -> String {
        let [before, after] = &self.around;
        [before, drawn, after].concat()
    }
}

/// The last report with what it was made from: it is derived, and made anew only when an answer changed.
#[derive(Default)]
pub struct ReportCache(RefCell<Option<Cached>>);

struct Cached {
    assessment: Rc<Assessment>,
    role: usize,
    report: Rc<Report>,
}

/// What something is drawn for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Medium {
    Screen,
    /// There nothing can be pressed or filled in.
    Paper,
}

/// What every screen is drawn with: the state, the words, the report, and where acts are put down.
struct View<'a> {
    state: &'a State,
    reports: &'a ReportCache,
    number: u32,
    content_language: usize,
    day_in_words: DayInWords,
    medium: Medium,
    typing: Option<Typing>,
    acts: RefCell<Vec<Act>>,
}

impl<'a> View<'a> {
    fn of(state: &'a State, reports: &'a ReportCache, number: u32, day_in_words: DayInWords) -> Self {
        let content_language = match &state.status {
            Status::Ready(session) => state.content_language(&session.framework),
            _ => 0,
        };
        let (medium, typing, acts) = (Medium::Screen, None, RefCell::default());
        Self { state, reports, number, content_language, day_in_words, medium, typing, acts }
    }

    /// The same for pages to read, where nothing can be done.
    fn for_paper(&self) -> Self {
        let Self { state, reports, number, content_language, day_in_words, .. } = *self;
        let (medium, typing, acts) = (Medium::Paper, None, RefCell::default());
        Self { state, reports, number, content_language, day_in_words, medium, typing, acts }
    }

    fn is_on_paper(&self) -> bool {
        self.medium == Medium::Paper
    }

    fn wording(&self) -> &Wording {
        &self.state.wording
    }

    /// One of the widget's own texts.
    fn text(&self, key: Key) -> Rc<str> {
        self.wording().text(key)
    }

    /// One of the widget's own texts with its names filled in.
    fn say(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        self.wording().say(key, values)
    }

    /// One of the widget's own texts in the form for a number.
    fn count(&self, key: Key, number: usize) -> Rc<str> {
        self.wording().count(key, number, &[])
    }

    /// One of the framework's texts in the reader's language.
    fn of_framework(&self, text: &Text) -> Rc<str> {
        text.in_language(self.content_language)
    }

    /// A date such as `2026-02-01` in the reader's words.
    fn day(&self, day: &str) -> String {
        (self.day_in_words)(day, self.wording().language.tag())
    }

    /// The language of the framework's texts, where it is another than that of the widget's own.
    fn lang(&self) -> Option<AttrValue> {
        let tag = &self.framework().languages[self.content_language];
        let own = self.wording().language.tag();
        let is_same = tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(own));
        (!is_same).then(|| tag.clone().into())
    }

    /// The title of the competence at this place.
    fn competence(&self, place: usize) -> Rc<str> {
        self.of_framework(&self.framework().competences[place].title)
    }

    /// A level of a competence's scale in words.
    fn level(&self, place: usize, level: Level) -> Rc<str> {
        self.of_framework(&self.framework().scale_of(place).levels[usize::from(level)].label)
    }

    /// The title of the role at this place.
    fn role(&self, place: usize) -> Rc<str> {
        self.of_framework(&self.framework().roles[place].title)
    }

    /// The framework; screens are drawn only once there is one.
    fn framework(&self) -> &'a Rc<Framework> {
        match &self.state.status {
            Status::Ready(session) => &session.framework,
            _ => unreachable!("screens are drawn only with a framework"),
        }
    }

    /// An id that no other widget on the page has.
    fn id(&self, name: &str) -> AttrValue {
        format!("rokade-{}-{name}", self.number).into()
    }

    /// A heading `below` levels under the widget's first.
    fn heading_tag(&self, below: u8) -> &'static str {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = (self.state.settings.heading_level + below).clamp(1, 6);
        TAGS[usize::from(level) - 1]
    }

    /// The report of the journey, seen against the role at this place.
    fn report(&self, journey: &Journey, role: usize) -> Rc<Report> {
        let mut cache = self.reports.0.borrow_mut();
        if let Some(cached) = &*cache
            && Rc::ptr_eq(&cached.assessment, &journey.assessment)
            && cached.role == role
        {
            return cached.report.clone();
        }
        let report = Rc::new(Report::of(self.framework(), role, &journey.assessment));
        *cache = Some(Cached { assessment: journey.assessment.clone(), role, report: report.clone() });
        report
    }

    /// What a field shows: what is wanted, unless somebody is writing in it and nothing else is wanted than before. Then
    /// what they wrote stays.
    fn shown(&self, field: &str, wanted: Rc<str>) -> Rc<str> {
        match &self.typing {
            Some(typing) if *typing.field == *field && typing.drawn == wanted => typing.written.clone(),
            _ => wanted,
        }
    }

    /// Whether somebody is writing in a field whose name begins so.
    fn is_typing_in(&self, name: &str) -> bool {
        self.typing.as_ref().is_some_and(|typing| typing.field.starts_with(&*self.id(name)))
    }

    // What can be done, as the value of `data-act`. Only `pieces` asks.

    fn press(&self, message: Message) -> String {
        self.add(Act::Press(message))
    }

    fn choose(&self, message: Message) -> String {
        self.add(Act::Choose(message))
    }

    fn tick(&self, message: Rc<dyn Fn(bool) -> Message>) -> String {
        self.add(Act::Tick(message))
    }

    fn select(&self, message: impl Fn(Rc<str>) -> Message + 'static) -> String {
        self.add(Act::Select(Rc::new(message)))
    }

    fn search(&self, drawn: &Rc<str>, message: impl Fn(Rc<str>) -> Message + 'static) -> String {
        self.add(Act::Search { drawn: drawn.clone(), message: Rc::new(message) })
    }

    fn write(&self, drawn: &Rc<str>, message: impl Fn(Rc<str>) -> Message + 'static) -> String {
        self.add(Act::Write { drawn: drawn.clone(), message: Rc::new(message) })
    }

    fn open_file(&self) -> String {
        self.add(Act::OpenFile)
    }

    fn dismiss(&self, message: Message) -> String {
        self.add(Act::Dismiss(message))
    }

    fn go_to(&self, field: &AttrValue) -> String {
        self.add(Act::GoTo(field.clone()))
    }

    fn add(&self, act: Act) -> String {
        let mut acts = self.acts.borrow_mut();
        acts.push(act);
        (acts.len() - 1).to_string()
    }
}
