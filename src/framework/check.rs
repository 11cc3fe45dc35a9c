//! The named checks that make a framework of a file: every problem is gathered, none stops the others.
//!
//! Knows how parts of a framework refer to each other. The shape of each part is [`super::file`]'s matter: it has been
//! looked at before, and what couldn't be read stands empty here and is not told a second time.

use super::file::{FORMAT, FRAMEWORK, LANGUAGES, LEVEL_TEXTS, MOST_LANGUAGES, ROUTES};
use super::{
    Alignment, Area, AreaKind, Basis, Behaviour, Competence, Dimension, Focus, Framework, Id, Level, NeedStated,
    Parameters, Places, Renamed, Role, RotationRoute, Route, Scale, ScaleLevel, SourceDocument, SourcePlace, Stage,
    TaskChangeRoute, Text,
};
use crate::json::{Json, Member, Value};
use crate::problem::{
    DidYouMean, IdKind, MOST_MEANT, MOST_NAMES, Problem, ProblemKind, Severity, UnplacedProblem, kebab, nearest, placed,
};
use crate::shape::{Choice, check_format, is_id, is_language, refuse_repeated};
use std::collections::HashMap;
use std::mem::take;
use std::rc::Rc;
use std::slice;

/// At most this many of each are read.
pub const MOST_COMPETENCES: usize = 5_000;
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
            FRAMEWORK.check(&json, &mut found);
            framework = Some(Checker::over(&json, &mut found).framework(&json));
        }
        Err(problem) => found.push(problem),
    }
    let is_error = |found: &UnplacedProblem| found.kind.severity() == Severity::Error;
    if found.iter().any(is_error) {
        found.retain(is_error);
        framework = None;
    }
    let problems = placed(found, std::str::from_utf8(bytes).unwrap_or_default(), &json);
    Checked { framework, problems }
}

/// The parts that stand under this key of each of these, in the order of the file.
fn parts<'a>(wholes: &'a [Json], key: &str) -> Vec<&'a Json> {
    let mut parts = Vec::new();
    for whole in wholes {
        for part in whole.part(key).items() {
            parts.push(part);
        }
    }
    parts
}

/// What the checks look things up in, and where they put problems down.
struct Checker<'a> {
    found: &'a mut Vec<UnplacedProblem>,
    /// Empty where the file's languages can't be told.
    languages: Rc<[Rc<str>]>,
    /// Whether there may be languages that couldn't be read.
    languages_are_complete: bool,
    /// By the [`IdKind`] that they name.
    names: Vec<IdTable>,
    scales: Vec<Scale>,
    /// Of each competence, the place of the scale that its levels stand on; `None` where it can't be told.
    competence_scales: Vec<Option<usize>>,
    /// How many names misspelt ids have been compared with.
    compared: usize,
    /// Whether there are no more things than are read. Otherwise lists of targets could fill the memory.
    is_within_limits: bool,
}

/// Ids of one kind of thing, with the place of each.
#[derive(Default)]
struct IdTable {
    places: HashMap<Id, usize>,
    /// In the order of the file, for the nearest name.
    order: Vec<Id>,
    /// What stood where an id belongs and is none, and the ids it would make. It has been put down, so pointing at it
    /// isn't.
    misnamed: HashMap<Rc<str>, usize>,
    /// Whether something of this kind couldn't be read: what isn't found may be meant to point at it.
    is_incomplete: bool,
    /// Whether any of them has a manager's wording.
    has_manager_statements: bool,
}

impl<'a> Checker<'a> {
    fn over(file: &Json, found: &'a mut Vec<UnplacedProblem>) -> Self {
        let mut checker = Self {
            found,
            languages: Rc::new([]),
            languages_are_complete: LANGUAGES.fits(file.part("languages")),
            names: Vec::new(),
            scales: Vec::new(),
            competence_scales: Vec::new(),
            compared: 0,
            is_within_limits: true,
        };
        checker.languages_once(file);
        for _ in IdKind::ALL {
            checker.names.push(IdTable::default());
        }
        let whole = slice::from_ref(file);
        let dimensions = file.part("dimensions").items();
        checker.ids_once(IdKind::Source, whole, "sources", usize::MAX);
        checker.ids_once(IdKind::Scale, whole, "scales", usize::MAX);
        checker.ids_once(IdKind::Dimension, whole, "dimensions", usize::MAX);
        checker.ids_once(IdKind::Competence, dimensions, "competences", MOST_COMPETENCES);
        checker.ids_once(IdKind::Behaviour, dimensions, "behaviours", MOST_BEHAVIOURS);
        checker.ids_once(IdKind::Role, whole, "roles", MOST_ROLES);
        checker.ids_once(IdKind::Area, whole, "areas", MOST_AREAS);
        checker.names[IdKind::Group as usize] = IdTable::of(&parts(whole, "roles"), "group");
        // A list that is absent or empty where it has to hold something has been put down.
        if file.get("sources").is_some_and(|sources| !matches!(sources.value, Value::List(_)))
            || checker.stood_misspelt("sources")
        {
            checker.may_lack(IdKind::Source);
        }
        if file.part("scales").items().is_empty() {
            checker.may_lack(IdKind::Scale);
        }
        if dimensions.is_empty() || dimensions.iter().any(|dimension| dimension.part("competences").items().is_empty())
        {
            checker.may_lack(IdKind::Competence);
        }
        if file.part("roles").items().is_empty()
            || checker.names[IdKind::Role as usize].is_incomplete
            || checker.stood_misspelt("group")
        {
            checker.may_lack(IdKind::Group);
        }
        checker
    }

    /// Puts down that things of this kind may have been meant that couldn't be read.
    fn may_lack(&mut self, thing: IdKind) {
        self.names[thing as usize].is_incomplete = true;
    }

    fn problem(&mut self, at: u32, kind: ProblemKind) {
        self.found.push(UnplacedProblem { at, kind });
    }

    /// Whether this key was probably meant somewhere in the file by another.
    fn stood_misspelt(&self, key: &str) -> bool {
        self.found
            .iter()
            .any(|found| matches!(&found.kind, ProblemKind::UnknownKey { meant, .. } if meant.name() == Some(key)))
    }

    // ---- the checks, by what holds in a good file

    /// Each language is declared once.
    fn languages_once(&mut self, file: &Json) {
        let tags = file.part("languages").items();
        if tags.len() > usize::from(MOST_LANGUAGES) {
            return;
        }
        let mut languages: Vec<Rc<str>> = Vec::new();
        for json in tags {
            let Some(tag) = json.as_text().filter(|tag| is_language(tag)) else { continue };
            if languages.iter().any(|language| language.eq_ignore_ascii_case(tag)) {
                self.problem(json.at, ProblemKind::RepeatedId { thing: IdKind::Language, id: tag.clone() });
            } else {
                languages.push(tag.clone());
            }
        }
        self.languages = languages.into();
    }

    /// Ids of one kind of thing are unique, and there are no more of them than are read. They stand under this key of
    /// each of `wholes`.
    fn ids_once(&mut self, thing: IdKind, wholes: &[Json], key: &str, most: usize) {
        let parts = parts(wholes, key);
        let names = IdTable::of(&parts, "id");
        for (place, part) in parts.iter().enumerate() {
            let id = part.part("id");
            let first = id.as_text().and_then(|id| names.places.get(id));
            if first.is_some_and(|first| *first != place) {
                self.problem(id.at, ProblemKind::RepeatedId { thing, id: id.text() });
            }
        }
        if let Some(part) = parts.get(most) {
            self.is_within_limits = false;
            self.problem(part.at, ProblemKind::TooMany { thing, found: parts.len(), most });
        }
        self.names[thing as usize] = names;
    }

    /// Every id points at something that is there.
    fn place_of(&mut self, thing: IdKind, reference: &Json) -> Option<usize> {
        self.place_of_id(thing, reference.as_text()?, reference.at)
    }

    fn place_of_id(&mut self, thing: IdKind, id: &Id, at: u32) -> Option<usize> {
        let names = &self.names[thing as usize];
        let place = names.places.get(id).copied();
        if place.is_none() && !names.is_incomplete && !names.misnamed.contains_key(id) {
            let may_look = self.found.len() < MOST_MEANT && self.compared < MOST_COMPARED;
            let candidates = if may_look { &names.order[..] } else { &[] };
            let meant = DidYouMean::found_by(|| nearest(id, candidates.iter().map(|name| &**name)));
            self.compared += candidates.len();
            self.problem(at, ProblemKind::UnknownId { thing, id: id.clone(), meant });
        }
        place
    }

    /// Every text stands in every declared language and in no other.
    fn text(&mut self, json: &Json) -> Text {
        match &json.value {
            Value::Text(text) => {
                if self.languages.len() > 1 {
                    let languages = self.languages.clone();
                    self.problem(json.at, ProblemKind::OneTextForSeveralLanguages { languages });
                }
                Text(vec![text.clone()])
            }
            Value::Object(texts) => self.text_in_each_language(json.at, texts),
            _ => Text::default(),
        }
    }

    fn text_in_each_language(&mut self, at: u32, texts: &[Member]) -> Text {
        let languages = self.languages.clone();
        let (mut each, mut missing) = (Vec::new(), Vec::new());
        for language in &*languages {
            match texts.iter().find(|text| text.key == *language) {
                Some(text) => each.push(text.json.text()),
                None => missing.push(language.clone()),
            }
        }
        for Member { key, key_at, .. } in texts {
            if self.languages_are_complete && !languages.contains(key) {
                // A language that stands there under a misspelt tag is not missing as well.
                let candidates = if self.found.len() < MOST_MEANT { &missing[..] } else { &[] };
                let meant = DidYouMean::found_by(|| nearest(key, candidates.iter().map(|language| &**language)));
                if let Some(meant) = meant.name() {
                    missing.retain(|language| **language != *meant);
                }
                self.problem(*key_at, ProblemKind::UndeclaredLanguage { language: key.clone(), meant });
            }
        }
        if !missing.is_empty() {
            let others = missing.len().saturating_sub(MOST_NAMES);
            missing.truncate(MOST_NAMES);
            self.problem(at, ProblemKind::MissingLanguage { languages: missing, others });
        }
        Text(each)
    }

    fn text_if(&mut self, part: &Json, key: &str) -> Option<Text> {
        part.get(key).map(|json| self.text(json))
    }

    /// Every level by competence id names a competence and stands on that competence's scale. In framework order.
    fn levels(&mut self, levels: &Json) -> Vec<(usize, Level)> {
        let mut places = Vec::new();
        for Member { key, key_at, json } in levels.members() {
            let Some(place) = self.place_of_id(IdKind::Competence, key, *key_at) else { continue };
            let Some(number) = json.as_whole() else { continue };
            let scale = self.competence_scales.get(place).copied().flatten().map(|scale| &self.scales[scale]);
            let highest = scale.map_or(10, Scale::highest);
            if (0..=i64::from(highest)).contains(&number) {
                places.push((place, number as Level));
            } else if let Some(scale) = scale {
                let scale = scale.id.clone();
                self.problem(json.at, ProblemKind::LevelBeyondScale { level: number, highest, scale });
            } else {
                let found = number.to_string().into();
                self.problem(json.at, ProblemKind::OutOfRange { found, least: 0, most: 10 });
            }
        }
        places.sort_unstable();
        places
    }

    /// A route belongs to its area's kind.
    fn route(&mut self, area: &Json) -> Route {
        let (kind, word) = (area.part("kind"), area.part("route"));
        let found = word.text();
        let (route, routes) = match AreaKind::of(kind) {
            AreaKind::TaskChange => (TaskChangeRoute::from_word(&found).map(Route::TaskChange), TaskChangeRoute::WORDS),
            AreaKind::Rotation => (RotationRoute::from_word(&found).map(Route::Rotation), RotationRoute::WORDS),
        };
        if let (None, Some(kind), Some(route)) = (route, known_word(kind, AreaKind::WORDS), known_word(word, ROUTES)) {
            self.problem(word.at, ProblemKind::RouteOfOtherKind { route, kind, routes });
        }
        route.unwrap_or(Route::TaskChange(TaskChangeRoute::DevelopmentPlan))
    }

    /// A statement has a manager's wording where others of its kind have one.
    fn manager_statement(&mut self, thing: IdKind, part: &Json) -> Option<Text> {
        let others_have = self.names[thing as usize].has_manager_statements;
        if others_have && part.get("managerStatement").is_none() {
            self.problem(part.at, ProblemKind::NoManagerStatement { thing, id: part.part("id").text() });
        }
        self.text_if(part, "managerStatement")
    }

    // ---- the parts, in the order of the file

    fn framework(mut self, file: &Json) -> Framework {
        let title = self.text(file.part("title"));
        let summary = self.text_if(file, "summary");
        self.scales = file.part("scales").items().iter().map(|scale| self.scale(scale)).collect();
        let competence_scale = self.place_of(IdKind::Scale, file.part("competenceScale"));
        let behaviour_scale = self.scale_or(file.get("behaviourScale"), competence_scale);
        let mut competences = Vec::new();
        let mut behaviours = Vec::new();
        let mut dimensions = Vec::new();
        for (place, dimension) in file.part("dimensions").items().iter().enumerate() {
            let (first_competence, first_behaviour) = (competences.len(), behaviours.len());
            let title = self.text(dimension.part("title"));
            let summary = self.text_if(dimension, "summary");
            for competence in dimension.part("competences").items() {
                competences.push(self.competence(competence, place, competence_scale));
            }
            for behaviour in dimension.part("behaviours").items() {
                behaviours.push(self.behaviour(behaviour, place));
            }
            dimensions.push(Dimension {
                id: dimension.part("id").text(),
                title,
                summary,
                competences: first_competence..competences.len(),
                behaviours: first_behaviour..behaviours.len(),
            });
        }
        let roles = file.part("roles").items().iter().map(|role| self.role(role)).collect();
        let areas: Vec<Area> = file.part("areas").items().iter().map(|area| self.area(area)).collect();
        self.every_competence_is_practised(&parts(file.part("dimensions").items(), "competences"), &areas);
        let renamed = self.renamed(file.part("renamed").items());
        Framework {
            id: file.part("id").text(),
            version: file.part("version").text(),
            title,
            summary,
            basis: Basis::of(file.part("basis")),
            owner: file.part("owner").as_text().cloned(),
            licence: file.part("licence").as_text().cloned(),
            sources: file.part("sources").items().iter().map(source_document).collect(),
            scales: take(&mut self.scales),
            behaviour_scale: behaviour_scale.unwrap_or_default(),
            dimensions,
            competences,
            behaviours,
            roles,
            areas,
            parameters: parameters(file.part("parameters")),
            renamed,
            places: Places {
                dimensions: self.places_of(IdKind::Dimension),
                competences: self.places_of(IdKind::Competence),
                behaviours: self.places_of(IdKind::Behaviour),
                roles: self.places_of(IdKind::Role),
                areas: self.places_of(IdKind::Area),
            },
            languages: self.languages.to_vec(),
        }
    }

    fn places_of(&mut self, thing: IdKind) -> HashMap<Id, usize> {
        take(&mut self.names[thing as usize].places)
    }

    fn scale(&mut self, json: &Json) -> Scale {
        let level = |level: &Json| ScaleLevel {
            label: self.text(level.part("label")),
            description: self.text_if(level, "description"),
        };
        Scale { id: json.part("id").text(), levels: json.part("levels").items().iter().map(level).collect() }
    }

    fn competence(&mut self, json: &Json, dimension: usize, usual_scale: Option<usize>) -> Competence {
        let scale = self.scale_or(json.get("scale"), usual_scale);
        let has_right_size =
            |place: &usize| matches!(self.scales.get(*place), Some(scale) if (2..=11).contains(&scale.levels.len()));
        let known_scale = scale.filter(has_right_size);
        self.competence_scales.push(known_scale);
        let texts = json.part("levelTexts");
        if let Some(place) = known_scale
            && LEVEL_TEXTS.fits(texts)
            && texts.items().len() != self.scales[place].levels.len()
        {
            let Scale { id, levels } = &self.scales[place];
            let (found, levels, scale) = (texts.items().len(), levels.len(), id.clone());
            self.problem(texts.at, ProblemKind::LevelTexts { found, levels, scale });
        }
        Competence {
            id: json.part("id").text(),
            dimension,
            title: self.text(json.part("title")),
            statement: self.text(json.part("statement")),
            manager_statement: self.manager_statement(IdKind::Competence, json),
            scale: scale.unwrap_or_default(),
            level_texts: texts.items().iter().map(|text| self.text(text)).collect(),
            source: self.source_place(json),
            alignments: json.part("alignments").items().iter().map(alignment).collect(),
        }
    }

    /// The place of the scale that is named here, where one is; otherwise the usual one.
    fn scale_or(&mut self, name: Option<&Json>, usual: Option<usize>) -> Option<usize> {
        match name {
            Some(name) => self.place_of(IdKind::Scale, name),
            None => usual,
        }
    }

    fn behaviour(&mut self, json: &Json, dimension: usize) -> Behaviour {
        let mut competences: Vec<usize> = Vec::new();
        for name in json.part("competences").items() {
            if let Some(place) = self.place_of(IdKind::Competence, name)
                && let Err(at) = competences.binary_search(&place)
            {
                competences.insert(at, place);
            }
        }
        Behaviour {
            id: json.part("id").text(),
            dimension,
            statement: self.text(json.part("statement")),
            manager_statement: self.manager_statement(IdKind::Behaviour, json),
            competences,
            source: self.source_place(json),
        }
    }

    fn source_place(&mut self, part: &Json) -> Option<SourcePlace> {
        let json = part.get("source")?;
        let document = self.place_of(IdKind::Source, json.part("document"))?;
        let item = json.part("item").as_whole().map(|item| item as u16);
        Some(SourcePlace { document, section: json.part("section").as_text().cloned(), item })
    }

    fn role(&mut self, json: &Json) -> Role {
        let competences = if self.is_within_limits { self.competence_scales.len() } else { 0 };
        let levels = json.part("targets");
        let mut targets = vec![None; competences];
        for (place, level) in self.levels(levels) {
            if let Some(target) = targets.get_mut(place) {
                *target = Some(level);
            }
        }
        if matches!(&levels.value, Value::Object(members) if members.is_empty()) {
            self.problem(levels.at, ProblemKind::NoTargets { role: json.part("id").text() });
        }
        let mut weights = vec![1; competences];
        for Member { key, key_at, json } in json.part("weights").members() {
            if let Some(place) = self.place_of_id(IdKind::Competence, key, *key_at)
                && let Some(weight) = weights.get_mut(place)
            {
                *weight = small(json);
            }
        }
        self.ids_once(IdKind::Stage, slice::from_ref(json), "stages", usize::MAX);
        let stage = |stage: &Json| Stage {
            id: stage.part("id").text(),
            title: self.text(stage.part("title")),
            months: small(stage.part("months")),
            lower_by: small(stage.part("lowerBy")),
        };
        let stages = json.part("stages").items().iter().map(stage).collect();
        let focus = |focus: &Json| Focus { raise: small(focus.part("raise")), at_most: small(focus.part("atMost")) };
        Role {
            id: json.part("id").text(),
            title: self.text(json.part("title")),
            summary: self.text_if(json, "summary"),
            group: json.part("group").as_text().cloned(),
            basis: Basis::of(json.part("basis")),
            targets,
            weights,
            focus: json.get("focus").map(focus),
            stages,
        }
    }

    fn area(&mut self, json: &Json) -> Area {
        let groups = json.part("groups").items();
        for group in groups {
            self.place_of(IdKind::Group, group);
        }
        let need = json.part("need");
        let stated = json.get("needStated");
        if small(need) > 0 && stated.is_none() {
            self.problem(need.at, ProblemKind::NeedWithoutStatement);
        }
        let mut above_zero = |key| {
            let mut levels = self.levels(json.part(key));
            levels.retain(|(_, level)| *level > 0);
            levels
        };
        let (entry, practice) = (above_zero("entry"), above_zero("practice"));
        Area {
            id: json.part("id").text(),
            title: self.text(json.part("title")),
            summary: self.text_if(json, "summary"),
            route: self.route(json),
            groups: groups.iter().map(Json::text).collect(),
            after_months: small(json.part("afterMonths")),
            unit: self.text_if(json, "unit"),
            entry,
            practice,
            need: small(need),
            need_stated: stated.map(|stated| NeedStated { by: stated.part("by").text(), on: stated.part("on").text() }),
            basis: Basis::of(json.part("basis")),
        }
    }

    /// Every competence can be practised in some area, in a framework that has areas.
    fn every_competence_is_practised(&mut self, competences: &[&Json], areas: &[Area]) {
        let mut practised = vec![areas.is_empty(); competences.len()];
        for area in areas {
            for (place, _) in &area.practice {
                practised[*place] = true;
            }
        }
        for (place, competence) in competences.iter().enumerate() {
            if !practised[place] {
                self.problem(competence.at, ProblemKind::PractisedNowhere { competence: competence.part("id").text() });
            }
        }
    }

    /// What an id became is a competence of this framework, or is renamed again further down.
    fn renamed(&mut self, entries: &[Json]) -> Vec<Renamed> {
        let mut last_renamed = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            last_renamed.insert(entry.part("from").text(), place);
        }
        let mut renamed = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            let to = entry.part("to").items();
            for to in to {
                if to.as_text().is_some_and(|id| last_renamed.get(id).is_none_or(|last| *last <= place)) {
                    self.place_of(IdKind::Competence, to);
                }
            }
            renamed.push(Renamed { from: entry.part("from").text(), to: to.iter().map(Json::text).collect() });
        }
        renamed
    }
}

impl IdTable {
    /// The ids that stand under this key of each part. Only `id` has to stand there.
    fn of(parts: &[&Json], key: &str) -> Self {
        let mut names = Self::default();
        for (place, part) in parts.iter().enumerate() {
            match part.part(key).as_text() {
                Some(id) if is_id(id) => {
                    names.places.entry(id.clone()).or_insert(place);
                    names.order.push(id.clone());
                }
                Some(text) => {
                    for name in [text.clone(), kebab(text).into()] {
                        names.misnamed.entry(name).or_insert(place);
                    }
                }
                None => names.is_incomplete |= key == "id" || part.get(key).is_some(),
            }
            names.has_manager_statements |= part.get("managerStatement").is_some();
        }
        names
    }
}

/// The word that stands here, where it is one of these.
fn known_word(json: &Json, words: &[&'static str]) -> Option<&'static str> {
    let found = json.as_text()?;
    words.iter().copied().find(|word| *word == &**found)
}

/// A number whose limits have been looked at; 0 where none stands there.
fn small(json: &Json) -> u8 {
    json.as_whole().unwrap_or_default() as u8
}

fn source_document(json: &Json) -> SourceDocument {
    SourceDocument {
        id: json.part("id").text(),
        title: json.part("title").text(),
        publisher: json.part("publisher").as_text().cloned(),
        url: json.part("url").as_text().cloned(),
    }
}

fn alignment(json: &Json) -> Alignment {
    Alignment { scheme: json.part("scheme").text(), uri: json.part("uri").text() }
}

/// Each parameter that is not set keeps its default.
fn parameters(json: &Json) -> Parameters {
    let or = |key, usual| json.get(key).map_or(usual, small);
    let usual = Parameters::default();
    Parameters {
        stretch: or("stretch", usual.stretch),
        entry_tolerance: or("entryTolerance", usual.entry_tolerance),
        portfolio_size: or("portfolioSize", usual.portfolio_size),
        rotations_at_most: or("rotationsAtMost", usual.rotations_at_most),
    }
}
