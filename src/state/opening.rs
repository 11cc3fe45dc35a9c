//! Opening a saved assessment: going on from it, reading it, or laying it beside one's own answers, as the person says.
//!
//! Pure. Reading it is [`super::opened`]'s, and what it raises [`super::incoming`]'s. Nothing of somebody else's file goes
//! into what is kept.

use super::compared_file::ComparedFile;
use super::context::UpdateContext;
use super::effect::{Effect, Event, FocusTarget};
use super::incoming::{
    FileQuestion, Here, IncomingFile, OthersFileChoice, OwnAnswers, OwnFileChoice, Raised, Whose, is_same_set,
};
use super::journey::{Journey, Step};
use super::message::Incoming;
use super::opened::{OpenError, OpenedAssessment, read};
use super::progress;
use super::session::{Notice, Screen};
use crate::assessment::file::AssessmentFile;
use crate::assessment::{Assessment, Rater};
use crate::encoding::Encoding;
use crate::wording::Key;
use std::rc::Rc;

impl UpdateContext<'_> {
    /// A file came in, by whatever way.
    pub(super) fn open_file(&mut self, text: &str, encoding: Encoding) {
        self.session.notices.clear();
        let file = match read(text) {
            Ok(file) => file,
            Err(declined) => return self.decline(declined),
        };
        let framework = self.session.framework.clone();
        let opened = (file.assessment.framework == framework.id).then(|| {
            let mut opened = OpenedAssessment::of(&framework, file.clone());
            opened.told.letters_are_guessed = encoding == Encoding::Windows1252;
            opened
        });
        self.raise(file, opened, None);
    }

    pub(super) fn take_in(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::Pasted(text) => self.session.pasted = text,
            Incoming::PastedOpened => {
                let pasted = self.session.pasted.clone();
                self.open_file(&pasted, Encoding::Utf8);
                // What can't be opened may lack an end that is still to be pasted.
                if !self.session.notices.iter().any(|notice| matches!(notice, Notice::NotOpened(_))) {
                    self.session.pasted = Rc::default();
                }
            }
            Incoming::Said(whose) => {
                if let Some(file) = self.incoming()
                    && file.question == FileQuestion::Whose
                {
                    let IncomingFile { file, opened, .. } = file.clone();
                    self.raise(file, opened, Some(whose));
                }
            }
            Incoming::StageChosen(stage) => {
                let framework = self.session.framework.clone();
                let is_known = |role: usize| match &stage {
                    Some(stage) => framework.roles[role].stage(stage).is_some(),
                    None => true,
                };
                if let Some(file) = self.incoming_mut()
                    && let Some(opened) = &file.opened
                    && file.question.asks_stage(&framework, opened)
                    && opened.role.is_some_and(is_known)
                {
                    file.stage = stage;
                }
            }
            Incoming::Mine(choice) => self.choose_with_mine(choice),
            Incoming::SomebodyElses(choice) => self.choose_with_somebody_elses(choice),
            Incoming::Closed => {
                if let Screen::Incoming { back, .. } = &self.session.screen {
                    let back = (**back).clone();
                    self.show(back);
                }
            }
        }
    }

    fn here(&self) -> Here<'_> {
        let start = match self.session.screen.beneath() {
            Screen::Start(start) => Some(start),
            _ => None,
        };
        Here {
            framework: &self.session.framework,
            settings: self.settings,
            now: self.now,
            start,
            under_way: self.session.journey(),
            kept: &self.session.kept,
        }
    }

    fn incoming(&self) -> Option<&IncomingFile> {
        if let Screen::Incoming { file, .. } = &self.session.screen { Some(file) } else { None }
    }

    fn incoming_mut(&mut self) -> Option<&mut IncomingFile> {
        if let Screen::Incoming { file, .. } = &mut self.session.screen { Some(file) } else { None }
    }

    /// Goes on from the file where nothing stands in its way, and otherwise asks.
    fn raise(&mut self, file: AssessmentFile, opened: Option<OpenedAssessment>, said: Option<Whose>) {
        let here = self.here();
        let stage = opened.as_ref().and_then(|opened| here.stage_by_now(opened));
        match (here.raised(&file, opened.as_ref(), said), opened) {
            (Raised::GoOn, Some(opened)) => self.go_on_from(opened, None),
            (Raised::IsHere(own), Some(opened)) => self.go_on_with(own, opened),
            (Raised::Asks(question), opened) => {
                let back = Box::new(self.session.screen.beneath().clone());
                let file = Box::new(IncomingFile { file, opened, said, question, stage, is_read: false });
                self.show(Screen::Incoming { file, back });
            }
            (Raised::Declines(declined), _) => self.decline(declined),
            // What is for another framework raises neither.
            (Raised::GoOn | Raised::IsHere(_), None) => {}
        }
    }

    /// The file whose choice this is, unless what is here has changed so that it can be chosen no longer.
    fn chosen(&mut self, offers: impl Fn(&FileQuestion) -> bool) -> Option<IncomingFile> {
        let IncomingFile { file, opened, said, .. } = self.incoming()?;
        match self.here().raised(file, opened.as_ref(), *said) {
            Raised::Asks(question) if offers(&question) => self.incoming().cloned(),
            _ => None,
        }
    }

    fn choose_with_mine(&mut self, choice: OwnFileChoice) {
        let Some(mut incoming) = self.chosen(|question| question.offers_mine(&choice)) else { return };
        let Some(opened) = incoming.opened.take() else { return };
        match choice {
            OwnFileChoice::Compare(own) => self.lay_beside(own, incoming.file),
            OwnFileChoice::AnswerAgain => self.answer_again(incoming.file, &opened, incoming.stage),
            OwnFileChoice::FollowUp => self.go_on_from(opened, Some(Step::Plan)),
            OwnFileChoice::Read => self.read_file(),
            OwnFileChoice::GoOn { .. } => self.go_on_from(opened, None),
        }
    }

    fn choose_with_somebody_elses(&mut self, choice: OthersFileChoice) {
        let Some(incoming) = self.chosen(|question| question.offers_others(&choice)) else { return };
        match choice {
            OthersFileChoice::AnswerFirst => self.answer_first(&incoming.file.assessment),
            OthersFileChoice::Compare(own) => self.lay_beside(own, incoming.file),
            OthersFileChoice::Read => self.read_file(),
        }
    }

    fn read_file(&mut self) {
        if let Some(file) = self.incoming_mut() {
            file.is_read = true;
            self.session.notices.clear();
            self.effects.push(Effect::MoveFocus(FocusTarget::Heading));
        }
    }

    fn decline(&mut self, declined: OpenError) {
        self.effects.push(Effect::Emit(Event::Error { code: declined.code(), message: declined.message() }));
        self.session.notices.push(Notice::NotOpened(declined));
        self.effects.push(Effect::MoveFocus(FocusTarget::Notices));
    }

    /// The file beside one's own answers; they stay as they are.
    fn lay_beside(&mut self, own: OwnAnswers, file: AssessmentFile) {
        if let OwnAnswers::Kept(key) = own {
            let Some(place) = self.session.kept.iter().position(|(kept, _)| *kept == key) else { return };
            let (_, progress) = self.session.kept.remove(place);
            self.resume(progress);
        }
        let framework = self.session.framework.clone();
        let Some(mut journey) = self.session.journey().cloned() else { return };
        let compared = ComparedFile::of(&framework, journey.role, &journey.assessment, &file);
        let Ok(compared) = compared else { return };
        journey.compared = Some(compared);
        self.show(Screen::Journey(journey));
        self.step(Step::Compare);
    }

    /// Anew, with the file to compare with at the end.
    fn answer_again(&mut self, file: AssessmentFile, opened: &OpenedAssessment, stage: Option<Rc<str>>) {
        let Some(role) = opened.role else { return };
        let framework = self.session.framework.clone();
        let Assessment { purpose, rater, role: role_id, other_roles, .. } = &opened.assessment;
        let (id, version) = (framework.id.clone(), framework.version.clone());
        let mut assessment = Assessment::new(id, version, *purpose, *rater, role_id.clone());
        assessment.created_at = Some(self.now.iso.clone());
        assessment.language = Some(self.wording.tag().into());
        assessment.other_roles = other_roles.clone();
        assessment.stage = stage;
        let mut journey = Journey::new(assessment, role);
        journey.step = journey.first_open(&framework);
        // Nothing was said in what was begun before.
        let begun = self.session.journey().map(|begun| progress::key(&framework, self.settings, begun));
        self.effects.extend(begun.map(|key| Effect::ForgetProgress { key }));
        journey.compared = Some(Rc::new(ComparedFile { opened: file, other_is: None, is_plan_taken: false }));
        self.show(Screen::Journey(journey));
        self.session.notices.push(Notice::AnswersAgain);
        self.cap_keeping();
        self.changed();
    }

    /// Puts somebody else's file away until there are answers of one's own, and asks for those that it can be compared with.
    fn answer_first(&mut self, others: &Assessment) {
        let Screen::Incoming { back, .. } = &self.session.screen else { return };
        let mut back = (**back).clone();
        let framework = self.session.framework.clone();
        if let Screen::Start(start) = &mut back
            && start.under_way.is_none()
        {
            let before = (start.purpose, start.role);
            start.purpose = start.purpose.or(Some(others.purpose));
            start.role = start.role.or_else(|| framework.role(&others.role));
            if others.rater == Rater::Manager {
                start.rater = start.rater.or(Some(Rater::Myself));
            }
            start.begin_stages(&framework, before);
            start.fix(&framework, self.settings);
        }
        self.show(back);
        self.session.notices.push(Notice::AnswersFirst);
        self.announce(Key::AnswersFirst);
        self.cap_keeping();
    }

    /// What the file says is here already, with all that belongs to it.
    fn go_on_with(&mut self, own: OwnAnswers, opened: OpenedAssessment) {
        match own {
            OwnAnswers::Kept(key) => {
                let Some(place) = self.session.kept.iter().position(|(kept, _)| *kept == key) else { return };
                let (_, progress) = self.session.kept.remove(place);
                self.resume(progress);
                self.session.notices.clear();
            }
            OwnAnswers::UnderWay => {
                let back = self.session.screen.beneath().clone();
                self.show(back);
            }
        }
        self.session.notices.push(Notice::Opened(opened.told));
        self.announce(Key::Opened);
    }

    /// To the results where there are answers, or to this step; to the first screen where the role has to be asked again.
    fn go_on_from(&mut self, found: OpenedAssessment, step: Option<Step>) {
        let framework = self.session.framework.clone();
        let key = |journey: &Journey| progress::key(&framework, self.settings, journey);
        let old_key = self.session.journey().map(key);
        let role = found.role;
        let mut journey = Journey::from_file(&found, role.unwrap_or(0));
        // Both in UTC.
        let today = self.now.iso.get(..10).unwrap_or_default();
        let is_earlier = found.assessment.updated_at.as_deref().is_some_and(|changed| changed < today);
        if is_earlier {
            journey.earlier = journey.assessment.plan.len();
        }
        // It takes the place of what it was saved from, where that is kept and under whatever label.
        let kept = self.session.kept.iter().find(|(_, kept)| is_same_set(&found.assessment, &kept.journey.assessment));
        if let Some((_, kept)) = kept {
            journey.label = kept.journey.label.clone();
            self.session.keeping = kept.keeping;
        }
        if let Some(under_way) = self.session.journey().filter(|own| is_same_set(&found.assessment, &own.assessment)) {
            journey.label = under_way.label.clone();
        }
        self.session.kept.retain(|(kept, _)| *kept != key(&journey));
        if let Some(old_key) = old_key
            && old_key != key(&journey)
        {
            self.effects.push(Effect::ForgetProgress { key: old_key });
        }
        if role.is_some() {
            journey.step = match journey.answered(&framework) {
                _ if step.is_some() => step.unwrap_or(Step::Plan),
                // A plan that was shared alone.
                (0, _) if !journey.assessment.plan.is_empty() => Step::Plan,
                (0, _) => journey.first_open(&framework),
                _ => Step::Overview { viewed_role: journey.role },
            };
            self.show(Screen::Journey(journey));
            self.seen_results();
        } else {
            self.ask_for_the_role(journey);
        }
        self.session.notices.push(Notice::Opened(found.told));
        self.announce(Key::Opened);
        self.keep_as_decided();
        self.tell_progress();
    }
}
