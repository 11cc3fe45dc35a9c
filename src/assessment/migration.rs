//! Carries an assessment of an older version of its framework over to this one, by what became of competence ids.
//!
//! Pure. Knows ids only: whether levels still mean the same is for the reader, who is told about the other version.

use super::{Assessment, ById};
use crate::framework::{Framework, Id};
use std::collections::HashMap;
use std::rc::Rc;

/// The version of the framework that was answered, where it is another one.
pub fn other_version(framework: &Framework, assessment: &Assessment) -> Option<Rc<str>> {
    assessment.framework_version.clone().filter(|version| *version != framework.version)
}

/// An assessment in the ids of this version.
#[derive(Clone, Debug, PartialEq)]
pub struct Migrated {
    /// Of another version it names this one, so that it isn't migrated a second time.
    pub assessment: Assessment,
    pub conflicts: Vec<Conflict>,
}

/// What was said of competences that became one, where they say different things: neither holds for the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub part: MigratedPart,
    /// The ids in the assessment, in its order.
    pub from: Vec<Id>,
    /// What they became.
    pub to: Id,
}

/// Where in the assessment it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MigratedPart {
    AdjustedTargets,
    Responses,
    Agreed,
    Wishes,
}

/// Carries over everything that is said by competence id; an assessment of this version stays as it is.
///
/// An id that was split gives what was said of it to each of its new ids. Ids that were merged give what they agree on;
/// where they differ, the new id gets nothing and the reader is told, since no rule could say which of two answers a
/// person means. An answer beside none is kept. Examples are put one after the other.
pub fn migrate(framework: &Framework, assessment: &Assessment) -> Migrated {
    if other_version(framework, assessment).is_none() {
        return Migrated { assessment: assessment.clone(), conflicts: Vec::new() };
    }
    let names = NewIds::of(framework);
    let mut conflicts = Vec::new();
    let mut migrated = assessment.clone();
    migrated.framework_version = Some(framework.version.clone());
    names.migrate(&mut migrated.targets.adjusted, MigratedPart::AdjustedTargets, &mut conflicts);
    names.migrate(&mut migrated.responses.competences, MigratedPart::Responses, &mut conflicts);
    names.migrate(&mut migrated.agreed, MigratedPart::Agreed, &mut conflicts);
    names.migrate(&mut migrated.wishes.competences, MigratedPart::Wishes, &mut conflicts);
    migrated.evidence = names
        .by_new_id(assessment.evidence.keys())
        .into_iter()
        .map(|(id, places)| {
            let texts: Vec<&str> = places.into_iter().map(|place| &*assessment.evidence[place]).collect();
            (id, texts.join("\n\n").into())
        })
        .collect();
    for item in &mut migrated.plan {
        item.competences = names.list(&item.competences);
    }
    Migrated { assessment: migrated, conflicts }
}

/// What old ids became in the end.
struct NewIds<'a> {
    /// By id, the places of the entries that rename it, in list order.
    entries: HashMap<&'a Id, Vec<usize>>,
    /// Of each entry, the ids of this version.
    to: Vec<Vec<Id>>,
}

impl<'a> NewIds<'a> {
    /// Applies the entries in list order.
    fn of(framework: &'a Framework) -> Self {
        let renamed = &framework.renamed;
        let mut entries: HashMap<&Id, Vec<usize>> = HashMap::new();
        for (place, entry) in renamed.iter().enumerate() {
            entries.entry(&entry.from).or_default().push(place);
        }
        let mut names = Self { entries, to: vec![Vec::new(); renamed.len()] };
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
        self.by_new_id_from(ids, start).into_keys().collect()
    }

    /// What the entries from this one on make of an id; ids that stay are their own.
    fn new_ids<'b>(&'b self, id: &'b Id, start: usize) -> &'b [Id] {
        let entries = self.entries.get(id).map_or(&[][..], Vec::as_slice);
        match entries.get(entries.partition_point(|entry| *entry < start)) {
            Some(entry) => &self.to[*entry],
            None => std::slice::from_ref(id),
        }
    }

    /// The new ids in the order in which they were said, each with the places of the old ids that became it.
    fn by_new_id<'b>(&self, said: impl IntoIterator<Item = &'b Id>) -> ById<Vec<usize>> {
        self.by_new_id_from(said, 0)
    }

    fn by_new_id_from<'b>(&self, said: impl IntoIterator<Item = &'b Id>, start: usize) -> ById<Vec<usize>> {
        let mut by_id: ById<Vec<usize>> = ById::new();
        for (place, old) in said.into_iter().enumerate() {
            for id in self.new_ids(old, start) {
                by_id.entry(id.clone()).or_default().push(place);
            }
        }
        by_id
    }

    /// Hands on to the new ids what was said of the old ones where that agrees; where it doesn't, it is put down.
    fn migrate<V: Clone + PartialEq>(&self, said: &mut ById<V>, part: MigratedPart, conflicts: &mut Vec<Conflict>) {
        let mut migrated = ById::new();
        for (to, places) in self.by_new_id(said.keys()) {
            if places.iter().all(|place| said[*place] == said[places[0]]) {
                migrated.insert(to, said[places[0]].clone());
            } else {
                let from = places.iter().filter_map(|place| said.get_index(*place)).map(|(id, _)| id.clone()).collect();
                conflicts.push(Conflict { part, from, to });
            }
        }
        *said = migrated;
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
            assessment.responses.competences.insert((*id).into(), Answer::Rated(*level).into());
        }
        assessment
    }

    fn levels(migrated: &Migrated) -> Vec<(String, i64)> {
        let responses = migrated.assessment.responses.competences.iter();
        responses
            .map(|(id, response)| match response.answer {
                Answer::Rated(level) => (id.to_string(), level),
                _ => panic!("only levels were said"),
            })
            .collect()
    }

    fn migrated(renamed: &str, said: &[(&str, i64)]) -> (Vec<(String, i64)>, Vec<Conflict>) {
        let migrated = migrate(&framework(renamed), &assessment(said));
        (levels(&migrated), migrated.conflicts)
    }

    fn owned(levels: &[(&str, i64)]) -> Vec<(String, i64)> {
        levels.iter().map(|(id, level)| (id.to_string(), *level)).collect()
    }

    #[test]
    fn a_new_name_takes_over_the_answer_in_its_place() {
        let renamed = r#"[{"from": "old", "to": ["b"]}]"#;
        assert_eq!(
            migrated(renamed, &[("a", 1), ("old", 2), ("c", 0)]),
            (owned(&[("a", 1), ("b", 2), ("c", 0)]), vec![])
        );
    }

    #[test]
    fn a_split_gives_the_answer_to_each() {
        let renamed = r#"[{"from": "a", "to": ["a", "b"]}]"#;
        assert_eq!(migrated(renamed, &[("a", 2)]), (owned(&[("a", 2), ("b", 2)]), vec![]));
    }

    #[test]
    fn a_merge_keeps_what_the_answers_agree_on() {
        let renamed = r#"[{"from": "x", "to": ["a"]}, {"from": "y", "to": ["a"]}]"#;
        assert_eq!(migrated(renamed, &[("x", 2), ("y", 2)]), (owned(&[("a", 2)]), vec![]));
        assert_eq!(migrated(renamed, &[("y", 1)]), (owned(&[("a", 1)]), vec![]));
    }

    #[test]
    fn a_merge_of_different_answers_keeps_none_and_tells() {
        let renamed = r#"[{"from": "x", "to": ["a"]}, {"from": "y", "to": ["a"]}]"#;
        let from = ["x", "y", "a"].map(Id::from).to_vec();
        let told = Conflict { part: MigratedPart::Responses, from, to: "a".into() };
        assert_eq!(migrated(renamed, &[("x", 1), ("y", 2), ("a", 1), ("b", 0)]), (owned(&[("b", 0)]), vec![told]));
    }

    #[test]
    fn entries_are_applied_in_list_order() {
        let renamed = r#"[{"from": "x", "to": ["y"]}, {"from": "y", "to": ["a", "b"]}, {"from": "b", "to": ["c"]}]"#;
        assert_eq!(migrated(renamed, &[("x", 1)]), (owned(&[("a", 1), ("c", 1)]), vec![]));
        // An earlier entry doesn't see what a later one makes.
        let renamed = r#"[{"from": "b", "to": ["c"]}, {"from": "a", "to": ["b"]}]"#;
        assert_eq!(migrated(renamed, &[("a", 1), ("b", 2)]), (owned(&[("b", 1), ("c", 2)]), vec![]));
    }

    #[test]
    fn everything_said_by_competence_is_migrated() {
        let framework = framework(r#"[{"from": "x", "to": ["a"]}, {"from": "y", "to": ["a"]}]"#);
        let mut old = assessment(&[]);
        for (id, level) in [("x", 1), ("y", 2)] {
            old.targets.adjusted.insert(id.into(), Some(level));
            old.agreed.insert(id.into(), 1);
            old.wishes.competences.insert(id.into(), level);
            old.evidence.insert(id.into(), format!("example of {id}").into());
        }
        old.plan.push(PlanItem { competences: vec!["y".into(), "b".into(), "x".into()], ..PlanItem::default() });
        let Migrated { assessment: new, conflicts } = migrate(&framework, &old);
        assert_eq!(new.agreed.get("a"), Some(&1));
        assert_eq!(new.evidence.get("a").map(|text| &**text), Some("example of x\n\nexample of y"));
        assert_eq!(new.plan[0].competences, ["a".into(), "b".into()]);
        let parts: Vec<_> = conflicts.iter().map(|not| not.part).collect();
        assert_eq!(parts, [MigratedPart::AdjustedTargets, MigratedPart::Wishes]);
        assert_eq!(new.framework_version.as_deref(), Some("2"));
    }

    #[test]
    fn an_assessment_of_this_version_stays_as_it_is() {
        let framework = framework(r#"[{"from": "a", "to": ["b"]}]"#);
        for version in [Some("2".into()), None] {
            let said = Assessment { framework_version: version, ..assessment(&[("a", 1)]) };
            assert_eq!(migrate(&framework, &said), Migrated { assessment: said, conflicts: Vec::new() });
        }
    }

    #[test]
    fn without_entries_nothing_but_the_version_changes() {
        let old = assessment(&[("a", 1), ("gone", 2)]);
        let new = migrate(&framework("[]"), &old);
        assert_eq!(new.conflicts, []);
        assert_eq!(new.assessment, Assessment { framework_version: Some("2".into()), ..old });
    }
}
