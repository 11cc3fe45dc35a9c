//! Two assessments of one framework side by side: an employee's and a manager's, or one person's at two times.

use super::{folded, legend, line, named, row, said, section};
use crate::assessment::PlanItem;
use crate::comparison::File;
use crate::comparison::side_by_side::{Difference, Side, SideBySide, SideMark};
use crate::markup::{Handler, Node, each, el, several, text};
use crate::profile::{Class, Target};
use crate::screen::chart::{Picture, charts, one_click_away};
use crate::screen::file;
use crate::screen::look::Look;
use crate::screen::pieces::{Weight, actions, button, field};
use crate::state::Comparing;
use crate::state::Message;
use crate::state::journey::Journey;
use crate::wording::Key;
use std::rc::Rc;

/// What every part of the comparison is drawn from.
pub struct Sides<'a> {
    pub look: &'a Look<'a>,
    pub journey: &'a Journey,
    pub sides: SideBySide,
    /// One person's at two times, not an employee's and a manager's.
    pub is_now: bool,
}

impl Sides<'_> {
    pub fn view(&self) -> Node {
        let Self { look, sides, .. } = self;
        let opened = &sides.opened;
        let told = file::of_file(
            look,
            opened.other_version.as_ref().map(|version| (Key::OpenedOtherVersion, &**version)),
            opened.report_differs,
            &opened.conflicts,
            &opened.ignored,
        );
        let marks = legend(look, [self.side(&sides.first, true), self.side(&sides.second, false)], true);
        several()
            .child(look.paragraph(self.by_kind([Key::CompareLead, Key::CompareLeadEarlier])).class("lead"))
            .child((!told.is_nothing()).then(|| el("div.notice").child(told)))
            .child(marks)
            .child(self.targets())
            .child(self.agreement())
            .child(self.differences())
            .child(self.one_sided())
            .child(self.agreed(&[]))
            .child(self.last_plan())
            .child(el("section").child(self.table()))
    }

    pub fn by_kind(&self, keys: [Key; 2]) -> Key {
        keys[usize::from(self.is_now)]
    }

    pub fn name(&self, is_first: bool) -> Rc<str> {
        let keys = if is_first { [Key::SideEmployee, Key::SideNow] } else { [Key::SideManager, Key::SideEarlier] };
        self.look.text(self.by_kind(keys))
    }

    /// *Tidligere: 1. marts 2025, Souschef i et fagkontor, 3 måneder*.
    pub fn side(&self, side: &Side, is_first: bool) -> Rc<str> {
        let look = self.look;
        let mut words = format!("{}: ", self.name(is_first));
        if let Some(date) = &side.date {
            words.push_str(&look.day(&date[..10]));
            words.push_str(", ");
        }
        match side.role {
            Some(role) => {
                words.push_str(&look.role(role));
                if let Some(stage) = side.stage {
                    words.push_str(", ");
                    words.push_str(&look.of_framework(&look.framework().roles[role].stages[stage].title));
                }
            }
            None => words.push_str(&look.text(Key::SideRoleUnknown)),
        }
        words.into()
    }

    /// Differing targets come before any level: by what they differ in, and the rows one click away.
    fn targets(&self) -> Option<Node> {
        let look = self.look;
        let title = Key::TargetsDifferTitle;
        let places: Vec<usize> = self.sides.targets.iter().map(|difference| difference.competence).collect();
        let rows = charts(look, &places, &|place| self.row("levels", place, true));
        let section = section(look, title, Some(Key::TargetsDifferLead)).child(self.reasons());
        (!places.is_empty()).then(|| section.child(folded(look, title, rows)))
    }

    /// The competences with differing targets, by what makes these differ.
    pub fn reasons(&self) -> Node {
        const REASONS: [Key; 4] = [Key::WhyAdjusted, Key::WhyRole, Key::WhyFocus, Key::WhyStage];
        let look = self.look;
        let mut nodes = several();
        // Every set of reasons, one bit for each.
        for set in 1..16_u8 {
            let mut same = Vec::new();
            for why in &self.sides.targets {
                let bits = [why.by_adjustment, why.by_role, why.by_focus, why.by_stage];
                if (0..4).all(|bit| bits[bit] == (set & (1 << bit) != 0)) {
                    same.push(why.competence);
                }
            }
            let mut reasons = Vec::new();
            for (bit, key) in REASONS.into_iter().enumerate() {
                if set & (1 << bit) != 0 {
                    reasons.push(look.text(key));
                }
            }
            let words = look.say(Key::WhyTargets, &[("reasons", &look.wording().list(&reasons))]);
            nodes = nodes.child(named(look, words, &same));
        }
        nodes
    }

    /// Agreement in names; the answers are one click away.
    fn agreement(&self) -> Option<Node> {
        let title = self.by_kind(AGREEMENT);
        let content = self.names(title, &self.sides.places(&Difference::AGREEMENT))?;
        Some(section(self.look, title, Some(Key::AgreementLead)).child(content))
    }

    /// Two steps or more, in both directions, as questions.
    fn differences(&self) -> Node {
        let look = self.look;
        let places = self.sides.places(&Difference::DIFFERENCE);
        let lead = if places.is_empty() { Key::DifferenceNone } else { self.question() };
        let rows = charts(look, &places, &|place| self.row("differ", place, false));
        let agree = (!self.is_now).then(|| look.paragraph(Key::AgreedLead));
        section(look, self.by_kind(DIFFERENCE), Some(lead)).child(agree).child(el("div").child(rows))
    }

    pub fn question(&self) -> Key {
        self.by_kind([Key::DifferenceLead, Key::MovedLead])
    }

    /// Where there is one level only, nothing differs.
    fn one_sided(&self) -> Option<Node> {
        let look = self.look;
        let neither = named(look, look.text(Key::NoLevel), &self.sides.places(&[Difference::Neither]));
        let rows = self.names(Key::OneSidedTitle, &self.sides.places(&Difference::ONE_SIDED));
        let lead = rows.is_some().then_some(Key::OneSidedLead);
        let is_any = rows.is_some() || neither.is_some();
        is_any.then(|| section(look, Key::OneSidedTitle, lead).child(rows).child(neither))
    }

    fn names(&self, title: Key, places: &[usize]) -> Option<Node> {
        let look = self.look;
        if places.is_empty() {
            return None;
        }
        let rows = charts(look, places, &|place| self.row("same", place, false));
        Some(several().child(look.chips(places)).child(folded(look, title, rows)))
    }

    /// Both levels in words and as marks; in the row that is about the targets, these too, and elsewhere the level that
    /// the two agree on.
    fn row(&self, id: &str, place: usize, is_about_targets: bool) -> Node {
        let look = self.look;
        let pair = &self.sides.rows[place];
        let (first, second) = (pair.first.answer.level(), pair.second.answer.level());
        let mut words = self.lines(place, is_about_targets);
        let steps = self.steps(pair.steps);
        if self.is_now && Difference::DIFFERENCE.contains(&pair.steps) {
            words = words.child(el("p").text(steps.clone()));
        }
        let mut targets = [pair.first.target.level(), pair.second.target.level()];
        if !is_about_targets {
            // Two targets stand in a row of their own.
            let is_same = pair.first.target == pair.second.target;
            targets = [targets[0].filter(|_| is_same), None];
            if let Some(target) = targets[0] {
                let asked = look.say(Key::RoleAsksFor, &[("level", &look.level(place, target))]);
                words = words.child(el("p.meta").text(asked));
            }
            if !self.is_now {
                words = words.child(self.agree(place));
            }
        }
        let picture = Picture { own: first, other: second, targets: &targets, line_to: second };
        let title = look.competence(place);
        let name = look.say(Key::ChartTitle, &[("title", &title), ("class", &steps)]);
        row(look, place, words, picture.draw(look, id, place, name, &[]))
    }

    /// What each side says, and what was agreed before.
    pub fn lines(&self, place: usize, with_targets: bool) -> Node {
        let Self { look, sides, .. } = self;
        let pair = &sides.rows[place];
        let mut lines = several();
        let both = [(&sides.first, &pair.first), (&sides.second, &pair.second)];
        for (place_of_side, (_, mark)) in both.into_iter().enumerate() {
            let target = with_targets.then(|| self.target(place, mark.target));
            lines = lines.child(line(look, self.name(place_of_side == 0), self.answer(place, mark), target));
        }
        for (side, mark) in both {
            let key = if side.file == File::Opened { Key::AgreedElsewhere } else { Key::AgreedField };
            // One's own stands in its field.
            if self.is_now || side.file == File::Opened {
                lines = lines.child(self.agreed_line(place, mark, key));
            }
        }
        lines
    }

    pub fn agreed_line(&self, place: usize, mark: &SideMark, key: Key) -> Option<Node> {
        mark.agreed?;
        let level = said(self.look, place, mark.agreed, Key::NoLevel);
        Some(line(self.look, self.look.text(key), level, None))
    }

    fn answer(&self, place: usize, mark: &SideMark) -> Rc<str> {
        said(self.look, place, mark.answer.level(), Class::of(mark.answer, Target::None).key())
    }

    fn target(&self, place: usize, target: Target) -> Rc<str> {
        let otherwise = if target == Target::Later { Key::ClassLater } else { Key::ClassNoTarget };
        said(self.look, place, target.level(), otherwise)
    }

    /// How the two compare, in words that name nothing below two steps.
    fn steps(&self, steps: Difference) -> Rc<str> {
        self.look.text(match steps {
            Difference::Same | Difference::OneApart => self.by_kind(AGREEMENT),
            Difference::FirstHigher => self.by_kind([Key::HigherEmployee, Key::HigherNow]),
            Difference::SecondHigher => self.by_kind([Key::HigherManager, Key::HigherEarlier]),
            Difference::OnlyFirst | Difference::OnlySecond => Key::OneSidedTitle,
            Difference::Neither => Key::NoLevel,
        })
    }

    /// The level that the two agree on, beside their answers.
    fn agree(&self, place: usize) -> Node {
        let look = self.look;
        let chosen = self.own(place).agreed;
        let selected = |is_chosen: bool| is_chosen.then(Rc::<str>::default);
        // One is always selected: options are put in from the last, which the browser would show otherwise.
        let none = el("option[value=]").set_if("selected", selected(chosen.is_none()));
        let none = none.text(look.text(Key::AgreedNotYet));
        let fill = move |value: Rc<str>| {
            Message::Comparing(Comparing::LevelAgreed { competence: place, level: value.parse().ok() })
        };
        let mut select = el("select").on(Handler::Fill(Rc::new(fill))).child(none);
        for level in 0..=look.framework().scale_of(place).highest() {
            let option =
                el("option").set("value", level.to_string()).set_if("selected", selected(chosen == Some(level)));
            select = select.child(option.text(look.level(place, level)));
        }
        let title = el("span.visually-hidden").text(": ").child(look.titled("span", place));
        let label = several().child(text(look.text(Key::AgreedField))).child(title);
        field(look.id(&format!("agreed{place}")), label, None, select)
    }

    pub fn own(&self, place: usize) -> &SideMark {
        let pair = &self.sides.rows[place];
        if self.sides.first.file == File::Own { &pair.first } else { &pair.second }
    }

    /// The levels that are agreed on, but for those that stand elsewhere.
    pub fn agreed(&self, elsewhere: &[usize]) -> Option<Node> {
        let look = self.look;
        let mut places: Vec<usize> = (0..self.sides.rows.len()).collect();
        places.retain(|place| self.own(*place).agreed.is_some() && !elsewhere.contains(place));
        let list = each(el("ul"), &places, &|place| {
            let level = said(look, place, self.own(place).agreed, Key::NoLevel);
            el("li").key(place).child(look.titled("strong", place)).text(": ").text(level)
        });
        (!places.is_empty()).then(|| section(look, Key::AgreedField, None).child(list))
    }

    /// What was agreed last time, to be followed up in this year's plan.
    fn last_plan(&self) -> Option<Node> {
        let look = self.look;
        let compared = self.journey.compared.as_ref()?;
        let plan = compared.last_plan(look.framework(), self.journey.role, &self.journey.assessment);
        if plan.is_empty() {
            return None;
        }
        let lead = if compared.is_plan_taken { Key::LastPlanTaken } else { Key::LastPlanLead };
        let section = section(look, Key::LastPlanTitle, Some(lead)).child(agreements(look, &plan));
        let take = Message::Comparing(Comparing::PlanTakenOver);
        let take = button(look, Weight::Secondary, Key::LastPlanTake, take);
        Some(section.child((!compared.is_plan_taken).then(|| actions().child(take))))
    }

    fn table(&self) -> Node {
        let look = self.look;
        let text = |key| look.text(key);
        let columns = [
            text(Key::ColumnCompetence),
            self.name(true),
            self.name(false),
            text(Key::ColumnTarget),
            text(Key::ColumnClass),
        ];
        one_click_away(look, text(Key::CompareTitle), &columns, &|place| {
            let pair = &self.sides.rows[place];
            let target = |mark: &SideMark| self.target(place, mark.target);
            let targets = el("td");
            let targets = if pair.first.target == pair.second.target {
                targets.text(target(&pair.first))
            } else {
                let first = line(look, self.name(true), target(&pair.first), None);
                targets.child(first).child(line(look, self.name(false), target(&pair.second), None))
            };
            let steps = el("td").text(self.steps(pair.steps));
            el("tr")
                .child(look.titled("th", place).set("scope", "row"))
                .child(el("td").text(self.answer(place, &pair.first)))
                .child(el("td").text(self.answer(place, &pair.second)))
                .child(targets)
                .child(steps.child(self.agreed_line(place, self.own(place), Key::AgreedField)))
        })
    }
}

pub const AGREEMENT: [Key; 2] = [Key::AgreementTitle, Key::AgreementTitleEarlier];
pub const DIFFERENCE: [Key; 2] = [Key::TalkTitle, Key::MovedTitle];

/// Agreements by what they were to reach.
pub fn agreements(look: &Look, plan: &[PlanItem]) -> Node {
    let places: Vec<usize> = (0..plan.len()).collect();
    each(el("ul"), &places, &|place| {
        let PlanItem { goal, activity, .. } = &plan[place];
        let words = match (goal.trim().is_empty(), activity.trim().is_empty()) {
            (false, _) => goal.clone(),
            (true, false) => activity.clone(),
            (true, true) => look.say(Key::PlanItem, &[("number", &(place + 1).to_string())]),
        };
        el("li").key(place).text(words)
    })
}
