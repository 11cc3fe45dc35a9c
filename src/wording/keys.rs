//! The names of all texts, in the order in which a reader meets them. Hosts use the same names with a small first letter.

macro_rules! keys {
    ($($key:ident,)*) => {
        /// The name of a text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key {
            $($key,)*
        }

        const ALL: &[Key] = &[$(Key::$key,)*];
        /// How many texts there are.
        pub const COUNT: usize = ALL.len();

        /// In the order of `ALL`. The names themselves would be kilobytes in the browser; that no two share a
        /// fingerprint is tested.
        const FINGERPRINTS: &[u32] = &[$(fingerprint(stringify!($key)),)*];

        /// Every name with its text's key.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn all() -> impl Iterator<Item = (&'static str, Key)> {
            [$((stringify!($key), Key::$key),)*].into_iter()
        }
    };
}

/// A number for a name, the same whether its first letter is small or not (FNV-1a).
const fn fingerprint(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let mut hash = 0x811c_9dc5_u32;
    let mut place = 0;
    while place < bytes.len() {
        let byte = if place == 0 { bytes[0].to_ascii_lowercase() } else { bytes[place] };
        hash = (hash ^ byte as u32).wrapping_mul(0x0100_0193);
        place += 1;
    }
    hash
}

keys! {
    // Everywhere
    Continue,
    Back,
    Cancel,
    Change,
    ChangeNamed,
    Skip,
    SkipAndDelete,
    SaveAnswer,
    Or,
    ListAnd,
    Example,
    SomethingMissing,
    CloseNotice,
    LanguageChanged,
    Waiting,
    // The first screen
    StartLeadDevelopment,
    StartLeadExploration,
    StartLeadOnboarding,
    StartTime,
    StartCount,
    AboutMore,
    ExampleBanner,
    ExampleTargets,
    FrameworkVersion,
    FrameworkOwner,
    FrameworkSources,
    PurposeQuestion,
    PurposeDevelopment,
    PurposeDevelopmentHelp,
    PurposeOnboarding,
    PurposeOnboardingHelp,
    PurposeExploration,
    PurposeExplorationHelp,
    PurposeMissing,
    RaterQuestion,
    RaterSelf,
    RaterManager,
    RaterMissing,
    LabelQuestion,
    LabelHint,
    RoleQuestion,
    RoleFixed,
    RoleMissing,
    RoleSearch,
    RoleSearchHint,
    ReadRole,
    ReadRoleNamed,
    RoleFocus,
    StageQuestion,
    StageNone,
    KeepQuestion,
    KeepTab,
    KeepDevice,
    KeepDeviceHelp,
    KeepNowhere,
    Begin,
    GoOn,
    KeptTitle,
    KeptAnswers,
    KeptGoOn,
    KeptDelete,
    // What this is and is not: a host can't change these
    NoticeNoAppraisal,
    NoticeNoAppraisalManager,
    NoticeNoSelection,
    NoticeExpectedIncomplete,
    NoticeYours,
    NoticeKeptTab,
    NoticeKeptDevice,
    NoticeKeptNowhere,
    NoticeDecisions,
    NoticeRules,
    NoticeUncertain,
    NoticeUncertainManager,
    NoticeVoluntary,
    NoticeShowEmployee,
    FileNotice,
    // Questions
    ProgressQuestion,
    ProgressDepth,
    ProgressPartDone,
    AnswerMissing,
    NoOpportunityChoice,
    NoOccasionChoice,
    NotObservedChoice,
    NotRelevantChoice,
    NotRelevantManager,
    WantToGetBetter,
    BehavioursOf,
    ShowSource,
    SourceItem,
    FrequencyStem,
    FrequencyStemManager,
    FrequencyStemNew,
    PartDoneTitle,
    DepthOffer,
    DepthCount,
    DepthChangesNothing,
    DepthChangesTied,
    DepthBegin,
    DepthAgain,
    // Balance
    BalanceTitle,
    BalanceLead,
    BalanceQuestion,
    BalanceNotYet,
    BalanceAgreed,
    FocusQuestion,
    FocusHint,
    FocusNone,
    FocusList,
    AgreedOn,
    AdjustTargets,
    AsTheRole,
    TargetsAdjusted,
    // Areas
    AreasTitle,
    AreasLead,
    TaskChanges,
    TaskChangesLead,
    Rotations,
    RotationsLead,
    WishFor,
    WishYes,
    WishCurious,
    WishNone,
    WishNotNow,
    HaveWorkedThere,
    // Check
    CheckTitle,
    CheckTitleManager,
    CheckAnswered,
    CheckOpen,
    DepthAnswers,
    LevelUnknown,
    AreasSaid,
    AreasNothingSaid,
    SeeResults,
    // Results
    ResultsTitle,
    ResultsAbout,
    ResultsChanged,
    BackToResults,
    LensLabel,
    LensOther,
    LensBack,
    LevelsOfStage,
    SummaryTitle,
    StrengthsTitle,
    StrengthsTitleManager,
    StrengthsLead,
    StrengthsNone,
    TalkTitle,
    GapLead,
    GapNone,
    NearTitle,
    NearLead,
    PriorityOrder,
    NothingBelow,
    FlatSummary,
    ChanceTitle,
    ChanceLead,
    NotObservedTitle,
    NotObservedLead,
    LaterCount,
    UnknownTitle,
    UnknownCount,
    NothingRated,
    WantsThis,
    AnswerIs,
    RoleAsksFor,
    ShowMore,
    ProfileTitle,
    LegendSelf,
    LegendTarget,
    CountAbove,
    CountMet,
    CountNear,
    CountGap,
    CountLater,
    CountNoTarget,
    CountNoOpportunity,
    CountNotObserved,
    CountNotAnswered,
    CountNotRelevant,
    TooFewAnswers,
    ChartTitle,
    FromDepth,
    TargetAgreed,
    InFocus,
    AnswerNow,
    AnswerNamed,
    ShowTable,
    TableCaption,
    ColumnCompetence,
    ColumnAnswer,
    ColumnTarget,
    ColumnClass,
    ClassAbove,
    ClassMet,
    ClassNear,
    ClassGap,
    ClassLater,
    ClassNoTarget,
    ClassNoOpportunity,
    ClassNotObserved,
    ClassNotAnswered,
    ClassNotRelevant,
    // Suggested areas
    SuggestionsTitle,
    SuggestionsLead,
    PortfolioTitle,
    PortfolioTitleOne,
    PortfolioCovers,
    PortfolioCoversOne,
    PortfolioNotExact,
    PortfolioHow,
    PortfolioRule,
    PortfolioFlat,
    PortfolioNothingBelow,
    PortfolioNothingRated,
    PortfolioNone,
    PortfolioContribute,
    RankingTitle,
    RankingOthers,
    RankingLead,
    ContributeTitle,
    ContributeLead,
    ContributeWith,
    ApartCount,
    ApartDeclined,
    ApartExperienced,
    ApartNotOpen,
    ChangeAreas,
    TaskChange,
    Rotation,
    RouteManagerAllocation,
    RouteTaskPlan,
    RouteMobilityScheme,
    RouteInternalPosting,
    RouteRotationPlan,
    PractiseHere,
    ChanceHere,
    StandingReady,
    StandingStretch,
    StandingStretchAdvice,
    StandingBuild,
    StandingUnknown,
    StandingOpen,
    StandingSettle,
    WhyThis,
    AccountPractise,
    AccountMoves,
    AccountAllTheWay,
    AccountPartWay,
    AccountMovesNothing,
    AccountUse,
    AccountEntry,
    AccountEntryMet,
    AccountShort,
    AccountUnknown,
    AccountEntryUnknown,
    AccountNoEntry,
    AccountChance,
    AccountWish,
    AccountNeed,
    NeedSome,
    NeedGreat,
    NeedStated,
    AccountSettle,
    HowOrdered,
    PointsCaption,
    ColumnSteps,
    ColumnPointsPerStep,
    ColumnPoints,
    PointsPerStep,
    PointsTotal,
    PointsWish,
    PointsNone,
    OrderRule,
    OrderFlat,
    AboutResults,
    // Plan and examples
    PlanTitle,
    PlanLead,
    PlanPrivacy,
    PlanItem,
    PlanAbout,
    PlanGoal,
    PlanGoalFor,
    PlanWhy,
    PlanActivity,
    PlanSupport,
    PlanResponsible,
    ResponsibleMe,
    ResponsibleManager,
    ResponsibleTogether,
    ResponsibleOther,
    PlanDue,
    PlanSign,
    PlanFollowUpMore,
    PlanFollowUp,
    PlanOutcome,
    PlanAdd,
    PlanRemove,
    PlanRemoveNamed,
    PlanItemRemoved,
    PlanStartFrom,
    PlanFromCompetence,
    PlanFromArea,
    FollowUpTitle,
    FollowUpLead,
    FollowUpBegin,
    EvidenceTitle,
    EvidenceWrite,
    EvidenceLead,
    // Keep, open, delete
    KeepTitle,
    OwnFileTitle,
    OwnFileLead,
    SaveFile,
    FileSaved,
    OpenFileTitle,
    OpenFile,
    OpenFileLead,
    Opened,
    OpenedOtherVersion,
    OpenedNotCarried,
    OpenedUnknownRole,
    OpenedReportDiffers,
    OpenedIgnored,
    DeclinedNotOurs,
    DeclinedCutShort,
    DeclinedDamaged,
    DeclinedTooLarge,
    DeclinedNewer,
    DeclinedOtherFramework,
    ReplaceTitle,
    ReplaceLead,
    ReplaceConfirm,
    BesideTitle,
    BesideLead,
    CompareBegin,
    CompareTitle,
    CompareEnd,
    DeclinedNoOwnAnswers,
    DeclinedNoAnswers,
    DeclinedOtherRole,
    DeclinedBothManagers,
    DeclinedByManager,
    DeclinedNoReport,
    DeclinedNothingShared,
    DeleteTitle,
    DeleteLead,
    DeleteAnswers,
    DeleteConfirm,
    AnswersDeleted,
    Resumed,
    ResumedOtherVersion,
    StorageBlocked,
    StorageFull,
    // Files and paper
    OwnEvidence,
    SaveReceipt,
    SaveSheet,
    ColumnPart,
    PlacementTitle,
    PlacementLead,
    PlacementSave,
    ShareTitle,
    ShareLead,
    ShareQuestion,
    ShareResponses,
    ShareWishes,
    SharePlan,
    ShareEvidence,
    ShareReference,
    ShareNothing,
    AgreedSaved,
    SharePreview,
    ShareSave,
    PaperTitle,
    PaperLead,
    PaperOpen,
    PaperPreparation,
    PaperAbout,
    Print,
    ReceiptOpen,
    // The three purposes
    OtherRolesQuestion,
    OtherRolesHint,
    OtherRolesCount,
    OtherRolesMore,
    ReadRoles,
    RoleLookedAt,
    StartLeadManager,
    RateEmployee,
    EmployeesWords,
    RoleStages,
    RoleStage,
    RoleMobility,
    RolesTitle,
    RolesLead,
    RolesDetail,
    ColumnPartOrCompetence,
    OfferUse,
    OfferPractise,
    OfferAskSupport,
    OfferUnknown,
    OfferNotAsked,
    NotTriedTitle,
    NotTriedLead,
    FirstAreasTitle,
    FirstAreasLead,
    NextStageTitle,
    NextStageLead,
    NextStageFull,
    NextStageSame,
    NextStageComes,
    NextStageFromTo,
    // When it can't run
    FailedTitle,
    FailedMissing,
    FailedNotFound,
    FailedUnreachable,
    FailedInvalid,
    FailedNewer,
    FailedRole,
    FailedTell,
    FailedDetails,
    MoreProblems,
}

impl Key {
    /// Every name with its text's key.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn all() -> impl Iterator<Item = (&'static str, Self)> {
        all()
    }

    /// The key that a host names, such as `continue`.
    pub fn named(name: &str) -> Option<Self> {
        if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
            return None;
        }
        let wanted = fingerprint(name);
        FINGERPRINTS.iter().position(|own| *own == wanted).map(|place| ALL[place])
    }

    /// Whether the text says what an assessment is and is not (method, section 6): a host can't change it.
    pub fn is_notice(self) -> bool {
        matches!(
            self,
            Self::NoticeNoAppraisal
                | Self::NoticeNoAppraisalManager
                | Self::NoticeNoSelection
                | Self::NoticeExpectedIncomplete
                | Self::NoticeYours
                | Self::NoticeKeptTab
                | Self::NoticeKeptDevice
                | Self::NoticeKeptNowhere
                | Self::NoticeDecisions
                | Self::NoticeRules
                | Self::NoticeUncertain
                | Self::NoticeUncertainManager
                | Self::NoticeVoluntary
                | Self::NoticeShowEmployee
                | Self::FileNotice
        )
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_by_its_own_name() {
        for (name, key) in Key::all() {
            let mut small = name.to_owned();
            small[..1].make_ascii_lowercase();
            assert_eq!(Key::named(&small), Some(key), "{small}");
            assert_eq!(Key::named(name), None, "{name}");
        }
        assert_eq!(Key::named("nothing"), None);
    }
}
