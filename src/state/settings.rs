//! What the page decides for the widget: language, purpose, role, how long answers may be kept.
//!
//! Pages say it with attributes; here they are read values. A value that isn't known is put down for the page's author
//! and otherwise left out. Knows nothing of elements or attributes.

use crate::assessment::{Purpose, Rater};
use crate::gather::{Map, Open, OrNull, Placed, gather};
use crate::json::Json;
use crate::problem::{Findings, Problem, ProblemKind};
use crate::wording::problems;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What the page decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The language tag asked for; the framework's first language otherwise.
    pub language: Option<Rc<str>>,
    /// The languages whose words the page can bring, by their tag, with their own names.
    pub languages: Vec<(Rc<str>, Rc<str>)>,
    /// Asked of the person where the page doesn't say.
    pub purpose: Option<Purpose>,
    /// A role id; asked where the page doesn't say and there are several.
    pub role: Option<Rc<str>>,
    pub rater: Option<Rater>,
    /// The most the person may choose.
    pub storage: Retention,
    /// Separates several widgets on one site.
    pub storage_key: Option<Rc<str>>,
    /// Whether the person may hand an assessment over to the page, and to whom.
    pub sharing: Sharing,
    /// Whether the page's form can't be sent before something was shared.
    pub is_required: bool,
    /// Whether the page holds what the person shared.
    pub is_shared: bool,
    /// The level of the widget's first heading, 1 to 5.
    pub heading_level: u8,
    /// Single texts in the host's own words, by the name of the text.
    pub messages: Vec<(Rc<str>, Rc<str>)>,
    /// The host's own id; in a file only when the person ticks it.
    pub reference: Option<Rc<str>>,
    /// The last progress that was handed to the page for safe keeping, to go on from after the widget was taken away.
    pub progress: Option<Rc<str>>,
}

/// How long answers are kept on the device, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Retention {
    /// Only while the page shows the widget.
    #[serde(rename = "none")]
    Nowhere,
    /// As long as the tab is open.
    Tab,
    /// On this device, for [`crate::state::progress::DAYS_KEPT`] days.
    #[default]
    Device,
}

/// Whether the page may be given an assessment by the person.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Sharing {
    #[default]
    None,
    /// The person is asked, and told that it goes to this recipient.
    Ask { recipient: Rc<str> },
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            languages: Vec::new(),
            purpose: None,
            role: None,
            rater: None,
            storage: Retention::default(),
            storage_key: None,
            sharing: Sharing::None,
            is_required: false,
            is_shared: false,
            heading_level: 2,
            messages: Vec::new(),
            reference: None,
            progress: None,
        }
    }
}

/// What the page's author is told where none of the settings can be read.
const UNREADABLE: &str = "the settings can't be read, so the strictest hold: nothing is kept and nothing is shared";

/// What `rokade-error` calls a setting whose value isn't known.
pub const SETTING_UNKNOWN: &str = "setting-unknown";

/// A setting whose value isn't known, as a sentence for the page's author.
pub type SettingProblem = String;

/// The settings as the element hands them over. A text that is empty says nothing.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SettingsText {
    lang: OrNull<Rc<str>>,
    languages: OrNull<Map<Rc<str>, Placed<Rc<str>>>>,
    purpose: OrNull<Placed<Purpose>>,
    role_id: OrNull<Rc<str>>,
    rater: OrNull<Placed<Rater>>,
    storage: OrNull<Placed<Retention>>,
    storage_key: OrNull<Rc<str>>,
    sharing: OrNull<Placed<SharingWord>>,
    recipient: OrNull<Rc<str>>,
    is_required: OrNull<bool>,
    is_shared: OrNull<bool>,
    heading_level: OrNull<Placed<i64>>,
    messages: OrNull<Map<Rc<str>, Placed<Rc<str>>>>,
    reference: OrNull<Rc<str>>,
    progress: OrNull<Rc<str>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
enum SharingWord {
    None,
    Ask,
}

impl Settings {
    /// Reads settings from the JSON text that the element hands over, with what the page's author should mend.
    pub fn read(text: &str) -> (Self, Vec<SettingProblem>) {
        let Ok(json) = Json::read(text) else { return (Self::strictest(), vec![UNREADABLE.to_owned()]) };
        let mut findings = Findings::default();
        let said: Open<SettingsText> = gather(json, &[], &mut findings);
        let SettingsText { purpose, rater, storage, sharing, recipient, heading_level, messages, .. } = &said.known;
        let mut problems: Vec<_> = findings.placed(text).iter().filter_map(unknown).collect();
        let purpose = known(purpose);
        let recipient = said_text(recipient);
        let sharing = match (known(sharing), recipient) {
            (None | Some(SharingWord::None), _) => Sharing::None,
            (Some(SharingWord::Ask), _) if purpose == Some(Purpose::Exploration) => {
                problems.push("`sharing` is refused for `exploration`: applicants keep their answers".to_owned());
                Sharing::None
            }
            (Some(SharingWord::Ask), Some(recipient)) => Sharing::Ask { recipient },
            (Some(SharingWord::Ask), None) => {
                problems.push("`sharing` is `ask`, and `recipient` doesn't say who receives what is shared".to_owned());
                Sharing::None
            }
        };
        let heading_level = match (&heading_level.0, known(heading_level)) {
            (None, _) => 2,
            (_, Some(level @ 1..=5)) => level as u8,
            (Some(_), _) => {
                let said = json.get("headingLevel").map(Json::raw).unwrap_or_default();
                problems
                    .push(format!("`heading-level` is {}; it can be 1 to 5", problems::name(said.trim_matches('"'))));
                2
            }
        };
        let storage = match &storage.0 {
            None => Retention::default(),
            // What is meant by a word that isn't known, or by none, can only be guessed, so nothing is kept.
            Some(storage) if !storage.is_sound => Retention::Nowhere,
            Some(storage) => **storage,
        };
        let no_texts = messages.0.iter().flat_map(|texts| &texts.entries).filter(|(_, text)| !text.is_sound);
        problems.extend(no_texts.map(|(name, _)| format!("{} in `messages` is no text", problems::name(&name.value))));
        let settings = Self {
            language: said_text(&said.lang),
            languages: texts(&said.languages),
            purpose,
            role: said_text(&said.role_id),
            rater: known(rater),
            storage,
            storage_key: said_text(&said.storage_key),
            sharing,
            is_required: said.is_required.0.unwrap_or_default(),
            is_shared: said.is_shared.0.unwrap_or_default(),
            heading_level,
            messages: texts(messages),
            reference: said_text(&said.reference),
            progress: said_text(&said.progress),
        };
        (settings, problems)
    }

    /// What holds where the page's settings can't be read: nothing is kept and nothing shared.
    fn strictest() -> Self {
        Self { storage: Retention::Nowhere, ..Self::default() }
    }

    /// Who receives what the person shares with the page, where that is offered: never to applicants.
    pub fn recipient(&self, purpose: Purpose) -> Option<&Rc<str>> {
        match &self.sharing {
            Sharing::Ask { recipient } if purpose != Purpose::Exploration => Some(recipient),
            _ => None,
        }
    }

    /// The most the person may choose for this purpose: applicants' answers never outlive the tab.
    pub fn most_keeping(&self, purpose: Purpose) -> Retention {
        match purpose {
            Purpose::Exploration => self.storage.min(Retention::Tab),
            Purpose::Development | Purpose::Onboarding => self.storage,
        }
    }
}

/// What is said, where it is something known.
fn known<T: Copy>(said: &OrNull<Placed<T>>) -> Option<T> {
    said.0.as_ref().filter(|said| said.is_sound).map(|said| **said)
}

/// Texts by their names, as far as they are texts.
fn texts(said: &OrNull<Map<Rc<str>, Placed<Rc<str>>>>) -> Vec<(Rc<str>, Rc<str>)> {
    let entries = said.0.iter().flat_map(|texts| &texts.entries);
    let sound = entries.filter(|(_, text)| text.is_sound);
    sound.map(|(name, text)| (name.value.clone(), text.value.clone())).collect()
}

fn said_text(said: &OrNull<Rc<str>>) -> Option<Rc<str>> {
    said.0.clone().filter(|text| !text.is_empty())
}

/// What the page's author is told of a word that isn't known.
fn unknown(problem: &Problem) -> Option<SettingProblem> {
    let ProblemKind::UnknownChoice { found, choices, .. } = &problem.kind else { return None };
    let setting = problem.pointer.trim_start_matches('/');
    let told = format!("`{setting}` is {}; it can be {}", problems::name(found), problems::either(choices));
    // Elsewhere a text that is empty says nothing.
    (!found.is_empty() || setting == "storage").then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_unknown_values_told() {
        let (settings, problems) = Settings::read(
            r#"{"lang": "da", "purpose": "development", "storage": "tab", "headingLevel": 3, "rater": "boss",
                "sharing": "ask", "messages": {"begin": "Start"}}"#,
        );
        assert_eq!(settings.purpose, Some(Purpose::Development));
        assert_eq!((settings.storage, settings.heading_level, settings.rater), (Retention::Tab, 3, None));
        assert_eq!(settings.messages, [("begin".into(), "Start".into())]);
        assert_eq!(
            problems,
            [
                "`rater` is `boss`; it can be `self` or `manager`",
                "`sharing` is `ask`, and `recipient` doesn't say who receives what is shared",
            ]
        );
    }

    #[test]
    fn settings_that_cannot_be_read_keep_and_share_nothing() {
        for text in [r#"{"storage": "device", "recipient": "\ud83d"}"#, "", "{", r#"{"storage": "tab",}"#] {
            let (settings, problems) = Settings::read(text);
            assert_eq!((settings.storage, settings.sharing), (Retention::Nowhere, Sharing::None), "{text}");
            assert_eq!(problems, [UNREADABLE], "{text}");
        }
        let (settings, problems) = Settings::read(r#"{"storage": "sesion", "sharing": "yes", "recipient": "HR"}"#);
        assert_eq!((settings.storage, settings.sharing, problems.len()), (Retention::Nowhere, Sharing::None, 2));
        let (settings, problems) = Settings::read(r#"{"storage": "", "purpose": ""}"#);
        assert_eq!((settings.storage, settings.purpose), (Retention::Nowhere, None));
        assert_eq!(problems, ["`storage` is ``; it can be `none`, `tab` or `device`"]);
        assert_eq!(Settings::read("{}").0, Settings::default());
    }

    #[test]
    fn settings_of_a_wrong_kind_are_told() {
        for (said, shown) in [("\"two\"", "two"), ("2.5", "2.5"), ("0", "0"), ("6", "6"), ("true", "true")] {
            let (settings, problems) = Settings::read(&format!(r#"{{"headingLevel": {said}}}"#));
            assert_eq!((settings.heading_level, problems.len()), (2, 1), "{said}: {problems:?}");
            assert_eq!(problems[0], format!("`heading-level` is `{shown}`; it can be 1 to 5"));
        }
        let (settings, problems) = Settings::read(r#"{"messages": {"begin": 5, "back": "Retur"}}"#);
        assert_eq!(settings.messages, [("back".into(), "Retur".into())]);
        assert_eq!(problems, ["`begin` in `messages` is no text"]);
    }

    #[test]
    fn applicants_answers_never_outlive_the_tab() {
        assert_eq!(Settings::default().most_keeping(Purpose::Exploration), Retention::Tab);
        assert_eq!(Settings::default().most_keeping(Purpose::Development), Retention::Device);
    }
}
