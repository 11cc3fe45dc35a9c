//! One assessment beside several roles, for those who look at what roles ask for (www/guides/experience.md, "Three
//! purposes").
//!
//! Only what each role would let one use, practise and ask support with. Nothing here says which role fits better, and
//! the roles stay in the order in which they were chosen: a self-rating is no basis for sorting people to jobs.

use crate::assessment::Assessment;
use crate::framework::{Framework, Level};
use crate::profile::{CountedAnswer, Profile};

/// What one role would mean for the person who answered.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleOffers {
    /// The place in [`Framework::roles`].
    pub role: usize,
    /// One per competence, in framework order.
    pub competences: Vec<Offer>,
    /// One per dimension, in framework order.
    pub dimensions: Vec<OfferCounts>,
}

/// What a role offers in one competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// At or above the level that the role asks for.
    Use,
    /// One level short: something to practise.
    Practise,
    /// Two levels short or more: something to ask support with.
    AskSupport,
    /// The role asks for it and the level is unknown: not answered, no opportunity yet, or not observed.
    Unknown,
    /// The role asks for it, and the person answered that it isn't relevant.
    NotRelevant,
    /// The role asks for no level.
    NotAsked,
}

impl Offer {
    /// Every offer, in the order in which they are told.
    pub const ALL: [Offer; 6] =
        [Offer::Use, Offer::Practise, Offer::AskSupport, Offer::Unknown, Offer::NotRelevant, Offer::NotAsked];

    fn of(answer: CountedAnswer, target: Option<Level>) -> Self {
        match (target, answer) {
            (None, _) => Offer::NotAsked,
            (Some(target), CountedAnswer::Rated { level, .. }) if level >= target => Offer::Use,
            (Some(target), CountedAnswer::Rated { level, .. }) if target - level == 1 => Offer::Practise,
            (Some(_), CountedAnswer::Rated { .. }) => Offer::AskSupport,
            (Some(_), CountedAnswer::NotRelevant) => Offer::NotRelevant,
            (Some(_), CountedAnswer::NoOpportunity | CountedAnswer::NotObserved | CountedAnswer::NotAnswered) => {
                Offer::Unknown
            }
        }
    }
}

/// How many competences of a dimension a role offers in each way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct OfferCounts([usize; Offer::ALL.len()]);

impl OfferCounts {
    pub fn get(&self, offer: Offer) -> usize {
        self.0[offer as usize]
    }
}

/// What each of the roles at these places of [`Framework::roles`] would mean for the person, in the order given.
///
/// The targets are the roles' own. Focus, stage and changed targets were agreed for one role and say nothing about
/// another.
pub fn compare_roles(framework: &Framework, roles: &[usize], assessment: &Assessment) -> Vec<RoleOffers> {
    let one = |&role: &usize| {
        let rows = Profile::of(framework, role, assessment).rows;
        let targets = &framework.roles[role].targets;
        let offers = rows.iter().zip(targets).map(|(row, target)| Offer::of(row.answer, *target));
        let competences: Vec<Offer> = offers.collect();
        let mut dimensions = vec![OfferCounts::default(); framework.dimensions.len()];
        for (competence, offer) in framework.competences.iter().zip(&competences) {
            dimensions[competence.dimension].0[*offer as usize] += 1;
        }
        RoleOffers { role, competences, dimensions }
    };
    roles.iter().map(one).collect()
}
