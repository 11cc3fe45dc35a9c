//! The named checks that make a framework of a file: every problem is gathered, none stops the others.
//!
//! Knows how parts of a framework refer to each other. The shape of each part is [`super::file`]'s matter.

use super::file::{
    AreaFile, BehaviourFile, CompetenceFile, DimensionFile, FORMAT, FrameworkFile, LanguageTag, LevelFile, Localised,
    LocalisedWords, ParametersFile, RoleFile, RouteWord, ScaleFile, SourcePlaceFile, check_format,
};
use super::{
    Alignment, Area, AreaKind, Behaviour, Competence, Dimension, Focus, Framework, Id, Level, NeedStated, Parameters,
    Places, Renamed, Role, RotationRoute, Route, Scale, ScaleLevel, SourceDocument, SourcePlace, Stage,
    TaskChangeRoute, Text,
};
use crate::json::Json;
use crate::problem::{Found, Problem, ProblemKind, Severity, Thing, nearest, placed};
use crate::shape::{Choice, Map, Name, Shape, Whole, refuse_repeated};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// At most this many of each are read.
const MOST_COMPETENCES: usize = 5_000;
const MOST_BEHAVIOURS: usize = 20_000;
const MOST_ROLES: usize = 2_000;
const MOST_AREAS: usize = 5_000;
/// For this many misspelt ids the nearest one is looked for; a file with more has another trouble.
const MOST_MEANT: usize = 100;

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

/// Reads a framework file and finds every problem in it.
pub fn check(bytes: &[u8]) -> Checked {
    let json = match Json::read_bytes(bytes) {
        Ok(json) => json,
        Err(error) => return Checked { framework: None, problems: vec![Problem::of_syntax(error, bytes)] },
    };
    let mut found = Vec::new();
    let framework = match check_format(&json, FORMAT) {
        Ok(()) => {
            refuse_repeated(&json, &mut found);
            let file = FrameworkFile::read(&json, &mut found);
            Some(Checker::over(&file, found.split_off(0), &mut found).framework(&file))
        }
        Err(problem) => {
            found.push(problem);
            None
        }
    };
    let problems = placed(found, std::str::from_utf8(bytes).unwrap_or_default(), &json);
    let usable = problems.iter().all(|problem| problem.severity == Severity::Warning);
    Checked { framework: framework.filter(|_| usable), problems }
}

/// What the checks look things up in, and where they put problems down.
struct Checker<'a> {
    found: &'a mut Vec<Found>,
    languages: Vec<Rc<str>>,
    sources: Names,
    scales: Names,
    dimensions: Names,
    competences: Names,
    behaviours: Names,
    roles: Names,
    areas: Names,
    groups: Names,
    /// Of each competence, the scale that its levels stand on: id and highest level.
    competence_scales: Vec<(Id, Level)>,
    has_manager_statements: bool,
    meant: usize,
}

/// Ids of one kind of thing, with the place of each.
#[derive(Default)]
struct Names {
    places: HashMap<Id, usize>,
    /// In the order of the file, for the nearest name.
    order: Vec<Id>,
}

impl<'a> Checker<'a> {
    fn over(file: &FrameworkFile, shape_problems: Vec<Found>, found: &'a mut Vec<Found>) -> Self {
        *found = shape_problems;
        let competences = || file.dimensions.0.iter().flat_map(|dimension| &dimension.competences.0);
        let mut checker = Self {
            found,
            languages: Vec::new(),
            sources: Names::default(),
            scales: Names::default(),
            dimensions: Names::default(),
            competences: Names::default(),
            behaviours: Names::default(),
            roles: Names::default(),
            areas: Names::default(),
            groups: Names::default(),
            competence_scales: Vec::new(),
            has_manager_statements: competences().any(|competence| competence.manager_statement.is_some()),
            meant: 0,
        };
        checker.languages = checker.languages_once(&file.languages.0);
        let behaviours = || file.dimensions.0.iter().flat_map(|dimension| &dimension.behaviours);
        checker.sources = checker.ids_once(Thing::Source, file.sources.iter().map(|source| &source.id));
        checker.scales = checker.ids_once(Thing::Scale, file.scales.0.iter().map(|scale| &scale.id));
        checker.dimensions = checker.ids_once(Thing::Dimension, file.dimensions.0.iter().map(|part| &part.id));
        checker.competences = checker.ids_once(Thing::Competence, competences().map(|competence| &competence.id));
        checker.behaviours = checker.ids_once(Thing::Behaviour, behaviours().map(|behaviour| &behaviour.id));
        checker.roles = checker.ids_once(Thing::Role, file.roles.0.iter().map(|role| &role.id));
        checker.areas = checker.ids_once(Thing::Area, file.areas.iter().map(|area| &area.id));
        for group in file.roles.0.iter().filter_map(|role| role.group.as_ref()) {
            checker.groups.add(&group.id);
        }
        let at = |first: Option<u32>| first.unwrap_or(file.at);
        let first = file.dimensions.0.first().map(|part| part.at);
        checker.no_more_than(Thing::Competence, competences().count(), MOST_COMPETENCES, at(first));
        checker.no_more_than(Thing::Behaviour, behaviours().count(), MOST_BEHAVIOURS, at(first));
        let first = file.roles.0.first().map(|role| role.at);
        checker.no_more_than(Thing::Role, file.roles.0.len(), MOST_ROLES, at(first));
        let first = file.areas.first().map(|area| area.at);
        checker.no_more_than(Thing::Area, file.areas.len(), MOST_AREAS, at(first));
        checker
    }

    fn problem(&mut self, at: u32, kind: ProblemKind) {
        self.found.push(Found { at, kind });
    }

    // ---- the checks, by what holds in a good file

    /// Each language is declared once.
    fn languages_once(&mut self, tags: &[LanguageTag]) -> Vec<Rc<str>> {
        let mut languages: Vec<Rc<str>> = Vec::new();
        for tag in tags.iter().filter(|tag| !tag.tag.is_empty()) {
            if languages.iter().any(|language| language.eq_ignore_ascii_case(&tag.tag)) {
                self.problem(tag.at, ProblemKind::RepeatedId { thing: Thing::Language, id: tag.tag.clone() });
            } else {
                languages.push(tag.tag.clone());
            }
        }
        languages
    }

    /// Ids of one kind of thing are unique.
    fn ids_once<'b>(&mut self, thing: Thing, ids: impl Iterator<Item = &'b Name>) -> Names {
        let mut names = Names::default();
        for (place, name) in ids.enumerate() {
            if name.id.is_empty() {
                continue;
            }
            if names.places.contains_key(&name.id) {
                self.problem(name.at, ProblemKind::RepeatedId { thing, id: name.id.clone() });
                continue;
            }
            names.places.insert(name.id.clone(), place);
            names.order.push(name.id.clone());
        }
        names
    }

    /// There are no more things of a kind than are read.
    fn no_more_than(&mut self, thing: Thing, found: usize, most: usize, at: u32) {
        if found > most {
            self.problem(at, ProblemKind::TooMany { thing, found, most });
        }
    }

    /// Every id points at something that is there.
    fn place_of(&mut self, thing: Thing, name: &Name) -> Option<usize> {
        let names = match thing {
            Thing::Source => &self.sources,
            Thing::Scale => &self.scales,
            Thing::Competence => &self.competences,
            _ => &self.groups,
        };
        if name.id.is_empty() {
            return None;
        }
        let place = names.places.get(&name.id).copied();
        if place.is_none() {
            self.meant += 1;
            let candidates = if self.meant <= MOST_MEANT { &names.order[..] } else { &[] };
            let meant = nearest(&name.id, candidates.iter()).cloned();
            self.problem(name.at, ProblemKind::UnknownId { thing, id: name.id.clone(), meant });
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
                Text(vec![text.clone(); self.languages.len()])
            }
            LocalisedWords::Each(texts) => {
                for (tag, _) in texts {
                    if !self.languages.contains(&tag.tag) {
                        self.problem(tag.at, ProblemKind::UndeclaredLanguage { language: tag.tag.clone() });
                    }
                }
                let languages = self.languages.clone();
                let text_in = |language: Rc<str>| match texts.iter().find(|(tag, _)| tag.tag == language) {
                    Some((_, text)) => text.clone(),
                    None => {
                        self.problem(localised.at, ProblemKind::MissingLanguage { language });
                        Rc::default()
                    }
                };
                Text(languages.into_iter().map(text_in).collect())
            }
        }
    }

    fn text_if(&mut self, localised: &Option<Localised>) -> Option<Text> {
        localised.as_ref().map(|localised| self.text(localised))
    }

    /// Every level by competence id names a competence and stands on that competence's scale. In framework order.
    fn levels(&mut self, levels: &Map<Name, LevelFile>) -> Vec<(usize, Level)> {
        let mut places = Vec::new();
        for (name, level) in &levels.0 {
            let Some(place) = self.place_of(Thing::Competence, name) else { continue };
            // Absent where the competence's own scale is unknown, which has been put down there.
            let Some((scale, highest)) = self.competence_scales.get(place).cloned() else { continue };
            if level.number > i64::from(highest) && !scale.is_empty() {
                self.problem(level.at, ProblemKind::LevelBeyondScale { level: level.number, highest, scale });
            }
            places.push((place, level.number as Level));
        }
        places.sort_unstable();
        places
    }

    /// A route belongs to its area's kind.
    fn route(&mut self, file: &AreaFile) -> Route {
        use RouteWord::*;
        match (file.kind, file.route) {
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
                self.problem(file.at, ProblemKind::RouteOfOtherKind { route, kind, routes });
                Route::TaskChange(TaskChangeRoute::DevelopmentPlan)
            }
        }
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
            languages: self.languages,
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
        let found = scale.and_then(|place| scales.get(place)).filter(|scale| scale.levels.len() >= 2);
        self.competence_scales.push(found.map_or((Id::default(), 10), |scale| (scale.id.clone(), scale.highest())));
        let texts = file.level_texts.as_deref().unwrap_or_default();
        if let (Some(scale), Some(_)) = (found, &file.level_texts)
            && texts.len() != scale.levels.len()
        {
            let at = texts.first().map_or(file.at, |text| text.at);
            let kind =
                ProblemKind::LevelTexts { found: texts.len(), levels: scale.levels.len(), scale: scale.id.clone() };
            self.problem(at, kind);
        }
        if self.has_manager_statements && file.manager_statement.is_none() {
            self.problem(file.at, ProblemKind::NoManagerStatement { competence: file.id.id.clone() });
        }
        Competence {
            id: file.id.id.clone(),
            dimension,
            title: self.text(&file.title),
            statement: self.text(&file.statement),
            manager_statement: self.text_if(&file.manager_statement),
            scale: scale.unwrap_or_default(),
            level_texts: texts.iter().map(|text| self.text(text)).collect(),
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
            manager_statement: self.text_if(&file.manager_statement),
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
        let mut targets = vec![None; self.competence_scales.len()];
        for (place, level) in self.levels(&file.targets) {
            targets[place] = Some(level);
        }
        if file.targets.0.is_empty() {
            self.problem(file.at, ProblemKind::NoTargets { role: file.id.id.clone() });
        }
        let mut weights = vec![1; self.competence_scales.len()];
        for (name, weight) in &file.weights.0 {
            if let Some(place) = self.place_of(Thing::Competence, name) {
                weights[place] = weight.number as u8;
            }
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
            groups: file.groups.iter().map(|group| group.id.clone()).collect(),
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
            for to in renamed.to.0.iter().filter(|to| !later.contains(&to.id)) {
                self.place_of(Thing::Competence, to);
            }
            later.insert(&renamed.from.id);
        }
        let renamed = file.renamed.iter().map(|renamed| Renamed {
            from: renamed.from.id.clone(),
            to: renamed.to.0.iter().map(|to| to.id.clone()).collect(),
        });
        renamed.collect()
    }
}

impl Names {
    fn add(&mut self, id: &Id) {
        if !id.is_empty() && !self.places.contains_key(id) {
            self.places.insert(id.clone(), self.order.len());
            self.order.push(id.clone());
        }
    }
}

fn source_document(file: &super::file::SourceDocumentFile) -> SourceDocument {
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
