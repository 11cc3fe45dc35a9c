//! What every screen draws with: the state, the words, and how to send a message.

use super::Assessment;
use crate::app::journey::Journey;
use crate::app::{Message, State, Status};
use crate::framework::{Framework, Text};
use crate::report::Report;
use crate::wording::{Key, Wording};
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::Scope;
use yew::prelude::*;

/// The last report with what it was made from: it is derived, and made anew only when an answer changed.
#[derive(Default)]
pub struct ReportCache(RefCell<Option<(Rc<crate::assessment::Assessment>, usize, Rc<Report>)>>);

/// What a screen draws with.
pub struct Look<'a> {
    pub state: &'a State,
    link: &'a Scope<Assessment>,
    reports: &'a ReportCache,
    number: u32,
    content_language: usize,
}

impl<'a> Look<'a> {
    pub fn of(state: &'a State, reports: &'a ReportCache, number: u32, link: &'a Scope<Assessment>) -> Self {
        let content_language = match &state.status {
            Status::Ready(session) => state.content_language(&session.framework),
            _ => 0,
        };
        Self { state, link, reports, number, content_language }
    }

    pub fn wording(&self) -> &Wording {
        &self.state.wording
    }

    /// One of the widget's own texts.
    pub fn text(&self, key: Key) -> AttrValue {
        self.wording().text(key).into()
    }

    /// One of the widget's own texts with its names filled in.
    pub fn say(&self, key: Key, values: &[(&str, &str)]) -> AttrValue {
        self.wording().say(key, values).into()
    }

    /// One of the widget's own texts in the form for a number.
    pub fn count(&self, key: Key, number: usize) -> AttrValue {
        self.wording().count(key, number, &[]).into()
    }

    /// One of the framework's texts in the reader's language.
    pub fn of_framework(&self, text: &Text) -> AttrValue {
        text.in_language(self.content_language).into()
    }

    /// The language of the framework's texts, where it is another than that of the widget's own.
    pub fn content_lang(&self) -> Option<AttrValue> {
        let tag = &self.framework().languages[self.content_language];
        let own = self.wording().language.tag();
        let is_same = tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(own));
        (!is_same).then(|| AttrValue::from(tag.clone()))
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
    pub fn heading_tag(&self, below: u8) -> AttrValue {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = (self.state.settings.heading_level + below).clamp(1, 6);
        TAGS[usize::from(level) - 1].into()
    }

    /// The screen's heading, which the focus goes to.
    pub fn title(&self, text: impl Into<AttrValue>) -> Html {
        html! { <@{self.heading_tag(0).to_string()} class="title" tabindex="-1" data-focus="heading">{ text.into() }</@> }
    }

    pub fn heading(&self, below: u8, text: impl Into<AttrValue>) -> Html {
        html! { <@{self.heading_tag(below).to_string()}>{ text.into() }</@> }
    }

    /// Sends a message when something is pressed.
    pub fn on<E>(&self, message: Message) -> Callback<E> {
        self.link.callback(move |_| message.clone())
    }

    /// Sends the message made of an event.
    pub fn with<E: 'static>(&self, message: impl Fn(E) -> Message + 'static) -> Callback<E> {
        self.link.callback(message)
    }

    /// Sends a message later, such as when a file has been read.
    pub fn sender(&self) -> Callback<Message> {
        self.link.callback(|message| message)
    }

    /// The report of the journey, seen against the role at this place.
    pub fn report(&self, journey: &Journey, role: usize) -> Rc<Report> {
        let mut cache = self.reports.0.borrow_mut();
        if let Some((assessment, of_role, report)) = &*cache
            && Rc::ptr_eq(assessment, &journey.assessment)
            && *of_role == role
        {
            return report.clone();
        }
        let report = Rc::new(Report::of(self.framework(), role, &journey.assessment));
        *cache = Some((journey.assessment.clone(), role, report.clone()));
        report
    }
}
