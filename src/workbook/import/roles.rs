//! The roles with their stages, the levels that they ask for, and how much each counts.
//!
//! Knows no area.

use super::cells::{Cells, FilledDown, Id, Line, Made};
use super::settings::Scales;
use super::table::Table;
use super::tree::Framework;
use crate::problem::IdKind;
use crate::workbook::finding::FindingKind;
use crate::workbook::index::{Index, Lookup};
use crate::workbook::names::{BASES, Column, Named, SheetKind, plain};
use crate::workbook::node::Node;
use crate::workbook::sheet::Place;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The roles, and the groups that areas may name.
#[derive(Default)]
pub struct Roles {
    pub node: Node,
    pub groups: Vec<Rc<str>>,
}

pub fn roles(tables: &BTreeMap<SheetKind, Table>, framework: &Framework, scales: &Scales, cells: &mut Cells) -> Roles {
    let mut roles = Roles::default();
    let Some(table) = tables.get(&SheetKind::Roles) else { return roles };
    let (mut index, mut ids, mut nodes) = (Index::default(), Vec::new(), Vec::new());
    let mut made = Made::of(table, Column::Id, "role");
    for (place, line) in table.lines().enumerate() {
        let titles = line.titles(Column::Title, &cells.languages);
        let title = titles.first().copied();
        let id = cells.id(Id { thing: IdKind::Role, line, column: Column::Id, title }, &Rc::default(), &mut made);
        index.add(place, &id, titles);
        let mut node = Node::object(table.row_place(line.row));
        node.put("id", Node::text(line.place(Column::Id), id.clone()));
        node.put("title", cells.texts(line, Column::Title, None));
        node.put("summary", cells.texts(line, Column::Summary, None));
        if let Some(group) = line.cell(Column::Group) {
            let group = cells.group(group, line.place(Column::Group));
            node.put("group", Node::text(line.place(Column::Group), group.clone()));
            if !roles.groups.contains(&group) {
                roles.groups.push(group);
            }
        }
        node.put("basis", cells.choice_at(line, Column::Basis, BASES));
        ids.push(id);
        nodes.push(node);
    }
    cells.tell_of(made);
    let stages = stages(tables.get(&SheetKind::Stages), &index, &ids, cells);
    let mut targets =
        matrix(tables.get(&SheetKind::Levels), IdKind::Role, &index, framework, cells, &mut |at, cells| {
            let scale = framework.scales[at.competence]?;
            cells.level(at.text, at.place, &scales.ids[scale], &scales.names[scale])
        });
    let mut weights =
        matrix(tables.get(&SheetKind::Weights), IdKind::Role, &index, framework, cells, &mut |at, cells| {
            cells.number_in(at.text, at.place)
        });
    for ((place, node), (line, stages)) in nodes.iter_mut().enumerate().zip(table.lines().zip(stages)) {
        let nowhere = Node::object(line.place(Column::Title));
        node.put("targets", targets.remove(&place).unwrap_or(nowhere));
        node.put_if("weights", weights.remove(&place));
        let columns = [Column::FocusRaise, Column::FocusAtMost];
        if columns.iter().any(|column| line.cell(*column).is_some()) {
            let mut focus = Node::object(line.place(Column::FocusRaise));
            for (key, column) in [("raise", Column::FocusRaise), ("atMost", Column::FocusAtMost)] {
                let absent = Node::absent(line.place(column));
                focus.put(key, cells.number(line, column).unwrap_or(absent));
            }
            node.put("focus", focus);
        }
        if let Some(first) = stages.first() {
            node.put("stages", Node::list(first.place.clone(), stages));
        }
    }
    roles.node = Node::list(Place { sheet: table.name.clone(), cell: None }, nodes);
    roles
}

/// The stages of each role.
fn stages(table: Option<&Table>, roles: &Index, ids: &[Rc<str>], cells: &mut Cells) -> Vec<Vec<Node>> {
    let mut stages = vec![Vec::new(); ids.len()];
    let Some(table) = table else { return stages };
    let mut made = Made::of(table, Column::Id, "stage");
    let (mut filled, mut current) = (FilledDown::default(), None::<usize>);
    for line in table.lines() {
        let place = line.place(Column::Role);
        let role = match line.cell(Column::Role) {
            Some(name) => cells.refer(name, place, IdKind::Role, roles),
            None => {
                match current {
                    Some(_) => filled.add(place),
                    None => cells.found.add(place, FindingKind::TextMissing { languages: Vec::new() }),
                }
                current
            }
        };
        let Some(role) = role else {
            line.note();
            continue;
        };
        current = Some(role);
        let title = line.title(Column::Title, &cells.languages);
        // A stage's id is its role's own, and other roles may have the same.
        made.forget();
        let id = cells.id(Id { thing: IdKind::Stage, line, column: Column::Id, title }, &ids[role], &mut made);
        let mut node = Node::object(table.row_place(line.row));
        node.put("id", Node::text(line.place(Column::Id), id));
        node.put("title", cells.texts(line, Column::Title, None));
        for (key, column) in [("months", Column::Months), ("lowerBy", Column::LowerBy)] {
            let absent = Node::absent(line.place(column));
            node.put(key, cells.number(line, column).unwrap_or(absent));
        }
        stages[role].push(node);
    }
    filled.tell(IdKind::Role, cells);
    cells.tell_of(made);
    stages
}

/// A cell of a sheet with competences down and roles across.
pub struct At<'t> {
    pub competence: usize,
    pub text: &'t str,
    pub place: Place,
}

/// What each role says of each competence.
fn matrix(
    table: Option<&Table>,
    thing: IdKind,
    roles: &Index,
    framework: &Framework,
    cells: &mut Cells,
    read: &mut dyn FnMut(At, &mut Cells) -> Option<Node>,
) -> BTreeMap<usize, Node> {
    let mut objects = BTreeMap::new();
    let Some(table) = table else { return objects };
    let mut columns: Vec<(u32, usize)> = Vec::new();
    for (column, name) in &table.others {
        let place = table.place(table.head_row, *column);
        let Some(role) = cells.refer(as_role(name, roles), place.clone(), thing, roles) else {
            table.note_column(*column);
            continue;
        };
        if let Some((first, _)) = columns.iter().find(|(_, own)| *own == role) {
            let first = table.place(table.head_row, *first).name().into();
            cells.found.add(place, FindingKind::ColumnDoubled { found: name.clone(), first });
            table.note_column(*column);
            continue;
        }
        columns.push((*column, role));
    }
    let mut rows: BTreeMap<usize, u32> = BTreeMap::new();
    for line in table.lines() {
        let Some(competence) = competence(line, framework, cells) else {
            line.note();
            continue;
        };
        if let Some(first) = rows.insert(competence, line.row.number) {
            let first = table.place(first, table.column(Column::Competence).unwrap_or_default()).name().into();
            let found = framework.ids[competence].clone();
            cells.found.add(line.place(Column::Competence), FindingKind::RowDoubled { found, first });
            line.note();
            continue;
        }
        for (column, role) in &columns {
            let Some(text) = line.cell_at(*column) else { continue };
            let place = table.place(line.row.number, *column);
            if let Some(node) = read(At { competence, text, place: place.clone() }, cells) {
                let object = objects.entry(*role).or_insert_with(|| Node::object(place));
                object.put(framework.ids[competence].clone(), node);
            }
        }
    }
    objects
}

/// The name of a role at the head of a column: `Role: id` says the id of one that is called as a column of the sheet.
fn as_role<'t>(name: &'t str, roles: &Index) -> &'t str {
    let said = name.split_once(':').filter(|(before, id)| {
        let is_role = Column::Role.names().iter().any(|role| plain(role) == plain(before));
        is_role && roles.id(id.trim()).is_some()
    });
    said.map_or(name, |(_, id)| id.trim())
}

/// The competence of a row: by the id in the last column, whatever its title was when the name was written; without one by its
/// name.
fn competence(line: Line, framework: &Framework, cells: &mut Cells) -> Option<usize> {
    let (thing, place) = (IdKind::Competence, line.place(Column::Competence));
    let name = line.cell(Column::Competence);
    if let Some(id) = line.peek(Column::Id)
        && let Lookup::Same(own) = framework.competences.find(id)
    {
        let id = line.cell(Column::Id).map(|id| id.trim().into()).unwrap_or_default();
        let named = name.map(|name| (Rc::<str>::from(name.trim()), framework.competences.find(name)));
        let meant = framework.competences.called(own);
        match named {
            Some((found, Lookup::Same(other))) if other != own => {
                cells.found.add(place, FindingKind::NameAgainstId { thing, found, id, meant });
                return None;
            }
            Some((found, Lookup::Unknown | Lookup::Misspelt(..))) => {
                cells.found.add(place, FindingKind::NameMisspelt { thing, found, meant });
            }
            _ => {}
        }
        return Some(own);
    }
    match name {
        Some(name) => cells.refer(name, place, thing, &framework.competences),
        None => {
            cells.found.add(place, FindingKind::TextMissing { languages: Vec::new() });
            None
        }
    }
}
