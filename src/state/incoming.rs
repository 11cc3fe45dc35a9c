//! A file that came in, and the question it raises: whose it is, and what to do with it.
//!
//! Pure. What can be done follows from the file, the page, what is here already, what the person says and the day. Somebody
//! else's file has choices of its own, none of which makes it one's own answers. Knows nothing of screens.

use super::compared_file::ComparedFile;
use super::journey::Journey;
use super::opened::{OpenError, OpenedAssessment};
use super::progress::{self, Now, Progress};
use super::settings::Settings;
use super::start::Start;
use crate::assessment::file::AssessmentFile;
use crate::assessment::{Assessment, ById, Purpose, Rater};
use crate::comparison::{Kind, NotComparable};
use crate::framework::{Framework, Stage};
use crate::gather::Others;
use crate::scalar::days_since_1970;
use std::rc::Rc;

/// A person's own file that was changed last so many days ago or more is from an earlier time.
pub const DAYS_UNTIL_EARLIER: i64 = 60;
/// As many days as a month of a stage has here.
const DAYS_A_MONTH: i64 = 30;

/// A file that came in. It is held as long as its screen stands and never kept.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingFile {
    /// As it was written, to be compared.
    pub file: AssessmentFile,
    /// In the ids of this framework; `None` where the file is for another one, so that it can only be compared.
    pub opened: Option<OpenedAssessment>,
    /// What the person said of whose it is.
    pub said: Option<Whose>,
    pub question: FileQuestion,
    /// For a new hire who answers again: the stage id that they are at now.
    pub stage: Option<Rc<str>>,
    /// Whether it is being read, and not asked about.
    pub is_read: bool,
}

/// Whose a file is, as the person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Mine,
    SomebodyElses,
}

/// What a file raises.
#[derive(Clone, Debug, PartialEq)]
pub enum Raised {
    /// It is the person's own, and nothing stands in its way.
    GoOn,
    /// What it says is here already.
    IsHere(OwnAnswers),
    Asks(FileQuestion),
    Declines(OpenError),
}

/// What is asked about a file; of the choices the first is the recommended one.
#[derive(Clone, Debug, PartialEq)]
pub enum FileQuestion {
    /// Nothing tells whether it is the person's own.
    Whose,
    OfMine(Vec<OwnFileChoice>),
    OfSomebodyElses {
        choices: Vec<OthersFileChoice>,
        /// Why it can't be compared with the answers that are here.
        not_compared: Option<NotComparable>,
    },
}

/// What can be done with a file of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnFileChoice {
    Compare(OwnAnswers),
    /// Anew from the first question; the file is compared with at the end.
    AnswerAgain,
    /// On from the file, beginning with its plan.
    FollowUp,
    Read,
    /// On from the file, where `replaces` is set in place of answers that are here.
    GoOn {
        replaces: bool,
    },
}

/// What can be done with a file of somebody else's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OthersFileChoice {
    /// The person answers before they have seen it.
    AnswerFirst,
    Compare(OwnAnswers),
    Read,
}

/// Answers of the person's that are here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnAnswers {
    UnderWay,
    /// Kept and not gone on from yet, by their key.
    Kept(Rc<str>),
}

impl FileQuestion {
    /// What is asked of one's own file, before it is read. One from an earlier time is gone on from only once it was read.
    pub fn asked_of_mine(choices: &[OwnFileChoice]) -> Vec<&OwnFileChoice> {
        let is_earlier =
            choices.iter().any(|choice| matches!(choice, OwnFileChoice::AnswerAgain | OwnFileChoice::FollowUp));
        let is_asked = |choice: &&OwnFileChoice| !(is_earlier && matches!(choice, OwnFileChoice::GoOn { .. }));
        choices.iter().filter(is_asked).collect()
    }

    pub fn offers_mine(&self, choice: &OwnFileChoice) -> bool {
        matches!(self, Self::OfMine(choices) if choices.contains(choice))
    }

    pub fn offers_others(&self, choice: &OthersFileChoice) -> bool {
        matches!(self, Self::OfSomebodyElses { choices, .. } if choices.contains(choice))
    }

    /// Whether it asks a new hire how far they are now.
    pub fn asks_stage(&self, framework: &Framework, opened: &OpenedAssessment) -> bool {
        self.offers_mine(&OwnFileChoice::AnswerAgain) && !stages(framework, opened).is_empty()
    }
}

/// The stages that a new hire with this file can be at; none for others.
pub fn stages<'f>(framework: &'f Framework, opened: &OpenedAssessment) -> &'f [Stage] {
    let role = opened.role.filter(|_| opened.assessment.purpose == Purpose::Onboarding);
    role.map(|role| &framework.roles[role].stages[..]).unwrap_or_default()
}

/// Whether both began as one: a file and what it was saved from, whatever was changed since.
pub fn is_same_set(one: &Assessment, other: &Assessment) -> bool {
    one.created_at.is_some()
        && one.created_at == other.created_at
        && one.framework == other.framework
        && one.purpose == other.purpose
        && one.rater == other.rater
        && one.role == other.role
}

/// What stands around a file when it comes in.
pub struct Here<'a> {
    pub framework: &'a Framework,
    pub settings: &'a Settings,
    pub now: &'a Now,
    /// What is chosen on the first screen, where the person is there.
    pub start: Option<&'a Start>,
    pub under_way: Option<&'a Journey>,
    pub kept: &'a [(Rc<str>, Progress)],
}

impl Here<'_> {
    /// What the file raises, once the person said whose it is or before.
    pub fn raised(&self, file: &AssessmentFile, opened: Option<&OpenedAssessment>, said: Option<Whose>) -> Raised {
        let Some(opened) = opened else { return self.raised_by_other_framework(file) };
        let assessment = &opened.assessment;
        if self.rater().is_some_and(|rater| rater != assessment.rater) {
            return Raised::Asks(self.of_somebody_elses(file));
        }
        if let Some(own) = self.own().into_iter().find(|(_, own)| is_all_said_in(assessment, &own.assessment)) {
            return Raised::IsHere(own.0);
        }
        let is_known = self.own().into_iter().any(|(_, own)| is_same_set(assessment, &own.assessment));
        match said.or(is_known.then_some(Whose::Mine)) {
            None => Raised::Asks(FileQuestion::Whose),
            Some(Whose::SomebodyElses) => Raised::Asks(self.of_somebody_elses(file)),
            Some(Whose::Mine) => self.raised_by_mine(file, opened),
        }
    }

    /// Who answers here, as far as anything says so.
    fn rater(&self) -> Option<Rater> {
        if let Some(journey) = self.under_way {
            return Some(journey.assessment.rater);
        }
        let purpose = self.settings.purpose.or(self.start.and_then(|start| start.purpose));
        match purpose {
            Some(Purpose::Exploration | Purpose::Onboarding) => Some(Rater::Myself),
            _ => self.settings.rater.or(self.start.and_then(|start| start.rater)),
        }
    }

    /// The answers under way, or those that could be gone on from.
    fn own(&self) -> Vec<(OwnAnswers, &Journey)> {
        match self.under_way {
            Some(journey) => vec![(OwnAnswers::UnderWay, journey)],
            None => {
                let kept = self.kept.iter();
                kept.map(|(key, progress)| (OwnAnswers::Kept(key.clone()), &progress.journey)).collect()
            }
        }
    }

    fn has_own_answers(&self) -> bool {
        self.own().into_iter().any(|(_, own)| !own.assessment.responses.competences.is_empty())
    }

    /// Beside which of one's own answers the file can be laid, in one of these ways, and why it can't beside the first of
    /// the others.
    fn comparable(&self, file: &AssessmentFile, ways: &[Kind]) -> (Vec<OwnAnswers>, Option<NotComparable>) {
        let (mut comparable, mut why) = (Vec::new(), None);
        for (place, own) in self.own() {
            // What can be compared depends on the role, which is asked for again where the framework no longer has it.
            if self.framework.role(&own.assessment.role).is_none() {
                continue;
            }
            let compared = ComparedFile::of(self.framework, own.role, &own.assessment, file);
            match compared.and_then(|compared| compared.kind(self.framework, own.role, &own.assessment)) {
                Ok(kind) if ways.contains(&kind) => comparable.push(place),
                Ok(_) => {}
                Err(reason) => why = why.or(Some(reason)),
            }
        }
        (comparable, why)
    }

    fn raised_by_other_framework(&self, file: &AssessmentFile) -> Raised {
        let (comparable, why) = self.comparable(file, &[Kind::HeadAndDeputy]);
        if comparable.is_empty() {
            return Raised::Declines(OpenError::OtherFramework { framework: file.assessment.framework.clone(), why });
        }
        let choices = comparable.into_iter().map(OthersFileChoice::Compare).collect();
        Raised::Asks(FileQuestion::OfSomebodyElses { choices, not_compared: None })
    }

    fn of_somebody_elses(&self, file: &AssessmentFile) -> FileQuestion {
        let (comparable, why) = self.comparable(file, &[Kind::SelfAndManager]);
        let has_answers = !file.assessment.responses.competences.is_empty();
        let is_first = comparable.is_empty() && has_answers && !self.has_own_answers();
        let not_compared = why.filter(|_| comparable.is_empty() && self.has_own_answers());
        let mut choices: Vec<_> = comparable.into_iter().map(OthersFileChoice::Compare).collect();
        choices.extend(is_first.then_some(OthersFileChoice::AnswerFirst));
        choices.push(OthersFileChoice::Read);
        FileQuestion::OfSomebodyElses { choices, not_compared }
    }

    fn raised_by_mine(&self, file: &AssessmentFile, opened: &OpenedAssessment) -> Raised {
        let assessment = &opened.assessment;
        // A file that doesn't say when it was begun would be kept in the place of another that doesn't.
        let journey = Journey::from_file(opened, opened.role.unwrap_or_default());
        let key = progress::key(self.framework, self.settings, &journey);
        let is_replaced = |place: &OwnAnswers, own: &Assessment| match place {
            OwnAnswers::Kept(kept) => is_same_set(assessment, own) || *kept == key,
            OwnAnswers::UnderWay => is_same_set(assessment, own) || !says_nothing(own),
        };
        let replaces = self.own().iter().any(|(place, own)| is_replaced(place, &own.assessment));
        let is_earlier = self.days_since_changed(assessment).is_some_and(|days| days >= DAYS_UNTIL_EARLIER);
        let can_begin = is_earlier && !replaces && opened.role.is_some();
        let answers_again =
            can_begin && assessment.rater == Rater::Myself && !assessment.responses.competences.is_empty();
        let follows_up = can_begin && !assessment.plan.is_empty();
        if !replaces && !answers_again && !follows_up {
            return Raised::GoOn;
        }
        let (comparable, _) = self.comparable(file, &[Kind::NowAndEarlier]);
        let mut choices: Vec<_> = comparable.into_iter().map(OwnFileChoice::Compare).collect();
        choices.extend(answers_again.then_some(OwnFileChoice::AnswerAgain));
        choices.extend(follows_up.then_some(OwnFileChoice::FollowUp));
        choices.extend([OwnFileChoice::Read, OwnFileChoice::GoOn { replaces }]);
        Raised::Asks(FileQuestion::OfMine(choices))
    }

    /// How many days ago an assessment was changed last, where it says so.
    fn days_since_changed(&self, assessment: &Assessment) -> Option<i64> {
        let changed = days_since_1970(assessment.updated_at.as_deref()?.get(..10)?)?;
        Some(days_since_1970(&self.now.today)? - changed)
    }

    /// The stage that a new hire with this file is likely to be at now: of the role's the last that the time since it was
    /// changed leads to.
    pub fn stage_by_now(&self, opened: &OpenedAssessment) -> Option<Rc<str>> {
        let stages = stages(self.framework, opened);
        let said = opened.assessment.stage.as_ref();
        let then = stages.iter().find(|stage| Some(&stage.id) == said)?;
        let months = self.days_since_changed(&opened.assessment)?.max(0) / DAYS_A_MONTH;
        let by_now = i64::from(then.months) + months;
        let reached = stages.iter().filter(|stage| i64::from(stage.months) <= by_now);
        reached.max_by_key(|stage| stage.months).map(|stage| stage.id.clone())
    }
}

/// Whether there is nothing in it that could be lost.
fn says_nothing(own: &Assessment) -> bool {
    let Assessment { responses, agreed, evidence, wishes, experience, plan, .. } = own;
    responses.competences.is_empty()
        && responses.behaviours.is_empty()
        && agreed.is_empty()
        && evidence.is_empty()
        && *wishes == Default::default()
        && experience.is_empty()
        && plan.is_empty()
        && !own.targets.is_agreed()
}

/// Whether everything that a file says is said here in the same words.
fn is_all_said_in(file: &Assessment, own: &Assessment) -> bool {
    let evidence_is_here = file.evidence.iter().all(|(id, said)| own.evidence.get(id) == Some(said));
    let said = |assessment: &Assessment| Assessment {
        created_at: None,
        updated_at: None,
        framework_version: None,
        framework_other: Others::default(),
        language: None,
        parts: None,
        evidence: ById::default(),
        reference: None,
        other: Others::default(),
        ..assessment.clone()
    };
    evidence_is_here && said(file) == said(own)
}
