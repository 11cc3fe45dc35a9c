//! Every answer on one page, each with its way back to the question.

use super::look::Look;
use super::pieces::{Weight, actions, button, change_button, more, named_button};
use super::question::{answer_key, statement_of};
use crate::assessment::{Answer, Rater};
use crate::framework::Dimension;
use crate::markup::{Node, el};
use crate::state::Message;
use crate::state::journey::{Item, Journey, Step};
use crate::wording::Key;
use std::rc::Rc;

pub fn view(look: &Look, journey: &Journey) -> Node {
    let framework = look.framework();
    let (answered, total) = journey.answered(framework);
    let open = total - answered;
    let numbers = [answered.to_string(), total.to_string()];
    let is_manager = journey.assessment.rater == Rater::Manager;
    let balance = journey
        .asks_balance(framework)
        .then(|| row_to(look, Key::BalanceTitle, balance_words(look, journey), Step::Balance));
    let areas =
        journey.asks_areas(framework).then(|| row_to(look, Key::AreasTitle, areas_words(look, journey), Step::Areas));
    el("div.screen")
        .child(look.title(if is_manager { Key::CheckTitleManager } else { Key::CheckTitle }))
        .child(el("p.lead").text(look.say(Key::CheckAnswered, &[("answered", &numbers[0]), ("total", &numbers[1])])))
        .child(is_manager.then(|| look.paragraph(Key::EmployeesWords).class("meta")))
        .child((open > 0).then(|| el("p.notice").text(look.count(Key::CheckOpen, open))))
        .children(framework.dimensions.iter().enumerate().map(|(place, part)| dimension(look, journey, place, part)))
        .child(balance)
        .child(areas)
        .child(actions().child(button(look, Weight::Primary, Key::SeeResults, Message::Continued)).child(button(
            look,
            Weight::Secondary,
            Key::Back,
            Message::WentBack,
        )))
}

fn dimension(look: &Look, journey: &Journey, place: usize, part: &Dimension) -> Node {
    let answers = |items: &mut dyn Iterator<Item = Item>| {
        let rows: Vec<_> = items.map(|item| answer_row(look, journey, item)).collect();
        el("dl.answers").children(rows)
    };
    let depth = journey
        .has_depth(look.framework(), place)
        .then(|| more(look, Key::DepthAnswers, answers(&mut part.behaviours.clone().map(Item::Behaviour))));
    el("section.dimension")
        .key(place)
        .child(look.content(look.heading_tag(1), &part.title))
        .child(answers(&mut part.competences.clone().map(Item::Competence)))
        .child(depth)
}

fn answer_row(look: &Look, journey: &Journey, item: Item) -> Node {
    let framework = look.framework();
    let (title, wish) = match item {
        Item::Competence(place) => {
            (&framework.competences[place].title, journey.assessment.wishes.competences.get(item.id(framework)))
        }
        Item::Behaviour(_) => (statement_of(framework, journey.assessment.rater, item), None),
    };
    let wishes = wish.is_some_and(|wish| *wish > 0);
    let name = look.say(Key::ChangeNamed, &[("title", &look.of_framework(title))]);
    el("div")
        .child(look.content("dt", title))
        .child(
            el("dd")
                .child(answer_words(look, journey, item))
                .child(wishes.then(|| look.el("span.meta", Key::WantToGetBetter))),
        )
        .child(el("dd.change").child(change_button(look, Key::Change, name, item)))
}

/// An answer in words.
pub fn answer_words(look: &Look, journey: &Journey, item: Item) -> Node {
    let framework = look.framework();
    let open = |key| look.el("span.open", key);
    match journey.response(framework, item).map(|response| response.answer) {
        None => open(Key::ClassNotAnswered),
        Some(Answer::Rated(level)) => {
            match usize::try_from(level).ok().and_then(|level| item.scale(framework).levels.get(level)) {
                Some(level) => look.content("span", &level.label),
                None => open(Key::LevelUnknown),
            }
        }
        Some(answer) => look.el("span", answer_key(&journey.assessment, item, answer)),
    }
}

fn row_to(look: &Look, title: Key, words: Rc<str>, step: Step) -> Node {
    let name = look.say(Key::ChangeNamed, &[("title", &look.text(title))]);
    let change = named_button(look.text(Key::Change), name, Message::StepChosen(step));
    el("section.dimension")
        .child(look.heading(1, title))
        .child(el("div.answers.single").child(el("p").text(words)).child(el("p.change").child(change)))
}

/// What head and deputy agreed, in one sentence.
pub fn balance_words(look: &Look, journey: &Journey) -> Rc<str> {
    let framework = look.framework();
    let targets = &journey.assessment.targets;
    if !targets.is_agreed() {
        return look.text(Key::BalanceNotYet);
    }
    let titles: Vec<_> = (targets.focus.iter())
        .filter_map(|id| framework.dimension(id))
        .map(|place| look.of_framework(&framework.dimensions[place].title))
        .collect();
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

fn areas_words(look: &Look, journey: &Journey) -> Rc<str> {
    let mut said = [0usize; 2];
    for (_, wish) in journey.assessment.wishes.areas.iter() {
        said[usize::from(*wish < 0)] += 1;
    }
    let worked = journey.assessment.experience.len();
    if said == [0, 0] && worked == 0 {
        return look.text(Key::AreasNothingSaid);
    }
    let [yes, not_now] = said.map(|number| number.to_string());
    look.say(Key::AreasSaid, &[("yes", &yes), ("no", &not_now), ("worked", &worked.to_string())])
}
