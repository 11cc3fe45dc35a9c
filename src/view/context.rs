//! What every screen is drawn with: the state, the words, the report, and where acts are put down.
//!
//! Knows no screen and none of the pieces that they are made of.

use super::act::{Act, LaterScreens, Sight};
use crate::assessment::{Assessment, Rater};
use crate::framework::{Framework, Level, ScaleLevel, Text};
use crate::report::Report;
use crate::scalar::is_likely_date;
use crate::state::journey::Journey;
use crate::state::{Message, State, Status};
use crate::wording::{Key, Wording, is_same_language};
use indexmap::IndexSet;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::AttrValue;

/// Writes a date such as `2026-02-01` in the words of a language: the browser knows how.
pub type DayInWords = fn(day: &str, language: &str) -> String;

/// With more competences and areas than this, what is folded away is drawn once it is opened.
const FEW: usize = 200;

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
pub struct View<'a> {
    pub state: &'a State,
    reports: &'a ReportCache,
    number: u32,
    content_language: usize,
    day_in_words: DayInWords,
    medium: Medium,
    /// Who answered what is drawn, where it isn't who answers here.
    answered_by: Option<Rater>,
    sight: Sight,
    /// How many rows are still to be drawn now.
    rows_left: Cell<usize>,
    is_unfinished: Cell<bool>,
    acts: RefCell<Vec<Act>>,
    /// What was said in words of the page's own that no page can put in words of its own, in English.
    originals: Rc<RefCell<IndexSet<Rc<str>>>>,
    /// The notices that were said, in the words that stand there.
    notices: RefCell<IndexSet<Rc<str>>>,
}

impl<'a> View<'a> {
    pub fn of(state: &'a State, reports: &'a ReportCache, number: u32, day_in_words: DayInWords) -> Self {
        let content_language = match &state.status {
            Status::Ready(session) => state.content_language(&session.framework),
            _ => 0,
        };
        Self {
            state,
            reports,
            number,
            content_language,
            day_in_words,
            medium: Medium::Screen,
            answered_by: None,
            sight: Sight::default(),
            rows_left: Cell::new(usize::MAX),
            is_unfinished: Cell::default(),
            acts: RefCell::default(),
            originals: Rc::default(),
            notices: RefCell::default(),
        }
    }

    /// The same with what is known of the screen as it stands.
    pub fn seen(self, sight: Sight) -> Self {
        self.rows_left.set(sight.rows.unwrap_or(usize::MAX));
        Self { sight, ..self }
    }

    /// What can be done on all that was drawn.
    pub fn into_acts(self) -> Vec<Act> {
        self.acts.into_inner()
    }

    /// The same for pages to read, where nothing can be done.
    pub fn for_paper(&self) -> Self {
        let paper = Self::of(self.state, self.reports, self.number, self.day_in_words);
        Self { medium: Medium::Paper, originals: self.originals.clone(), ..paper }
    }

    /// The same for what somebody else answered.
    pub fn for_paper_by(&self, rater: Rater) -> Self {
        Self { answered_by: Some(rater), ..self.for_paper() }
    }

    pub fn is_on_paper(&self) -> bool {
        self.medium == Medium::Paper
    }

    pub fn wording(&self) -> &Wording {
        &self.state.wording
    }

    /// One of the widget's own texts.
    pub fn text(&self, key: Key) -> Rc<str> {
        self.note_original(key, |english| english.text(key));
        self.noted(key, self.wording().text(key))
    }

    /// One of the widget's own texts with its names filled in.
    pub fn say(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        // What is filled in is the page's again: it stands in quotation marks, so that it can't pass for Rokade's own.
        self.note_original(key, |english| {
            let quoted: Vec<_> = values.iter().map(|(name, value)| (*name, quoted(value))).collect();
            let values: Vec<_> = quoted.iter().map(|(name, value)| (*name, &**value)).collect();
            english.say(key, &values)
        });
        self.noted(key, self.wording().say(key, values))
    }

    /// One of the widget's own texts in the form for a number.
    pub fn count(&self, key: Key, number: usize) -> Rc<str> {
        self.note_original(key, |english| english.count(key, number, &[]));
        self.noted(key, self.wording().count(key, number, &[]))
    }

    fn noted(&self, key: Key, words: Rc<str>) -> Rc<str> {
        if Key::NOTICES.contains(&key) {
            self.notices.borrow_mut().insert(words.clone());
        }
        words
    }

    /// The `::part` of what says these words: none where they are a notice, which a page's styles can't hide.
    pub fn part_of(&self, words: &str, part: &'static str) -> Option<&'static str> {
        (!self.notices.borrow().contains(words)).then_some(part)
    }

    /// What was said without being drawn, to a screen reader alone.
    pub fn note_announced(&self, words: &str) {
        let is_said = |key: &&Key| *self.wording().text(**key) == *words;
        if self.wording().original().is_some()
            && let Some(key) = Key::NOTICES.iter().find(is_said)
        {
            self.text(*key);
        }
    }

    fn note_original(&self, key: Key, say: impl FnOnce(&Wording) -> Rc<str>) {
        if let Some(english) = self.wording().original().filter(|_| Key::NOTICES.contains(&key)) {
            self.originals.borrow_mut().insert(say(&english));
        }
    }

    /// The shipped English of the notices that were said in a page's own words, in their order.
    pub fn take_originals(&self) -> IndexSet<Rc<str>> {
        self.originals.take()
    }

    /// One of the framework's texts in the reader's language.
    pub fn of_framework(&self, text: &Text) -> Rc<str> {
        text.in_language(self.content_language)
    }

    /// A date such as `2026-02-01`, or the day of a moment, in the reader's words; as it stands where it is none that was
    /// meant, since a browser takes much for a date.
    pub fn day(&self, day: &str) -> String {
        let date = day.get(..10).unwrap_or(day);
        // Nothing but a time of day may follow: a browser takes words for one, too.
        let is_time = |time: &str| time.bytes().all(|letter| letter.is_ascii_digit() || b":.+-Z".contains(&letter));
        let said = match day.get(10..).and_then(|rest| rest.strip_prefix('T')) {
            Some(time) if is_time(time) => day,
            _ => date,
        };
        if is_likely_date(date) { (self.day_in_words)(said, self.wording().tag()) } else { day.to_owned() }
    }

    /// The day on which an assessment was changed last; nothing where it doesn't say.
    pub fn day_changed(&self, assessment: &Assessment) -> String {
        self.day(assessment.updated_at.as_deref().unwrap_or_default())
    }

    /// The language of the framework's texts, where it is another than that of the widget's own.
    pub fn lang(&self) -> Option<AttrValue> {
        let tag = &self.framework().languages[self.content_language];
        let own = self.wording().tag();
        (!is_same_language(tag, own)).then(|| tag.clone().into())
    }

    /// The title of the competence at this place.
    pub fn competence(&self, place: usize) -> Rc<str> {
        self.of_framework(&self.framework().competences[place].title)
    }

    /// A level of a competence's scale in words, as it was read by who chose it: by a manager in the third person, where the framework has it so.
    pub fn level_as_read(&self, place: usize, level: Level, by_manager: bool) -> Rc<str> {
        self.of_framework(self.framework().scale_of(place).levels[usize::from(level)].label_for(by_manager))
    }

    /// A target in words: the role's, and beside what was agreed the role's own.
    pub fn target_in_words(&self, place: usize, of_role: Option<Level>, target: Level) -> Rc<str> {
        let words = self.level_in_short(place, target);
        match of_role.filter(|of_role| *of_role != target) {
            Some(of_role) => {
                let of_role = self.level_in_short(place, of_role);
                self.say(Key::LevelMoved, &[("level", &words), ("role", &of_role)])
            }
            None => self.say(Key::RoleAsksFor, &[("level", &words)]),
        }
    }

    /// The same by its short name, where it has one.
    pub fn level_in_short(&self, place: usize, level: Level) -> Rc<str> {
        let level = &self.framework().scale_of(place).levels[usize::from(level)];
        self.of_framework(level.short.as_ref().unwrap_or(self.label(level)))
    }

    /// The words of a level for who answers here.
    pub fn label<'l>(&self, level: &'l ScaleLevel) -> &'l Text {
        level.label_for(self.is_managers())
    }

    /// Whether the one who answers, or answered what is drawn, does so about somebody else.
    pub fn is_managers(&self) -> bool {
        let Status::Ready(session) = &self.state.status else { return false };
        if let Some(rater) = self.answered_by {
            return rater == Rater::Manager;
        }
        session.journey().is_some_and(|journey| journey.assessment.rater == Rater::Manager)
    }

    /// The title of the role at this place.
    pub fn role(&self, place: usize) -> Rc<str> {
        self.of_framework(&self.framework().roles[place].title)
    }

    /// The framework; screens are drawn only once there is one.
    pub fn framework(&self) -> &'a Rc<Framework> {
        match &self.state.status {
            Status::Ready(session) => &session.framework,
            _ => unreachable!("screens are drawn only with a framework"),
        }
    }

    /// An id that no other widget on the page has.
    pub fn id(&self, name: &str) -> AttrValue {
        format!("rokade-{}-{name}", self.number).into()
    }

    /// A heading `below` levels under the widget's first.
    pub fn heading_tag(&self, below: u8) -> &'static str {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = (self.state.settings.heading_level + below).clamp(1, 6);
        TAGS[usize::from(level) - 1]
    }

    /// The report of the journey, seen against the role at this place.
    pub fn report(&self, journey: &Journey, role: usize) -> Rc<Report> {
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
    pub fn shown(&self, field: &str, wanted: Rc<str>) -> Rc<str> {
        match &self.sight.typing {
            Some(typing) if *typing.field == *field && typing.drawn == wanted => typing.written.clone(),
            _ => wanted,
        }
    }

    /// Whether somebody is writing in a field whose name begins so.
    pub fn is_typing_in(&self, name: &str) -> bool {
        self.sight.typing.as_ref().is_some_and(|typing| typing.field.starts_with(&*self.id(name)))
    }

    /// Takes room for one more row of a list, if there is any left to draw now.
    pub fn takes_row(&self) -> bool {
        let left = self.rows_left.get();
        self.rows_left.set(left.saturating_sub(1));
        self.is_unfinished.set(self.is_unfinished.get() || left == 0);
        left > 0
    }

    /// Whether the page is being printed by the browser's own command.
    pub fn is_printed(&self) -> bool {
        self.sight.is_printed
    }

    /// Whether the screens after the questions can be drawn.
    pub fn later_screens(&self) -> LaterScreens {
        self.sight.later_screens
    }

    /// Whether there are rows that were not drawn.
    pub fn is_unfinished(&self) -> bool {
        self.is_unfinished.get()
    }

    /// Whether what is folded away under this name is drawn. With a usual framework everything is, so that the browser
    /// finds words in it; with a large one what is folded away would be most of the page.
    pub fn draws_inside(&self, name: &str) -> bool {
        let framework = self.framework();
        let is_usual = framework.competences.len() + framework.areas.len() <= FEW;
        is_usual || self.is_on_paper() || self.is_unfolded(name)
    }

    /// Whether what was folded away undrawn under this name has been opened.
    pub fn is_unfolded(&self, name: &str) -> bool {
        self.sight.unfolded.contains(name)
    }

    // What can be done, as the value of `data-act`. Only `pieces` asks.

    pub fn press(&self, message: Message) -> String {
        self.add(Act::Press(message))
    }

    pub fn submit(&self, message: Message) -> String {
        self.add(Act::Submit(message))
    }

    pub fn choose(&self, message: Message) -> String {
        self.add(Act::Choose(message))
    }

    pub fn tick(&self, message: Rc<dyn Fn(bool) -> Message>) -> String {
        self.add(Act::Tick(message))
    }

    pub fn select(&self, message: impl Fn(Rc<str>) -> Message + 'static) -> String {
        self.add(Act::Select(Rc::new(message)))
    }

    pub fn search(&self, drawn: &Rc<str>, message: impl Fn(Rc<str>) -> Message + 'static) -> String {
        self.add(Act::Search { drawn: drawn.clone(), message: Rc::new(message) })
    }

    pub fn write(&self, drawn: &Rc<str>, message: impl Fn(Rc<str>) -> Message + 'static) -> String {
        self.add(Act::Write { drawn: drawn.clone(), message: Rc::new(message) })
    }

    pub fn open_file(&self) -> String {
        self.add(Act::OpenFile)
    }

    pub fn go_to(&self, field: &AttrValue) -> String {
        self.add(Act::GoTo(field.clone()))
    }

    pub fn unfold(&self, name: &str) -> String {
        self.add(Act::Unfold(name.to_owned().into()))
    }

    pub fn fetch(&self) -> String {
        self.add(Act::Fetch)
    }

    fn add(&self, act: Act) -> String {
        let mut acts = self.acts.borrow_mut();
        acts.push(act);
        (acts.len() - 1).to_string()
    }
}

/// A value in quotation marks, unless it is a number.
fn quoted(value: &str) -> Cow<'_, str> {
    match value.bytes().all(|letter| letter.is_ascii_digit()) {
        true => value.into(),
        false => format!("“{value}”").into(),
    }
}
