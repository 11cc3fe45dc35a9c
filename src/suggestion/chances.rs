//! The few areas that together reach most of what the person has not had the opportunity for (www/guides/method.md,
//! section 3, "Chances"): that is most of what a new hire answers.
//!
//! Says what makes one such set better than another; [`super::best_set`] finds the best. Knows candidates with what they
//! let one try, and nothing of levels or targets.

use super::best_set::{BestSet, Entrant, Limits, Worth};
use super::candidate::Candidate;

/// The criteria in turn, from the last: the sum of needs, *F*, the sum of wishes, the number of areas, and *C*. Each is
/// worth more than the earlier ones together: four areas, the most there are, have needs of at most 8 and wishes of at most
/// 8, and 5,000 competences, of at most 120 points each, make at most 600,000 points.
const NEED: Worth = 1;
const POINT: Worth = 16 * NEED;
const WISH: Worth = 1_048_576 * POINT;
const AREA: Worth = 16 * WISH;
const COMPETENCE: Worth = 16 * AREA;

/// The few areas where a person gets most opportunities that they haven't had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chances {
    /// Places of areas, in the order of the ranking.
    pub areas: Vec<usize>,
    /// How many of the competences these areas let one practise, *C* in the method.
    pub reached: usize,
    /// How many competences there are that the role asks for and the person has had no opportunity to try.
    pub of: usize,
    /// Whether this is the best of all sets; otherwise the areas were taken one by one, the one that reaches most first.
    pub exact: bool,
}

impl Chances {
    /// The best set of these candidates, which stand in the order of the ranking. Their contributions are left out where
    /// the profile is flat.
    pub fn best(candidates: &[Candidate], limits: Limits, of: usize) -> Chances {
        Self::with(candidates, of, BestSet::of(&entrants(candidates), limits, COMPETENCE))
    }

    /// The areas taken one by one, each time the one that reaches most more; ties go to the first in the ranking.
    pub fn greedy(candidates: &[Candidate], limits: Limits, of: usize) -> Chances {
        Self::with(candidates, of, BestSet::greedy(&entrants(candidates), limits, COMPETENCE))
    }

    fn with(candidates: &[Candidate], of: usize, set: BestSet) -> Self {
        Self {
            areas: set.places.iter().map(|place| candidates[*place].area).collect(),
            reached: (set.brings / COMPETENCE) as usize,
            of,
            exact: set.exact,
        }
    }
}

fn entrants<'a>(candidates: &[Candidate<'a>]) -> Vec<Entrant<'a>> {
    let entrant = |candidate: &Candidate<'a>| {
        let points = candidate.contributions.iter().map(|line| (line.competence, Worth::from(line.points) * POINT));
        let chances = candidate.chances.iter().map(|competence| (*competence, COMPETENCE));
        let mut brings: Vec<(usize, Worth)> = points.chain(chances).collect();
        brings.sort_unstable();
        Entrant {
            id: candidate.id,
            is_rotation: candidate.is_rotation,
            brings,
            besides: Worth::from(candidate.wish) * WISH + Worth::from(candidate.need) * NEED - AREA,
        }
    };
    candidates.iter().map(entrant).collect()
}
