//! A framework as sheets to fill in: one row a part, titles in the place of ids, levels in words, and ids in the last
//! column, so that what comes back is known again.
//!
//! Knows no file format of workbooks: what is drafted here [`super::writer`] writes.

use super::index::{Index, LevelNames};
use super::names::{BASES, Choice, Column, FORMAT, KINDS, Named, ROUTES, Setting, SheetKind, called, in_language};
use crate::framework::{Basis, Framework, Level, Text};
use crate::json::{Json, JsonType, to_compact, word};
use crate::wording::Language;
use std::rc::Rc;

/// A sheet to be written.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: &'static str,
    pub columns: Vec<DraftColumn>,
    /// A cell of each column, where there is something in it.
    pub rows: Vec<Vec<Option<DraftCell>>>,
    /// How many columns stay in view.
    pub frozen: u16,
    pub lists: Vec<DropDown>,
}

#[derive(Clone, Debug)]
pub struct DraftColumn {
    pub head: String,
    /// In characters.
    pub width: u16,
    /// For the program rather than for people.
    pub is_grey: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum DraftCell {
    Text(Rc<str>),
    Number(i64),
}

/// What may be chosen in some cells.
#[derive(Clone, Debug)]
pub struct DropDown {
    /// The first and the last row, counted from 0, and likewise the columns.
    pub rows: (u32, u32),
    pub columns: (u16, u16),
    pub words: Words,
}

/// The words to choose from.
#[derive(Clone, Debug)]
pub enum Words {
    These(Vec<Rc<str>>),
    /// What stands in these rows of a column of a sheet.
    Cells {
        sheet: &'static str,
        column: u16,
        rows: (u32, u32),
    },
}

/// Drop-downs reach so many rows further than a sheet is filled.
const ROOM: u32 = 200;
/// The longest list that Excel takes in words, in characters.
const LONGEST_LIST: usize = 255;

impl Draft {
    fn of(kind: SheetKind, language: Language) -> Self {
        Self { name: kind.name(language), ..Self::default() }
    }

    fn column(&mut self, head: impl Into<String>, width: u16) -> u16 {
        self.columns.push(DraftColumn { head: head.into(), width, is_grey: false });
        (self.columns.len() - 1) as u16
    }

    fn grey(&mut self, head: impl Into<String>) {
        let column = self.column(head, 16);
        self.columns[usize::from(column)].is_grey = true;
    }

    fn drop_down(&mut self, column: u16, words: Words) {
        let last = self.rows.len() as u32 + ROOM;
        self.lists.push(DropDown { rows: (1, last), columns: (column, column), words });
    }

    /// The rows with something in them, for a drop-down of another sheet.
    fn cells(&self, column: u16) -> Words {
        Words::Cells { sheet: self.name, column, rows: (1, self.rows.len() as u32 + ROOM) }
    }
}

/// What a framework's file holds beside the framework: for editors and for others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// Where an editor finds the schema.
    schema: Option<Rc<str>>,
    hints_off: Vec<String>,
    /// The rest of what is kept under names of others' own, as JSON.
    extensions: Option<Rc<str>>,
}

impl Beside {
    /// From a file that has been checked. Numbers keep their digits: they are others', and may be beyond what is counted with.
    pub fn of(file: Json) -> Self {
        let schema = file.get("$schema").and_then(Json::text).map(|schema| schema.as_ref().into());
        let Some(extensions) = file.get("extensions") else { return Self { schema, ..Self::default() } };
        let names = extensions.get("rokade").and_then(|rokade| rokade.get("hintsOff")).map(Json::items);
        let hints_off = names.unwrap_or_default().into_iter().filter_map(Json::text).map(|name| name.into_owned());
        let hints_off: Vec<String> = hints_off.collect();
        let is_other = |json: Json| hints_off.is_empty() || json.json_type() != JsonType::Object;
        let mut others = Vec::new();
        for own in extensions.members() {
            let value = match &*own.key {
                "rokade" if !is_other(own.json) => {
                    let kept = own.json.members().into_iter().filter(|own| own.key != "hintsOff");
                    let kept: Vec<String> = kept.map(|own| member(&own.key, &to_compact(&own.json))).collect();
                    if kept.is_empty() {
                        continue;
                    }
                    format!("{{{}}}", kept.join(","))
                }
                _ => to_compact(&own.json),
            };
            others.push(member(&own.key, &value));
        }
        let has_others = !others.is_empty() || hints_off.is_empty();
        Self { schema, hints_off, extensions: has_others.then(|| format!("{{{}}}", others.join(",")).into()) }
    }

    /// Takes away what no cell can hold; gives its JSON Pointers.
    pub fn fit(&mut self) -> Vec<&'static str> {
        /// Excel's own limit is a little higher.
        const LONGEST_CELL: usize = 32_000;
        let is_long = |text: &Option<Rc<str>>| text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_CELL);
        let mut pointers = Vec::new();
        for (pointer, text) in [("/$schema", &mut self.schema), ("/extensions", &mut self.extensions)] {
            if is_long(text) {
                *text = None;
                pointers.push(pointer);
            }
        }
        pointers
    }
}

fn member(key: &str, json: &str) -> String {
    format!("{}:{json}", to_compact(&key))
}

/// The sheets of a framework with names in this language.
pub fn draft(framework: &Framework, beside: &Beside, language: Language) -> Vec<Draft> {
    Drafting::of(framework, language).sheets(beside)
}

struct Drafting<'f> {
    framework: &'f Framework,
    /// Of the names of sheets and columns.
    language: Language,
    competences: Index,
    dimensions: Index,
    roles: Index,
    areas: Index,
    /// How each level of each scale is named.
    levels: Vec<Vec<Rc<str>>>,
}

type Cells = Vec<Option<DraftCell>>;

fn cell(text: impl Into<Rc<str>>) -> Option<DraftCell> {
    Some(DraftCell::Text(text.into()))
}

fn cell_if(text: &Option<Rc<str>>) -> Option<DraftCell> {
    text.clone().map(DraftCell::Text)
}

fn number(number: impl Into<i64>) -> Option<DraftCell> {
    Some(DraftCell::Number(number.into()))
}

fn words(choices: &[Choice], language: Language) -> Words {
    Words::These(choices.iter().map(|choice| choice[1 + language as usize].into()).collect())
}

impl<'f> Drafting<'f> {
    fn of(framework: &'f Framework, language: Language) -> Self {
        let index = |parts: Vec<(&Rc<str>, &Text)>| {
            let mut index = Index::default();
            for (place, (id, title)) in parts.into_iter().enumerate() {
                index.add(place, id, &title.0);
            }
            index
        };
        let level_names = |scale: &crate::framework::Scale| -> Vec<Rc<str>> {
            let words = |level: &crate::framework::ScaleLevel| -> Vec<Rc<str>> {
                let texts = level.short.iter().chain([&level.label]);
                texts.flat_map(|text| text.0.iter().cloned()).collect()
            };
            let names = LevelNames::of(scale.levels.iter().map(words).collect());
            let own = |(place, level): (usize, &crate::framework::ScaleLevel)| {
                let words: Vec<Rc<str>> =
                    level.short.iter().chain([&level.label]).map(|text| text.in_language(0)).collect();
                names.name(place, &words.iter().collect::<Vec<_>>())
            };
            scale.levels.iter().enumerate().map(own).collect()
        };
        Self {
            framework,
            language,
            competences: index(framework.competences.iter().map(|part| (&part.id, &part.title)).collect()),
            dimensions: index(framework.dimensions.iter().map(|part| (&part.id, &part.title)).collect()),
            roles: index(framework.roles.iter().map(|part| (&part.id, &part.title)).collect()),
            areas: index(framework.areas.iter().map(|part| (&part.id, &part.title)).collect()),
            levels: framework.scales.iter().map(level_names).collect(),
        }
    }

    fn sheets(&self, beside: &Beside) -> Vec<Draft> {
        let scales = self.scale_sheet();
        let competences = self.competence_sheet();
        let roles = self.role_sheet();
        let areas = self.area_sheet();
        let behaviours = self.behaviour_sheet(&competences);
        let stages = self.stage_sheet(&roles);
        let levels = self.level_sheet(&scales);
        let practice = self.practice_sheet(&areas, &competences, &scales);
        vec![
            self.read_me(),
            self.setting_sheet(beside),
            scales,
            competences,
            behaviours,
            roles,
            stages,
            levels,
            self.weight_sheet(),
            areas,
            practice,
            self.source_sheet(),
            self.renamed_sheet(),
        ]
    }

    fn name(&self, column: Column) -> &'static str {
        column.name(self.language)
    }

    /// A column for each language.
    fn texts(&self, draft: &mut Draft, name: &str, width: u16) {
        for tag in &self.framework.languages {
            draft.column(in_language(name, tag), width);
        }
    }

    fn said<'t>(&self, text: &'t Text) -> impl Iterator<Item = Option<DraftCell>> + 't {
        text.0.iter().map(|text| Some(DraftCell::Text(text.clone())))
    }

    fn said_if(&self, text: &Option<Text>) -> Cells {
        match text {
            Some(text) => self.said(text).collect(),
            None => vec![None; self.framework.languages.len()],
        }
    }

    fn first(&self, text: &Text) -> Rc<str> {
        text.in_language(0)
    }

    fn competence(&self, place: usize) -> Rc<str> {
        let part = &self.framework.competences[place];
        self.competences.name(place, &part.id, &self.first(&part.title))
    }

    /// Several competences in one cell.
    fn tied(&self, places: &[usize]) -> Rc<str> {
        let parts: Vec<_> = places.iter().map(|place| &self.framework.competences[*place]).collect();
        let titles: Vec<Rc<str>> = parts.iter().map(|part| self.first(&part.title)).collect();
        let named = places.iter().zip(&parts).zip(&titles).map(|((place, part), title)| (*place, &part.id, title));
        self.competences.names(&named.collect::<Vec<_>>())
    }

    fn dimension(&self, place: usize) -> Rc<str> {
        let part = &self.framework.dimensions[place];
        self.dimensions.name(place, &part.id, &self.first(&part.title))
    }

    fn role(&self, place: usize) -> Rc<str> {
        let part = &self.framework.roles[place];
        self.roles.name(place, &part.id, &self.first(&part.title))
    }

    fn area(&self, place: usize) -> Rc<str> {
        let part = &self.framework.areas[place];
        self.areas.name(place, &part.id, &self.first(&part.title))
    }

    /// A level of this scale in words.
    fn level(&self, scale: usize, level: Level) -> Rc<str> {
        self.levels[scale][usize::from(level)].clone()
    }

    /// The words of a scale to choose from: those that stand on the sheet of scales, or else in a list.
    fn level_words(&self, scale: usize, sheet: &Draft) -> Option<Words> {
        let levels = &self.framework.scales[scale].levels;
        let words: Vec<Rc<str>> = (0..levels.len()).map(|level| self.level(scale, level as Level)).collect();
        let first = 1 + self.framework.scales[..scale].iter().map(|scale| scale.levels.len() as u32).sum::<u32>();
        let rows = (first, first + levels.len() as u32 - 1);
        for column in 0..sheet.columns.len() {
            let stands = |(row, word): (u32, &Rc<str>)| {
                sheet.rows[row as usize - 1][column] == Some(DraftCell::Text(word.clone()))
            };
            if (first..).zip(&words).all(stands) {
                return Some(Words::Cells { sheet: sheet.name, column: column as u16, rows });
            }
        }
        let is_short = words.iter().map(|word| word.chars().count() + 1).sum::<usize>() <= LONGEST_LIST;
        (is_short && words.iter().all(|word| !word.contains(','))).then_some(Words::These(words))
    }

    fn basis(&self, basis: Basis) -> Option<DraftCell> {
        cell(called(BASES, &word(&basis), self.language))
    }

    fn read_me(&self) -> Draft {
        let mut draft = Draft::of(SheetKind::ReadMe, self.language);
        let Framework { id, version, .. } = self.framework;
        draft.column(format!("{FORMAT}   {id} {version}"), 110);
        let lines = READ_ME.iter().flat_map(|(danish, english)| match self.language {
            Language::Danish => [*danish, *english],
            Language::English => [*english, *danish],
        });
        let (mut own, mut other) = (Vec::new(), Vec::new());
        for (place, line) in lines.enumerate() {
            if place % 2 == 0 { own.push(line) } else { other.push(line) }
        }
        if self.levels.iter().flatten().any(|name| name.starts_with('#')) {
            let (danish, english) = COUNTED_LEVELS;
            let lines = match self.language {
                Language::Danish => [danish, english],
                Language::English => [english, danish],
            };
            own.push(lines[0]);
            other.push(lines[1]);
        }
        draft.rows = own.into_iter().chain([""]).chain(other).map(|line| vec![cell(line)]).collect();
        draft
    }

    fn setting_sheet(&self, beside: &Beside) -> Draft {
        let Framework {
            id,
            version,
            languages,
            title,
            summary,
            basis,
            owner,
            contact,
            licence,
            sources: _,
            scales,
            behaviour_scale,
            dimensions: _,
            competences: _,
            behaviours: _,
            roles: _,
            areas: _,
            parameters,
            renamed: _,
            places: _,
        } = self.framework;
        let mut draft = Draft::of(SheetKind::Settings, self.language);
        draft.column(self.name(Column::Setting), 32);
        let value = draft.column(self.name(Column::Value), 40);
        self.texts(&mut draft, self.name(Column::Value), 60);
        draft.frozen = 1;
        let Beside { schema, hints_off, extensions } = beside;
        for setting in <Setting as strum::VariantArray>::VARIANTS {
            let (plain, texts) = match setting {
                Setting::Format => (cell(FORMAT), None),
                Setting::Id => (cell(id.clone()), None),
                Setting::Version => (cell(version.clone()), None),
                Setting::Languages => (cell(languages.join("; ")), None),
                Setting::Title => (None, Some(title)),
                Setting::Summary => (None, summary.as_ref()),
                Setting::Owner => (cell_if(owner), None),
                Setting::Licence => (cell_if(licence), None),
                Setting::Basis => (self.basis(*basis), None),
                Setting::Contact => (cell_if(contact), None),
                Setting::CompetenceScale => (cell(scales[self.usual_scale()].id.clone()), None),
                Setting::BehaviourScale => (cell(scales[*behaviour_scale].id.clone()), None),
                Setting::Stretch => (number(parameters.stretch), None),
                Setting::EntryTolerance => (number(parameters.entry_tolerance), None),
                Setting::PortfolioSize => (number(parameters.portfolio_size), None),
                Setting::RotationsAtMost => (number(parameters.rotations_at_most), None),
                Setting::HintsOff => {
                    ((!hints_off.is_empty()).then(|| DraftCell::Text(hints_off.join("; ").into())), None)
                }
                Setting::Extensions => (cell_if(extensions), None),
                // For programs alone, and hardly any framework has it.
                Setting::Schema if schema.is_none() => continue,
                Setting::Schema => (cell_if(schema), None),
            };
            if *setting == Setting::Basis {
                let row = draft.rows.len() as u32 + 1;
                let words = words(BASES, self.language);
                draft.lists.push(DropDown { rows: (row, row), columns: (value, value), words });
            }
            let mut row = vec![cell(setting.name(self.language)), plain];
            match texts {
                Some(text) => row.extend(self.said(text)),
                None => row.extend(vec![None; languages.len()]),
            }
            draft.rows.push(row);
        }
        draft
    }

    /// The scale that most competences are rated on, which those that are say nothing of.
    fn usual_scale(&self) -> usize {
        let count = |scale: usize| self.framework.competences.iter().filter(|own| own.scale == scale).count();
        let scales = 0..self.framework.scales.len();
        scales.rev().max_by_key(|scale| count(*scale)).unwrap_or_default()
    }

    fn scale_sheet(&self) -> Draft {
        let mut draft = Draft::of(SheetKind::Scales, self.language);
        draft.column(self.name(Column::Scale), 16);
        draft.column(self.name(Column::Level), 8);
        for column in
            [Column::Label, Column::Short, Column::Description, Column::ManagerLabel, Column::ManagerDescription]
        {
            self.texts(&mut draft, self.name(column), if column == Column::Short { 18 } else { 34 });
        }
        draft.frozen = 2;
        for scale in &self.framework.scales {
            for (place, level) in scale.levels.iter().enumerate() {
                let mut row = vec![cell(scale.id.clone()), number(place as i64)];
                row.extend(self.said(&level.label));
                for text in [&level.short, &level.description, &level.manager_label, &level.manager_description] {
                    row.extend(self.said_if(text));
                }
                draft.rows.push(row);
            }
        }
        draft
    }

    fn competence_sheet(&self) -> Draft {
        let Framework { languages, competences, dimensions, scales, sources, .. } = self.framework;
        let mut draft = Draft::of(SheetKind::Competences, self.language);
        self.texts(&mut draft, self.name(Column::Dimension), 20);
        self.texts(&mut draft, self.name(Column::Title), 26);
        self.texts(&mut draft, self.name(Column::Statement), 46);
        self.texts(&mut draft, self.name(Column::ManagerStatement), 46);
        let scale = draft.column(self.name(Column::Scale), 14);
        let most = |texts: fn(&crate::framework::Competence) -> &Vec<Text>| {
            competences.iter().map(|competence| texts(competence).len()).max().unwrap_or_default()
        };
        let (own, managers) =
            (most(|competence| &competence.level_texts), most(|competence| &competence.manager_level_texts));
        for (column, levels) in [(Column::LevelText, own), (Column::ManagerLevelText, managers)] {
            for level in 0..levels {
                self.texts(&mut draft, &format!("{} {level}", self.name(column)), 30);
            }
        }
        draft.column(self.name(Column::Source), 16);
        draft.column(self.name(Column::Section), 18);
        draft.column(self.name(Column::Item), 8);
        draft.column(self.name(Column::Alignments), 24);
        self.texts(&mut draft, self.name(Column::DimensionSummary), 34);
        draft.grey(self.name(Column::DimensionId));
        draft.grey(self.name(Column::Id));
        draft.frozen = languages.len() as u16 * 2;
        let none = |columns: usize| vec![None; columns];
        let usual_scale = self.usual_scale();
        for (place, competence) in competences.iter().enumerate() {
            let dimension = &dimensions[competence.dimension];
            let mut row: Cells = self.said(&dimension.title).collect();
            row.extend(self.said(&competence.title));
            row.extend(self.said(&competence.statement));
            row.extend(self.said_if(&competence.manager_statement));
            let is_usual = competence.scale == usual_scale;
            row.push((!is_usual).then(|| DraftCell::Text(scales[competence.scale].id.clone())));
            for (texts, columns) in [(&competence.level_texts, own), (&competence.manager_level_texts, managers)] {
                texts.iter().for_each(|text| row.extend(self.said(text)));
                row.extend(none((columns - texts.len()) * languages.len()));
            }
            row.extend(source_cells(&competence.source, sources));
            row.push(alignment_cell(&competence.alignments));
            match dimension.competences.start == place {
                true => row.extend(self.said_if(&dimension.summary)),
                false => row.extend(none(languages.len())),
            }
            row.push(cell(dimension.id.clone()));
            row.push(cell(competence.id.clone()));
            draft.rows.push(row);
        }
        let ids = scales.iter().map(|scale| scale.id.clone()).collect();
        draft.drop_down(scale, Words::These(ids));
        draft
    }

    fn behaviour_sheet(&self, competences: &Draft) -> Draft {
        let mut draft = Draft::of(SheetKind::Behaviours, self.language);
        let dimension = draft.column(self.name(Column::Dimension), 20);
        self.texts(&mut draft, self.name(Column::Statement), 46);
        self.texts(&mut draft, self.name(Column::ManagerStatement), 46);
        draft.column(self.name(Column::Competences), 34);
        draft.column(self.name(Column::Source), 16);
        draft.column(self.name(Column::Section), 18);
        draft.column(self.name(Column::Item), 8);
        draft.grey(self.name(Column::Id));
        draft.frozen = 1;
        for behaviour in &self.framework.behaviours {
            let mut row = vec![cell(self.dimension(behaviour.dimension))];
            row.extend(self.said(&behaviour.statement));
            row.extend(self.said_if(&behaviour.manager_statement));
            row.push((!behaviour.competences.is_empty()).then(|| DraftCell::Text(self.tied(&behaviour.competences))));
            row.extend(source_cells(&behaviour.source, &self.framework.sources));
            row.push(cell(behaviour.id.clone()));
            draft.rows.push(row);
        }
        draft.drop_down(dimension, competences.cells(0));
        draft
    }

    fn role_sheet(&self) -> Draft {
        let mut draft = Draft::of(SheetKind::Roles, self.language);
        self.texts(&mut draft, self.name(Column::Title), 28);
        self.texts(&mut draft, self.name(Column::Summary), 50);
        draft.column(self.name(Column::Group), 16);
        let basis = draft.column(self.name(Column::Basis), 16);
        draft.column(self.name(Column::FocusRaise), 12);
        draft.column(self.name(Column::FocusAtMost), 12);
        draft.grey(self.name(Column::Id));
        draft.frozen = 1;
        for role in &self.framework.roles {
            let mut row: Cells = self.said(&role.title).collect();
            row.extend(self.said_if(&role.summary));
            row.push(cell_if(&role.group));
            row.push(self.basis(role.basis));
            row.push(role.focus.and_then(|focus| number(focus.raise)));
            row.push(role.focus.and_then(|focus| number(focus.at_most)));
            row.push(cell(role.id.clone()));
            draft.rows.push(row);
        }
        draft.drop_down(basis, words(BASES, self.language));
        draft
    }

    fn stage_sheet(&self, roles: &Draft) -> Draft {
        let mut draft = Draft::of(SheetKind::Stages, self.language);
        let column = draft.column(self.name(Column::Role), 28);
        self.texts(&mut draft, self.name(Column::Title), 28);
        draft.column(self.name(Column::Months), 12);
        draft.column(self.name(Column::LowerBy), 12);
        draft.grey(self.name(Column::Id));
        draft.frozen = 1;
        for (place, role) in self.framework.roles.iter().enumerate() {
            for stage in &role.stages {
                let mut row = vec![cell(self.role(place))];
                row.extend(self.said(&stage.title));
                row.extend([number(stage.months), number(stage.lower_by), cell(stage.id.clone())]);
                draft.rows.push(row);
            }
        }
        draft.drop_down(column, roles.cells(0));
        draft
    }

    /// A row for each competence and a column for each role.
    fn matrix(&self, kind: SheetKind, value: impl Fn(usize, &crate::framework::Role) -> Option<DraftCell>) -> Draft {
        let mut draft = Draft::of(kind, self.language);
        draft.column(self.name(Column::Competence), 28);
        for (place, role) in self.framework.roles.iter().enumerate() {
            // One that is called as a column of the sheet says that it is a role.
            let is_free = |name: &Rc<str>| super::header::head(name, kind).is_none();
            let head = [self.role(place), role.id.clone()].into_iter().find(is_free);
            draft.column(
                head.unwrap_or_else(|| format!("{}: {}", self.name(Column::Role), role.id).into()).to_string(),
                18,
            );
        }
        draft.grey(self.name(Column::Id));
        draft.frozen = 1;
        for (place, competence) in self.framework.competences.iter().enumerate() {
            let mut row = vec![cell(self.competence(place))];
            row.extend(self.framework.roles.iter().map(|role| value(place, role)));
            row.push(cell(competence.id.clone()));
            draft.rows.push(row);
        }
        draft
    }

    fn level_sheet(&self, scales: &Draft) -> Draft {
        let competences = &self.framework.competences;
        let mut draft = self.matrix(SheetKind::Levels, |place, role| {
            role.targets[place].map(|level| DraftCell::Text(self.level(competences[place].scale, level)))
        });
        let columns = (1, self.framework.roles.len() as u16);
        let mut first = 0;
        while first < competences.len() {
            let scale = competences[first].scale;
            let rows = competences[first..].iter().take_while(|competence| competence.scale == scale).count();
            if let Some(words) = self.level_words(scale, scales) {
                let room = if first + rows == competences.len() { ROOM } else { 0 };
                let rows = (first as u32 + 1, (first + rows) as u32 + room);
                draft.lists.push(DropDown { rows, columns, words });
            }
            first += rows;
        }
        draft
    }

    fn weight_sheet(&self) -> Draft {
        let mut draft = self.matrix(SheetKind::Weights, |place, role| {
            (role.weights[place] != 1).then(|| DraftCell::Number(role.weights[place].into()))
        });
        let rows = (1, self.framework.competences.len() as u32 + ROOM);
        let words = Words::These(["0", "1", "2", "3"].map(Rc::from).to_vec());
        draft.lists.push(DropDown { rows, columns: (1, self.framework.roles.len() as u16), words });
        draft
    }

    fn area_sheet(&self) -> Draft {
        let mut draft = Draft::of(SheetKind::Areas, self.language);
        self.texts(&mut draft, self.name(Column::Title), 30);
        self.texts(&mut draft, self.name(Column::Summary), 50);
        let kind = draft.column(self.name(Column::Kind), 14);
        let route = draft.column(self.name(Column::Route), 20);
        self.texts(&mut draft, self.name(Column::Unit), 22);
        draft.column(self.name(Column::Groups), 22);
        draft.column(self.name(Column::AfterMonths), 10);
        draft.column(self.name(Column::Need), 10);
        draft.column(self.name(Column::NeedBy), 18);
        draft.column(self.name(Column::NeedOn), 14);
        let basis = draft.column(self.name(Column::Basis), 16);
        draft.grey(self.name(Column::Id));
        draft.frozen = 1;
        for area in &self.framework.areas {
            let mut row: Cells = self.said(&area.title).collect();
            row.extend(self.said_if(&area.summary));
            row.push(cell(called(KINDS, &word(&area.kind()), self.language)));
            row.push(cell(called(ROUTES, &word(&area.route), self.language)));
            row.extend(self.said_if(&area.unit));
            row.push((!area.groups.is_empty()).then(|| DraftCell::Text(area.groups.join("; ").into())));
            row.push((area.after_months > 0).then(|| DraftCell::Number(area.after_months.into())));
            row.push((area.need > 0).then(|| DraftCell::Number(area.need.into())));
            row.push(area.need_stated.as_ref().map(|stated| DraftCell::Text(stated.by.clone())));
            row.push(area.need_stated.as_ref().map(|stated| DraftCell::Text(stated.on.clone())));
            row.push(self.basis(area.basis));
            row.push(cell(area.id.clone()));
            draft.rows.push(row);
        }
        draft.drop_down(kind, words(KINDS, self.language));
        draft.drop_down(route, words(ROUTES, self.language));
        draft.drop_down(basis, words(BASES, self.language));
        draft
    }

    fn practice_sheet(&self, areas: &Draft, competences: &Draft, scales: &Draft) -> Draft {
        let mut draft = Draft::of(SheetKind::Practice, self.language);
        let area_column = draft.column(self.name(Column::Area), 30);
        let competence_column = draft.column(self.name(Column::Competence), 28);
        let entry_column = draft.column(self.name(Column::Entry), 20);
        let practice_column = draft.column(self.name(Column::Practice), 20);
        draft.frozen = 2;
        for (place, area) in self.framework.areas.iter().enumerate() {
            let mut places: Vec<usize> = area.entry.iter().chain(&area.practice).map(|(place, _)| *place).collect();
            places.sort_unstable();
            places.dedup();
            for competence in places {
                let level = |levels: &[(usize, Level)]| {
                    let (_, level) = levels.iter().find(|(own, _)| *own == competence)?;
                    cell(self.level(self.framework.competences[competence].scale, *level))
                };
                draft.rows.push(vec![
                    cell(self.area(place)),
                    cell(self.competence(competence)),
                    level(&area.entry),
                    level(&area.practice),
                ]);
            }
        }
        draft.drop_down(area_column, areas.cells(0));
        draft.drop_down(competence_column, competences.cells(self.framework.languages.len() as u16));
        if let Some(words) = self.level_words(self.usual_scale(), scales) {
            draft.drop_down(entry_column, words.clone());
            draft.drop_down(practice_column, words);
        }
        draft
    }

    fn source_sheet(&self) -> Draft {
        let mut draft = Draft::of(SheetKind::Sources, self.language);
        draft.column(self.name(Column::Id), 20);
        draft.column(self.name(Column::Title), 50);
        draft.column(self.name(Column::Publisher), 26);
        draft.column(self.name(Column::Url), 40);
        for source in &self.framework.sources {
            let publisher = cell_if(&source.publisher);
            draft.rows.push(vec![cell(source.id.clone()), cell(source.title.clone()), publisher, cell_if(&source.url)]);
        }
        draft
    }

    fn renamed_sheet(&self) -> Draft {
        let mut draft = Draft::of(SheetKind::Renamed, self.language);
        draft.column(self.name(Column::From), 26);
        draft.column(self.name(Column::To), 40);
        for renamed in &self.framework.renamed {
            draft.rows.push(vec![cell(renamed.from.clone()), cell(renamed.to.join("; "))]);
        }
        draft
    }
}

fn source_cells(
    source: &Option<crate::framework::SourcePlace>,
    sources: &[crate::framework::SourceDocument],
) -> [Option<DraftCell>; 3] {
    match source {
        Some(source) => {
            let document = cell(sources[source.document].id.clone());
            [document, cell_if(&source.section), source.item.and_then(number)]
        }
        None => [None, None, None],
    }
}

/// Each on a line of its own, `scheme: uri`; as JSON where that would be read otherwise.
fn alignment_cell(alignments: &[crate::framework::Alignment]) -> Option<DraftCell> {
    if alignments.is_empty() {
        return None;
    }
    let is_plain = |own: &crate::framework::Alignment| {
        !own.scheme.contains([':', '\n', '['])
            && !own.uri.contains('\n')
            && own.uri.trim() == &*own.uri
            && own.scheme.trim() == &*own.scheme
    };
    if alignments.iter().all(is_plain) {
        let lines: Vec<String> = alignments.iter().map(|own| format!("{}: {}", own.scheme, own.uri)).collect();
        return cell(lines.join("\n"));
    }
    let pairs: Vec<[&str; 2]> = alignments.iter().map(|own| [&*own.scheme, &*own.uri]).collect();
    cell(to_compact(&pairs))
}

/// What stands on the first sheet, in Danish and in English.
const READ_ME: &[(&str, &str)] = &[
    (
        "Her er kompetencegrundlaget som regneark. Ret, slet og tilføj rækker, gem filen, og læs den ind igen.",
        "This is the competence framework as a spreadsheet. Change, delete and add rows, save the file, and read it in again.",
    ),
    (
        "Overskrifterne siger, hvad der står i kolonnen. En tekst har en kolonne for hvert sprog: Titel::Dansk (da).",
        "The headings say what is in a column. A text has a column for each language: Title::English (en).",
    ),
    (
        "Begynd i arket Kompetencer: en række er en kompetence. Delen skrives i hver række eller kun i den første.",
        "Begin on the sheet Competences: a row is a competence. Write its dimension in every row, or in the first only.",
    ),
    (
        "I Niveauer står kompetencerne nedad og rollerne henad. Vælg det niveau, rollen kræver. En tom celle betyder, at rollen ikke kræver noget.",
        "On Levels, competences go down and roles across. Choose the level that the role asks for. An empty cell means that it asks for none.",
    ),
    (
        "I Vægte betyder en tom celle 1. Skriv 0, 2 eller 3, hvor noget skal tælle mindre eller mere.",
        "On Weights, an empty cell means 1. Write 0, 2 or 3 where something is to count less or more.",
    ),
    (
        "Lad de grå kolonner til sidst være. De holder styr på, hvad der er hvad, så gamle besvarelser stadig passer. Nye rækker får selv et id.",
        "Leave the grey columns at the end alone. They keep track of what is what, so that earlier assessments still fit. New rows get an id by themselves.",
    ),
    (
        "Har en kompetence fået et nyt id, så skriv det gamle og det nye i arket Omdøbt.",
        "Where a competence has got a new id, write the old one and the new one on the sheet Renamed.",
    ),
    (
        "Ark og kolonner, hvis navn begynder med _, og rækker, der begynder med #, er dine egne noter og bliver sprunget over.",
        "Sheets and columns whose name begins with _ and rows that begin with # are your own notes and are passed over.",
    ),
    (
        "Flere ting i én celle adskilles af semikolon. Formatering betyder ingenting.",
        "Several things in one cell are separated by semicolons. Formatting means nothing.",
    ),
];

/// The same where levels can't all be named by their words.
const COUNTED_LEVELS: (&str, &str) = (
    "Har flere niveauer samme navn, eller kan et navn læses som et andet niveaus nummer, står niveauet med sit nummer: #0 er det laveste.",
    "Where levels share a name, or a name could be read as another level's number, the level stands by its number: #0 is the lowest.",
);

/// Whether a cell of the first sheet is the template's own. Saved as text, its sentences may come back in parts, since the sheet
/// has no second column to show what stands between two.
pub fn is_of_read_me(text: &str) -> bool {
    let text = text.trim();
    let is_part = |own: &str| own == text || own.split([',', ';', '|']).any(|part| part.trim() == text);
    text.starts_with(FORMAT)
        || READ_ME.iter().chain([&COUNTED_LEVELS]).any(|(danish, english)| is_part(danish) || is_part(english))
}

/// The language of names that suits a framework: Danish where that is its first.
pub fn language_of(framework: &Framework) -> Language {
    let first = framework.languages.first().map(|tag| Language::of_tag(tag));
    first.flatten().unwrap_or(Language::English)
}
