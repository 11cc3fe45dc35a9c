//! Carries an assessment of an older version of its framework over to this one, by what became of competence ids.
//!
//! Pure. Knows ids only: whether levels still mean the same is for the reader, who is told about the other version.

use super::{Assessment, Table};
use crate::framework::{Framework, Id, Index};
use crate::order::each;
use std::fmt::{self, Display, Formatter};

/// An assessment in the ids of this version.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Names this version of the framework, so that it isn't carried a second time.
    pub assessment: Assessment,
    pub not_carried: Vec<NotCarried>,
}

/// What was said of competences that became one, where they say different things: neither holds for the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCarried {
    pub part: CarriedPart,
    /// The ids in the assessment, in its order.
    pub from: Vec<Id>,
    /// What they became.
    pub to: Id,
}

/// Where in the assessment it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedPart {
    AdjustedTargets,
    Responses,
    Agreed,
    Wishes,
}

/// Carries over everything that is said by competence id.
///
/// An id that was split gives what was said of it to each of its new ids. Ids that were merged give what they agree on;
/// where they differ, the new id gets nothing and the reader is told, since no rule could say which of two answers a
/// person means. An answer beside none is kept. Examples are put one after the other.
pub fn carry(framework: &Framework, assessment: &Assessment) -> Carried {
    let names = NewIds::of(framework);
    let mut not_carried = Vec::new();
    let mut carried = assessment.clone();
    carried.framework_version = Some(framework.version.clone());
    names.carry(&mut carried.targets.adjusted, CarriedPart::AdjustedTargets, &mut not_carried);
    names.carry(&mut carried.responses.competences, CarriedPart::Responses, &mut not_carried);
    names.carry(&mut carried.agreed, CarriedPart::Agreed, &mut not_carried);
    names.carry(&mut carried.wishes.competences, CarriedPart::Wishes, &mut not_carried);
    carried.evidence = Table::default();
    for (id, places) in names.by_new_id(assessment.evidence.ids()) {
        let mut text = String::new();
        for (nth, place) in places.into_iter().enumerate() {
            text.push_str(if nth > 0 { "\n\n" } else { "" });
            text.push_str(assessment.evidence.at(place));
        }
        carried.evidence.push(id, text.into());
    }
    for item in &mut carried.plan {
        item.competences = names.list(&item.competences);
    }
    Carried { assessment: carried, not_carried }
}

/// What old ids became in the end.
struct NewIds {
    /// The entries by the id that they rename.
    entries: Index,
    /// Of each entry, the ids of this version.
    to: Vec<Vec<Id>>,
}

impl NewIds {
    /// Applies the entries in list order.
    fn of(framework: &Framework) -> Self {
        let renamed = &framework.renamed;
        let entries = Index::of_ids(&each(renamed, |entry| entry.from.clone()));
        let mut names = Self { entries, to: each(renamed, |_| Vec::new()) };
        // What an entry leads to is what the entries after it make of its ids.
        for place in (0..renamed.len()).rev() {
            names.to[place] = names.list_from(&renamed[place].to, place + 1);
        }
        names
    }

    /// What these ids became, each once.
    fn list(&self, ids: &[Id]) -> Vec<Id> {
        self.list_from(ids, 0)
    }

    /// What the entries from this one on make of these ids, each once.
    fn list_from(&self, ids: &[Id], start: usize) -> Vec<Id> {
        each(&self.by_new_id_from(ids, start), |(id, _)| id.clone())
    }

    /// What the entries from this one on make of an id; ids that stay are their own.
    fn new_ids<'a>(&'a self, id: &'a Id, start: usize) -> &'a [Id] {
        match self.entries.get_from(id, start) {
            Some(entry) => &self.to[entry],
            None => std::slice::from_ref(id),
        }
    }

    /// The new ids in the order in which they were said, each with the places of the old ids that became it.
    fn by_new_id(&self, said: &[Id]) -> Vec<(Id, Vec<usize>)> {
        self.by_new_id_from(said, 0)
    }

    fn by_new_id_from(&self, said: &[Id], start: usize) -> Vec<(Id, Vec<usize>)> {
        let (mut new, mut places) = (Vec::new(), Vec::new());
        for (place, old) in said.iter().enumerate() {
            for id in self.new_ids(old, start) {
                new.push(id.clone());
                places.push(place);
            }
        }
        let order = Index::of_ids(&new);
        let mut by_id: Vec<(Id, Vec<usize>)> = Vec::new();
        // Of each new id that was said for the first time, its place in the list.
        let mut in_list = Vec::new();
        for (at, id) in new.iter().enumerate() {
            let first = order.get(id).unwrap_or(at);
            if first == at {
                in_list.push(by_id.len());
                by_id.push((id.clone(), Vec::new()));
            } else {
                in_list.push(in_list[first]);
            }
            by_id[in_list[at]].1.push(places[at]);
        }
        by_id
    }

    /// Carries what was said by id over to the new ids, and puts down what can't be.
    fn carry<V: Clone + PartialEq>(&self, table: &mut Table<V>, part: CarriedPart, not_carried: &mut Vec<NotCarried>) {
        let mut carried = Table::default();
        let is_same = |one: usize, two: usize| table.at(one) == table.at(two);
        for (id, place) in self.agreeing(table.ids(), &is_same, part, not_carried) {
            carried.push(id, table.at(place).clone());
        }
        *table = carried;
    }

    /// The new ids with the place where what holds for each was said; those of which different things were said are put
    /// down.
    fn agreeing(
        &self,
        said: &[Id],
        is_same: &dyn Fn(usize, usize) -> bool,
        part: CarriedPart,
        not_carried: &mut Vec<NotCarried>,
    ) -> Vec<(Id, usize)> {
        let mut agreeing = Vec::new();
        for (to, places) in self.by_new_id(said) {
            if places.iter().all(|place| is_same(places[0], *place)) {
                agreeing.push((to, places[0]));
            } else {
                not_carried.push(NotCarried { part, from: each(&places, |place| said[*place].clone()), to });
            }
        }
        agreeing
    }
}

impl Display for NotCarried {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Self { part, from, to } = self;
        let from: Vec<_> = from.iter().map(|id| format!("`{id}`")).collect();
        let (last, rest) = from.split_last().ok_or(fmt::Error)?;
        write!(
            f,
            "`{to}` in {part} is left empty: {} and {last} became it and differ",
            crate::string::joined(rest, ", ")
        )
    }
}

impl Display for CarriedPart {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::AdjustedTargets => "`targets.adjusted`",
            Self::Responses => "`responses.competences`",
            Self::Agreed => "`agreed`",
            Self::Wishes => "`wishes.competences`",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Answer, PlanItem, Purpose, Rater};

    /// A framework with competences `a` to `d` in which older ids were renamed.
    fn framework(renamed: &str) -> Framework {
        let competence = |id| format!(r#"{{"id": "{id}", "title": "A", "statement": "A"}}"#);
        let text = format!(
            r#"{{"format": "rokade.framework/1", "id": "x", "version": "2", "languages": ["en"], "title": "X",
            "scales": [{{"id": "s", "levels": [{{"label": "0"}}, {{"label": "1"}}, {{"label": "2"}}]}}],
            "competenceScale": "s",
            "dimensions": [{{"id": "d", "title": "D", "competences": [{}]}}],
            "roles": [{{"id": "r", "title": "R", "targets": {{"a": 1}}}}], "renamed": {renamed}}}"#,
            ["a", "b", "c", "d"].map(competence).join(", ")
        );
        Framework::read(&text).unwrap()
    }

    fn assessment(levels: &[(&str, i64)]) -> Assessment {
        let mut assessment = Assessment::new("x".into(), "1".into(), Purpose::Development, Rater::Myself, "r".into());
        for (id, level) in levels {
            assessment.responses.competences.set((*id).into(), Answer::Rated(*level).into());
        }
        assessment
    }

    fn levels(carried: &Carried) -> Vec<(String, i64)> {
        let responses = carried.assessment.responses.competences.iter();
        responses
            .map(|(id, response)| match response.answer {
                Answer::Rated(level) => (id.to_string(), level),
                _ => panic!("only levels were said"),
            })
            .collect()
    }

    fn carried(renamed: &str, said: &[(&str, i64)]) -> (Vec<(String, i64)>, Vec<String>) {
        let carried = carry(&framework(renamed), &assessment(said));
        (levels(&carried), carried.not_carried.iter().map(ToString::to_string).collect())
    }

    fn owned(levels: &[(&str, i64)]) -> Vec<(String, i64)> {
        levels.iter().map(|(id, level)| (id.to_string(), *level)).collect()
    }

    #[test]
    fn a_new_name_takes_over_the_answer_in_its_place() {
        let renamed = r#"[{"from": "old", "to": ["b"]}]"#;
        assert_eq!(
            carried(renamed, &[("a", 1), ("old", 2), ("c", 0)]),
            (owned(&[("a", 1), ("b", 2), ("c", 0)]), vec![])
        );
    }

    #[test]
    fn a_split_gives_the_answer_to_each() {
        let renamed = r#"[{"from": "a", "to": ["a", "b"]}]"#;
        assert_eq!(carried(renamed, &[("a", 2)]), (owned(&[("a", 2), ("b", 2)]), vec![]));
    }

    #[test]
    fn a_merge_keeps_what_the_answers_agree_on() {
        let renamed = r#"[{"from": "x", "to": ["a"]}, {"from": "y", "to": ["a"]}]"#;
        assert_eq!(carried(renamed, &[("x", 2), ("y", 2)]), (owned(&[("a", 2)]), vec![]));
        assert_eq!(carried(renamed, &[("y", 1)]), (owned(&[("a", 1)]), vec![]));
    }

    #[test]
    fn a_merge_of_different_answers_keeps_none_and_tells() {
        let renamed = r#"[{"from": "x", "to": ["a"]}, {"from": "y", "to": ["a"]}]"#;
        let told = "`a` in `responses.competences` is left empty: `x`, `y` and `a` became it and differ".to_owned();
        assert_eq!(carried(renamed, &[("x", 1), ("y", 2), ("a", 1), ("b", 0)]), (owned(&[("b", 0)]), vec![told]));
    }

    #[test]
    fn entries_are_applied_in_list_order() {
        let renamed = r#"[{"from": "x", "to": ["y"]}, {"from": "y", "to": ["a", "b"]}, {"from": "b", "to": ["c"]}]"#;
        assert_eq!(carried(renamed, &[("x", 1)]), (owned(&[("a", 1), ("c", 1)]), vec![]));
        // An earlier entry doesn't see what a later one makes.
        let renamed = r#"[{"from": "b", "to": ["c"]}, {"from": "a", "to": ["b"]}]"#;
        assert_eq!(carried(renamed, &[("a", 1), ("b", 2)]), (owned(&[("b", 1), ("c", 2)]), vec![]));
    }

    #[test]
    fn everything_said_by_competence_is_carried() {
        let framework = framework(r#"[{"from": "x", "to": ["a"]}, {"from": "y", "to": ["a"]}]"#);
        let mut old = assessment(&[]);
        for (id, level) in [("x", 1), ("y", 2)] {
            old.targets.adjusted.set(id.into(), Some(level));
            old.agreed.set(id.into(), 1);
            old.wishes.competences.set(id.into(), level);
            old.evidence.set(id.into(), format!("example of {id}").into());
        }
        old.plan.push(PlanItem { competences: vec!["y".into(), "b".into(), "x".into()], ..PlanItem::default() });
        let Carried { assessment: new, not_carried } = carry(&framework, &old);
        assert_eq!(new.agreed.get("a"), Some(&1));
        assert_eq!(new.evidence.get("a").map(|text| &**text), Some("example of x\n\nexample of y"));
        assert_eq!(new.plan[0].competences, ["a".into(), "b".into()]);
        let parts: Vec<_> = not_carried.iter().map(|not| not.part).collect();
        assert_eq!(parts, [CarriedPart::AdjustedTargets, CarriedPart::Wishes]);
        assert_eq!(new.framework_version.as_deref(), Some("2"));
    }

    #[test]
    fn without_entries_nothing_but_the_version_changes() {
        let old = assessment(&[("a", 1), ("gone", 2)]);
        let new = carry(&framework("[]"), &old);
        assert_eq!(new.not_carried, []);
        assert_eq!(new.assessment, Assessment { framework_version: Some("2".into()), ..old });
    }
}
