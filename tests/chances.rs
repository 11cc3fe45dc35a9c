//! The few areas that reach most of what was never tried: the search against every set with each tie-break in turn, its
//! promise for two hundred candidates, and where it gives up (www/guides/method.md, section 3 "Chances" and law 15).

#![cfg(not(target_arch = "wasm32"))]

mod candidates;

use candidates::{
    CandidateDraft, Numbers, at, best_of_all, candidates, first_ids, look_at_all_up_to_three, needs, one_by_one,
    points_of, wishes,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use rokade::suggestion::Chances;
use rokade::suggestion::best_set::Limits;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Competences that the person has had no opportunity to try come from this place on; those before are rated.
const NEVER_TRIED: usize = 4;

fn any_candidates() -> impl Strategy<Value = Vec<CandidateDraft>> {
    let points = vec((0..NEVER_TRIED, 1..=3_u32), 0..3);
    let chances = btree_set(NEVER_TRIED..NEVER_TRIED + 4, 0..=3);
    let parts = (0..1000_u32, prop::bool::weighted(0.4), 0..=1_u8, 0..=1_u8, points, chances);
    vec(parts, 0..=9).prop_map(|all| {
        let draft = |(place, (name, is_rotation, wish, need, points, chances))| CandidateDraft {
            chances: BTreeSet::into_iter(chances).collect(),
            ..CandidateDraft::new(format!("a{name}-{place}"), is_rotation, wish, need, points)
        };
        all.into_iter().enumerate().map(draft).collect()
    })
}

/// *C*, straight from the chances.
fn reached_by(set: &[&CandidateDraft]) -> usize {
    set.iter().flat_map(|draft| &draft.chances).collect::<BTreeSet<_>>().len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_exact_chances_are_the_best_of_all_sets(drafts in any_candidates(), areas in 1..=4_usize, rotations in 0..=4_usize) {
        let limits = Limits { areas, rotations };
        let chances = Chances::best(&candidates(&drafts), limits, 4);
        let areas = best_of_all(&drafts, limits, |set| {
            (reached_by(set), Reverse(set.len()), wishes(set), points_of(set), needs(set), first_ids(set))
        });
        let reached = reached_by(&at(&drafts, &areas));
        prop_assert_eq!(chances, Chances { areas, reached, of: 4, exact: true });
    }

    #[test]
    fn the_exact_chances_are_at_least_the_greedy_ones_and_grow_with_their_size(
        drafts in any_candidates(),
        areas in 1..=3_usize,
        rotations in 0..=4_usize,
    ) {
        let candidates = candidates(&drafts);
        let exact = Chances::best(&candidates, Limits { areas, rotations }, 4);
        let greedy = Chances::greedy(&candidates, Limits { areas, rotations }, 4);
        let larger = Chances::best(&candidates, Limits { areas: areas + 1, rotations }, 4);
        let freer = Chances::best(&candidates, Limits { areas, rotations: rotations + 1 }, 4);
        prop_assert!(exact.reached >= greedy.reached);
        prop_assert!(exact.reached <= larger.reached);
        prop_assert!(exact.reached <= freer.reached);
    }

    #[test]
    fn the_greedy_chances_take_what_reaches_most_and_then_the_first_in_the_ranking(drafts in any_candidates()) {
        let limits = Limits { areas: 3, rotations: 1 };
        let areas = one_by_one(&drafts, limits, reached_by);
        let reached = reached_by(&at(&drafts, &areas));
        let greedy = Chances { areas, reached, of: 4, exact: false };
        prop_assert_eq!(Chances::greedy(&candidates(&drafts), limits, 4), greedy);
    }
}

#[test]
fn two_hundred_candidates_get_the_chances_that_are_the_best_of_all_sets_of_three() {
    for practised in [20, 35, 50, 70] {
        let drafts = new_hire(200, 40, practised);
        let chances = Chances::best(&candidates(&drafts), Limits { areas: 3, rotations: 3 }, 40);

        // Each candidate's chances as bits.
        let bits: Vec<u64> =
            drafts.iter().map(|draft| draft.chances.iter().map(|competence| 1 << competence).sum()).collect();
        let (mut most, mut areas) = ((0, Reverse(0), 0), Vec::new());
        look_at_all_up_to_three(&drafts, |set| {
            let covered = set.iter().fold(0, |covered, place| covered | bits[*place]);
            let merit = (covered.count_ones() as usize, Reverse(set.len()));
            if merit >= (most.0, most.1) {
                let points = points_of(&at(&drafts, set));
                if (merit.0, merit.1, points) > most {
                    (most, areas) = ((merit.0, merit.1, points), set.to_vec());
                }
            }
        });
        areas.sort();
        assert_eq!(chances, Chances { areas, reached: most.0, of: 40, exact: true }, "{practised} in a hundred");
    }
}

#[test]
fn the_chances_among_as_many_areas_as_there_are_occupations_are_exact() {
    for practised in [10, 20, 30, 40, 60, 80] {
        let drafts = new_hire(879, 50, practised);
        let (candidates, limits) = (candidates(&drafts), Limits { areas: 3, rotations: 3 });
        let chances = Chances::best(&candidates, limits, 50);
        assert!(chances.exact, "{practised} in a hundred");
        assert!(chances.reached >= Chances::greedy(&candidates, limits, 50).reached, "{practised} in a hundred");
    }
}

#[test]
fn a_search_that_would_take_too_long_becomes_the_greedy_one() {
    let drafts = new_hire(879, 100, 35);
    let (candidates, limits) = (candidates(&drafts), Limits { areas: 4, rotations: 0 });
    let chances = Chances::best(&candidates, limits, 100);
    assert!(!chances.exact);
    assert_eq!(chances, Chances::greedy(&candidates, limits, 100));
}

/// So many areas for someone who has tried hardly anything: each lets one practise so many of a hundred of these
/// competences, and a few of those that are rated.
fn new_hire(areas: usize, never_tried: usize, practised: u32) -> Vec<CandidateDraft> {
    let mut numbers = Numbers(1);
    let mut draft = |place: usize| {
        let chances = (0..never_tried).filter(|_| numbers.below(100) < practised).collect();
        let points = (never_tried..never_tried + 10).map(|competence| (competence, numbers.below(4)));
        let points: Vec<(usize, u32)> = points.filter(|(_, points)| *points > 0).collect();
        // 7 has no divisor in common with 200 or 879, so that ids are in another order than places.
        CandidateDraft { chances, ..CandidateDraft::new(format!("a{}", place * 7 % areas), false, 0, 0, points) }
    };
    (0..areas).map(&mut draft).collect()
}
