//! Every answer on one page, each with its way back to the question.

use super::context::View;
use super::pieces::{
    Choosable, Field, Weight, button, button_of, change_button, content, heading, heading_with, meta, more,
    named_button, remark, text, title, way, words,
};
use super::question::answer_key;
use crate::assessment::{Answer, Purpose, Rater};
use crate::framework::Dimension;
use crate::state::Message;
use crate::state::journey::{Item, Journey, Step};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// What the screen is called, also on the way to it.
pub fn title_key(rater: Rater) -> Key {
    match rater {
        Rater::Myself => Key::CheckTitle,
        Rater::Manager => Key::CheckTitleManager,
    }
}

pub fn check(view: &View, journey: &Journey) -> Html {
    let framework = view.framework();
    let (answered, total) = journey.answered(framework);
    let open = total - answered;
    let numbers = [answered.to_string(), total.to_string()];
    let answered = view.say(Key::CheckAnswered, &[("answered", &numbers[0]), ("total", &numbers[1])]);
    let is_manager = journey.assessment.rater == Rater::Manager;
    html! {
        <div class="screen">
            { way(view, journey, &Step::Check) }
            { title(view, title_key(journey.assessment.rater)) }
            <p class="lead" part="lead">{ text(answered) }</p>
            if is_manager && !framework.is_in_third_person() {
                { meta(view, Key::EmployeesWords) }
            }
            if open > 0 {
                { still_open(view, journey, open) }
            }
            <div class="actions">{ button(view, Weight::Secondary, Key::SeeResults, Message::Continued) }</div>
            for (place, part) in framework.dimensions.iter().enumerate() {
                { dimension(view, journey, place, part) }
            }
            { stage_field(view, journey).unwrap_or_default() }
            if journey.asks_balance(framework) {
                { row_to(view, Key::BalanceTitle, balance_words(view, journey), Step::Balance) }
            }
            if journey.asks_areas(framework) {
                { row_to(view, Key::AreasTitle, areas_words(view, journey), Step::Areas { beyond: None }) }
            }
            <div class="actions">
                { button(view, Weight::Primary, Key::SeeResults, Message::Continued) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
            </div>
        </div>
    }
}

/// How far a new hire has come in the job, which changes while answers are kept; `None` where the role's levels don't
/// follow it.
pub fn stage_field(view: &View, journey: &Journey) -> Option<Html> {
    let stages = &view.framework().roles[journey.role].stages;
    if journey.assessment.purpose != Purpose::Onboarding || stages.is_empty() {
        return None;
    }
    let stage = journey.assessment.stage.as_ref();
    let choosable =
        |value: &str, words: Rc<str>, is_selected: bool| Choosable { value: value.to_owned(), words, is_selected };
    let mut options: Vec<Choosable> =
        (stages.iter()).map(|own| choosable(&own.id, view.of_framework(&own.title), stage == Some(&own.id))).collect();
    let is_further = !options.iter().any(|option| option.is_selected);
    options.push(choosable("", view.text(Key::StageNone), is_further));
    let chosen = |value: Rc<str>| Message::StageChosen(Some(value).filter(|value| !value.is_empty()));
    let selected = stages.iter().position(|own| stage == Some(&own.id));
    Some(Field::new(view, "stage", words(view, Key::StageQuestion)).select(selected, options, chosen))
}

/// So many open questions are named; more would be a list of their own.
const MOST_NAMED: usize = 10;

/// How many questions are open, and the way to each.
fn still_open(view: &View, journey: &Journey, open: usize) -> Html {
    let framework = view.framework();
    let is_open = |place: &usize| journey.response(framework, Item::Competence(*place)).is_none();
    let way_to = |place: usize| {
        let message = Message::ChangeAsked(Item::Competence(place));
        html! { <li key={place}>{ button_of(view, Weight::Quiet, view.competence(place), message) }</li> }
    };
    html! {
        <div class="notice" part="notice">
            <p>{ text(view.count(Key::CheckOpen, open)) }</p>
            <ul class="settles" lang={view.lang()}>
                for place in (0..framework.competences.len()).filter(is_open).take(MOST_NAMED) {
                    { way_to(place) }
                }
            </ul>
        </div>
    }
}

fn dimension(view: &View, journey: &Journey, place: usize, dimension: &Dimension) -> Html {
    let answers = |items: &mut dyn Iterator<Item = Item>| {
        html! {
            <dl class="answers">
                for item in items.take_while(|_| view.takes_row()) {
                    { answer_row(view, journey, item) }
                }
            </dl>
        }
    };
    let in_depth = || answers(&mut dimension.behaviours.clone().map(Item::Behaviour));
    html! {
        <section class="dimension" key={place}>
            { heading_with(view, 1, &dimension.title) }
            { answers(&mut dimension.competences.clone().map(Item::Competence)) }
            if journey.has_depth(view.framework(), place) {
                { more(view, Key::DepthAnswers, in_depth()) }
            }
        </section>
    }
}

fn answer_row(view: &View, journey: &Journey, item: Item) -> Html {
    let framework = view.framework();
    let (title, wish) = match item {
        Item::Competence(place) => {
            (&framework.competences[place].title, journey.assessment.wishes.competences.get(item.id(framework)))
        }
        Item::Behaviour(_) => (item.statement(framework, journey.assessment.rater), None),
    };
    let wishes = wish.is_some_and(|wish| *wish > 0);
    let name = view.say(Key::ChangeNamed, &[("title", &view.of_framework(title))]);
    html! {
        <div>
            <dt lang={view.lang()}>{ content(view, title) }</dt>
            <dd>
                { answer_words(view, journey, item) }
                if wishes {
                    { remark(view, Key::WantToGetBetter) }
                }
            </dd>
            <dd class="change">{ change_button(view, Key::Change, name, item) }</dd>
        </div>
    }
}

/// An answer in words.
fn answer_words(view: &View, journey: &Journey, item: Item) -> Html {
    let framework = view.framework();
    let open = |key| html! { <span class="open">{ words(view, key) }</span> };
    match journey.response(framework, item).map(|response| response.answer) {
        None => open(Key::ClassNotAnswered),
        Some(Answer::Rated(level)) => {
            match usize::try_from(level).ok().and_then(|level| item.scale(framework).levels.get(level)) {
                Some(level) => html! { <span lang={view.lang()}>{ content(view, view.label(level)) }</span> },
                None => open(Key::LevelUnknown),
            }
        }
        Some(answer) => words(view, answer_key(&journey.assessment, item, answer)),
    }
}

fn row_to(view: &View, title: Key, words: Rc<str>, step: Step) -> Html {
    let name = view.say(Key::ChangeNamed, &[("title", &view.text(title))]);
    html! {
        <section class="dimension">
            { heading(view, 1, title) }
            <div class="answers">
                <p>{ text(words) }</p>
                <p class="change">{ named_button(view, view.text(Key::Change), name, Message::StepChosen(step)) }</p>
            </div>
        </section>
    }
}

/// What head and deputy agreed, in one sentence.
pub fn balance_words(view: &View, journey: &Journey) -> Rc<str> {
    let framework = view.framework();
    let targets = &journey.assessment.targets;
    if !targets.is_agreed() {
        return view.text(Key::BalanceNotYet);
    }
    let titles: Vec<_> = (targets.focus.iter())
        .filter_map(|id| framework.dimension(id))
        .map(|place| view.of_framework(&framework.dimensions[place].title))
        .collect();
    let mut words = match titles.is_empty() {
        true => view.text(Key::FocusNone).to_string(),
        false => view.say(Key::FocusList, &[("dimensions", &view.wording().list(&titles))]).to_string(),
    };
    if !targets.adjusted.is_empty() {
        words.push(' ');
        words.push_str(&view.count(Key::TargetsAdjusted, targets.adjusted.len()));
    }
    words.into()
}

fn areas_words(view: &View, journey: &Journey) -> Rc<str> {
    let mut said = [0usize; 2];
    for (_, wish) in journey.assessment.wishes.areas.iter() {
        said[usize::from(*wish < 0)] += 1;
    }
    let worked = journey.assessment.experience.len();
    if said == [0, 0] && worked == 0 {
        return view.text(Key::AreasNothingSaid);
    }
    let [yes, not_now] = said.map(|number| number.to_string());
    view.say(Key::AreasSaid, &[("yes", &yes), ("no", &not_now), ("worked", &worked.to_string())])
}
