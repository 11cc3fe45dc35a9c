//! `rokade report`: an assessment with its report recomputed.

use super::terminal::{Failure, Stderr, is_standard_input, name, plural, print, read_file};
use rokade::assessment::file::{self, AssessmentFile, Derived};
use rokade::assessment::migration::{Migrated, migrate, other_version};
use rokade::assessment::{Assessment, Part};
use rokade::framework::Framework;
use rokade::framework::check::check;
use rokade::json::Json;
use rokade::problem::{Problem, nearest};
use rokade::profile::ignored;
use rokade::report::{Report, says_the_same};
use std::path::Path;

pub fn run(framework_path: &Path, assessment_path: &Path, people: &mut Stderr) -> Result<(), Failure> {
    if is_standard_input(framework_path) && is_standard_input(assessment_path) {
        people.tell("the framework and the assessment can't both come from standard input");
        return Err(Failure::Unreadable);
    }
    let checked = check(&read_file(framework_path, people)?);
    let Some(framework) = checked.framework else {
        return Err(decline(framework_path, &checked.problems, people));
    };
    let opened = file::read(&read_file(assessment_path, people)?);
    let AssessmentFile { assessment, derived } =
        opened.map_err(|problems| decline(assessment_path, &problems, people))?;

    let mut tell = |line: String| people.tell(format_args!("{}: {line}", name(assessment_path)));
    let assessment = of_this_version(&framework, assessment, &mut tell)?;
    let Some(role) = framework.role(&assessment.role) else {
        let roles = framework.roles.iter().map(|role| &*role.id);
        let meant = nearest(&assessment.role, roles).map(|id| format!(", did you mean `{id}`?")).unwrap_or_default();
        tell(format!("the framework has no role `{}`{meant}", assessment.role));
        return Err(Failure::Problems);
    };
    ignored(&framework, role, &assessment).iter().for_each(|ignored| tell(ignored.to_string()));
    let report = report(&framework, role, &assessment, derived.report, &mut tell);
    let derived = Derived { report, ..derived };
    print(&file::write(&assessment, derived).to_pretty(), people)
}

fn decline(path: &Path, problems: &[Problem], people: &mut Stderr) -> Failure {
    for problem in problems {
        people.tell(format_args!("{}:{problem}", name(path)));
    }
    people.tell(format_args!("{}: {}", name(path), plural(problems.len(), "problem")));
    Failure::Problems
}

/// The assessment in the ids of this version of the framework.
fn of_this_version(
    framework: &Framework,
    assessment: Assessment,
    tell: &mut impl FnMut(String),
) -> Result<Assessment, Failure> {
    let Framework { id, version, .. } = framework;
    if assessment.framework != *id {
        tell(format!("the assessment is for the framework `{}`, and this is `{id}`", assessment.framework));
        return Err(Failure::Problems);
    }
    let Some(other) = other_version(framework, &assessment) else {
        return Ok(assessment);
    };
    tell(format!(
        "version `{other}` of the framework was answered, and this is `{version}`; meanings may have changed"
    ));
    let Migrated { assessment, conflicts } = migrate(framework, &assessment);
    conflicts.iter().for_each(|not| tell(not.to_string()));
    Ok(assessment)
}

/// The recomputed report, where the file holds answers to compute it from.
fn report(
    framework: &Framework,
    role: usize,
    assessment: &Assessment,
    own: Option<Json>,
    tell: &mut impl FnMut(String),
) -> Option<Json> {
    if !assessment.holds(Part::Responses) {
        tell("the answers are not among the file's parts, so there is no report".to_owned());
        return None;
    }
    let report = Report::of(framework, role, assessment).to_json(framework);
    if own.is_some_and(|own| !says_the_same(&own, &report)) {
        tell("the file's own report says something else; the recomputed one is printed".to_owned());
    }
    Some(report)
}
