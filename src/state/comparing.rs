//! A second file beside the answers: laid there by the person, held only as long as the widget is open.
//!
//! Pure. What comes of comparing is [`crate::comparison`]'s to say; nothing of the second file goes into the first, but
//! for levels that two people agreed on and a plan that is taken over.

use super::journey::{Journey, Step};
use super::opening::migrated;
use super::{Dialog, Screen, UpdateContext};
use crate::assessment::PlanItem;
use crate::assessment::file::AssessmentFile;
use crate::comparison::{self, Comparison, File, Kind, NotComparable, OtherIs};
use crate::framework::Framework;
use crate::wording::Key;
use std::rc::Rc;

/// An opened file that stands beside the answers under way.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedFile {
    pub opened: AssessmentFile,
    /// Whose it is, once the person said so; asked for [`Kind::HeadAndDeputy`] only.
    pub other_is: Option<OtherIs>,
    /// Whether its agreements were taken over already: they may have been changed since.
    pub is_plan_taken: bool,
}

impl ComparedFile {
    /// The file beside this journey, or why the two aren't compared.
    pub fn of(framework: &Framework, journey: &Journey, opened: &AssessmentFile) -> Result<Rc<Self>, NotComparable> {
        let compared = Self { opened: opened.clone(), other_is: None, is_plan_taken: false };
        compared.kind(framework, journey).map(|_| Rc::new(compared))
    }

    /// Which comparison the two make now: the person may have gone back and changed the role.
    pub fn kind(&self, framework: &Framework, journey: &Journey) -> Result<Kind, NotComparable> {
        comparison::kind_of(framework, journey.role, &journey.assessment, &self.opened)
    }

    /// What comes of it now.
    pub fn comparison(&self, framework: &Framework, journey: &Journey) -> Result<Comparison, NotComparable> {
        let other_is = self.other_is.unwrap_or_default();
        comparison::compare(framework, journey.role, &journey.assessment, &self.opened, other_is)
    }

    /// Last time's plan in the ids of this version of the framework; empty where the file is no earlier one.
    pub fn last_plan(&self, framework: &Framework, journey: &Journey) -> Vec<PlanItem> {
        match self.comparison(framework, journey) {
            Ok(Comparison::NowAndEarlier(sides)) if sides.second.file == File::Opened => {
                migrated(framework, self.opened.assessment.clone()).0.plan
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

impl UpdateContext<'_> {
    pub(super) fn compare(&mut self, comparing: Comparing) {
        let framework = self.session.framework.clone();
        if comparing == Comparing::Begun {
            return self.begin_comparing();
        }
        let Screen::Journey(journey) = &mut self.session.screen else { return };
        let Some(compared) = &mut journey.compared else { return };
        match comparing {
            Comparing::Begun => {}
            Comparing::OtherIs(other_is) => {
                Rc::make_mut(compared).other_is = Some(other_is);
                self.announce(Key::ResultsChanged);
            }
            Comparing::LevelAgreed { competence, level } => {
                if !matches!(compared.clone().kind(&framework, journey), Ok(Kind::SelfAndManager))
                    || competence >= framework.competences.len()
                    || level.is_some_and(|level| level > framework.scale_of(competence).highest())
                {
                    return;
                }
                let id = framework.competences[competence].id.clone();
                let agreed = &mut Rc::make_mut(&mut journey.assessment).agreed;
                match level {
                    Some(level) => agreed.insert(id, level.into()),
                    None => agreed.shift_remove(&id),
                };
                self.announce(Key::AgreedSaved);
                self.changed();
            }
            Comparing::PlanTakenOver => {
                let other = compared.clone();
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
                    journey.compared = Some(Rc::new(ComparedFile { is_plan_taken: true, ..(*other).clone() }));
                    self.announce(Key::LastPlanTaken);
                }
                self.step(Step::Plan);
            }
            Comparing::Ended => {
                journey.compared = None;
                let viewed_role = journey.role;
                self.step(Step::Results { viewed_role });
            }
        }
    }

    fn begin_comparing(&mut self) {
        let Some(Dialog::Opened { compared: Some(Ok(compared)), .. }) = self.session.dialog.take() else { return };
        let Some(mut journey) = self.session.journey().cloned() else { return };
        journey.compared = Some(compared);
        self.show(Screen::Journey(journey));
        self.step(Step::Compare);
    }
}
