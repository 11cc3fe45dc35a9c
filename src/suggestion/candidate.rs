//! An area that may be suggested with others, and what it lets a person practise.
//!
//! Values. Knows nothing of what makes one set of areas better than another.

use crate::framework::{Id, Level};

/// What one area can do for one competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The place of the competence.
    pub competence: usize,
    /// The level now.
    pub from: Level,
    pub target: Level,
    /// The level at which the area lets one practise.
    pub practice: Level,
    /// Levels towards the target, at least 1.
    pub steps: Level,
    /// Steps times the competence's points per step, at least 1.
    pub points: u32,
}

/// A ranked area within reach, which may be suggested with others.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// The place of the area.
    pub area: usize,
    pub id: &'a Id,
    pub is_rotation: bool,
    /// The person's wish, 0 to 2.
    pub wish: u8,
    /// 0 to 2.
    pub need: u8,
    /// At most one per competence, in framework order, each with points. None where the profile is flat: no order follows
    /// from its levels.
    pub contributions: &'a [Contribution],
    /// Places of the competences that it lets one practise, that the role asks for, and that the person has had no
    /// opportunity to try.
    pub chances: Vec<usize>,
}
