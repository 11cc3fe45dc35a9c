//! One question: a competence on its scale, or a behaviour on the frequency scale.

use super::context::View;
use super::pieces::{
    Choice, Weight, button, checkbox, choices_off_scale, content, error_summary, form, group, lead, more, more_of,
    progress, scale, sentences, submit_button, text, way, words,
};
use crate::assessment::{Answer, Assessment, Purpose, Rater};
use crate::framework::{Dimension, ScaleLevel, SourcePlace};
use crate::state::Message;
use crate::state::journey::{AfterAnswer, Item, Journey, Question, Step};
use crate::state::navigation::competences_in_plan;
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

pub fn question(view: &View, journey: &Journey, question: Question) -> Html {
    let framework = view.framework();
    let item = question.item;
    let (name, key) = match item {
        Item::Competence(place) => (format!("c{place}"), place),
        Item::Behaviour(place) => (format!("b{place}"), framework.competences.len() + place),
    };
    let error = question.is_missing.then_some(Key::AnswerMissing);
    let errors: Vec<_> = error.iter().map(|key| (*key, view.id(&format!("{name}-0")))).collect();
    let levels = on_scale(view, journey, item);
    let described = levels.iter().filter_map(|level| Some((level.label.clone(), level.description.clone()?))).collect();
    let off_scale = choices_off_scale(view, &name, levels.len(), off_scale(view, journey, item));
    let answers = html! {
        <>
            { stem(view, journey, item) }
            { scale(view, &name, levels) }
            <p class="choices-or" aria-hidden="true">{ words(view, Key::Or) }</p>
            { off_scale }
        </>
    };
    let statement = html! {
        <span class="statement" lang={view.lang()}>
            { content(view, item.statement(framework, journey.assessment.rater)) }
        </span>
    };
    let skip = if journey.response(framework, item).is_some() { Key::DeleteAnswer } else { Key::Skip };
    let answering = html! {
        <>
            { group(view, &name, statement, error, answers) }
            { wish(view, journey, item) }
            <div class="actions bar">
                { submit_button(view, Weight::Primary, forward(question.then), Message::Continued) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
                { button(view, Weight::Quiet, skip, Message::Skipped) }
            </div>
        </>
    };
    html! {
        <div class="screen asks" {key}>
            { how_far(view, journey, question) }
            { asked(view, item) }
            { error_summary(view, &errors) }
            { form(view, answering) }
            { help(view, item, described) }
        </div>
    }
}

/// What the question is about, by the names that every later screen uses.
fn asked(view: &View, item: Item) -> Html {
    let framework = view.framework();
    let dimension = view.of_framework(&framework.dimensions[item.dimension(framework)].title);
    let (title, lang) = match item {
        Item::Competence(place) => (view.competence(place), view.lang()),
        Item::Behaviour(_) => (view.text(Key::BehaviourAsked), None),
    };
    html! {
        <@{view.heading_tag(0)} class="title asked" part="title" tabindex="-1" data-focus="heading">
            <span class="eyebrow" lang={view.lang()}>{ text(dimension) }</span>
            { text(" ") }
            <span {lang}>{ text(title) }</span>
        </@>
    }
}

fn stem(view: &View, journey: &Journey, item: Item) -> Html {
    let assessment = &journey.assessment;
    match (item, assessment.rater, assessment.purpose) {
        (Item::Behaviour(_), Rater::Manager, _) => lead(view, Key::FrequencyStemManager),
        (Item::Behaviour(_), _, Purpose::Onboarding) => lead(view, Key::FrequencyStemNew),
        (Item::Behaviour(_), ..) => lead(view, Key::FrequencyStem),
        (Item::Competence(_), Rater::Manager, _) => {
            let is_third = item.scale(view.framework()).is_in_third_person();
            let keys = [Key::RateEmployee, Key::EmployeesWords];
            html! { <p>{ sentences(view, if is_third { &keys[..1] } else { &keys }) }</p> }
        }
        (Item::Competence(_), ..) => Html::default(),
    }
}

fn forward(then: AfterAnswer) -> Key {
    match then {
        AfterAnswer::GoOn | AfterAnswer::DepthThenProfile | AfterAnswer::FollowUp => Key::Continue,
        AfterAnswer::ReturnToCheck | AfterAnswer::ReturnToProfile | AfterAnswer::ReturnToSuggestions => Key::SaveAnswer,
    }
}

/// How many screens are still to come, the ends of dimensions and what comes after the questions among them; off the way
/// to the results, how many questions.
fn how_far(view: &View, journey: &Journey, question: Question) -> Html {
    let framework = view.framework();
    let (key, (place, places)) = match (question.then, question.item) {
        (AfterAnswer::FollowUp, Item::Competence(place)) => {
            let named = competences_in_plan(framework, journey);
            let before = named.iter().filter(|own| **own <= place).count();
            (Key::ProgressFollowUp, (before, named.len()))
        }
        (AfterAnswer::GoOn | AfterAnswer::DepthThenProfile, Item::Behaviour(_)) => {
            (Key::ProgressDepth, question.item.place_in_dimension(framework))
        }
        // A single answer that is changed is no part of a row.
        (AfterAnswer::ReturnToCheck | AfterAnswer::ReturnToProfile | AfterAnswer::ReturnToSuggestions, _) => {
            return Html::default();
        }
        _ => return way(view, journey, &Step::Question(question)),
    };
    let numbers = [place, places].map(|number| number.to_string());
    let words = view.say(key, &[("question", &numbers[0]), ("questions", &numbers[1])]);
    progress(words, Some((place, places)))
}

fn on_scale(view: &View, journey: &Journey, item: Item) -> Vec<Choice> {
    let framework = view.framework();
    let is_manager = journey.assessment.rater == Rater::Manager;
    let own_texts = match item {
        Item::Competence(place) => framework.competences[place].level_texts_for(is_manager),
        Item::Behaviour(_) => &[],
    };
    let given = journey.response(framework, item).map(|response| response.answer);
    let choice = |(level, of_scale): (usize, &ScaleLevel)| {
        let answer = Answer::Rated(level as i64);
        let managers = of_scale.manager_description.as_ref().filter(|_| is_manager);
        let description = own_texts.get(level).or(managers).or(of_scale.description.as_ref());
        Choice {
            label: view.of_framework(view.label(of_scale)),
            description: description.map(|text| view.of_framework(text)),
            is_chosen: given == Some(answer),
            message: Message::ResponseGiven(answer),
            lang: view.lang(),
        }
    };
    item.scale(framework).levels.iter().enumerate().map(choice).collect()
}

/// The two answers off the scale; a manager has not observed what another has not had the chance to try.
fn off_scale(view: &View, journey: &Journey, item: Item) -> Vec<Choice> {
    let given = journey.response(view.framework(), item).map(|response| response.answer);
    let choice = |answer| {
        let label = view.text(answer_key(&journey.assessment, item, answer));
        Choice::new(label, given == Some(answer), Message::ResponseGiven(answer))
    };
    let unknown = match journey.assessment.rater {
        Rater::Manager => Answer::NotObserved,
        Rater::Myself => Answer::NoOpportunity,
    };
    vec![choice(unknown), choice(Answer::NotRelevant)]
}

/// The words of an answer off the scale.
pub fn answer_key(assessment: &Assessment, item: Item, answer: Answer) -> Key {
    // Neither a manager nor an applicant answers about a role that they have.
    let has_role = assessment.rater == Rater::Myself && assessment.purpose != Purpose::Exploration;
    match (answer, item) {
        (Answer::NotObserved, _) => Key::NotObservedChoice,
        (Answer::NoOpportunity, Item::Behaviour(_)) => Key::NoOccasionChoice,
        (Answer::NoOpportunity, _) => Key::NoOpportunityChoice,
        _ if has_role => Key::NotRelevantChoice,
        _ => Key::NotRelevantInTheRole,
    }
}

fn wish(view: &View, journey: &Journey, item: Item) -> Html {
    let (Item::Competence(_), Rater::Myself) = (item, journey.assessment.rater) else { return Html::default() };
    let wished = journey.assessment.wishes.competences.get(item.id(view.framework())).is_some_and(|wish| *wish > 0);
    let label = view.text(Key::WantToGetBetter);
    html! { <div class="wish">{ checkbox(view, "wish", label, wished, Some(Rc::new(Message::WishTicked))) }</div> }
}

/// Behaviours of the dimension as examples, what the levels mean where there is no room beside them, and where the
/// competence comes from.
fn help(view: &View, item: Item, described: Vec<(Rc<str>, Rc<str>)>) -> Html {
    let framework = view.framework();
    let dimension = &framework.dimensions[item.dimension(framework)];
    let (examples, source) = match item {
        Item::Competence(place) => (dimension.behaviours.clone(), &framework.competences[place].source),
        Item::Behaviour(place) => (0..0, &framework.behaviours[place].source),
    };
    let summary = view.say(Key::BehavioursOf, &[("dimension", &view.of_framework(&dimension.title))]);
    html! {
        <div>
            if !described.is_empty() {
                <div class="narrow-only">{ more(view, Key::LevelsMeaning, levels_meaning(view, described)) }</div>
            }
            if !examples.is_empty() {
                { more_of(summary, false, behaviours(view, examples)) }
            }
            if let Some(source) = source {
                { more(view, Key::ShowSource, html! { <p>{ text(source_words(view, source)) }</p> }) }
            }
        </div>
    }
}

/// What each level means, one click away.
fn levels_meaning(view: &View, described: Vec<(Rc<str>, Rc<str>)>) -> Html {
    html! {
        <dl class="facts">
            for (label, description) in described {
                <div><dt lang={view.lang()}>{ text(label) }</dt><dd lang={view.lang()}>{ text(description) }</dd></div>
            }
        </dl>
    }
}

/// Behaviours as a list.
pub fn behaviours(view: &View, places: std::ops::Range<usize>) -> Html {
    let rater = if view.is_managers() { Rater::Manager } else { Rater::Myself };
    html! {
        <ul>
            for item in places.map(Item::Behaviour) {
                <li lang={view.lang()}>{ content(view, item.statement(view.framework(), rater)) }</li>
            }
        </ul>
    }
}

/// The dimension's behaviours answered highest, each with its place and how often; none from the lower half of the scale.
pub fn most_often(view: &View, journey: &Journey, dimension: &Dimension, at_most: usize) -> Vec<(usize, Html)> {
    let levels = view.framework().scales[view.framework().behaviour_scale].levels.len();
    often(view, journey, dimension, (levels.div_ceil(2)..levels).rev(), at_most)
}

/// Those answered lowest; none from the upper half.
pub fn least_often(view: &View, journey: &Journey, dimension: &Dimension, at_most: usize) -> Vec<(usize, Html)> {
    let levels = view.framework().scales[view.framework().behaviour_scale].levels.len();
    often(view, journey, dimension, 0..levels / 2, at_most)
}

/// The dimension's behaviours with these answers, in their order.
fn often(
    view: &View,
    journey: &Journey,
    dimension: &Dimension,
    levels: impl Iterator<Item = usize>,
    at_most: usize,
) -> Vec<(usize, Html)> {
    let framework = view.framework();
    let scale = &framework.scales[framework.behaviour_scale];
    let mut most = Vec::new();
    for level in levels {
        let of_scale = &scale.levels[level];
        for place in dimension.behaviours.clone() {
            let item = Item::Behaviour(place);
            let answer = journey.response(framework, item).map(|response| response.answer);
            if answer == Some(Answer::Rated(level as i64)) && most.len() < at_most {
                let statement = item.statement(framework, journey.assessment.rater);
                let said = html! {
                    <>
                        <span lang={view.lang()}>{ content(view, statement) }</span>
                        { text(" ") }
                        <em lang={view.lang()}>{ content(view, view.label(of_scale)) }</em>
                    </>
                };
                most.push((place, said));
            }
        }
    }
    most
}

/// *Souschef-kompetencegrundlag, Ankestyrelsen: Personaleledelse, punkt 4.*
fn source_words(view: &View, source: &SourcePlace) -> Rc<str> {
    let document = &view.framework().sources[source.document];
    let mut words = document.title.to_string();
    for (before, more) in [(", ", &document.publisher), (": ", &source.section)] {
        if let Some(more) = more {
            words.push_str(before);
            words.push_str(more);
        }
    }
    if let Some(item) = source.item {
        words.push_str(", ");
        words.push_str(&view.say(Key::SourceItem, &[("item", &item.to_string())]));
    }
    view.say(Key::SourceFreely, &[("source", &words)])
}
