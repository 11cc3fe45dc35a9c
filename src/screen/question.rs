//! One question: a competence on its scale, or a behaviour on the frequency scale.

use super::look::Look;
use super::pieces::{
    Choice, Weight, actions, button, checkbox, choices, error_summary, group, more, more_of, progress as progress_bar,
};
use crate::assessment::{Answer, Assessment, Purpose, Rater};
use crate::framework::{Framework, ScaleLevel, SourcePlace, Text};
use crate::markup::{Node, el, nothing, several};
use crate::state::Message;
use crate::state::journey::{AfterAnswer, Item, Journey, Question};
use crate::state::navigation::competences_in_plan;
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey, question: Question) -> Node {
    let framework = look.framework();
    let item = question.item;
    let dimension = &framework.dimensions[item.dimension(framework)];
    let name = match item {
        Item::Competence(place) => format!("c{place}"),
        Item::Behaviour(place) => format!("b{place}"),
    };
    let error = question.is_missing.then_some(Key::AnswerMissing);
    let errors: Vec<_> = error.iter().map(|key| (*key, look.id(&format!("{name}-0")))).collect();
    let legend = several().child(look.content("span", &dimension.title).class("meta")).child(
        look.content(look.heading_tag(0), statement_of(framework, journey.assessment.rater, item))
            .class("statement")
            .set("tabindex", "-1")
            .set("data-focus", "heading"),
    );
    let levels = on_scale(look, journey, item);
    let off_scale = choices(look, &name, levels.len(), off_scale(look, journey, item));
    let answers = several()
        .child(match item {
            Item::Behaviour(_) => look.paragraph(stem(journey)).class("lead"),
            Item::Competence(_) if journey.assessment.rater == Rater::Manager => {
                let words = look.paragraph(Key::RateEmployee);
                words.text(" ").text(look.text(Key::EmployeesWords))
            }
            Item::Competence(_) => nothing(),
        })
        .child(choices(look, &name, 0, levels))
        .child(look.paragraph(Key::Or).class("choices-or").set("aria-hidden", "true"))
        .child(off_scale.class("choices off-scale"));
    let has_answer = journey.response(framework, item).is_some();
    let skip = if has_answer { Key::SkipAndDelete } else { Key::Skip };
    let buttons = vec![
        button(look, Weight::Primary, forward(question.then), Message::Continued),
        button(look, Weight::Secondary, Key::Back, Message::WentBack),
        button(look, Weight::Quiet, skip, Message::Skipped),
    ];
    el("div.screen")
        .key(match item {
            Item::Competence(place) => place,
            Item::Behaviour(place) => framework.competences.len() + place,
        })
        .child(progress(look, journey, item, question.then))
        .child(error_summary(look, &errors))
        .child(group(look, &name, legend, error, answers))
        .child(wish(look, journey, item))
        .child(actions().children(buttons))
        .child(help(look, item))
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

fn stem(journey: &Journey) -> Key {
    match (journey.assessment.rater, journey.assessment.purpose) {
        (Rater::Manager, _) => Key::FrequencyStemManager,
        (_, Purpose::Onboarding) => Key::FrequencyStemNew,
        _ => Key::FrequencyStem,
    }
}

fn progress(look: &Look, journey: &Journey, item: Item, then: AfterAnswer) -> Node {
    let framework = look.framework();
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
    progress_bar(look.say(key, &values), is_on_the_way.then_some(bar))
}

fn on_scale(look: &Look, journey: &Journey, item: Item) -> Vec<Choice> {
    let framework = look.framework();
    let own_texts = match item {
        Item::Competence(place) => &framework.competences[place].level_texts[..],
        Item::Behaviour(_) => &[],
    };
    let given = journey.response(framework, item).map(|response| response.answer);
    let choice = |(level, of_scale): (usize, &ScaleLevel)| {
        let answer = Answer::Rated(level as i64);
        let description = own_texts.get(level).or(of_scale.description.as_ref());
        Choice {
            label: look.of_framework(&of_scale.label),
            description: description.map(|text| look.of_framework(text)),
            is_chosen: given == Some(answer),
            message: Message::ResponseGiven(answer),
            lang: look.content_lang(),
        }
    };
    item.scale(framework).levels.iter().enumerate().map(choice).collect()
}

/// The two answers off the scale; a manager has not observed what another has not had the chance to try.
fn off_scale(look: &Look, journey: &Journey, item: Item) -> Vec<Choice> {
    let given = journey.response(look.framework(), item).map(|response| response.answer);
    let choice = |answer| {
        let label = look.text(answer_key(&journey.assessment, item, answer));
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

fn wish(look: &Look, journey: &Journey, item: Item) -> Node {
    let (Item::Competence(_), Rater::Myself) = (item, journey.assessment.rater) else { return nothing() };
    let wished = journey.assessment.wishes.competences.get(item.id(look.framework())).is_some_and(|wish| *wish > 0);
    let tick = Rc::new(Message::WishTicked);
    el("div.wish").child(checkbox(look, "wish", look.text(Key::WantToGetBetter), wished, Some(tick)))
}

/// Behaviours of the dimension as examples, and where the competence comes from.
fn help(look: &Look, item: Item) -> Node {
    let framework = look.framework();
    let dimension = &framework.dimensions[item.dimension(framework)];
    let (examples, source) = match item {
        Item::Competence(place) => (dimension.behaviours.clone(), &framework.competences[place].source),
        Item::Behaviour(place) => (0..0, &framework.behaviours[place].source),
    };
    let examples = (!examples.is_empty()).then(|| {
        let summary = look.say(Key::BehavioursOf, &[("dimension", &look.of_framework(&dimension.title))]);
        more_of(summary, behaviours(look, examples))
    });
    let source = source.as_ref().map(|source| more(look, Key::ShowSource, el("p").text(source_words(look, source))));
    el("div.help").child(examples).child(source)
}

/// Behaviours as a list.
pub fn behaviours(look: &Look, places: std::ops::Range<usize>) -> Node {
    let behaviour = |place: usize| look.content("li", &look.framework().behaviours[place].statement);
    el("ul").children(places.map(behaviour))
}

/// *Souschef-kompetencegrundlag, Ankestyrelsen: Personaleledelse, punkt 4.*
fn source_words(look: &Look, source: &SourcePlace) -> Rc<str> {
    let document = &look.framework().sources[source.document];
    let mut words = document.title.to_string();
    for (before, more) in [(", ", &document.publisher), (": ", &source.section)] {
        if let Some(more) = more {
            words.push_str(before);
            words.push_str(more);
        }
    }
    if let Some(item) = source.item {
        words.push_str(", ");
        words.push_str(&look.say(Key::SourceItem, &[("item", &item.to_string())]));
    }
    words.push('.');
    words.into()
}
