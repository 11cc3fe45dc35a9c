//! What is said of files: of what is wrong in one, and of what in an assessment doesn't count. The same sentences for the
//! terminal, for what the element shows and for its events.
//!
//! A language is a file with one `match` for each of these, so that a new kind of problem asks for its sentence in every
//! language. Whatever comes from a file stands on one line, cut where it is long, and can't command a terminal. Knows
//! no rule and no screen.

mod shown;

pub mod danish;
pub mod english;

use super::{LONGEST, Language, WordsProblem};
use crate::assessment::migration::Conflict;
use crate::problem::{Problem, ProblemKind, Problems, Severity};
use crate::profile::Ignored;
use shown::listed;

pub use shown::{in_one_line, name};

/// A longer pointer is cut where it is shown.
const LONGEST_POINTER: usize = 400;

/// A problem with its place, on one line.
pub fn line(problem: &Problem, language: Language) -> String {
    let Problem { severity, pointer, line, column, kind } = problem;
    let mut told = format!("{line}:{column}: ");
    if !pointer.is_empty() {
        told += &in_one_line(pointer, LONGEST_POINTER);
        told += ": ";
    }
    if *severity == Severity::Warning {
        told += match language {
            Language::Danish => "advarsel: ",
            Language::English => "warning: ",
        };
    }
    told + &sentence(kind, language)
}

/// What is wrong, and what would be right.
pub fn sentence(kind: &ProblemKind, language: Language) -> String {
    match language {
        Language::Danish => danish::sentence(kind),
        Language::English => english::sentence(kind),
    }
}

/// What doesn't count, and why.
pub fn ignored(ignored: &Ignored, language: Language) -> String {
    match language {
        Language::Danish => danish::ignored(ignored),
        Language::English => english::ignored(ignored),
    }
}

/// What could not be carried over to another version.
pub fn conflict(conflict: &Conflict, language: Language) -> String {
    match language {
        Language::Danish => danish::conflict(conflict),
        Language::English => english::conflict(conflict),
    }
}

/// Names in backticks, in a sentence of this language; very many are counted.
pub fn names<T: AsRef<str>>(names: &[T], language: Language) -> String {
    match language {
        Language::Danish => listed(names, 0, "og", danish::more),
        Language::English => listed(names, 0, "and", english::more),
    }
}

/// Words in backticks, one of which is right, in English.
pub fn either(words: &[&str]) -> String {
    listed(words, 0, "or", english::more)
}

/// What is wrong with single texts of a page's own words, one to a line, in English: their author reads the guides.
pub fn of_words(found: &[WordsProblem]) -> String {
    let line = |problem: &WordsProblem| match problem {
        WordsProblem::Lacking(text) => format!("{} is missing", name(text)),
        WordsProblem::Unknown { text, meant: None } => format!("{} is no text of the widget", name(text)),
        WordsProblem::Unknown { text, meant: Some(meant) } => {
            format!("{} is no text of the widget; is {} meant?", name(text), name(meant))
        }
        WordsProblem::Empty(text) => format!("{} says nothing", name(text)),
        WordsProblem::TooLong(text) => format!("{} has more than {LONGEST} characters", name(text)),
        WordsProblem::UnknownName { text, filled } => {
            format!("{} has {{{{{filled}}}}}, which nothing is filled in for", name(text))
        }
        WordsProblem::LacksName { text, filled } => format!("{} lacks {{{{{filled}}}}}", name(text)),
    };
    let mut lines: Vec<_> = found.iter().take(MOST_IN_EVENT).map(line).collect();
    lines.extend((found.len() > lines.len()).then(|| english::more(found.len() - lines.len())));
    lines.join("\n")
}

/// How many problems an event tells at most.
pub const MOST_IN_EVENT: usize = 50;

/// The problems of a framework for its page's author, a line each; very many are counted.
pub fn lines(problems: &Problems, language: Language) -> String {
    let mut lines: Vec<_> = problems.iter().take(MOST_IN_EVENT).map(|problem| line(problem, language)).collect();
    let others = problems.total() - lines.len();
    if others > 0 {
        lines.push(more(others, language));
    }
    lines.join("\n")
}

/// How many problems a person's file has and where, for the page's author: nothing of what the person wrote.
pub fn places(problems: &Problems) -> String {
    let place = |problem: &Problem| match &*problem.pointer {
        "" => format!("{}:{}", problem.line, problem.column),
        pointer => in_one_line(pointer, LONGEST_POINTER),
    };
    let mut places: Vec<_> = problems.iter().take(MOST_IN_EVENT).map(place).collect();
    let others = problems.total() - places.len();
    if others > 0 {
        places.push(english::more(others));
    }
    format!("{} at {}", english::count(problems.total(), "problem", "problems"), places.join(", "))
}

/// How many more there are than those that are told.
pub fn more(others: usize, language: Language) -> String {
    match language {
        Language::Danish => danish::more(others),
        Language::English => english::more(others),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::file;
    use crate::assessment::migration::MigratedPart;
    use crate::framework::Framework;

    const FRAMEWORK: &str = r#"{
        "format": "rokade.framework/1", "id": "f", "version": "1", "languages": ["en"], "title": "F",
        "scales": [
            {"id": "five", "levels": [{"label": "0"}, {"label": "1"}, {"label": "2"}, {"label": "3"}, {"label": "4"}]},
            {"id": "two", "levels": [{"label": "no"}, {"label": "yes"}]}
        ],
        "competenceScale": "five", "behaviourScale": "two",
        "dimensions": [{
            "id": "people", "title": "People",
            "competences": [{"id": "feedback", "title": "Feedback", "statement": "I give feedback"}],
            "behaviours": [{"id": "often", "statement": "I give it often"}]
        }],
        "roles": [
            {"id": "deputy", "title": "Deputy", "targets": {"feedback": 2}},
            {"id": "head", "title": "Head", "targets": {"feedback": 3}, "focus": {"raise": 1, "atMost": 1},
             "stages": [{"id": "first", "title": "First months", "months": 1, "lowerBy": 1}]}
        ],
        "areas": [{"id": "cases", "title": "Cases", "kind": "taskChange", "route": "developmentPlan",
                   "practice": {"feedback": 3}}]
    }"#;

    /// What is ignored of an assessment with these parts, for the role at this place, in words.
    fn words(role: usize, parts: &str) -> Vec<String> {
        let framework = Framework::read(FRAMEWORK).expect("it is a good framework");
        let file = format!(
            r#"{{"format": "rokade.assessment/1", "framework": {{"id": "f"}}, "purpose": "development",
                "rater": "self", "role": "deputy", {parts}}}"#
        );
        let assessment = file::read(file.as_bytes()).expect("it is a good assessment").assessment;
        let ignored = crate::profile::ignored(&framework, role, &assessment);
        ignored.iter().map(|ignored| super::ignored(ignored, Language::English)).collect()
    }

    #[test]
    fn what_does_not_count_is_listed_in_words() {
        let cases = [
            (r#""otherRoles": ["chef"]"#, "`chef` in `otherRoles` does not count: the framework has no such role"),
            (r#""stage": "later""#, "`later` in `stage` does not count: the role has no such stage"),
            (
                r#""targets": {"focus": ["garden"]}"#,
                "`garden` in `targets.focus` does not count: the framework has no such dimension",
            ),
            (
                r#""targets": {"adjusted": {"digging": 1}}"#,
                "`digging` in `targets.adjusted` does not count: the framework has no such competence",
            ),
            (
                r#""targets": {"adjusted": {"feedback": -1}}"#,
                "`feedback` in `targets.adjusted` does not count: its level is -1, and its scale goes from 0 to 4",
            ),
            (
                r#""responses": {"competences": {"digging": {"answer": "notRelevant"}}}"#,
                "`digging` in `responses.competences` does not count: the framework has no such competence",
            ),
            (
                r#""responses": {"competences": {"feedback": {"answer": "rated", "level": 5}}}"#,
                "`feedback` in `responses.competences` does not count: its level is 5, and its scale goes from 0 to 4",
            ),
            (
                r#""responses": {"behaviours": {"seldom": {"answer": "notObserved"}}}"#,
                "`seldom` in `responses.behaviours` does not count: the framework has no such behaviour",
            ),
            (
                r#""responses": {"behaviours": {"often": {"answer": "rated", "level": 2}}}"#,
                "`often` in `responses.behaviours` does not count: its level is 2, and its scale goes from 0 to 1",
            ),
            (
                r#""agreed": {"feedback": 9}"#,
                "`feedback` in `agreed` does not count: its level is 9, and its scale goes from 0 to 4",
            ),
            (
                r#""evidence": {"digging": "a hole"}"#,
                "`digging` in `evidence` does not count: the framework has no such competence",
            ),
            (
                r#""wishes": {"competences": {"feedback": -1}}"#,
                "`feedback` in `wishes.competences` does not count: its wish is -1, and a wish goes from 0 to 2",
            ),
            (
                r#""wishes": {"areas": {"cases": 3}}"#,
                "`cases` in `wishes.areas` does not count: its wish is 3, and a wish goes from -1 to 2",
            ),
            (r#""experience": ["garden"]"#, "`garden` in `experience` does not count: the framework has no such area"),
            (
                r#""plan": [{"competences": ["digging"]}]"#,
                "`digging` in `competences` of `plan` does not count: the framework has no such competence",
            ),
            (
                r#""plan": [{"area": "garden"}]"#,
                "`garden` in `area` of `plan` does not count: the framework has no such area",
            ),
        ];
        for (parts, expected) in cases {
            assert_eq!(words(1, parts), [expected], "{parts}");
        }
    }

    #[test]
    fn what_counts_is_not_listed() {
        let parts = r#"
            "otherRoles": ["deputy"], "stage": "first",
            "targets": {"focus": ["people"], "adjusted": {"feedback": 4}},
            "responses": {"competences": {"feedback": {"answer": "rated", "level": 4}},
                          "behaviours": {"often": {"answer": "rated", "level": 0}}},
            "agreed": {"feedback": 0}, "evidence": {"feedback": "an example"},
            "wishes": {"competences": {"feedback": 2}, "areas": {"cases": -1}},
            "experience": ["cases"], "plan": [{"competences": ["feedback"], "area": "cases"}]"#;
        assert_eq!(words(1, parts), [""; 0]);
    }

    #[test]
    fn a_focus_and_a_stage_count_only_with_a_role_that_has_them() {
        let parts = r#""stage": "first", "targets": {"focus": ["people"], "adjusted": {"feedback": null}}"#;
        assert_eq!(
            words(0, parts),
            [
                "`first` in `stage` does not count: the role has no such stage",
                "`people` in `targets.focus` does not count: the role has no focus to agree on",
            ]
        );
    }

    #[test]
    fn what_could_not_be_carried_over_is_told_in_words() {
        let part = MigratedPart::Responses;
        let told = Conflict { part, from: vec!["x".into(), "y\u{1b}".into(), "a".into()], to: "a".into() };
        assert_eq!(
            conflict(&told, Language::English),
            "`a` in `responses.competences` is left empty: `x`, `y\\u001b` and `a` became it and differ"
        );
        assert_eq!(
            conflict(&told, Language::Danish),
            "`a` i `responses.competences` er tom: `x`, `y\\u001b` og `a` blev til den og er ikke ens"
        );
    }
}
