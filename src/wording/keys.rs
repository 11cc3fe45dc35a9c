//! The names of all texts, in the order in which a reader meets them. Hosts use the same names with a small first letter.

macro_rules! keys {
    ($($key:ident,)*) => {
        /// The name of a text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key {
            $($key,)*
        }

        const ALL: &[(&str, Key)] = &[$((stringify!($key), Key::$key),)*];
    };
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
    NoticeNoSelection,
    NoticeExpectedIncomplete,
    NoticeYours,
    NoticeKeptTab,
    NoticeKeptDevice,
    NoticeKeptNowhere,
    NoticeDecisions,
    NoticeRules,
    NoticeUncertain,
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
    ResultsChanged,
    BackToResults,
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
    StandingReady,
    StandingStretch,
    StandingBuild,
    StandingUnknown,
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
    DeleteTitle,
    DeleteLead,
    DeleteAnswers,
    DeleteConfirm,
    AnswersDeleted,
    Resumed,
    ResumedOtherVersion,
    StorageBlocked,
    StorageFull,
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
    pub fn all() -> impl Iterator<Item = (&'static str, Self)> {
        ALL.iter().copied()
    }

    /// The key that a host names, such as `continue`.
    pub fn named(name: &str) -> Option<Self> {
        let is_same = |own: &str| {
            own.len() == name.len()
                && name.starts_with(|first: char| first.is_ascii_lowercase())
                && own[..1].eq_ignore_ascii_case(&name[..1])
                && own[1..] == name[1..]
        };
        Self::all().find(|(own, _)| is_same(own)).map(|(_, key)| key)
    }

    /// Whether the text says what an assessment is and is not (method, section 6): a host can't change it.
    pub fn is_notice(self) -> bool {
        matches!(
            self,
            Self::NoticeNoAppraisal
                | Self::NoticeNoSelection
                | Self::NoticeExpectedIncomplete
                | Self::NoticeYours
                | Self::NoticeKeptTab
                | Self::NoticeKeptDevice
                | Self::NoticeKeptNowhere
                | Self::NoticeDecisions
                | Self::NoticeRules
                | Self::NoticeUncertain
                | Self::NoticeVoluntary
                | Self::NoticeShowEmployee
                | Self::FileNotice
        )
    }
}
