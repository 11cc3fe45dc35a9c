//! Candidates for the searches for the best few areas together, made without a framework.

use rokade::framework::Id;
use rokade::suggestion::{Candidate, Contribution};
use std::collections::BTreeMap;

/// A candidate that owns its parts.
#[derive(Clone, Debug)]
pub struct CandidateDraft {
    pub id: Id,
    pub is_rotation: bool,
    pub wish: u8,
    pub need: u8,
    pub contributions: Vec<Contribution>,
    pub chances: Vec<usize>,
}

impl CandidateDraft {
    pub fn new(
        id: String,
        is_rotation: bool,
        wish: u8,
        need: u8,
        points: impl IntoIterator<Item = (usize, u32)>,
    ) -> Self {
        let points: BTreeMap<usize, u32> = points.into_iter().collect();
        let contributions = points.into_iter().map(|(competence, points)| Contribution {
            competence,
            from: 0,
            target: 1,
            practice: 1,
            steps: 1,
            points,
        });
        Self { id: id.into(), is_rotation, wish, need, contributions: contributions.collect(), chances: Vec::new() }
    }
}

/// The candidates in this order, which stands for the ranking's.
pub fn candidates(drafts: &[CandidateDraft]) -> Vec<Candidate<'_>> {
    drafts
        .iter()
        .enumerate()
        .map(|(area, draft)| Candidate {
            area,
            id: &draft.id,
            is_rotation: draft.is_rotation,
            wish: draft.wish,
            need: draft.need,
            contributions: &draft.contributions,
            chances: draft.chances.clone(),
        })
        .collect()
}

/// *F*, straight from the points.
pub fn points_of(set: &[&CandidateDraft]) -> u32 {
    let mut most: BTreeMap<usize, u32> = BTreeMap::new();
    for line in set.iter().flat_map(|draft| &draft.contributions) {
        let most = most.entry(line.competence).or_default();
        *most = line.points.max(*most);
    }
    most.values().sum()
}

/// Numbers that look random and are the same each time.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % most
    }
}
