//! Candidates for the searches for the best few areas together, made without a framework.

use rokade::framework::Id;
use rokade::suggestion::best_set::Limits;
use rokade::suggestion::{Candidate, Contribution};
use std::cmp::Reverse;
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

/// The candidates at these places.
pub fn at<'a>(drafts: &'a [CandidateDraft], places: &[usize]) -> Vec<&'a CandidateDraft> {
    places.iter().map(|place| &drafts[*place]).collect()
}

/// The ids of a set, such that the greater is the set whose ids are the first in order.
pub fn first_ids<'a>(set: &[&'a CandidateDraft]) -> Reverse<Vec<&'a Id>> {
    let mut ids: Vec<&Id> = set.iter().map(|draft| &draft.id).collect();
    ids.sort();
    Reverse(ids)
}

pub fn wishes(set: &[&CandidateDraft]) -> u32 {
    set.iter().map(|draft| u32::from(draft.wish)).sum()
}

pub fn needs(set: &[&CandidateDraft]) -> u32 {
    set.iter().map(|draft| u32::from(draft.need)).sum()
}

/// The places of the set with the greatest merit, by looking at every one.
pub fn best_of_all<'a, Merit: Ord>(
    drafts: &'a [CandidateDraft],
    limits: Limits,
    merit: impl Fn(&[&'a CandidateDraft]) -> Merit,
) -> Vec<usize> {
    let sets = (0..1_usize << drafts.len())
        .map(|mask| -> Vec<usize> { (0..drafts.len()).filter(|place| mask >> place & 1 == 1).collect() });
    let allowed = sets.filter(|set| {
        set.len() <= limits.areas && set.iter().filter(|place| drafts[**place].is_rotation).count() <= limits.rotations
    });
    let merit = |set: &[usize]| merit(&at(drafts, set));
    let best = allowed.reduce(|best, set| if merit(&set) > merit(&best) { set } else { best });
    best.expect("the empty set is there")
}

/// The places of the set that grows by the candidate with which it is worth most, the first of equal ones, as long as it
/// is worth more with it.
pub fn one_by_one<'a, Value: Ord>(
    drafts: &'a [CandidateDraft],
    limits: Limits,
    value: impl Fn(&[&'a CandidateDraft]) -> Value,
) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    for _ in 0..limits.areas {
        let value_with = |place: usize| value(&at(drafts, &[&chosen[..], &[place]].concat()));
        let rotations = chosen.iter().filter(|place| drafts[**place].is_rotation).count();
        let fitting = (0..drafts.len()).filter(|place| rotations < limits.rotations || !drafts[*place].is_rotation);
        let best = fitting.reduce(|best, place| if value_with(place) > value_with(best) { place } else { best });
        let Some(best) = best.filter(|best| value_with(*best) > value(&at(drafts, &chosen))) else { break };
        chosen.push(best);
    }
    chosen.sort();
    chosen
}

/// Looks at every set of one to three candidates, in the order of their ids, so that of equal ones the first comes first.
pub fn look_at_all_up_to_three(drafts: &[CandidateDraft], mut look: impl FnMut(&[usize])) {
    let mut by_id: Vec<usize> = (0..drafts.len()).collect();
    by_id.sort_by_key(|place| &drafts[*place].id);
    for (one, &first) in by_id.iter().enumerate() {
        look(&[first]);
        for (two, &second) in by_id.iter().enumerate().skip(one + 1) {
            look(&[first, second]);
            for &third in &by_id[two + 1..] {
                look(&[first, second, third]);
            }
        }
    }
}

/// Numbers that look random and are the same each time.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % most
    }
}
