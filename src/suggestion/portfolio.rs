//! The best few areas together (method.md, section 3, "Portfolio").
//!
//! Two areas that practise the same competence don't add up, so the best set is not the best areas one by one. The
//! search is exact while it stays interactive. Knows candidates with their points, and nothing of levels or targets.

use super::Contribution;
use crate::framework::Id;
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
        let nothing = Set { covered: Covered::nothing(candidates), merit: Merit::of_nothing() };
        let mut search =
            Search { entrants: &entrants, best: nothing.merit.clone(), marginal_gains_left: marginal_gains_at_most };
        search.extend(&nothing, &(0..entrants.len()).collect::<Vec<_>>(), limits)?;
        let mut ranks = Vec::new();
        for entrant in &entrants {
            if search.best.holds(entrant) {
                ranks.push(entrant.rank);
            }
        }
        Some(Self::of(candidates, &ranks, search.best.value(), true))
    }

    /// The areas taken one by one, each time the one that adds most; ties go to the first in the ranking.
    pub fn greedy(candidates: &[Candidate], limits: Limits) -> Portfolio {
        let (mut covered, mut limits, mut value) = (Covered::nothing(candidates), limits, 0);
        let mut ranks = Vec::new();
        loop {
            let (mut best, mut most) = (0, 0);
            for (rank, candidate) in candidates.iter().enumerate() {
                let gain = if limits.allow(candidate) { covered.marginal_gain(candidate) } else { 0 };
                if gain > most {
                    (best, most) = (rank, gain);
                }
            }
            if most == 0 {
                return Self::of(candidates, &ranks, value, false);
            }
            covered.cover(&candidates[best]);
            limits = limits.after(&candidates[best]);
            value += most;
            ranks.push(best);
        }
    }

    /// The candidates at these places of the ranking.
    fn of(candidates: &[Candidate], ranks: &[usize], value: u32, exact: bool) -> Self {
        let in_order = (0..candidates.len()).filter(|rank| ranks.contains(rank));
        Self { areas: in_order.map(|rank| candidates[rank].area).collect(), value, exact }
    }
}

/// The points that a set of areas brings, per place of a competence: the most that any of them brings.
#[derive(Clone)]
struct Covered(Vec<u32>);

impl Covered {
    fn nothing(candidates: &[Candidate]) -> Self {
        let mut places = 0;
        for candidate in candidates {
            for line in candidate.contributions {
                places = places.max(line.competence + 1);
            }
        }
        Self(vec![0; places])
    }

    /// What the candidate adds to *F*.
    fn marginal_gain(&self, candidate: &Candidate) -> u32 {
        let mut gain = 0;
        for line in candidate.contributions {
            gain += line.points.saturating_sub(self.0[line.competence]);
        }
        gain
    }

    fn cover(&mut self, candidate: &Candidate) {
        for line in candidate.contributions {
            let points = &mut self.0[line.competence];
            *points = line.points.max(*points);
        }
    }
}

/// What makes one set better than another: the contract's criteria in turn, the better set being the greater. These are
/// *F*; the size, where less is better; the wishes; the needs; and the places of the set's ids among all ids in order,
/// sorted, where less is better again. Where less is better the number stands below zero.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Merit(Vec<i64>);

impl Merit {
    /// How many numbers stand before the ids.
    const BEFORE_IDS: usize = 4;

    fn of_nothing() -> Self {
        Self(vec![0; Self::BEFORE_IDS])
    }

    fn value(&self) -> u32 {
        self.0[0] as u32
    }

    fn ids(&self) -> &[i64] {
        &self.0[Self::BEFORE_IDS..]
    }

    fn holds(&self, entrant: &Entrant) -> bool {
        self.ids().contains(&entrant.number())
    }

    fn add(&mut self, entrant: &Entrant, gain: u32) {
        let at = self.ids().partition_point(|id| *id > entrant.number());
        self.0[0] += i64::from(gain);
        self.0[1] -= 1;
        self.0[2] += i64::from(entrant.candidate.wish);
        self.0[3] += i64::from(entrant.candidate.need);
        self.0.insert(Self::BEFORE_IDS + at, entrant.number());
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

impl Entrant<'_> {
    /// How its id counts among a set's merits.
    fn number(&self) -> i64 {
        -(self.id as i64)
    }
}

fn entrants<'a>(candidates: &'a [Candidate<'a>]) -> Vec<Entrant<'a>> {
    let mut by_id: Vec<usize> = (0..candidates.len()).collect();
    by_id.sort_by_key(|&rank| candidates[rank].id);
    let mut order: Vec<usize> = (0..by_id.len()).collect();
    let key = |id: usize| Reverse((candidates[by_id[id]].wish, candidates[by_id[id]].need));
    order.sort_by_key(|&id| key(id));
    order.into_iter().map(|id| Entrant { candidate: &candidates[by_id[id]], rank: by_id[id], id }).collect()
}

/// A set of areas that the search has come to.
#[derive(Clone)]
struct Set {
    covered: Covered,
    merit: Merit,
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
    best: Merit,
    marginal_gains_left: u32,
}

impl Search<'_> {
    /// Looks at every set that adds some of `rest` to `set`, bar those that can't be better than the best so far.
    /// `None` when it has to give up.
    fn extend(&mut self, set: &Set, rest: &[usize], limits: Limits) -> Option<()> {
        let additions = self.additions(set, rest, limits)?;
        for (at, addition) in additions.iter().enumerate() {
            if self.bound(set, &additions[at..], limits) <= self.best {
                break;
            }
            let larger = self.with(set, addition);
            if larger.merit > self.best {
                self.best = larger.merit.clone();
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
        let mut additions: Vec<Addition> = Vec::new();
        for &entrant in rest {
            let candidate = self.entrants[entrant].candidate;
            if !limits.allow(candidate) {
                continue;
            }
            self.marginal_gains_left = self.marginal_gains_left.checked_sub(1)?;
            let addition = Addition { entrant, gain: set.covered.marginal_gain(candidate) };
            if addition.gain == 0 {
                continue;
            }
            // Of the last areas that a set may take, none but the best can make the best set.
            match additions.first_mut() {
                Some(best) if limits.areas == 1 => {
                    if addition.order() < best.order() {
                        *best = addition;
                    }
                }
                _ => additions.push(addition),
            }
        }
        additions.sort_by_key(Addition::order);
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
                merit.add(entrant, addition.gain);
                limits = limits.after(entrant.candidate);
            }
        }
        merit
    }

    fn with(&self, set: &Set, addition: &Addition) -> Set {
        let entrant = &self.entrants[addition.entrant];
        let mut larger = set.clone();
        larger.covered.cover(entrant.candidate);
        larger.merit.add(entrant, addition.gain);
        larger
    }
}
