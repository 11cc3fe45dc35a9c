//! Two assessments of one framework side by side: an employee's and a manager's, or one person's at two times.

use super::{folded, legend, line, named, row, said, section, told};
use crate::app::Message;
use crate::app::comparing::Comparing;
use crate::app::journey::Journey;
use crate::app::opening::Told;
use crate::assessment::PlanItem;
use crate::comparison::File;
use crate::comparison::side_by_side::{Mark, Side, SideBySide, Steps, TargetDifference};
use crate::framework::ScaleLevel;
use crate::markup::{Element, Handler, Node, el};
use crate::profile::{Class, Target};
use crate::screen::chart::{Picture, charts, one_click_away};
use crate::screen::look::Look;
use crate::screen::parts::{Weight, actions, button, field};
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
        let of_file = Told {
            other_version: opened.other_version.clone(),
            not_carried: opened.not_carried.clone(),
            unknown_role: None,
            report_differs: opened.report_differs,
            ignored: opened.ignored.clone(),
        };
        let marks = legend(look, [self.side(&sides.first, true), self.side(&sides.second, false)], true);
        vec![
            look.paragraph(self.by_kind([Key::CompareLead, Key::CompareLeadEarlier])).class("lead").into(),
            told(look, &of_file).into(),
            marks.into(),
            self.targets().into(),
            self.agreement().into(),
            self.differences().into(),
            self.one_sided().into(),
            self.agreed(&[]).into(),
            self.last_plan().into(),
            el("section").children(self.table()).into(),
        ]
        .into()
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
        let mut facts: Vec<Rc<str>> = Vec::new();
        facts.extend(side.date.as_ref().map(|date| look.day(&date[..10]).into()));
        match side.role {
            Some(role) => {
                facts.push(look.role(role));
                let stage = side.stage.map(|stage| &look.framework().roles[role].stages[stage]);
                facts.extend(stage.map(|stage| look.of_framework(&stage.title)));
            }
            None => facts.push(look.text(Key::SideRoleUnknown)),
        }
        format!("{}: {}", self.name(is_first), facts.join(", ")).into()
    }

    /// Differing targets come before any level: by what they differ in, and the rows one click away.
    fn targets(&self) -> Option<Element> {
        let places: Vec<usize> = self.sides.targets.iter().map(|difference| difference.competence).collect();
        let rows = charts(self.look, &places, &|place| self.row("levels", place, true));
        let mut content = self.reasons();
        content.push(folded(self.look, Key::TargetsDifferTitle, rows).into());
        (!places.is_empty()).then(|| section(self.look, Key::TargetsDifferTitle, Some(Key::TargetsDifferLead), content))
    }

    /// The competences with differing targets, by what makes these differ.
    pub fn reasons(&self) -> Vec<Node> {
        let mut by_reason: Vec<(Rc<str>, Vec<usize>)> = Vec::new();
        for difference in &self.sides.targets {
            let why = self.why(difference);
            match by_reason.iter_mut().find(|(own, _)| *own == why) {
                Some((_, same)) => same.push(difference.competence),
                None => by_reason.push((why, vec![difference.competence])),
            }
        }
        by_reason.into_iter().map(|(why, same)| named(self.look, why, &same).into()).collect()
    }

    fn why(&self, why: &TargetDifference) -> Rc<str> {
        let look = self.look;
        let reasons = [
            (why.by_adjustment, Key::WhyAdjusted),
            (why.by_role, Key::WhyRole),
            (why.by_focus, Key::WhyFocus),
            (why.by_stage, Key::WhyStage),
        ];
        let reasons: Vec<_> = reasons.into_iter().filter(|reason| reason.0).map(|(_, key)| look.text(key)).collect();
        look.say(Key::WhyTargets, &[("reasons", &look.wording().list(&reasons))])
    }

    /// Agreement in names; the answers are one click away.
    fn agreement(&self) -> Option<Element> {
        let title = self.by_kind(AGREEMENT);
        let content = self.names(title, &self.sides.places(&Steps::AGREEMENT))?;
        Some(section(self.look, title, Some(Key::AgreementLead), content))
    }

    /// Two steps or more, in both directions, as questions.
    fn differences(&self) -> Element {
        let look = self.look;
        let places = self.sides.places(&Steps::DIFFERENCE);
        let lead = match places.is_empty() {
            true => Key::DifferenceNone,
            false => self.by_kind([Key::DifferenceLead, Key::MovedLead]),
        };
        let rows = charts(look, &places, &|place| self.row("differ", place, false));
        let agree = (!self.is_now).then(|| look.paragraph(Key::AgreedLead));
        section(look, self.by_kind(DIFFERENCE), Some(lead), agree).child(el("div.differences").children(rows))
    }

    /// Where there is one level only, nothing differs.
    fn one_sided(&self) -> Option<Element> {
        let look = self.look;
        let neither = named(look, look.text(Key::NoLevel), &self.sides.places(&[Steps::Neither]));
        let rows = self.names(Key::OneSidedTitle, &self.sides.places(&Steps::ONE_SIDED));
        let lead = rows.is_some().then_some(Key::OneSidedLead);
        (rows.is_some() || neither.is_some())
            .then(|| section(look, Key::OneSidedTitle, lead, rows.map(Node::from)).child(neither))
    }

    fn names(&self, title: Key, places: &[usize]) -> Option<Vec<Node>> {
        let rows = || charts(self.look, places, &|place| self.row("same", place, false));
        let names = || vec![self.look.chips(places).into(), folded(self.look, title, rows()).into()];
        (!places.is_empty()).then(names)
    }

    /// Both levels in words and as marks; in the row that is about the targets, these too, and elsewhere the level that
    /// the two agree on.
    fn row(&self, id: &str, place: usize, is_about_targets: bool) -> Element {
        let look = self.look;
        let pair = &self.sides.rows[place];
        let (first, second) = (pair.first.answer.level(), pair.second.answer.level());
        let mut words = self.lines(place, is_about_targets);
        let steps = self.steps(pair.steps);
        if self.is_now && Steps::DIFFERENCE.contains(&pair.steps) {
            words.insert(0, el("p").text(steps.clone()));
        }
        let mut targets = [pair.first.target.level(), pair.second.target.level()];
        if !is_about_targets {
            // Two targets stand in a row of their own.
            let is_same = pair.first.target == pair.second.target;
            targets = [targets[0].filter(|_| is_same), None];
            let asked = targets[0].map(|target| look.say(Key::RoleAsksFor, &[("level", &look.level(place, target))]));
            words.extend(asked.map(|asked| el("p.meta").text(asked)));
            words.extend((!self.is_now).then(|| self.agree(place)));
        }
        let picture = Picture { own: first, other: second, targets: &targets, line_to: second };
        let title = look.competence(place);
        let name = look.say(Key::ChartTitle, &[("title", &title), ("class", &steps)]);
        row(look, place, words, picture.draw(look, id, place, name, &[]))
    }

    /// What each side says, and what was agreed before.
    pub fn lines(&self, place: usize, with_targets: bool) -> Vec<Element> {
        let Self { look, sides, .. } = self;
        let pair = &sides.rows[place];
        let said_by = |mark: &Mark, is_first| {
            let target = with_targets.then(|| self.target(place, mark.target));
            line(look, self.name(is_first), self.answer(place, mark), target)
        };
        let mut lines = vec![said_by(&pair.first, true), said_by(&pair.second, false)];
        for (side, mark) in [(&sides.first, &pair.first), (&sides.second, &pair.second)] {
            let key = match side.file {
                File::Opened => Key::AgreedElsewhere,
                File::Own if self.is_now => Key::AgreedField,
                // It stands in its field.
                File::Own => continue,
            };
            lines.extend(self.agreed_line(place, mark, key));
        }
        lines
    }

    pub fn agreed_line(&self, place: usize, mark: &Mark, key: Key) -> Option<Element> {
        mark.agreed?;
        let level = said(self.look, place, mark.agreed, Key::NoLevel);
        Some(line(self.look, self.look.text(key), level, None))
    }

    fn answer(&self, place: usize, mark: &Mark) -> Rc<str> {
        said(self.look, place, mark.answer.level(), Class::of(mark.answer, Target::None).key())
    }

    fn target(&self, place: usize, target: Target) -> Rc<str> {
        let otherwise = if target == Target::Later { Key::ClassLater } else { Key::ClassNoTarget };
        said(self.look, place, target.level(), otherwise)
    }

    /// How the two compare, in words that name nothing below two steps.
    fn steps(&self, steps: Steps) -> Rc<str> {
        self.look.text(match steps {
            Steps::Same | Steps::OneApart => self.by_kind(AGREEMENT),
            Steps::FirstHigher => self.by_kind([Key::HigherEmployee, Key::HigherNow]),
            Steps::SecondHigher => self.by_kind([Key::HigherManager, Key::HigherEarlier]),
            Steps::OnlyFirst | Steps::OnlySecond => Key::OneSidedTitle,
            Steps::Neither => Key::NoLevel,
        })
    }

    /// The level that the two agree on, beside their answers.
    fn agree(&self, place: usize) -> Element {
        let look = self.look;
        let chosen = self.own(place).agreed;
        let option = |value: &str, is_chosen: bool, text: Rc<str>| {
            let option = el("option").set("value", value).text(text);
            if is_chosen { option.set("selected", "") } else { option }
        };
        let level = |(level, of_scale): (usize, &ScaleLevel)| {
            let is_chosen = chosen.is_some_and(|chosen| usize::from(chosen) == level);
            option(&level.to_string(), is_chosen, look.of_framework(&of_scale.label))
        };
        let fill = move |value: Rc<str>| {
            Message::Comparing(Comparing::LevelAgreed { competence: place, level: value.parse().ok() })
        };
        let select = el("select")
            .on(Handler::Fill(Rc::new(fill)))
            .child(option("", chosen.is_none(), look.text(Key::AgreedNotYet)))
            .children(look.framework().scale_of(place).levels.iter().enumerate().map(level));
        let label: Vec<Node> = vec![
            look.text(Key::AgreedField).into(),
            el("span.visually-hidden").text(": ").child(look.titled("span", place)).into(),
        ];
        field(look.id(&format!("agreed{place}")), label, None, select)
    }

    pub fn own(&self, place: usize) -> &Mark {
        let pair = &self.sides.rows[place];
        if self.sides.first.file == File::Own { &pair.first } else { &pair.second }
    }

    /// The levels that are agreed on, but for those that stand elsewhere.
    pub fn agreed(&self, elsewhere: &[usize]) -> Option<Element> {
        let look = self.look;
        let is_here = |place: &usize| self.own(*place).agreed.is_some() && !elsewhere.contains(place);
        let item = |place: usize| {
            let level = said(look, place, self.own(place).agreed, Key::NoLevel);
            el("li").key(place).child(look.titled("strong", place)).text(": ").text(level)
        };
        let items: Vec<_> = (0..self.sides.rows.len()).filter(is_here).map(item).collect();
        (!items.is_empty()).then(|| section(look, Key::AgreedField, None, el("ul").children(items)))
    }

    /// What was agreed last time, to be followed up in this year's plan.
    fn last_plan(&self) -> Option<Element> {
        let look = self.look;
        let beside = self.journey.beside.as_ref()?;
        let plan = beside.last_plan(look.framework(), self.journey);
        let lead = if beside.is_plan_taken { Key::LastPlanTaken } else { Key::LastPlanLead };
        let take = Message::Comparing(Comparing::PlanTakenOver);
        let take = || actions(vec![button(Weight::Secondary, look.text(Key::LastPlanTake), take)]);
        let content: Vec<Node> = vec![agreements(look, &plan).into(), (!beside.is_plan_taken).then(take).into()];
        (!plan.is_empty()).then(|| section(look, Key::LastPlanTitle, Some(lead), content))
    }

    fn table(&self) -> Vec<Node> {
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
            let target = |mark: &Mark| self.target(place, mark.target);
            let targets: Node = if pair.first.target == pair.second.target {
                target(&pair.first).into()
            } else {
                let both = [(&pair.first, true), (&pair.second, false)];
                both.map(|(mark, is_first)| line(look, self.name(is_first), target(mark), None).into()).to_vec().into()
            };
            el("tr")
                .child(look.titled("th", place).set("scope", "row"))
                .child(el("td").text(self.answer(place, &pair.first)))
                .child(el("td").text(self.answer(place, &pair.second)))
                .child(el("td").child(targets))
                .child(el("td").text(self.steps(pair.steps)).child(self.agreed_line(
                    place,
                    self.own(place),
                    Key::AgreedField,
                )))
        })
    }
}

pub const AGREEMENT: [Key; 2] = [Key::AgreementTitle, Key::AgreementTitleEarlier];
pub const DIFFERENCE: [Key; 2] = [Key::TalkTitle, Key::MovedTitle];

/// Agreements by what they were to reach.
pub fn agreements(look: &Look, plan: &[PlanItem]) -> Element {
    let item = |(place, item): (usize, &PlanItem)| {
        let number = (place + 1).to_string();
        let words = [&item.goal, &item.activity].into_iter().find(|words| !words.trim().is_empty()).cloned();
        el("li").key(place).text(words.unwrap_or_else(|| look.say(Key::PlanItem, &[("number", &number)])))
    };
    el("ul").children(plan.iter().enumerate().map(item))
}
