//! A second file beside the answers: laid there by the person, held only as long as the widget is open.
//!
//! Pure. What comes of comparing is [`crate::comparison`]'s to say; nothing of the second file goes into the first, but
//! for levels that two people agreed on and a plan that is taken over.

use super::journey::{Journey, Step};
use super::{Dialog, Screen, Turn};
use crate::assessment::file::Opened;
use crate::comparison::{self, Comparison, Declined, Kind, OtherIs};
use crate::framework::Framework;
use crate::wording::Key;
use std::rc::Rc;

/// An opened file that stands beside the answers under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    pub opened: Opened,
    pub kind: Kind,
    /// Whose it is, once the person said so; asked for [`Kind::HeadAndDeputy`] only.
    pub other_is: Option<OtherIs>,
}

impl Beside {
    /// The file beside this journey, or why the two aren't compared.
    pub fn of(framework: &Framework, journey: &Journey, opened: &Opened) -> Result<Rc<Self>, Declined> {
        let kind = comparison::kind_of(framework, journey.role, &journey.assessment, opened)?;
        Ok(Rc::new(Self { opened: opened.clone(), kind, other_is: None }))
    }

    /// What comes of it now; `None` while it isn't said whose the other file is.
    pub fn comparison(&self, framework: &Framework, journey: &Journey) -> Option<Result<Comparison, Declined>> {
        let other_is = match self.kind {
            Kind::HeadAndDeputy => self.other_is?,
            _ => OtherIs::default(),
        };
        Some(comparison::compare(framework, journey.role, &journey.assessment, &self.opened, other_is))
    }
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
            Comparing::OtherIs(other_is) => Rc::make_mut(beside).other_is = Some(other_is),
            Comparing::LevelAgreed { competence, level } => {
                if beside.kind != Kind::SelfAndManager
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
                if other.opened.assessment.framework != framework.id {
                    return;
                }
                let plan = &mut Rc::make_mut(&mut journey.assessment).plan;
                for item in &other.opened.assessment.plan {
                    if !plan.contains(item) {
                        plan.push(item.clone());
                    }
                }
                self.changed();
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
