//! Every answer on one page, each with its way back to the question.

use super::look::Look;
use super::parts::{Weight, actions, button, named_button};
use crate::app::Message;
use crate::app::journey::{Item, Journey, Step};
use crate::assessment::{Answer, Rater};
use crate::framework::Dimension;
use crate::wording::Key;
use yew::prelude::*;

pub fn view(look: &Look, journey: &Journey) -> Html {
    let framework = look.framework();
    let (answered, total) = journey.answered(framework);
    let open = total - answered;
    let numbers = [answered.to_string(), total.to_string()];
    html! {
        <div class="screen">
            { look.title(look.text(Key::CheckTitle)) }
            <p class="lead">{ look.say(Key::CheckAnswered, &[("answered", &numbers[0]), ("total", &numbers[1])]) }</p>
            if open > 0 { <p class="notice">{ look.count(Key::CheckOpen, open) }</p> }
            { for framework.dimensions.iter().enumerate().map(|(place, part)| dimension(look, journey, place, part)) }
            if journey.asks_balance(framework) {
                { row_to(look, Key::BalanceTitle, balance_words(look, journey), Step::Balance) }
            }
            if journey.asks_areas(framework) {
                { row_to(look, Key::AreasTitle, areas_words(look, journey), Step::Areas) }
            }
            { actions(vec![
                button(look, Weight::Primary, look.text(Key::SeeResults), Message::Continued),
                button(look, Weight::Secondary, look.text(Key::Back), Message::WentBack),
            ]) }
        </div>
    }
}

fn dimension(look: &Look, journey: &Journey, place: usize, part: &Dimension) -> Html {
    let row = |place: usize| answer_row(look, journey, Item::Competence(place));
    let has_depth = journey.has_depth(look.framework(), place);
    html! {
        <section class="dimension" key={place}>
            <@{look.heading_tag(1).to_string()} lang={look.content_lang()}>{ look.of_framework(&part.title) }</@>
            <dl class="answers">{ for part.competences.clone().map(row) }</dl>
            if has_depth {
                <details class="more">
                    <summary>{ look.text(Key::DepthAnswers) }</summary>
                    <dl class="answers">
                        { for part.behaviours.clone().map(|place| answer_row(look, journey, Item::Behaviour(place))) }
                    </dl>
                </details>
            }
        </section>
    }
}

fn answer_row(look: &Look, journey: &Journey, item: Item) -> Html {
    let framework = look.framework();
    let title = match item {
        Item::Competence(place) => look.of_framework(&framework.competences[place].title),
        Item::Behaviour(_) => {
            look.of_framework(super::question::statement_of(framework, journey.assessment.rater, item))
        }
    };
    let wishes = match item {
        Item::Competence(_) => {
            journey.assessment.wishes.competences.get(item.id(framework)).is_some_and(|wish| *wish > 0)
        }
        Item::Behaviour(_) => false,
    };
    let name = look.say(Key::ChangeNamed, &[("title", &title)]);
    html! {
        <div>
            <dt lang={look.content_lang()}>{ title }</dt>
            <dd>
                { answer_words(look, journey, item) }
                if wishes { <span class="meta">{ look.text(Key::WantToGetBetter) }</span> }
            </dd>
            <dd class="change">
                { named_button(look, Weight::Quiet, look.text(Key::Change), Some(name), Message::ChangeAsked(item)) }
            </dd>
        </div>
    }
}

/// An answer in words.
pub fn answer_words(look: &Look, journey: &Journey, item: Item) -> Html {
    let framework = look.framework();
    let Some(response) = journey.response(framework, item) else {
        return html! { <span class="open">{ look.text(Key::ClassNotAnswered) }</span> };
    };
    let key = match response.answer {
        Answer::Rated(level) => {
            let scale = match item {
                Item::Competence(place) => framework.scale_of(place),
                Item::Behaviour(_) => &framework.scales[framework.behaviour_scale],
            };
            let level = usize::try_from(level).ok().and_then(|level| scale.levels.get(level));
            return match level {
                Some(level) => html! { <span lang={look.content_lang()}>{ look.of_framework(&level.label) }</span> },
                None => html! { <span class="open">{ look.text(Key::LevelUnknown) }</span> },
            };
        }
        Answer::NoOpportunity if matches!(item, Item::Behaviour(_)) => Key::NoOccasionChoice,
        Answer::NoOpportunity => Key::NoOpportunityChoice,
        Answer::NotObserved => Key::NotObservedChoice,
        Answer::NotRelevant if journey.assessment.rater == Rater::Manager => Key::NotRelevantManager,
        Answer::NotRelevant => Key::NotRelevantChoice,
    };
    html! { <span>{ look.text(key) }</span> }
}

fn row_to(look: &Look, title: Key, words: AttrValue, step: Step) -> Html {
    let name = look.say(Key::ChangeNamed, &[("title", &look.text(title))]);
    html! {
        <section class="dimension">
            { look.heading(1, look.text(title)) }
            <dl class="answers">
                <div>
                    <dt>{ words }</dt>
                    <dd class="change">
                        { named_button(look, Weight::Quiet, look.text(Key::Change), Some(name), Message::StepChosen(step)) }
                    </dd>
                </div>
            </dl>
        </section>
    }
}

/// What head and deputy agreed, in one sentence.
pub fn balance_words(look: &Look, journey: &Journey) -> AttrValue {
    let framework = look.framework();
    let targets = &journey.assessment.targets;
    if targets.agreed_by.is_none() {
        return look.text(Key::BalanceNotYet);
    }
    let titles: Vec<_> = (targets.focus.iter())
        .filter_map(|id| framework.dimension(id))
        .map(|place| look.of_framework(&framework.dimensions[place].title))
        .collect();
    let titles: Vec<&str> = titles.iter().map(|title| title.as_str()).collect();
    let mut words = match titles.is_empty() {
        true => look.text(Key::FocusNone).to_string(),
        false => look.say(Key::FocusList, &[("dimensions", &look.wording().list(&titles))]).to_string(),
    };
    if !targets.adjusted.is_empty() {
        words.push(' ');
        words.push_str(&look.count(Key::TargetsAdjusted, targets.adjusted.len()));
    }
    words.into()
}

fn areas_words(look: &Look, journey: &Journey) -> AttrValue {
    let wishes = &journey.assessment.wishes.areas;
    let count = |wanted: fn(i64) -> bool| wishes.iter().filter(|(_, wish)| wanted(**wish)).count().to_string();
    let (yes, not_now) = (count(|wish| wish > 0), count(|wish| wish < 0));
    let worked = journey.assessment.experience.len().to_string();
    look.say(Key::AreasSaid, &[("yes", &yes), ("no", &not_now), ("worked", &worked)])
}
