//! Whatever happens in whatever order: nothing panics, every screen stays sound in both languages, and what was said can
//! be found and opened again.
#![cfg(not(target_arch = "wasm32"))]

mod generated;
mod screens;

use proptest::collection::vec;
use proptest::prelude::*;
use rokade::assessment::{Answer, Assessment, Purpose, Rater, Responsible};
use rokade::comparison::OtherIs;
use rokade::state::Comparing;
use rokade::state::Export;
use rokade::state::incoming::{OthersFileChoice, OwnAnswers, OwnFileChoice, Whose};
use rokade::state::journey::{AfterAnswer, Item, Journey, Question, Step};
use rokade::state::progress::{self, Now, StoredProgress};
use rokade::state::settings::{Retention, Settings, Sharing};
use rokade::state::share::{SharePart, ShareSelection};
use rokade::state::{
    Adjustment, Deletion, Effect, Event, FailureCode, Incoming, Message, Screen, State, Status, StorageTrouble, update,
};
use rokade::state::{PlanField, PlanFor, Planning};
use rokade::view::ReportCache;
use rokade::wording::{Key, Words, is_same_language};
use std::rc::Rc;

const SOUSCHEF: &str = include_str!("../frameworks/souschef.json");
const TEA: &str = include_str!("tea.json");
const GUEST: &str = include_str!("guest.json");

/// One role, no areas, no behaviours, no focus, two levels.
const SMALL: &str = r#"{"format": "rokade.framework/1", "id": "small", "version": "1", "languages": ["de"], "title": "S",
    "scales": [{"id": "s", "levels": [{"label": "0"}, {"label": "1"}]}], "competenceScale": "s",
    "dimensions": [{"id": "d", "title": "D", "competences": [{"id": "c", "title": "C", "statement": "C"}]}],
    "roles": [{"id": "r", "title": "R", "targets": {}}]}"#;

/// So many roles that one searches for them.
fn many_roles() -> String {
    let roles: Vec<_> =
        (0..9).map(|role| format!(r#"{{"id": "r{role}", "title": "R{role}", "targets": {{}}}}"#)).collect();
    SMALL.replace(r#"{"id": "r", "title": "R", "targets": {}}"#, &roles.join(", "))
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 400, ..ProptestConfig::default() }
}

/// Something that happens.
#[derive(Clone, Debug)]
enum Act {
    /// One of the things that the person can do on the screen.
    Use(usize),
    /// Straight on: an answer where one is missing, then *Continue*.
    GoOn(i64),
    /// Anything, whether or not it makes sense here.
    Any(Message),
    /// The file that one could save now is opened again.
    OpenOwnFile,
    /// The page opens anew, with what was kept.
    Reload,
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => any::<usize>().prop_map(Act::Use),
        6 => (0..5_i64).prop_map(Act::GoOn),
        6 => any_message().prop_map(Act::Any),
        1 => Just(Act::OpenOwnFile),
        1 => Just(Act::Reload),
    ]
}

/// A place in some list, now and then far beyond it.
fn any_place() -> impl Strategy<Value = usize> {
    prop_oneof![8 => 0..4_usize, 4 => 0..40_usize, 1 => Just(usize::MAX)]
}

fn any_item() -> impl Strategy<Value = Item> {
    (any_place(), any::<bool>()).prop_map(|(place, is_behaviour)| match is_behaviour {
        true => Item::Behaviour(place),
        false => Item::Competence(place),
    })
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        6 => (0..6_i64).prop_map(Answer::Rated),
        1 => any::<i64>().prop_map(Answer::Rated),
        1 => Just(Answer::NoOpportunity),
        1 => Just(Answer::NotObserved),
        1 => Just(Answer::NotRelevant),
    ]
}

fn any_step() -> impl Strategy<Value = Step> {
    let then = proptest::sample::select(vec![
        AfterAnswer::GoOn,
        AfterAnswer::ReturnToCheck,
        AfterAnswer::ReturnToProfile,
        AfterAnswer::ReturnToSuggestions,
        AfterAnswer::DepthThenProfile,
        AfterAnswer::FollowUp,
    ]);
    prop_oneof![
        3 => (any_item(), any::<bool>(), then)
            .prop_map(|(item, is_missing, then)| Step::Question(Question { item, is_missing, then })),
        2 => any_place().prop_map(|dimension| Step::DimensionDone { dimension }),
        2 => any_place().prop_map(|viewed_role| Step::Overview { viewed_role }),
        1 => any_place().prop_map(|viewed_role| Step::Profile { viewed_role }),
        2 => (any_place(), proptest::option::of(any_place()))
            .prop_map(|(viewed_role, at_hand)| Step::Suggestions { viewed_role, at_hand }),
        1 => Just(Step::Balance),
        2 => proptest::option::of(any_place()).prop_map(|beyond| Step::Areas { beyond }),
        1 => Just(Step::Check),
        1 => Just(Step::Compare),
        1 => Just(Step::Agenda),
        2 => Just(Step::Plan),
        1 => Just(Step::Paper),
        1 => Just(Step::Keep),
    ]
}

fn any_purpose() -> impl Strategy<Value = Purpose> {
    proptest::sample::select(vec![Purpose::Development, Purpose::Exploration, Purpose::Onboarding])
}

fn any_rater() -> impl Strategy<Value = Rater> {
    proptest::sample::select(vec![Rater::Myself, Rater::Manager])
}

fn any_keeping() -> impl Strategy<Value = Retention> {
    proptest::sample::select(vec![Retention::Nowhere, Retention::Tab, Retention::Device])
}

fn any_words() -> impl Strategy<Value = Rc<str>> {
    prop_oneof![
        Just("host"),
        Just("role"),
        Just("souschef-fagkontor"),
        Just("stage-0"),
        Just("start"),
        Just("2026-02-01"),
        Just(" A:B \"<&>' "),
        Just("")
    ]
    .prop_map(Rc::<str>::from)
}

fn any_settings() -> impl Strategy<Value = Settings> {
    use proptest::option::weighted;
    let language = proptest::sample::select(vec!["da", "en-GB", "de", ""]);
    // One that the page can bring, and whose words aren't there.
    let languages = proptest::sample::select(vec![vec![], vec![("en", "English"), ("pl", "Polski")]]);
    // A host tries to say something else than what an assessment is.
    let messages = Key::NOTICES.iter().map(|key| (key.name().into(), "Not what it is".into()));
    let messages: Vec<(Rc<str>, Rc<str>)> = messages.collect();
    (
        (weighted(0.5, language), languages),
        weighted(0.3, any_purpose()),
        weighted(0.3, any_words()),
        weighted(0.3, any_rater()),
        prop_oneof![2 => Just(Retention::Device), 1 => any_keeping()],
        (weighted(0.2, any_words()), 1..=5_u8, any::<bool>(), weighted(0.1, any_words())),
        any::<[bool; 2]>(),
    )
        .prop_map(
            move |(
                (language, languages),
                purpose,
                role,
                rater,
                storage,
                (storage_key, heading_level, is_loud, progress),
                [is_required, is_shared],
            )| {
                Settings {
                    language: language.map(Rc::<str>::from),
                    languages: languages.into_iter().map(|(tag, name)| (tag.into(), name.into())).collect(),
                    purpose,
                    role,
                    rater,
                    storage,
                    storage_key,
                    sharing: if is_loud { Sharing::Ask { recipient: "HR".into() } } else { Sharing::None },
                    is_required,
                    is_shared,
                    heading_level,
                    messages: if is_loud { messages.clone() } else { Vec::new() },
                    reference: None,
                    progress,
                }
            },
        )
}

fn any_file() -> impl Strategy<Value = Rc<str>> {
    let files = [
        GUEST.to_owned(),
        GUEST.replace(r#""id": "tea", "version": "1""#, r#""id": "tea", "version": "0""#),
        GUEST.replace(r#""role": "host""#, r#""role": "waiter""#),
        GUEST.replace("rokade.assessment/1", "rokade.assessment/2"),
        GUEST[..GUEST.len() / 2].to_owned(),
        format!("{}{GUEST}", "\n".repeat(rokade::json::LARGEST_FILE)),
        "GIF89a".to_owned(),
        String::new(),
        r#"{"format": "rokade.assessment/1", "framework": {"id": "small"}, "purpose": "onboarding", "rater": "manager",
            "role": "r", "stage": "s", "parts": [], "targets": {"focus": ["d", "x", "d"], "adjusted": {"c": 256}},
            "responses": {"competences": {"c": {"answer": "rated", "level": -1}}}, "wishes": {"areas": {"a": 99}}}"#
            .to_owned(),
    ];
    proptest::sample::select(files.map(Rc::<str>::from).to_vec())
}

fn any_stored() -> impl Strategy<Value = Vec<StoredProgress>> {
    let text = proptest::sample::select(vec!["", "{}", r#"{"format": "rokade.progress/1", "day": 1}"#]);
    let stored = (text, any_words(), any_keeping()).prop_map(|(text, key, keeping)| StoredProgress {
        key,
        text: text.into(),
        keeping,
    });
    vec(stored, 0..3)
}

fn any_message() -> impl Strategy<Value = Message> {
    let texts = [SOUSCHEF.to_owned(), TEA.to_owned(), SMALL.to_owned(), many_roles(), "{".into(), "{}".into()];
    let framework = proptest::sample::select(texts.map(Rc::<str>::from).to_vec());
    let code = proptest::sample::select(vec![
        FailureCode::FrameworkMissing,
        FailureCode::FrameworkNotFound,
        FailureCode::FrameworkUnreachable,
    ]);
    let target = prop_oneof![
        Just(Adjustment::AsTheRole),
        Just(Adjustment::NoTarget),
        (0..6_u8).prop_map(Adjustment::Level),
        any::<u8>().prop_map(Adjustment::Level),
    ];
    let page = prop_oneof![
        2 => any_settings().prop_map(Message::SettingsChanged),
        1 => framework.prop_map(Message::FrameworkRead),
        1 => (code, any_words()).prop_map(|(code, detail)| Message::FrameworkFailed { code, detail }),
        1 => Just(Message::ResetAsked),
        3 => any_file().prop_map(Message::FileOpened),
        2 => any_stored().prop_map(Message::ProgressFound),
        1 => any_stored().prop_map(Message::ProgressChanged),
        1 => Just(Message::StorageFailed(StorageTrouble::Blocked)),
        1 => Just(Message::StorageFailed(StorageTrouble::Full)),
        1 => Just(Message::StorageServed),
        1 => Just(Message::WordsChanged(Words::shipped())),
        1 => Just(Message::WordsChanged(vec![Words::shipped_for("da").unwrap()])),
        1 => proptest::sample::select(vec!["da", "en", "pl"]).prop_map(|tag| Message::WordsFailed(tag.into())),
    ];
    let on_start = prop_oneof![
        Just(Message::LanguageChosen("da".into())),
        Just(Message::LanguageChosen("en".into())),
        Just(Message::LanguageChosen("pl".into())),
        any_purpose().prop_map(Message::PurposeChosen),
        any_rater().prop_map(Message::RaterChosen),
        any_place().prop_map(Message::RoleChosen),
        Just(Message::RoleUnchosen),
        proptest::option::of(any_words()).prop_map(Message::StageChosen),
        any_words().prop_map(Message::LabelWritten),
        any_keeping().prop_map(Message::KeepingChosen),
        Just(Message::Begun),
        any_words().prop_map(Message::ProgressResumed),
        any_words().prop_map(|key| Message::DeletionAsked(Deletion::Kept(key))),
        any_place().prop_map(Message::RoleReadingOpened),
        Just(Message::BlankFormOpened),
        Just(Message::ReadingClosed),
    ];
    let on_the_way = prop_oneof![
        any_answer().prop_map(Message::ResponseGiven),
        any::<bool>().prop_map(Message::WishTicked),
        Just(Message::Continued),
        Just(Message::Skipped),
        Just(Message::WentBack),
        any_place().prop_map(|dimension| Message::DepthChosen { dimension }),
        (any_place(), any::<bool>())
            .prop_map(|(dimension, is_in_focus)| Message::FocusTicked { dimension, is_in_focus }),
        any::<bool>().prop_map(Message::FocusAgreed),
        any_words().prop_map(Message::AgreementDated),
        (any_place(), target).prop_map(|(competence, target)| Message::TargetAdjusted { competence, target }),
        (any_place(), -2..4_i8).prop_map(|(area, wish)| Message::AreaWished { area, wish }),
        (any_place(), any::<bool>())
            .prop_map(|(area, is_experienced)| Message::AreaExperienced { area, is_experienced }),
        any_item().prop_map(Message::ChangeAsked),
        any_step().prop_map(Message::StepChosen),
        any_place().prop_map(Message::ViewedRoleChosen),
    ];
    let keeping = prop_oneof![
        Just(Message::Export(Export::Own)),
        Just(Message::Export(Export::Share)),
        Just(Message::Export(Export::ShareWithPage)),
        Just(Message::Export(Export::TakeBack)),
        Just(Message::Export(Export::Wishes)),
        Just(Message::Export(Export::Receipt)),
        Just(Message::Export(Export::Pages)),
        Just(Message::Export(Export::Calendar)),
        Just(Message::Export(Export::Sheet)),
        (any_tick(), any::<bool>()).prop_map(|(tick, is_ticked)| Message::Export(Export::Ticked { tick, is_ticked })),
        Just(Message::PrintAsked),
        Just(Message::DeletionAsked(Deletion::UnderWay)),
        Just(Message::DeletionAsked(Deletion::Others)),
        Just(Message::DeletionConfirmed),
        Just(Message::DeletionCancelled),
        Just(Message::NoticesRead),
    ];

    let planning = prop_oneof![
        3 => any_plan_for().prop_map(Planning::Added),
        1 => any_place().prop_map(Planning::Removed),
        2 => (any_place(), any_field(), any_words())
            .prop_map(|(item, field, text)| Planning::Filled { item, field, text }),
        1 => (any_place(), proptest::sample::select(vec![Responsible::Me, Responsible::Other]))
            .prop_map(|(item, responsible)| Planning::ResponsibleChosen { item, responsible }),
        1 => Just(Planning::FollowUpBegun),
        1 => (any_place(), any_words())
            .prop_map(|(competence, text)| Planning::EvidenceWritten { competence, text }),
    ];
    let comparing = prop_oneof![
        1 => Just(Comparing::OtherIs(OtherIs::Head)),
        1 => Just(Comparing::OtherIs(OtherIs::Deputy)),
        2 => (any_place(), proptest::option::of(0..7_u8))
            .prop_map(|(competence, level)| Comparing::LevelAgreed { competence, level }),
        1 => Just(Comparing::PlanTakenOver),
        1 => Just(Comparing::Ended),
    ];
    let further = prop_oneof![
        planning.prop_map(Message::Planning),
        comparing.prop_map(Message::Comparing),
        any_incoming().prop_map(Message::Incoming),
        (any_place(), any::<bool>()).prop_map(|(role, is_looked_at)| Message::OtherRoleTicked { role, is_looked_at }),
    ];
    prop_oneof![3 => page, 4 => on_start, 8 => on_the_way, 3 => keeping, 4 => further]
}

fn any_incoming() -> impl Strategy<Value = Incoming> {
    let own = || prop_oneof![Just(OwnAnswers::UnderWay), any_words().prop_map(OwnAnswers::Kept)];
    let with_mine = prop_oneof![
        own().prop_map(OwnFileChoice::Compare),
        Just(OwnFileChoice::AnswerAgain),
        Just(OwnFileChoice::FollowUp),
        Just(OwnFileChoice::Read),
        any::<bool>().prop_map(|replaces| OwnFileChoice::GoOn { replaces }),
    ];
    let with_others = prop_oneof![
        Just(OthersFileChoice::AnswerFirst),
        own().prop_map(OthersFileChoice::Compare),
        Just(OthersFileChoice::Read),
    ];
    prop_oneof![
        1 => any_file().prop_map(Incoming::Pasted),
        1 => Just(Incoming::PastedOpened),
        3 => proptest::sample::select(vec![Whose::Mine, Whose::SomebodyElses]).prop_map(Incoming::Said),
        1 => proptest::option::of(any_words()).prop_map(Incoming::StageChosen),
        3 => with_mine.prop_map(Incoming::Mine),
        2 => with_others.prop_map(Incoming::SomebodyElses),
        1 => Just(Incoming::Closed),
    ]
}

fn any_tick() -> impl Strategy<Value = SharePart> {
    use SharePart::*;
    proptest::sample::select(vec![Responses, Wishes, Plan, Evidence, Reference, OwnEvidence])
}

fn any_plan_for() -> impl Strategy<Value = PlanFor> {
    prop_oneof![Just(PlanFor::Nothing), any_place().prop_map(PlanFor::Competence), any_place().prop_map(PlanFor::Area)]
}

fn any_field() -> impl Strategy<Value = PlanField> {
    use PlanField::*;
    proptest::sample::select(vec![Goal, Why, Activity, Support, Due, Sign, FollowUp, Outcome])
}

/// A widget to which anything happens.
struct Widget {
    state: State,
    reports: ReportCache,
    /// The last one that could be used.
    framework: Rc<str>,
    kept: Vec<StoredProgress>,
    handed_over: Option<Rc<str>>,
    moment: Now,
}

impl Widget {
    fn new() -> Self {
        let moment = Now::in_utc("2026-02-16T08:00:00.000Z", 20_500);
        let state = State::default();
        Self { state, reports: ReportCache::default(), framework: "".into(), kept: vec![], handed_over: None, moment }
    }

    /// A fresh widget with this framework.
    fn with(framework: &str) -> Self {
        let mut widget = Self::new();
        widget.take(Message::FrameworkRead(framework.into()));
        widget
    }

    fn take(&mut self, message: Message) -> Vec<Effect> {
        let framework = if let Message::FrameworkRead(text) = &message { Some(text.clone()) } else { None };
        let is_setting = matches!(message, Message::SettingsChanged(_));
        self.moment.day += 1;
        self.moment.iso = format!("2026-02-16T08:00:00.{:05}Z", self.moment.day).into();
        let effects = update(&mut self.state, message, &self.moment);
        if let (Some(framework), Status::Ready(_)) = (framework, &self.state.status) {
            self.framework = framework;
        }
        for effect in &effects {
            self.carry_out(effect, is_setting);
        }
        effects
    }

    fn carry_out(&mut self, effect: &Effect, is_setting: bool) {
        match effect {
            Effect::SaveProgress(stored) => {
                let most = match &self.state.status {
                    Status::Ready(session) => session.journey().map(|journey| journey.assessment.purpose),
                    _ => None,
                };
                let most = self.state.settings.most_keeping(most.expect("there is something to keep"));
                assert!(stored.keeping <= most && stored.keeping > Retention::Nowhere, "kept longer than allowed");
                self.kept.retain(|other| other.key != stored.key);
                self.kept.push(stored.clone());
            }
            Effect::ForgetProgress { key } => self.kept.retain(|other| other.key != *key),
            Effect::HandOverProgress(progress) => self.handed_over = progress.clone(),
            Effect::Emit(event) => {
                let is_quiet = matches!(event, Event::Error { .. });
                assert!(!is_setting || is_quiet, "setting a property is no act of the person's");
            }
            Effect::MoveFocus(focus) => {
                let Some(mark) = focus.mark() else { return };
                let node = screens::drawn(&self.state, &self.reports);
                let has_mark = |parts: &screens::Element| screens::attribute(parts, "data-focus") == Some(&*mark);
                assert!(screens::elements(&node).into_iter().any(has_mark), "the focus goes nowhere: {mark}");
            }
            Effect::Share(Some(text)) => {
                let purpose = self.journey().expect("there is something to share").assessment.purpose;
                assert_eq!(self.state.settings.sharing, Sharing::Ask { recipient: "HR".into() });
                assert_ne!(purpose, Purpose::Exploration, "applicants keep their answers");
                serde_json::from_str::<serde_json::Value>(text).expect("a file's text");
            }
            Effect::FetchWords(tag) => {
                let is_there = self.state.words.iter().any(|words| is_same_language(&words.tag, tag));
                assert!(!is_there, "the words of {tag} are there");
            }
            Effect::Share(None)
            | Effect::LookForProgress
            | Effect::Download { .. }
            | Effect::DownloadReceipt { .. }
            | Effect::DownloadCalendar { .. }
            | Effect::Print => {}
        }
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Any(message) => drop(self.take(message)),
            Act::Use(place) => {
                let offered = screens::offered(&screens::drawn(&self.state, &self.reports));
                if !offered.is_empty() {
                    self.take(offered[place % offered.len()].clone());
                }
            }
            Act::GoOn(level) => {
                let is_on_start = self.journey().is_none();
                if is_on_start {
                    self.take(Message::PurposeChosen(Purpose::Development));
                    self.take(Message::RaterChosen(Rater::Myself));
                    self.take(Message::RoleChosen(0));
                    self.take(Message::Begun);
                } else {
                    self.take(Message::ResponseGiven(Answer::Rated(level)));
                    self.take(Message::Continued);
                }
            }
            Act::OpenOwnFile => {
                if let Some(file) = self.file() {
                    self.take(Message::FileOpened(file));
                }
            }
            Act::Reload => {
                self.take(Message::FrameworkRead(self.framework.clone()));
                self.take(Message::ProgressFound(self.kept.clone()));
            }
        }
    }

    /// The journey where it is on the screen.
    fn journey(&self) -> Option<&Journey> {
        match &self.state.status {
            Status::Ready(session) => match &session.screen {
                Screen::Journey(journey) => Some(journey),
                _ => None,
            },
            _ => None,
        }
    }

    fn file(&mut self) -> Option<Rc<str>> {
        self.take(Message::Export(Export::Ticked { tick: SharePart::OwnEvidence, is_ticked: true }));
        self.take(Message::Export(Export::Own)).into_iter().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text.into()),
            _ => None,
        })
    }

    fn assert_sound(&self) {
        screens::assert_sound(&self.state, &screens::drawn(&self.state, &self.reports));
        if let Status::Ready(session) = &self.state.status
            && let Screen::Journey(journey) = &session.screen
        {
            assert_eq!(&*journey.assessment.role, &*session.framework.roles[journey.role].id);
            let kept = self.handed_over.as_ref().expect("a copy is handed over");
            let kept = progress::read(&session.framework, kept).expect("it can be read");
            assert_eq!(kept.journey.assessment, journey.assessment, "the copy is the latest");
            // Once the browser refuses, nothing is kept, whatever the last copy says.
            assert!(kept.keeping == session.keeping || session.keeping == Retention::Nowhere);
        }
    }

    /// Drawn in the other language too, everything holds.
    fn assert_sound_in_the_other_language(&self) {
        let mut state = self.state.clone();
        update(&mut state, Message::WordsChanged(Words::shipped()), &self.moment);
        let mut tags = state.words.iter().map(|words| words.tag.clone());
        let other = tags.find(|tag| **tag != *state.wording.tag());
        update(&mut state, Message::LanguageChosen(other.expect("there are two")), &self.moment);
        screens::assert_sound(&state, &screens::drawn(&state, &ReportCache::default()));
    }

    /// What was said is there again in a fresh widget, from the device and from a file.
    fn assert_nothing_is_lost(&mut self) {
        let Some(journey) = self.journey().cloned() else { return };
        let Status::Ready(session) = &self.state.status else { return };
        let text = progress::write(&session.framework, &journey, Retention::Tab, &self.moment).into();
        let mut fresh = Widget::with(&self.framework);
        let key = progress::key(&session.framework, &fresh.state.settings, &journey);
        fresh.take(Message::ProgressFound(vec![StoredProgress { key, text, keeping: Retention::Tab }]));
        let (step, ticks, earlier) = (as_kept(&journey), ShareSelection::default(), 0);
        assert_eq!(fresh.journey(), Some(&Journey { step, ticks, earlier, compared: None, ..journey.clone() }));
        assert!(fresh.take(Message::NoticesRead).len() == 1);

        let file = self.file().expect("a file can be saved");
        let mut fresh = Widget::with(&self.framework);
        fresh.take(Message::FileOpened(file));
        while let Some(message) = screens::next_with_mine(&fresh.state) {
            fresh.take(message);
        }
        let opened = fresh.journey().expect("it can be opened");
        assert_eq!(opened.role, journey.role);
        assert_eq!(*opened.assessment, Assessment { parts: None, ..(*journey.assessment).clone() });
        fresh.assert_sound();
    }
}

/// What of a step is kept: not the error of a moment, not what the results are seen against, and not a second file.
fn as_kept(journey: &Journey) -> Step {
    match journey.step.clone() {
        Step::Question(question) => Step::Question(Question { is_missing: false, ..question }),
        Step::Overview { .. } | Step::Compare | Step::Agenda => Step::Overview { viewed_role: journey.role },
        Step::Profile { .. } => Step::Profile { viewed_role: journey.role },
        Step::Suggestions { .. } => Step::Suggestions { viewed_role: journey.role, at_hand: None },
        Step::Areas { .. } => Step::Areas { beyond: None },
        Step::Paper => Step::Keep,
        step => step,
    }
}

fn run(framework: &str, acts: Vec<Act>) {
    let mut widget = Widget::new();
    widget.assert_sound();
    if !framework.is_empty() {
        widget.take(Message::FrameworkRead(framework.into()));
    }
    for (number, act) in acts.into_iter().enumerate() {
        widget.act(act);
        widget.assert_sound();
        if number % 4 == 0 {
            widget.assert_sound_in_the_other_language();
        }
    }
    widget.assert_nothing_is_lost();
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn nothing_that_happens_to_a_small_widget_breaks_it(
        framework in prop_oneof![Just(TEA.to_owned()), Just(SMALL.to_owned()), Just(many_roles()), Just(String::new())],
        acts in vec(any_act(), 1..120),
    ) {
        run(&framework, acts);
    }

    #[test]
    fn nothing_that_happens_with_any_framework_breaks_it(
        case in generated::case(),
        acts in vec(any_act(), 1..60),
        opens_first in any::<bool>(),
    ) {
        let mut acts = acts;
        if opens_first {
            acts.insert(0, Act::Any(Message::FileOpened(case.assessment.to_string().into())));
        }
        run(&case.framework.to_string(), acts);
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn nothing_that_happens_with_the_shipped_framework_breaks_it(acts in vec(any_act(), 1..80)) {
        run(SOUSCHEF, acts);
    }
}
