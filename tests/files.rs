//! Files that come into the widget and leave it: what is said of those that can't be opened, and that whatever is written
//! can be read again.
#![cfg(not(target_arch = "wasm32"))]

mod screens;
mod support;

use rokade::assessment::file::{MOST_AGREEMENTS, read};
use rokade::assessment::{Answer, Assessment, Part, PlanItem, Purpose, Rater};
use rokade::framework::Framework;
use rokade::json::{LARGEST_FILE, to_compact};
use rokade::report::Report;
use rokade::state::Export;
use rokade::state::State;
use rokade::state::effect::{Effect, Event};
use rokade::state::files::file_text;
use rokade::state::journey::{AfterAnswer, Item, Question, Step};
use rokade::state::message::{Message, PlanFor, Planning};
use rokade::state::opened::{OpenError, OpenReport};
use rokade::state::progress::{self, Now};
use rokade::state::session::{Notice, Session, Status};
use rokade::state::settings::{Retention, Settings};
use rokade::state::share::SharePart;
use rokade::state::update::update;
use rokade::wording::{Plurals, Wording, Words};
use support::{GUEST, TEA};

/// A widget with a framework, and all that it told the page.
struct Widget {
    state: State,
    errors: Vec<(&'static str, String)>,
}

impl Widget {
    fn with(framework: &str) -> Self {
        let settings = Settings { language: Some("da".into()), ..Settings::default() };
        let widget = Self { state: State::default(), errors: Vec::new() };
        widget.does(Message::SettingsChanged(settings)).does(Message::FrameworkRead(framework.into()))
    }

    fn does(mut self, message: Message) -> Self {
        let now = Now::in_utc("2026-03-01T09:00:00Z", 20_000);
        for effect in update(&mut self.state, message, &now) {
            if let Effect::Emit(Event::Error { code, message }) = effect {
                self.errors.push((code, message));
            }
        }
        self
    }

    fn opens(self, file: &str) -> Self {
        let mut story = self.does(Message::FileOpened(file.into()));
        while let Some(message) = screens::next_with_mine(&story.state) {
            story = story.does(message);
        }
        story
    }

    fn chooses(self, bytes: &[u8]) -> Self {
        let mut story = self.does(Message::FileChosen(bytes.into()));
        while let Some(message) = screens::next_with_mine(&story.state) {
            story = story.does(message);
        }
        story
    }

    fn session(&self) -> &Session {
        match &self.state.status {
            Status::Ready(session) => session,
            other => panic!("the framework is read: {other:?}"),
        }
    }

    fn assessment(&self) -> &Assessment {
        &self.session().journey().unwrap().assessment
    }

    /// What the person is told of a file that was opened.
    fn report(&self) -> &OpenReport {
        match &self.session().notices[..] {
            [Notice::Opened(report)] => report,
            other => panic!("{other:?}"),
        }
    }

    fn declined(&self) -> &OpenError {
        match &self.session().notices[..] {
            [Notice::NotOpened(declined)] => declined,
            other => panic!("{other:?}"),
        }
    }
}

const ANSWERS: &str = r#"{
  "format": "rokade.assessment/1",
  "framework": {"id": "tea", "version": "1"},
  "purpose": "development", "rater": "self", "role": "host",
  "responses": {"competences": {"brew-tea": {"answer": "rated", "level": 0}}},
  "plan": [{"goal": "Øve på svære gæster", "due": "2027-01-15", "followUp": "05-01-2027"}]
}"#;

fn ansi(text: &str) -> Vec<u8> {
    text.chars().map(|letter| letter as u8).collect()
}

// ---- what the page is told

#[test]
fn the_page_hears_how_much_is_wrong_with_a_persons_file_and_where_but_not_what_stands_there() {
    let secrets = ["a colleague on sick leave", "after my leave", "1.5", "application-elsewhere"];
    let damaged = GUEST
        .replace("\"together\"", &format!("\"{}\"", secrets[0]))
        .replace("\"agreedOn\": \"2026-03-01\"", &format!("\"agreedOn\": \"{}\"", secrets[1]))
        .replace("\"level\": 2", &format!("\"level\": {}", secrets[2]));
    let widget = Widget::with(TEA).opens(&damaged);
    let told = "the assessment has 3 problems at /targets/agreedOn, /responses/competences/brew-tea/level, \
                /plan/0/responsible";
    assert_eq!(widget.errors, [("file-unreadable", told.to_owned())]);
    let other = GUEST.replace("{\"id\": \"tea\"", &format!("{{\"id\": \"{}\"", secrets[3]));
    let widget = Widget::with(TEA).opens(&other);
    assert_eq!(widget.errors, [("file-other-framework", "the assessment is for another framework".to_owned())]);
}

#[test]
fn the_page_hears_of_fifty_problems_and_how_many_more_there_are() {
    let responses: Vec<_> = (0..2_000).map(|n| format!("\"c-{n}\": 1")).collect();
    let file = ANSWERS.replace("\"brew-tea\": {\"answer\": \"rated\", \"level\": 0}", &responses.join(", "));
    let widget = Widget::with(TEA).opens(&file);
    let [(code, message)] = &widget.errors[..] else { panic!("one error is told") };
    assert_eq!(*code, "file-unreadable");
    assert_eq!(message.matches(", ").count(), 50);
    assert!(message.starts_with("the assessment has 2000 problems at /responses/competences/c-0, "), "{message}");
    assert!(message.ends_with(", /responses/competences/c-49, 1950 more"), "{message}");

    let framework = TEA.replace("\"areas\": [\n", &format!("\"areas\": [\n{}", "1,\n".repeat(1_000_000)));
    let widget = Widget::with(&framework);
    let [(code, message)] = &widget.errors[..] else { panic!("one error is told") };
    assert_eq!(*code, "framework-invalid");
    assert_eq!(message.lines().count(), 51);
    assert!(message.contains("/areas: found 1000001 entries; 0 to 50000 belong here\n"), "{message}");
    assert!(message.ends_with("/areas/48: found a number where an object belongs\n999951 more"), "{message}");
}

// ---- what the person is told

#[test]
fn a_file_of_ours_that_went_wrong_is_called_damaged_and_others_are_not() {
    let damaged = [
        ANSWERS.replace("\"self\",", "\"self\",,"),
        ANSWERS.replace("\"rater\"", "// who\n\"rater\""),
        ANSWERS.replace("\"self\"", "“self”"),
        format!("{ANSWERS}\0\0"),
        format!("{ANSWERS}\u{1a}"),
        ANSWERS.replace("\"Øve på svære gæster\"", "null"),
        ANSWERS.replace("\"level\": 0", "\"level\": \"0\""),
        ANSWERS.replace("\"purpose\": \"development\", ", ""),
        format!("[{ANSWERS}]"),
    ];
    for file in damaged {
        let widget = Widget::with(TEA).opens(&file);
        assert!(matches!(widget.declined(), OpenError::Damaged(_)), "{file}");
    }
    for file in ["", "{}", "[1]", "shopping list", "<!doctype html><title>Log in</title>", TEA] {
        let widget = Widget::with(TEA).opens(file);
        assert!(matches!(widget.declined(), OpenError::Unreadable(_)), "{file}");
    }
    let newer = ANSWERS.replace("assessment/1", "assessment/2");
    assert_eq!(*Widget::with(TEA).opens(&newer).declined(), OpenError::Newer);
}

#[test]
fn a_file_is_read_in_the_encoding_it_was_saved_in_and_guessed_letters_are_told() {
    let marked = |high_first: bool| -> Vec<u8> {
        let units = format!("\u{feff}{ANSWERS}").encode_utf16().collect::<Vec<_>>();
        units.into_iter().flat_map(|unit| if high_first { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    for (bytes, is_guessed) in [
        (ANSWERS.as_bytes().to_vec(), false),
        (format!("\u{feff}{ANSWERS}").into_bytes(), false),
        (marked(false), false),
        (marked(true), false),
        (ansi(ANSWERS), true),
    ] {
        let widget = Widget::with(TEA).chooses(&bytes);
        assert_eq!(&*widget.assessment().plan[0].goal, "Øve på svære gæster");
        assert_eq!(widget.report().letters_are_guessed, is_guessed);
    }
}

#[test]
fn a_page_that_was_saved_again_opens_however_its_elements_are_written() {
    for page in [
        format!("<!doctype html><script id=\"rokade-assessment\" type=\"application/json\">{ANSWERS}</script>"),
        format!(
            "<?xml version=\"1.0\"?><html><script type='application/json' id=\"rokade-assessment\" >{ANSWERS}</script>"
        ),
        format!("\u{feff}\n<html><body><script id=\"rokade-assessment\">{ANSWERS}</script></body></html>"),
    ] {
        let widget = Widget::with(TEA).opens(&page);
        assert_eq!(widget.assessment().responses.competences["brew-tea"].answer, Answer::Rated(0), "{page}");
    }
}

#[test]
fn what_is_no_date_is_kept_and_shown_as_it_stands() {
    let ticked = Message::Export(Export::Ticked { tick: SharePart::Plan, is_ticked: true });
    let widget = Widget::with(TEA).opens(ANSWERS).does(Message::StepChosen(Step::Keep)).does(ticked);
    let words = |day: &str, _: &str| format!("<{day}>");
    let receipt = screens::receipt(&widget.state, words, "").unwrap();
    assert!(receipt.contains("&lt;2027-01-15&gt;") && receipt.contains("05-01-2027"), "{receipt}");
    assert!(!receipt.contains("&lt;05-01-2027"), "{receipt}");
    assert_eq!(widget.assessment().plan[0].follow_up.as_deref(), Some("05-01-2027"));
    // A day that nobody can mean is none that has come.
    for (day, has_come) in [("05-01-2027", false), ("0026-01-01", false), ("2026-02-28", true), ("2026-03-02", false)] {
        let widget = Widget::with(TEA).opens(&ANSWERS.replace("05-01-2027", day));
        let journey = widget.session().journey().unwrap();
        assert_eq!(rokade::state::planning::is_followed_up(journey, 0, "2026-03-01"), has_come, "{day}");
    }
}

// ---- whatever is written can be read again

/// A framework with so many competences, as many areas, and so many of the competences practised in each area.
fn large(competences: usize, areas: usize, practised: usize) -> Framework {
    let text = |entries: Vec<String>| entries.join(",\n");
    let competence = |n| format!(r#"{{"id": "c-{n}", "title": "C", "statement": "C"}}"#);
    let level = |n| format!(r#""c-{n}": 2"#);
    let practice = |area: usize| text((0..practised).map(|n| level((area + n) % competences)).collect());
    let area = |n| {
        let practice = practice(n);
        format!(
            r#"{{"id": "a-{n}", "title": "A", "kind": "rotation", "route": "developmentPlan", "practice": {{{practice}}}}}"#
        )
    };
    let targets = text((0..competences).map(level).collect());
    let framework = format!(
        r#"{{"format": "rokade.framework/1", "id": "large", "version": "1", "languages": ["en"], "title": "L",
            "scales": [{{"id": "s", "levels": [{{"label": "0"}}, {{"label": "1"}}, {{"label": "2"}}]}}],
            "competenceScale": "s",
            "dimensions": [{{"id": "d", "title": "D", "competences": [{}]}}],
            "roles": [{{"id": "r", "title": "R", "targets": {{{targets}}}}}],
            "areas": [{}]}}"#,
        text((0..competences).map(competence).collect()),
        text((0..areas).map(area).collect()),
    );
    Framework::read(&framework).unwrap()
}

/// Everything that can be said with a framework.
fn full(framework: &Framework) -> Assessment {
    let id = |n: usize| framework.competences[n].id.clone();
    let mut assessment = Assessment::new("large".into(), "1".into(), Purpose::Development, Rater::Myself, "r".into());
    assessment.parts = Some(vec![Part::Responses, Part::Wishes, Part::Plan]);
    for n in 0..framework.competences.len() {
        assessment.responses.competences.insert(id(n), Answer::Rated(0).into());
        assessment.agreed.insert(id(n), 1);
        assessment.targets.adjusted.insert(id(n), Some(2));
        assessment.wishes.competences.insert(id(n), 2);
        assessment.evidence.insert(id(n), "An example of what happened".into());
    }
    for area in &framework.areas {
        assessment.wishes.areas.insert(area.id.clone(), 2);
        assessment.experience.push(area.id.clone());
    }
    let item = PlanItem { goal: "Better".into(), competences: vec![id(0)], ..PlanItem::default() };
    assessment.plan = vec![item; MOST_AGREEMENTS];
    assessment
}

#[test]
fn a_file_at_the_limits_is_written_so_that_it_can_be_read_again() {
    let wording = Wording::of(Words::shipped_for("da").unwrap(), &[], Plurals::ONE_OR_OTHER);
    // With a report that is too large even without space between its parts, with it, and not at all; all that a framework
    // may have.
    for (framework, has_report) in [
        (large(350, 350, 330), false),
        (large(300, 300, 150), true),
        (large(3, 3, 3), true),
        (large(5_000, 5_000, 1), true),
    ] {
        let assessment = full(&framework);
        for is_compact in [false, true] {
            let text = file_text(&framework, 0, &assessment, &wording, is_compact);
            assert!(text.len() <= LARGEST_FILE, "{}", text.len());
            let opened = read(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"));
            assert_eq!(opened.assessment, assessment);
            let size = to_compact(&Report::of(&framework, 0, &assessment).file(&framework)).len();
            assert_eq!(opened.derived.report.is_some(), has_report, "{size}");
        }
    }
}

#[test]
fn a_plan_takes_no_more_agreements_than_can_be_read_again() {
    let items = vec!["{}"; MOST_AGREEMENTS - 1].join(", ");
    let file = ANSWERS.replace("\"plan\": [", &format!("\"plan\": [{items}, "));
    let widget = Widget::with(TEA).opens(&file).does(Message::StepChosen(Step::Plan));
    assert_eq!(widget.assessment().plan.len(), MOST_AGREEMENTS);
    let widget = widget.does(Message::Planning(Planning::Added(PlanFor::Nothing)));
    assert_eq!(widget.assessment().plan.len(), MOST_AGREEMENTS);
    let file = ANSWERS.replace("\"plan\": [", &format!("\"plan\": [{items}, {{}}, "));
    let widget = Widget::with(TEA).opens(&file);
    assert_eq!(widget.errors, [("file-unreadable", "the assessment has 1 problem at /plan".to_owned())]);
}

#[test]
fn a_file_holds_no_more_ids_than_a_framework_may_have() {
    let too_many = |key: &str, most: usize, is_list: bool| {
        let ids: Vec<_> =
            (0..=most).map(|n| if is_list { format!("\"x-{n}\"") } else { format!("\"x-{n}\": 1") }).collect();
        let (open, close) = if is_list { ("[", "]") } else { ("{", "}") };
        let file = ANSWERS.replace("\"role\"", &format!("\"{key}\": {open}{}{close}, \"role\"", ids.join(",")));
        support::lines(&read(file.as_bytes()).unwrap_err())
    };
    assert_eq!(too_many("agreed", 5_000, false), ["4:56: /agreed: found 5001 competences; at most 5000 are read"]);
    assert_eq!(too_many("experience", 5_000, true), ["4:60: /experience: found 5001 areas; at most 5000 are read"]);
    assert_eq!(too_many("otherRoles", 2_000, true), ["4:60: /otherRoles: found 2001 roles; at most 2000 are read"]);
}

#[test]
fn what_the_first_version_kept_on_a_device_is_gone_on_from() {
    let kept = r#"{"format":"rokade.progress/1","day":20000,"keeping":"device","label":"AB","seenResults":true,"step":{"name":"question","competence":"choose-leaves","then":"check"},"assessment":{"format":"rokade.assessment/1","createdAt":"2026-03-01T09:00:00Z","updatedAt":"2026-03-01T09:05:00Z","generator":{"name":"rokade","version":"0.1.0"},"framework":{"id":"tea","version":"1"},"language":"en","purpose":"development","rater":"manager","role":"host","otherRoles":[],"stage":null,"targets":{"agreedOn":null,"agreedBy":null,"focus":[],"adjusted":{}},"responses":{"competences":{"brew-tea":{"answer":"rated","level":2}},"behaviours":{}},"agreed":{},"wishes":{"competences":{},"areas":{}},"experience":[],"plan":[]}}"#;
    let framework = Framework::read(TEA).unwrap();
    let progress = progress::read(&framework, kept).unwrap();
    assert_eq!((progress.keeping, &*progress.journey.label), (Retention::Device, "AB"));
    assert!(progress.journey.has_seen_results);
    let question = Question::about(Item::Competence(1), AfterAnswer::ReturnToCheck);
    assert_eq!(progress.journey.step, question);
    assert_eq!(progress.journey.assessment.responses.competences["brew-tea"].answer, Answer::Rated(2));
    assert_eq!((progress::day_of(kept), &*progress::label_of(kept)), (Some(20_000), "AB"));
    // It is kept again in the same words.
    let now = Now::in_utc("2026-03-01T09:05:00Z", 20_000);
    assert_eq!(progress::write(&framework, &progress.journey, Retention::Device, &now), kept);
    // Whatever else is wrong around the answers, they are there.
    for (from, to) in [
        ("\"device\"", "\"cloud\""),
        ("\"question\"", "\"quiz\""),
        ("\"check\"", "7"),
        ("\"label\":\"AB\"", "\"label\":[]"),
        ("\"seenResults\":true,", "\"more\":{\"a\":1},"),
        ("\"day\":20000,", ""),
    ] {
        let progress = progress::read(&framework, &kept.replace(from, to)).unwrap();
        assert_eq!(progress.journey.assessment.responses.competences["brew-tea"].answer, Answer::Rated(2));
    }
}
