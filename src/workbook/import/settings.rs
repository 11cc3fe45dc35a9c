//! The framework's languages, its settings, its scales, its sources and what became of older ids.
//!
//! Knows no competence, role or area.

use super::cells::{Cells, FilledDown, Id, Line, Made};
use super::table::Table;
use crate::json::{Json, JsonType};
use crate::problem::IdKind;
use crate::problem::kebab;
use crate::wording::Language;
use crate::workbook::finding::FindingKind;
use crate::workbook::header::{primary, usual};
use crate::workbook::index::{Index, LevelNames, list, whole};
use crate::workbook::names::{
    BASES, Column, FORMAT, LANGUAGES, Match, Named, Setting, SheetKind, all_names, in_language, meant,
};
use crate::workbook::node::Node;
use crate::workbook::sheet::Place;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Finds the languages: those that the settings name, and those that text columns name. A text column without one is refused,
/// unless the settings name one language and no column another.
pub fn find_languages(tables: &mut BTreeMap<SheetKind, Table>, cells: &mut Cells) {
    let mut declared: Vec<(Rc<str>, Option<Place>)> = Vec::new();
    if let Some(table) = tables.get(&SheetKind::Settings) {
        for line in table.lines() {
            let name = line.peek(Column::Setting).map(|text| &**text).unwrap_or_default();
            let is_wanted = match meant(name, all_names::<Setting>()) {
                Some(Match::Same(setting) | Match::Misspelt(setting)) => setting == Setting::Languages,
                None => false,
            };
            if let Some((column, value)) = value(line).filter(|_| is_wanted) {
                let place = table.place(line.row.number, column);
                let tags = list(value, None).into_iter().flat_map(|part| part.split([',', ' ']));
                let tags = tags.filter(|tag| !tag.is_empty());
                declared.extend(tags.map(|tag| (Rc::from(tag), Some(place.clone()))));
            }
        }
    }
    spell_languages(tables, &declared);
    let order = [SheetKind::Settings, SheetKind::Competences];
    let first = order.iter().filter_map(|kind| tables.get(kind));
    let rest = tables.iter().filter(|(kind, _)| !order.contains(kind)).map(|(_, table)| table);
    let mut named: Vec<Rc<str>> = Vec::new();
    for (_, head) in first.chain(rest).flat_map(|table| &table.heads) {
        if let Some(language) = head.language.as_ref().filter(|language| !named.contains(language)) {
            named.push(language.clone());
        }
    }
    let is_one = declared.first().is_some_and(|(first, _)| declared.iter().all(|(own, _)| own == first));
    // Of a language that the settings name and no column does nothing could be said.
    for (language, place) in declared {
        if named.is_empty() || named.contains(&language) {
            if !cells.languages.contains(&language) {
                cells.languages.push(language);
            }
        } else if let Some(place) = place {
            cells.found.add(place, FindingKind::LanguageLeftOut { language });
        }
    }
    cells.has_one_language = is_one && named.iter().all(|own| cells.languages.contains(own));
    named.retain(|language| !cells.languages.contains(language));
    cells.languages.extend(named);
    cells.names = tables.values().next().map_or(Language::Danish, |table| table.language);
    let languages = cells.languages.clone();
    for table in tables.values_mut() {
        name_languages(table, &languages, cells);
    }
    if cells.languages.is_empty() {
        // Refused already; so that the rest can be told too.
        cells.languages.push("und".into());
    }
}

/// Spells the languages of all columns as the settings do, or else as is usual. What is no usual tag and isn't in the settings
/// may be any word: its column names no language.
fn spell_languages(tables: &mut BTreeMap<SheetKind, Table>, declared: &[(Rc<str>, Option<Place>)]) {
    for (_, head) in tables.values_mut().flat_map(|table| &mut table.heads) {
        let Some(own) = head.language.take() else { continue };
        let as_declared = || declared.iter().map(|(tag, _)| tag).find(|tag| tag.eq_ignore_ascii_case(&own)).cloned();
        let is_declared = declared.iter().any(|(tag, _)| *tag == own);
        head.language = match is_declared {
            true => Some(own),
            false => as_declared().or_else(|| (primary(&own).len() <= 3).then(|| usual(&own))),
        };
    }
}

fn name_languages(table: &mut Table, languages: &[Rc<str>], cells: &mut Cells) {
    for place in 0..table.heads.len() {
        let (column, head) = table.heads[place].clone();
        let is_plain_value = table.kind == SheetKind::Settings;
        if head.language.is_some() || !table.kind.is_text(head.column) || is_plain_value {
            continue;
        }
        let lacks = |language: &&Rc<str>| table.text_column(head.column, head.level, language).is_none();
        let lacking: Vec<Rc<str>> = languages.iter().filter(lacks).cloned().collect();
        let name = head.column.name(table.language);
        let name = head.level.map_or(name.to_owned(), |level| format!("{name} {level}"));
        let found = head.said.clone();
        let at = table.place(table.head_row, column);
        // A name behind `::` that is no language's is no bare name.
        let is_bare = !found.contains("::");
        let language = match &lacking[..] {
            [language] if cells.has_one_language && is_bare => {
                let (language, right) = (language.clone(), in_language(&name, language).into());
                cells.found.add(at, FindingKind::LanguageGuessed { found, language: language.clone(), right });
                language
            }
            _ => {
                let right = either_of(&name, &lacking, languages, table.language);
                cells.found.add(at, FindingKind::LanguageUnnamed { found, right });
                // Refused; so that the rest can be told too.
                table.note_column(column);
                lacking.first().cloned().unwrap_or_else(|| "und".into())
            }
        };
        table.heads[place].1.language = Some(language);
    }
}

/// How a text column is written in the languages that it may be in: those that the text lacks, or else another than there are.
fn either_of(name: &str, lacking: &[Rc<str>], all: &[Rc<str>], usual: Language) -> Vec<Rc<str>> {
    /// More would be no help.
    const MOST: usize = 3;
    let others = [usual.tag()].into_iter().chain(LANGUAGES.iter().map(|(tag, _)| *tag));
    let other = others.filter(|tag| all.iter().all(|own| &**own != *tag)).take(1);
    let lacking: Vec<&str> = lacking.iter().map(|tag| &**tag).take(MOST).collect();
    let tags = if lacking.is_empty() { other.collect() } else { lacking };
    tags.into_iter().map(|tag| in_language(name, tag).into()).collect()
}

/// What is set where a setting is no text in each language: what stands first beside its name.
fn value<'t>(line: Line<'t>) -> Option<(u32, &'t Rc<str>)> {
    let name = line.table.column(Column::Setting);
    line.row.cells.iter().find(|(column, _)| Some(*column) != name).map(|(column, text)| (*column, text))
}

/// The settings as parts of a document, by their keys.
#[derive(Default)]
pub struct Settings {
    nodes: BTreeMap<Setting, Node>,
    /// What others keep in a framework, as JSON.
    extensions: Rc<str>,
    hints_off: Vec<Node>,
}

impl Settings {
    fn node(&self, setting: Setting) -> Option<Node> {
        self.nodes.get(&setting).cloned()
    }

    /// The place of the scale that competences are rated on, where it is known.
    pub fn usual_scale(&self, scales: &Scales) -> Option<usize> {
        scales.index.id(&self.nodes.get(&Setting::CompetenceScale)?.first_text()?)
    }

    /// Puts the scales' ids in the place of their names; competences are rated on the first unless another is said.
    fn name_scales(&mut self, scales: &Scales, cells: &mut Cells) {
        for setting in [Setting::CompetenceScale, Setting::BehaviourScale] {
            if let Some(node) = self.nodes.get(&setting) {
                let (name, place) = (node.first_text().unwrap_or_default(), node.place.clone());
                let own = cells.refer(&name, place.clone(), IdKind::Scale, &scales.index);
                let id = own.or((!scales.ids.is_empty()).then_some(0)).map(|own| scales.ids[own].clone());
                self.nodes.insert(setting, Node::text(place, id.unwrap_or(name)));
            }
        }
        if let (false, Some(id)) = (self.nodes.contains_key(&Setting::CompetenceScale), scales.ids.first()) {
            let setting = Setting::CompetenceScale.name(cells.names).into();
            cells.found.add(Place::default(), FindingKind::DefaultTaken { setting, value: id.clone() });
            self.nodes.insert(Setting::CompetenceScale, Node::text(Place::default(), id.clone()));
        }
    }

    fn put(&self, node: &mut Node, settings: &[Setting]) {
        for setting in settings {
            node.put_if(setting.key(), self.node(*setting));
        }
    }

    pub fn put_schema(&self, node: &mut Node) {
        self.put(node, &[Setting::Schema]);
    }

    pub fn put_head(&self, node: &mut Node, languages: Node) {
        self.put(node, &[Setting::Id, Setting::Version]);
        node.put("languages", languages);
        use Setting::{Basis, Contact, Licence, Owner, Summary, Title};
        self.put(node, &[Title, Summary, Basis, Owner, Contact, Licence]);
    }

    pub fn put_scales(&self, node: &mut Node) {
        self.put(node, &[Setting::CompetenceScale, Setting::BehaviourScale]);
    }

    pub fn put_parameters(&self, node: &mut Node) {
        let mut parameters = Node::object(Place::default());
        use Setting::{EntryTolerance, PortfolioSize, RotationsAtMost, Stretch};
        self.put(&mut parameters, &[Stretch, EntryTolerance, PortfolioSize, RotationsAtMost]);
        if !parameters.is_empty() {
            node.put("parameters", parameters);
        }
    }

    pub fn put_extensions(&self, node: &mut Node) {
        let place = self.nodes.get(&Setting::Extensions).map(|node| node.place.clone()).unwrap_or_default();
        let (mut rokade, mut others) = (Node::object(place.clone()), Vec::new());
        for own in Json::read(&self.extensions).map(Json::members).unwrap_or_default() {
            match own.json.json_type() {
                JsonType::Object if own.key == "rokade" && !self.hints_off.is_empty() => {
                    for own in own.json.members() {
                        rokade.put(&*own.key, Node::json(place.clone(), own.json));
                    }
                }
                _ => others.push((own.key, Node::json(place.clone(), own.json))),
            }
        }
        let mut extensions = Node::object(place);
        if let Some(first) = self.hints_off.first() {
            rokade.put("hintsOff", Node::list(first.place.clone(), self.hints_off.clone()));
            extensions.put("rokade", rokade);
        }
        others.into_iter().for_each(|(key, node)| extensions.put(&*key, node));
        if !self.extensions.is_empty() || !extensions.is_empty() {
            node.put("extensions", extensions);
        }
    }
}

/// Reads the settings; what is needed and isn't there gets a default, which is told.
pub fn read(table: Option<&Table>, cells: &mut Cells) -> Settings {
    let mut settings = Settings::default();
    if let Some(table) = table {
        let mut firsts: BTreeMap<Setting, Place> = BTreeMap::new();
        for line in table.lines() {
            let Some(name) = line.cell(Column::Setting) else { continue };
            let place = line.place(Column::Setting);
            let found: Rc<str> = name.trim().into();
            let setting = match meant(name, all_names::<Setting>()) {
                Some(Match::Same(setting)) => setting,
                Some(Match::Misspelt(setting)) => {
                    let meant = setting.name(cells.names).into();
                    cells.found.add(place.clone(), FindingKind::SettingMisspelt { found: found.clone(), meant });
                    setting
                }
                None => {
                    cells.found.add(place, FindingKind::SettingUnknown { found });
                    line.note();
                    continue;
                }
            };
            if firsts.insert(setting, place.clone()).is_some() {
                cells.found.add(place, FindingKind::SettingDoubled { found });
                line.note();
                continue;
            }
            settings.set(setting, line, cells);
        }
    }
    settings.defaults(table, cells);
    settings
}

impl Settings {
    fn set(&mut self, setting: Setting, line: Line, cells: &mut Cells) {
        if setting.is_text() {
            let node = self.texts(line, cells);
            if !node.is_empty() {
                self.nodes.insert(setting, node);
            }
            return;
        }
        let Some((column, text)) = value(line) else { return };
        line.table.note(line.row.number, column);
        let place = line.table.place(line.row.number, column);
        // Space around words is theirs.
        let (said, text) = (text, text.trim());
        let node = match setting {
            Setting::Format | Setting::Languages => {
                if setting == Setting::Format && text != FORMAT {
                    let choices = vec![FORMAT.into()];
                    cells.found.add(place, FindingKind::ChoiceUnknown { found: text.into(), choices });
                }
                return;
            }
            Setting::Basis => cells.choice(text, place, BASES),
            Setting::Stretch | Setting::EntryTolerance | Setting::PortfolioSize | Setting::RotationsAtMost => {
                cells.number_in(text, place)
            }
            Setting::HintsOff => {
                self.hints_off = list(text, None).iter().map(|name| Node::text(place.clone(), *name)).collect();
                return;
            }
            Setting::Extensions => {
                match Json::read(text) {
                    Ok(json) if json.json_type() == JsonType::Object => self.extensions = text.into(),
                    _ => cells.found.add(place.clone(), FindingKind::ExtensionUnreadable),
                }
                Some(Node::absent(place))
            }
            Setting::Version | Setting::Owner | Setting::Licence | Setting::Schema => {
                Some(Node::text(place, said.clone()))
            }
            _ => Some(Node::text(place, text)),
        };
        if let Some(node) = node {
            self.nodes.insert(setting, node);
        }
    }

    /// A setting that is a text: from the columns of the languages, or from the plain column where there is one language.
    fn texts(&self, line: Line, cells: &mut Cells) -> Node {
        let plain = line.table.heads.iter().find(|(_, head)| head.column == Column::Value && head.language.is_none());
        let plain = plain.and_then(|(column, _)| Some((*column, line.row.cell(*column)?)));
        let node = cells.texts(line, Column::Value, None);
        let Some((column, text)) = plain.filter(|_| node.is_empty()) else { return node };
        line.table.note(line.row.number, column);
        let place = line.table.place(line.row.number, column);
        let name = Column::Value.name(cells.names);
        let found = name.into();
        let kind = match &cells.languages[..] {
            [language] if cells.has_one_language => {
                let right = in_language(name, language).into();
                FindingKind::LanguageGuessed { found, language: language.clone(), right }
            }
            languages => {
                FindingKind::LanguageUnnamed { found, right: either_of(name, languages, languages, cells.names) }
            }
        };
        cells.found.add(place.clone(), kind);
        Node::text(place, text.clone())
    }

    fn defaults(&mut self, table: Option<&Table>, cells: &mut Cells) {
        let place = Place { sheet: table.map(|table| table.name.clone()).unwrap_or_default(), cell: None };
        let names = cells.names;
        let mut default = |settings: &mut Self, setting: Setting, value: Rc<str>, node: Node| {
            let name = setting.name(names).into();
            cells.found.add(place.clone(), FindingKind::DefaultTaken { setting: name, value });
            settings.nodes.insert(setting, node);
        };
        if !self.nodes.contains_key(&Setting::Title) {
            let title: Rc<str> = SheetKind::Competences.name(names).into();
            let mut node = Node::object(place.clone());
            cells.languages.iter().for_each(|tag| node.put(tag.clone(), Node::text(place.clone(), title.clone())));
            default(self, Setting::Title, title, node);
        }
        if !self.nodes.contains_key(&Setting::Id) {
            let title = self.nodes.get(&Setting::Title).and_then(Node::first_text).unwrap_or_default();
            let id = kebab(&title).chars().take(60).collect::<String>();
            let id: Rc<str> = if id.is_empty() { "framework".into() } else { id.trim_end_matches('-').into() };
            default(self, Setting::Id, id.clone(), Node::text(place.clone(), id));
        }
        if !self.nodes.contains_key(&Setting::Version) {
            default(self, Setting::Version, "1".into(), Node::text(place.clone(), "1"));
        }
    }
}

/// Parts that others point at.
#[derive(Default)]
pub struct Parts {
    pub node: Node,
    pub index: Index,
    pub ids: Vec<Rc<str>>,
}

pub fn sources(table: Option<&Table>, cells: &mut Cells) -> Parts {
    let mut parts = Parts::default();
    let Some(table) = table else { return parts };
    let mut made = Made::of(table, Column::Id, "source");
    let mut nodes = Vec::new();
    for (place, line) in table.lines().enumerate() {
        let title = line.cell(Column::Title);
        let id = cells.id(Id { thing: IdKind::Source, line, column: Column::Id, title }, &Rc::default(), &mut made);
        parts.index.add(place, &id, title);
        let mut node = Node::object(table.row_place(line.row));
        node.put("id", Node::text(line.place(Column::Id), id.clone()));
        node.put("title", line.node_or_absent(Column::Title));
        node.put_if("publisher", line.node(Column::Publisher));
        node.put_if("url", line.node(Column::Url));
        parts.ids.push(id);
        nodes.push(node);
    }
    cells.tell_of(made);
    parts.node = Node::list(Place { sheet: table.name.clone(), cell: None }, nodes);
    parts
}

/// The scales, with what each level may be called.
#[derive(Default)]
pub struct Scales {
    pub node: Node,
    pub index: Index,
    pub ids: Vec<Rc<str>>,
    pub names: Vec<LevelNames>,
}

/// The rows of a scale by the numbers of their levels.
type Levels<'t> = Vec<(i64, Line<'t>)>;

/// Reads the scales: the rows of one name are its levels, by their numbers, or in their order where they have none.
pub fn scales(table: Option<&Table>, settings: &mut Settings, cells: &mut Cells) -> Scales {
    let mut scales = Scales::default();
    let Some(table) = table else { return scales };
    let mut rows: Vec<(Rc<str>, Levels)> = Vec::new();
    let (mut filled, mut last) = (FilledDown::default(), None::<Rc<str>>);
    for line in table.lines() {
        let own = line.cell(Column::Scale).map(|text| Rc::from(text.trim()));
        if own.is_none() && last.is_some() {
            filled.add(line.place(Column::Scale));
        }
        let Some(name) = own.or(last.clone()) else {
            let languages = Vec::new();
            cells.found.add(line.place(Column::Scale), FindingKind::TextMissing { languages });
            line.note();
            continue;
        };
        last = Some(name.clone());
        let place = rows.iter().position(|(own, _)| *own == name).unwrap_or_else(|| {
            rows.push((name, Vec::new()));
            rows.len() - 1
        });
        let levels = &mut rows[place].1;
        let number = match line.cell(Column::Level) {
            Some(text) => match whole(text) {
                Some(number) => number,
                None => {
                    let found = text.trim().into();
                    cells.found.add(line.place(Column::Level), FindingKind::NumberUnreadable { found });
                    levels.len() as i64
                }
            },
            None => levels.len() as i64,
        };
        if let Some((_, first)) = levels.iter().find(|(own, _)| *own == number) {
            let first = first.place(Column::Level).name().into();
            let found = number.to_string().into();
            cells.found.add(line.place(Column::Level), FindingKind::RowDoubled { found, first });
        }
        levels.push((number, line));
    }
    filled.tell(IdKind::Scale, cells);
    let mut nodes = Vec::new();
    for (place, (name, mut levels)) in rows.into_iter().enumerate() {
        levels.sort_by_key(|(number, _)| *number);
        let first = levels[0].1;
        let is_counted = levels.windows(2).all(|two| two[0].0 != two[1].0);
        for (level, (number, line)) in levels.iter().enumerate() {
            let has_own = line.peek(Column::Level).is_some_and(|text| whole(text) == Some(*number));
            if has_own && is_counted && *number != level as i64 {
                cells.found.add(line.place(Column::Level), FindingKind::LevelCounted { found: *number, level });
            }
        }
        let id: Rc<str> = match crate::scalar::is_id(&name) {
            true => name.clone(),
            false => {
                let id: Rc<str> = kebab(&name).chars().take(64).collect::<String>().trim_end_matches('-').into();
                let kind = FindingKind::IdMended { found: name.clone(), id: id.clone() };
                cells.found.add(first.place(Column::Scale), kind);
                id
            }
        };
        scales.index.add(place, &id, [&name]);
        let mut names = Vec::new();
        let mut list = Vec::new();
        for (_, line) in levels {
            let words = [Column::Short, Column::Label].into_iter();
            names.push(words.flat_map(|column| line.titles(column, &cells.languages)).cloned().collect());
            let mut node = Node::object(table.row_place(line.row));
            for (key, column) in [
                ("label", Column::Label),
                ("short", Column::Short),
                ("description", Column::Description),
                ("managerLabel", Column::ManagerLabel),
                ("managerDescription", Column::ManagerDescription),
            ] {
                node.put(key, cells.texts(line, column, None));
            }
            list.push(node);
        }
        let mut node = Node::object(first.place(Column::Scale));
        node.put("id", Node::text(first.place(Column::Scale), id.clone()));
        node.put("levels", Node::list(first.place(Column::Scale), list));
        nodes.push(node);
        scales.ids.push(id);
        scales.names.push(LevelNames::of(names));
    }
    scales.node = Node::list(Place { sheet: table.name.clone(), cell: None }, nodes);
    settings.name_scales(&scales, cells);
    scales
}

/// What became of older ids: each row one id and what it is now.
pub fn renamed(table: Option<&Table>) -> Node {
    let Some(table) = table else { return Node::default() };
    let mut nodes = Vec::new();
    for line in table.lines() {
        let mut node = Node::object(table.row_place(line.row));
        let place = line.place(Column::From);
        let from = line.cell(Column::From).map(|id| Node::text(place.clone(), id.trim()));
        node.put("from", from.unwrap_or_else(|| Node::absent(place)));
        let place = line.place(Column::To);
        let to = line.cell(Column::To).map(|text| list(text, None)).unwrap_or_default();
        let to = to.into_iter().map(|id| Node::text(place.clone(), id)).collect();
        node.put("to", Node::list(place, to));
        nodes.push(node);
    }
    Node::list(Place { sheet: table.name.clone(), cell: None }, nodes)
}
