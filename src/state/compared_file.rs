//! A second file beside the answers: laid there by the person, held only as long as the widget is open.
//!
//! Pure. What comes of comparing is [`crate::comparison`]'s to say.

use super::opened::migrated;
use crate::assessment::file::AssessmentFile;
use crate::assessment::{Assessment, PlanItem};
use crate::comparison::side_by_side::is_later;
use crate::comparison::{self, Comparison, Kind, NotComparable, OtherIs};
use crate::framework::Framework;
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
    /// The file beside these answers for the role at this place, or why the two aren't compared.
    pub fn of(
        framework: &Framework,
        role: usize,
        own: &Assessment,
        opened: &AssessmentFile,
    ) -> Result<Rc<Self>, NotComparable> {
        let compared = Self { opened: opened.clone(), other_is: None, is_plan_taken: false };
        compared.kind(framework, role, own).map(|_| Rc::new(compared))
    }

    /// Which comparison the two make now: the person may have gone back and changed the role.
    pub fn kind(&self, framework: &Framework, role: usize, own: &Assessment) -> Result<Kind, NotComparable> {
        comparison::kind_of(framework, role, own, &self.opened)
    }

    /// What comes of it now.
    pub fn comparison(
        &self,
        framework: &Framework,
        role: usize,
        own: &Assessment,
    ) -> Result<Comparison, NotComparable> {
        let other_is = self.other_is.unwrap_or_default();
        comparison::compare(framework, role, own, &self.opened, other_is)
    }

    /// Last time's plan in the ids of this version of the framework; empty where the file is no earlier one.
    pub fn last_plan(&self, framework: &Framework, role: usize, own: &Assessment) -> Vec<PlanItem> {
        let opened = &self.opened.assessment;
        match self.kind(framework, role, own) {
            Ok(Kind::NowAndEarlier) if !is_later(opened, own) => migrated(framework, opened.clone()).0.plan,
            _ => Vec::new(),
        }
    }
}
