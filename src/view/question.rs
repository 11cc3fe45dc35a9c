//! One question: a competence on its scale, or a behaviour on the frequency scale.

use super::context::View;
use super::pieces::{
    Choice, Weight, button, checkbox, choices, choices_off_scale, content, error_summary, group, lead, more, more_of,
    progress, sentences, text, words,
};
use crate::assessment::{Answer, Assessment, Purpose, Rater};
use crate::framework::{Framework, ScaleLevel, SourcePlace, Text};
use crate::state::Message;
use crate::state::journey::{AfterAnswer, Item, Journey, Question};
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
    let off_scale = choices_off_scale(view, &name, levels.len(), off_scale(view, journey, item));
    let answers = html! {
        <>
            { stem(view, journey, item) }
            { choices(view, &name, levels) }
            <p class="choices-or" aria-hidden="true">{ words(view, Key::Or) }</p>
            { off_scale }
        </>
    };
    let has_answer = journey.response(framework, item).is_some();
    let skip = if has_answer { Key::SkipAndDelete } else { Key::Skip };
    html! {
        <div class="screen" {key}>
            { how_far(view, journey, item, question.then) }
            { error_summary(view, &errors) }
            { group(view, &name, statement(view, journey, item), error, answers) }
            { wish(view, journey, item) }
            <div class="actions">
                { button(view, Weight::Primary, forward(question.then), Message::Continued) }
                { button(view, Weight::Secondary, Key::Back, Message::WentBack) }
                { button(view, Weight::Quiet, skip, Message::Skipped) }
            </div>
            { help(view, item) }
        </div>
    }
}

fn statement(view: &View, journey: &Journey, item: Item) -> Html {
    let framework = view.framework();
    let dimension = &framework.dimensions[item.dimension(framework)];
    let statement = statement_of(framework, journey.assessment.rater, item);
    html! {
        <>
            <span class="meta" lang={view.lang()}>{ content(view, &dimension.title) }</span>
            <@{view.heading_tag(0)} class="statement" lang={view.lang()} tabindex="-1" data-focus="heading">
                { content(view, statement) }
            </@>
        </>
    }
}

fn stem(view: &View, journey: &Journey, item: Item) -> Html {
    let assessment = &journey.assessment;
    match (item, assessment.rater, assessment.purpose) {
        (Item::Behaviour(_), Rater::Manager, _) => lead(view, Key::FrequencyStemManager),
        (Item::Behaviour(_), _, Purpose::Onboarding) => lead(view, Key::FrequencyStemNew),
        (Item::Behaviour(_), ..) => lead(view, Key::FrequencyStem),
        (Item::Competence(_), Rater::Manager, _) => {
            html! { <p>{ sentences(view, &[Key::RateEmployee, Key::EmployeesWords]) }</p> }
        }
        (Item::Competence(_), ..) => Html::default(),
    }
}

fn forward(then: AfterAnswer) -> Key {
    match then {
        AfterAnswer::GoOn | AfterAnswer::DepthThenResults | AfterAnswer::FollowUp => Key::Continue,
        AfterAnswer::ReturnToCheck | AfterAnswer::ReturnToResults => Key::SaveAnswer,
    }
}

/// The words that a rater reads: the manager's in the third person, where the framework has them.
pub fn statement_of(framework: &Framework, rater: Rater, item: Item) -> &Text {
    let (own, managers) = match item {
        Item::Competence(place) => {
            let competence = &framework.competences[place];
            (&competence.statement, &competence.manager_statement)
        }
        Item::Behaviour(place) => {
            let behaviour = &framework.behaviours[place];
            (&behaviour.statement, &behaviour.manager_statement)
        }
    };
    match (rater, managers) {
        (Rater::Manager, Some(text)) => text,
        _ => own,
    }
}

fn how_far(view: &View, journey: &Journey, item: Item, then: AfterAnswer) -> Html {
    let framework = view.framework();
    let (mut question, mut questions) = item.place_in_dimension(framework);
    let mut key = match item {
        Item::Competence(_) => Key::ProgressQuestion,
        Item::Behaviour(_) => Key::ProgressDepth,
    };
    let mut is_on_the_way = matches!(then, AfterAnswer::GoOn | AfterAnswer::DepthThenResults);
    let mut bar = match item {
        Item::Competence(place) => (place, framework.competences.len()),
        Item::Behaviour(_) => (question - 1, questions),
    };
    if let (AfterAnswer::FollowUp, Item::Competence(place)) = (then, item) {
        let named = competences_in_plan(framework, journey);
        question = named.iter().filter(|own| **own <= place).count();
        questions = named.len();
        (key, is_on_the_way, bar) = (Key::ProgressFollowUp, true, (question.saturating_sub(1), questions));
    }
    let part = item.dimension(framework) + 1;
    let numbers = [part, framework.dimensions.len(), question, questions].map(|number| number.to_string());
    let [part, parts, question_text, questions_text] = &numbers;
    let values = [("part", &**part), ("parts", parts), ("question", question_text), ("questions", questions_text)];
    progress(view.say(key, &values), is_on_the_way.then_some(bar))
}

fn on_scale(view: &View, journey: &Journey, item: Item) -> Vec<Choice> {
    let framework = view.framework();
    let own_texts = match item {
        Item::Competence(place) => &framework.competences[place].level_texts[..],
        Item::Behaviour(_) => &[],
    };
    let given = journey.response(framework, item).map(|response| response.answer);
    let choice = |(level, of_scale): (usize, &ScaleLevel)| {
        let answer = Answer::Rated(level as i64);
        let description = own_texts.get(level).or(of_scale.description.as_ref());
        Choice {
            label: view.of_framework(&of_scale.label),
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

/// Behaviours of the dimension as examples, and where the competence comes from.
fn help(view: &View, item: Item) -> Html {
    let framework = view.framework();
    let dimension = &framework.dimensions[item.dimension(framework)];
    let (examples, source) = match item {
        Item::Competence(place) => (dimension.behaviours.clone(), &framework.competences[place].source),
        Item::Behaviour(place) => (0..0, &framework.behaviours[place].source),
    };
    let summary = view.say(Key::BehavioursOf, &[("dimension", &view.of_framework(&dimension.title))]);
    html! {
        <div class="help">
            if !examples.is_empty() {
                { more_of(summary, false, behaviours(view, examples)) }
            }
            if let Some(source) = source {
                { more(view, Key::ShowSource, html! { <p>{ text(source_words(view, source)) }</p> }) }
            }
        </div>
    }
}

/// Behaviours as a list.
pub fn behaviours(view: &View, places: std::ops::Range<usize>) -> Html {
    html! {
        <ul>
            for place in places {
                <li lang={view.lang()}>{ content(view, &view.framework().behaviours[place].statement) }</li>
            }
        </ul>
    }
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
    words.push('.');
    words.into()
}
