//! The best few areas together: the search against every set, its promise for two hundred candidates, how far it
//! reaches beyond, and where it gives up (www/guides/method.md, section 3 "Portfolio" and law 7).

#![cfg(not(target_arch = "wasm32"))]

mod candidates;

use candidates::{
    CandidateDraft, Numbers, at, best_of_all, candidates, first_ids, look_at_all_up_to_three, needs, one_by_one,
    points_of, wishes,
};
use proptest::collection::vec;
use proptest::prelude::*;
use rokade::assessment;
use rokade::framework::Framework;
use rokade::report::Report;
use rokade::suggestion::Portfolio;
use rokade::suggestion::best_set::Limits;
use serde_json::{Map, Value, json};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_exact_portfolio_is_the_best_of_all_sets(drafts in any_candidates(), areas in 1..=4_usize, rotations in 0..=4_usize) {
        let limits = Limits { areas, rotations };
        let portfolio = Portfolio::best(&candidates(&drafts), limits);
        let areas = best_of_all(&drafts, limits, |set| {
            (points_of(set), Reverse(set.len()), wishes(set), needs(set), first_ids(set))
        });
        let value = points_of(&at(&drafts, &areas));
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
    fn a_search_that_may_take_fewer_steps_gives_the_same_answer_or_none(drafts in any_candidates(), steps in 0..400_u64) {
        let (candidates, limits) = (candidates(&drafts), Limits { areas: 3, rotations: 1 });
        if let Some(portfolio) = Portfolio::exact(&candidates, limits, steps) {
            prop_assert_eq!(portfolio, Portfolio::best(&candidates, limits));
        }
    }

    #[test]
    fn the_greedy_portfolio_takes_the_largest_gain_and_then_the_first_in_the_ranking(drafts in any_candidates()) {
        let limits = Limits { areas: 3, rotations: 1 };
        let areas = one_by_one(&drafts, limits, points_of);
        let value = points_of(&at(&drafts, &areas));
        prop_assert_eq!(Portfolio::greedy(&candidates(&drafts), limits), Portfolio { areas, value, exact: false });
    }
}

/// Up to 24 candidates that overlap much, so that bounds have something to cut off and ties are many.
fn overlapping_candidates() -> impl Strategy<Value = Vec<CandidateDraft>> {
    let points = vec(prop_oneof![2 => Just(0_u32), 1 => Just(1), 2 => Just(2)], 10);
    let parts = (0..1000_u32, prop::bool::weighted(0.4), prop::bool::weighted(0.1), prop::bool::weighted(0.1), points);
    vec(parts, 10..=24).prop_map(|all| {
        let draft = |(place, (name, is_rotation, wish, need, points))| {
            let points = Vec::into_iter(points).enumerate().filter(|(_, points)| *points > 0);
            CandidateDraft::new(format!("a{name}-{place}"), is_rotation, u8::from(wish), u8::from(need), points)
        };
        all.into_iter().enumerate().map(draft).collect()
    })
}

/// The best set of at most three by looking at every one.
fn best_of_three(drafts: &[CandidateDraft], rotations: usize) -> (Vec<usize>, u32) {
    let merit = |places: &[usize]| {
        let set = at(drafts, places);
        (points_of(&set), Reverse(set.len()), wishes(&set), needs(&set))
    };
    let (mut best, mut most) = (Vec::new(), merit(&[]));
    look_at_all_up_to_three(drafts, |set| {
        if set.iter().filter(|place| drafts[**place].is_rotation).count() <= rotations && merit(set) > most {
            (best, most) = (set.to_vec(), merit(set));
        }
    });
    best.sort();
    (best, most.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_exact_portfolio_of_areas_that_overlap_is_the_best_of_all_sets(
        drafts in overlapping_candidates(),
        rotations in 0..=3_usize,
    ) {
        let portfolio = Portfolio::best(&candidates(&drafts), Limits { areas: 3, rotations });
        let (areas, value) = best_of_three(&drafts, rotations);
        prop_assert_eq!(portfolio, Portfolio { areas, value, exact: true });
    }
}

#[test]
fn two_hundred_candidates_get_the_best_of_all_sets_of_three() {
    for (competences, each) in [(12, 4), (40, 14), (40, 32), (60, 12)] {
        let drafts = alike(200, competences, each);
        let portfolio = Portfolio::best(&candidates(&drafts), Limits { areas: 3, rotations: 0 });

        // Each candidate's competences as bits: all points are the same, so a set's value is the count of bits.
        let bits: Vec<u64> =
            drafts.iter().map(|draft| draft.contributions.iter().map(|line| 1 << line.competence).sum()).collect();
        let (mut most, mut areas) = ((0, Reverse(0)), Vec::new());
        look_at_all_up_to_three(&drafts, |set| {
            let covered: u64 = set.iter().fold(0, |covered, place| covered | bits[*place]);
            let merit = (covered.count_ones(), Reverse(set.len()));
            if merit > most {
                (most, areas) = (merit, set.to_vec());
            }
        });
        areas.sort();
        assert_eq!(portfolio, Portfolio { areas, value: 2 * most.0, exact: true }, "{each} of {competences}");
    }
}

/// 68 competences and 879 areas within reach: as many as O*NET, the public scheme of occupations, has.
#[test]
fn a_portfolio_of_as_many_areas_as_there_are_occupations_is_exact() {
    let mut worth_the_search = 0;
    for kind in Dense::KINDS {
        let drafts = kind.candidates(879, 68);
        let (candidates, limits) = (candidates(&drafts), Limits { areas: 3, rotations: 3 });
        let (portfolio, greedy) = (Portfolio::best(&candidates, limits), Portfolio::greedy(&candidates, limits));
        assert!(portfolio.exact, "{kind:?}");
        assert!(portfolio.value >= greedy.value, "{kind:?}");
        worth_the_search += usize::from(portfolio.value > greedy.value);
    }
    assert!(worth_the_search > Dense::KINDS.len() / 2);
}

/// The levels of O*NET's occupations in its skills and knowledge, each occupation as an area, from file to report.
#[test]
fn a_portfolio_of_onets_own_occupations_is_exact() {
    let Some(occupations) = onet_levels() else { return };
    assert_eq!((occupations.len(), occupations[0].len()), (879, 68));
    for stretch in [1, 2, 10] {
        let (framework, assessment) = onet_files(&occupations, stretch);
        let framework = Framework::read(&framework.to_string()).expect("it is a good framework");
        let assessment = assessment::file::read(assessment.to_string().as_bytes()).expect("it is good").assessment;
        let suggestions = Report::of(&framework, 0, &assessment).suggestions;
        assert_eq!(suggestions.ranking.len(), occupations.len());
        assert_eq!(suggestions.portfolio.areas.len(), 3, "a stretch of {stretch}");
        assert!(suggestions.portfolio.exact, "a stretch of {stretch}");
    }
}

/// Per occupation its level, 0 to 7, in each skill and field of knowledge. The data lies beside the repository, or where
/// `ROKADE_DATA` says; without it there is nothing to try.
fn onet_levels() -> Option<Vec<Vec<u32>>> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let data = std::env::var_os("ROKADE_DATA").map_or(beside, PathBuf::from).join("onet-29.0");
    let mut levels: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for file in ["Skills.tsv", "Knowledge.tsv"] {
        let path = data.join(file);
        let Ok(table) = fs::read_to_string(&path) else {
            println!("not tried, since {} can't be read", path.display());
            return None;
        };
        // Occupation, its title, element, its name, scale (`LV` are levels), its name, value, ...
        for row in table.lines().map(|row| row.split('\t').collect::<Vec<_>>()).filter(|row| row[4] == "LV") {
            let value: f64 = row[6].parse().expect("a level is a number");
            levels.entry(row[0].to_owned()).or_default().push(value.round() as u32);
        }
    }
    Some(levels.into_values().collect())
}

/// A person at the lower levels and a role that asks for the highest of everything.
fn onet_files(occupations: &[Vec<u32>], stretch: u32) -> (Value, Value) {
    let ids = |name: &'static str, count: usize| (0..count).map(move |place| format!("{name}{place}"));
    let competences = || ids("c", occupations[0].len());
    let by_competence = |levels: &mut dyn FnMut(usize) -> Value| -> Value {
        competences().enumerate().map(|(place, id)| (id, levels(place))).collect::<Map<_, _>>().into()
    };
    let areas = ids("a", occupations.len()).zip(occupations).map(|(id, levels)| {
        let practice = by_competence(&mut |place| json!(levels[place]));
        json!({"id": id, "title": id, "kind": "taskChange", "route": "developmentPlan", "practice": practice})
    });
    let framework = json!({
        "format": "rokade.framework/1", "id": "onet", "version": "1", "languages": ["en"], "title": "O*NET",
        "scales": [{"id": "levels", "levels": (0..=7).map(|level| json!({"label": format!("{level}")})).collect::<Value>()}],
        "competenceScale": "levels",
        "dimensions": [{"id": "all", "title": "All", "competences": competences()
            .map(|id| json!({"id": id, "title": id, "statement": id}))
            .collect::<Value>()}],
        "roles": [{"id": "role", "title": "Role", "targets": by_competence(&mut |_| json!(7))}],
        "areas": areas.collect::<Value>(),
        "parameters": {"stretch": stretch},
    });
    let mut numbers = Numbers(1);
    let assessment = json!({
        "format": "rokade.assessment/1", "framework": {"id": "onet", "version": "1"}, "purpose": "development",
        "rater": "self", "role": "role",
        "responses": {"competences": by_competence(&mut |_| json!({"answer": "rated", "level": numbers.below(4)}))},
    });
    (framework, assessment)
}

#[test]
fn a_search_that_would_take_too_long_becomes_the_greedy_one() {
    let drafts = Dense { levels: 8, stretch: 2, practised: 80, has_weights: true }.candidates(879, 68);
    let (candidates, limits) = (candidates(&drafts), Limits { areas: 4, rotations: 0 });
    let portfolio = Portfolio::best(&candidates, limits);
    assert!(!portfolio.exact);
    assert_eq!(portfolio, Portfolio::greedy(&candidates, limits));
}

/// So many candidates, each with the same points in so many of these competences, and no wish or need between them.
fn alike(count: usize, competences: u32, each: usize) -> Vec<CandidateDraft> {
    let mut numbers = Numbers(1);
    let mut draft = |place: usize| {
        let mut points = BTreeMap::new();
        while points.len() < each {
            points.insert(numbers.below(competences) as usize, 2);
        }
        // 7 and 200 have no divisor in common, so that ids are in another order than places.
        CandidateDraft::new(format!("a{}", place * 7 % count), false, 0, 0, points)
    };
    (0..count).map(&mut draft).collect()
}

/// Candidates that let one practise nearly everything at some level, chosen by chance.
#[derive(Debug)]
struct Dense {
    levels: u32,
    stretch: u32,
    /// How many of a hundred competences an area lets one practise.
    practised: u32,
    /// Whether competences have weights, and the person wishes; otherwise every step is worth the same.
    has_weights: bool,
}

impl Dense {
    const KINDS: [Dense; 6] = [
        Dense { levels: 5, stretch: 2, practised: 60, has_weights: false },
        Dense { levels: 5, stretch: 2, practised: 100, has_weights: true },
        Dense { levels: 5, stretch: 2, practised: 30, has_weights: true },
        Dense { levels: 8, stretch: 4, practised: 100, has_weights: false },
        Dense { levels: 8, stretch: 2, practised: 80, has_weights: true },
        Dense { levels: 11, stretch: 10, practised: 100, has_weights: true },
    ];

    fn candidates(&self, areas: usize, competences: usize) -> Vec<CandidateDraft> {
        let mut numbers = Numbers(1);
        // Level, target and the worth of a step in each competence.
        let mut row = |_| {
            let target = self.levels / 2 + numbers.below(self.levels - self.levels / 2);
            let (weight, wish) = if self.has_weights { (1 + numbers.below(3), numbers.below(3)) } else { (1, 0) };
            (numbers.below(self.levels), target, weight * (2 + wish))
        };
        let rows: Vec<(u32, u32, u32)> = (0..competences).map(&mut row).collect();
        let mut draft = |place: usize| {
            let mut points = |&(level, target, step): &(u32, u32, u32)| {
                let practice = numbers.below(self.levels);
                let steps = target.min(practice).min(level + self.stretch).saturating_sub(level);
                if numbers.below(100) < self.practised { steps * step } else { 0 }
            };
            let points: Vec<u32> = rows.iter().map(&mut points).collect();
            let points = points.into_iter().enumerate().filter(|(_, points)| *points > 0);
            CandidateDraft::new(format!("a{place}"), false, 0, 0, points)
        };
        (0..areas).map(&mut draft).collect()
    }
}
