//! Two assessments of one framework side by side, in the method's blocks: an employee's and a manager's, or one person's
//! at two times.

use super::pieces::{folded, legend, line, named, row, said, said_by, section};
use crate::assessment::PlanItem;
use crate::comparison::File;
use crate::comparison::blocks::{Block, Direction, Way};
use crate::comparison::side_by_side::{Side, SideBySide, SideMark, TargetDifference};
use crate::profile::{Class, Target};
use crate::state::Comparing;
use crate::state::Message;
use crate::state::journey::Journey;
use crate::view::chart::{Picture, charts, one_click_away};
use crate::view::context::View;
use crate::view::file;
use crate::view::pieces::{Weight, button, content, lead, paragraph, text, words};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

/// What every part of the comparison is drawn from.
pub struct Sides<'a> {
    pub view: &'a View<'a>,
    pub journey: &'a Journey,
    pub sides: SideBySide,
    /// One person's at two times, not an employee's and a manager's.
    pub is_now: bool,
}

/// What a comparison is made of.
#[derive(Clone, Copy)]
enum Part {
    Targets,
    Of(Block),
    Directions,
}

const TWO_PEOPLE: [Part; 7] = [
    Part::Targets,
    Part::Of(Block::GoesWell),
    Part::Of(Block::Practise),
    Part::Of(Block::Apart),
    Part::Directions,
    Part::Of(Block::Rest),
    Part::Of(Block::OneSided),
];
const TWO_TIMES: [Part; 6] = [
    Part::Targets,
    Part::Of(Block::FirstTime),
    Part::Of(Block::Apart),
    Part::Directions,
    Part::Of(Block::Rest),
    Part::Of(Block::OneSided),
];
/// What there is nothing to talk about stands last, and on no agenda.
const NOT_TO_TALK_ABOUT: usize = 2;

impl Sides<'_> {
    pub fn draw(&self) -> Html {
        let Self { view, sides, .. } = self;
        let opened = &sides.opened;
        let other_version = opened.other_version.as_ref().map(|version| (Key::OpenedOtherVersion, &**version));
        let told = file::of_file(view, other_version, opened.report_differs, &opened.conflicts, &opened.ignored);
        html! {
            <>
                { lead(view, self.by_kind([Key::CompareLead, Key::CompareLeadEarlier])) }
                if !self.is_now {
                    { paragraph(view, Key::AgreedLead) }
                }
                if let Some(told) = told {
                    <div class="notice" part="notice">{ told }</div>
                }
                { self.legend() }
                { self.parts(0) }
                { self.last_plan() }
                <section>{ self.table() }</section>
            </>
        }
    }

    /// The sides with their marks, dates and roles.
    pub fn legend(&self) -> Html {
        let [first, second] =
            [(&self.sides.first, true), (&self.sides.second, false)].map(|(side, at)| self.side(side, at));
        legend(self.view, [first, second], Key::LegendTarget)
    }

    /// What is worth talking about.
    pub fn talking_points(&self) -> Html {
        self.parts(NOT_TO_TALK_ABOUT)
    }

    /// All parts but so many at the end.
    fn parts(&self, without: usize) -> Html {
        let all: &[Part] = if self.is_now { &TWO_TIMES } else { &TWO_PEOPLE };
        let part = |part: &Part| match part {
            Part::Targets => self.targets(),
            Part::Of(block) => self.block(*block),
            Part::Directions => self.directions(),
        };
        all[..all.len() - without].iter().map(part).collect()
    }

    fn by_kind(&self, keys: [Key; 2]) -> Key {
        keys[usize::from(self.is_now)]
    }

    fn name(&self, is_first: bool) -> Rc<str> {
        let keys = if is_first { [Key::SideEmployee, Key::SideNow] } else { [Key::SideManager, Key::SideEarlier] };
        self.view.text(self.by_kind(keys))
    }

    /// *Tidligere: 1. marts 2025, Souschef i et fagkontor, 3 måneder*.
    fn side(&self, side: &Side, is_first: bool) -> Rc<str> {
        let view = self.view;
        let mut words = format!("{}: ", self.name(is_first));
        if let Some(date) = &side.date {
            words.push_str(&view.day(date));
            words.push_str(", ");
        }
        match side.role {
            Some(role) => {
                words.push_str(&view.role(role));
                if let Some(stage) = side.stage {
                    words.push_str(" · ");
                    words.push_str(&view.of_framework(&view.framework().roles[role].stages[stage].title));
                }
            }
            None => words.push_str(&view.text(Key::SideRoleUnknown)),
        }
        words.into()
    }

    /// Between two people, targets that differ come before any level, named and counted. What is merely another time in
    /// the job is one sentence.
    fn targets(&self) -> Html {
        let view = self.view;
        let targets = &self.sides.targets;
        let (by_stage, others): (Vec<&TargetDifference>, Vec<&TargetDifference>) =
            targets.iter().partition(|why| why.is_by_stage_alone());
        let by_stage = (!by_stage.is_empty()).then(|| self.by_kind([Key::StageAlone, Key::StageAloneEarlier]));
        let places: Vec<usize> = others.iter().map(|difference| difference.competence).collect();
        let stage = by_stage.map(|words| paragraph(view, words)).unwrap_or_default();
        if places.is_empty() {
            return stage;
        }
        if self.is_now {
            return html! { <>{ stage }{ paragraph(view, Key::TargetsDifferLeadEarlier) }{ reasons(view, &others) }</> };
        }
        let title = Key::TargetsDifferTitle;
        let rows = || charts(view, &places, &|place| self.row("levels", place, Html::default()));
        let content = html! {
            <>
                { stage }
                { reasons(view, &others) }
                if !view.is_on_paper() {
                    { folded(view, "levels", title, places.len(), &rows) }
                }
            </>
        };
        section(view, title, &[Key::TargetsDifferLead], content)
    }

    /// Heading and first sentence of a block.
    fn words_of(&self, block: Block) -> (Key, Key) {
        match (block, self.is_now) {
            (Block::FirstTime, _) => (Key::FirstTimeTitle, Key::FirstTimeLead),
            (Block::GoesWell, _) => (Key::GoesWellTitle, Key::GoesWellLead),
            (Block::Practise, _) => (Key::PractiseTitle, Key::PractiseLead),
            (Block::Apart, false) => (Key::ApartTitle, Key::ApartLead),
            (Block::Apart, true) => (Key::MovedTitle, Key::MovedLead),
            (Block::Rest, false) => (Key::RestTitle, Key::RestLead),
            (Block::Rest, true) => (Key::AsBeforeTitle, Key::AsBeforeLead),
            (Block::OneSided | Block::Neither, false) => (Key::OneSidedTitle, Key::OneSidedLead),
            (Block::OneSided | Block::Neither, true) => (Key::OneSidedTitleEarlier, Key::OneSidedLeadEarlier),
        }
    }

    /// The rows of a block; those that there is less to say about are one click away.
    fn block(&self, block: Block) -> Html {
        let view = self.view;
        let places = self.sides.places(block);
        if places.is_empty() {
            return if block == Block::OneSided { self.neither() } else { Html::default() };
        }
        let (title, lead) = self.words_of(block);
        // With nothing that counts, such as in a flat profile, there is no order.
        let has_order = block == Block::Practise && self.sides.priorities.contains(&places[0]);
        let leads = [lead, Key::PractiseOrder];
        let rows = || charts(view, &places, &|place| self.row("row", place, self.agree(place)));
        let content = match block {
            Block::Rest => folded(view, "rest", title, places.len(), &rows),
            Block::OneSided => {
                html! { <>{ folded(view, "one-sided", title, places.len(), &rows) }{ self.neither() }</> }
            }
            _ => rows(),
        };
        section(view, title, &leads[..1 + usize::from(has_order)], content)
    }

    /// What neither rated is only counted.
    fn neither(&self) -> Html {
        let count = self.sides.places(Block::Neither).len();
        let key = self.by_kind([Key::NeitherRated, Key::NeitherRatedEarlier]);
        if count == 0 {
            Html::default()
        } else {
            html! { <p class="meta">{ text(self.view.count(key, count)) }</p> }
        }
    }

    /// Counts of what lies the same way throughout.
    fn directions(&self) -> Html {
        let view = self.view;
        let directions = &self.sides.directions;
        if directions.is_empty() {
            return Html::default();
        }
        let lines = html! {
            <ul>
                for (place, direction) in directions.iter().enumerate() {
                    <li key={place}>{ self.direction(direction) }</li>
                }
            </ul>
        };
        let has = |way: Way| directions.iter().any(|direction| direction.way == way);
        let leads: Vec<Key> = match self.is_now {
            false => vec![Key::DirectionLead],
            true => {
                let leads = [(has(Way::Higher), Key::GrowthLead), (has(Way::Lower), Key::SharperLead)];
                leads.into_iter().filter(|(is_so, _)| *is_so).map(|(_, lead)| lead).collect()
            }
        };
        section(view, self.by_kind([Key::DirectionTitle, Key::GrowthTitle]), &leads, lines)
    }

    /// *Personaleledelse: Lederens svar ligger lavere i 5 af de 8, I begge har svaret på, og højere i ingen.*
    fn direction(&self, direction: &Direction) -> Html {
        let view = self.view;
        let keys = match direction.way {
            Way::Higher => [Key::DirectionHigher, Key::GrowthHigher],
            Way::Lower => [Key::DirectionLower, Key::GrowthLower],
        };
        let [count, both] = [direction.differing, direction.both].map(|number| number.to_string());
        let counts = view.say(self.by_kind(keys), &[("count", &count), ("both", &both)]);
        let part = match direction.dimension {
            Some(place) => {
                html! { <span lang={view.lang()}>{ content(view, &view.framework().dimensions[place].title) }</span> }
            }
            None => words(view, Key::InAll),
        };
        html! { <><strong>{ part }</strong>{ text(format!(": {counts}")) }</> }
    }

    /// Both marks on the lane, what each side says beside it, and what follows that. `id` tells it from other rows of the
    /// same competence; the one that is about the targets has those of both.
    fn row(&self, id: &str, place: usize, follows: Html) -> Html {
        let view = self.view;
        let pair = &self.sides.rows[place];
        let is_about_targets = id == "levels";
        let (first, second) = (pair.first.answer.level(), pair.second.answer.level());
        let yardstick = pair.first.target.level();
        let targets = [yardstick, pair.second.target.level().filter(|_| is_about_targets)];
        let means = self.means(place);
        // Where it is about the targets, each side's own is said.
        let asked = yardstick.filter(|_| !is_about_targets);
        let asked = asked.map(|_| self.target_words(&self.sides.first, &pair.first, place));
        let said = html! {
            <>
                { self.lines(place, is_about_targets) }
                // The picture's name says it, and where there is room its axis.
                if let Some(asked) = &asked {
                    <p class="meta asked-for" aria-hidden="true">{ text(asked.clone()) }</p>
                }
                { follows }
            </>
        };
        let picture = Picture { own: first, other: second, targets: &targets, line_to: second, ..Picture::default() };
        let name = view.say(Key::ChartTitle, &[("title", &view.competence(place)), ("class", &means)]);
        let described: Vec<Rc<str>> = asked.into_iter().collect();
        row(view, place, picture.draw(view, id, place, name, &described), said)
    }

    /// What each side says, and what was agreed before.
    fn lines(&self, place: usize, with_targets: bool) -> Html {
        let sides = &self.sides;
        let pair = &sides.rows[place];
        let both = [(&sides.first, &pair.first), (&sides.second, &pair.second)];
        let answer = |(place_of_side, (side, mark)): (usize, (&Side, &SideMark))| {
            let target = with_targets.then(|| self.target_words(side, mark, place));
            line(self.name(place_of_side == 0), self.answer(place, mark, place_of_side == 1), target)
        };
        let agreed = |(side, mark): (&Side, &SideMark)| {
            let key = if side.file == File::Opened { Key::AgreedElsewhere } else { Key::AgreedField };
            // One's own stands in its field.
            let is_told = self.is_now || side.file == File::Opened;
            is_told.then(|| self.agreed_line(place, mark, key)).flatten()
        };
        html! {
            <>
                for mark in both.into_iter().enumerate() {
                    { answer(mark) }
                }
                for line in both.into_iter().filter_map(agreed) {
                    { line }
                }
            </>
        }
    }

    fn answer(&self, place: usize, mark: &SideMark, is_second: bool) -> Rc<str> {
        // Of two people the second is the manager; now and earlier one has answered both times.
        let by_manager = if self.is_now { self.view.is_managers() } else { is_second };
        let otherwise = Class::of(mark.answer, Target::None).key();
        said_by(self.view, place, mark.answer.level(), otherwise, by_manager)
    }

    fn target(&self, place: usize, target: Target) -> Rc<str> {
        let otherwise = if target == Target::Later { Key::ClassLater } else { Key::ClassNoTarget };
        said(self.view, place, target.level(), otherwise)
    }

    /// What the role asks for; and beside it what was agreed, where focus or agreement moved the level.
    fn target_words(&self, side: &Side, mark: &SideMark, place: usize) -> Rc<str> {
        let view = self.view;
        let role = side.role.map(|role| &view.framework().roles[role]);
        // A stage lowers levels too, and nobody agreed on that.
        let is_lowered = role.zip(side.stage).is_some_and(|(role, stage)| role.stages[stage].lower_by > 0);
        let of_role = role.and_then(|role| role.targets[place]).filter(|_| !is_lowered);
        match mark.target.level() {
            Some(level) => view.target_in_words(place, of_role, level),
            None => format!("{}: {}", view.text(Key::LegendTarget), self.target(place, mark.target)).into(),
        }
    }

    /// What it means that the two levels stand there.
    fn means(&self, place: usize) -> Rc<str> {
        let pair = &self.sides.rows[place];
        let is_first_higher = pair.levels().is_some_and(|(first, second)| first > second);
        self.view.text(match pair.block {
            Block::FirstTime => Key::TriedNow,
            Block::GoesWell => Key::BothReach,
            Block::Practise => Key::BothBelow,
            Block::Apart if is_first_higher => self.by_kind([Key::HigherEmployee, Key::HigherNow]),
            Block::Apart => self.by_kind([Key::HigherManager, Key::HigherEarlier]),
            Block::Rest => self.by_kind([Key::AboutTheSame, Key::AsBeforeTitle]),
            Block::OneSided => self.by_kind([Key::OnlyOneRated, Key::OnlyOnceRated]),
            Block::Neither => Key::NoLevel,
        })
    }

    /// What was agreed last time, to be followed up in this year's plan.
    fn last_plan(&self) -> Html {
        let view = self.view;
        let Some(compared) = self.journey.compared.as_ref().filter(|_| self.is_now) else { return Html::default() };
        let plan = compared.last_plan(view.framework(), self.journey.role, &self.journey.assessment);
        if plan.is_empty() {
            return Html::default();
        }
        let lead = if compared.is_plan_taken { Key::LastPlanTaken } else { Key::LastPlanLead };
        let take = Message::Comparing(Comparing::PlanTakenOver);
        let content = html! {
            <>
                { agreements(view, &plan) }
                if !compared.is_plan_taken {
                    <div class="actions">{ button(view, Weight::Secondary, Key::LastPlanTake, take) }</div>
                }
            </>
        };
        section(view, Key::LastPlanTitle, &[lead], content)
    }

    fn table(&self) -> Html {
        let view = self.view;
        let columns = [
            view.text(Key::ColumnCompetence),
            self.name(true),
            self.name(false),
            view.text(Key::ColumnTarget),
            view.text(Key::ColumnClass),
        ];
        one_click_away(view, view.text(Key::CompareTitle), &columns, &|place| self.table_row(place))
    }

    fn table_row(&self, place: usize) -> Html {
        let view = self.view;
        let pair = &self.sides.rows[place];
        let target = |mark: &SideMark| self.target(place, mark.target);
        html! {
            <tr>
                <th lang={view.lang()} scope="row">{ text(view.competence(place)) }</th>
                <td>{ text(self.answer(place, &pair.first, false)) }</td>
                <td>{ text(self.answer(place, &pair.second, true)) }</td>
                <td>
                    if pair.first.target == pair.second.target {
                        { text(target(&pair.first)) }
                    } else {
                        { line(self.name(true), target(&pair.first), None) }
                        { line(self.name(false), target(&pair.second), None) }
                    }
                </td>
                <td>
                    { text(self.means(place)) }
                    { self.agreed_line(place, self.own(place), Key::AgreedField).unwrap_or_default() }
                </td>
            </tr>
        }
    }
}

/// The competences with differing targets, by what makes these differ.
fn reasons(view: &View, targets: &[&TargetDifference]) -> Html {
    const REASONS: [Key; 4] = [Key::WhyAdjusted, Key::WhyRole, Key::WhyFocus, Key::WhyStage];
    // Every set of reasons, one bit for each.
    let of_set = |set: u8| {
        let is_in = |bit: usize| set & (1 << bit) != 0;
        let same = targets.iter().filter(|why| {
            let bits = [why.by_adjustment, why.by_role, why.by_focus, why.by_stage];
            (0..4).all(|bit| bits[bit] == is_in(bit))
        });
        let same: Vec<usize> = same.map(|why| why.competence).collect();
        let reasons: Vec<Rc<str>> = (0..4).filter(|bit| is_in(*bit)).map(|bit| view.text(REASONS[bit])).collect();
        let reasons = view.wording().list(&reasons);
        named(view, view.wording().count(Key::WhyTargets, same.len(), &[("reasons", &reasons)]), &same)
    };
    (1..16).filter_map(of_set).collect()
}

/// Agreements by what they were to reach.
pub fn agreements(view: &View, plan: &[PlanItem]) -> Html {
    let line = |(place, PlanItem { goal, activity, .. }): (usize, &PlanItem)| {
        let words = match (goal.trim().is_empty(), activity.trim().is_empty()) {
            (false, _) => goal.clone(),
            (true, false) => activity.clone(),
            (true, true) => view.say(Key::PlanItem, &[("number", &(place + 1).to_string())]),
        };
        html! { <li key={place}>{ text(words) }</li> }
    };
    html! {
        <ul>
            for item in plan.iter().enumerate() {
                { line(item) }
            }
        </ul>
    }
}
