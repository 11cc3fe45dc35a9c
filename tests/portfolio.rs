//! The best few areas together: the search against every set, its promise for two hundred candidates, and where it gives
//! up (method.md, section 3 "Portfolio" and law 7).

#![cfg(not(target_arch = "wasm32"))]

use proptest::collection::vec;
use proptest::prelude::*;
use rokade::framework::Id;
use rokade::suggestion::Contribution;
use rokade::suggestion::portfolio::{Candidate, Limits, MARGINAL_GAINS_AT_MOST, Portfolio};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A candidate that owns its parts.
#[derive(Clone, Debug)]
struct CandidateDraft {
    id: Id,
    is_rotation: bool,
    wish: u8,
    need: u8,
    contributions: Vec<Contribution>,
}

impl CandidateDraft {
    fn new(id: String, is_rotation: bool, wish: u8, need: u8, points: impl IntoIterator<Item = (usize, u32)>) -> Self {
        let points: BTreeMap<usize, u32> = points.into_iter().collect();
        let contributions = points.into_iter().map(|(competence, points)| Contribution {
            competence,
            from: 0,
            target: 1,
            practice: 1,
            steps: 1,
            points,
        });
        Self { id: id.into(), is_rotation, wish, need, contributions: contributions.collect() }
    }
}

/// The candidates in this order, which stands for the ranking's.
fn candidates(drafts: &[CandidateDraft]) -> Vec<Candidate<'_>> {
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
        })
        .collect()
}

fn any_candidates() -> impl Strategy<Value = Vec<CandidateDraft>> {
    let points = vec((0..4_usize, 1..=3_u32), 1..4);
    let parts = (0..1000_u32, prop::bool::weighted(0.4), 0..=1_u8, 0..=1_u8, points);
    vec(parts, 0..=9).prop_map(|all| {
        let draft = |(place, (name, is_rotation, wish, need, points))| {
            CandidateDraft::new(format!("a{name}-{place}"), is_rotation, wish, need, points)
        };
        all.into_iter().enumerate().map(draft).collect()
    })
}

/// *F*, straight from the points.
fn value_of(set: &[&CandidateDraft]) -> u32 {
    let mut most: BTreeMap<usize, u32> = BTreeMap::new();
    for line in set.iter().flat_map(|draft| &draft.contributions) {
        let most = most.entry(line.competence).or_default();
        *most = line.points.max(*most);
    }
    most.values().sum()
}

/// The best set by looking at every one.
fn best_of_all(drafts: &[CandidateDraft], limits: Limits) -> (Vec<usize>, u32) {
    let sets = (0..1_usize << drafts.len())
        .map(|mask| -> Vec<usize> { (0..drafts.len()).filter(|place| mask >> place & 1 == 1).collect() });
    let chosen = |set: &[usize]| -> Vec<&CandidateDraft> { set.iter().map(|place| &drafts[*place]).collect() };
    let allowed = sets.filter(|set| {
        set.len() <= limits.areas && chosen(set).iter().filter(|draft| draft.is_rotation).count() <= limits.rotations
    });
    let merit = |set: &[usize]| {
        let chosen = chosen(set);
        let mut ids: Vec<&Id> = chosen.iter().map(|draft| &draft.id).collect();
        ids.sort();
        let wishes: u32 = chosen.iter().map(|draft| u32::from(draft.wish)).sum();
        let needs: u32 = chosen.iter().map(|draft| u32::from(draft.need)).sum();
        (value_of(&chosen), Reverse(set.len()), wishes, needs, Reverse(ids))
    };
    let best = allowed.reduce(|best, set| if merit(&set) > merit(&best) { set } else { best });
    let best = best.expect("the empty set is there");
    let value = value_of(&chosen(&best));
    (best, value)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_exact_portfolio_is_the_best_of_all_sets(drafts in any_candidates(), areas in 1..=4_usize, rotations in 0..=4_usize) {
        let limits = Limits { areas, rotations };
        let portfolio = Portfolio::best(&candidates(&drafts), limits);
        let (areas, value) = best_of_all(&drafts, limits);
        prop_assert_eq!(portfolio, Portfolio { areas, value, exact: true });
    }

    #[test]
    fn the_exact_portfolio_is_at_least_the_greedy_one_and_grows_with_its_size(
        drafts in any_candidates(),
        areas in 1..=3_usize,
        rotations in 0..=4_usize,
    ) {
        let candidates = candidates(&drafts);
        let exact = Portfolio::best(&candidates, Limits { areas, rotations });
        let greedy = Portfolio::greedy(&candidates, Limits { areas, rotations });
        let larger = Portfolio::best(&candidates, Limits { areas: areas + 1, rotations });
        let freer = Portfolio::best(&candidates, Limits { areas, rotations: rotations + 1 });
        prop_assert!(exact.value >= greedy.value);
        prop_assert!(exact.value <= larger.value);
        prop_assert!(exact.value <= freer.value);
    }

    #[test]
    fn a_search_that_may_take_fewer_steps_gives_the_same_answer_or_none(drafts in any_candidates(), steps in 0..40_u32) {
        let (candidates, limits) = (candidates(&drafts), Limits { areas: 3, rotations: 1 });
        if let Some(portfolio) = Portfolio::exact(&candidates, limits, steps) {
            prop_assert_eq!(portfolio, Portfolio::best(&candidates, limits));
        }
    }

    #[test]
    fn the_greedy_portfolio_takes_the_largest_gain_and_then_the_first_in_the_ranking(drafts in any_candidates()) {
        let limits = Limits { areas: 3, rotations: 1 };
        let mut chosen: Vec<usize> = Vec::new();
        for _ in 0..limits.areas {
            let set = |places: &[usize]| -> Vec<&CandidateDraft> { places.iter().map(|place| &drafts[*place]).collect() };
            let value_with = |place: usize| value_of(&set(&[&chosen[..], &[place]].concat()));
            let has_rotation = chosen.iter().any(|place| drafts[*place].is_rotation);
            let fitting = (0..drafts.len()).filter(|place| !has_rotation || !drafts[*place].is_rotation);
            let best = fitting.reduce(|best, place| if value_with(place) > value_with(best) { place } else { best });
            let Some(best) = best.filter(|best| value_with(*best) > value_of(&set(&chosen))) else { break };
            chosen.push(best);
        }
        let value = value_of(&chosen.iter().map(|place| &drafts[*place]).collect::<Vec<_>>());
        chosen.sort();
        prop_assert_eq!(Portfolio::greedy(&candidates(&drafts), limits), Portfolio { areas: chosen, value, exact: false });
    }
}

#[test]
fn two_hundred_candidates_get_the_best_of_all_sets_of_three() {
    let drafts = alike(200, 12, 4);
    let limits = Limits { areas: 3, rotations: 0 };
    let portfolio = Portfolio::best(&candidates(&drafts), limits);

    // Each candidate's competences as bits: all points are the same, so a set's value is the count of bits.
    let bits = |draft: &CandidateDraft| draft.contributions.iter().map(|line| 1_u32 << line.competence).sum::<u32>();
    let mut by_id: Vec<(&Id, u32, usize)> =
        drafts.iter().enumerate().map(|(place, draft)| (&draft.id, bits(draft), place)).collect();
    by_id.sort();
    let (mut most, mut areas) = (0, Vec::new());
    for (one, first) in by_id.iter().enumerate() {
        for (two, second) in by_id.iter().enumerate().skip(one + 1) {
            for third in &by_id[two + 1..] {
                let covered = (first.1 | second.1 | third.1).count_ones();
                // In the order of ids, the first of equal sets is the one that is first in order.
                if covered > most {
                    (most, areas) = (covered, vec![first.2, second.2, third.2]);
                }
            }
        }
    }
    areas.sort();
    assert_eq!(portfolio, Portfolio { areas, value: 2 * most, exact: true });
}

#[test]
fn two_hundred_candidates_get_an_exact_portfolio_even_where_no_bound_helps() {
    let drafts = alike(200, 40, 32);
    let (candidates, limits) = (candidates(&drafts), Limits { areas: 3, rotations: 0 });
    assert!(Portfolio::best(&candidates, limits).exact);
    assert_eq!(Portfolio::exact(&candidates, limits, MARGINAL_GAINS_AT_MOST / 2), None);
}

#[test]
fn a_search_that_would_take_too_long_becomes_the_greedy_one() {
    let drafts = alike(600, 40, 32);
    let (candidates, limits) = (candidates(&drafts), Limits { areas: 4, rotations: 0 });
    let portfolio = Portfolio::best(&candidates, limits);
    assert!(!portfolio.exact);
    assert_eq!(portfolio, Portfolio::greedy(&candidates, limits));
}

/// So many candidates, each with the same points in so many of these competences, and no wish or need between them.
fn alike(count: usize, competences: usize, each: usize) -> Vec<CandidateDraft> {
    let mut number: u64 = 1;
    let mut below = |most: usize| {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (number >> 33) as usize % most
    };
    let mut draft = |place: usize| {
        let mut points = BTreeMap::new();
        while points.len() < each {
            points.insert(below(competences), 2);
        }
        // 7 and 200 or 600 have no divisor in common, so that ids are in another order than places.
        CandidateDraft::new(format!("a{}", place * 7 % count), false, 0, 0, points)
    };
    (0..count).map(&mut draft).collect()
}
