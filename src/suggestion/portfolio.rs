//! The best few areas together (method.md, section 3, "Portfolio").
//!
//! Two areas that practise the same competence don't add up, so the best set is not the best areas one by one. The
//! search is exact while it stays interactive. Knows candidates with their points, and nothing of levels or targets.

use super::Contribution;
use crate::framework::Id;
use crate::order::{sort, sorted};
use std::cmp::Reverse;

/// How many marginal gains a search may work out before it gives up: a count and no clock, so that it gives up at the
/// same place everywhere.
///
/// There are 1,333,500 sets of one to three of 200 candidates, and no set is looked at twice: that many candidates
/// always get their exact answer, even if no bound ever cuts anything off.
pub const MARGINAL_GAINS_AT_MOST: u32 = 1_333_500;

/// The best few areas together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portfolio {
    /// Places of areas, in the order of the ranking.
    pub areas: Vec<usize>,
    /// Points that the areas bring together, *F* in the method.
    pub value: u32,
    /// Whether this is the best of all sets; otherwise the areas were taken one by one, the largest gain first.
    pub exact: bool,
}

/// An area that a portfolio may hold.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The place of the area.
    pub area: usize,
    pub id: &'a Id,
    pub is_rotation: bool,
    /// The person's wish, 0 to 2.
    pub wish: u8,
    pub need: u8,
    /// At most one per competence, in framework order, each with points.
    pub contributions: &'a [Contribution],
}

impl Candidate<'_> {
    fn points(&self) -> impl Iterator<Item = (usize, u32)> {
        self.contributions.iter().map(|line| (line.competence, line.points))
    }
}

/// How many areas a set may still take, and how many of them may be rotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub areas: usize,
    pub rotations: usize,
}

impl Limits {
    fn allow(self, candidate: &Candidate) -> bool {
        self.areas > 0 && (!candidate.is_rotation || self.rotations > 0)
    }

    fn after(self, candidate: &Candidate) -> Self {
        Self { areas: self.areas - 1, rotations: self.rotations - usize::from(candidate.is_rotation) }
    }
}

impl Portfolio {
    /// What stands when no set of areas brings anything.
    pub fn empty() -> Self {
        Self { areas: Vec::new(), value: 0, exact: true }
    }

    /// The best set of these candidates, which stand in the order of the ranking.
    pub fn best(candidates: &[Candidate], limits: Limits) -> Portfolio {
        Self::exact(candidates, limits, MARGINAL_GAINS_AT_MOST).unwrap_or_else(|| Self::greedy(candidates, limits))
    }

    /// The best set, or `None` where more marginal gains than this would have to be worked out.
    pub fn exact(candidates: &[Candidate], limits: Limits, marginal_gains_at_most: u32) -> Option<Portfolio> {
        let entrants = entrants(candidates);
        let empty = Set::empty(candidates);
        let mut search =
            Search { entrants: &entrants, best: empty.clone(), marginal_gains_left: marginal_gains_at_most };
        let every: Vec<usize> = (0..entrants.len()).collect();
        search.extend(&empty, &every, limits)?;
        let best = search.best;
        let mut ranks: Vec<usize> = best.entrants.iter().map(|&entrant| entrants[entrant].rank).collect();
        sort(&mut ranks, &|one, two| one.cmp(&two));
        let areas = ranks.into_iter().map(|rank| candidates[rank].area).collect();
        Some(Portfolio { areas, value: best.merit.value, exact: true })
    }

    /// The areas taken one by one, each time the one that adds most; ties go to the first in the ranking.
    pub fn greedy(candidates: &[Candidate], limits: Limits) -> Portfolio {
        let (mut covered, mut limits, mut value) = (Covered::nothing(candidates), limits, 0);
        let mut ranks = Vec::new();
        loop {
            let fitting = (0..candidates.len()).filter(|&rank| limits.allow(&candidates[rank]));
            let gains = fitting.map(|rank| (covered.marginal_gain(&candidates[rank]), Reverse(rank)));
            let Some((gain @ 1.., Reverse(rank))) = gains.max() else { break };
            covered.cover(&candidates[rank]);
            limits = limits.after(&candidates[rank]);
            value += gain;
            ranks.push(rank);
        }
        sort(&mut ranks, &|one, two| one.cmp(&two));
        Portfolio { areas: ranks.into_iter().map(|rank| candidates[rank].area).collect(), value, exact: false }
    }
}

/// The points that a set of areas brings, per place of a competence: the most that any of them brings.
#[derive(Clone)]
struct Covered(Vec<u32>);

impl Covered {
    fn nothing(candidates: &[Candidate]) -> Self {
        let places = candidates.iter().flat_map(Candidate::points).map(|(competence, _)| competence + 1);
        Self(vec![0; places.max().unwrap_or(0)])
    }

    /// What the candidate adds to *F*.
    fn marginal_gain(&self, candidate: &Candidate) -> u32 {
        candidate.points().map(|(competence, points)| points.saturating_sub(self.0[competence])).sum()
    }

    fn cover(&mut self, candidate: &Candidate) {
        candidate.points().for_each(|(competence, points)| self.0[competence] = self.0[competence].max(points));
    }
}

/// What makes one set better than another: the contract's criteria in turn, the better set being the greater.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Merit {
    /// *F*.
    value: u32,
    size: Reverse<usize>,
    wishes: u32,
    needs: u32,
    /// The places of the set's ids among all ids in order, sorted.
    ids: Reverse<Vec<usize>>,
}

impl Merit {
    fn with(&self, entrant: &Entrant, gain: u32) -> Self {
        let mut ids = self.ids.0.clone();
        ids.insert(ids.partition_point(|&id| id < entrant.id), entrant.id);
        Self {
            value: self.value + gain,
            size: Reverse(self.size.0 + 1),
            wishes: self.wishes + u32::from(entrant.candidate.wish),
            needs: self.needs + u32::from(entrant.candidate.need),
            ids: Reverse(ids),
        }
    }
}

/// A candidate in the search. Entrants are in order of what breaks ties between two sets that differ in one area only:
/// wish, need, id.
struct Entrant<'a> {
    candidate: &'a Candidate<'a>,
    /// Its place in the ranking.
    rank: usize,
    /// The place of its id among all ids in order.
    id: usize,
}

fn entrants<'a>(candidates: &'a [Candidate<'a>]) -> Vec<Entrant<'a>> {
    let mut by_id: Vec<usize> = (0..candidates.len()).collect();
    sort(&mut by_id, &|one, two| candidates[one].id.cmp(candidates[two].id));
    let mut order: Vec<usize> = (0..by_id.len()).collect();
    let key = |id: usize| Reverse((candidates[by_id[id]].wish, candidates[by_id[id]].need));
    sort(&mut order, &|one, two| key(one).cmp(&key(two)));
    order.into_iter().map(|id| Entrant { candidate: &candidates[by_id[id]], rank: by_id[id], id }).collect()
}

/// A set of areas that the search has come to.
#[derive(Clone)]
struct Set {
    entrants: Vec<usize>,
    covered: Covered,
    merit: Merit,
}

impl Set {
    fn empty(candidates: &[Candidate]) -> Self {
        let merit = Merit { value: 0, size: Reverse(0), wishes: 0, needs: 0, ids: Reverse(Vec::new()) };
        Self { entrants: Vec::new(), covered: Covered::nothing(candidates), merit }
    }
}

/// An entrant that could be added to a set.
#[derive(Clone, Copy)]
struct Addition {
    entrant: usize,
    /// What it adds to *F*.
    gain: u32,
}

impl Addition {
    /// The best first; among equal gains the order of the entrants decides.
    fn order(&self) -> (Reverse<u32>, usize) {
        (Reverse(self.gain), self.entrant)
    }
}

/// Branch and bound over the sets of entrants.
struct Search<'a> {
    entrants: &'a [Entrant<'a>],
    best: Set,
    marginal_gains_left: u32,
}

impl Search<'_> {
    /// Looks at every set that adds some of `rest` to `set`, bar those that can't be better than the best so far.
    /// `None` when it has to give up.
    fn extend(&mut self, set: &Set, rest: &[usize], limits: Limits) -> Option<()> {
        let additions = self.additions(set, rest, limits)?;
        for (at, addition) in additions.iter().enumerate() {
            if self.bound(set, &additions[at..], limits) <= self.best.merit {
                break;
            }
            let larger = self.with(set, addition);
            if larger.merit > self.best.merit {
                self.best = larger.clone();
            }
            let limits = limits.after(self.entrants[addition.entrant].candidate);
            if limits.areas > 0 {
                let rest: Vec<usize> = additions[at + 1..].iter().map(|addition| addition.entrant).collect();
                self.extend(&larger, &rest, limits)?;
            }
        }
        Some(())
    }

    /// What each of `rest` adds to the set, the best first. What adds nothing is left out: the set without it is as good
    /// and smaller, and adding it to a larger set is no better.
    fn additions(&mut self, set: &Set, rest: &[usize], limits: Limits) -> Option<Vec<Addition>> {
        let mut additions = Vec::new();
        for &entrant in rest {
            let candidate = self.entrants[entrant].candidate;
            if limits.allow(candidate) {
                self.marginal_gains_left = self.marginal_gains_left.checked_sub(1)?;
                additions.push(Addition { entrant, gain: set.covered.marginal_gain(candidate) });
            }
        }
        additions.retain(|addition| addition.gain > 0);
        if limits.areas == 1 {
            // Of the last areas that a set may take, none but the best can make the best set.
            return Some(additions.into_iter().min_by_key(Addition::order).into_iter().collect());
        }
        let additions = sorted(additions, |one, two| one.order().cmp(&two.order()));
        Some(additions)
    }

    /// A merit that no extension of the set by some of these additions exceeds: that of the best of them, as if their
    /// gains added up. They never add up to more, since *F* is submodular; and where they do add up, the best of them in
    /// order are also those that win every tie.
    fn bound(&self, set: &Set, additions: &[Addition], mut limits: Limits) -> Merit {
        let mut merit = set.merit.clone();
        for addition in additions {
            if limits.areas == 0 {
                break;
            }
            let entrant = &self.entrants[addition.entrant];
            if limits.allow(entrant.candidate) {
                merit = merit.with(entrant, addition.gain);
                limits = limits.after(entrant.candidate);
            }
        }
        merit
    }

    fn with(&self, set: &Set, addition: &Addition) -> Set {
        let entrant = &self.entrants[addition.entrant];
        let mut larger = set.clone();
        larger.entrants.push(addition.entrant);
        larger.covered.cover(entrant.candidate);
        larger.merit = set.merit.with(entrant, addition.gain);
        larger
    }
}
