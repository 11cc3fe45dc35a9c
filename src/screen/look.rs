//! What every screen is drawn with: the state, the words, and the report.

use crate::assessment::Assessment;
use crate::framework::{Framework, Level, Text};
use crate::markup::{Node, each, el};
use crate::report::Report;
use crate::state::journey::Journey;
use crate::state::{State, Status};
use crate::wording::{Key, Wording};
use std::cell::RefCell;
use std::rc::Rc;

/// The last report with what it was made from: it is derived, and made anew only when an answer changed.
#[derive(Default)]
pub struct ReportCache(RefCell<Option<Cached>>);

struct Cached {
    assessment: Rc<Assessment>,
    role: usize,
    report: Rc<Report>,
}

/// Writes a date such as `2026-02-01` in the words of a language: the browser knows how.
pub type DayInWords = fn(day: &str, language: &str) -> String;

/// What a screen is drawn with.
pub struct Look<'a> {
    pub state: &'a State,
    reports: &'a ReportCache,
    number: u32,
    content_language: usize,
    day_in_words: DayInWords,
}

impl<'a> Look<'a> {
    pub fn of(state: &'a State, reports: &'a ReportCache, number: u32, day_in_words: DayInWords) -> Self {
        let content_language = match &state.status {
            Status::Ready(session) => state.content_language(&session.framework),
            _ => 0,
        };
        Self { state, reports, number, content_language, day_in_words }
    }

    pub fn wording(&self) -> &Wording {
        &self.state.wording
    }

    /// One of the widget's own texts.
    pub fn text(&self, key: Key) -> Rc<str> {
        self.wording().text(key)
    }

    /// One of the widget's own texts with its names filled in.
    pub fn say(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        self.wording().say(key, values)
    }

    /// One of the widget's own texts in the form for a number.
    pub fn count(&self, key: Key, number: usize) -> Rc<str> {
        self.wording().count(key, number, &[])
    }

    /// One of the framework's texts in the reader's language.
    pub fn of_framework(&self, text: &Text) -> Rc<str> {
        text.in_language(self.content_language)
    }

    /// A date such as `2026-02-01` in the reader's words.
    pub fn day(&self, day: &str) -> String {
        (self.day_in_words)(day, self.wording().language.tag())
    }

    /// The language of the framework's texts, where it is another than that of the widget's own.
    pub fn content_lang(&self) -> Option<Rc<str>> {
        let tag = &self.framework().languages[self.content_language];
        let own = self.wording().language.tag();
        let is_same = tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(own));
        (!is_same).then(|| tag.clone())
    }

    /// An element with one of the framework's texts, marked with its language where that is another.
    pub fn content(&self, tag: &'static str, text: &Text) -> Node {
        el(tag).set_if("lang", self.content_lang()).text(self.of_framework(text))
    }

    /// The title of the competence at this place.
    pub fn competence(&self, place: usize) -> Rc<str> {
        self.of_framework(&self.framework().competences[place].title)
    }

    /// An element with the title of the competence at this place.
    pub fn titled(&self, tag: &'static str, place: usize) -> Node {
        self.content(tag, &self.framework().competences[place].title)
    }

    /// Competences as the framework calls them, one beside the other.
    pub fn chips(&self, places: &[usize]) -> Node {
        each(el("ul.chips"), places, &|place| self.titled("li", place))
    }

    /// A level of a competence's scale in words.
    pub fn level(&self, place: usize, level: Level) -> Rc<str> {
        self.of_framework(&self.framework().scale_of(place).levels[usize::from(level)].label)
    }

    /// The title of the role at this place.
    pub fn role(&self, place: usize) -> Rc<str> {
        self.of_framework(&self.framework().roles[place].title)
    }

    /// An element with one of the widget's own texts.
    pub fn el(&self, selector: &'static str, key: Key) -> Node {
        el(selector).text(self.text(key))
    }

    /// A paragraph with one of the widget's own texts.
    pub fn paragraph(&self, key: Key) -> Node {
        self.el("p", key)
    }

    /// The framework; screens are drawn only once there is one.
    pub fn framework(&self) -> &'a Rc<Framework> {
        match &self.state.status {
            Status::Ready(session) => &session.framework,
            _ => unreachable!("screens are drawn only with a framework"),
        }
    }

    /// An id that no other widget on the page has.
    pub fn id(&self, name: &str) -> Rc<str> {
        format!("rokade-{}-{name}", self.number).into()
    }

    /// A heading `below` levels under the widget's first.
    pub fn heading_tag(&self, below: u8) -> &'static str {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = (self.state.settings.heading_level + below).clamp(1, 6);
        TAGS[usize::from(level) - 1]
    }

    /// The screen's heading, which the focus goes to.
    pub fn title(&self, key: Key) -> Node {
        self.title_of(self.text(key))
    }

    /// The same in other words.
    pub fn title_of(&self, text: Rc<str>) -> Node {
        self.heading_of(0, text).class("title").set("tabindex", "-1").set("data-focus", "heading")
    }

    pub fn heading(&self, below: u8, key: Key) -> Node {
        self.heading_of(below, self.text(key))
    }

    #[inline(never)]
    pub fn heading_of(&self, below: u8, text: Rc<str>) -> Node {
        el(self.heading_tag(below)).text(text)
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
}
