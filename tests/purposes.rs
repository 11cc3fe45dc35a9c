//! The three purposes from the first screen to the file: what an applicant, a new hire and a manager are asked, told and
//! shown. Whole journeys as lists of messages; every screen on the way is looked at.
#![cfg(not(target_arch = "wasm32"))]

mod screens;

use rokade::app::journey::{Item, Journey, Step};
use rokade::app::progress::{Moment, Stored};
use rokade::app::saving::Saving;
use rokade::app::settings::{Keeping, Settings};
use rokade::app::start::Start;
use rokade::app::{Adjustment, Effect, Focus, Message, Screen, Session, State, Status, update};
use rokade::assessment::{Answer, Assessment, Purpose, Rater};
use rokade::framework::Framework;
use rokade::markup::Parts;
use rokade::screen::ReportCache;
use rokade::wording::Key;
use std::rc::Rc;

const SOUSCHEF: &str = include_str!("../frameworks/souschef.json");
const MEDARBEJDER: &str = include_str!("../frameworks/medarbejder.json");

// ---- what is kept and agreed

#[test]
fn deleting_deletes_older_answers_of_this_tab_too() {
    let mut older = Story::on(MEDARBEJDER, Purpose::Development).begins(Rater::Myself).rates(1);
    older.day += 1;
    let newer = Story { kept: older.kept.clone(), ..Story::on(MEDARBEJDER, Purpose::Development) };
    let newer = Story { day: older.day + 1, ..newer }.begins(Rater::Myself).rates(4);
    assert_eq!(newer.kept.len(), 2, "each time that somebody begins has a key of its own");

    let story = newer.reloads();
    assert_eq!(story.level(0), Some(4), "the newest is gone on from");
    let story = story.does(Message::DeletionAsked).does(Message::DeletionConfirmed);
    assert!(story.shows(Key::AnswersDeleted));
    assert!(story.kept.is_empty(), "all means all: {:?}", story.kept);
}

#[test]
fn older_answers_of_this_tab_are_offered_once_the_newest_are_left() {
    let older = Story::on(MEDARBEJDER, Purpose::Development).begins(Rater::Myself).rates(1);
    let newer = Story { kept: older.kept.clone(), ..Story::on(MEDARBEJDER, Purpose::Development) };
    let story = Story { day: older.day + 1, ..newer }.begins(Rater::Myself).rates(4).reloads();
    assert_eq!(story.session().kept.len(), 1);
    let key = story.session().kept[0].0.clone();
    assert!(older.kept.iter().any(|stored| stored.key == key));
    // What this very widget handed over is gone on from, and what the tab has of it isn't offered beside it.
    let handed_over = story.handed_over.clone();
    let settings = Settings { progress: handed_over, ..story.settings.clone() };
    let story = Story { settings, ..story }.reloads();
    assert_eq!((story.level(0), story.session().kept.len()), (Some(4), 1));
}

#[test]
fn what_was_agreed_for_one_role_is_dropped_with_the_role() {
    let story = Story::on(SOUSCHEF, Purpose::Development).begins(Rater::Myself).rates(2);
    let story = story.does(Message::StepChosen(Step::Balance)).does(Message::FocusAgreed(true));
    let story = story.does(Message::FocusTicked { dimension: 1, is_in_focus: true });
    let story = story.does(Message::TargetAdjusted { competence: 0, target: Adjustment::Level(4) });
    let agreed = story.assessment().targets.clone();
    assert!(agreed.is_agreed());

    let at_start = story.goes_back_to_start();
    let same = at_start.clone().does(Message::RoleChosen(1)).does(Message::RoleChosen(0)).does(Message::Begun);
    assert_eq!(same.assessment().targets, agreed, "the same role keeps what was agreed for it");
    let other = at_start.does(Message::RoleChosen(1)).does(Message::Begun);
    assert_eq!(other.assessment().targets, Default::default());
    assert_eq!(other.level(0), Some(2), "the answers stay");
}

// ---- the teller

/// A person, a page and a browser.
#[derive(Clone)]
struct Story {
    state: State,
    effects: Vec<Effect>,
    kept: Vec<Stored>,
    handed_over: Option<Rc<str>>,
    settings: Settings,
    framework: Rc<str>,
    day: u32,
}

impl Story {
    /// A page for one purpose, in Danish.
    fn on(framework: &str, purpose: Purpose) -> Self {
        Self::with(framework, Settings { purpose: Some(purpose), language: Some("da".into()), ..Settings::default() })
    }

    fn with(framework: &str, settings: Settings) -> Self {
        let story = Self {
            state: State::default(),
            effects: Vec::new(),
            kept: Vec::new(),
            handed_over: None,
            settings,
            framework: framework.into(),
            day: 20_500,
        };
        story.reloads()
    }

    fn reloads(mut self) -> Self {
        self.state = State::default();
        let (settings, framework) = (self.settings.clone(), self.framework.clone());
        let story = self.does(Message::SettingsChanged(settings)).does(Message::FrameworkRead(framework));
        let kept = story.kept.clone();
        story.does(Message::ProgressFound(kept))
    }

    fn does(mut self, message: Message) -> Self {
        let now = Moment { iso: format!("2026-02-16T08:00:00.{:03}Z", self.day - 20_500).into(), day: self.day };
        self.effects = update(&mut self.state, message, &now);
        for effect in &self.effects {
            match effect {
                Effect::SaveProgress(stored) => {
                    self.kept.retain(|other| other.key != stored.key);
                    self.kept.push(stored.clone());
                }
                Effect::ForgetProgress { key } => self.kept.retain(|other| other.key != *key),
                Effect::HandOverProgress(progress) => self.handed_over = progress.clone(),
                _ => {}
            }
        }
        screens::assert_sound(&self.state, &self.node());
        self
    }

    fn begins(self, rater: Rater) -> Self {
        self.does(Message::RaterChosen(rater)).does(Message::RoleChosen(0)).does(Message::Begun)
    }

    fn rates(self, level: i64) -> Self {
        self.does(Message::ResponseGiven(Answer::Rated(level)))
    }

    /// Answers every competence, each as told by its place.
    fn answers(mut self, answer: impl Fn(usize) -> Option<Answer>) -> Self {
        for place in 0..self.framework().competences.len() {
            self = self.does(Message::StepChosen(rokade::app::journey::Question::about(
                Item::Competence(place),
                rokade::app::journey::Then::GoOn,
            )));
            self = match answer(place) {
                Some(answer) => self.does(Message::ResponseGiven(answer)),
                None => self.does(Message::Skipped),
            };
        }
        self
    }

    fn sees_results(self) -> Self {
        let lens = self.journey().role;
        self.does(Message::StepChosen(Step::Results { lens }))
    }

    fn goes_back_to_start(mut self) -> Self {
        while let Screen::Journey(_) = self.session().screen {
            self = self.does(Message::WentBack);
        }
        self
    }

    fn session(&self) -> &Session {
        match &self.state.status {
            Status::Ready(session) => session,
            other => panic!("there is no framework: {other:?}"),
        }
    }

    fn framework(&self) -> &Framework {
        &self.session().framework
    }

    fn start(&self) -> &Start {
        match &self.session().screen {
            Screen::Start(start) => start,
            other => panic!("it is another screen: {other:?}"),
        }
    }

    fn journey(&self) -> &Journey {
        self.session().journey().expect("there are answers")
    }

    fn assessment(&self) -> &Assessment {
        &self.journey().assessment
    }

    fn level(&self, competence: usize) -> Option<i64> {
        match self.journey().response(self.framework(), Item::Competence(competence))?.answer {
            Answer::Rated(level) => Some(level),
            _ => None,
        }
    }

    fn file(&self) -> String {
        let effects = self.clone().does(Message::Saving(Saving::Own)).effects;
        let file = effects.into_iter().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text),
            _ => None,
        });
        file.expect("a file is saved")
    }

    fn node(&self) -> rokade::markup::Node {
        screens::drawn(&self.state, &ReportCache::default())
    }

    fn text(&self) -> String {
        screens::text(&self.node())
    }

    fn word(&self, key: Key) -> Rc<str> {
        self.state.wording.text(key)
    }

    fn shows(&self, key: Key) -> bool {
        self.text().contains(&*self.word(key))
    }
}
