//! What holds of every screen, looked up in its markup: names, labels, headings, lists, and the notices that no host can
//! change. Also what a person could do on it.
#![allow(dead_code, reason = "not every test file uses every part")]

use rokade::assessment::{Assessment, Purpose, Rater};
use rokade::framework::Framework;
use rokade::state::incoming::{FileQuestion, OwnFileChoice, Whose};
use rokade::state::journey::{AfterAnswer, Item, Journey, Question, Step};
use rokade::state::settings::Retention;
use rokade::state::{Incoming, Message, Screen, State, Status};
use rokade::view::{Act, DayInWords, Drawn, Receipt, ReportCache, Sight, Typing, screen};
use rokade::wording::{Key, Plurals, Wording, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use strum::VariantArray;
use yew::virtual_dom::VNode;

/// Steps of a development interview whose screens are in the second part of the wasm.
pub const LATER: [Step; 8] = [
    Step::Balance,
    Step::Areas { beyond: None },
    Step::Overview { viewed_role: 0 },
    Step::Profile { viewed_role: 0 },
    Step::Suggestions { viewed_role: 0, at_hand: None },
    Step::Plan,
    Step::Paper,
    Step::Keep,
];

/// Those that are in the first.
pub const EARLIER: [Step; 3] = [
    Step::Question(Question { item: Item::Competence(3), is_missing: false, then: AfterAnswer::GoOn }),
    Step::DimensionDone { dimension: 1 },
    Step::Check,
];

/// A piece of a screen, with nothing between it and what it stands in.
#[derive(Clone)]
pub enum Piece {
    Text(String),
    Element(Box<Element>),
}

/// An element of a screen.
#[derive(Clone)]
pub struct Element {
    pub tag: String,
    pub key: Option<String>,
    pub attributes: Vec<(String, String)>,
    /// What a field holds.
    pub value: Option<String>,
    /// Whether a radio button or checkbox is on.
    pub checked: Option<bool>,
    pub children: Vec<Piece>,
    /// What happens when it is used.
    pub act: Option<Act>,
}

/// What the widget shows in this state.
pub fn drawn(state: &State, reports: &ReportCache) -> Vec<Piece> {
    drawn_while(state, reports, None)
}

/// The same while somebody is writing.
pub fn drawn_while(state: &State, reports: &ReportCache, typing: Option<Typing>) -> Vec<Piece> {
    pieces(screen(state, reports, 1, |day, _| day[..10].to_owned(), Sight { typing, ..Sight::default() }))
}

/// What a screen consists of.
pub fn pieces(drawn: Drawn) -> Vec<Piece> {
    let mut found = Vec::new();
    gather(&drawn.html, &drawn.acts, &mut found);
    found
}

fn gather(node: &VNode, acts: &[Act], found: &mut Vec<Piece>) {
    match node {
        VNode::VText(text) => found.push(Piece::Text(text.text.to_string())),
        VNode::VList(list) => {
            let keys: Vec<_> = list.iter().filter_map(VNode::key).collect();
            let different: BTreeSet<_> = keys.iter().collect();
            assert!(keys.len() < list.len() || different.len() == keys.len(), "a key stands twice among {keys:?}");
            list.iter().for_each(|node| gather(node, acts, found));
        }
        VNode::VTag(tag) => {
            let mut children = Vec::new();
            if let Some(inside) = tag.children() {
                gather(inside, acts, &mut children);
            }
            let attributes = tag.attributes.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
            let mut element = Element {
                tag: tag.tag().to_owned(),
                key: tag.key.as_ref().map(ToString::to_string),
                attributes: attributes.collect(),
                value: tag.value().map(ToString::to_string),
                checked: tag.checked(),
                children,
                act: None,
            };
            element.act = attribute(&element, "data-act")
                .map(|number| acts[number.parse::<usize>().expect("acts are numbered")].clone());
            found.push(Piece::Element(Box::new(element)));
        }
        other => panic!("{other:?} can't be looked at"),
    }
}

/// Every element, in the order in which they stand.
pub fn elements(pieces: &[Piece]) -> Vec<&Element> {
    fn add<'a>(pieces: &'a [Piece], found: &mut Vec<&'a Element>) {
        for piece in pieces {
            if let Piece::Element(element) = piece {
                found.push(element);
                add(&element.children, found);
            }
        }
    }
    let mut found = Vec::new();
    add(pieces, &mut found);
    found
}

/// Everything that can be read there.
pub fn text(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Element(element) => text_of(element),
    };
    pieces.iter().map(one).collect()
}

pub fn text_of(element: &Element) -> String {
    text(&element.children)
}

pub fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| &**value)
}

pub fn has_class(element: &Element, class: &str) -> bool {
    attribute(element, "class").is_some_and(|classes| classes.split(' ').any(|own| own == class))
}

/// Everything that a person could do on the screen, with what fields could be filled with.
pub fn offered(pieces: &[Piece]) -> Vec<Message> {
    let mut messages = Vec::new();
    for element in elements(pieces) {
        if attribute(element, "disabled").is_some() {
            continue;
        }
        let fill = |message: &dyn Fn(Rc<str>) -> Message| -> Vec<Message> {
            let options = elements(&element.children).into_iter().filter_map(|option| attribute(option, "value"));
            let written = ["", "2026-02-01", "2026-02-30", "AB", "role", "300"];
            options.chain(written).map(|value| message(value.into())).collect()
        };
        match &element.act {
            Some(Act::Press(message) | Act::Submit(message) | Act::Choose(message)) => {
                messages.push(message.clone());
            }
            Some(Act::Tick(tick)) => messages.extend([tick(true), tick(false)]),
            Some(Act::Select(message) | Act::Search { message, .. } | Act::Write { message, .. }) => {
                messages.extend(fill(&**message));
            }
            Some(Act::OpenFile | Act::GoTo(_) | Act::Unfold(_) | Act::Fetch) | None => {}
        }
    }
    messages
}

/// What the person does next who says that the file that came in is their own and goes on with it.
pub fn next_with_mine(state: &State) -> Option<Message> {
    let Status::Ready(session) = &state.status else { return None };
    let Screen::Incoming { file, .. } = &session.screen else { return None };
    let next = match &file.question {
        FileQuestion::Whose => Incoming::Said(Whose::Mine),
        FileQuestion::OfMine(choices) => {
            let goes_on = choices.iter().find(|choice| matches!(choice, OwnFileChoice::GoOn { .. }))?;
            Incoming::Mine(goes_on.clone())
        }
        FileQuestion::OfSomebodyElses { .. } => return None,
    };
    Some(Message::Incoming(next))
}

/// The person's own file as a page, as far as there is one.
pub fn receipt(state: &State, day_in_words: DayInWords, styles: &str) -> Option<String> {
    let receipt = Receipt::of(state, day_in_words, styles)?;
    let drawn = Drawn { html: receipt.html.clone(), acts: Vec::new(), is_unfinished: false };
    Some(receipt.with(&html(&pieces(drawn))))
}

/// Fails unless everything holds of the screen that must hold of each.
pub fn assert_sound(state: &State, pieces: &[Piece]) {
    let mut findings = Findings::default();
    findings.walk(pieces, &[]);
    findings.compare(state);
    findings.look_for_notices(state, pieces);
    assert!(findings.wrong.is_empty(), "{:#?}\nin {}", findings.wrong, html(pieces));
}

/// What has been seen on a screen.
#[derive(Default)]
struct Findings {
    wrong: Vec<String>,
    ids: BTreeSet<String>,
    /// Each with what names it.
    references: Vec<(String, String)>,
    /// The text of the label for each id.
    labels: BTreeMap<String, String>,
    /// Fields without a name of their own, by id.
    unnamed: Vec<(String, String)>,
    focused_headings: usize,
    headings: Vec<u8>,
    /// How many radio buttons of a name are on, and the groups they stand in.
    radios: BTreeMap<String, (usize, BTreeSet<usize>)>,
    /// The radio buttons' names in each group.
    groups: BTreeMap<usize, BTreeSet<String>>,
    live_regions: usize,
    acts: BTreeSet<String>,
}

/// The classes that are public (www/custom-elements.json).
const PARTS: [&str; 13] = [
    "card",
    "chart",
    "choice",
    "danger",
    "field",
    "lead",
    "notice",
    "primary",
    "progress",
    "question",
    "quiet",
    "secondary",
    "title",
];

const NEVER_EMPTY: [&str; 15] =
    ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "label", "summary", "dt", "dd", "option", "th", "caption"];
const ONLY_PHRASES: [&str; 11] = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "button", "label", "span", "a"];
const BLOCKS: [&str; 10] = ["p", "div", "ul", "ol", "dl", "section", "table", "details", "h2", "h3"];

/// Parts that are none where they say a notice, such as a box to tick.
const MAY_SAY_NOTICES: [&str; 9] =
    ["question", "choice", "field", "lead", "title", "primary", "secondary", "quiet", "danger"];

/// The notices that stand somewhere word for word, and that nothing else is called by.
fn notices(wording: &Wording) -> Vec<Rc<str>> {
    let (notices, others): (Vec<&Key>, Vec<&Key>) = Key::VARIANTS.iter().partition(|key| Key::NOTICES.contains(key));
    let others: BTreeSet<Rc<str>> = others.into_iter().map(|key| wording.text(*key)).collect();
    let said = notices.into_iter().map(|key| wording.text(*key));
    said.filter(|words| !words.contains("{{") && !others.contains(words)).collect()
}

/// Whether an element says these words and no others.
fn says(pieces: &[Piece], words: &str) -> bool {
    let is_said = |piece: &Piece| match piece {
        Piece::Text(text) => **text == *words,
        Piece::Element(element) => says(&element.children, words),
    };
    pieces.iter().any(is_said)
}

/// What can be read there however a page styles what is public.
fn beyond_styles(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Element(element) if attribute(element, "part").is_some() => String::new(),
        Piece::Element(element) => beyond_styles(&element.children),
    };
    pieces.iter().map(one).collect()
}

impl Findings {
    fn walk(&mut self, pieces: &[Piece], above: &[&Element]) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => {
                    self.look_for_names_left(text);
                    self.look_at_text(text, above);
                }
                Piece::Element(element) => {
                    self.look_at(element, above);
                    let mut path = above.to_vec();
                    path.push(element);
                    self.walk(&element.children, &path);
                }
            }
        }
    }

    /// Where a page is translated from outside, a text that isn't alone in an element with its words as the key stays as
    /// it was, and another is put beside it.
    fn look_at_text(&mut self, text: &str, above: &[&Element]) {
        let is_alone = above.last().is_some_and(|around| {
            around.children.len() == 1 && around.key.as_ref().is_some_and(|key| key.ends_with(text))
        });
        if !is_alone {
            self.wrong.push(format!("{text:?} doesn't stand alone under its own words"));
        }
    }

    fn wrong(&mut self, parts: &Element, what: &str) {
        let attributes: Vec<_> = parts.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
        self.wrong.push(format!("<{} {}> {:?}: {what}", parts.tag, attributes.join(" "), text_of(parts)));
    }

    fn look_for_names_left(&mut self, text: &str) {
        for (_, after) in text.match_indices('{').map(|(at, _)| text.split_at(at + 1)) {
            let name = after.split('}').next().unwrap_or_default();
            if after.contains('}') && !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphabetic()) {
                self.wrong.push(format!("{text:?} still has {{{name}}}"));
            }
        }
    }

    fn look_at(&mut self, parts: &Element, above: &[&Element]) {
        let tag = &*parts.tag;
        let text = text_of(parts);
        self.look_at_attributes(parts);
        self.look_at_act(parts, above);
        self.look_at_part(parts);
        let is_in = |tag: &str| above.iter().any(|parts| parts.tag == tag);
        let parent = above.last().map_or("", |parts| &*parts.tag);
        let children = &parts.children;
        if NEVER_EMPTY.contains(&tag) && text.trim().is_empty() && !["thead", "datalist"].iter().any(|tag| is_in(tag)) {
            self.wrong(parts, "says nothing");
        }
        if BLOCKS.contains(&tag) && above.iter().any(|parts| ONLY_PHRASES.contains(&&*parts.tag)) {
            self.wrong(parts, "stands in what holds only phrases");
        }
        if let ["h1" | "h2" | "h3" | "h4" | "h5" | "h6"] = [tag] {
            let level = tag.as_bytes()[1] - b'0';
            self.headings.push(level);
        }
        match tag {
            "fieldset" => self.wrong(parts, "is no group with a role, as all others are"),
            "details" if !matches!(children.first(), Some(Piece::Element(first)) if first.tag == "summary") => {
                self.wrong(parts, "has no summary first");
            }
            "ul" | "ol" => {
                let has_others = children.iter().any(|child| !matches!(child, Piece::Element(li) if li.tag == "li"));
                if children.is_empty() || has_others {
                    self.wrong(parts, "holds something else than items, or nothing");
                }
            }
            "li" if !["ul", "ol"].contains(&parent) => self.wrong(parts, "stands in no list"),
            "dl" => {
                let is_pair =
                    |child: &Piece| matches!(child, Piece::Element(div) if div.tag == "div" && is_term_then_said(div));
                if children.is_empty() || !children.iter().all(is_pair) {
                    self.wrong(parts, "holds something else than terms with what is said of them");
                }
            }
            "dt" | "dd" if !is_in("dl") => self.wrong(parts, "stands in no list"),
            "button" => {
                let name = attribute(parts, "aria-label").unwrap_or(&text);
                let kind = if matches!(parts.act, Some(Act::Submit(_))) { "submit" } else { "button" };
                if name.trim().is_empty() || attribute(parts, "type") != Some(kind) {
                    self.wrong(parts, "has no name or type");
                }
                if kind == "submit" && !is_in("form") {
                    self.wrong(parts, "sends no form");
                }
            }
            "form" => {
                let sends =
                    elements(children).into_iter().filter(|own| matches!(own.act, Some(Act::Submit(_)))).count();
                if sends != 1 || attribute(parts, "method") != Some("dialog") {
                    self.wrong(parts, "can't be sent by Enter, or is sent to a page");
                }
            }
            "a" if text.trim().is_empty() || attribute(parts, "href").is_none() => {
                self.wrong(parts, "leads nowhere or has no name");
            }
            "label" => {
                if let Some(id) = attribute(parts, "for") {
                    self.labels.insert(id.to_owned(), text.clone());
                }
            }
            "input" | "select" | "textarea" => self.look_at_field(parts, above),
            _ => {}
        }
        let is_hidden = |parts: &&Element| attribute(parts, "aria-hidden") == Some("true");
        if ["button", "input", "select", "textarea", "a", "summary"].contains(&tag) && above.iter().any(is_hidden) {
            self.wrong(parts, "can be used and is hidden");
        }
        let needs_name = matches!(attribute(parts, "role"), Some("img" | "radiogroup" | "group" | "region"));
        let has_name = ["aria-label", "aria-labelledby"].iter().any(|name| attribute(parts, name).is_some());
        if needs_name && !has_name {
            self.wrong(parts, "has a role and no name");
        }
        if tag == "progress" && !is_hidden(&parts) && !has_name {
            self.wrong(parts, "has no name");
        }
    }

    fn look_at_attributes(&mut self, parts: &Element) {
        let mut seen = BTreeSet::new();
        for (name, value) in &parts.attributes {
            if !seen.insert(&**name) {
                self.wrong(parts, "has an attribute twice");
            }
            if name == "style" || name.starts_with("on") {
                self.wrong(parts, "would be refused by a strict page");
            }
            self.look_for_names_left(value);
            match &**name {
                "id" if value.is_empty() || value.contains(' ') || !self.ids.insert(value.to_string()) => {
                    self.wrong(parts, "has an id that is empty or another's");
                }
                "for" | "aria-describedby" | "aria-labelledby" | "aria-controls" | "aria-details" | "list" => {
                    let names = value.split(' ').map(|id| (id.to_owned(), format!("<{} {name}>", parts.tag)));
                    self.references.extend(names);
                }
                "href" => {
                    if let Some(id) = value.strip_prefix('#') {
                        self.references.push((id.to_owned(), "a link".to_owned()));
                    }
                }
                "lang" | "aria-label" | "role" | "class" if value.trim().is_empty() => {
                    self.wrong(parts, "has an empty attribute");
                }
                "data-focus" if value == "heading" => self.focused_headings += 1,
                "aria-live" => self.live_regions += 1,
                _ => {}
            }
        }
        if parts.value.is_some() && seen.contains("value") || parts.checked.is_some() && seen.contains("checked") {
            self.wrong(parts, "has its value twice");
        }
    }

    /// What can be used does something, and nothing else does; on pages to read nothing can be used.
    fn look_at_act(&mut self, element: &Element, above: &[&Element]) {
        // Where the framework's contact leads is the browser's own matter.
        let leads_out = attribute(element, "rel").is_some_and(|rel| rel == "noopener noreferrer");
        let can_be_used = ["a", "button", "input", "select", "textarea"].contains(&&*element.tag) && !leads_out;
        // What a large framework leaves undrawn until it is opened.
        let is_folded = element.tag == "details" && matches!(element.act, Some(Act::Unfold(_)));
        if !is_folded && can_be_used != (element.act.is_some() || attribute(element, "disabled").is_some()) {
            self.wrong(element, "does nothing, or can't be used and does something");
        }
        if can_be_used && above.iter().any(|above| has_class(above, "pages")) {
            self.wrong(element, "stands on paper");
        }
        if let Some(number) = attribute(element, "data-act")
            && !self.acts.insert(number.to_owned())
        {
            self.wrong(element, "does what another does");
        }
        // What somebody writes is in the state with every key, so that it is what is drawn.
        if let Some(Act::Write { drawn, .. } | Act::Search { drawn, .. }) = &element.act
            && element.value.as_deref() != Some(drawn)
        {
            self.wrong(element, "holds something else than was wanted");
        }
    }

    /// Pages style by `::part` what has one of these classes first.
    fn look_at_part(&mut self, element: &Element) {
        let first = attribute(element, "class").and_then(|classes| classes.split(' ').next());
        let expected = first.filter(|class| PARTS.contains(class));
        match attribute(element, "part") {
            // What says a notice is none.
            None if expected.is_some_and(|class| MAY_SAY_NOTICES.contains(&class)) => {}
            part if part == expected => {}
            _ => self.wrong(element, "is another part than its class says"),
        }
    }

    fn look_at_field(&mut self, parts: &Element, above: &[&Element]) {
        let has_own_name = ["aria-label", "aria-labelledby"].iter().any(|name| attribute(parts, name).is_some());
        if !has_own_name {
            let id = attribute(parts, "id").unwrap_or_default().to_owned();
            self.unnamed.push((id, format!("{:?}", parts.attributes)));
        }
        let is_written = parts.tag == "textarea" || matches!(attribute(parts, "type"), Some("text" | "date"));
        if is_written && attribute(parts, "autocomplete") != Some("off") {
            self.wrong(parts, "is remembered by the browser, which others may use");
        }
        if matches!(parts.act, Some(Act::Search { .. })) && attribute(parts, "form") != Some("") {
            self.wrong(parts, "leads on when Enter is pressed");
        }
        if attribute(parts, "type") != Some("radio") {
            return;
        }
        let is_group = |parts: &&&Element| matches!(attribute(parts, "role"), Some("group" | "radiogroup"));
        let group = above.iter().rev().find(is_group).map(|parts| std::ptr::from_ref::<Element>(parts) as usize);
        let (Some(name), Some(group)) = (attribute(parts, "name"), group) else {
            return self.wrong(parts, "has no name or stands in no group");
        };
        let (checked, groups) = self.radios.entry(name.to_owned()).or_default();
        *checked += usize::from(parts.checked == Some(true));
        groups.insert(group);
        self.groups.entry(group).or_default().insert(name.to_owned());
    }

    /// What shows only once everything has been seen.
    fn compare(&mut self, state: &State) {
        let mut wrong = Vec::new();
        for (id, by) in &self.references {
            if !self.ids.contains(id) {
                wrong.push(format!("{by} names `{id}`, which isn't there"));
            }
        }
        for (id, field) in &self.unnamed {
            if self.labels.get(id).is_none_or(|label| label.trim().is_empty()) {
                wrong.push(format!("{field} has no label"));
            }
        }
        for (name, (checked, groups)) in &self.radios {
            if *checked > 1 || groups.len() > 1 {
                wrong.push(format!("`{name}` has {checked} on, in {} groups", groups.len()));
            }
        }
        wrong.extend(
            self.groups.values().filter(|names| names.len() > 1).map(|names| format!("{names:?} in one group")),
        );
        let headings = usize::from(!matches!(state.status, Status::Waiting));
        if self.focused_headings != headings {
            wrong.push(format!("{} headings take the focus", self.focused_headings));
        }
        if self.live_regions != 1 {
            wrong.push(format!("{} live regions", self.live_regions));
        }
        let first = state.settings.heading_level;
        let mut above = first - 1;
        for level in &self.headings {
            if *level > above + 1 || *level < first {
                wrong.push(format!("headings skip a level: {:?}", self.headings));
            }
            above = *level;
        }
        self.wrong.extend(wrong);
    }

    /// What an assessment is and is not stands there in our words, whatever the host says (www/guides/method.md,
    /// section 6).
    fn look_for_notices(&mut self, state: &State, pieces: &[Piece]) {
        let Status::Ready(session) = &state.status else { return };
        let wording = Wording::of(Words::shipped_for(state.wording.tag()).unwrap(), &[], Plurals::ONE_OR_OTHER);
        let always = [Key::NoticeDecisions, Key::NoticeRules];
        let settings = &state.settings;
        let is_fixed = settings.is_required && settings.purpose.is_some();
        let is_required = |purpose| is_fixed && settings.recipient(purpose).is_some();
        let yours = |is_managers, purpose| match (is_managers, is_required(purpose)) {
            (true, false) => [Key::NoticeYoursManager, Key::NoticeVoluntaryManager],
            (false, false) => [Key::NoticeYours, Key::NoticeVoluntary],
            (true, true) => [Key::NoticeYoursManager, Key::NoticeRequired],
            (false, true) => [Key::NoticeYours, Key::NoticeRequired],
        };
        let mut said: Vec<Key> = Vec::new();
        match &session.screen {
            Screen::Start(start) => {
                said.extend(always);
                said.extend(yours(start.is_manager(), start.purpose.unwrap_or(Purpose::Development)));
                said.push(if start.is_manager() { Key::NoticeUncertainManager } else { Key::NoticeUncertain });
                said.push(match start.purpose {
                    _ if start.is_manager() => Key::NoticeNoAppraisalManager,
                    Some(Purpose::Exploration) => Key::NoticeNoSelection,
                    Some(Purpose::Onboarding) => Key::NoticeExpectedIncomplete,
                    _ => Key::NoticeNoAppraisal,
                });
                said.push(match session.kept_for() {
                    Retention::Nowhere => Key::NoticeKeptNowhere,
                    Retention::Tab => Key::NoticeKeptTab,
                    Retention::Device => Key::NoticeKeptDevice,
                });
                said.extend(start.is_manager().then_some(Key::NoticeShowEmployee));
            }
            Screen::Journey(journey) => match journey.step {
                Step::Overview { .. } => {
                    said.extend(always);
                    said.extend(yours(journey.assessment.rater == Rater::Manager, journey.assessment.purpose));
                    let (not, uncertain) = match (journey.assessment.rater, journey.assessment.purpose) {
                        (Rater::Manager, _) => (Key::NoticeNoAppraisalManager, Key::NoticeUncertainManager),
                        (_, Purpose::Development) => (Key::NoticeNoAppraisal, Key::NoticeUncertain),
                        (_, Purpose::Exploration) => (Key::NoticeNoSelection, Key::NoticeUncertain),
                        (_, Purpose::Onboarding) => (Key::NoticeExpectedIncomplete, Key::NoticeUncertain),
                    };
                    said.extend([not, uncertain]);
                }
                Step::Keep => {
                    let is_managers = journey.assessment.rater == Rater::Manager;
                    said.push(if is_managers { Key::FileNoticeManager } else { Key::FileNotice });
                    let is_applicant = journey.assessment.purpose == Purpose::Exploration;
                    said.extend(is_applicant.then_some(Key::NoticeNoSelection));
                    said.extend((journey.assessment.rater == Rater::Manager).then_some(Key::NoticeShowEmployee));
                    // What a receiver will see.
                    for preview in elements(pieces).into_iter().filter(|parts| has_class(parts, "preview")) {
                        assert_says_what_it_is(&text_of(preview), &session.framework, journey, state.wording.tag());
                    }
                }
                Step::Paper => assert_says_what_it_is(&text(pieces), &session.framework, journey, state.wording.tag()),
                _ => {}
            },
            Screen::Incoming { file, .. } if file.is_read => {
                said.push(Key::FileReadOnly);
                said.push(rokade::state::files::file_notice(file.file.assessment.rater));
            }
            Screen::ReadRole { .. } | Screen::BlankForm { .. } | Screen::Incoming { .. } => {}
        }
        let shown = text(pieces);
        let out_of_reach = beyond_styles(pieces);
        for words in notices(&wording).iter().filter(|words| says(pieces, words)) {
            if !out_of_reach.contains(&**words) {
                self.wrong.push(format!("a page's styles can hide {words:?}"));
            }
        }
        for key in said {
            if !out_of_reach.contains(&*wording.text(key)) {
                self.wrong.push(format!("{key:?} isn't said, or a page's styles can hide it"));
            }
        }
        let says_who = said_who(&shown, &session.framework);
        let is_on_results = session.journey().is_some_and(|journey| matches!(journey.step, Step::Overview { .. }));
        let must_say_who = match &session.screen {
            Screen::Start(_) => true,
            Screen::Journey(_) => is_on_results,
            Screen::ReadRole { .. } | Screen::BlankForm { .. } | Screen::Incoming { .. } => false,
        };
        if must_say_who && !says_who {
            self.wrong.push("nothing says which framework it is".to_owned());
        }
    }
}

/// Fails unless pages that leave the widget say what they are and are not, in our words.
pub fn assert_says_what_it_is(shown: &str, framework: &Framework, journey: &Journey, language: &str) {
    let Assessment { rater, purpose, .. } = &*journey.assessment;
    let wording = Wording::of(Words::shipped_for(language).unwrap(), &[], Plurals::ONE_OR_OTHER);
    let is_managers = *rater == Rater::Manager;
    let mut said = vec![Key::NoticeRules, Key::NoticeDecisions];
    said.extend(match is_managers {
        true => [Key::FileNoticeManager, Key::NoticeUncertainManager],
        false => [Key::FileNotice, Key::NoticeUncertain],
    });
    said.extend((*purpose == Purpose::Exploration).then_some(Key::NoticeNoSelection));
    for key in said {
        assert!(shown.contains(&*wording.text(key)), "{key:?} isn't said: {shown}");
    }
    assert!(said_who(shown, framework), "nothing says which framework it is");
}

fn said_who(shown: &str, framework: &Framework) -> bool {
    let languages = 0..framework.languages.len();
    languages.into_iter().any(|language| shown.contains(&*framework.title.in_language(language)))
        && shown.contains(&*framework.version)
}

/// Whether terms come first and what is said of them after.
fn is_term_then_said(div: &Element) -> bool {
    fn tag(piece: &Piece) -> &str {
        match piece {
            Piece::Element(element) => &element.tag,
            Piece::Text(_) => "",
        }
    }
    let tags: Vec<&str> = div.children.iter().map(tag).collect();
    let terms = tags.iter().take_while(|tag| **tag == "dt").count();
    terms > 0 && terms < tags.len() && tags[terms..].iter().all(|tag| *tag == "dd")
}

// ---- a page as HTML

/// A piece of a page as a browser would read it.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    Text(String),
    Element { tag: String, attributes: Vec<(String, String)>, children: Vec<Plain> },
}

/// As a browser writes it.
pub fn html(pieces: &[Piece]) -> String {
    let mut html = String::new();
    write(pieces, &mut html);
    html
}

fn write(pieces: &[Piece], html: &mut String) {
    for piece in pieces {
        let element = match piece {
            Piece::Text(text) => {
                html.push_str(&escaped(text));
                continue;
            }
            Piece::Element(element) => element,
        };
        html.push_str(&format!("<{}", element.tag));
        for (name, value) in &element.attributes {
            html.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
        html.push('>');
        if !["br", "hr", "input"].contains(&&*element.tag) {
            write(&element.children, html);
            html.push_str(&format!("</{}>", element.tag));
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Reads HTML of the plain kind that is written here, and is strict about it.
pub fn parsed(html: &str) -> Result<Vec<Plain>, String> {
    type Open = (String, Vec<(String, String)>, Vec<Plain>);
    let mut open: Vec<Open> = vec![(String::new(), Vec::new(), Vec::new())];
    let mut rest = html;
    while !rest.is_empty() {
        let Some(after) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            open.last_mut().ok_or("nothing is open")?.2.push(Plain::Text(unescaped(&rest[..end])?));
            rest = &rest[end..];
            continue;
        };
        // Values have neither `<` nor `>` in them as such.
        let (inner, behind) = after.split_once('>').ok_or("a tag has no end")?;
        rest = behind;
        if let Some(tag) = inner.strip_prefix('/') {
            let (own, attributes, children) = open.pop().ok_or("nothing is open")?;
            if own != tag {
                return Err(format!("<{own}> is closed by </{tag}>"));
            }
            let element = Plain::Element { tag: own, attributes, children };
            open.last_mut().ok_or("nothing is open")?.2.push(element);
            continue;
        }
        let (tag, attributes) = inner.split_once(' ').unwrap_or((inner, ""));
        if !tag.chars().all(|letter| letter.is_ascii_alphanumeric()) || tag.is_empty() {
            return Err(format!("<{tag}> is no tag"));
        }
        let attributes = read_attributes(attributes)?;
        if ["input", "br", "hr", "img", "meta", "link", "col", "source", "wbr"].contains(&tag) {
            let element = Plain::Element { tag: tag.to_owned(), attributes, children: Vec::new() };
            open.last_mut().ok_or("nothing is open")?.2.push(element);
        } else {
            open.push((tag.to_owned(), attributes, Vec::new()));
        }
    }
    match open.pop() {
        Some((tag, _, children)) if tag.is_empty() => Ok(children),
        Some((tag, ..)) => Err(format!("<{tag}> stays open")),
        None => Err("too much is closed".to_owned()),
    }
}

fn read_attributes(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut attributes = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").ok_or("an attribute has no value")?;
        let (value, behind) = after.split_once('"').ok_or("an attribute has no end")?;
        if name.is_empty() || !name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
            return Err(format!("{name:?} is no attribute"));
        }
        attributes.push((name.to_owned(), unescaped(value)?));
        rest = behind.strip_prefix(' ').unwrap_or(behind);
    }
    Ok(attributes)
}

fn unescaped(text: &str) -> Result<String, String> {
    if text.contains(['<', '>', '"']) {
        return Err(format!("{text:?} is not escaped"));
    }
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, behind) = after.split_once(';').ok_or_else(|| format!("{text:?} has a bare ampersand"))?;
        whole.push_str(before);
        whole.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => return Err(format!("&{name}; is unknown")),
        });
        rest = behind;
    }
    whole.push_str(rest);
    Ok(whole)
}

/// A framework with one competence and so many roles.
pub fn framework_with_roles(count: usize) -> String {
    let roles: Vec<_> = (0..count)
        .map(|role| format!(r#"{{"id": "r{role}", "title": "Rolle {role}", "targets": {{"c": 1}}}}"#))
        .collect();
    format!(
        r#"{{"format": "rokade.framework/1", "id": "many", "version": "1", "languages": ["da"], "title": "M",
        "scales": [{{"id": "s", "levels": [{{"label": "0"}}, {{"label": "1"}}]}}], "competenceScale": "s",
        "dimensions": [{{"id": "d", "title": "D", "competences": [{{"id": "c", "title": "C", "statement": "C"}}]}}],
        "roles": [{}]}}"#,
        roles.join(", ")
    )
}
