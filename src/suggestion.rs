//! Suggested areas: from a profile to standings, gains, the ranking, the portfolio and the chances
//! (www/guides/method.md, section 3).
//!
//! Pure functions on whole numbers. Knows nothing of any language, or of how a suggestion is shown.

pub mod candidate;

pub mod best_set;
pub mod chances;
pub mod portfolio;

use crate::assessment::Assessment;
use crate::framework::{Area, AreaKind, Framework, Id, Level, Parameters, Role};
use crate::profile::{self, CountedAnswer, Profile, Row};
use best_set::Limits;
use serde::Serialize;
use std::cmp::Reverse;

pub use candidate::{Candidate, Contribution};
pub use chances::Chances;
pub use portfolio::Portfolio;

/// What stands in for an unknown level at its best: no scale goes beyond it, so every entry is met.
const HIGHEST: Level = Level::MAX;

/// What the areas of a framework are for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestions {
    /// One per area, in framework order.
    pub areas: Vec<Suggestion>,
    /// Places of the areas that are open, not experienced and not declined, the most suitable first; in framework order
    /// when the profile is flat.
    pub ranking: Vec<usize>,
    /// Places of the areas where the person can use what they can, for those with little distance left.
    pub contribute: Vec<usize>,
    /// The best few areas together.
    pub portfolio: Portfolio,
    /// The few areas that reach most of what the person has not had the opportunity for.
    pub chances: Chances,
}

/// One area for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Whether its route is open to the role's group.
    pub is_for_role: bool,
    /// Whether it is open at the person's stage.
    pub is_open_yet: bool,
    /// Whether the person has already worked in it.
    pub experienced: bool,
    /// The person's wish, -1 to 2; 0 where nothing that counts was said.
    pub wish: i8,
    /// The agency's stated need, 0 to 2. It breaks ties and never outweighs what the person said.
    pub need: u8,
    /// The zone if every unknown level were the highest.
    pub best: Zone,
    /// The zone if every unknown level were 0.
    pub worst: Zone,
    pub standing: Standing,
    /// Points that the area can bring the person nearer to the targets, *D* in the method.
    pub gain: u32,
    /// Levels missing to the entry, with unknown levels as 0.
    pub entry_shortfall: u32,
    /// Where the gain comes from: competences with points, in framework order.
    pub contributions: Vec<Contribution>,
    /// What the area asks for at the start: competences with a level above 0, in framework order.
    pub entry: Vec<EntryLine>,
    /// Places of competences that the entry asks for and the person has: here they use what they can.
    pub strengths: Vec<usize>,
    /// Places of competences that the person had no opportunity to try and the area lets one practise.
    pub opportunities: Vec<usize>,
    /// Where the standing is unknown, the places of the competences whose answers settle it; otherwise empty.
    pub settled_by: Vec<usize>,
}

impl Suggestion {
    /// Why the area isn't ranked; `None` where it is.
    pub fn set_apart(&self) -> Option<SetApart> {
        if !self.is_for_role {
            return Some(SetApart::NotForRole);
        }
        if !self.is_open_yet {
            return Some(SetApart::NotYet);
        }
        if self.experienced {
            return Some(SetApart::Experienced);
        }
        if self.is_declined() {
            return Some(SetApart::Declined);
        }
        None
    }

    /// Whether the person can get there by its route now.
    pub fn is_open(&self) -> bool {
        self.is_for_role && self.is_open_yet
    }

    /// Whether the person said *not now*.
    pub fn is_declined(&self) -> bool {
        self.wish < 0
    }
}

/// Why an area is listed apart from the ranked ones; where several reasons hold, the first of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetApart {
    /// Its route is open to other role groups.
    NotForRole,
    /// Its route opens at a later stage.
    NotYet,
    Experienced,
    Declined,
}

/// How far a set of levels is from an area's entry, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Zone {
    /// Every entry level is met.
    Ready,
    /// A few are one level short: work that can be grown into with support.
    Stretch,
    /// More is missing.
    Build,
}

/// Whether an area is within reach, as far as the answers tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    Ready,
    Stretch,
    /// It depends on levels that are unknown.
    Unknown,
    Build,
}

impl Standing {
    /// Whether the person could start there now, with support where it is a stretch.
    pub fn is_within_reach(self) -> bool {
        matches!(self, Standing::Ready | Standing::Stretch)
    }
}

/// One level that an area asks for at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryLine {
    /// The place of the competence.
    pub competence: usize,
    /// The level asked for, at least 1.
    pub required: Level,
    /// The person's level, where it is known.
    pub level: Option<Level>,
}

impl EntryLine {
    pub fn state(&self) -> EntryState {
        match self.level {
            None => EntryState::Unknown,
            Some(level) if level >= self.required => EntryState::Met,
            Some(_) => EntryState::Short,
        }
    }

    /// Levels missing if an unknown level were this one.
    fn shortfall(&self, unknown: Level) -> Level {
        self.required.saturating_sub(self.level.unwrap_or(unknown))
    }
}

/// How one entry level compares with the person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum EntryState {
    Met,
    Short,
    Unknown,
}

impl Suggestions {
    /// The suggestions that follow from this profile for the role at this place of [`Framework::roles`].
    ///
    /// `profile` is the one of the same framework, role and assessment.
    pub fn of(framework: &Framework, role: usize, profile: &Profile, assessment: &Assessment) -> Suggestions {
        let areas = areas(framework, &framework.roles[role], profile, assessment);
        let ranking = ranking(framework, &areas, profile.flat);
        let contribute = contribute(framework, &areas);
        let limits = Limits {
            areas: framework.parameters.portfolio_size.into(),
            rotations: framework.parameters.rotations_at_most.into(),
        };
        let candidates = candidates(framework, profile, &areas, &ranking);
        let portfolio = if profile.flat { Portfolio::empty() } else { Portfolio::best(&candidates, limits) };
        let chances = Chances::best(&candidates, limits, profile.rows.iter().filter(|row| is_chance(row)).count());
        Suggestions { areas, ranking, contribute, portfolio, chances }
    }
}

fn areas(framework: &Framework, role: &Role, profile: &Profile, assessment: &Assessment) -> Vec<Suggestion> {
    let wishes = profile::area_wishes(framework, assessment);
    let experienced = experienced(framework, assessment);
    let stage = assessment.stage.as_ref().and_then(|id| role.stage(id));
    let mut areas = Vec::new();
    for (place, area) in framework.areas.iter().enumerate() {
        let entry = entry(area, profile);
        let best = zone(framework.parameters, &entry, HIGHEST);
        let worst = zone(framework.parameters, &entry, 0);
        let standing = standing(best, worst);
        let contributions = contributions(framework.parameters, area, profile);
        areas.push(Suggestion {
            is_for_role: area.is_open_to(role),
            is_open_yet: area.is_open_at(stage),
            experienced: experienced[place],
            wish: wishes[place],
            need: area.need,
            best,
            worst,
            standing,
            gain: contributions.iter().map(|line| line.points).sum(),
            entry_shortfall: entry.iter().map(|line| u32::from(line.shortfall(0))).sum(),
            contributions,
            strengths: lines_in(&entry, EntryState::Met),
            opportunities: opportunities(area, profile),
            settled_by: match standing {
                Standing::Unknown => lines_in(&entry, EntryState::Unknown),
                _ => Vec::new(),
            },
            entry,
        });
    }
    areas
}

fn experienced(framework: &Framework, assessment: &Assessment) -> Vec<bool> {
    let mut experienced = vec![false; framework.areas.len()];
    for id in &assessment.experience {
        if let Some(place) = framework.area(id) {
            experienced[place] = true;
        }
    }
    experienced
}

fn entry(area: &Area, profile: &Profile) -> Vec<EntryLine> {
    let line = |(competence, required): (usize, Level)| EntryLine {
        competence,
        required,
        level: profile.rows[competence].level(),
    };
    remaining(&area.entry, profile).into_iter().map(line).collect()
}

/// An area's levels without the competences that are removed for this person.
fn remaining(levels: &[(usize, Level)], profile: &Profile) -> Vec<(usize, Level)> {
    let mut remaining = Vec::new();
    for &(competence, level) in levels {
        if level > 0 && !profile.rows[competence].is_removed() {
            remaining.push((competence, level));
        }
    }
    remaining
}

/// The zone if every unknown level were `unknown`.
///
/// The tolerance is a count, never a share: a share would let an extra requirement make an area easier.
fn zone(parameters: Parameters, entry: &[EntryLine], unknown: Level) -> Zone {
    let (mut short, mut far_short) = (0, 0);
    for line in entry {
        let shortfall = line.shortfall(unknown);
        short += usize::from(shortfall > 0);
        far_short += usize::from(shortfall > 1);
    }
    if short == 0 {
        Zone::Ready
    } else if far_short == 0 && short <= usize::from(parameters.entry_tolerance) {
        Zone::Stretch
    } else {
        Zone::Build
    }
}

fn standing(best: Zone, worst: Zone) -> Standing {
    match (best, worst) {
        (_, Zone::Ready) => Standing::Ready,
        (_, Zone::Stretch) => Standing::Stretch,
        (Zone::Ready | Zone::Stretch, Zone::Build) => Standing::Unknown,
        (Zone::Build, Zone::Build) => Standing::Build,
    }
}

fn contributions(parameters: Parameters, area: &Area, profile: &Profile) -> Vec<Contribution> {
    let mut contributions = Vec::new();
    for (competence, practice) in remaining(&area.practice, profile) {
        if let Some(contribution) = contribution(parameters, competence, practice, &profile.rows[competence]) {
            contributions.push(contribution);
        }
    }
    contributions
}

/// What practice at this level does for one competence: nothing where the level or the target is unknown.
fn contribution(parameters: Parameters, competence: usize, practice: Level, row: &Row) -> Option<Contribution> {
    let (from, target) = (row.level()?, row.target.level()?);
    let reached = target.min(practice).min(from.saturating_add(parameters.stretch));
    let steps = reached.saturating_sub(from);
    let points = row.points_per_step() * u32::from(steps);
    (points > 0).then_some(Contribution { competence, from, target, practice, steps, points })
}

fn lines_in(entry: &[EntryLine], state: EntryState) -> Vec<usize> {
    let mut competences = Vec::new();
    for line in entry {
        if line.state() == state {
            competences.push(line.competence);
        }
    }
    competences
}

fn opportunities(area: &Area, profile: &Profile) -> Vec<usize> {
    let mut opportunities = Vec::new();
    for (competence, _) in remaining(&area.practice, profile) {
        if profile.rows[competence].answer == CountedAnswer::NoOpportunity {
            opportunities.push(competence);
        }
    }
    opportunities
}

fn ranking(framework: &Framework, areas: &[Suggestion], flat: bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..areas.len()).filter(|&place| areas[place].set_apart().is_none()).collect();
    if flat {
        return places;
    }
    let key = |place: usize| {
        let area = &areas[place];
        let suitability = (reach(area.standing), Reverse(gain_as_wished(area)));
        (suitability, Reverse(area.wish), Reverse(area.need), area.entry_shortfall, id(framework, place))
    };
    places.sort_by(|&one, &two| key(one).cmp(&key(two)));
    places
}

/// The order of standings: ready and stretch together, then unknown, then build.
fn reach(standing: Standing) -> u8 {
    match standing {
        Standing::Ready | Standing::Stretch => 0,
        Standing::Unknown => 1,
        Standing::Build => 2,
    }
}

/// The gain, worth two, three or four times itself as the wish grows. Declined areas aren't ranked, so no wish is below 0.
fn gain_as_wished(area: &Suggestion) -> u32 {
    area.gain * (2 + area.wish.unsigned_abs() as u32)
}

fn id(framework: &Framework, place: usize) -> &Id {
    &framework.areas[place].id
}

fn contribute(framework: &Framework, areas: &[Suggestion]) -> Vec<usize> {
    let contributes = |place: &usize| {
        let area = &areas[*place];
        area.is_open() && !area.is_declined() && area.standing == Standing::Ready && !area.strengths.is_empty()
    };
    let mut places: Vec<usize> = (0..areas.len()).filter(contributes).collect();
    let key = |place: usize| {
        let area = &areas[place];
        (Reverse(area.wish), Reverse(area.strengths.len()), Reverse(area.need), id(framework, place))
    };
    places.sort_by(|&one, &two| key(one).cmp(&key(two)));
    places
}

/// The candidates, in the order of the ranking.
fn candidates<'a>(
    framework: &'a Framework,
    profile: &Profile,
    areas: &'a [Suggestion],
    ranking: &[usize],
) -> Vec<Candidate<'a>> {
    let candidate = |&place: &usize| {
        let area = &areas[place];
        let is_chance = |competence: &usize| is_chance(&profile.rows[*competence]);
        Candidate {
            area: place,
            id: id(framework, place),
            is_rotation: framework.areas[place].kind() == AreaKind::Rotation,
            wish: area.wish.unsigned_abs(),
            need: area.need,
            contributions: if profile.flat { &[] } else { &area.contributions },
            chances: area.opportunities.iter().copied().filter(is_chance).collect(),
        }
    };
    ranking.iter().filter(|place| areas[**place].standing.is_within_reach()).map(candidate).collect()
}

/// Whether the competence is one that the role asks for and the person has had no opportunity to try. What the role asks
/// counts, not what is left of it at a stage: a new hire has everything to try.
fn is_chance(row: &Row) -> bool {
    row.answer == CountedAnswer::NoOpportunity && row.role_target.is_some()
}
