//! Everything that is derived from an assessment, as one value. How it stands in a file is [`file`]'s matter.
//!
//! Derived whenever it is needed and never stored on its own. Knows nothing of any language.

pub mod file;

use crate::assessment::Assessment;
use crate::framework::{Framework, Parameters};
use crate::profile::Profile;
use crate::suggestion::Suggestions;

/// The rules that reports are made by; the number changes when a rule does.
pub const METHOD: &str = "rokade.method/1";

/// Everything derived from an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The rules it was made by: [`METHOD`].
    pub method: &'static str,
    /// The numbers that the framework sets for them.
    pub parameters: Parameters,
    pub profile: Profile,
    pub suggestions: Suggestions,
}

impl Report {
    /// The report on this assessment for the role at this place of [`Framework::roles`].
    pub fn of(framework: &Framework, role: usize, assessment: &Assessment) -> Report {
        let profile = Profile::of(framework, role, assessment);
        let suggestions = Suggestions::of(framework, role, &profile, assessment);
        Report { method: METHOD, parameters: framework.parameters, profile, suggestions }
    }
}
