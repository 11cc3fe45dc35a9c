//! One question: a competence on its scale, or a behaviour on the frequency scale.

use super::look::Look;
use super::parts::{self, Choice, Weight, actions, button, choices, error_message, error_summary, more};
use crate::app::Message;
use crate::app::journey::{Item, Journey, Question, Then};
use crate::assessment::{Answer, Rater};
use crate::framework::{Framework, SourcePlace, Text};
use crate::wording::Key;
use yew::prelude::*;

pub fn view(look: &Look, journey: &Journey, question: Question) -> Html {
    let framework = look.framework();
    let item = question.item;
    let dimension = &framework.dimensions[item.dimension(framework)];
    let name = match item {
        Item::Competence(place) => format!("c{place}"),
        Item::Behaviour(place) => format!("b{place}"),
    };
    let error_id = look.id(&format!("{name}-error"));
    let first_field: AttrValue = format!("{}-0", look.id(&name)).into();
    let errors: &[_] = if question.is_missing { &[(Key::AnswerMissing, first_field)] } else { &[] };
    let has_answer = journey.response(framework, item).is_some();
    let describedby = question.is_missing.then(|| error_id.clone());
    html! {
        <div class="screen" key={name.clone()}>
            { progress(look, item, question.then) }
            { error_summary(look, errors) }
            <fieldset class="question" aria-describedby={describedby}>
                <legend>
                    <span class="meta" lang={look.content_lang()}>{ look.of_framework(&dimension.title) }</span>
                    { statement(look, journey, item) }
                </legend>
                if question.is_missing { { error_message(look, error_id, Key::AnswerMissing) } }
                if let Item::Behaviour(_) = item { <p class="lead">{ look.text(stem(journey)) }</p> }
                { on_scale(look, journey, item, &name) }
                <p class="choices-or" aria-hidden="true">{ look.text(Key::Or) }</p>
                { off_scale(look, journey, item, &name) }
            </fieldset>
            if let (Item::Competence(place), Rater::Myself) = (item, journey.assessment.rater) {
                { wish(look, journey, place) }
            }
            { actions(vec![
                button(look, Weight::Primary, look.text(forward(question.then)), Message::Continued),
                button(look, Weight::Secondary, look.text(Key::Back), Message::WentBack),
                button(
                    look,
                    Weight::Quiet,
                    look.text(if has_answer { Key::SkipAndDelete } else { Key::Skip }),
                    Message::Skipped,
                ),
            ]) }
            { help(look, item) }
        </div>
    }
}

fn forward(then: Then) -> Key {
    match then {
        Then::GoOn | Then::DepthThenResults => Key::Continue,
        Then::ReturnToCheck | Then::ReturnToResults => Key::SaveAnswer,
    }
}

/// The words that a rater reads: the manager's in the third person, where the framework has them.
pub fn words<'a>(rater: Rater, own: &'a Text, managers: &'a Option<Text>) -> &'a Text {
    match (rater, managers) {
        (Rater::Manager, Some(text)) => text,
        _ => own,
    }
}

pub fn statement_of(framework: &Framework, rater: Rater, item: Item) -> &Text {
    match item {
        Item::Competence(place) => {
            let competence = &framework.competences[place];
            words(rater, &competence.statement, &competence.manager_statement)
        }
        Item::Behaviour(place) => {
            let behaviour = &framework.behaviours[place];
            words(rater, &behaviour.statement, &behaviour.manager_statement)
        }
    }
}

fn statement(look: &Look, journey: &Journey, item: Item) -> Html {
    let text = look.of_framework(statement_of(look.framework(), journey.assessment.rater, item));
    html! {
        <@{look.heading_tag(0).to_string()} class="statement" tabindex="-1" data-focus="heading"
            lang={look.content_lang()}>{ text }</@>
    }
}

fn stem(journey: &Journey) -> Key {
    match (journey.assessment.rater, journey.assessment.purpose) {
        (Rater::Manager, _) => Key::FrequencyStemManager,
        (_, crate::assessment::Purpose::Onboarding) => Key::FrequencyStemNew,
        _ => Key::FrequencyStem,
    }
}

fn progress(look: &Look, item: Item, then: Then) -> Html {
    let framework = look.framework();
    let (question, questions) = item.place_in_part(framework);
    let part = item.dimension(framework) + 1;
    let numbers = [part, framework.dimensions.len(), question, questions].map(|number| number.to_string());
    let [part, parts, question_text, questions_text] = &numbers;
    let key = match item {
        Item::Competence(_) => Key::ProgressQuestion,
        Item::Behaviour(_) => Key::ProgressDepth,
    };
    let values = [("part", &**part), ("parts", parts), ("question", question_text), ("questions", questions_text)];
    let (done, all) = match item {
        Item::Competence(place) => (place, framework.competences.len()),
        Item::Behaviour(_) => (question - 1, questions),
    };
    html! {
        <div class="progress">
            <p class="progress-text">{ look.say(key, &values) }</p>
            if then == Then::GoOn || then == Then::DepthThenResults {
                <progress max={all.to_string()} value={done.to_string()} aria-hidden="true"></progress>
            }
        </div>
    }
}

fn on_scale(look: &Look, journey: &Journey, item: Item, name: &str) -> Html {
    let framework = look.framework();
    let (scale, own_texts) = match item {
        Item::Competence(place) => (framework.scale_of(place), &framework.competences[place].level_texts[..]),
        Item::Behaviour(_) => (&framework.scales[framework.behaviour_scale], &[][..]),
    };
    let given = journey.response(framework, item).map(|response| response.answer);
    let choice = |(level, of_scale): (usize, &crate::framework::ScaleLevel)| {
        let answer = Answer::Rated(level as i64);
        let label = look.of_framework(&of_scale.label);
        let choice = Choice::new(label, given == Some(answer), Message::ResponseGiven(answer));
        let description = own_texts.get(level).or(of_scale.description.as_ref());
        choice.with_description(description.map(|text| look.of_framework(text))).in_language(look.content_lang())
    };
    choices(look, name, scale.levels.iter().enumerate().map(choice).collect())
}

/// The two answers off the scale; a manager has not observed what another has not had the chance to try.
fn off_scale(look: &Look, journey: &Journey, item: Item, name: &str) -> Html {
    let given = journey.response(look.framework(), item).map(|response| response.answer);
    let (unknown, not_relevant) = match journey.assessment.rater {
        Rater::Manager => ((Answer::NotObserved, Key::NotObservedChoice), Key::NotRelevantManager),
        Rater::Myself => match item {
            Item::Competence(_) => ((Answer::NoOpportunity, Key::NoOpportunityChoice), Key::NotRelevantChoice),
            Item::Behaviour(_) => ((Answer::NoOpportunity, Key::NoOccasionChoice), Key::NotRelevantChoice),
        },
    };
    let choice = |(answer, key): (Answer, Key)| {
        Choice::new(look.text(key), given == Some(answer), Message::ResponseGiven(answer))
    };
    off_scale_choices(look, name, [unknown, (Answer::NotRelevant, not_relevant)].map(choice).into())
}

/// The same radio group as the levels: one name, so that one answer takes the other's place.
fn off_scale_choices(look: &Look, name: &str, list: Vec<Choice>) -> Html {
    let group = look.id(name);
    let choice = |(place, choice): (usize, Choice)| {
        let id: AttrValue = format!("{group}-off-{place}").into();
        html! {
            <label class="choice" for={id.clone()}>
                <input type="radio" {id} name={group.clone()} checked={choice.is_chosen}
                    onchange={look.on(choice.message)} />
                <span class="choice-text"><span class="choice-label">{ choice.label }</span></span>
            </label>
        }
    };
    html! { <div class="choices off-scale">{ for list.into_iter().enumerate().map(choice) }</div> }
}

fn wish(look: &Look, journey: &Journey, place: usize) -> Html {
    let id = &look.framework().competences[place].id;
    let wishes = journey.assessment.wishes.competences.get(id).is_some_and(|wish| *wish > 0);
    html! {
        <div class="wish">
            { parts::checkbox(look, "wish", look.text(Key::WantToGetBetter), wishes, Message::WishTicked) }
        </div>
    }
}

/// Behaviours of the dimension as examples, and where the competence comes from.
fn help(look: &Look, item: Item) -> Html {
    let framework = look.framework();
    let dimension = &framework.dimensions[item.dimension(framework)];
    let source = match item {
        Item::Competence(place) => &framework.competences[place].source,
        Item::Behaviour(place) => &framework.behaviours[place].source,
    };
    let examples = dimension.behaviours.clone().map(|place| {
        html! { <li>{ look.of_framework(&framework.behaviours[place].statement) }</li> }
    });
    let shows_examples = matches!(item, Item::Competence(_)) && !dimension.behaviours.is_empty();
    html! {
        <div class="help">
            if shows_examples {
                { more(
                    look.say(Key::BehavioursOf, &[("dimension", &look.of_framework(&dimension.title))]),
                    html! { <ul lang={look.content_lang()}>{ for examples }</ul> },
                ) }
            }
            if let Some(source) = source {
                { more(look.text(Key::ShowSource), html! { <p>{ source_words(look, source) }</p> }) }
            }
        </div>
    }
}

/// *Souschef-kompetencegrundlag, Ankestyrelsen: Personaleledelse, punkt 4.*
pub fn source_words(look: &Look, source: &SourcePlace) -> AttrValue {
    let document = &look.framework().sources[source.document];
    let mut words = document.title.to_string();
    if let Some(publisher) = &document.publisher {
        words.push_str(", ");
        words.push_str(publisher);
    }
    if let Some(section) = &source.section {
        words.push_str(": ");
        words.push_str(section);
    }
    if let Some(item) = source.item {
        words.push_str(", ");
        words.push_str(&look.say(Key::SourceItem, &[("item", &item.to_string())]));
    }
    words.push('.');
    words.into()
}
