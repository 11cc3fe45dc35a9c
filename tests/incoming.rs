//! A file that comes in, by whatever way: what it is said to be, what is asked about it, and that somebody else's never
//! becomes one's own answers, is never called *yours*, can't be changed, and is nowhere kept.
#![cfg(not(target_arch = "wasm32"))]

mod screens;

use rokade::assessment::{Answer, Assessment, Purpose, Rater};
use rokade::framework::Framework;
use rokade::state::incoming::{FileQuestion, IncomingFile, OthersFileChoice, OwnAnswers, OwnFileChoice, Whose};
use rokade::state::journey::Step;
use rokade::state::progress::{Now, StoredProgress};
use rokade::state::session::Notice;
use rokade::state::settings::{Retention, Settings};
use rokade::state::share::SharePart;
use rokade::state::{
    Effect, Export, FocusTarget, Incoming, Message, PlanField, PlanFor, Planning, Screen, Session, State, Status,
    update,
};
use rokade::view::ReportCache;
use rokade::wording::Key;

const MEDARBEJDER: &str = include_str!("../frameworks/medarbejder.json");
const TODAY: &str = "2026-11-27";
/// What stands in somebody else's file and nowhere else.
const SECRET: &str = "Øve på det, som ingen andre skal se";

// ---- somebody else's file

/// What of the person's own is here when the file comes in.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kept {
    Nothing,
    /// Begun, and nothing answered.
    Begun,
    UnderWay,
    /// On the device, and not gone on from.
    OnTheDevice,
}

/// By what way the file comes in.
#[derive(Clone, Copy, Debug)]
enum Way {
    Page,
    Chosen,
    Pasted,
    Receipt,
}

const PARTS: [&[SharePart]; 4] = [
    &[SharePart::Responses],
    &[SharePart::Responses, SharePart::Wishes, SharePart::Plan, SharePart::Evidence],
    &[SharePart::Plan],
    &[SharePart::Wishes, SharePart::Plan],
];

/// Does this for every rater on the page, whose file, purpose, what is kept, what was shared, and by what way it comes.
fn for_each_case(mut check: impl FnMut(&Story, Rater, &str)) {
    let mut files = Vec::new();
    for rater in [Rater::Myself, Rater::Manager] {
        for purpose in [Purpose::Development, Purpose::Exploration, Purpose::Onboarding] {
            let is_possible = rater == Rater::Myself || purpose == Purpose::Development;
            for parts in PARTS.into_iter().filter(|_| is_possible) {
                files.push((rater, format!("{rater:?} {purpose:?} {parts:?}"), somebody_elses(purpose, rater, parts)));
            }
        }
    }
    // Which file comes in by which way shifts from one to the next.
    let mut ways = [Way::Page, Way::Chosen, Way::Pasted, Way::Receipt, Way::Page].into_iter().cycle();
    for language in ["da", "en"] {
        for reader in [None, Some(Rater::Myself), Some(Rater::Manager)] {
            for kept in [Kept::Nothing, Kept::Begun, Kept::UnderWay, Kept::OnTheDevice] {
                let language = Some(language.into());
                let story = Story::on(Settings { language, rater: reader, ..Settings::default() }).has(kept);
                for ((rater, what, file), way) in files.iter().zip(&mut ways) {
                    let case = format!("{reader:?} with {kept:?} reads {what} that comes by {way:?}");
                    check(&story.gets_by(way, file), *rater, &case);
                }
            }
        }
    }
}

#[test]
fn somebody_elses_file_becomes_nobodys_answers_is_nobodys_yours_and_is_nowhere_kept() {
    let mut read = 0;
    for_each_case(|story, _, case| {
        // The one thing that a person could say to make it theirs isn't said here.
        let story = match story.question() {
            Some(FileQuestion::Whose) => story.clone().does(Message::Incoming(Incoming::Said(Whose::SomebodyElses))),
            _ => story.clone(),
        };
        let Some(FileQuestion::OfSomebodyElses { .. }) = story.question() else { panic!("{case}") };
        let own = story.session().journey().map(|journey| journey.assessment.clone());
        read += walk(&story, own.as_deref(), case, 2);
    });
    assert!(read > 200, "or this test shows nothing: {read}");
}

/// Looks at the file's screens and at all that can be done there, so many steps far; how often it was read.
fn walk(story: &Story, own: Option<&Assessment>, case: &str, steps: usize) -> usize {
    let file = story.file().expect("it is asked about");
    let node = story.node();
    screens::assert_sound(&story.state, &node);
    if file.is_read {
        let page = screens::elements(&node).into_iter().find(|parts| parts.tag == "article").expect("it is read");
        let title = screens::elements(&node).into_iter().find(|parts| screens::has_class(parts, "title"));
        let said = screens::text_of(page) + &screens::text_of(title.expect("it has a title"));
        let said = without_framework(story, said).to_lowercase();
        let yours = ["dit", "din", "dine", "du", "your", "yours", "mine", "mit", "my"];
        let word = said.split(|letter: char| !letter.is_alphabetic()).find(|word| yours.contains(word));
        assert_eq!(word, None, "{case}: {said}");
        assert!(screens::elements(&page.children).iter().all(|parts| parts.act.is_none()), "{case}");
    }
    for message in screens::offered(&node) {
        let may_happen = matches!(
            message,
            Message::Incoming(_) | Message::PrintAsked | Message::LanguageChosen(_) | Message::NoticesRead
        );
        let becomes_mine = matches!(message, Message::Incoming(Incoming::Mine(_) | Incoming::Said(_)));
        assert!(may_happen && !becomes_mine, "{case}: {message:?} is offered");
    }
    // Nor by anything that isn't offered.
    for choice in [OwnFileChoice::AnswerAgain, OwnFileChoice::FollowUp, OwnFileChoice::GoOn { replaces: true }] {
        let story = story.clone().happens(Message::Incoming(Incoming::Mine(choice)));
        assert!(story.file().is_some(), "{case}: it stays what it is");
    }
    let mut read = usize::from(file.is_read);
    for message in screens::offered(&node) {
        let is_of_file = matches!(message, Message::Incoming(_) | Message::PrintAsked);
        if steps == 0 || !is_of_file {
            continue;
        }
        let next = story.clone().happens(message.clone());
        assert!(!next.has_left.contains(SECRET), "{case}: kept after {message:?}");
        let now = next.session().journey().map(|journey| journey.assessment.clone());
        match (&message, own) {
            (Message::Incoming(Incoming::SomebodyElses(OthersFileChoice::Compare(_))), None) => {}
            (_, own) => assert_eq!(now.as_deref(), own, "{case}: after {message:?}"),
        }
        if next.file().is_some() {
            read += walk(&next, own, case, steps - 1);
        }
    }
    read
}

/// What is said in the widget's own words; what stands in a framework is said of whoever it is about.
fn without_framework(story: &Story, said: String) -> String {
    let framework = story.framework();
    let mut texts = Vec::new();
    for competence in &framework.competences {
        texts.push(competence.title.clone());
    }
    for scale in &framework.scales {
        texts.extend(scale.levels.iter().map(|level| level.label.clone()));
    }
    let place = framework.language_for(story.state.wording.tag());
    texts.into_iter().fold(said, |said, text| said.replace(&*text.in_language(place), " "))
}

#[test]
fn somebody_who_says_that_anothers_kind_of_file_is_theirs_is_not_even_asked() {
    for_each_case(|story, rater, case| {
        let Some(reader) = story.state.settings.rater else { return };
        let is_asked = story.question() == Some(FileQuestion::Whose);
        let is_own_kind = match story.session().journey() {
            Some(journey) => journey.assessment.rater == rater,
            None => reader == rater,
        };
        assert_eq!(is_asked, is_own_kind, "{case}");
    });
}

#[test]
fn a_file_of_somebody_elses_is_read_with_what_was_not_shared() {
    let page = |parts: &[SharePart]| {
        let story = Story::on(of(Rater::Manager)).gets(&somebody_elses(Purpose::Development, Rater::Myself, parts));
        story.chooses(OthersFileChoice::Read)
    };
    let story = page(&[SharePart::Responses]);
    assert_eq!(story.focus(), Some(&FocusTarget::Heading));
    assert!(story.says("En medarbejders svar, 2026-11-20"));
    assert!(story.shows(Key::FileReadOnly));
    assert!(story.says("Rolle: Fuldmægtig i et fagkontor. Der er svar på 21 af 22 spørgsmål."), "{}", story.text());
    let lists = |story: &Story| {
        let node = story.node();
        let not_shared = screens::elements(&node).into_iter().filter(|parts| parts.tag == "section");
        let not_shared = not_shared.filter(|parts| screens::text_of(parts).starts_with("Ikke delt"));
        not_shared.map(screens::text_of).collect::<String>()
    };
    assert_eq!(lists(&story), "Ikke deltØnsker og erfaringUdviklingsplanEksempler");
    assert!(!story.says(SECRET) && !story.says("Intet ønske"));
    assert!(story.says("Svar: »Med støtte«"), "in the short words, which are nobody's own");
    let story = page(&[SharePart::Wishes, SharePart::Plan, SharePart::Evidence]);
    assert_eq!(lists(&story), "Ikke deltSvar og resultat");
    assert!(story.says(SECRET) && story.says("Svarene er ikke med i filen."));
}

#[test]
fn a_file_that_is_read_or_compared_is_gone_after_a_reload() {
    let parts = [SharePart::Responses, SharePart::Plan, SharePart::Evidence];
    let file = somebody_elses(Purpose::Development, Rater::Manager, &parts);
    for choice in [OthersFileChoice::Read, OthersFileChoice::Compare(OwnAnswers::UnderWay)] {
        let story = Story::on(of(Rater::Myself)).has(Kept::UnderWay).gets(&file).chooses(choice);
        let own = story.session().journey().expect("they stay").assessment.clone();
        let story = story.reloads();
        assert!(story.file().is_none() && !story.says(SECRET));
        let journey = story.session().journey().expect("they are kept");
        assert_eq!((&journey.assessment, &journey.compared), (&own, &None));
    }
}

#[test]
fn what_is_read_names_what_was_suggested_where_the_wishes_are_there_and_says_where_the_role_is_not() {
    let all = [SharePart::Responses, SharePart::Wishes, SharePart::Plan];
    let file = somebody_elses(Purpose::Development, Rater::Myself, &all);
    let read = |file: &str| Story::on(of(Rater::Manager)).gets(file).chooses(OthersFileChoice::Read);
    assert!(read(&file).shows(Key::SuggestionsTitle));
    let alone = somebody_elses(Purpose::Development, Rater::Myself, &[SharePart::Responses]);
    assert!(!read(&alone).shows(Key::SuggestionsTitle), "they would be others than the person saw");
    let story = read(&file.replace("\"role\": \"fuldmaegtig\"", "\"role\": \"kontorchef\""));
    assert!(story.says("Rolle: kontorchef.") && story.shows(Key::FileRoleUnknown) && story.says(SECRET));
}

#[test]
fn a_level_that_was_agreed_is_called_so_in_a_file_that_is_read() {
    let file = somebody_elses(Purpose::Development, Rater::Myself, &[SharePart::Responses]);
    let mut agreed: serde_json::Value = serde_json::from_str(&file).unwrap();
    let id = Framework::read(MEDARBEJDER).unwrap().competences[0].id.clone();
    agreed["targets"] = serde_json::json!({"agreedOn": "2026-11-01", "agreedBy": "head", "adjusted": {&*id: 4}});
    let read = |file: &str| Story::on(of(Rater::Manager)).gets(file).chooses(OthersFileChoice::Read);
    assert!(!read(&file).says("Aftalt niveau") && !read(&file).says("Rollens eget niveau"));
    assert!(read(&agreed.to_string()).says("Aftalt niveau: »Lærer fra sig«. Rollens eget niveau: »"));
}

#[test]
fn a_managers_file_is_read_in_the_managers_words() {
    let file = somebody_elses(Purpose::Development, Rater::Manager, &[SharePart::Responses, SharePart::Plan]);
    let story = Story::on(of(Rater::Myself)).gets(&file);
    assert!(story.says("En leders svar om en medarbejder, 2026-11-20"));
    let story = story.chooses(OthersFileChoice::Read);
    assert!(story.says("Svar: »Med støtte«"), "{}", story.text());
    assert!(!story.says("Ønsker og erfaring"), "a manager has none to share");
}

#[test]
fn who_has_answered_nothing_yet_is_advised_to_answer_first() {
    let file = somebody_elses(Purpose::Development, Rater::Manager, &[SharePart::Responses]);
    for kept in [Kept::Nothing, Kept::Begun] {
        let story = Story::on(of(Rater::Myself)).has(kept).gets(&file);
        assert_eq!(story.others(), [OthersFileChoice::AnswerFirst, OthersFileChoice::Read]);
        assert_eq!(story.primary(), "Svar selv først");
        let story = story.chooses(OthersFileChoice::AnswerFirst);
        assert_eq!(story.session().notices, [Notice::AnswersFirst]);
        assert!(story.shows(Key::AnswersFirst) && !story.says(SECRET));
    }
    // With what can be known the first screen asks no more than it must.
    let story = Story::on(Settings { language: Some("da".into()), ..Settings::default() }).gets(&file);
    let story = story.does(Message::Incoming(Incoming::Said(Whose::SomebodyElses)));
    let story = story.chooses(OthersFileChoice::AnswerFirst).does(Message::Begun);
    let own = story.session().journey().expect("it is begun");
    assert_eq!((own.assessment.rater, own.assessment.purpose), (Rater::Myself, Purpose::Development));
    assert_eq!(&*own.assessment.role, "fuldmaegtig");
    assert!(own.assessment.responses.competences.is_empty());
    // Where nothing was answered there is nothing to be influenced by.
    let file = somebody_elses(Purpose::Development, Rater::Manager, &[SharePart::Plan]);
    assert_eq!(Story::on(of(Rater::Myself)).gets(&file).others(), [OthersFileChoice::Read]);
}

#[test]
fn answers_that_are_kept_are_compared_with_without_going_on_first() {
    let file = somebody_elses(Purpose::Development, Rater::Manager, &[SharePart::Responses]);
    let story = Story::on(of(Rater::Myself)).has(Kept::OnTheDevice);
    let own = story.session().kept[0].1.journey.assessment.clone();
    let story = story.gets(&file);
    let [OthersFileChoice::Compare(OwnAnswers::Kept(_)), OthersFileChoice::Read] = &story.others()[..] else {
        panic!("{:?}", story.others())
    };
    assert_eq!(story.primary(), "Sammenlign med dine egne svar");
    let story = story.chooses_first();
    let journey = story.session().journey().expect("there are answers");
    assert_eq!((&journey.assessment, &journey.step), (&own, &Step::Compare));
}

#[test]
fn a_manager_with_answers_about_several_says_whom_to_compare_with() {
    let mut story = Story::on(of(Rater::Manager));
    for label in ["AB", "CD"] {
        story = story.does(Message::LabelWritten(label.into())).begins().answers(1);
        story = story.does(Message::KeepingChosen(Retention::Device)).comes_back();
    }
    let story = story.gets(&somebody_elses(Purpose::Development, Rater::Myself, &[SharePart::Responses]));
    assert_eq!(story.buttons()[..3], ["Sammenlign med: AB", "Sammenlign med: CD", "Læs den"]);
    let story = story.chooses_first();
    assert_eq!(&*story.session().journey().expect("it is compared").label, "AB");
}

// ---- one's own file

#[test]
fn ones_own_file_that_is_here_already_opens_straight_and_keeps_all_that_belongs_to_it() {
    // Under way, with an example that the file leaves out.
    let wrote = Planning::EvidenceWritten { competence: 0, text: "Hver fredag".into() };
    let story = Story::on(of(Rater::Myself)).begins().answers(2).does(Message::Planning(wrote));
    let file = story.saves();
    assert!(!file.contains("Hver fredag"));
    let own = story.session().journey().expect("there are answers").assessment.clone();
    let opened = story.clone().gets(&file);
    assert_eq!(opened.session().journey().expect("it is gone on with").assessment, own);
    assert!(opened.shows(Key::Opened) && opened.file().is_none());
    // Kept on the device by a manager, under a label that is in no file.
    let story = Story::on(of(Rater::Manager)).does(Message::LabelWritten("AB".into())).begins().answers(2);
    let file = story.saves();
    let story = story.does(Message::KeepingChosen(Retention::Device)).comes_back().gets(&file);
    let journey = story.session().journey().expect("it is gone on with");
    assert_eq!((&*journey.label, story.session().keeping), ("AB", Retention::Device));
    assert!(story.session().kept.is_empty() && story.stored.len() == 1);
}

#[test]
fn ones_own_file_takes_the_place_of_what_was_only_begun_and_of_answers_when_the_person_says_so() {
    let file = Story::on(of(Rater::Myself)).begins().answers(2).saves();
    let mine = |kept: Kept| {
        let story = Story { moment: "2026-11-27T10:00:00.000Z".to_owned(), ..Story::on(of(Rater::Myself)) };
        let story = story.has(kept).gets(&file.replace("\"level\": 2", "\"level\": 3"));
        story.does(Message::Incoming(Incoming::Said(Whose::Mine)))
    };
    let story = mine(Kept::Begun);
    assert!(story.file().is_none() && story.stored.len() == 1, "nothing is lost");
    let story = mine(Kept::UnderWay);
    let replaces = OwnFileChoice::GoOn { replaces: true };
    let offered = [OwnFileChoice::Compare(OwnAnswers::UnderWay), OwnFileChoice::Read, replaces.clone()];
    assert_eq!(story.question(), Some(FileQuestion::OfMine(offered.to_vec())));
    assert!(story.shows(Key::ReplaceLead) && story.shows(Key::SaveFile), "they can be saved before");
    assert!(!story.clone().chooses_mine(OwnFileChoice::Read).shows(Key::SaveFile));
    let story = story.chooses_mine(replaces);
    assert!(story.file().is_none() && story.stored.len() == 1);
}

#[test]
fn a_managers_file_is_the_managers_own_on_the_managers_page() {
    let file = Story::on(of(Rater::Manager)).begins().answers(2).saves();
    let story = Story::on(of(Rater::Manager)).gets(&file);
    assert_eq!(story.question(), Some(FileQuestion::Whose));
    let story = story.does(Message::Incoming(Incoming::Said(Whose::Mine)));
    assert_eq!(story.session().journey().expect("it is gone on from").assessment.rater, Rater::Manager);
    let story = Story::on(of(Rater::Myself)).gets(&file);
    assert_eq!(story.others(), [OthersFileChoice::AnswerFirst, OthersFileChoice::Read]);
}

#[test]
fn last_years_file_asks_whether_to_answer_again_or_follow_up_and_is_gone_on_from_once_it_was_read() {
    let story = Story::on(of(Rater::Myself)).begins().answers(2);
    let story = story.does(Message::StepChosen(Step::Plan)).does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    let text = "Sætte frister".into();
    let goal = Message::Planning(Planning::Filled { item: 0, field: PlanField::Goal, text });
    let file = story.does(goal).saves();
    // From an earlier time after 60 days, and not before.
    let mine = |day: &str| {
        let story = Story::on(of(Rater::Myself)).gets(&file.replace(TODAY, day));
        story.does(Message::Incoming(Incoming::Said(Whose::Mine)))
    };
    assert!(mine("2026-09-29").file().is_none());
    let story = mine("2026-09-28");
    assert!(story.says("Dine egne svar, 2026-09-28"));
    let asked = ["Svar igen, og se, hvad der har flyttet sig", "Følg op på planen", "Læs den", "Luk filen"];
    assert_eq!(story.buttons(), asked);

    let again = story.clone().chooses_mine(OwnFileChoice::AnswerAgain);
    let journey = again.session().journey().expect("it is answered again");
    assert!(journey.assessment.responses.competences.is_empty() && journey.assessment.plan.is_empty());
    assert_eq!(journey.assessment.created_at.as_deref().map(|iso| &iso[..10]), Some(TODAY));
    assert!(again.shows(Key::AnswersAgain) && !again.has_left.contains("Sætte frister"));
    let moved = again.answers(3).does(Message::StepChosen(Step::Compare));
    assert!(moved.shows(Key::CompareLeadEarlier), "{}", moved.text());

    let follows = story.clone().chooses_mine(OwnFileChoice::FollowUp);
    let journey = follows.session().journey().expect("it is gone on from");
    assert_eq!((&journey.step, journey.earlier), (&Step::Plan, 1));

    let read = story.chooses_mine(OwnFileChoice::Read);
    assert!(read.shows(Key::FileReadOnly) && !read.has_left.contains("Sætte frister"));
    assert!(read.buttons().contains(&"Fortsæt på denne fil".to_owned()));
    let story = read.chooses_mine(OwnFileChoice::GoOn { replaces: false });
    assert_eq!(story.session().journey().expect("it is gone on from").assessment.plan.len(), 1);
    assert!(story.has_left.contains("Sætte frister"));
}

#[test]
fn a_new_hire_who_answers_again_says_how_far_they_are_now() {
    let onboarding = Settings { purpose: Some(Purpose::Onboarding), ..of(Rater::Myself) };
    let file = Story::on(onboarding.clone()).begins().answers(1).saves();
    assert!(file.contains("\"stage\": \"start\""));
    let mine = |day: &str| {
        let story = Story::on(onboarding.clone()).gets(&file.replace(TODAY, day));
        story.does(Message::Incoming(Incoming::Said(Whose::Mine)))
    };
    for (day, stage) in [
        ("2026-09-15", "start"),
        ("2026-08-20", "three-months"),
        ("2026-05-01", "six-months"),
        ("2019-01-01", "twelve-months"),
    ] {
        let story = mine(day);
        assert!(story.shows(Key::StageQuestion));
        assert_eq!(story.file().expect("it is asked").stage.as_deref(), Some(stage), "{day}");
    }
    let story = mine("2026-08-20").does(Message::Incoming(Incoming::StageChosen(Some("six-months".into()))));
    let story = story.does(Message::Incoming(Incoming::StageChosen(Some("no-such-stage".into()))));
    let story = story.chooses_mine(OwnFileChoice::AnswerAgain);
    assert_eq!(story.session().journey().expect("begun").assessment.stage.as_deref(), Some("six-months"));
    let story = mine("2026-08-20").does(Message::Incoming(Incoming::StageChosen(None)));
    let story = story.chooses_mine(OwnFileChoice::AnswerAgain);
    assert_eq!(story.session().journey().expect("begun").assessment.stage, None);
}

#[test]
fn a_text_that_is_pasted_opens_like_a_file_and_stays_where_it_cannot_be() {
    let file = somebody_elses(Purpose::Development, Rater::Manager, &[SharePart::Responses]);
    let start = Story::on(of(Rater::Myself));
    assert!(start.shows(Key::PasteInstead) && start.shows(Key::PasteOpen));
    let half = start.does(Message::Incoming(Incoming::Pasted(file[..300].into())));
    let half = half.does(Message::Incoming(Incoming::PastedOpened));
    assert!(half.shows(Key::DeclinedCutShort) && *half.session().pasted == file[..300]);
    let whole = half.does(Message::Incoming(Incoming::Pasted(file.as_str().into())));
    let whole = whole.does(Message::Incoming(Incoming::PastedOpened));
    assert!(whole.file().is_some() && whole.session().pasted.is_empty());
}

// ---- the people in these stories

fn of(rater: Rater) -> Settings {
    let (language, purpose) = (Some("da".into()), Some(Purpose::Development));
    Settings { language, purpose, rater: Some(rater), role: Some("fuldmaegtig".into()), ..Settings::default() }
}

/// What somebody else shared, a week ago.
fn somebody_elses(purpose: Purpose, rater: Rater, parts: &[SharePart]) -> String {
    let settings = Settings { purpose: Some(purpose), ..of(rater) };
    let mut story = Story { moment: "2026-11-20T09:00:00.000Z".to_owned(), ..Story::on(settings) };
    story = story.begins().answers(1).does(Message::StepChosen(Step::Plan));
    for message in [
        Planning::Added(PlanFor::Nothing),
        Planning::Filled { item: 0, field: PlanField::Goal, text: SECRET.into() },
        Planning::EvidenceWritten { competence: 0, text: SECRET.into() },
    ] {
        story = story.does(Message::Planning(message));
    }
    story = story.does(Message::AreaWished { area: 0, wish: 2 }).does(Message::StepChosen(Step::Keep));
    for &tick in parts {
        story = story.does(Message::Export(Export::Ticked { tick, is_ticked: true }));
    }
    story.downloads(Export::Share).unwrap_or_else(|| story.saves())
}

/// A person at a widget.
#[derive(Clone)]
struct Story {
    state: State,
    effects: Vec<Effect>,
    /// What the browser keeps.
    stored: Vec<StoredProgress>,
    /// Everything that left the widget, one after the other.
    has_left: String,
    moment: String,
}

impl Story {
    fn on(settings: Settings) -> Self {
        let moment = format!("{TODAY}T09:00:00.000Z");
        let (stored, has_left) = (Vec::new(), String::new());
        let story = Self { state: State::default(), effects: Vec::new(), stored, has_left, moment };
        story.does(Message::SettingsChanged(settings)).does(Message::FrameworkRead(MEDARBEJDER.into()))
    }

    fn does(self, message: Message) -> Self {
        let story = self.happens(message);
        screens::assert_sound(&story.state, &story.node());
        story
    }

    /// The same without looking at what is shown.
    fn happens(mut self, message: Message) -> Self {
        let day = 20_784;
        // Each time is another, so that nobody begins at the same moment.
        self.moment.replace_range(19..23, &format!(".{:03}", (self.effects.len() + self.has_left.len()) % 1000));
        self.effects = update(&mut self.state, message, &Now::in_utc(&self.moment, day));
        for effect in &self.effects {
            match effect {
                Effect::SaveProgress(stored) => {
                    self.stored.retain(|other| other.key != stored.key);
                    self.stored.push(stored.clone());
                    self.has_left += &stored.text;
                }
                Effect::ForgetProgress { key } => self.stored.retain(|other| other.key != *key),
                Effect::HandOverProgress(Some(text)) => self.has_left += text,
                Effect::Download { text, .. } | Effect::Share(Some(text)) => self.has_left += text,
                _ => {}
            }
        }
        self
    }

    fn begins(self) -> Self {
        let story = self.does(Message::PurposeChosen(Purpose::Development)).does(Message::RaterChosen(Rater::Myself));
        story.does(Message::RoleChosen(0)).does(Message::Begun)
    }

    /// All questions but the last: the first, the third and so on with this level.
    fn answers(mut self, level: i64) -> Self {
        for place in 1..self.framework().competences.len() {
            while !matches!(self.step(), Some(Step::Question(_))) {
                self = self.does(Message::Continued);
            }
            self =
                self.does(Message::ResponseGiven(Answer::Rated(if place % 2 == 1 { level } else { (level + 2) % 5 })));
            self = self.does(Message::Continued);
        }
        self
    }

    fn has(self, kept: Kept) -> Self {
        match kept {
            Kept::Nothing => self,
            Kept::Begun => self.begins(),
            Kept::UnderWay => self.begins().answers(2),
            Kept::OnTheDevice => self.begins().answers(2).does(Message::KeepingChosen(Retention::Device)).comes_back(),
        }
    }

    fn gets(self, file: &str) -> Self {
        self.does(Message::FileOpened(file.into()))
    }

    fn gets_by(&self, way: Way, file: &str) -> Self {
        let story = Self { has_left: String::new(), ..self.clone() };
        match way {
            Way::Page => story.happens(Message::FileOpened(file.into())),
            Way::Chosen => story.happens(Message::FileChosen(file.as_bytes().into())),
            Way::Pasted => {
                let story = story.happens(Message::Incoming(Incoming::Pasted(file.into())));
                story.happens(Message::Incoming(Incoming::PastedOpened))
            }
            Way::Receipt => {
                let inside = file.replace('<', "\\u003c");
                let page = format!("<!doctype html><script id=\"rokade-assessment\">{inside}</script>");
                story.happens(Message::FileOpened(page.into()))
            }
        }
    }

    fn chooses(self, choice: OthersFileChoice) -> Self {
        self.does(Message::Incoming(Incoming::SomebodyElses(choice)))
    }

    fn chooses_mine(self, choice: OwnFileChoice) -> Self {
        self.does(Message::Incoming(Incoming::Mine(choice)))
    }

    fn chooses_first(self) -> Self {
        let first = self.others()[0].clone();
        self.chooses(first)
    }

    /// The page is opened anew in the same tab.
    fn reloads(self) -> Self {
        let (stored, settings) = (self.stored.clone(), (*self.state.settings).clone());
        let anew = Self { state: State::default(), ..self };
        let anew = anew.does(Message::SettingsChanged(settings)).does(Message::FrameworkRead(MEDARBEJDER.into()));
        anew.does(Message::ProgressFound(stored))
    }

    /// The same another time, when the tab has been closed.
    fn comes_back(mut self) -> Self {
        self.stored.retain(|stored| stored.keeping == Retention::Device);
        self.reloads()
    }

    fn saves(&self) -> String {
        self.downloads(Export::Own).expect("a file is saved")
    }

    fn downloads(&self, export: Export) -> Option<String> {
        let effects = self.clone().does(Message::Export(export)).effects;
        effects.into_iter().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text),
            _ => None,
        })
    }

    // ---- what there is to see

    fn session(&self) -> &Session {
        match &self.state.status {
            Status::Ready(session) => session,
            other => panic!("there is no framework: {other:?}"),
        }
    }

    fn framework(&self) -> &rokade::framework::Framework {
        &self.session().framework
    }

    fn step(&self) -> Option<&Step> {
        self.session().journey().map(|journey| &journey.step)
    }

    fn file(&self) -> Option<&IncomingFile> {
        match &self.session().screen {
            Screen::Incoming { file, .. } => Some(file),
            _ => None,
        }
    }

    fn question(&self) -> Option<FileQuestion> {
        self.file().map(|file| file.question.clone())
    }

    fn others(&self) -> Vec<OthersFileChoice> {
        match self.question() {
            Some(FileQuestion::OfSomebodyElses { choices, .. }) => choices,
            other => panic!("it isn't somebody else's: {other:?}"),
        }
    }

    fn focus(&self) -> Option<&FocusTarget> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::MoveFocus(target) => Some(target),
            _ => None,
        })
    }

    fn node(&self) -> Vec<screens::Piece> {
        screens::drawn(&self.state, &ReportCache::default())
    }

    fn text(&self) -> String {
        screens::text(&self.node())
    }

    fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    fn shows(&self, key: Key) -> bool {
        self.says(&self.state.wording.text(key))
    }

    /// What stands on the buttons about the file.
    fn buttons(&self) -> Vec<String> {
        let of_file = |parts: &&screens::Element| {
            matches!(&parts.act, Some(rokade::view::Act::Press(Message::Incoming(_)))) && parts.tag == "button"
        };
        let node = self.node();
        screens::elements(&node).into_iter().filter(of_file).map(screens::text_of).collect()
    }

    fn primary(&self) -> String {
        let node = self.node();
        let is_primary = |parts: &&screens::Element| screens::attribute(parts, "part") == Some("primary");
        screens::elements(&node).into_iter().find(is_primary).map(screens::text_of).expect("one is recommended")
    }
}
