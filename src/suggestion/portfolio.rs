//! The best few areas together (www/guides/method.md, section 3, "Portfolio").
//!
//! Says what makes one portfolio better than another; [`super::best_set`] finds the best. Knows candidates with their
//! points, and nothing of levels or targets.

use super::best_set::{BestSet, Entrant, Limits, Worth};
use super::candidate::Candidate;

/// The criteria in turn, from the last: the sum of needs, the sum of wishes, the number of areas, and *F*. Each is worth
/// more than the earlier ones together: four areas, the most there are, have needs of at most 8 and wishes of at most 8.
const NEED: Worth = 1;
const WISH: Worth = 16 * NEED;
const AREA: Worth = 16 * WISH;
const POINT: Worth = 16 * AREA;

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

impl Portfolio {
    /// What stands when no set of areas brings anything.
    pub fn empty() -> Self {
        Self { areas: Vec::new(), value: 0, exact: true }
    }

    /// The best set of these candidates, which stand in the order of the ranking.
    pub fn best(candidates: &[Candidate], limits: Limits) -> Portfolio {
        Self::of(candidates, BestSet::of(&entrants(candidates), limits, POINT))
    }

    /// The best set, or `None` where finding it takes more steps than this.
    pub fn exact(candidates: &[Candidate], limits: Limits, steps_at_most: u64) -> Option<Portfolio> {
        BestSet::exact(&entrants(candidates), limits, steps_at_most).map(|set| Self::of(candidates, set))
    }

    /// The areas taken one by one, each time the one that adds most; ties go to the first in the ranking.
    pub fn greedy(candidates: &[Candidate], limits: Limits) -> Portfolio {
        Self::of(candidates, BestSet::greedy(&entrants(candidates), limits, POINT))
    }

    fn of(candidates: &[Candidate], set: BestSet) -> Self {
        Self {
            areas: set.places.iter().map(|place| candidates[*place].area).collect(),
            value: (set.brings / POINT) as u32,
            exact: set.exact,
        }
    }
}

fn entrants<'a>(candidates: &[Candidate<'a>]) -> Vec<Entrant<'a>> {
    let entrant = |candidate: &Candidate<'a>| Entrant {
        id: candidate.id,
        is_rotation: candidate.is_rotation,
        brings: candidate
            .contributions
            .iter()
            .map(|line| (line.competence, Worth::from(line.points) * POINT))
            .collect(),
        besides: Worth::from(candidate.wish) * WISH + Worth::from(candidate.need) * NEED - AREA,
    };
    candidates.iter().map(entrant).collect()
}
