//! The named checks that make a framework of a file: every problem is gathered, none stops the others.
//!
//! Knows how parts of a framework refer to each other. The shape of each part is [`super::file`]'s matter.

use super::file::{
    AreaFile, BehaviourFile, CompetenceFile, DimensionFile, FORMAT, FrameworkFile, LanguageTag, LevelsFile, Localised,
    LocalisedWords, MOST_LANGUAGES, ParametersFile, RoleFile, RouteWord, ScaleFile, SourceDocumentFile,
    SourcePlaceFile, check_format,
};
use super::{
    Alignment, Area, AreaKind, Behaviour, Competence, Dimension, Focus, Framework, Id, Level, NeedStated, Parameters,
    Places, Renamed, Role, RotationRoute, Route, Scale, ScaleLevel, SourceDocument, SourcePlace, Stage,
    TaskChangeRoute, Text,
};
use crate::json::{Json, Value};
use crate::problem::{Found, MOST_MEANT, MOST_NAMES, Problem, ProblemKind, Severity, Thing, kebab, nearest, placed};
use crate::shape::{Choice, Name, Placed, Reference, Several, Shape, Whole, refuse_repeated};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// At most this many of each are read.
const MOST_COMPETENCES: usize = 5_000;
const MOST_BEHAVIOURS: usize = 20_000;
const MOST_ROLES: usize = 2_000;
const MOST_AREAS: usize = 5_000;
/// After comparing misspelt ids with this many names no nearest one is looked for any more.
const MOST_COMPARED: usize = 20_000;

/// What came of reading a framework.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Absent where a problem is an error.
    pub framework: Option<Framework>,
    /// Every problem, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Framework {
    /// Reads a framework file; a problem that is no warning makes it unusable.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        let checked = check(text.as_bytes());
        checked.framework.ok_or(checked.problems)
    }
}

/// Reads a framework file and finds every problem in it. Warnings are looked for in files without errors only: what
/// gives one in a file with errors may follow from them.
pub fn check(bytes: &[u8]) -> Checked {
    let json = match Json::read_bytes(bytes) {
        Ok(json) => json,
        Err(error) => return Checked { framework: None, problems: vec![Problem::of_syntax(error, bytes)] },
    };
    let mut found = Vec::new();
    let mut framework = None;
    match check_format(&json, FORMAT) {
        Ok(()) => {
            refuse_repeated(&json, &mut found);
            let file = FrameworkFile::read(&json, &mut found);
            framework = Some(Checker::over(&json, &file, &mut found).framework(&file));
        }
        Err(problem) => found.push(problem),
    }
    let is_error = |found: &Found| found.kind.severity() == Severity::Error;
    if found.iter().any(is_error) {
        found.retain(is_error);
        framework = None;
    }
    let problems = placed(found, std::str::from_utf8(bytes).unwrap_or_default(), &json);
    Checked { framework, problems }
}

/// What the checks look things up in, and where they put problems down.
struct Checker<'a> {
    found: &'a mut Vec<Found>,
    /// Empty where the file's languages can't be told.
    languages: Rc<[Rc<str>]>,
    languages_by_tag: HashMap<Rc<str>, usize>,
    /// Whether there may be languages that couldn't be read.
    languages_are_complete: bool,
    sources: Names,
    scales: Names,
    dimensions: Names,
    competences: Names,
    behaviours: Names,
    roles: Names,
    areas: Names,
    groups: Names,
    /// Of each competence, the scale that its levels stand on: id and highest level; `None` where it can't be told.
    competence_scales: Vec<Option<(Id, Level)>>,
    competences_have_manager_statements: bool,
    behaviours_have_manager_statements: bool,
    /// How many names misspelt ids have been compared with.
    compared: usize,
    /// Whether there are no more things than are read. Otherwise lists of targets could fill the memory.
    is_within_limits: bool,
}

/// Ids of one kind of thing, with the place of each.
#[derive(Default)]
struct Names {
    places: HashMap<Id, usize>,
    /// In the order of the file, for the nearest name.
    order: Vec<Id>,
    /// What stood where an id belongs and is none, and the ids it would make. It has been put down, so pointing at it
    /// isn't.
    misnamed: HashSet<Rc<str>>,
    /// Whether something of this kind couldn't be read: what isn't found may be meant to point at it.
    is_incomplete: bool,
}

impl<'a> Checker<'a> {
    fn over(json: &Json, file: &FrameworkFile, found: &'a mut Vec<Found>) -> Self {
        let dimensions = &file.dimensions.0;
        let competences = || dimensions.iter().flat_map(|dimension| &dimension.competences.0);
        let behaviours = || dimensions.iter().flat_map(|dimension| &dimension.behaviours);
        let mut checker = Self {
            found,
            languages: Rc::new([]),
            languages_by_tag: HashMap::new(),
            languages_are_complete: false,
            sources: Names::default(),
            scales: Names::default(),
            dimensions: Names::default(),
            competences: Names::default(),
            behaviours: Names::default(),
            roles: Names::default(),
            areas: Names::default(),
            groups: Names::default(),
            competence_scales: Vec::new(),
            competences_have_manager_statements: competences().any(|part| part.manager_statement.is_some()),
            behaviours_have_manager_statements: behaviours().any(|part| part.manager_statement.is_some()),
            compared: 0,
            is_within_limits: true,
        };
        checker.languages_once(file);
        checker.sources = checker.ids_once(Thing::Source, file.sources.iter().map(|source| &source.id));
        checker.scales = checker.ids_once(Thing::Scale, file.scales.0.iter().map(|scale| &scale.id));
        checker.dimensions = checker.ids_once(Thing::Dimension, dimensions.iter().map(|part| &part.id));
        checker.competences = checker.ids_once(Thing::Competence, competences().map(|competence| &competence.id));
        checker.behaviours = checker.ids_once(Thing::Behaviour, behaviours().map(|behaviour| &behaviour.id));
        checker.roles = checker.ids_once(Thing::Role, file.roles.0.iter().map(|role| &role.id));
        checker.areas = checker.ids_once(Thing::Area, file.areas.iter().map(|area| &area.id));
        for group in file.roles.0.iter().filter_map(|role| role.group.as_ref()) {
            checker.groups.add(checker.groups.order.len(), group);
        }
        // A list that is absent or empty where it has to hold something has been put down.
        checker.sources.is_incomplete |=
            json.get("sources").is_some_and(|sources| !matches!(sources.value, Value::List(_)));
        checker.sources.is_incomplete |= checker.stood_misspelt("sources");
        checker.scales.is_incomplete |= file.scales.0.is_empty();
        checker.competences.is_incomplete |= dimensions.is_empty();
        checker.competences.is_incomplete |= dimensions.iter().any(|dimension| dimension.competences.0.is_empty());
        checker.groups.is_incomplete |= file.roles.0.is_empty() || checker.roles.is_incomplete;
        checker.groups.is_incomplete |= checker.stood_misspelt("group");

        checker.no_more_than(Thing::Competence, competences().map(|part| part.at), MOST_COMPETENCES);
        checker.no_more_than(Thing::Behaviour, behaviours().map(|part| part.at), MOST_BEHAVIOURS);
        checker.no_more_than(Thing::Role, file.roles.0.iter().map(|part| part.at), MOST_ROLES);
        checker.no_more_than(Thing::Area, file.areas.iter().map(|part| part.at), MOST_AREAS);
        checker
    }

    fn problem(&mut self, at: u32, kind: ProblemKind) {
        self.found.push(Found { at, kind });
    }

    /// Whether this key was probably meant somewhere in the file by another.
    fn stood_misspelt(&self, key: &str) -> bool {
        self.found
            .iter()
            .any(|found| matches!(found.kind, ProblemKind::UnknownKey { meant: Some(meant), .. } if meant == key))
    }

    // ---- the checks, by what holds in a good file

    /// Each language is declared once.
    fn languages_once(&mut self, file: &FrameworkFile) {
        let Placed { is_sound, part: Several(tags), .. } = &file.languages;
        self.languages_are_complete = *is_sound;
        if tags.len() > MOST_LANGUAGES {
            return;
        }
        let mut languages: Vec<Rc<str>> = Vec::new();
        for tag in tags.iter().filter(|tag| !tag.tag.is_empty()) {
            if languages.iter().any(|language| language.eq_ignore_ascii_case(&tag.tag)) {
                self.problem(tag.at, ProblemKind::RepeatedId { thing: Thing::Language, id: tag.tag.clone() });
            } else {
                self.languages_by_tag.insert(tag.tag.clone(), languages.len());
                languages.push(tag.tag.clone());
            }
        }
        self.languages = languages.into();
    }

    /// Ids of one kind of thing are unique.
    fn ids_once<'b>(&mut self, thing: Thing, ids: impl Iterator<Item = &'b Name>) -> Names {
        let mut names = Names::default();
        for (place, name) in ids.enumerate() {
            if !names.add(place, name) {
                self.problem(name.at, ProblemKind::RepeatedId { thing, id: name.id.clone() });
            }
        }
        names
    }

    /// There are no more things of a kind than are read.
    fn no_more_than(&mut self, thing: Thing, things: impl Iterator<Item = u32> + Clone, most: usize) {
        if let Some(at) = things.clone().nth(most) {
            self.is_within_limits = false;
            self.problem(at, ProblemKind::TooMany { thing, found: things.count(), most });
        }
    }

    /// Every id points at something that is there.
    fn place_of(&mut self, thing: Thing, reference: &Reference) -> Option<usize> {
        let names = match thing {
            Thing::Source => &self.sources,
            Thing::Scale => &self.scales,
            Thing::Competence => &self.competences,
            _ => &self.groups,
        };
        let id = reference.id.as_ref()?;
        let place = names.places.get(id).copied();
        if place.is_none() && !names.is_incomplete && !names.misnamed.contains(id) {
            let may_look = self.found.len() < MOST_MEANT && self.compared < MOST_COMPARED;
            let candidates = if may_look { &names.order[..] } else { &[] };
            let meant = nearest(id, candidates.iter()).cloned();
            self.compared += candidates.len();
            self.problem(reference.at, ProblemKind::UnknownId { thing, id: id.clone(), meant });
        }
        place
    }

    /// Every text stands in every declared language and in no other.
    fn text(&mut self, localised: &Localised) -> Text {
        match &localised.words {
            LocalisedWords::Unreadable => Text::default(),
            LocalisedWords::One(text) => {
                if self.languages.len() > 1 {
                    let languages = self.languages.clone();
                    self.problem(localised.at, ProblemKind::OneTextForSeveralLanguages { languages });
                }
                Text(vec![text.clone()])
            }
            LocalisedWords::Each(texts) => self.text_in_each_language(localised.at, texts),
        }
    }

    fn text_in_each_language(&mut self, at: u32, texts: &[(LanguageTag, Rc<str>)]) -> Text {
        let mut each = vec![None; self.languages.len()];
        let mut undeclared = Vec::new();
        for (tag, text) in texts {
            match self.languages_by_tag.get(&tag.tag) {
                Some(place) => each[*place] = Some(text.clone()),
                None => undeclared.push(tag),
            }
        }
        let missing = each.iter().zip(&*self.languages).filter(|(text, _)| text.is_none());
        let mut missing: Vec<_> = missing.map(|(_, language)| language.clone()).collect();
        if !self.languages_are_complete {
            undeclared.clear();
        }
        for tag in undeclared {
            // A language that stands there under a misspelt tag is not missing as well.
            let candidates = if self.found.len() < MOST_MEANT { &missing[..] } else { &[] };
            let meant = nearest(&tag.tag, candidates.iter()).cloned();
            missing.retain(|language| Some(language) != meant.as_ref());
            self.problem(tag.at, ProblemKind::UndeclaredLanguage { language: tag.tag.clone(), meant });
        }
        if !missing.is_empty() {
            let others = missing.len().saturating_sub(MOST_NAMES);
            missing.truncate(MOST_NAMES);
            self.problem(at, ProblemKind::MissingLanguage { languages: missing, others });
        }
        Text(each.into_iter().flatten().collect())
    }

    fn text_if(&mut self, localised: &Option<Localised>) -> Option<Text> {
        localised.as_ref().map(|localised| self.text(localised))
    }

    /// Every level by competence id names a competence and stands on that competence's scale. In framework order.
    fn levels(&mut self, levels: &LevelsFile) -> Vec<(usize, Level)> {
        let mut places = Vec::new();
        for (name, level) in &levels.0 {
            let Some(place) = self.place_of(Thing::Competence, name) else { continue };
            let Some(number) = level.number else { continue };
            let (scale, highest) = match self.competence_scales.get(place) {
                Some(Some((scale, highest))) => (Some(scale.clone()), *highest),
                _ => (None, 10),
            };
            if (0..=i64::from(highest)).contains(&number) {
                places.push((place, number as Level));
            } else if let Some(scale) = scale {
                self.problem(level.at, ProblemKind::LevelBeyondScale { level: number, highest, scale });
            } else {
                let found = number.to_string().into();
                self.problem(level.at, ProblemKind::OutOfRange { found, least: 0, most: 10 });
            }
        }
        places.sort_unstable();
        places
    }

    /// A route belongs to its area's kind.
    fn route(&mut self, file: &AreaFile) -> Route {
        use RouteWord::*;
        match (file.kind.part, file.route.part) {
            (AreaKind::TaskChange, ManagerAllocation) => Route::TaskChange(TaskChangeRoute::ManagerAllocation),
            (AreaKind::TaskChange, DevelopmentPlan) => Route::TaskChange(TaskChangeRoute::DevelopmentPlan),
            (AreaKind::Rotation, MobilityScheme) => Route::Rotation(RotationRoute::MobilityScheme),
            (AreaKind::Rotation, InternalPosting) => Route::Rotation(RotationRoute::InternalPosting),
            (AreaKind::Rotation, DevelopmentPlan) => Route::Rotation(RotationRoute::DevelopmentPlan),
            (kind, route) => {
                let routes: &[_] = match kind {
                    AreaKind::TaskChange => &["managerAllocation", "developmentPlan"],
                    AreaKind::Rotation => &["mobilityScheme", "internalPosting", "developmentPlan"],
                };
                let (route, kind) = (route.word(), kind.word());
                if file.kind.is_sound && file.route.is_sound {
                    self.problem(file.route.at, ProblemKind::RouteOfOtherKind { route, kind, routes });
                }
                Route::TaskChange(TaskChangeRoute::DevelopmentPlan)
            }
        }
    }

    /// A statement has a manager's wording where others of its kind have one.
    fn manager_statement(&mut self, thing: Thing, at: u32, id: &Id, statement: &Option<Localised>) -> Option<Text> {
        let others_have = match thing {
            Thing::Behaviour => self.behaviours_have_manager_statements,
            _ => self.competences_have_manager_statements,
        };
        if others_have && statement.is_none() {
            self.problem(at, ProblemKind::NoManagerStatement { thing, id: id.clone() });
        }
        self.text_if(statement)
    }

    // ---- the parts, in the order of the file

    fn framework(mut self, file: &FrameworkFile) -> Framework {
        let title = self.text(&file.title);
        let summary = self.text_if(&file.summary);
        let scales: Vec<_> = file.scales.0.iter().map(|scale| self.scale(scale)).collect();
        let competence_scale = self.place_of(Thing::Scale, &file.competence_scale);
        let behaviour_scale = match &file.behaviour_scale {
            Some(name) => self.place_of(Thing::Scale, name),
            None => competence_scale,
        };
        let mut competences = Vec::new();
        let mut behaviours = Vec::new();
        let mut dimensions = Vec::new();
        for (place, dimension) in file.dimensions.0.iter().enumerate() {
            dimensions.push(self.dimension(dimension, competences.len(), behaviours.len()));
            for competence in &dimension.competences.0 {
                competences.push(self.competence(competence, place, &scales, competence_scale));
            }
            for behaviour in &dimension.behaviours {
                behaviours.push(self.behaviour(behaviour, place));
            }
        }
        let roles: Vec<_> = file.roles.0.iter().map(|role| self.role(role)).collect();
        let areas: Vec<_> = file.areas.iter().map(|area| self.area(area)).collect();
        self.every_competence_is_practised(file, &competences, &areas);
        let renamed = self.renamed(file);
        Framework {
            id: file.id.id.clone(),
            version: file.version.0.clone(),
            title,
            summary,
            basis: file.basis,
            owner: file.owner.as_ref().map(|owner| owner.0.clone()),
            licence: file.licence.as_ref().map(|licence| licence.0.clone()),
            sources: file.sources.iter().map(source_document).collect(),
            scales,
            behaviour_scale: behaviour_scale.unwrap_or_default(),
            dimensions,
            competences,
            behaviours,
            roles,
            areas,
            parameters: parameters(&file.parameters),
            renamed,
            places: Places {
                dimensions: self.dimensions.places,
                competences: self.competences.places,
                behaviours: self.behaviours.places,
                roles: self.roles.places,
                areas: self.areas.places,
            },
            languages: self.languages.to_vec(),
        }
    }

    fn scale(&mut self, file: &ScaleFile) -> Scale {
        let levels = file
            .levels
            .0
            .iter()
            .map(|level| ScaleLevel { label: self.text(&level.label), description: self.text_if(&level.description) })
            .collect();
        Scale { id: file.id.id.clone(), levels }
    }

    fn dimension(&mut self, file: &DimensionFile, competences: usize, behaviours: usize) -> Dimension {
        Dimension {
            id: file.id.id.clone(),
            title: self.text(&file.title),
            summary: self.text_if(&file.summary),
            competences: competences..competences + file.competences.0.len(),
            behaviours: behaviours..behaviours + file.behaviours.len(),
        }
    }

    fn competence(
        &mut self,
        file: &CompetenceFile,
        dimension: usize,
        scales: &[Scale],
        usual_scale: Option<usize>,
    ) -> Competence {
        let scale = match &file.scale {
            Some(name) => self.place_of(Thing::Scale, name),
            None => usual_scale,
        };
        let found = scale.and_then(|place| scales.get(place)).filter(|scale| (2..=11).contains(&scale.levels.len()));
        self.competence_scales.push(found.map(|scale| (scale.id.clone(), scale.highest())));
        let level_texts = file.level_texts.as_ref();
        if let (Some(scale), Some(texts)) = (found, level_texts.filter(|texts| texts.is_sound))
            && texts.part.len() != scale.levels.len()
        {
            let (found, levels, scale) = (texts.part.len(), scale.levels.len(), scale.id.clone());
            self.problem(texts.at, ProblemKind::LevelTexts { found, levels, scale });
        }
        Competence {
            id: file.id.id.clone(),
            dimension,
            title: self.text(&file.title),
            statement: self.text(&file.statement),
            manager_statement: self.manager_statement(Thing::Competence, file.at, &file.id.id, &file.manager_statement),
            scale: scale.unwrap_or_default(),
            level_texts: level_texts.iter().flat_map(|texts| &texts.part).map(|text| self.text(text)).collect(),
            source: self.source_place(&file.source),
            alignments: file
                .alignments
                .iter()
                .map(|alignment| Alignment { scheme: alignment.scheme.0.clone(), uri: alignment.uri.0.clone() })
                .collect(),
        }
    }

    fn behaviour(&mut self, file: &BehaviourFile, dimension: usize) -> Behaviour {
        let mut competences: Vec<_> =
            file.competences.iter().filter_map(|name| self.place_of(Thing::Competence, name)).collect();
        competences.sort_unstable();
        competences.dedup();
        Behaviour {
            id: file.id.id.clone(),
            dimension,
            statement: self.text(&file.statement),
            manager_statement: self.manager_statement(Thing::Behaviour, file.at, &file.id.id, &file.manager_statement),
            competences,
            source: self.source_place(&file.source),
        }
    }

    fn source_place(&mut self, file: &Option<SourcePlaceFile>) -> Option<SourcePlace> {
        let file = file.as_ref()?;
        let document = self.place_of(Thing::Source, &file.document)?;
        let section = file.section.as_ref().map(|section| section.0.clone());
        Some(SourcePlace { document, section, item: file.item.map(|item| item.number as u16) })
    }

    fn role(&mut self, file: &RoleFile) -> Role {
        let competences = if self.is_within_limits { self.competence_scales.len() } else { 0 };
        let mut targets = vec![None; competences];
        for (place, level) in self.levels(&file.targets.part) {
            targets.get_mut(place).into_iter().for_each(|target| *target = Some(level));
        }
        if file.targets.is_sound && file.targets.part.0.is_empty() {
            self.problem(file.targets.at, ProblemKind::NoTargets { role: file.id.id.clone() });
        }
        let mut weights = vec![1; competences];
        for (name, weight) in &file.weights.0 {
            let place = self.place_of(Thing::Competence, name);
            place.and_then(|place| weights.get_mut(place)).into_iter().for_each(|own| *own = weight.number as u8);
        }
        self.ids_once(Thing::Stage, file.stages.iter().map(|stage| &stage.id));
        Role {
            id: file.id.id.clone(),
            title: self.text(&file.title),
            summary: self.text_if(&file.summary),
            group: file.group.as_ref().map(|group| group.id.clone()),
            basis: file.basis,
            targets,
            weights,
            focus: file
                .focus
                .as_ref()
                .map(|focus| Focus { raise: focus.raise.number as u8, at_most: focus.at_most.number as u8 }),
            stages: file
                .stages
                .iter()
                .map(|stage| Stage {
                    id: stage.id.id.clone(),
                    title: self.text(&stage.title),
                    months: stage.months.number as u8,
                    lower_by: stage.lower_by.number as u8,
                })
                .collect(),
        }
    }

    fn area(&mut self, file: &AreaFile) -> Area {
        for group in &file.groups {
            self.place_of(Thing::Group, group);
        }
        if file.need.number > 0 && file.need_stated.is_none() {
            self.problem(file.need.at, ProblemKind::NeedWithoutStatement);
        }
        let above_zero = |levels: Vec<(usize, Level)>| levels.into_iter().filter(|(_, level)| *level > 0).collect();
        Area {
            id: file.id.id.clone(),
            title: self.text(&file.title),
            summary: self.text_if(&file.summary),
            route: self.route(file),
            groups: file.groups.iter().filter_map(|group| group.id.clone()).collect(),
            unit: self.text_if(&file.unit),
            entry: above_zero(self.levels(&file.entry)),
            practice: above_zero(self.levels(&file.practice)),
            need: file.need.number as u8,
            need_stated: file
                .need_stated
                .as_ref()
                .map(|stated| NeedStated { by: stated.by.0.clone(), on: stated.on.0.clone() }),
            basis: file.basis,
        }
    }

    /// Every competence can be practised in some area, in a framework that has areas.
    fn every_competence_is_practised(&mut self, file: &FrameworkFile, competences: &[Competence], areas: &[Area]) {
        let mut practised = vec![areas.is_empty(); competences.len()];
        areas.iter().flat_map(|area| &area.practice).for_each(|(place, _)| practised[*place] = true);
        let files = file.dimensions.0.iter().flat_map(|dimension| &dimension.competences.0);
        for (competence, _) in files.zip(practised).filter(|(_, practised)| !practised) {
            self.problem(competence.at, ProblemKind::PractisedNowhere { competence: competence.id.id.clone() });
        }
    }

    /// What an id became is a competence of this framework, or is renamed again further down.
    fn renamed(&mut self, file: &FrameworkFile) -> Vec<Renamed> {
        let mut later = HashSet::new();
        for renamed in file.renamed.iter().rev() {
            for to in &renamed.to.0 {
                if to.id.as_ref().is_some_and(|id| !later.contains(id)) {
                    self.place_of(Thing::Competence, to);
                }
            }
            later.extend([&renamed.from.id].into_iter().chain(&renamed.from.instead));
        }
        let renamed = file.renamed.iter().map(|renamed| Renamed {
            from: renamed.from.id.clone(),
            to: renamed.to.0.iter().filter_map(|to| to.id.clone()).collect(),
        });
        renamed.collect()
    }
}

impl Names {
    /// Takes a name up; `false` where it is there already.
    fn add(&mut self, place: usize, name: &Name) -> bool {
        self.misnamed.extend(name.instead.iter().flat_map(|text| [text.clone(), kebab(text).into()]));
        self.is_incomplete |= !name.is_known();
        if name.id.is_empty() {
            return true;
        }
        if self.places.contains_key(&name.id) {
            return false;
        }
        self.places.insert(name.id.clone(), place);
        self.order.push(name.id.clone());
        true
    }
}

fn source_document(file: &SourceDocumentFile) -> SourceDocument {
    SourceDocument {
        id: file.id.id.clone(),
        title: file.title.0.clone(),
        publisher: file.publisher.as_ref().map(|publisher| publisher.0.clone()),
        url: file.url.as_ref().map(|url| url.0.clone()),
    }
}

/// Each parameter that is not set keeps its default.
fn parameters(file: &ParametersFile) -> Parameters {
    fn or<const LEAST: i64, const MOST: i64>(set: Option<Whole<LEAST, MOST>>, default: u8) -> u8 {
        set.map_or(default, |set| set.number as u8)
    }
    let usual = Parameters::default();
    Parameters {
        stretch: or(file.stretch, usual.stretch),
        entry_tolerance: or(file.entry_tolerance, usual.entry_tolerance),
        portfolio_size: or(file.portfolio_size, usual.portfolio_size),
        rotations_at_most: or(file.rotations_at_most, usual.rotations_at_most),
    }
}
