//! The same answers in two windows: whatever is said in either is kept, and nothing is kept again that was deleted.
//!
//! Both windows share what the device keeps, as those of a browser do, and look at it before each act, as the widget
//! does. Knows no browser.

use proptest::prelude::*;
use rokade::assessment::{Answer, Assessment, Purpose, Rater};
use rokade::framework::Framework;
use rokade::state::progress::{self, Now, StoredProgress};
use rokade::state::settings::{Retention, Settings};
use rokade::state::{Deletion, Effect, Message, Notice, Screen, Session, State, Status, update};
use rokade::wording::Key;
use std::rc::Rc;

const SOUSCHEF: &str = include_str!("../frameworks/souschef.json");

/// What the device keeps, and a clock.
#[derive(Default)]
struct Device {
    kept: Vec<StoredProgress>,
    ticks: u32,
}

/// One window, with what it last found on the device and what it handed over.
struct Window {
    state: State,
    found: Vec<StoredProgress>,
    handed_over: Option<Rc<str>>,
}

impl Window {
    fn opens(device: &mut Device) -> Self {
        Self::opens_with(device, None)
    }

    /// As an element that was taken out and put back does.
    fn opens_with(device: &mut Device, progress: Option<Rc<str>>) -> Self {
        let mut window = Self { state: State::default(), found: Vec::new(), handed_over: None };
        let settings = Settings { purpose: Some(Purpose::Development), progress, ..Settings::default() };
        window.takes(device, Message::SettingsChanged(settings));
        window.takes(device, Message::FrameworkRead(SOUSCHEF.into()));
        let found = device.kept.clone();
        window.takes(device, Message::ProgressFound(found));
        window
    }

    /// Begins, keeping the answers on the device.
    fn begins(&mut self, device: &mut Device) {
        self.does(device, Message::RaterChosen(Rater::Myself));
        self.does(device, Message::RoleChosen(0));
        self.does(device, Message::KeepingChosen(Retention::Device));
        self.does(device, Message::Begun);
    }

    /// Goes on from what is offered first.
    fn resumes(&mut self, device: &mut Device) {
        let (key, _) = self.session().kept[0].clone();
        self.does(device, Message::ProgressResumed(key));
    }

    fn answers(&mut self, device: &mut Device, level: i64) {
        self.does(device, Message::ResponseGiven(Answer::Rated(level)));
        self.does(device, Message::Continued);
    }

    /// Looks at the device first.
    fn does(&mut self, device: &mut Device, message: Message) {
        self.looks(device);
        self.takes(device, message);
    }

    fn looks(&mut self, device: &mut Device) {
        if self.found != device.kept {
            let found = device.kept.clone();
            self.takes(device, Message::ProgressChanged(found));
        }
    }

    fn takes(&mut self, device: &mut Device, message: Message) {
        device.ticks += 1;
        let iso = format!("2026-02-16T08:00:00.{:06}Z", device.ticks);
        for effect in update(&mut self.state, message, &Now::in_utc(&iso, 20_500)) {
            match effect {
                Effect::SaveProgress(stored) => {
                    device.kept.retain(|other| other.key != stored.key);
                    if stored.keeping == Retention::Device {
                        device.kept.push(stored);
                    }
                }
                Effect::ForgetProgress { key } => device.kept.retain(|other| other.key != key),
                Effect::HandOverProgress(progress) => self.handed_over = progress,
                _ => {}
            }
        }
        self.found = device.kept.clone();
    }

    fn session(&self) -> &Session {
        let Status::Ready(session) = &self.state.status else { panic!("there is a framework") };
        session
    }

    fn assessment(&self) -> &Assessment {
        &self.session().journey().expect("answers are under way").assessment
    }

    fn levels(&self, count: usize) -> Vec<Option<i64>> {
        levels(self.assessment(), count)
    }

    fn says(&self, key: Key) -> bool {
        self.state.announcement.1 == self.state.wording.text(key)
    }
}

fn framework() -> Framework {
    Framework::read(SOUSCHEF).expect("the shipped framework is good")
}

fn levels(assessment: &Assessment, count: usize) -> Vec<Option<i64>> {
    let framework = framework();
    let level = |place: usize| match assessment.responses.competences.get(&framework.competences[place].id)?.answer {
        Answer::Rated(level) => Some(level),
        _ => None,
    };
    (0..count).map(level).collect()
}

/// The one assessment on the device.
fn kept(device: &Device) -> Rc<Assessment> {
    let [stored] = &device.kept[..] else { panic!("one is kept, not {}", device.kept.len()) };
    progress::read(&framework(), &stored.text).expect("it can be read").journey.assessment
}

/// Two windows in which the same answers are under way.
fn two() -> (Device, Window, Window) {
    let mut device = Device::default();
    let mut one = Window::opens(&mut device);
    one.begins(&mut device);
    let mut other = Window::opens(&mut device);
    other.resumes(&mut device);
    (device, one, other)
}

#[test]
fn what_is_answered_in_one_window_is_kept_when_the_other_goes_on() {
    let (mut device, mut one, mut other) = two();
    one.answers(&mut device, 1);
    one.answers(&mut device, 2);
    other.answers(&mut device, 3);
    assert_eq!(levels(&kept(&device), 3), [Some(3), Some(2), None], "what was said last about each");
    one.looks(&mut device);
    assert_eq!(one.levels(3), other.levels(3));
    assert!(one.says(Key::ChangedElsewhere));
    assert_eq!(one.session().notices, [Notice::ChangedElsewhere]);
}

#[test]
fn going_through_questions_in_another_window_is_no_change_of_the_answers() {
    let (mut device, mut one, mut other) = two();
    one.answers(&mut device, 1);
    other.looks(&mut device);
    let told = other.state.announcement.0;
    one.does(&mut device, Message::WentBack);
    other.looks(&mut device);
    assert_eq!(other.state.announcement.0, told, "there is nothing to tell");
}

#[test]
fn what_is_offered_is_gone_on_from_as_it_is_by_then() {
    let mut device = Device::default();
    let mut one = Window::opens(&mut device);
    one.begins(&mut device);
    let mut other = Window::opens(&mut device);
    one.answers(&mut device, 4);
    other.resumes(&mut device);
    assert_eq!(other.levels(1), [Some(4)]);
    assert_eq!(levels(&kept(&device), 1), [Some(4)]);
}

#[test]
fn what_is_no_longer_offered_leads_nowhere_and_deletes_nothing_else() {
    let mut device = Device::default();
    for _ in 0..2 {
        let mut window = Window::opens(&mut device);
        window.begins(&mut device);
    }
    let mut one = Window::opens(&mut device);
    let mut other = Window::opens(&mut device);
    let (key, _) = other.session().kept[0].clone();
    for window in [&mut one, &mut other] {
        window.does(&mut device, Message::DeletionAsked(Deletion::Kept(key.clone())));
        window.does(&mut device, Message::DeletionConfirmed);
    }
    other.does(&mut device, Message::ProgressResumed(key));
    assert_eq!((device.kept.len(), other.session().kept.len()), (1, 1));
    assert!(matches!(other.session().screen, Screen::Start(_)));
}

#[test]
fn what_is_deleted_in_one_window_is_not_kept_again_from_the_other_and_it_says_so() {
    for gone in
        [Message::DeletionConfirmed, Message::KeepingChosen(Retention::Nowhere), Message::KeepingChosen(Retention::Tab)]
    {
        let (mut device, mut one, mut other) = two();
        one.answers(&mut device, 1);
        if gone == Message::DeletionConfirmed {
            one.does(&mut device, Message::DeletionAsked(Deletion::UnderWay));
        }
        one.does(&mut device, gone);
        assert!(device.kept.is_empty());
        other.looks(&mut device);
        assert!(other.says(Key::DeletedElsewhere));
        assert_eq!(other.session().notices.last(), Some(&Notice::DeletedElsewhere));
        other.answers(&mut device, 2);
        assert!(device.kept.is_empty());
        assert_eq!(other.levels(1), [Some(2)], "here they still are");
        other.does(&mut device, Message::KeepingChosen(Retention::Device));
        assert_eq!(levels(&kept(&device), 1), [Some(2)], "and can be kept anew");
    }
}

#[test]
fn what_another_version_wrote_over_the_answers_ends_keeping_them_there() {
    let (mut device, mut one, _) = two();
    device.kept[0].text = device.kept[0].text.replace("rokade.progress/1", "rokade.progress/2").into();
    one.looks(&mut device);
    assert_eq!(one.session().notices.last(), Some(&Notice::DeletedElsewhere));
}

#[test]
fn an_element_that_is_put_back_has_what_was_answered_elsewhere_meanwhile() {
    let (mut device, mut one, mut other) = two();
    one.answers(&mut device, 1);
    other.answers(&mut device, 1);
    other.answers(&mut device, 2);
    let mut back = Window::opens_with(&mut device, one.handed_over.clone());
    assert_eq!(back.levels(2), [Some(1), Some(2)]);
    back.does(&mut device, Message::WentBack);
    assert_eq!(levels(&kept(&device), 2), [Some(1), Some(2)]);
}

#[test]
fn what_cannot_be_read_is_said_and_left_alone() {
    let (mut device, ..) = two();
    let good = device.kept[0].text.clone();
    let unread = [
        good.replace("rokade.progress/1", "rokade.progress/2"),
        good.replace("rokade.progress/1", "rokade.progress/0"),
        good[..good.len() / 2].to_owned(),
        good.replace("rokade.assessment/1", "rokade.assessment/2"),
    ];
    for text in unread {
        assert_ne!(*text, *good);
        device.kept.truncate(1);
        device.kept[0].text = text.into();
        let before = device.kept.clone();
        let mut window = Window::opens(&mut device);
        assert_eq!(window.session().notices, [Notice::KeptUnread]);
        assert!(window.session().kept.is_empty());
        window.begins(&mut device);
        assert_eq!(device.kept[..1], before, "{:?}", device.kept);
    }
    device.kept.truncate(1);
    device.kept[0].text = good.replace("\"id\":\"souschef\"", "\"id\":\"chef\"").into();
    assert_eq!(Window::opens(&mut device).session().notices, [], "what is about something else is no business of ours");
}

#[derive(Clone, Debug)]
enum Act {
    Answer(i64),
    GoBack,
    GoOn,
    Leave,
}

fn any_act() -> impl Strategy<Value = (bool, Act)> {
    let act = prop_oneof![
        4 => (0..5_i64).prop_map(Act::Answer),
        2 => Just(Act::GoBack),
        1 => Just(Act::GoOn),
        1 => Just(Act::Leave),
    ];
    (any::<bool>(), act)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_is_lost_whichever_window_is_used(acts in proptest::collection::vec(any_act(), 1..40)) {
        let (mut device, one, other) = two();
        let mut windows = [one, other];
        for (is_other, act) in acts {
            let window = &mut windows[usize::from(is_other)];
            let before = kept(&device).responses.clone();
            let mut said = None;
            match act {
                Act::Answer(level) => {
                    window.does(&mut device, Message::ResponseGiven(Answer::Rated(level)));
                    said = Some(());
                }
                Act::GoBack => window.does(&mut device, Message::WentBack),
                Act::GoOn => window.does(&mut device, Message::Continued),
                Act::Leave => {
                    *window = Window::opens(&mut device);
                    window.resumes(&mut device);
                }
            }
            let after = kept(&device).responses.clone();
            let changed = after.competences.iter().filter(|(id, answer)| before.competences.get(*id) != Some(*answer)).count();
            prop_assert!(changed <= usize::from(said.is_some()));
            prop_assert!(before.competences.iter().all(|(id, _)| after.competences.get(id).is_some()));
        }
    }
}
