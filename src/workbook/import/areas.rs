//! The areas, with what they ask for at the start and let one practise.

use super::cells::{Cells, FilledDown, Id, Made};
use super::settings::Scales;
use super::table::Table;
use super::tree::Framework;
use crate::problem::IdKind;
use crate::workbook::finding::FindingKind;
use crate::workbook::index::{Index, list};
use crate::workbook::names::{BASES, Column, KINDS, ROUTES, SheetKind};
use crate::workbook::node::Node;
use crate::workbook::sheet::Place;
use std::collections::BTreeMap;
use std::rc::Rc;

pub fn areas(
    tables: &BTreeMap<SheetKind, Table>,
    framework: &Framework,
    scales: &Scales,
    groups: &[Rc<str>],
    cells: &mut Cells,
) -> Node {
    let Some(table) = tables.get(&SheetKind::Areas) else {
        // What is said of areas that are nowhere is told at its cells.
        levels(tables.get(&SheetKind::Practice), &Index::default(), 0, framework, scales, cells);
        return Node::default();
    };
    let mut group_index = Index::default();
    groups.iter().enumerate().for_each(|(place, group)| group_index.add(place, group, [group]));
    let (mut index, mut nodes, mut count) = (Index::default(), Vec::new(), 0);
    let mut made = Made::of(table, Column::Id, "area");
    for line in table.lines() {
        let titles = line.titles(Column::Title, &cells.languages);
        let title = titles.first().copied();
        let id = cells.id(Id { thing: IdKind::Area, line, column: Column::Id, title }, &Rc::default(), &mut made);
        index.add(count, &id, titles);
        count += 1;
        let mut node = Node::object(table.row_place(line.row));
        node.put("id", Node::text(line.place(Column::Id), id));
        node.put("title", cells.texts(line, Column::Title, None));
        node.put("summary", cells.texts(line, Column::Summary, None));
        node.put("kind", cells.choice_at(line, Column::Kind, KINDS));
        node.put("route", cells.choice_at(line, Column::Route, ROUTES));
        node.put("unit", cells.texts(line, Column::Unit, None));
        if let Some(text) = line.cell(Column::Groups) {
            let place = line.place(Column::Groups);
            let own = list(text, Some(&group_index)).into_iter();
            let own = own.filter_map(|name| cells.refer(name, place.clone(), IdKind::Group, &group_index));
            let own: Vec<Node> = own.map(|own| Node::text(place.clone(), groups[own].clone())).collect();
            node.put("groups", Node::list(place, own));
        }
        node.put_if("afterMonths", cells.number(line, Column::AfterMonths));
        node.put_if("need", cells.number(line, Column::Need));
        let by = [Column::NeedBy, Column::NeedOn];
        if by.iter().any(|column| line.cell(*column).is_some()) {
            let mut stated = Node::object(line.place(Column::NeedBy));
            stated.put("by", line.node_or_absent(Column::NeedBy));
            let place = line.place(Column::NeedOn);
            let on = line.cell(Column::NeedOn).and_then(|text| cells.date(text, place.clone()));
            stated.put("on", on.unwrap_or_else(|| Node::absent(place)));
            node.put("needStated", stated);
        }
        node.put("basis", cells.choice_at(line, Column::Basis, BASES));
        nodes.push(node);
    }
    cells.tell_of(made);
    let mut levels = levels(tables.get(&SheetKind::Practice), &index, count, framework, scales, cells);
    for (node, [entry, practice]) in nodes.iter_mut().zip(levels.drain(..)) {
        node.put_if("entry", entry);
        node.put_if("practice", practice);
    }
    Node::list(Place { sheet: table.name.clone(), cell: None }, nodes)
}

/// The levels asked for at the start and those that one practises, of each area.
fn levels(
    table: Option<&Table>,
    areas: &Index,
    count: usize,
    framework: &Framework,
    scales: &Scales,
    cells: &mut Cells,
) -> Vec<[Option<Node>; 2]> {
    let mut levels: Vec<[Option<Node>; 2]> = vec![[None, None]; count];
    let Some(table) = table else { return levels };
    let (mut filled, mut current) = (FilledDown::default(), None);
    let mut rows: BTreeMap<(usize, usize), Place> = BTreeMap::new();
    for line in table.lines() {
        let at = [line.place(Column::Area), line.place(Column::Competence)];
        let area = match line.cell(Column::Area) {
            Some(name) => cells.refer(name, at[0].clone(), IdKind::Area, areas),
            None => {
                match current {
                    Some(_) => filled.add(at[0].clone()),
                    None => cells.found.add(at[0].clone(), FindingKind::TextMissing { languages: Vec::new() }),
                }
                current
            }
        };
        let competence = match line.peek(Column::Competence) {
            Some(name) => cells.refer(name, at[1].clone(), IdKind::Competence, &framework.competences),
            None => {
                cells.found.add(at[1].clone(), FindingKind::TextMissing { languages: Vec::new() });
                None
            }
        };
        if area.is_some() {
            current = area;
        }
        let (Some(area), Some(competence)) = (area, competence) else {
            line.note();
            continue;
        };
        // Nothing comes of a row without a level.
        if [Column::Entry, Column::Practice].iter().any(|column| line.peek(*column).is_some()) {
            line.note();
        }
        if let Some(first) = rows.insert((area, competence), at[1].clone()) {
            let (found, first) = (framework.ids[competence].clone(), first.name().into());
            cells.found.add(at[1].clone(), FindingKind::RowDoubled { found, first });
            continue;
        }
        for (own, column) in levels[area].iter_mut().zip([Column::Entry, Column::Practice]) {
            let (Some(text), Some(scale)) = (line.cell(column), framework.scales[competence]) else { continue };
            let place = line.place(column);
            if let Some(node) = cells.level(text, place.clone(), &scales.ids[scale], &scales.names[scale]) {
                own.get_or_insert_with(|| Node::object(place)).put(framework.ids[competence].clone(), node);
            }
        }
    }
    filled.tell(IdKind::Area, cells);
    levels
}
