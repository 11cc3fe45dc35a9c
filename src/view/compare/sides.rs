//! Two assessments of one framework side by side: an employee's and a manager's, or one person's at two times.

use super::pieces::{folded, legend, line, named, row, said, said_by, section};
use crate::assessment::PlanItem;
use crate::comparison::File;
use crate::comparison::side_by_side::{Difference, Side, SideBySide, SideMark};
use crate::framework::Level;
use crate::profile::{Class, Target};
use crate::state::Comparing;
use crate::state::Message;
use crate::state::journey::Journey;
use crate::view::chart::{Picture, charts, one_click_away};
use crate::view::context::View;
use crate::view::file;
use crate::view::pieces::{Choosable, Field, Weight, button, chips, lead, paragraph, text, words};
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

impl Sides<'_> {
    pub fn draw(&self) -> Html {
        let Self { view, sides, .. } = self;
        let opened = &sides.opened;
        let other_version = opened.other_version.as_ref().map(|version| (Key::OpenedOtherVersion, &**version));
        let told = file::of_file(view, other_version, opened.report_differs, &opened.conflicts, &opened.ignored);
        html! {
            <>
                { lead(view, self.by_kind([Key::CompareLead, Key::CompareLeadEarlier])) }
                if let Some(told) = told {
                    <div class="notice" part="notice">{ told }</div>
                }
                { legend(view, [self.side(&sides.first, true), self.side(&sides.second, false)], true) }
                { self.targets() }
                { self.agreement() }
                { self.differences() }
                { self.one_sided() }
                { self.agreed(&[]) }
                { self.last_plan() }
                <section>{ self.table() }</section>
            </>
        }
    }

    pub fn by_kind(&self, keys: [Key; 2]) -> Key {
        keys[usize::from(self.is_now)]
    }

    fn name(&self, is_first: bool) -> Rc<str> {
        let keys = if is_first { [Key::SideEmployee, Key::SideNow] } else { [Key::SideManager, Key::SideEarlier] };
        self.view.text(self.by_kind(keys))
    }

    /// *Tidligere: 1. marts 2025, Souschef i et fagkontor, 3 måneder*.
    pub fn side(&self, side: &Side, is_first: bool) -> Rc<str> {
        let view = self.view;
        let mut words = format!("{}: ", self.name(is_first));
        if let Some(date) = &side.date {
            words.push_str(&view.day(&date[..10]));
            words.push_str(", ");
        }
        match side.role {
            Some(role) => {
                words.push_str(&view.role(role));
                if let Some(stage) = side.stage {
                    words.push_str(", ");
                    words.push_str(&view.of_framework(&view.framework().roles[role].stages[stage].title));
                }
            }
            None => words.push_str(&view.text(Key::SideRoleUnknown)),
        }
        words.into()
    }

    /// Differing targets come before any level: by what they differ in, and the rows one click away.
    fn targets(&self) -> Html {
        let view = self.view;
        let title = Key::TargetsDifferTitle;
        let places: Vec<usize> = self.sides.targets.iter().map(|difference| difference.competence).collect();
        if places.is_empty() {
            return Html::default();
        }
        let rows = || charts(view, &places, &|place| self.row("levels", place, true));
        let content = html! { <>{ self.reasons() }{ folded(view, "levels", title, &rows) }</> };
        section(view, title, Some(Key::TargetsDifferLead), content)
    }

    /// The competences with differing targets, by what makes these differ.
    pub fn reasons(&self) -> Html {
        const REASONS: [Key; 4] = [Key::WhyAdjusted, Key::WhyRole, Key::WhyFocus, Key::WhyStage];
        let view = self.view;
        // Every set of reasons, one bit for each.
        let of_set = |set: u8| {
            let is_in = |bit: usize| set & (1 << bit) != 0;
            let same = self.sides.targets.iter().filter(|why| {
                let bits = [why.by_adjustment, why.by_role, why.by_focus, why.by_stage];
                (0..4).all(|bit| bits[bit] == is_in(bit))
            });
            let same: Vec<usize> = same.map(|why| why.competence).collect();
            let reasons: Vec<Rc<str>> = (0..4).filter(|bit| is_in(*bit)).map(|bit| view.text(REASONS[bit])).collect();
            let words = view.say(Key::WhyTargets, &[("reasons", &view.wording().list(&reasons))]);
            named(view, words, &same)
        };
        (1..16).filter_map(of_set).collect()
    }

    /// Agreement in names; the answers are one click away.
    fn agreement(&self) -> Html {
        let title = self.by_kind(AGREEMENT);
        match self.names("same", title, &self.sides.places(&Difference::AGREEMENT)) {
            Some(content) => section(self.view, title, Some(Key::AgreementLead), content),
            None => Html::default(),
        }
    }

    /// Two steps or more, in both directions, as questions.
    fn differences(&self) -> Html {
        let view = self.view;
        let places = self.sides.places(&Difference::DIFFERENCE);
        let lead = if places.is_empty() { Key::DifferenceNone } else { self.question() };
        let rows = charts(view, &places, &|place| self.row("differ", place, false));
        let content = html! {
            <>
                if !self.is_now {
                    { paragraph(view, Key::AgreedLead) }
                }
                <div>{ rows }</div>
            </>
        };
        section(view, self.by_kind(DIFFERENCE), Some(lead), content)
    }

    pub fn question(&self) -> Key {
        self.by_kind([Key::DifferenceLead, Key::MovedLead])
    }

    /// Where there is one level only, nothing differs.
    fn one_sided(&self) -> Html {
        let view = self.view;
        let neither = named(view, view.text(Key::NoLevel), &self.sides.places(&[Difference::Neither]));
        let rows = self.names("one-sided", Key::OneSidedTitle, &self.sides.places(&Difference::ONE_SIDED));
        if rows.is_none() && neither.is_none() {
            return Html::default();
        }
        let lead = rows.is_some().then_some(Key::OneSidedLead);
        let content = html! { <>{ rows.unwrap_or_default() }{ neither.unwrap_or_default() }</> };
        section(view, Key::OneSidedTitle, lead, content)
    }

    fn names(&self, name: &str, title: Key, places: &[usize]) -> Option<Html> {
        let view = self.view;
        if places.is_empty() {
            return None;
        }
        let rows = || charts(view, places, &|place| self.row("same", place, false));
        Some(html! { <>{ chips(view, places) }{ folded(view, name, title, &rows) }</> })
    }

    /// Both levels in words and as marks; in the row that is about the targets, these too, and elsewhere the level that
    /// the two agree on.
    fn row(&self, id: &str, place: usize, is_about_targets: bool) -> Html {
        let view = self.view;
        let pair = &self.sides.rows[place];
        let (first, second) = (pair.first.answer.level(), pair.second.answer.level());
        let steps = self.steps(pair.steps);
        let has_moved = self.is_now && Difference::DIFFERENCE.contains(&pair.steps);
        let mut targets = [pair.first.target.level(), pair.second.target.level()];
        if !is_about_targets {
            // Two targets stand in a row of their own.
            let is_same = pair.first.target == pair.second.target;
            targets = [targets[0].filter(|_| is_same), None];
        }
        let asked = targets[0].filter(|_| !is_about_targets);
        let asked = asked.map(|target| view.say(Key::RoleAsksFor, &[("level", &view.level(place, target))]));
        let words = html! {
            <>
                { self.lines(place, is_about_targets) }
                if has_moved {
                    <p>{ text(steps.clone()) }</p>
                }
                if let Some(asked) = asked {
                    <p class="meta">{ text(asked) }</p>
                }
                if !is_about_targets && !self.is_now {
                    { self.agree(place) }
                }
            </>
        };
        let picture = Picture { own: first, other: second, targets: &targets, line_to: second, ..Picture::default() };
        let title = view.competence(place);
        let name = view.say(Key::ChartTitle, &[("title", &title), ("class", &steps)]);
        row(view, place, words, picture.draw(view, id, place, name, &[]))
    }

    /// What each side says, and what was agreed before.
    pub fn lines(&self, place: usize, with_targets: bool) -> Html {
        let Self { view, sides, .. } = self;
        let pair = &sides.rows[place];
        let both = [(&sides.first, &pair.first), (&sides.second, &pair.second)];
        let answer = |(place_of_side, (_, mark)): (usize, (&Side, &SideMark))| {
            let target = with_targets.then(|| self.target(place, mark.target));
            line(view, self.name(place_of_side == 0), self.answer(place, mark, place_of_side == 1), target)
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

    pub fn agreed_line(&self, place: usize, mark: &SideMark, key: Key) -> Option<Html> {
        mark.agreed?;
        let level = said(self.view, place, mark.agreed, Key::NoLevel);
        Some(line(self.view, self.view.text(key), level, None))
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

    /// How the two compare, in words that name nothing below two steps.
    fn steps(&self, steps: Difference) -> Rc<str> {
        self.view.text(match steps {
            Difference::Same | Difference::OneApart => self.by_kind(AGREEMENT),
            Difference::FirstHigher => self.by_kind([Key::HigherEmployee, Key::HigherNow]),
            Difference::SecondHigher => self.by_kind([Key::HigherManager, Key::HigherEarlier]),
            Difference::OnlyFirst | Difference::OnlySecond => Key::OneSidedTitle,
            Difference::Neither => Key::NoLevel,
        })
    }

    /// The level that the two agree on, beside their answers.
    fn agree(&self, place: usize) -> Html {
        let view = self.view;
        let chosen = self.own(place).agreed;
        let none =
            Choosable { value: String::new(), words: view.text(Key::AgreedNotYet), is_selected: chosen.is_none() };
        let level = |level: Level| Choosable {
            value: level.to_string(),
            words: view.level(place, level),
            is_selected: chosen == Some(level),
        };
        let levels = (0..=view.framework().scale_of(place).highest()).map(level);
        let select = move |value: Rc<str>| {
            Message::Comparing(Comparing::LevelAgreed { competence: place, level: value.parse().ok() })
        };
        let label = html! {
            <>
                { words(view, Key::AgreedField) }
                <span class="visually-hidden">
                    { text(": ") }
                    <span lang={view.lang()}>{ text(view.competence(place)) }</span>
                </span>
            </>
        };
        let options = std::iter::once(none).chain(levels).collect();
        Field::new(view, &format!("agreed{place}"), label).select(None, options, select)
    }

    pub fn own(&self, place: usize) -> &SideMark {
        let pair = &self.sides.rows[place];
        if self.sides.first.file == File::Own { &pair.first } else { &pair.second }
    }

    /// The levels that are agreed on, but for those that stand elsewhere.
    pub fn agreed(&self, elsewhere: &[usize]) -> Html {
        let view = self.view;
        let is_agreed = |place: &usize| self.own(*place).agreed.is_some() && !elsewhere.contains(place);
        let line = |place: usize| {
            let level = said(view, place, self.own(place).agreed, Key::NoLevel);
            html! {
                <li key={place}>
                    <strong lang={view.lang()}>{ text(view.competence(place)) }</strong>
                    { text(format!(": {level}")) }
                </li>
            }
        };
        let lines: Vec<_> = (0..self.sides.rows.len()).filter(is_agreed).map(line).collect();
        if lines.is_empty() {
            return Html::default();
        }
        section(view, Key::AgreedField, None, html! { <ul>{ lines }</ul> })
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
        section(view, Key::LastPlanTitle, Some(lead), content)
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
                        { line(view, self.name(true), target(&pair.first), None) }
                        { line(view, self.name(false), target(&pair.second), None) }
                    }
                </td>
                <td>
                    { text(self.steps(pair.steps)) }
                    { self.agreed_line(place, self.own(place), Key::AgreedField).unwrap_or_default() }
                </td>
            </tr>
        }
    }
}

pub const AGREEMENT: [Key; 2] = [Key::AgreementTitle, Key::AgreementTitleEarlier];
pub const DIFFERENCE: [Key; 2] = [Key::TalkTitle, Key::MovedTitle];

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
