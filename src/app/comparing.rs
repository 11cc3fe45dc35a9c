//! A second file beside the answers: laid there by the person, held only as long as the widget is open.
//!
//! Pure. What comes of comparing is [`crate::comparison`]'s to say; nothing of the second file goes into the first, but
//! for levels that two people agreed on and a plan that is taken over.

use super::journey::{Journey, Step};
use super::opening::carried_over;
use super::{Dialog, Screen, Turn};
use crate::assessment::PlanItem;
use crate::assessment::file::Opened;
use crate::comparison::{self, Comparison, Declined, File, Kind, OtherIs};
use crate::framework::Framework;
use crate::wording::Key;
use std::rc::Rc;

/// An opened file that stands beside the answers under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    pub opened: Opened,
    /// Whose it is, once the person said so; asked for [`Kind::HeadAndDeputy`] only.
    pub other_is: Option<OtherIs>,
    /// Whether its agreements were taken over already: they may have been changed since.
    pub is_plan_taken: bool,
}

impl Beside {
    /// The file beside this journey, or why the two aren't compared.
    pub fn of(framework: &Framework, journey: &Journey, opened: &Opened) -> Result<Rc<Self>, Declined> {
        let beside = Self { opened: opened.clone(), other_is: None, is_plan_taken: false };
        beside.kind(framework, journey).map(|_| Rc::new(beside))
    }

    /// Which comparison the two make now: the person may have gone back and changed the role.
    pub fn kind(&self, framework: &Framework, journey: &Journey) -> Result<Kind, Declined> {
        comparison::kind_of(framework, journey.role, &journey.assessment, &self.opened)
    }

    /// What comes of it now.
    pub fn comparison(&self, framework: &Framework, journey: &Journey) -> Result<Comparison, Declined> {
        let other_is = self.other_is.unwrap_or_default();
        comparison::compare(framework, journey.role, &journey.assessment, &self.opened, other_is)
    }

    /// Last time's plan in the ids of this version of the framework; empty where the file is no earlier one.
    pub fn last_plan(&self, framework: &Framework, journey: &Journey) -> Vec<PlanItem> {
        match self.comparison(framework, journey) {
            Ok(Comparison::NowAndEarlier(sides)) if sides.second.file == File::Opened => {
                carried_over(framework, self.opened.assessment.clone()).0.plan
            }
            _ => Vec::new(),
        }
    }
}

/// Whether both are the same agreement, whatever became of it since.
fn is_same(one: &PlanItem, other: &PlanItem) -> bool {
    one.goal == other.goal
        && one.why == other.why
        && one.activity == other.activity
        && one.competences == other.competences
        && one.area == other.area
}

/// What the person does with two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparing {
    /// The opened file is laid beside the answers.
    Begun,
    OtherIs(OtherIs),
    /// A level that the two agreed on, or agree on no longer.
    LevelAgreed {
        competence: usize,
        level: Option<u8>,
    },
    /// The agreements of the other file are followed up in this one's plan.
    PlanTakenOver,
    Ended,
}

impl Turn<'_> {
    pub(super) fn compare(&mut self, comparing: Comparing) {
        let framework = self.session.framework.clone();
        if comparing == Comparing::Begun {
            return self.begin_comparing();
        }
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        let Some(beside) = &mut journey.beside else { return };
        match comparing {
            Comparing::Begun => {}
            Comparing::OtherIs(other_is) => {
                Rc::make_mut(beside).other_is = Some(other_is);
                self.announce(Key::ResultsChanged);
            }
            Comparing::LevelAgreed { competence, level } => {
                if !matches!(beside.clone().kind(&framework, journey), Ok(Kind::SelfAndManager))
                    || competence >= framework.competences.len()
                    || level.is_some_and(|level| level > framework.scale_of(competence).highest())
                {
                    return;
                }
                let id = framework.competences[competence].id.clone();
                let agreed = &mut Rc::make_mut(&mut journey.assessment).agreed;
                match level {
                    Some(level) => agreed.set(id, level.into()),
                    None => {
                        agreed.remove(&id);
                    }
                }
                self.announce(Key::AgreedSaved);
                self.changed();
            }
            Comparing::PlanTakenOver => {
                let other = beside.clone();
                let last_plan = other.last_plan(&framework, journey);
                if last_plan.is_empty() {
                    return;
                }
                if !other.is_plan_taken {
                    let assessment = Rc::make_mut(&mut journey.assessment);
                    assessment.updated_at = Some(self.now.iso.clone());
                    for item in last_plan {
                        if !assessment.plan.iter().any(|own| is_same(own, &item)) {
                            assessment.plan.push(item);
                        }
                    }
                    journey.beside = Some(Rc::new(Beside { is_plan_taken: true, ..(*other).clone() }));
                    self.announce(Key::LastPlanTaken);
                }
                self.step(Step::Plan);
            }
            Comparing::Ended => {
                journey.beside = None;
                let lens = journey.role;
                self.step(Step::Results { lens });
            }
        }
    }

    fn begin_comparing(&mut self) {
        let Some(Dialog::Opened { beside: Some(Ok(beside)), .. }) = self.session.dialog.take() else { return };
        let Some(mut journey) = self.session.journey().cloned() else { return };
        journey.beside = Some(beside);
        self.show(Screen::Journey(journey));
        self.step(Step::Compare);
    }
}
