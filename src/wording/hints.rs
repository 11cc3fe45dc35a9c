//! What is said of a hint: what could be better, and why. For the program and pages of their own, never in the widget.
//!
//! Knows no rule.

use super::Language;
use super::problems::{in_one_line, name};
use crate::hint::{Hint, HintKind};

/// A longer pointer is cut where it is shown.
const LONGEST_POINTER: usize = 400;

/// A hint with its place and its name, on one line.
pub fn line(hint: &Hint, language: Language) -> String {
    let Hint { pointer, line, column, kind } = hint;
    let word = match language {
        Language::Danish => "råd",
        Language::English => "hint",
    };
    let pointer = in_one_line(pointer, LONGEST_POINTER);
    format!("{line}:{column}: {pointer}: {word} [{}]: {}", kind.name(), sentence(kind, language))
}

/// What could be better, and why.
pub fn sentence(kind: &HintKind, language: Language) -> String {
    match language {
        Language::Danish => in_danish(kind),
        Language::English => in_english(kind),
    }
}

fn in_english(kind: &HintKind) -> String {
    match kind {
        HintKind::TwoClaims { joined_by } => format!(
            "the statement says two things, joined by {}; whoever does one of them can't answer, so make it two or leave one \
             out",
            name(joined_by)
        ),
        HintKind::Unobservable { begins_with } => format!(
            "the statement begins with {}, which nobody could see; say what one does instead",
            name(begins_with)
        ),
        HintKind::LongTitle { characters, most } => format!(
            "the title has {characters} characters, and beside a chart there is room for {most}; two to five words do"
        ),
        HintKind::UnpractisedTarget { role, target, practised } => format!(
            "the role {} asks for level {target}, and the areas that it can get to let one practise up to {practised}; no \
             suggestion leads all the way",
            name(role)
        ),
        HintKind::ClosedArea => {
            "whoever is just at the targets of a role can't begin here, whatever the role, so the area \
             is never within reach; ask for less at the start, or open it to another group"
                .to_owned()
        }
        HintKind::LevelsAlike { other } => {
            format!("the level reads the same as level {other}, so nobody can choose between them")
        }
        HintKind::SmallDimension { competences, least } => format!(
            "the dimension has {competences} competence, and is summed up from {least} on; put it together with another"
        ),
        HintKind::RolesAlike { roles } => format!(
            "all {roles} roles ask for the same levels, so that it makes no difference which is chosen; keep one, or say what \
             differs"
        ),
        HintKind::NoShort { characters, most } => format!(
            "the label has {characters} characters, and charts and tables have room for {most}; add `short`, one to three \
             words"
        ),
        HintKind::OtherLanguage { language, looks_like } => {
            format!("the text should be in {} and looks like {}", name(language), name(looks_like))
        }
        HintKind::UnknownHint { name: own, meant } => {
            let ask = meant.as_ref().map(|meant| format!(", did you mean {}?", name(meant))).unwrap_or_default();
            format!("`hintsOff` settles {}, and no hint has that name{ask}", name(own))
        }
    }
}

fn in_danish(kind: &HintKind) -> String {
    match kind {
        HintKind::TwoClaims { joined_by } => format!(
            "udsagnet siger to ting, sat sammen med {}; den, der kun gør det ene, kan ikke svare, så del det i to, eller tag \
             det ene ud",
            name(joined_by)
        ),
        HintKind::Unobservable { begins_with } => {
            format!("udsagnet begynder med {}, og det kan ingen se; skriv i stedet, hvad man gør", name(begins_with))
        }
        HintKind::LongTitle { characters, most } => format!(
            "titlen er på {characters} tegn, og ved siden af et diagram er der plads til {most}; to til fem ord er nok"
        ),
        HintKind::UnpractisedTarget { role, target, practised } => format!(
            "rollen {} kræver niveau {target}, og de områder, den har adgang til, øver op til {practised}; ingen forslag fører \
             helt derhen",
            name(role)
        ),
        HintKind::ClosedArea => {
            "den, der lige præcis er på en rolles niveauer, kan ikke begynde her, uanset rollen, så \
             området bliver aldrig inden for rækkevidde; kræv mindre ved start, eller åbn det for en anden gruppe"
                .to_owned()
        }
        HintKind::LevelsAlike { other } => {
            format!("niveauet er skrevet på samme måde som niveau {other}, så ingen kan vælge mellem dem")
        }
        HintKind::SmallDimension { competences, least } => format!(
            "delen har {competences} kompetence, og den bliver først gjort op fra {least}; læg den sammen med en anden"
        ),
        HintKind::RolesAlike { roles } => format!(
            "alle {roles} roller kræver de samme niveauer, så det er lige meget, hvilken man vælger; behold en, eller skriv, \
             hvad der er forskelligt"
        ),
        HintKind::NoShort { characters, most } => format!(
            "betegnelsen er på {characters} tegn, og i diagrammer og tabeller er der plads til {most}; tilføj `short` på et \
             til tre ord"
        ),
        HintKind::OtherLanguage { language, looks_like } => {
            format!("teksten skulle være på {} og ligner {}", name(language), name(looks_like))
        }
        HintKind::UnknownHint { name: own, meant } => {
            let ask = meant.as_ref().map(|meant| format!(", mente du {}?", name(meant))).unwrap_or_default();
            format!("`hintsOff` slår {} fra, og det hedder ingen råd{ask}", name(own))
        }
    }
}
