//! What the page decides for the widget: language, purpose, role, how long answers may be kept.
//!
//! Pages say it with attributes; here they are read values. A value that isn't known is put down for the page's author
//! and otherwise left out. Knows nothing of elements or attributes.

use crate::assessment::{Purpose, Rater};
use crate::json::{Json, Value};
use crate::shape::{Choice, choice};
use crate::wording::Language;
use std::rc::Rc;

/// What the page decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The language tag asked for; the framework's first language otherwise.
    pub language: Option<Rc<str>>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Retention {
    /// Only while the page shows the widget.
    Nowhere,
    /// As long as the tab is open.
    Tab,
    /// On this device, for [`crate::state::progress::DAYS_KEPT`] days.
    #[default]
    Device,
}

choice!(Retention: "none" => Retention::Nowhere, "tab" => Retention::Tab, "device" => Retention::Device);

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
            purpose: None,
            role: None,
            rater: None,
            storage: Retention::default(),
            storage_key: None,
            sharing: Sharing::None,
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

/// A setting whose value isn't known, as a sentence for the page's author.
pub type SettingProblem = String;

impl Settings {
    /// Reads settings from the JSON text that the element hands over, with what the page's author should mend.
    pub fn read(text: &str) -> (Self, Vec<SettingProblem>) {
        let mut problems = Vec::new();
        let json = match Json::read(text) {
            Ok(json) => json,
            Err(_) => return (Self::strictest(), vec![UNREADABLE.to_owned()]),
        };
        let word = |key: &str| json.get(key).and_then(Json::as_text).filter(|text| !text.is_empty());
        let purpose = one_of::<Purpose>("purpose", word("purpose"), &mut problems);
        let rater = one_of::<Rater>("rater", word("rater"), &mut problems);
        let storage = match word("storage") {
            // What is meant by a word that isn't known can only be guessed, so nothing is kept.
            Some(storage) => one_of::<Retention>("storage", Some(storage), &mut problems).unwrap_or(Retention::Nowhere),
            None => Retention::default(),
        };
        let sharing = match (word("sharing").map(|word| &**word), word("recipient")) {
            (None | Some("none"), _) => Sharing::None,
            (Some("ask"), _) if purpose == Some(Purpose::Exploration) => {
                problems.push("`sharing` is refused for `exploration`: applicants keep their answers".to_owned());
                Sharing::None
            }
            (Some("ask"), Some(recipient)) => Sharing::Ask { recipient: recipient.clone() },
            (Some("ask"), None) => {
                problems.push("`sharing` is `ask`, and `recipient` doesn't say who receives what is shared".to_owned());
                Sharing::None
            }
            (Some(other), _) => {
                problems.push(format!("`sharing` is `{other}`; it can be `none` or `ask`"));
                Sharing::None
            }
        };
        let heading_level = match json.get("headingLevel").map(Json::as_whole) {
            None | Some(None) => 2,
            Some(Some(level @ 1..=5)) => level as u8,
            Some(Some(other)) => {
                problems.push(format!("`heading-level` is {other}; it can be 1 to 5"));
                2
            }
        };
        let messages = json.get("messages").map(Json::members).unwrap_or_default();
        let settings = Self {
            language: word("lang").cloned(),
            purpose,
            role: word("roleId").cloned(),
            rater,
            storage,
            storage_key: word("storageKey").cloned(),
            sharing,
            is_shared: matches!(json.get("isShared"), Some(Json { value: Value::Bool(true), .. })),
            heading_level,
            messages: messages
                .iter()
                .filter_map(|member| Some((member.key.clone(), member.json.as_text()?.clone())))
                .collect(),
            reference: word("reference").cloned(),
            progress: word("progress").cloned(),
        };
        (settings, problems)
    }

    /// What holds where the page's settings can't be read: nothing is kept and nothing shared.
    fn strictest() -> Self {
        Self { storage: Retention::Nowhere, ..Self::default() }
    }

    /// The language of the widget's own words.
    pub fn language(&self, framework_languages: &[Rc<str>]) -> Language {
        let asked = self.language.as_ref().and_then(|tag| Language::of_tag(tag));
        asked.or_else(|| framework_languages.iter().find_map(|tag| Language::of_tag(tag))).unwrap_or(Language::English)
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

fn one_of<T: Choice>(name: &str, word: Option<&Rc<str>>, problems: &mut Vec<SettingProblem>) -> Option<T> {
    let word = word?;
    let value = T::from_word(word);
    if value.is_none() {
        problems.push(format!("`{name}` is `{word}`; it can be {}", crate::problem::listed(T::WORDS, 0, "or")));
    }
    value
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
        assert_eq!(Settings::read("{}").0, Settings::default());
    }

    #[test]
    fn applicants_answers_never_outlive_the_tab() {
        assert_eq!(Settings::default().most_keeping(Purpose::Exploration), Retention::Tab);
        assert_eq!(Settings::default().most_keeping(Purpose::Development), Retention::Device);
    }
}
