//! The dimensions with their competences and behaviours, however the sheet says what stands inside what: by a dimension's name
//! in each row or merged down, by an indent, by a dotted number, or by a parent.
//!
//! Knows no role and no area.

use super::cells::{Cells, FilledDown, Id, Line, Made};
use super::settings::{Parts, Scales, Settings};
use super::table::{Table, is_tree};
use crate::problem::IdKind;
use crate::workbook::finding::FindingKind;
use crate::workbook::index::{Index, list, literal, whole};
use crate::workbook::names::{Column, Named, SheetKind, plain};
use crate::workbook::node::Node;
use crate::workbook::sheet::Place;
use std::cmp::Reverse;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The framework's parts, and what other sheets need to know of them.
#[derive(Default)]
pub struct Framework {
    pub node: Node,
    pub competences: Index,
    pub ids: Vec<Rc<str>>,
    /// Of each competence, the place of its scale; nothing where it isn't known.
    pub scales: Vec<Option<usize>>,
}

/// A dimension with the rows that belong to it.
#[derive(Default)]
struct Dimension<'t> {
    /// The row that says most of it.
    head: Option<Line<'t>>,
    lines: Vec<Line<'t>>,
    /// Rows that are behaviours of the competence at this place of `lines`.
    below: Vec<(usize, Line<'t>)>,
    id: Rc<str>,
    titles: Vec<Rc<str>>,
}

/// Reads the sheets of competences and of behaviours.
pub fn parts(
    tables: &BTreeMap<SheetKind, Table>,
    settings: &Settings,
    scales: &Scales,
    sources: &Parts,
    cells: &mut Cells,
) -> Framework {
    let Some(table) = tables.get(&SheetKind::Competences) else { return Framework::default() };
    let is_tree = is_tree(table);
    let mut dimensions = match is_tree {
        true => by_tree(table, cells),
        false => by_dimension(table, cells),
    };
    let mut reading = Reading { table, settings, scales, sources, is_tree };
    let mut made = Made::of(table, if is_tree { Column::Id } else { Column::DimensionId }, "dimension");
    let mut framework = Framework::default();
    let mut dimension_index = Index::default();
    // Ids of rows that have one come first, so that none that is made takes one of them.
    let mut nodes = Vec::new();
    let mut made_below = Made::of(table, Column::Id, "competence");
    for (place, dimension) in dimensions.iter_mut().enumerate() {
        let column = if is_tree { Column::Id } else { Column::DimensionId };
        if let Some(line) = dimension.head {
            let title = dimension.titles.first();
            dimension.id = match (is_tree, dimension.id.is_empty()) {
                (false, true) => cells.made_id(IdKind::Dimension, line, title, &mut made),
                _ => cells.id(Id { thing: IdKind::Dimension, line, column, title }, &Rc::default(), &mut made),
            };
        }
        dimension_index.add(place, &dimension.id, &dimension.titles);
        let competences = reading.competences(dimension, &mut framework, &mut made_below, cells);
        nodes.push((reading.dimension(dimension, cells), competences));
    }
    cells.tell_of(made);
    cells.tell_of(made_below);
    let mut behaviours: Vec<Vec<Node>> = vec![Vec::new(); nodes.len()];
    let mut made = Made::of(table, Column::Id, "behaviour");
    let mut first = 0;
    for (place, dimension) in dimensions.iter().enumerate() {
        for (competence, line) in &dimension.below {
            let tied = framework.ids[first + competence].clone();
            behaviours[place].push(reading.behaviour_below(*line, tied, &mut made, cells));
        }
        first += dimension.lines.len();
    }
    cells.tell_of(made);
    if let Some(table) = tables.get(&SheetKind::Behaviours) {
        read_behaviours(table, &dimension_index, &framework, sources, &mut behaviours, cells);
    }
    let mut list = Vec::new();
    for ((mut node, competences), behaviours) in nodes.into_iter().zip(behaviours) {
        node.put("competences", competences);
        if !behaviours.is_empty() {
            node.put("behaviours", Node::list(node.place.clone(), behaviours));
        }
        list.push(node);
    }
    framework.node = Node::list(Place { sheet: table.name.clone(), cell: None }, list);
    framework
}

/// A row with the dimension that it says.
struct Said<'t> {
    line: Line<'t>,
    /// The place of its title, or of that of the row above where it has none.
    title: usize,
    has_title: bool,
    id: Option<Rc<str>>,
}

/// The dimensions in the order in which they first come. A row without one belongs to the one above it. Rows of one title are
/// one dimension, unless their ids say that they are several.
fn by_dimension<'t>(table: &'t Table, cells: &mut Cells) -> Vec<Dimension<'t>> {
    let rows = said_of_dimensions(table, cells);
    let homes = homes(&rows);
    // Those of a title that stand in rows with it. One that stands only in rows without any makes no dimension.
    let mut own: BTreeMap<usize, BTreeSet<Rc<str>>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.has_title) {
        if let Some(id) = row.id.as_ref().filter(|id| homes.get(*id) == Some(&row.title)) {
            own.entry(row.title).or_default().insert(id.clone());
        }
    }
    own.retain(|_, ids| ids.len() > 1);
    let words = words_of_several(&rows, &own, cells);
    let mut places: BTreeMap<(usize, Option<Rc<str>>), usize> = BTreeMap::new();
    let mut dimensions: Vec<(Said, Dimension)> = Vec::new();
    let mut above = None;
    for row in &rows {
        let id = own.get(&row.title).and_then(|ids| match &row.id {
            Some(id) if ids.contains(id) => Some(id.clone()),
            _ if !row.has_title => above.clone(),
            _ => words.get(&(row.title, words_of_dimension(row.line, cells))).cloned().flatten().or_else(|| {
                let (thing, found) = (IdKind::Dimension, called(row.line, cells));
                let kind = FindingKind::NameAmbiguous { thing, found };
                cells.found.add(place_of_dimension(row.line, cells), kind);
                ids.first().cloned()
            }),
        });
        let place = *places.entry((row.title, id.clone())).or_insert_with(|| {
            let head = Some(row.line);
            dimensions.push((Said { id: id.clone(), ..*row }, Dimension { head, ..Dimension::default() }));
            dimensions.len() - 1
        });
        dimensions[place].1.lines.push(row.line);
        above = id;
    }
    tell_of_alike(&dimensions, cells);
    let whole = |(said, mut dimension): (Said, Dimension<'t>)| {
        let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
        for line in dimension.lines.iter().filter(|_| said.id.is_none()) {
            let id = line.peek(Column::DimensionId).map(|id| id.trim());
            if let Some(id) = id.filter(|id| homes.get(*id) == Some(&said.title)) {
                counts.entry(id).or_insert((0, Reverse(line.row.number))).0 += 1;
            }
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count).map(|(id, _)| id.into());
        if let Some(id) = said.id.or(most) {
            let has_it = |line: &&Line| line.peek(Column::DimensionId).is_some_and(|own| own.trim() == &*id);
            dimension.head = dimension.lines.iter().find(has_it).copied().or(dimension.head);
            dimension.id = id;
        }
        let titles = dimension.lines.iter().map(|line| line.titles(Column::Dimension, &cells.languages));
        let most = titles.max_by_key(Vec::len).unwrap_or_default();
        dimension.titles = most.into_iter().cloned().collect();
        dimension
    };
    let dimensions = dimensions.into_iter().map(whole).collect::<Vec<Dimension>>();
    tell_of_other_ids(&dimensions, cells);
    dimensions
}

/// The rows of a sheet with the dimension that each says.
fn said_of_dimensions<'t>(table: &'t Table, cells: &mut Cells) -> Vec<Said<'t>> {
    let mut titles: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows: Vec<Said> = Vec::new();
    let mut filled = FilledDown::default();
    for line in table.lines() {
        let said = line.title(Column::Dimension, &cells.languages).map(|title| match plain(title) {
            signs if signs.is_empty() => literal(title),
            letters => letters,
        });
        let has_title = said.is_some();
        let title = match (said, rows.last()) {
            (Some(said), _) => {
                let next = titles.len();
                *titles.entry(said).or_insert(next)
            }
            (None, Some(above)) => {
                filled.add(place_of_dimension(line, cells));
                above.title
            }
            (None, None) => {
                let languages = Vec::new();
                cells.found.add(place_of_dimension(line, cells), FindingKind::TextMissing { languages });
                titles.insert(String::new(), 0);
                0
            }
        };
        let id = line.peek(Column::DimensionId).map(|id| id.trim().into());
        rows.push(Said { line, title, has_title, id });
    }
    filled.tell(IdKind::Dimension, cells);
    rows
}

/// How many rows have an id, and the first of them.
type Count = (usize, Reverse<u32>);

/// The title that each id belongs to. Whoever moves a competence writes another dimension and leaves the id: an id belongs to
/// the title of which it is the only one, or else the one that most rows have, of equals the first; one that is that of no
/// title, to the title with most rows of it.
fn homes(rows: &[Said]) -> BTreeMap<Rc<str>, usize> {
    let mut counts: BTreeMap<usize, BTreeMap<Rc<str>, Count>> = BTreeMap::new();
    for row in rows {
        if let Some(id) = &row.id {
            let own = counts.entry(row.title).or_default().entry(id.clone());
            own.or_insert((0, Reverse(row.line.row.number))).0 += 1;
        }
    }
    let firsts = counts.iter().filter_map(|(title, ids)| {
        let (id, (rows, _)) = ids.iter().max_by_key(|(_, count)| **count)?;
        Some((id, *title, (ids.len() == 1, *rows)))
    });
    let mut homes = most_of_each(firsts);
    let others = counts.iter().flat_map(|(title, ids)| ids.iter().map(|(id, (rows, _))| (id, *title, (false, *rows))));
    let others = most_of_each(others.filter(|(id, ..)| !homes.contains_key(*id)));
    homes.extend(others);
    homes
}

/// Of each id the title with the strongest claim, of equals the first.
fn most_of_each<'c>(claims: impl Iterator<Item = (&'c Rc<str>, usize, (bool, usize))>) -> BTreeMap<Rc<str>, usize> {
    let mut most: BTreeMap<Rc<str>, (usize, (bool, usize))> = BTreeMap::new();
    for (id, title, claim) in claims {
        if most.get(id).is_none_or(|(_, other)| claim > *other) {
            most.insert(id.clone(), (title, claim));
        }
    }
    most.into_iter().map(|(id, (title, _))| (id, title)).collect()
}

/// What a dimension is called in each language.
type Called = Vec<Option<String>>;

/// The ids of dimensions with one title by what their rows call them, so that a row without one of them is known by its words;
/// none where several are called so.
fn words_of_several(
    rows: &[Said],
    ids: &BTreeMap<usize, BTreeSet<Rc<str>>>,
    cells: &Cells,
) -> BTreeMap<(usize, Called), Option<Rc<str>>> {
    let mut words = BTreeMap::new();
    for row in rows.iter().filter(|row| row.has_title) {
        let Some(id) = row.id.as_ref().filter(|id| ids.get(&row.title).is_some_and(|ids| ids.contains(*id))) else {
            continue;
        };
        let known = words.entry((row.title, words_of_dimension(row.line, cells))).or_insert(Some(id.clone()));
        if known.as_ref() != Some(id) {
            *known = None;
        }
    }
    words
}

/// A dimension as a row calls it first.
fn called(line: Line, cells: &Cells) -> Rc<str> {
    line.title(Column::Dimension, &cells.languages).map(|title| title.trim().into()).unwrap_or_default()
}

/// What a row calls its dimension, in each language.
fn words_of_dimension(line: Line, cells: &Cells) -> Called {
    let column = |tag: &Rc<str>| line.table.text_column(Column::Dimension, None, tag);
    let words = |tag: &Rc<str>| Some(literal(line.row.cell(column(tag)?)?));
    cells.languages.iter().map(words).collect()
}

/// Tells of dimensions that only their ids tell apart.
fn tell_of_alike(dimensions: &[(Said, Dimension)], cells: &mut Cells) {
    let mut firsts: BTreeMap<(usize, Called), Line> = BTreeMap::new();
    for (Said { line, title, .. }, _) in dimensions.iter().filter(|(said, _)| said.id.is_some()) {
        match firsts.entry((*title, words_of_dimension(*line, cells))) {
            Entry::Occupied(first) => {
                let first = place_of_dimension(*first.get(), cells).name().into();
                let kind = FindingKind::DimensionsAlike { found: called(*line, cells), first };
                cells.found.add(place_of_dimension(*line, cells), kind);
            }
            Entry::Vacant(free) => drop(free.insert(*line)),
        }
    }
}

/// Tells of ids in rows of a dimension that no dimension has. One that another has is left by whoever moved the row.
fn tell_of_other_ids(dimensions: &[Dimension], cells: &mut Cells) {
    let ids: BTreeSet<&str> = dimensions.iter().map(|dimension| &*dimension.id).collect();
    for dimension in dimensions {
        for line in &dimension.lines {
            let Some(found) = line.cell(Column::DimensionId).map(|id| id.trim()) else { continue };
            if let Some(head) = dimension.head.filter(|_| !dimension.id.is_empty() && !ids.contains(found)) {
                let first = head.place(Column::DimensionId).name().into();
                let kind = FindingKind::RepeatDiffers { found: found.into(), taken: dimension.id.clone(), first };
                cells.found.add(line.place(Column::DimensionId), kind);
            }
        }
    }
}

fn place_of_dimension(line: Line, cells: &Cells) -> Place {
    let columns = cells.languages.iter().filter_map(|tag| line.table.text_column(Column::Dimension, None, tag));
    let column = columns.min().unwrap_or_default();
    line.table.place(line.row.number, column)
}

/// The dimensions of a sheet in which each row stands inside another.
fn by_tree<'t>(table: &'t Table, cells: &mut Cells) -> Vec<Dimension<'t>> {
    let lines: Vec<Line> = table.lines().collect();
    let by = [Column::Parent, Column::Position, Column::Indent].into_iter().find(|column| table.has(*column));
    let by = by.unwrap_or(Column::Indent);
    let parents: Vec<Option<usize>> = match by {
        Column::Parent => {
            let mut places: BTreeMap<&str, usize> = BTreeMap::new();
            for (place, line) in lines.iter().enumerate() {
                if let Some(id) = line.peek(Column::Id) {
                    places.entry(id.trim()).or_insert(place);
                }
            }
            let parent = |line: &Line| {
                let name = line.cell(Column::Parent)?.trim();
                let parent = places.get(name).copied();
                if parent.is_none() {
                    let (thing, found) = (IdKind::Dimension, name.into());
                    let kind = FindingKind::NameUnknown { thing, found, meant: None };
                    cells.found.add(line.place(Column::Parent), kind);
                }
                parent
            };
            lines.iter().map(parent).collect()
        }
        _ => {
            let depth = |line: &Line| -> i64 {
                let Some(text) = line.cell(by) else {
                    cells.found.add(line.place(by), FindingKind::TextMissing { languages: Vec::new() });
                    return i64::MAX;
                };
                match by {
                    Column::Position => text.trim().trim_end_matches('.').split('.').count() as i64,
                    _ => whole(text).unwrap_or_else(|| {
                        let found = text.trim().into();
                        cells.found.add(line.place(by), FindingKind::NumberUnreadable { found });
                        0
                    }),
                }
            };
            let depths: Vec<i64> = lines.iter().map(depth).collect();
            // The rows that the one that is looked at may stand inside.
            let mut open: Vec<usize> = Vec::new();
            let mut parents = Vec::new();
            for (place, depth) in depths.iter().enumerate() {
                while open.last().is_some_and(|last| depths[*last] >= *depth) {
                    open.pop();
                }
                parents.push(open.last().copied());
                open.push(place);
            }
            parents
        }
    };
    let depths: Vec<usize> = (0..lines.len()).map(|place| depth_of(place, &parents)).collect();
    let mut dimensions: Vec<Dimension> = Vec::new();
    let mut places: Vec<Option<(usize, usize)>> = vec![None; lines.len()];
    for (place, line) in lines.iter().enumerate().filter(|(place, _)| depths[*place] == 0) {
        places[place] = Some((dimensions.len(), 0));
        let titles = title_of(*line, cells).into_iter().cloned().collect();
        dimensions.push(Dimension { head: Some(*line), titles, ..Dimension::default() });
    }
    let (mut competences, mut behaviours) = (0, 0);
    for (place, line) in lines.iter().enumerate().filter(|(place, _)| depths[*place] == 1) {
        if let Some((dimension, _)) = parents[place].and_then(|parent| places[parent]) {
            places[place] = Some((dimension, dimensions[dimension].lines.len()));
            dimensions[dimension].lines.push(*line);
            competences += 1;
        }
    }
    for (place, line) in lines.iter().enumerate().filter(|(place, _)| depths[*place] >= 2) {
        match parents[place].filter(|_| depths[place] == 2).and_then(|parent| places[parent]) {
            Some((dimension, competence)) => {
                dimensions[dimension].below.push((competence, *line));
                behaviours += 1;
            }
            None => {
                cells.found.add(line.place(by), FindingKind::RowTooDeep);
                line.note();
            }
        }
    }
    let kind = FindingKind::TreeRead {
        by: by.name(table.language).into(),
        dimensions: dimensions.len(),
        competences,
        behaviours,
    };
    cells.found.add(Place { sheet: table.name.clone(), cell: None }, kind);
    dimensions
}

/// How many rows a row stands inside of; parents in a circle are too deep for anything.
fn depth_of(place: usize, parents: &[Option<usize>]) -> usize {
    let (mut depth, mut at) = (0, place);
    while let Some(parent) = parents[at] {
        depth += 1;
        at = parent;
        if depth > 10 {
            break;
        }
    }
    depth
}

/// The titles of a row, or its statements where it has none; nothing comes of them yet.
fn title_of<'t>(line: Line<'t>, cells: &Cells) -> Vec<&'t Rc<str>> {
    let titles = line.titles(Column::Title, &cells.languages);
    if titles.is_empty() { line.titles(Column::Statement, &cells.languages) } else { titles }
}

struct Reading<'t> {
    table: &'t Table,
    settings: &'t Settings,
    scales: &'t Scales,
    sources: &'t Parts,
    is_tree: bool,
}

impl<'t> Reading<'t> {
    /// A text, or where there is none of it another of the same row: sheets that are trees have one column for all parts.
    fn texts_or(&self, line: Line, column: Column, other: Column, cells: &Cells) -> Node {
        let node = cells.texts(line, column, None);
        if node.is_empty() && self.is_tree { cells.texts(line, other, None) } else { node }
    }

    fn dimension(&self, dimension: &Dimension, cells: &mut Cells) -> Node {
        let Some(head) = dimension.head else { return Node::default() };
        let mut node = Node::object(self.table.row_place(head.row));
        let id_column = if self.is_tree { Column::Id } else { Column::DimensionId };
        node.put("id", Node::text(head.place(id_column), dimension.id.clone()));
        if self.is_tree {
            node.put("title", self.texts_or(head, Column::Title, Column::Statement, cells));
            node.put("summary", cells.texts(head, Column::DimensionSummary, None));
            return node;
        }
        let title = self.of_all_rows(dimension, head, Column::Dimension, cells);
        node.put("title", title.unwrap_or_else(|| Node::absent(node.place.clone())));
        node.put_if("summary", self.of_all_rows(dimension, head, Column::DimensionSummary, cells));
        node
    }

    /// A text of a dimension, which any of its rows may say: in each language what the first that has it says. That another
    /// says something else is told.
    fn of_all_rows(&self, dimension: &Dimension, head: Line, column: Column, cells: &mut Cells) -> Option<Node> {
        let mut firsts: BTreeMap<Rc<str>, (Place, Option<Rc<str>>)> = BTreeMap::new();
        for language in cells.languages.clone() {
            let Some(column) = self.table.text_column(column, None, &language) else { continue };
            let place = |line: &Line| self.table.place(line.row.number, column);
            let mut said = dimension.lines.iter().filter_map(|line| Some((line, line.cell_at(column)?)));
            let first = said.next();
            if let Some((line, taken)) = first {
                for (other, found) in said.filter(|(_, found)| found.trim() != taken.trim()) {
                    let (found, taken) = (found.trim().into(), taken.trim().into());
                    let kind = FindingKind::RepeatDiffers { found, taken, first: place(line).name().into() };
                    cells.found.add(place(other), kind);
                }
            }
            let (line, text) = first.map_or((&head, None), |(line, text)| (line, Some(text.clone())));
            firsts.insert(language, (place(line), text));
        }
        cells.texts_of(|language| firsts.get(language).cloned())
    }

    fn competences(
        &mut self,
        dimension: &Dimension<'t>,
        framework: &mut Framework,
        made: &mut Made,
        cells: &mut Cells,
    ) -> Node {
        let mut nodes = Vec::new();
        for line in &dimension.lines {
            let line = *line;
            let titles = title_of(line, cells);
            let title = titles.first().copied();
            let id = cells.id(Id { thing: IdKind::Competence, line, column: Column::Id, title }, &Rc::default(), made);
            framework.competences.add(framework.ids.len(), &id, titles);
            let mut node = Node::object(self.table.row_place(line.row));
            node.put("id", Node::text(line.place(Column::Id), id.clone()));
            node.put("title", self.texts_or(line, Column::Title, Column::Statement, cells));
            node.put("statement", self.texts_or(line, Column::Statement, Column::Title, cells));
            node.put("managerStatement", cells.texts(line, Column::ManagerStatement, None));
            let mut scale = self.settings.usual_scale(self.scales);
            if let Some(name) = line.cell(Column::Scale) {
                scale = cells.refer(name, line.place(Column::Scale), IdKind::Scale, &self.scales.index);
                let id = scale.map(|scale| Node::text(line.place(Column::Scale), self.scales.ids[scale].clone()));
                node.put_if("scale", id);
            }
            for (key, column) in [("levelTexts", Column::LevelText), ("managerLevelTexts", Column::ManagerLevelText)] {
                node.put_if(key, self.level_texts(line, column, scale, cells));
            }
            node.put_if("source", source(line, self.sources, cells));
            node.put_if("alignments", alignments(line, cells));
            framework.ids.push(id);
            framework.scales.push(scale);
            nodes.push(node);
        }
        let place = dimension.head.map(|line| self.table.row_place(line.row)).unwrap_or_default();
        Node::list(place, nodes)
    }

    /// The texts of a competence's levels; nothing where there is none for any.
    fn level_texts(&self, line: Line, column: Column, scale: Option<usize>, cells: &mut Cells) -> Option<Node> {
        let highest =
            self.table.heads.iter().filter(|(_, head)| head.column == column).filter_map(|(_, head)| head.level);
        let columns = highest.max()? + 1;
        let texts: Vec<Node> = (0..columns.min(100)).map(|level| cells.texts(line, column, Some(level))).collect();
        if texts.iter().all(Node::is_empty) {
            return None;
        }
        let levels = scale.map_or(columns, |scale| self.scales.names[scale].count());
        // Behind the last of the scale's levels nothing is missed.
        let said =
            texts.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1).max(levels.min(texts.len()));
        let mut nodes = Vec::new();
        for text in texts.into_iter().take(said) {
            if text.is_empty() {
                let place = text.place.clone();
                cells.found.add(place, FindingKind::TextMissing { languages: Vec::new() });
                continue;
            }
            nodes.push(text);
        }
        Some(Node::list(line.table.row_place(line.row), nodes))
    }

    /// A row below a competence is a behaviour that is tied to it.
    fn behaviour_below(&self, line: Line, tied: Rc<str>, made: &mut Made, cells: &mut Cells) -> Node {
        let place = self.table.row_place(line.row);
        let tied = Node::list(place.clone(), vec![Node::text(place, tied)]);
        let statement = self.texts_or(line, Column::Statement, Column::Title, cells);
        behaviour(Behaviour { line, statement, tied: Some(tied) }, self.sources, made, cells)
    }
}

/// What a row says of a behaviour, whichever sheet it stands on.
struct Behaviour<'t> {
    line: Line<'t>,
    statement: Node,
    /// The competences that it shows.
    tied: Option<Node>,
}

fn behaviour(said: Behaviour, sources: &Parts, made: &mut Made, cells: &mut Cells) -> Node {
    let Behaviour { line, statement, tied } = said;
    let title = statement.first_text();
    let id = Id { thing: IdKind::Behaviour, line, column: Column::Id, title: title.as_ref() };
    let id = cells.id(id, &Rc::default(), made);
    let mut node = Node::object(line.table.row_place(line.row));
    node.put("id", Node::text(line.place(Column::Id), id));
    node.put("statement", statement);
    node.put("managerStatement", cells.texts(line, Column::ManagerStatement, None));
    node.put_if("competences", tied);
    node.put_if("source", source(line, sources, cells));
    node
}

fn read_behaviours(
    table: &Table,
    dimensions: &Index,
    framework: &Framework,
    sources: &Parts,
    behaviours: &mut [Vec<Node>],
    cells: &mut Cells,
) {
    let mut made = Made::of(table, Column::Id, "behaviour");
    let (mut filled, mut current) = (FilledDown::default(), None);
    for line in table.lines() {
        let place = line.place(Column::Dimension);
        let tied = line.cell(Column::Competences).map(|text| {
            let at = line.place(Column::Competences);
            let names = list(text, Some(&framework.competences));
            let own: Vec<usize> = names
                .into_iter()
                .filter_map(|name| cells.refer(name, at.clone(), IdKind::Competence, &framework.competences))
                .collect();
            Node::list(at.clone(), own.iter().map(|own| Node::text(at.clone(), framework.ids[*own].clone())).collect())
        });
        let tied = tied.filter(|tied| !tied.is_empty());
        let statement = cells.texts(line, Column::Statement, None);
        let node = behaviour(Behaviour { line, statement, tied }, sources, &mut made, cells);
        let dimension = match line.cell(Column::Dimension) {
            Some(name) => cells.refer(name, place, IdKind::Dimension, dimensions),
            None => {
                match current {
                    Some(_) => filled.add(place),
                    None => cells.found.add(place, FindingKind::TextMissing { languages: Vec::new() }),
                }
                current
            }
        };
        if let Some(dimension) = dimension {
            behaviours[dimension].push(node);
            current = Some(dimension);
        }
    }
    filled.tell(IdKind::Dimension, cells);
    cells.tell_of(made);
}

/// Where a row's part comes from.
fn source(line: Line, sources: &Parts, cells: &mut Cells) -> Option<Node> {
    let columns = [Column::Source, Column::Section, Column::Item];
    columns.iter().find_map(|column| line.peek(*column))?;
    let place = line.place(Column::Source);
    let section = line.cell(Column::Section).map(|text| Node::text(line.place(Column::Section), text.clone()));
    let item = cells.number(line, Column::Item);
    let mut node = Node::object(place.clone());
    match line.cell(Column::Source) {
        Some(name) => {
            let own = cells.refer(name, place.clone(), IdKind::Source, &sources.index)?;
            node.put("document", Node::text(place, sources.ids[own].clone()));
        }
        None => node.put("document", Node::absent(place)),
    }
    node.put_if("section", section);
    node.put_if("item", item);
    Some(node)
}

/// The same competence in other schemes, each on a line: `scheme: uri`.
fn alignments(line: Line, cells: &mut Cells) -> Option<Node> {
    let text = line.cell(Column::Alignments)?;
    let place = line.place(Column::Alignments);
    let pairs: Vec<[String; 2]> = match serde_json::from_str(text) {
        Ok(pairs) => pairs,
        Err(_) => text
            .lines()
            .map(str::trim)
            .filter(|own| !own.is_empty())
            .filter_map(|own| {
                let pair = own.split_once(": ").or_else(|| own.split_once(char::is_whitespace));
                if pair.is_none() {
                    cells.found.add(place.clone(), FindingKind::LineUnreadable { found: own.into() });
                }
                pair.map(|(scheme, uri)| [scheme.trim().to_owned(), uri.trim().to_owned()])
            })
            .collect(),
    };
    let node = |[scheme, uri]: [String; 2]| {
        let mut node = Node::object(place.clone());
        node.put("scheme", Node::text(place.clone(), scheme));
        node.put("uri", Node::text(place.clone(), uri));
        node
    };
    Some(Node::list(place.clone(), pairs.into_iter().map(node).collect()))
}
