//! The pieces that screens are made of: texts, headings, buttons, fields, choices, summaries of errors.
//!
//! Whatever a person can use is made here and nowhere else, and on paper becomes nothing. Knows no screen.

use super::context::View;
use crate::framework::Text;
use crate::state::journey::{Item, Journey, Step};
use crate::state::{FocusTarget, Message};
use crate::wording::Key;
use indexmap::IndexSet;
use std::rc::Rc;
use yew::{AttrValue, Html, html};

// ---- texts

/// Words, in an element of their own whose key they are. A program that translates the page puts other nodes in the place
/// of ours; by its key the element is made anew when the words change, and what was put there goes with it.
pub fn text(words: impl Into<Rc<str>>) -> Html {
    let words = words.into();
    html! { <span key={&*words}>{ AttrValue::from(words) }</span> }
}

/// One of the widget's own texts.
pub fn words(view: &View, key: Key) -> Html {
    text(view.text(key))
}

/// Several texts as one, with spaces between them.
pub fn sentences(view: &View, keys: &[Key]) -> Html {
    let texts: Vec<Rc<str>> = keys.iter().map(|key| view.text(*key)).collect();
    text(texts.join(" "))
}

/// One of the framework's texts; the element around it says in which language it is, by [`View::lang`].
pub fn content(view: &View, of_framework: &Text) -> Html {
    text(view.of_framework(of_framework))
}

/// One of the widget's own texts as a paragraph.
pub fn paragraph(view: &View, key: Key) -> Html {
    html! { <p>{ words(view, key) }</p> }
}

/// What stands first on a screen, a little larger.
pub fn lead(view: &View, key: Key) -> Html {
    let said = view.text(key);
    html! { <p class="lead" part={view.part_of(&said, "lead")}>{ text(said) }</p> }
}

/// The classes of a box that has to be seen: a page's styles don't reach it, for it is no part of theirs.
pub const FIRM_NOTICE: &str = "firm notice";

/// A paragraph that stands out.
pub fn notice(view: &View, key: Key) -> Html {
    if Key::NOTICES.contains(&key) {
        return html! { <p class={FIRM_NOTICE}>{ words(view, key) }</p> };
    }
    html! { <p class="notice" part="notice">{ words(view, key) }</p> }
}

/// A small paragraph.
pub fn meta(view: &View, key: Key) -> Html {
    html! { <p class="meta">{ words(view, key) }</p> }
}

/// A small remark in a line.
pub fn remark(view: &View, key: Key) -> Html {
    html! { <span class="meta">{ words(view, key) }</span> }
}

/// The screen's heading, which the focus goes to.
pub fn title(view: &View, key: Key) -> Html {
    title_of(view, view.text(key), None)
}

/// The same in other words, in the language given where it isn't the widget's.
pub fn title_of(view: &View, words: Rc<str>, lang: Option<AttrValue>) -> Html {
    html! {
        <@{view.heading_tag(0)} class="title" part={view.part_of(&words, "title")} {lang} tabindex="-1" data-focus="heading">
            { text(words) }
        </@>
    }
}

/// A heading `below` levels under the widget's first.
pub fn heading(view: &View, below: u8, key: Key) -> Html {
    heading_of(view, below, view.text(key))
}

pub fn heading_of(view: &View, below: u8, words: Rc<str>) -> Html {
    html! { <@{view.heading_tag(below)}>{ text(words) }</@> }
}

/// A heading with one of the framework's texts.
pub fn heading_with(view: &View, below: u8, of_framework: &Text) -> Html {
    html! { <@{view.heading_tag(below)} lang={view.lang()}>{ content(view, of_framework) }</@> }
}

/// The title of the competence at this place, as what a line is about.
pub fn finding(view: &View, competence: usize) -> Html {
    html! { <span class="finding" lang={view.lang()}>{ text(view.competence(competence)) }</span> }
}

/// Competences as the framework calls them, one beside the other.
pub fn chips(view: &View, competences: &[usize]) -> Html {
    html! {
        <ul class="chips">
            for &competence in competences {
                <li lang={view.lang()}>{ text(view.competence(competence)) }</li>
            }
        </ul>
    }
}

/// The mark of what is an example.
pub fn example_mark(view: &View) -> Html {
    html! { <span class="example">{ words(view, Key::Example) }</span> }
}

/// The banner over what is an example.
pub fn example_banner(view: &View, key: Key) -> Html {
    html! { <div class="banner">{ example_mark(view) }{ words(view, key) }</div> }
}

/// Something more, one click away.
pub fn more(view: &View, summary: Key, content: Html) -> Html {
    more_of(view.text(summary), false, content)
}

/// The same under other words than the widget's own, and open where that is to be seen at once.
pub fn more_of(summary: Rc<str>, is_open: bool, content: Html) -> Html {
    html! { <details class="more" open={is_open}><summary>{ text(summary) }</summary><div>{ content }</div></details> }
}

/// The same where there may be much, which is then drawn once it is opened. `name` tells it from others on the screen.
pub fn fold(view: &View, name: &str, summary: Html, content: &dyn Fn() -> Html) -> Html {
    fold_as(view, "more", name, summary, false, content)
}

pub fn fold_as(
    view: &View,
    class: &'static str,
    name: &str,
    summary: Html,
    is_open: bool,
    content: &dyn Fn() -> Html,
) -> Html {
    let is_drawn = is_open || view.draws_inside(name);
    details(view, class, name, summary, (is_open, is_drawn), content)
}

/// The same where it is drawn only once it is opened, whatever the framework: it takes time to make.
pub fn unfolded_alone(view: &View, name: &str, summary: Html, content: &dyn Fn() -> Html) -> Html {
    match view.is_on_paper() {
        true => Html::default(),
        false => details(view, "more", name, summary, (false, view.is_unfolded(name)), content),
    }
}

/// What isn't drawn yet is asked for once it is opened.
fn details(
    view: &View,
    class: &'static str,
    name: &str,
    summary: Html,
    (is_open, is_drawn): (bool, bool),
    content: &dyn Fn() -> Html,
) -> Html {
    let act = (!is_drawn).then(|| view.unfold(name));
    html! {
        <details {class} open={is_open} data-act={act}>
            <summary>{ summary }</summary>
            <div>
                if is_drawn {
                    { content() }
                } else {
                    { meta(view, Key::RestToCome) }
                }
            </div>
        </details>
    }
}

/// What shows the piece that stands behind it.
pub fn shows_next(view: &View, name: &str, summary: Html) -> Html {
    let act = (!view.draws_inside(name)).then(|| view.unfold(name));
    html! { <details class="shows-next" data-act={act}><summary>{ summary }</summary></details> }
}

/// One of a menu's ways.
pub struct MenuItem {
    pub words: Rc<str>,
    /// Whether it leads to the screen that is shown.
    pub is_current: bool,
    pub message: Message,
}

/// The ways between screens that belong together.
pub fn menu(view: &View, name: Rc<str>, items: Vec<MenuItem>) -> Html {
    let item = |item: MenuItem| {
        let current = item.is_current.then_some("page");
        html! {
            <li>
                <button type="button" class="menu-item" aria-current={current} data-act={view.press(item.message)}>
                    { text(item.words) }
                </button>
            </li>
        }
    };
    html! {
        <nav class="menu" aria-label={name} lang={view.lang()}>
            <ul lang={view.wording().tag().to_owned()}>{ items.into_iter().map(item).collect::<Html>() }</ul>
        </nav>
    }
}

/// Links to what stands further down on the screen.
pub fn jumps(view: &View, name: Key, links: Vec<Html>) -> Html {
    html! {
        <nav class="jumps" aria-label={view.text(name)}>
            <ul>
                for link in links {
                    <li>{ link }</li>
                }
            </ul>
        </nav>
    }
}

/// A link to the element that has this name as its id, and can take the focus.
pub fn jump(view: &View, name: &str, words: Rc<str>, lang: Option<AttrValue>) -> Html {
    let id = view.id(name);
    html! { <a href={format!("#{id}")} {lang} data-act={view.go_to(&id)}>{ text(words) }</a> }
}

/// How far one is, in words and as a thin bar; the bar only repeats the words.
pub fn progress(words: Rc<str>, bar: Option<(usize, usize)>) -> Html {
    html! {
        <div class="progress" part="progress">
            <p class="progress-text">{ text(words) }</p>
            if let Some((done, all)) = bar {
                <progress max={all.to_string()} value={done.to_string()} aria-hidden="true" />
            }
        </div>
    }
}

/// How far a step is on the way to the results; nothing where it is no part of it.
pub fn way(view: &View, journey: &Journey, step: &Step) -> Html {
    let Some((step, steps)) = journey.progress(view.framework(), step) else { return Html::default() };
    let numbers = [step, steps].map(|number| number.to_string());
    let words = view.say(Key::ProgressStep, &[("step", &numbers[0]), ("steps", &numbers[1])]);
    progress(words, Some((step, steps)))
}

// ---- buttons

/// How much a button asks to be pressed.
#[derive(Clone, Copy)]
pub enum Weight {
    Primary,
    Secondary,
    /// Looks like a link.
    Quiet,
    Danger,
}

/// What a button can have besides its words.
#[derive(Default)]
struct Extra {
    /// An accessible name that says more than what stands on it.
    name: Option<AttrValue>,
    /// By which the focus finds it.
    mark: Option<AttrValue>,
    /// The language of its words, where it isn't the widget's.
    lang: Option<AttrValue>,
}

pub fn button(view: &View, weight: Weight, key: Key, message: Message) -> Html {
    button_of(view, weight, view.text(key), message)
}

/// A button with other words than the widget's own.
pub fn button_of(view: &View, weight: Weight, words: Rc<str>, message: Message) -> Html {
    any_button(view, weight, words, message, Extra::default())
}

/// A quiet button whose accessible name says more than what stands on it.
pub fn named_button(view: &View, words: Rc<str>, name: Rc<str>, message: Message) -> Html {
    any_button(view, Weight::Quiet, words, message, Extra { name: Some(name.into()), ..Extra::default() })
}

/// The same for one that asks more to be pressed.
pub fn named_secondary_button(view: &View, words: Rc<str>, name: Rc<str>, message: Message) -> Html {
    any_button(view, Weight::Secondary, words, message, Extra { name: Some(name.into()), ..Extra::default() })
}

/// A button that the focus can be led to.
pub fn marked_button(view: &View, key: Key, mark: &str, message: Message) -> Html {
    let extra = Extra { mark: Some(mark.to_owned().into()), ..Extra::default() };
    any_button(view, Weight::Secondary, view.text(key), message, extra)
}

/// A button in words of another language.
pub fn language_button(view: &View, words: Rc<str>, lang: Rc<str>, message: Message) -> Html {
    any_button(view, Weight::Quiet, words, message, Extra { lang: Some(lang.into()), ..Extra::default() })
}

/// The way to change an answer; a competence's is found again on the way back.
pub fn change_button(view: &View, key: Key, name: Rc<str>, item: Item) -> Html {
    let mark = match item {
        Item::Competence(place) => Some(format!("change-{place}").into()),
        Item::Behaviour(_) => None,
    };
    let extra = Extra { name: Some(name.into()), mark, lang: None };
    any_button(view, Weight::Quiet, view.text(key), Message::ChangeAsked(item), extra)
}

/// Fields with the buttons below them, one of them a [`submit_button`]. Sent by anything else, such as an extension of the
/// browser, a form with this method does nothing.
pub fn form(view: &View, content: Html) -> Html {
    if view.is_on_paper() {
        return content;
    }
    html! { <form method="dialog">{ content }</form> }
}

/// The button that sends the [`form`] around it, and is pressed by Enter in its fields.
pub fn submit_button(view: &View, weight: Weight, key: Key, message: Message) -> Html {
    if view.is_on_paper() {
        return Html::default();
    }
    let (class, said) = (class_of(weight), view.text(key));
    let part = view.part_of(&said, class);
    html! { <button type="submit" {class} {part} data-act={view.submit(message)}>{ text(said) }</button> }
}

/// Asks again for what couldn't be had.
pub fn fetch_button(view: &View, weight: Weight, key: Key) -> Html {
    acting_button(view, weight, view.text(key), view.fetch(), Extra::default())
}

fn any_button(view: &View, weight: Weight, words: Rc<str>, message: Message, extra: Extra) -> Html {
    if view.is_on_paper() {
        return Html::default();
    }
    acting_button(view, weight, words, view.press(message), extra)
}

fn acting_button(view: &View, weight: Weight, words: Rc<str>, act: String, extra: Extra) -> Html {
    let class = class_of(weight);
    let part = view.part_of(&words, class);
    let Extra { name, mark, lang } = extra;
    html! {
        <button
            type="button"
            {class}
            {part}
            {lang}
            aria-label={name}
            data-focus={mark}
            data-act={act}
        >
            { text(words) }
        </button>
    }
}

fn class_of(weight: Weight) -> &'static str {
    match weight {
        Weight::Primary => "primary",
        Weight::Secondary => "secondary",
        Weight::Quiet => "quiet",
        Weight::Danger => "danger",
    }
}

// ---- choices

/// One radio button with its whole label to click on.
pub struct Choice {
    pub label: Rc<str>,
    pub description: Option<Rc<str>>,
    pub is_chosen: bool,
    pub message: Message,
    /// The language of the label, where it isn't the widget's.
    pub lang: Option<AttrValue>,
}

impl Choice {
    pub fn new(label: Rc<str>, is_chosen: bool, message: Message) -> Self {
        Self { label, description: None, is_chosen, message, lang: None }
    }
}

/// Radio buttons of one name.
pub fn choices(view: &View, name: &str, choices: Vec<Choice>) -> Html {
    html! { <div class="choices">{ radios(view, name, 0, choices) }</div> }
}

/// Radio buttons of one name for the levels of a scale, one below the other, with what each means beside it where there is
/// room for that.
pub fn scale(view: &View, name: &str, levels: Vec<Choice>) -> Html {
    html! { <div class="choices scale">{ radios(view, name, 0, levels) }</div> }
}

/// More radio buttons of a name that the first ones have, apart from these.
pub fn choices_off_scale(view: &View, name: &str, first: usize, choices: Vec<Choice>) -> Html {
    html! { <div class="choices off-scale">{ radios(view, name, first, choices) }</div> }
}

/// The first has the id `name-first`, `first` counting on from other choices of that name.
fn radios(view: &View, name: &str, first: usize, choices: Vec<Choice>) -> Html {
    let name = view.id(name);
    let choice = |(place, choice): (usize, Choice)| {
        let Choice { label, description, is_chosen, message, lang } = choice;
        let id: AttrValue = format!("{name}-{}", first + place).into();
        let act = view.choose(message);
        let input = html! { <input type="radio" id={&id} name={&name} checked={is_chosen} data-act={act} /> };
        labelled(view, input, id, label, description, lang)
    };
    choices.into_iter().enumerate().map(choice).collect()
}

/// A checkbox; without a message it can't be ticked now.
pub fn checkbox(
    view: &View,
    name: &str,
    label: Rc<str>,
    is_ticked: bool,
    message: Option<Rc<dyn Fn(bool) -> Message>>,
) -> Html {
    let id = view.id(name);
    let disabled = message.is_none();
    let act = message.map(|message| view.tick(message));
    let input = html! { <input type="checkbox" id={&id} checked={is_ticked} {disabled} data-act={act} /> };
    labelled(view, input, id, label, None, None)
}

/// A field in its label, all of which can be clicked.
fn labelled(
    view: &View,
    input: Html,
    id: AttrValue,
    label: Rc<str>,
    description: Option<Rc<str>>,
    lang: Option<AttrValue>,
) -> Html {
    if view.is_on_paper() {
        return Html::default();
    }
    html! {
        <label class="choice" part={view.part_of(&label, "choice")} for={id}>
            { input }
            <span class="choice-text" {lang}>
                <span class="choice-label">{ text(label) }</span>
                if let Some(description) = description {
                    <span class="choice-description">{ text(description) }</span>
                }
            </span>
        </label>
    }
}

/// A question with its choices; `error` stands beside them and is read with them.
///
/// No `fieldset`: supervisors' tools want one to be the child of a form, which not every group here is.
pub fn group(view: &View, name: &str, legend: Html, error: Option<Key>, content: Html) -> Html {
    group_as(view, Some("question"), name, legend, error, content)
}

/// The same for what a person agrees to: no part that a page's styles could hide.
pub fn firm_group(view: &View, name: &str, legend: Html, error: Option<Key>, content: Html) -> Html {
    group_as(view, None, name, legend, error, content)
}

fn group_as(
    view: &View,
    part: Option<&'static str>,
    name: &str,
    legend: Html,
    error: Option<Key>,
    content: Html,
) -> Html {
    if view.is_on_paper() {
        return Html::default();
    }
    let id = view.id(&format!("{name}-group"));
    let error_id = view.id(&format!("{name}-error"));
    html! {
        <div
            class="question"
            {part}
            role="group"
            aria-labelledby={id.clone()}
            aria-describedby={error.map(|_| error_id.clone())}
        >
            <div class="group-name" {id}>{ legend }</div>
            if let Some(key) = error {
                <p class="error-message" id={error_id}>{ words(view, key) }</p>
            }
            { content }
        </div>
    }
}

/// A legend in the widget's own words.
pub fn legend(view: &View, key: Key) -> Html {
    html! { <span class="statement">{ words(view, key) }</span> }
}

/// Buttons in a row of which one can be pressed, and pressed again to take it back: nothing is chosen beforehand. `label`
/// says what they are about. Each has the number that ends its id, its words, whether it is pressed, and what happens.
pub fn toggles(view: &View, name: &str, label: Rc<str>, toggles: impl IntoIterator<Item = (i8, Choice)>) -> Html {
    if view.is_on_paper() {
        return Html::default();
    }
    let toggle = |(number, choice): (i8, Choice)| {
        let id = view.id(&format!("{name}-{number}"));
        let pressed = if choice.is_chosen { "true" } else { "false" };
        html! {
            <button type="button" class="toggle" {id} aria-pressed={pressed} data-act={view.press(choice.message)}>
                { text(choice.label) }
            </button>
        }
    };
    html! {
        <div class="toggles" role="group" aria-label={label}>
            for each in toggles {
                { toggle(each) }
            }
        </div>
    }
}

// ---- fields

/// Many things of one kind: a text field for which the browser itself searches their titles. `choose` is told the place of
/// the title that was written, if it is one.
pub fn search_among(
    view: &View,
    name: &str,
    label: Key,
    hint: Rc<str>,
    titles: Vec<Rc<str>>,
    chosen: Option<usize>,
    choose: impl Fn(Option<usize>) -> Message + 'static,
) -> Html {
    let titles = told_apart(titles);
    let chosen = chosen.map(|place| titles[place].clone()).unwrap_or_default();
    let all = titles.clone();
    let find = move |value: Rc<str>| choose(titles.iter().position(|title| title.eq_ignore_ascii_case(value.trim())));
    Field::new(view, name, words(view, label)).hint(hint).search(&all, chosen, find)
}

/// Titles as they can be written, with a number where an earlier one is the same.
fn told_apart(titles: Vec<Rc<str>>) -> Vec<Rc<str>> {
    let mut seen: IndexSet<Rc<str>> = IndexSet::new();
    let told = |title: Rc<str>| {
        let (mut own, mut times): (Rc<str>, _) = (title.trim().into(), 1);
        while !seen.insert(own.to_ascii_lowercase().into()) {
            times += 1;
            own = format!("{} ({times})", title.trim()).into();
        }
        own
    };
    titles.into_iter().map(told).collect()
}

/// A field with its label above it, and a hint between them.
pub struct Field<'a> {
    view: &'a View<'a>,
    id: AttrValue,
    label: Html,
    hint: Option<Rc<str>>,
}

/// What can be selected.
pub struct Choosable {
    pub value: String,
    pub words: Rc<str>,
    pub is_selected: bool,
}

impl<'a> Field<'a> {
    /// `name` tells it from the widget's other fields.
    pub fn new(view: &'a View, name: &str, label: Html) -> Self {
        Self { view, id: view.id(name), label, hint: None }
    }

    pub fn hint(self, hint: Rc<str>) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Several lines of text.
    pub fn lines(self, most_characters: usize, value: Rc<str>, message: impl Fn(Rc<str>) -> Message + 'static) -> Html {
        let (id, named, described, act) =
            (self.id.clone(), self.named_by(), self.described_by(), self.view.write(&value, message));
        self.around(html! {
            <textarea
                {id}
                rows="2"
                maxlength={most_characters.to_string()}
                autocomplete="off"
                aria-labelledby={named}
                aria-describedby={described}
                value={self.view.shown(&self.id, value)}
                data-act={act}
            />
        })
    }

    /// Several lines to select and copy.
    pub fn read_only(self, value: Rc<str>) -> Html {
        let (id, describedby) = (self.id.clone(), self.described_by());
        let value = AttrValue::from(value);
        self.around(html! { <textarea {id} rows="4" readonly=true aria-describedby={describedby} {value} /> })
    }

    /// One line of text.
    pub fn line(self, most_characters: usize, value: Rc<str>, message: impl Fn(Rc<str>) -> Message + 'static) -> Html {
        let (id, named, described, act) =
            (self.id.clone(), self.named_by(), self.described_by(), self.view.write(&value, message));
        self.around(html! {
            <input
                {id}
                type="text"
                maxlength={most_characters.to_string()}
                autocomplete="off"
                aria-labelledby={named}
                aria-describedby={described}
                value={self.view.shown(&self.id, value)}
                data-act={act}
            />
        })
    }

    pub fn date(self, value: Rc<str>, message: impl Fn(Rc<str>) -> Message + 'static) -> Html {
        let (id, named, described, act) =
            (self.id.clone(), self.named_by(), self.described_by(), self.view.write(&value, message));
        self.around(html! {
            <input
                {id}
                type="date"
                // A fifth digit of the year would empty it.
                min="1900-01-01"
                max="9999-12-31"
                autocomplete="off"
                aria-labelledby={named}
                aria-describedby={described}
                value={self.view.shown(&self.id, value)}
                data-act={act}
            />
        })
    }

    /// A text field for which the browser itself searches the words given. It belongs to no form: Enter takes what was
    /// found, and leads nowhere.
    pub fn search(self, all: &[Rc<str>], value: Rc<str>, message: impl Fn(Rc<str>) -> Message + 'static) -> Html {
        let (id, named, described, act) =
            (self.id.clone(), self.named_by(), self.described_by(), self.view.search(&value, message));
        let list = format!("{id}-list");
        self.around(html! {
            <>
                <input
                    {id}
                    type="text"
                    form=""
                    list={list.clone()}
                    autocomplete="off"
                    aria-labelledby={named}
                    aria-describedby={described}
                    value={self.view.shown(&self.id, value)}
                    data-act={act}
                />
                <datalist id={list}>
                    for words in all {
                        <option value={words.clone()} />
                    }
                </datalist>
            </>
        })
    }

    /// One of several. It is made anew for another choice of `key`: once something was selected by hand, a select doesn't
    /// heed the attribute.
    pub fn select(
        self,
        key: Option<usize>,
        options: Vec<Choosable>,
        message: impl Fn(Rc<str>) -> Message + 'static,
    ) -> Html {
        let (id, named, described) = (self.id.clone(), self.named_by(), self.described_by());
        let option = |option: Choosable| {
            let Choosable { value, words, is_selected } = option;
            let key = format!("{value}: {words}");
            html! { <option {key} {value} selected={is_selected}>{ AttrValue::from(words) }</option> }
        };
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        self.around(html! {
            <select {key} {id} aria-labelledby={named} aria-describedby={described} data-act={self.view.select(message)}>
                for each in options {
                    { option(each) }
                }
            </select>
        })
    }

    /// A file of the person's own.
    pub fn file(self, accept: &'static str) -> Html {
        let (id, named, described) = (self.id.clone(), self.named_by(), self.described_by());
        self.around(html! {
            <input {id} type="file" {accept} aria-labelledby={named} aria-describedby={described} data-act={self.view.open_file()} />
        })
    }

    fn described_by(&self) -> Option<String> {
        self.hint.as_ref().map(|_| format!("{}-hint", self.id))
    }

    fn named_by(&self) -> String {
        format!("{}-name", self.id)
    }

    /// All in the label, as supervisors' tools want it, of which only the first part is the name.
    fn around(&self, input: Html) -> Html {
        if self.view.is_on_paper() {
            return Html::default();
        }
        let part = self.hint.as_ref().map_or(Some("field"), |hint| self.view.part_of(hint, "field"));
        html! {
            <label class="field" {part} for={&self.id}>
                <span class="field-name" id={self.named_by()}>{ self.label.clone() }</span>
                if let Some(hint) = &self.hint {
                    <span class="meta" id={self.described_by()}>{ text(hint.clone()) }</span>
                }
                { input }
            </label>
        }
    }
}

// ---- what has to be settled

/// A way to another page or to a letter, which is only followed when it is pressed and doesn't say where from.
pub fn link(address: &Rc<str>, words: Html) -> Html {
    let is_page = address.starts_with("https:");
    html! { <a href={address.clone()} target={is_page.then_some("_blank")} rel="noopener noreferrer">{ words }</a> }
}

/// The summary of what is missing, which takes the focus; each line leads to its field.
pub fn error_summary(view: &View, errors: &[(Key, AttrValue)]) -> Html {
    if errors.is_empty() || view.is_on_paper() {
        return Html::default();
    }
    let error = |(key, field): &(Key, AttrValue)| {
        html! { <li><a href={format!("#{field}")} data-act={view.go_to(field)}>{ words(view, *key) }</a></li> }
    };
    let heading = view.id("errors");
    html! {
        <div class="error-summary" role="alert" tabindex="-1" data-focus="errors" aria-labelledby={&heading}>
            <p id={&heading}><strong>{ words(view, Key::SomethingMissing) }</strong></p>
            <ul>
                for each in errors {
                    { error(each) }
                }
            </ul>
        </div>
    }
}

/// A question about what was just pressed. It stands beside that, where whoever pressed it looks, also in a frame as tall
/// as its content; the focus goes to it by its mark, and a screen reader says the question with what is told of it.
pub fn asked(view: &View, name: &str, mark: FocusTarget, question: Rc<str>, told: Vec<Rc<str>>, answers: Html) -> Html {
    if view.is_on_paper() {
        return Html::default();
    }
    let (id, described) = (view.id(name), view.id(&format!("{name}-told")));
    let is_told = !told.is_empty();
    html! {
        <div
            class={format!("{FIRM_NOTICE} asked")}
            role="group"
            tabindex="-1"
            aria-labelledby={&id}
            aria-describedby={is_told.then(|| described.clone())}
            data-focus={mark.mark()}
        >
            <p {id}><strong>{ text(question) }</strong></p>
            if is_told {
                <div id={described}>
                    for words in told {
                        <p>{ text(words) }</p>
                    }
                </div>
            }
            { answers }
        </div>
    }
}
