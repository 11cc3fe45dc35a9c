//! What two levels of one competence make of it: the block in which it stands, and the direction in which many of them
//! differ (www/guides/method.md, section 5).
//!
//! Pure functions on levels. Knows nothing of files, and which side is whose only by which comes first.

use crate::framework::{Framework, Level};
use crate::profile::{CountedAnswer, Target};

/// From this many steps on two levels are apart. One step on one item is within the noise of a self-rating (minimal
/// detectable change 1.4 to 1.9 steps for plausible reliabilities; www/guides/method.md, section 2).
const APART_FROM: Level = 2;

/// From this many competences on that differ the same way, and none the other, there is a direction.
const DIRECTION_FROM: usize = 4;

/// Where a competence stands in a comparison. Each that both sides rated stands in exactly one of
/// `GoesWell`, `Practise`, `Apart` and `Rest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// No opportunity earlier, and a level now. Of one person at two times only.
    FirstTime,
    /// Both at or above the target. Of two people only.
    GoesWell,
    /// Both below the target, and a step apart at most. Of two people only.
    Practise,
    /// Two steps or more apart, whatever the targets: seen differently, or moved.
    Apart,
    /// Whatever else both rated: a step apart at most, and of two people on either side of the target or without one.
    Rest,
    /// Only one side gives a level. Whatever stands beside it is no difference.
    OneSided,
    /// Neither side gives a level.
    Neither,
}

impl Block {
    /// Of an employee and a manager, held to the employee's target.
    pub(super) fn of_two_people(first: CountedAnswer, second: CountedAnswer, target: Target) -> Self {
        let (one, other) = match of_levels(first, second) {
            Ok(levels) => levels,
            Err(block) => return block,
        };
        match target.level() {
            Some(target) if one >= target && other >= target => Block::GoesWell,
            Some(target) if one < target && other < target => Block::Practise,
            _ => Block::Rest,
        }
    }

    /// Of one person now and earlier.
    pub(super) fn of_two_times(now: CountedAnswer, earlier: CountedAnswer) -> Self {
        match of_levels(now, earlier) {
            Ok(_) => Block::Rest,
            Err(Block::OneSided) if earlier == CountedAnswer::NoOpportunity => Block::FirstTime,
            Err(block) => block,
        }
    }
}

/// Two levels that are a step apart at most, or the block of all others.
fn of_levels(first: CountedAnswer, second: CountedAnswer) -> Result<(Level, Level), Block> {
    match (first.level(), second.level()) {
        (Some(first), Some(second)) if first.abs_diff(second) < APART_FROM => Ok((first, second)),
        (Some(_), Some(_)) => Err(Block::Apart),
        (None, None) => Err(Block::Neither),
        _ => Err(Block::OneSided),
    }
}

/// Many competences that both sides rated, of which all that differ do so the same way. One step on one item is noise;
/// the same way throughout isn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Direction {
    /// The place in [`Framework::dimensions`]; `None` over all of them.
    pub dimension: Option<usize>,
    pub way: Way,
    /// How many differ: at least four.
    pub differing: usize,
    /// How many both sides rated.
    pub both: usize,
}

/// The manager's level against the employee's, or the level now against the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Higher,
    Lower,
}

/// The directions in the dimensions, in framework order. `levels` has, per competence, the two levels where both sides
/// rated it: first the one that is counted, then the one that it is counted against.
pub(super) fn directions(framework: &Framework, levels: &[Option<(Level, Level)>]) -> Vec<Direction> {
    let mut directions = Vec::new();
    for (place, dimension) in framework.dimensions.iter().enumerate() {
        directions.extend(direction(Some(place), &levels[dimension.competences.clone()]));
    }
    directions
}

/// The direction of these levels, where they have one.
pub(super) fn direction(dimension: Option<usize>, levels: &[Option<(Level, Level)>]) -> Option<Direction> {
    let levels = || levels.iter().flatten();
    let higher = levels().filter(|(counted, against)| counted > against).count();
    let lower = levels().filter(|(counted, against)| counted < against).count();
    let (way, differing) = match (higher, lower) {
        (DIRECTION_FROM.., 0) => (Way::Higher, higher),
        (0, DIRECTION_FROM..) => (Way::Lower, lower),
        _ => return None,
    };
    Some(Direction { dimension, way, differing, both: levels().count() })
}
