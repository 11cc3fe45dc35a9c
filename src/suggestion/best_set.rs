//! The best small set of areas, whatever it is that makes a set good.
//!
//! Where two areas bring something to the same competence, the one that brings more counts and the other doesn't: so the
//! best set is not the best areas one by one. The search is exact while it stays interactive. Knows numbers by competence,
//! and nothing of levels, targets and wishes, or of what the numbers stand for.

use crate::framework::Id;
use std::cmp::Reverse;

/// What a set is worth. Criteria that count in turn are the digits of one such number, the weightiest first: then adding
/// and comparing numbers adds and compares the criteria.
pub type Worth = i64;

/// No set holds more areas than this (www/guides/formats.md, `portfolioSize`).
pub const AREAS_AT_MOST: usize = 4;

/// Among up to so many entrants, sets of up to so many areas are always searched to the end: there are 1,333,500 of them,
/// and none is looked at twice.
const ALWAYS_EXACT: (usize, usize) = (200, 3);

/// How many steps any other search may take before it gives up: a count and no clock, so that it gives up at the same
/// place everywhere. A step looks at an area, or at what an area brings to one competence.
pub const STEPS_AT_MOST: u64 = 150_000_000;

/// An area that a set may hold.
#[derive(Clone, Debug)]
pub struct Entrant<'a> {
    pub id: &'a Id,
    pub is_rotation: bool,
    /// What it brings to competences, each above 0, by the competence's place and in that order. A set is worth the most
    /// that any of its areas brings to each competence, added up, and what its areas count for besides.
    pub brings: Vec<(usize, Worth)>,
    /// What it counts for besides, in every set: below 0, so that no set gains by an area that brings nothing new, and such
    /// that sets of different sizes are never worth the same.
    pub besides: Worth,
}

impl Entrant<'_> {
    /// What a set of this area alone is worth.
    fn alone(&self) -> Worth {
        self.besides + self.brings.iter().map(|(_, brought)| brought).sum::<Worth>()
    }
}

/// How many areas a set may still take, and how many of them may be rotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub areas: usize,
    pub rotations: usize,
}

impl Limits {
    fn allow(self, entrant: &Entrant) -> bool {
        self.areas > 0 && (!entrant.is_rotation || self.rotations > 0)
    }

    fn after(self, entrant: &Entrant) -> Self {
        Self { areas: self.areas - 1, rotations: self.rotations - usize::from(entrant.is_rotation) }
    }
}

/// The set that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BestSet {
    /// Places of its areas among the entrants, in their order.
    pub places: Vec<usize>,
    /// What it brings to all competences together.
    pub brings: Worth,
    /// Whether no set is better; otherwise its areas were taken one by one.
    pub exact: bool,
}

impl BestSet {
    /// The best set of these entrants: the one that is worth most, and of several the one whose ids are the first in
    /// order. Where that would take too long, the [greedy](Self::greedy) one.
    pub fn of(entrants: &[Entrant], limits: Limits, unit: Worth) -> BestSet {
        let is_always_exact = entrants.len() <= ALWAYS_EXACT.0 && limits.areas <= ALWAYS_EXACT.1;
        let steps = if is_always_exact { u64::MAX } else { STEPS_AT_MOST };
        Self::exact(entrants, limits, steps).unwrap_or_else(|| Self::greedy(entrants, limits, unit))
    }

    /// The best set, or `None` where finding it takes more steps than this.
    pub fn exact(entrants: &[Entrant], limits: Limits, steps_at_most: u64) -> Option<BestSet> {
        debug_assert!(limits.areas <= AREAS_AT_MOST, "a set has no room for {} areas", limits.areas);
        let mut places: Vec<usize> = (0..entrants.len()).collect();
        places.sort_by_key(|place| entrants[*place].id);
        let by_id: Vec<&Entrant> = places.iter().map(|place| &entrants[*place]).collect();
        let best = Search::among(&by_id, steps_at_most).best(limits)?;
        let chosen = best.ids.0[..best.areas()].iter().map(|id| places[usize::from(*id)]);
        Some(Self::with(entrants, chosen.collect(), true))
    }

    /// The areas taken one by one, each time the one that brings most whole units more; of several the first entrant.
    pub fn greedy(entrants: &[Entrant], limits: Limits, unit: Worth) -> BestSet {
        let (mut covered, mut limits, mut places) = (nothing_covered(entrants), limits, Vec::new());
        loop {
            let mut best = None;
            let mut most = 0;
            for (place, entrant) in entrants.iter().enumerate().filter(|(_, entrant)| limits.allow(entrant)) {
                let more: Worth =
                    entrant.brings.iter().map(|(competence, brought)| (brought - covered[*competence]).max(0)).sum();
                if more / unit > most {
                    (best, most) = (Some(place), more / unit);
                }
            }
            let Some(place) = best else { return Self::with(entrants, places, false) };
            cover(&mut covered, &entrants[place]);
            limits = limits.after(&entrants[place]);
            places.push(place);
        }
    }

    fn with(entrants: &[Entrant], mut places: Vec<usize>, exact: bool) -> Self {
        places.sort_unstable();
        let mut covered = nothing_covered(entrants);
        places.iter().for_each(|place| cover(&mut covered, &entrants[*place]));
        Self { places, brings: covered.iter().sum(), exact }
    }
}

/// Nothing for each competence that any of the entrants brings something to.
fn nothing_covered<'a>(entrants: impl IntoIterator<Item = &'a Entrant<'a>>) -> Vec<Worth> {
    let last =
        entrants.into_iter().filter_map(|entrant| entrant.brings.last()).map(|(competence, _)| *competence).max();
    vec![0; last.map_or(0, |last| last + 1)]
}

fn cover(covered: &mut [Worth], entrant: &Entrant) {
    for &(competence, brought) in &entrant.brings {
        covered[competence] = brought.max(covered[competence]);
    }
}

/// What makes one set better than another, the better being the greater: its worth, and then its ids, the first in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Merit {
    worth: Worth,
    /// The places of its ids among all ids in order, sorted, and then `NO_ID` for each area that it could still hold. (A
    /// framework has at most 5,000 areas.)
    ids: Reverse<[u16; AREAS_AT_MOST]>,
}

const NO_ID: u16 = u16::MAX;

impl Merit {
    const OF_NOTHING: Self = Self { worth: 0, ids: Reverse([NO_ID; AREAS_AT_MOST]) };

    /// How many areas the set has.
    fn areas(&self) -> usize {
        self.ids.0.iter().filter(|id| **id != NO_ID).count()
    }

    /// The merit of the set with one area more.
    fn with(&self, id: u16, gain: Worth) -> Self {
        let mut larger = Self { worth: self.worth + gain, ..*self };
        let mut later = id;
        for id in &mut larger.ids.0 {
            (*id, later) = (later.min(*id), later.max(*id));
        }
        larger
    }

    /// Whether the ids of this set with one area more come before those of another set of that size.
    fn comes_first_with(&self, id: u16, other: &Merit) -> bool {
        // The first ids tell most of the time: where nobody said a wish or a need, many sets are worth the same.
        id.min(self.ids.0[0]) <= other.ids.0[0] && self.with(id, 0).ids > other.ids
    }

    /// Whether the ids of this set with more areas, whichever they are, may come before those of another, larger set.
    fn may_come_first(&self, other: &Merit) -> bool {
        let mut first = *self;
        for id in 0.. {
            if first.areas() >= other.areas() {
                break;
            }
            if !first.ids.0.contains(&id) {
                first = first.with(id, 0);
            }
        }
        first.ids > other.ids
    }
}

/// A set of areas that the search has come to.
struct Set {
    merit: Merit,
    /// What it brings to each competence.
    covered: Box<[Worth]>,
    /// For each competence, what could still be brought to it and to those after it.
    left_from: Box<[Worth]>,
    /// What could still be brought to all competences.
    left: Worth,
}

impl Set {
    /// What the entrant adds to the set's worth, `None` where that is less than `least`; and how many competences had to
    /// be looked at to tell.
    fn gain(&self, entrant: &Entrant, least: Worth) -> (Option<Worth>, u64) {
        let mut gain = entrant.besides;
        for (looked_at, &(competence, brought)) in entrant.brings.iter().enumerate() {
            if gain + self.left_from[competence] < least {
                return (None, looked_at as u64);
            }
            gain += (brought - self.covered[competence]).max(0);
        }
        ((gain >= least).then_some(gain), entrant.brings.len() as u64)
    }
}

/// An entrant that could be added to a set.
#[derive(Clone, Copy)]
struct Addition {
    /// The place of its id among all ids in order.
    id: u16,
    /// What it adds to the set's worth, or to that of a smaller one. To a larger set it never adds more: what others bring
    /// to a competence only takes away from what it adds there. (The worth of sets is submodular.)
    gain: Worth,
}

/// Branch and bound over the sets of entrants. Two things tell early that no set of some kind can be better than the best
/// so far: what its areas would add if nothing of it overlapped, and what is left of each competence after what is chosen,
/// up to the most that anybody brings. Areas are taken in the order of what they could still add, so that the first that
/// can't help ends a list.
struct Search<'a> {
    /// In the order of their ids.
    entrants: &'a [&'a Entrant<'a>],
    /// For each competence, the most that any entrant brings to it.
    most: Vec<Worth>,
    /// The most that any entrant counts for besides.
    most_besides: Worth,
    best: Merit,
    steps_left: u64,
}

impl<'a> Search<'a> {
    fn among(entrants: &'a [&'a Entrant<'a>], steps_at_most: u64) -> Self {
        let mut most = nothing_covered(entrants.iter().copied());
        entrants.iter().for_each(|entrant| cover(&mut most, entrant));
        let most_besides = entrants.iter().map(|entrant| entrant.besides).max().unwrap_or(0);
        Self { entrants, most, most_besides, best: Merit::OF_NOTHING, steps_left: steps_at_most }
    }

    /// The merit of the best set, or `None` when it has to give up.
    fn best(mut self, limits: Limits) -> Option<Merit> {
        let nothing = self.set(Merit::OF_NOTHING, vec![0; self.most.len()].into())?;
        let mut all: Vec<Addition> =
            (0..).zip(self.entrants).map(|(id, entrant)| Addition { id, gain: entrant.alone() }).collect();
        sort(&mut all);
        self.extend(&nothing, &all, limits)?;
        Some(self.best)
    }

    /// Looks at every set that adds some of `rest` to `set`, bar those that can't be better than the best so far. `rest`
    /// stands in the order of gains, the largest first. `None` when it has to give up.
    fn extend(&mut self, set: &Set, rest: &[Addition], limits: Limits) -> Option<()> {
        if limits.areas <= 1 {
            return self.complete(set, rest, limits);
        }
        let additions = self.additions(set, rest, limits)?;
        for (at, &Addition { id, gain }) in additions.iter().enumerate() {
            if set.merit.worth + self.most(set.left, &additions[at..], limits) < self.best.worth {
                break;
            }
            let (entrant, rest) = (self.entrant(id), &additions[at + 1..]);
            let (merit, left) = (set.merit.with(id, gain), set.left - (gain - entrant.besides));
            let limits = limits.after(entrant);
            let most = merit.worth + self.most(left, rest, limits);
            if most > self.best.worth || (most == self.best.worth && merit.may_come_first(&self.best)) {
                let mut covered = set.covered.clone();
                cover(&mut covered, entrant);
                let larger = self.set(merit, covered)?;
                self.extend(&larger, rest, limits)?;
            }
        }
        Some(())
    }

    /// What each of `rest` adds to the set now, the largest first. What can't make the set better is left out.
    fn additions(&mut self, set: &Set, rest: &[Addition], limits: Limits) -> Option<Vec<Addition>> {
        let mut additions = Vec::new();
        let mut largest = 0;
        let others = limits.areas as Worth - 1;
        for &Addition { id, gain } in rest {
            // Neither this one nor those after it are part of a better set, whatever the others are.
            if set.merit.worth + gain + others * largest.max(gain) < self.best.worth {
                break;
            }
            if let Some(gain) = self.add(set, id, 1, limits)? {
                additions.push(Addition { id, gain });
                largest = gain.max(largest);
            }
        }
        sort(&mut additions);
        Some(additions)
    }

    /// Adds one of `rest` as the last area of the set, where that makes the best set so far.
    fn complete(&mut self, set: &Set, rest: &[Addition], limits: Limits) -> Option<()> {
        for &Addition { id, gain } in rest {
            let needed = self.best.worth - set.merit.worth;
            if gain < needed {
                break;
            }
            let most = gain.min(set.left + self.entrant(id).besides);
            if most > needed || (most == needed && set.merit.comes_first_with(id, &self.best)) {
                self.add(set, id, needed.max(1), limits)?;
            } else {
                self.steps_left = self.steps_left.checked_sub(1)?;
            }
        }
        Some(())
    }

    /// Puts down the set with this entrant if it is the best so far. Tells what the entrant adds to it, where it may be
    /// added and that is at least `least`. `None` when it has to give up.
    fn add(&mut self, set: &Set, id: u16, least: Worth, limits: Limits) -> Option<Option<Worth>> {
        let entrant = self.entrant(id);
        let (gain, looked_at) = if limits.allow(entrant) { set.gain(entrant, least) } else { (None, 0) };
        self.steps_left = self.steps_left.checked_sub(1 + looked_at)?;
        if let Some(gain) = gain {
            self.best = self.best.max(set.merit.with(id, gain));
        }
        Some(gain)
    }

    /// What some of `rest` add at most to a set's worth: as if their gains added up, as far as there is something left to
    /// bring.
    fn most(&self, left: Worth, rest: &[Addition], mut limits: Limits) -> Worth {
        let (mut together, mut besides, mut most) = (0, 0, 0);
        for addition in rest {
            if limits.areas == 0 {
                break;
            }
            let entrant = self.entrant(addition.id);
            if limits.allow(entrant) {
                limits = limits.after(entrant);
                together += addition.gain;
                besides += self.most_besides;
                most = most.max(together.min(left + besides));
            }
        }
        most
    }

    /// The set that brings this. `None` when it has to give up.
    fn set(&mut self, merit: Merit, covered: Box<[Worth]>) -> Option<Set> {
        self.steps_left = self.steps_left.checked_sub(covered.len() as u64)?;
        let mut left = 0;
        let mut left_from = covered.clone();
        for (competence, left_from) in left_from.iter_mut().enumerate().rev() {
            left += self.most[competence] - covered[competence];
            *left_from = left;
        }
        Some(Set { merit, covered, left_from, left })
    }

    fn entrant(&self, id: u16) -> &'a Entrant<'a> {
        self.entrants[usize::from(id)]
    }
}

/// The largest gain first, and of several the first id.
fn sort(additions: &mut [Addition]) {
    additions.sort_unstable_by_key(|addition| (Reverse(addition.gain), addition.id));
}
