//! The named rules that a framework file keeps: every problem is gathered, none stops the others. A file that keeps them
//! becomes a framework.
//!
//! Knows how parts of a framework refer to each other. The shape of each part is [`super::file`]'s matter: it has been
//! looked at before, and what couldn't be read is not told a second time.

use super::file::{
    self, AlignmentFile, AreaFile, BehaviourFile, CompetenceFile, DimensionFile, FORMAT, FrameworkFile,
    LEVELS_OF_A_SCALE, LevelsFile, MOST_LANGUAGES, ParametersFile, RoleFile, RouteWord, ScaleFile, ScaleLevelFile,
    SourceDocumentFile, SourcePlaceFile, StageFile,
};
use super::{
    Alignment, Area, AreaKind, Behaviour, Competence, Dimension, Focus, Framework, Id, Level, NeedStated, Parameters,
    Places, Renamed, Role, RotationRoute, Route, Scale, ScaleLevel, SourceDocument, SourcePlace, Stage,
    TaskChangeRoute, Text,
};
use crate::gather::{List, Map, Placed, check_format, gather, refuse_repeated};
use crate::json::{Json, word};
use crate::problem::{Findings, IdKind, MOST_NAMES, Many, Problem, ProblemKind, Problems, kebab, nearest};
use crate::scalar::{self, Contact, InLanguages, Localised, Reference, Texts, Words, is_id, is_language};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// At most this many of each are read.
pub const MOST_COMPETENCES: usize = 5_000;
pub const MOST_BEHAVIOURS: usize = 20_000;
pub const MOST_ROLES: usize = 2_000;
pub const MOST_AREAS: usize = 5_000;
const MOST_RENAMED: usize = 2_000;
/// All entries of `renamed` together lead to at most this many ids.
const MOST_RENAMED_TO: usize = 10_000;
/// After comparing misspelt ids with this many names no nearest one is looked for any more.
const MOST_COMPARED: usize = 20_000;

/// A rule by its name, which says what holds in a good file.
pub type Rule = (&'static str, fn(&mut Checker));

/// Lists rules under the names of the methods that look at them.
macro_rules! rules {
    ($($rule:ident,)*) => {
        &[$((stringify!($rule), |checker: &mut Checker| checker.$rule())),*]
    };
}

/// What keeps a file from being used where it doesn't hold. `tests/bad` has a file for each.
pub const RULES: &[Rule] = rules![
    every_language_is_declared_once,
    every_id_is_used_once,
    there_are_at_most_5000_competences,
    there_are_at_most_20000_behaviours,
    there_are_at_most_2000_roles,
    there_are_at_most_5000_areas,
    there_are_at_most_2000_renamed_ids,
    the_renamed_ids_lead_to_at_most_10000,
    every_text_is_there_in_every_language,
    every_scale_that_is_named_is_there,
    every_level_has_its_level_text,
    every_behaviour_names_competences,
    every_source_place_names_a_source,
    every_target_names_a_competence,
    every_weight_names_a_competence,
    every_group_of_an_area_is_the_group_of_a_role,
    every_level_of_an_area_names_a_competence,
    every_route_belongs_to_its_kind,
    every_renamed_id_leads_to_a_competence,
];

/// What the owner of a file would want to know. They are looked at in files without problems only: what they would say of
/// others may follow from those.
pub const WARNINGS: &[Rule] = rules![
    every_statement_has_its_manager_statement,
    every_role_has_targets,
    every_need_is_stated_by_someone,
    every_competence_can_be_practised,
];

/// What came of reading a framework.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Absent where a problem is an error.
    pub framework: Option<Framework>,
    /// The problems, in the order of the file.
    pub problems: Problems,
}

impl Framework {
    /// Reads a framework file; a problem that is no warning makes it unusable.
    pub fn read(text: &str) -> Result<Self, Problems> {
        let checked = check(text.as_bytes());
        checked.framework.ok_or(checked.problems)
    }
}

/// Reads a framework file and finds every problem in it.
pub fn check(bytes: &[u8]) -> Checked {
    let json = match Json::read_bytes(bytes) {
        Ok(json) => json,
        Err(error) => return Checked { framework: None, problems: Problem::of_syntax(error, bytes).into() },
    };
    let mut findings = Findings::default();
    let framework = match check_format(json, FORMAT) {
        Ok(()) => read(json, &mut findings),
        Err(problem) => {
            findings.add(problem.at, problem.kind);
            None
        }
    };
    Checked { framework, problems: findings.placed(std::str::from_utf8(bytes).unwrap_or_default()) }
}

/// The file as it stands, with the place of each part, where nothing is wrong with its shape.
#[cfg(any(not(target_arch = "wasm32"), feature = "workbook"))]
pub fn file_of(text: &str) -> Option<FrameworkFile> {
    let mut findings = Findings::default();
    let file = gather(Json::read(text).ok()?, &[scalar::TEXTS, file::NUMBERS, file::RULES], &mut findings);
    (findings.total() == 0).then_some(file)
}

fn read(json: Json, findings: &mut Findings) -> Option<Framework> {
    refuse_repeated(json, findings);
    let file: FrameworkFile = gather(json, &[scalar::TEXTS, file::NUMBERS, file::RULES], findings);
    let mut checker = Checker::of(&file, findings);
    RULES.iter().for_each(|(_, rule)| rule(&mut checker));
    if checker.findings.total() > 0 {
        return None;
    }
    WARNINGS.iter().for_each(|(_, rule)| rule(&mut checker));
    Some(checker.framework())
}

/// What the rules look things up in, and where they put problems down.
pub struct Checker<'f> {
    file: &'f FrameworkFile,
    findings: &'f mut Findings,
    /// Those that are declared as they should be; empty where the file's languages can't be told.
    languages: Rc<[Rc<str>]>,
    tables: BTreeMap<IdKind, IdTable<'f>>,
    /// Of each competence, the scale that its levels stand on; `None` where it can't be told.
    scales: Vec<Option<&'f ScaleFile>>,
    /// How many names misspelt ids have been compared with.
    compared: usize,
}

/// Ids of one kind of thing, with the place of each.
#[derive(Default)]
struct IdTable<'f> {
    places: BTreeMap<&'f str, usize>,
    /// In the order of the file, for the nearest name.
    order: Vec<&'f str>,
    /// What stood where an id belongs and is none, and the ids it would make. It has been put down, so pointing at it
    /// isn't.
    misnamed: BTreeMap<Rc<str>, usize>,
    /// Whether something of this kind couldn't be read: what isn't found may be meant to point at it.
    is_incomplete: bool,
}

impl<'f> IdTable<'f> {
    fn of(ids: impl IntoIterator<Item = &'f Placed<scalar::Id>>) -> Self {
        let mut table = Self::default();
        for (place, id) in ids.into_iter().enumerate() {
            table.add(id, place);
        }
        table
    }

    fn add(&mut self, id: &'f Placed<scalar::Id>, place: usize) {
        if id.is_unread() {
            self.is_incomplete = true;
        } else if is_id(id) {
            self.places.entry(id).or_insert(place);
            self.order.push(id);
        } else {
            self.misnamed.insert(kebab(id).into(), place);
            self.misnamed.insert(id.text(), place);
        }
    }
}

impl FrameworkFile {
    fn dimensions(&self) -> &[DimensionFile] {
        &self.dimensions
    }

    fn competences(&self) -> impl Iterator<Item = &Placed<CompetenceFile>> {
        self.dimensions().iter().flat_map(|dimension| dimension.competences.iter())
    }

    fn behaviours(&self) -> impl Iterator<Item = &Placed<BehaviourFile>> {
        self.dimensions().iter().flat_map(|dimension| optional(&dimension.behaviours))
    }

    fn roles(&self) -> &[Placed<RoleFile>] {
        &self.roles
    }

    fn areas(&self) -> &[Placed<AreaFile>] {
        optional(&self.areas)
    }

    fn sources(&self) -> &[SourceDocumentFile] {
        self.sources.as_ref().map_or(&[], |sources| sources)
    }

    /// Every text that stands in each language. Taken apart field by field, so that no new one is forgotten.
    fn texts(&self) -> Vec<Said<'_>> {
        let Self { title, summary, scales, dimensions, roles, areas, .. } = self;
        let mut texts = SaidTexts::default();
        texts.add(title).add_if(summary);
        for ScaleFile { id: _, levels } in scales.iter() {
            for level in levels.iter() {
                let ScaleLevelFile { label, short, description, manager_label, manager_description } = level;
                texts.add(label).add_if(short).add_if(description).add_if(manager_label).add_if(manager_description);
            }
        }
        for DimensionFile { id: _, title, summary, competences, behaviours } in dimensions.iter() {
            texts.add(title).add_if(summary);
            for competence in competences.iter() {
                let CompetenceFile {
                    id: _,
                    title,
                    statement,
                    manager_statement,
                    scale: _,
                    level_texts,
                    manager_level_texts,
                    source: _,
                    alignments: _,
                } = &**competence;
                texts.add(title).add(statement).add_if(manager_statement);
                level_texts.iter().chain(manager_level_texts).flat_map(|list| list.iter()).for_each(|text| {
                    texts.add(text);
                });
            }
            for behaviour in optional(behaviours) {
                let BehaviourFile { id: _, statement, manager_statement, competences: _, source: _ } = &**behaviour;
                texts.add(statement).add_if(manager_statement);
            }
        }
        for role in roles.iter() {
            let RoleFile { id: _, title, summary, group: _, basis: _, targets: _, weights: _, focus: _, stages } =
                &**role;
            texts.add(title).add_if(summary);
            for StageFile { id: _, title, months: _, lower_by: _ } in optional(stages) {
                texts.add(title);
            }
        }
        for area in optional(areas) {
            let AreaFile {
                id: _,
                title,
                summary,
                kind: _,
                route: _,
                groups: _,
                after_months: _,
                unit,
                entry: _,
                practice: _,
                need: _,
                need_stated: _,
                basis: _,
            } = &**area;
            texts.add(title).add_if(summary).add_if(unit);
        }
        texts.0
    }
}

/// What is said at one place: one text, or one for each of these languages.
struct Said<'f> {
    at: u32,
    each: Option<Vec<&'f Placed<Rc<str>>>>,
}

#[derive(Default)]
struct SaidTexts<'f>(Vec<Said<'f>>);

impl<'f> SaidTexts<'f> {
    fn add<T>(&mut self, texts: &'f Placed<Texts<T>>) -> &mut Self {
        let each = match &texts.value {
            // What is wrong with it has been said.
            Texts::One(_) if !texts.is_sound => return self,
            Texts::One(_) => None,
            Texts::Each(texts) => Some(texts.entries.iter().map(|(language, _)| language).collect()),
        };
        self.0.push(Said { at: texts.at, each });
        self
    }

    fn add_if<T>(&mut self, texts: &'f Option<Placed<Texts<T>>>) -> &mut Self {
        texts.iter().for_each(|texts| {
            self.add(texts);
        });
        self
    }
}

/// The entries of a list that may be left out.
fn optional<T>(list: &Option<List<T>>) -> &[T] {
    list.as_ref().map_or(&[], |list| list)
}

impl<'f> Checker<'f> {
    fn of(file: &'f FrameworkFile, findings: &'f mut Findings) -> Self {
        use IdKind::{Area, Behaviour, Competence, Dimension, Group, Role, Scale, Source};
        let mut tables = BTreeMap::from([
            (Source, IdTable::of(file.sources().iter().map(|source| &source.id))),
            (Scale, IdTable::of(file.scales.iter().map(|scale| &scale.id))),
            (Dimension, IdTable::of(file.dimensions().iter().map(|dimension| &dimension.id))),
            (Competence, IdTable::of(file.competences().map(|competence| &competence.id))),
            (Behaviour, IdTable::of(file.behaviours().map(|behaviour| &behaviour.id))),
            (Role, IdTable::of(file.roles().iter().map(|role| &role.id))),
            (Group, IdTable::of(file.roles().iter().filter_map(|role| role.group.as_ref()))),
            (Area, IdTable::of(file.areas().iter().map(|area| &area.id))),
        ]);
        // A list that is absent or empty where it has to hold something has been put down.
        let lacks = [
            (Source, file.sources.as_ref().is_some_and(Placed::is_unread) || findings.has_misspelt("sources")),
            (Scale, file.scales.is_empty()),
            (
                Competence,
                file.dimensions().is_empty()
                    || file.dimensions().iter().any(|dimension| dimension.competences.is_empty()),
            ),
            (Group, file.roles().is_empty() || tables[&Role].is_incomplete || findings.has_misspelt("group")),
        ];
        for (kind, lacks) in lacks {
            tables.entry(kind).or_default().is_incomplete |= lacks;
        }
        let tags = file.languages.iter().filter(|tag| is_language(tag));
        let mut languages: Vec<Rc<str>> = Vec::new();
        for tag in tags.take(MOST_LANGUAGES) {
            if languages.iter().all(|language| !language.eq_ignore_ascii_case(tag)) {
                languages.push(tag.text());
            }
        }
        if file.languages.count > MOST_LANGUAGES {
            languages.clear();
        }
        let mut checker = Self { file, findings, languages: languages.into(), tables, scales: Vec::new(), compared: 0 };
        checker.scales = file.competences().map(|competence| checker.scale_of(competence)).collect();
        checker
    }

    /// The scale that a competence is rated on, where it can be told.
    fn scale_of(&self, competence: &CompetenceFile) -> Option<&'f ScaleFile> {
        let name = competence.scale.as_ref().unwrap_or(&self.file.competence_scale);
        let scale = self.file.scales.get(self.place(IdKind::Scale, name)?)?;
        LEVELS_OF_A_SCALE.contains(&scale.levels.count).then_some(scale)
    }

    fn place(&self, kind: IdKind, id: &str) -> Option<usize> {
        self.tables.get(&kind)?.places.get(id).copied()
    }

    /// The place of what an id points at. Where nothing is there, that is put down.
    fn look_up(&mut self, kind: IdKind, id: &Placed<Reference>) -> Option<usize> {
        if id.is_unread() {
            return None;
        }
        let place = self.place(kind, id);
        let table = self.tables.entry(kind).or_default();
        if place.is_none() && !table.is_incomplete && !table.misnamed.contains_key(&***id) {
            let may_look = self.findings.may_look() && self.compared < MOST_COMPARED;
            let candidates = if may_look { &table.order[..] } else { &[] };
            let meant = nearest(id, candidates.iter().copied()).map(Rc::from);
            self.compared += candidates.len();
            self.findings.add(id.at, ProblemKind::UnknownId { thing: kind, id: id.text(), meant });
        }
        place
    }

    // ---- what keeps a file from being used

    fn every_language_is_declared_once(&mut self) {
        let tags = &self.file.languages;
        if tags.count > MOST_LANGUAGES {
            return;
        }
        let mut languages: Vec<&str> = Vec::new();
        for tag in tags.iter().filter(|tag| is_language(tag)) {
            if languages.iter().any(|language| language.eq_ignore_ascii_case(tag)) {
                let id = tag.text();
                self.findings.add(tag.at, ProblemKind::RepeatedId { thing: IdKind::Language, id });
            } else {
                languages.push(tag);
            }
        }
    }

    fn every_id_is_used_once(&mut self) {
        let file = self.file;
        self.used_once(IdKind::Source, file.sources().iter().map(|source| &source.id));
        self.used_once(IdKind::Scale, file.scales.iter().map(|scale| &scale.id));
        self.used_once(IdKind::Dimension, file.dimensions().iter().map(|dimension| &dimension.id));
        self.used_once(IdKind::Competence, file.competences().map(|competence| &competence.id));
        self.used_once(IdKind::Behaviour, file.behaviours().map(|behaviour| &behaviour.id));
        self.used_once(IdKind::Role, file.roles().iter().map(|role| &role.id));
        self.used_once(IdKind::Area, file.areas().iter().map(|area| &area.id));
        for role in file.roles() {
            self.used_once(IdKind::Stage, optional(&role.stages).iter().map(|stage| &stage.id));
        }
    }

    fn used_once(&mut self, thing: IdKind, ids: impl Iterator<Item = &'f Placed<scalar::Id>>) {
        let mut used = HashSet::new();
        for id in ids.filter(|id| is_id(id)) {
            if !used.insert(&***id) {
                self.findings.add(id.at, ProblemKind::RepeatedId { thing, id: id.text() });
            }
        }
    }

    fn there_are_at_most_5000_competences(&mut self) {
        let found = self.file.dimensions().iter().map(|dimension| dimension.competences.count).sum();
        let first = self.file.competences().nth(MOST_COMPETENCES);
        self.at_most(Many::Ids(IdKind::Competence), found, MOST_COMPETENCES, first.map(|competence| competence.at));
    }

    fn there_are_at_most_20000_behaviours(&mut self) {
        let lists = self.file.dimensions().iter().filter_map(|dimension| dimension.behaviours.as_ref());
        let found = lists.map(|behaviours| behaviours.count).sum();
        let first = self.file.behaviours().nth(MOST_BEHAVIOURS);
        self.at_most(Many::Ids(IdKind::Behaviour), found, MOST_BEHAVIOURS, first.map(|behaviour| behaviour.at));
    }

    fn there_are_at_most_2000_roles(&mut self) {
        let first = self.file.roles().get(MOST_ROLES).map(|role| role.at);
        self.at_most(Many::Ids(IdKind::Role), self.file.roles.count, MOST_ROLES, first);
    }

    fn there_are_at_most_5000_areas(&mut self) {
        let found = self.file.areas.as_ref().map_or(0, |areas| areas.count);
        let first = self.file.areas().get(MOST_AREAS).map(|area| area.at);
        self.at_most(Many::Ids(IdKind::Area), found, MOST_AREAS, first);
    }

    fn there_are_at_most_2000_renamed_ids(&mut self) {
        let found = self.file.renamed.as_ref().map_or(0, |renamed| renamed.count);
        let first = optional(&self.file.renamed).get(MOST_RENAMED).map(|entry| entry.at);
        self.at_most(Many::Renamed, found, MOST_RENAMED, first);
    }

    /// An entry leads to what the entries after it make of its ids, so that a few of them can lead to very many.
    fn the_renamed_ids_lead_to_at_most_10000(&mut self) {
        let entries = optional(&self.file.renamed).get(..MOST_RENAMED).unwrap_or(optional(&self.file.renamed));
        let mut led_to: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut total = 0;
        for entry in entries.iter().rev() {
            let to: BTreeSet<&str> = entry.to.iter().map(|to| &***to).collect();
            let mut led = BTreeSet::new();
            for id in to {
                match led_to.get(id) {
                    Some(ids) => led.extend(ids),
                    None => {
                        led.insert(id);
                    }
                }
            }
            total += led.len();
            if total > MOST_RENAMED_TO {
                return self.findings.add(entry.at, ProblemKind::RenamedTooFar { most: MOST_RENAMED_TO });
            }
            led_to.insert(&**entry.from, led);
        }
    }

    /// `first` is where the first too many stands.
    fn at_most(&mut self, what: Many, found: usize, most: usize, first: Option<u32>) {
        if let Some(at) = first {
            self.findings.add(at, ProblemKind::TooMany { what, found, most });
        }
    }

    /// Every text stands in every declared language and in no other.
    fn every_text_is_there_in_every_language(&mut self) {
        let languages = self.languages.clone();
        for Said { at, each } in self.file.texts() {
            let Some(each) = each else {
                if languages.len() > 1 {
                    self.findings.add(at, ProblemKind::OneTextForSeveralLanguages { languages: languages.clone() });
                }
                continue;
            };
            let is_missing = |language: &&Rc<str>| each.iter().all(|own| own.value != **language);
            let mut missing: Vec<_> = languages.iter().filter(is_missing).cloned().collect();
            for language in each {
                if self.file.languages.is_sound && !languages.contains(language) {
                    // A language that stands there under a misspelt tag is not missing as well.
                    let meant = self.findings.meant(language, missing.iter().map(|language| &**language));
                    missing.retain(|language| meant.as_ref() != Some(language));
                    let kind = ProblemKind::UndeclaredLanguage { language: language.value.clone(), meant };
                    self.findings.add(language.at, kind);
                }
            }
            if !missing.is_empty() {
                let others = missing.len().saturating_sub(MOST_NAMES);
                missing.truncate(MOST_NAMES);
                self.findings.add(at, ProblemKind::MissingLanguage { languages: missing, others });
            }
        }
    }

    fn every_scale_that_is_named_is_there(&mut self) {
        let file = self.file;
        self.look_up(IdKind::Scale, &file.competence_scale);
        let scales = file.competences().filter_map(|competence| competence.scale.as_ref());
        for scale in file.behaviour_scale.iter().chain(scales) {
            self.look_up(IdKind::Scale, scale);
        }
    }

    fn every_level_has_its_level_text(&mut self) {
        for (competence, scale) in self.file.competences().zip(&self.scales) {
            let Some(ScaleFile { id, levels }) = scale else { continue };
            let levels = levels.count;
            let lists = competence.level_texts.iter().chain(&competence.manager_level_texts);
            for texts in lists.filter(|texts| texts.is_sound && texts.count != levels) {
                let kind = ProblemKind::LevelTexts { found: texts.count, levels, scale: id.text() };
                self.findings.add(texts.at, kind);
            }
        }
    }

    fn every_behaviour_names_competences(&mut self) {
        for competence in self.file.behaviours().flat_map(|behaviour| optional(&behaviour.competences)) {
            self.look_up(IdKind::Competence, competence);
        }
    }

    fn every_source_place_names_a_source(&mut self) {
        let of_competences = self.file.competences().filter_map(|competence| competence.source.as_ref());
        let of_behaviours = self.file.behaviours().filter_map(|behaviour| behaviour.source.as_ref());
        for SourcePlaceFile { document, .. } in of_competences.chain(of_behaviours) {
            self.look_up(IdKind::Source, document);
        }
    }

    fn every_target_names_a_competence(&mut self) {
        for role in self.file.roles() {
            self.levels_stand_on_scales(&role.targets);
        }
    }

    fn every_weight_names_a_competence(&mut self) {
        for (competence, _) in self.file.roles().iter().flat_map(|role| entries(&role.weights)) {
            self.look_up(IdKind::Competence, competence);
        }
    }

    fn every_level_of_an_area_names_a_competence(&mut self) {
        for area in self.file.areas() {
            area.entry.iter().chain(&area.practice).for_each(|levels| self.levels_stand_on_scales(levels));
        }
    }

    /// Every level by competence id names a competence and stands on that competence's scale.
    fn levels_stand_on_scales(&mut self, levels: &'f LevelsFile) {
        for (competence, level) in &levels.entries {
            let place = self.look_up(IdKind::Competence, competence);
            // What is no level has been told.
            let Some(place) = place.filter(|_| level.is_sound) else { continue };
            let number = level.0;
            let scale = self.scales.get(place).copied().flatten();
            let highest = scale.map_or(10, |scale| scale.levels.count as i64 - 1);
            if (0..=highest).contains(&number) {
                continue;
            }
            self.findings.add(
                level.at,
                match scale {
                    Some(scale) => {
                        let highest = highest as u8;
                        ProblemKind::LevelBeyondScale { level: number, highest, scale: scale.id.text() }
                    }
                    None => ProblemKind::OutOfRange { found: number.to_string().into(), least: 0, most: 10 },
                },
            );
        }
    }

    fn every_group_of_an_area_is_the_group_of_a_role(&mut self) {
        for group in self.file.areas().iter().flat_map(|area| optional(&area.groups)) {
            self.look_up(IdKind::Group, group);
        }
    }

    fn every_route_belongs_to_its_kind(&mut self) {
        for area in self.file.areas() {
            let AreaFile { kind, route, .. } = &**area;
            let is_known = kind.is_sound && route.is_sound;
            if is_known && Route::of(**kind, **route).is_none() {
                let routes = RouteWord::ALL.into_iter().filter(|route| Route::of(**kind, *route).is_some());
                let routes = routes.map(|route| word(&route)).collect();
                let kind = ProblemKind::RouteOfOtherKind { route: word(&**route), kind: word(&**kind), routes };
                self.findings.add(route.at, kind);
            }
        }
    }

    /// What an id became is a competence of this framework, or is renamed again further down.
    fn every_renamed_id_leads_to_a_competence(&mut self) {
        let entries = optional(&self.file.renamed);
        // Of each id, the last entry that renames it.
        let last: BTreeMap<&str, usize> =
            entries.iter().enumerate().map(|(place, entry)| (&**entry.from, place)).collect();
        for (place, entry) in entries.iter().enumerate() {
            for to in entry.to.iter() {
                if last.get(&***to).is_none_or(|last| *last <= place) {
                    self.look_up(IdKind::Competence, to);
                }
            }
        }
    }

    // ---- what the owner would want to know

    /// A statement has a manager's wording where others of its kind have one.
    fn every_statement_has_its_manager_statement(&mut self) {
        let file = self.file;
        if file.competences().any(|competence| competence.manager_statement.is_some()) {
            for competence in file.competences().filter(|competence| competence.manager_statement.is_none()) {
                let id = competence.id.text();
                let kind = ProblemKind::NoManagerStatement { thing: IdKind::Competence, id };
                self.findings.add(competence.at, kind);
            }
        }
        if file.behaviours().any(|behaviour| behaviour.manager_statement.is_some()) {
            for behaviour in file.behaviours().filter(|behaviour| behaviour.manager_statement.is_none()) {
                let kind = ProblemKind::NoManagerStatement { thing: IdKind::Behaviour, id: behaviour.id.text() };
                self.findings.add(behaviour.at, kind);
            }
        }
    }

    fn every_role_has_targets(&mut self) {
        for role in self.file.roles().iter().filter(|role| role.targets.entries.is_empty()) {
            self.findings.add(role.targets.at, ProblemKind::NoTargets { role: role.id.text() });
        }
    }

    fn every_need_is_stated_by_someone(&mut self) {
        for area in self.file.areas().iter().filter(|area| area.need_stated.is_none()) {
            if let Some(need) = area.need.as_ref().filter(|need| need.0 > 0) {
                self.findings.add(need.at, ProblemKind::NeedWithoutStatement);
            }
        }
    }

    /// Every competence can be practised in some area, in a framework that has areas.
    fn every_competence_can_be_practised(&mut self) {
        let levels = self.file.areas().iter().flat_map(|area| entries(&area.practice));
        let practised: HashSet<&str> =
            levels.filter(|(_, level)| level.0 > 0).map(|(competence, _)| &***competence).collect();
        if self.file.areas().is_empty() {
            return;
        }
        for competence in self.file.competences().filter(|competence| !practised.contains(&**competence.id)) {
            let kind = ProblemKind::PractisedNowhere { competence: competence.id.text() };
            self.findings.add(competence.at, kind);
        }
    }

    // ---- the framework of a file that keeps the rules

    fn framework(&self) -> Framework {
        let file = self.file;
        let scale = |name: &Placed<Reference>| self.place(IdKind::Scale, name).unwrap_or_default();
        let usual_scale = scale(&file.competence_scale);
        let (mut competences, mut behaviours, mut dimensions) = (Vec::new(), Vec::new(), Vec::new());
        for (place, dimension) in file.dimensions().iter().enumerate() {
            let (first_competence, first_behaviour) = (competences.len(), behaviours.len());
            competences.extend(dimension.competences.iter().map(|competence| Competence {
                id: id(&competence.id),
                dimension: place,
                title: self.text(&competence.title),
                statement: self.text(&competence.statement),
                manager_statement: self.text_if(&competence.manager_statement),
                scale: competence.scale.as_ref().map_or(usual_scale, scale),
                level_texts: self.texts(&competence.level_texts),
                manager_level_texts: self.texts(&competence.manager_level_texts),
                source: self.source_place(&competence.source),
                alignments: optional(&competence.alignments).iter().map(alignment).collect(),
            }));
            behaviours.extend(optional(&dimension.behaviours).iter().map(|behaviour| Behaviour {
                id: id(&behaviour.id),
                dimension: place,
                statement: self.text(&behaviour.statement),
                manager_statement: self.text_if(&behaviour.manager_statement),
                competences: self.competences(optional(&behaviour.competences)),
                source: self.source_place(&behaviour.source),
            }));
            dimensions.push(Dimension {
                id: id(&dimension.id),
                title: self.text(&dimension.title),
                summary: self.text_if(&dimension.summary),
                competences: first_competence..competences.len(),
                behaviours: first_behaviour..behaviours.len(),
            });
        }
        Framework {
            id: id(&file.id),
            version: file.version.text(),
            languages: self.languages.to_vec(),
            title: self.text(&file.title),
            summary: self.text_if(&file.summary),
            basis: file.basis.unwrap_or_default(),
            owner: words(&file.owner),
            contact: file.contact.as_ref().map(Contact::text),
            licence: words(&file.licence),
            sources: file.sources().iter().map(source_document).collect(),
            scales: file.scales.iter().map(|scale| self.scale(scale)).collect(),
            behaviour_scale: file.behaviour_scale.as_ref().map_or(usual_scale, scale),
            dimensions,
            competences,
            behaviours,
            roles: file.roles().iter().map(|role| self.role(role)).collect(),
            areas: file.areas().iter().map(|area| self.area(area)).collect(),
            parameters: parameters(file.parameters.as_ref()),
            renamed: optional(&file.renamed)
                .iter()
                .map(|entry| Renamed { from: id(&entry.from), to: entry.to.iter().map(reference).collect() })
                .collect(),
            places: Places {
                dimensions: self.places(IdKind::Dimension),
                competences: self.places(IdKind::Competence),
                behaviours: self.places(IdKind::Behaviour),
                roles: self.places(IdKind::Role),
                areas: self.places(IdKind::Area),
            },
        }
    }

    fn places(&self, kind: IdKind) -> HashMap<Id, usize> {
        self.tables[&kind].places.iter().map(|(id, place)| ((*id).into(), *place)).collect()
    }

    fn text<T: InLanguages>(&self, texts: &Placed<Texts<T>>) -> Text {
        Text(match &texts.value {
            Texts::One(text) => vec![text.said()],
            Texts::Each(texts) => {
                let said = |language: &Rc<str>| texts.entries.iter().find(|(own, _)| own.value == *language);
                self.languages.iter().filter_map(said).map(|(_, text)| text.said()).collect()
            }
        })
    }

    fn text_if<T: InLanguages>(&self, texts: &Option<Placed<Texts<T>>>) -> Option<Text> {
        texts.as_ref().map(|texts| self.text(texts))
    }

    fn texts(&self, list: &Option<Placed<List<Localised>>>) -> Vec<Text> {
        list.iter().flat_map(|list| list.iter()).map(|texts| self.text(texts)).collect()
    }

    fn scale(&self, scale: &ScaleFile) -> Scale {
        let level = |level: &ScaleLevelFile| ScaleLevel {
            label: self.text(&level.label),
            short: self.text_if(&level.short),
            description: self.text_if(&level.description),
            manager_label: self.text_if(&level.manager_label),
            manager_description: self.text_if(&level.manager_description),
        };
        Scale { id: id(&scale.id), levels: scale.levels.iter().map(level).collect() }
    }

    /// The places of these competences, each once and in framework order.
    fn competences(&self, ids: &[Placed<Reference>]) -> Vec<usize> {
        let mut places: Vec<_> = ids.iter().filter_map(|id| self.place(IdKind::Competence, id)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    fn source_place(&self, source: &Option<SourcePlaceFile>) -> Option<SourcePlace> {
        let SourcePlaceFile { document, section, item } = source.as_ref()?;
        let document = self.place(IdKind::Source, document)?;
        Some(SourcePlace { document, section: words(section), item: item.as_ref().map(|item| item.0 as u16) })
    }

    fn role(&self, role: &RoleFile) -> Role {
        let mut targets = vec![None; self.scales.len()];
        for (place, level) in self.levels(&role.targets) {
            targets[place] = Some(level);
        }
        let mut weights = vec![1; self.scales.len()];
        for (competence, weight) in entries(&role.weights) {
            if let Some(place) = self.place(IdKind::Competence, competence) {
                weights[place] = weight.0 as u8;
            }
        }
        Role {
            id: id(&role.id),
            title: self.text(&role.title),
            summary: self.text_if(&role.summary),
            group: role.group.as_ref().map(id),
            basis: role.basis.unwrap_or_default(),
            targets,
            weights,
            focus: role
                .focus
                .as_ref()
                .map(|focus| Focus { raise: focus.raise.0 as u8, at_most: focus.at_most.0 as u8 }),
            stages: optional(&role.stages)
                .iter()
                .map(|stage| Stage {
                    id: id(&stage.id),
                    title: self.text(&stage.title),
                    months: stage.months.0 as u8,
                    lower_by: stage.lower_by.0 as u8,
                })
                .collect(),
        }
    }

    fn area(&self, area: &AreaFile) -> Area {
        let above_zero = |levels: &Option<LevelsFile>| {
            let levels = levels.iter().flat_map(|levels| self.levels(levels));
            levels.filter(|(_, level)| *level > 0).collect()
        };
        Area {
            id: id(&area.id),
            title: self.text(&area.title),
            summary: self.text_if(&area.summary),
            route: Route::of(*area.kind, *area.route).unwrap_or(Route::TaskChange(TaskChangeRoute::DevelopmentPlan)),
            groups: optional(&area.groups).iter().map(reference).collect(),
            after_months: area.after_months.map_or(0, |months| months.0 as u8),
            unit: self.text_if(&area.unit),
            entry: above_zero(&area.entry),
            practice: above_zero(&area.practice),
            need: area.need.as_ref().map_or(0, |need| need.0 as u8),
            need_stated: area
                .need_stated
                .as_ref()
                .map(|stated| NeedStated { by: stated.by.text(), on: stated.on.text() }),
            basis: area.basis.unwrap_or_default(),
        }
    }

    /// Levels by the places of their competences, in framework order.
    fn levels(&self, levels: &LevelsFile) -> Vec<(usize, Level)> {
        let place = |competence: &Placed<Reference>| self.place(IdKind::Competence, competence);
        let levels = levels.entries.iter();
        let mut levels: Vec<_> =
            levels.filter_map(|(competence, level)| Some((place(competence)?, level.0 as Level))).collect();
        levels.sort_unstable();
        levels
    }
}

impl RouteWord {
    const ALL: [Self; 4] =
        [Self::ManagerAllocation, Self::MobilityScheme, Self::InternalPosting, Self::DevelopmentPlan];
}

impl Route {
    /// The route of this name, where it leads to areas of this kind.
    fn of(kind: AreaKind, route: RouteWord) -> Option<Self> {
        Some(match (kind, route) {
            (AreaKind::TaskChange, RouteWord::ManagerAllocation) => {
                Self::TaskChange(TaskChangeRoute::ManagerAllocation)
            }
            (AreaKind::TaskChange, RouteWord::DevelopmentPlan) => Self::TaskChange(TaskChangeRoute::DevelopmentPlan),
            (AreaKind::Rotation, RouteWord::MobilityScheme) => Self::Rotation(RotationRoute::MobilityScheme),
            (AreaKind::Rotation, RouteWord::InternalPosting) => Self::Rotation(RotationRoute::InternalPosting),
            (AreaKind::Rotation, RouteWord::DevelopmentPlan) => Self::Rotation(RotationRoute::DevelopmentPlan),
            _ => return None,
        })
    }
}

/// The entries of an object that may be left out.
fn entries<K, V>(map: &Option<Map<K, V>>) -> &[(Placed<K>, V)] {
    map.as_ref().map_or(&[], |map| &map.entries)
}

fn id(id: &Placed<scalar::Id>) -> Id {
    id.text()
}

fn reference(id: &Placed<Reference>) -> Id {
    id.text()
}

fn words(words: &Option<Words>) -> Option<Rc<str>> {
    words.as_ref().map(Words::text)
}

fn source_document(source: &SourceDocumentFile) -> SourceDocument {
    SourceDocument {
        id: id(&source.id),
        title: source.title.text(),
        publisher: words(&source.publisher),
        url: words(&source.url),
    }
}

fn alignment(alignment: &AlignmentFile) -> Alignment {
    Alignment { scheme: alignment.scheme.text(), uri: alignment.uri.text() }
}

/// Each parameter that is not set keeps its default.
fn parameters(file: Option<&ParametersFile>) -> Parameters {
    let usual = Parameters::default();
    let Some(ParametersFile { stretch, entry_tolerance, portfolio_size, rotations_at_most }) = file else {
        return usual;
    };
    Parameters {
        stretch: stretch.map_or(usual.stretch, |number| number.0 as u8),
        entry_tolerance: entry_tolerance.map_or(usual.entry_tolerance, |number| number.0 as u8),
        portfolio_size: portfolio_size.map_or(usual.portfolio_size, |number| number.0 as u8),
        rotations_at_most: rotations_at_most.map_or(usual.rotations_at_most, |number| number.0 as u8),
    }
}
