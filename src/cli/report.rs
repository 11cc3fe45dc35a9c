//! `rokade report`: an assessment with its report recomputed.

use super::terminal::{Failure, Stderr, is_standard_input, print, read_file};
use super::words::Sentence;
use indexmap::IndexSet;
use rokade::assessment::file::{self, AssessmentFile, Derived};
use rokade::assessment::migration::{Migrated, migrate, other_version};
use rokade::assessment::{Assessment, Part};
use rokade::encoding::{Encoding, decode};
use rokade::framework::Framework;
use rokade::framework::check::check;
use rokade::gather::Raw;
use rokade::json::LARGEST_FILE;
use rokade::problem::{MOST_TOLD, Problems, nearest};
use rokade::profile::ignored;
use rokade::report::Report;
use rokade::wording::problems;
use std::path::Path;

pub fn run(framework_path: &Path, assessment_path: &Path, people: &mut Stderr) -> Result<(), Failure> {
    if is_standard_input(framework_path) && is_standard_input(assessment_path) {
        people.tell(&Sentence::BothFromStandardInput);
        return Err(Failure::Unreadable);
    }
    let checked = check(&read_file(framework_path, people)?);
    let Some(framework) = checked.framework else {
        return Err(decline(framework_path, &checked.problems, people));
    };
    let bytes = read_file(assessment_path, people)?;
    let (text, encoding) = decode(&bytes);
    if encoding == Encoding::Windows1252 {
        people.tell_of(assessment_path, &Sentence::LettersGuessed);
    }
    let opened = file::read(text.as_bytes());
    let AssessmentFile { assessment, derived } =
        opened.map_err(|problems| decline(assessment_path, &problems, people))?;

    let mut of_assessment = OfAssessment { path: assessment_path, people };
    let assessment = of_this_version(&framework, assessment, &mut of_assessment)?;
    let Some(role) = framework.role(&assessment.role) else {
        let meant = nearest(&assessment.role, framework.roles.iter().map(|role| &*role.id));
        of_assessment.tell(&Sentence::NoSuchRole { role: &assessment.role, meant });
        return Err(Failure::Problems);
    };
    let language = of_assessment.people.language;
    let mut ignored: IndexSet<String> =
        ignored(&framework, role, &assessment).iter().map(|ignored| problems::ignored(ignored, language)).collect();
    let others = ignored.len().saturating_sub(MOST_TOLD);
    ignored.truncate(MOST_TOLD);
    ignored.iter().for_each(|line| of_assessment.line(line));
    if others > 0 {
        of_assessment.line(&problems::more(others, language));
    }
    let Derived { notice, report: own } = derived;
    let report = report(&framework, role, &assessment, own, &mut of_assessment);
    let without = file::text(&assessment, Derived { notice: notice.clone(), report: None }, false);
    let text = file::text(&assessment, Derived { notice, report }, false);
    if text == without && assessment.holds(Part::Responses) {
        people.tell_of(assessment_path, &Sentence::ReportTooLarge);
    }
    print(&text, people)
}

/// Tells of the assessment file.
struct OfAssessment<'a> {
    path: &'a Path,
    people: &'a mut Stderr,
}

impl OfAssessment<'_> {
    fn tell(&mut self, sentence: &Sentence) {
        self.people.tell_of(self.path, sentence);
    }

    fn line(&mut self, line: &str) {
        let name = self.people.name(self.path);
        self.people.line(&format!("{name}: {line}"));
    }
}

fn decline(path: &Path, problems: &Problems, people: &mut Stderr) -> Failure {
    people.problems(path, problems);
    people.tell_of(path, &Sentence::Problems(problems.total()));
    Failure::Problems
}

/// The assessment in the ids of this version of the framework.
fn of_this_version(
    framework: &Framework,
    assessment: Assessment,
    of_assessment: &mut OfAssessment,
) -> Result<Assessment, Failure> {
    let Framework { id, version, .. } = framework;
    if assessment.framework != *id {
        of_assessment.tell(&Sentence::OtherFramework { of_assessment: &assessment.framework, own: id });
        return Err(Failure::Problems);
    }
    if let Some(answered) = other_version(framework, &assessment) {
        of_assessment.tell(&Sentence::OtherVersion { answered: &answered, own: version });
    }
    let Migrated { assessment, conflicts } = migrate(framework, &assessment);
    for conflict in conflicts {
        of_assessment.line(&problems::conflict(&conflict, of_assessment.people.language));
    }
    Ok(assessment)
}

/// The recomputed report, where the file holds answers to compute it from.
fn report(
    framework: &Framework,
    role: usize,
    assessment: &Assessment,
    own: Option<Raw>,
    of_assessment: &mut OfAssessment,
) -> Option<Raw> {
    if !assessment.holds(Part::Responses) {
        of_assessment.tell(&Sentence::NoAnswers);
        return None;
    }
    let report = Report::of(framework, role, assessment).file(framework);
    if own.is_some_and(|own| !report.is_said_by(&own)) {
        of_assessment.tell(&Sentence::ReportDiffers);
    }
    Raw::within(&report, LARGEST_FILE)
}
