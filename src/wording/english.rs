//! Every text in English.

use super::Key;

/// The text of this name, with `{names}` to fill in and ` | ` between the forms for one and for several.
pub fn text(key: Key) -> &'static str {
    use Key::*;
    match key {
        // Everywhere
        Continue => "Continue",
        Back => "Back",
        Cancel => "Cancel",
        Change => "Change",
        ChangeNamed => "Change: {title}",
        Skip => "Skip",
        SkipAndDelete => "Delete the answer and skip",
        SaveAnswer => "Save the answer",
        Or => "or",
        ListAnd => " and ",
        Example => "Example",
        SomethingMissing => "Something is missing",
        CloseNotice => "Close the message",
        LanguageChanged => "The language is now English.",
        Waiting => "Loading the questions …",
        // The first screen
        StartLeadDevelopment => {
            "Take a moment to look at your competences before your development interview. You get an overview of what you bring, what you could practise, and which work would let you do so."
        }
        StartLeadExploration => {
            "See what the roles ask for and hold it up against what you can do. You will know more about the job and what to ask about."
        }
        StartLeadOnboarding => {
            "Get an overview of your first months: what you can do already, what you have not tried yet, and where you could begin."
        }
        StartTime => "It takes about {n} minute. | It takes about {n} minutes.",
        StartCount => {
            "There is {n} question, and you can skip it. | There are {n} questions, and you can skip any of them."
        }
        AboutMore => "Read more about what this is and is not",
        ExampleBanner => "This is an example for trying things out. It is not published or approved by any authority.",
        ExampleTargets => "The levels for this role are an example.",
        FrameworkVersion => "The framework is {id}, version {version}.",
        FrameworkOwner => "It was made by {owner}.",
        FrameworkSources => "It builds on {sources}.",
        PurposeQuestion => "What do you want to use it for?",
        PurposeDevelopment => "Prepare a development interview",
        PurposeDevelopmentHelp => "You work here, or you manage someone who does.",
        PurposeOnboarding => "Settle into a new job",
        PurposeOnboardingHelp => "You have just started, or will soon.",
        PurposeExploration => "See what roles ask for",
        PurposeExplorationHelp => "You are thinking of applying.",
        PurposeMissing => "Choose what you want to use it for",
        RaterQuestion => "Who is answering?",
        RaterSelf => "I am answering about myself",
        RaterManager => "I am a manager answering about a member of staff",
        RaterMissing => "Choose who is answering",
        LabelQuestion => "Whom are you answering about?",
        LabelHint => {
            "Write something you will recognise, such as initials. It stays on this device and is never put in a file."
        }
        RoleQuestion => "Which role is it about?",
        RoleFixed => "Role: {role}.",
        RoleMissing => "Choose a role",
        RoleSearch => "Search for a role",
        RoleSearchHint => {
            "Type part of the name and choose from the list. There is {n} role. | Type part of the name and choose from the list. There are {n} roles."
        }
        ReadRole => "Read the role",
        ReadRoleNamed => "Read the role: {role}",
        RoleFocus => {
            "Head and deputy can agree to give more weight to up to {n} part. | Head and deputy can agree to give more weight to up to {n} parts."
        }
        StageQuestion => "How long have you been in the job?",
        StageNone => "Longer than that",
        KeepQuestion => "Where should your answers be kept while you work?",
        KeepTab => "Only in this tab. They are gone when you close it.",
        KeepDevice => "On this device, so that you can go on another day",
        KeepDeviceHelp => "They are deleted after 90 days. Do not choose this on a computer you share with others.",
        KeepNowhere => "Nowhere. They are gone if the page reloads.",
        Begin => "Begin",
        GoOn => "Continue",
        KeptTitle => "You have answers on this device",
        KeptAnswers => "{role}, last changed {day}. {answered} of {total} questions answered.",
        KeptGoOn => "Go on where you left off",
        KeptDelete => "Delete them",
        // What this is and is not: a host can't change these
        NoticeNoAppraisal => "This prepares a conversation. It is not an appraisal of you.",
        NoticeNoAppraisalManager => "This prepares a conversation. It is not an appraisal of the member of staff.",
        NoticeNoSelection => "This is not part of the selection, and nobody but you sees it.",
        NoticeExpectedIncomplete => {
            "This prepares a conversation and is not an appraisal. When you are new, there is a lot you have not tried yet."
        }
        NoticeYours => "The answers are yours. They stay in your browser and are not sent anywhere.",
        NoticeKeptTab => "They are kept in this tab until you close it.",
        NoticeKeptDevice => "They are kept on this device for 90 days, and you can delete them at any time.",
        NoticeKeptNowhere => "They are not kept, not even on your device.",
        NoticeDecisions => {
            "The result is not made for decisions on hiring, pay or appointment. Such decisions need another basis, also where mobility is part of them."
        }
        NoticeRules => {
            "Results and suggestions follow fixed rules that people wrote and that you can read. There is no overall score, and nobody is compared with others. People decide."
        }
        NoticeUncertain => {
            "Rating oneself is uncertain. A difference of one step often means nothing; two steps are worth talking about."
        }
        NoticeUncertainManager => {
            "Rating others is uncertain. A difference of one step often means nothing; two steps are worth talking about."
        }
        NoticeVoluntary => "You decide whether to share anything, and what.",
        NoticeShowEmployee => "A file you make about a member of staff is to be shown to them.",
        FileNotice => {
            "This file belongs to the person and was made to prepare a conversation. It is not an appraisal and not made for decisions on hiring, pay or appointment. Self-ratings are uncertain; a difference of one step often means nothing. Sharing it is voluntary."
        }
        // Questions
        ProgressQuestion => "Part {part} of {parts}, question {question} of {questions}",
        ProgressDepth => "Part {part} of {parts} in depth, question {question} of {questions}",
        ProgressPartDone => "Part {part} of {parts}",
        AnswerMissing => "Choose an answer, or skip the question",
        NoOpportunityChoice => "I have not had the chance to try it",
        NoOccasionChoice => "The situation has not arisen for me",
        NotObservedChoice => "I have not observed this",
        NotRelevantChoice => "Not relevant in my role",
        NotRelevantManager => "Not relevant in the role",
        WantToGetBetter => "I want to get better at this",
        BehavioursOf => "Examples of behaviour: {dimension}",
        ShowSource => "Where does this come from?",
        SourceItem => "item {item}",
        FrequencyStem => "Think of the last six months. When the situation arose, how often did you do this?",
        FrequencyStemManager => "Think of the last six months. When the situation arose, how often did you see this?",
        FrequencyStemNew => "Think of the time since you started. When the situation arose, how often did you do this?",
        PartDoneTitle => "{dimension} is done",
        DepthOffer => "If you like, you can go into depth and look at what you do day to day.",
        DepthCount => {
            "That is {n} more question about how often you do a certain thing. You can also do it later. | That is {n} more questions about how often you do certain things. You can also do it later."
        }
        DepthChangesNothing => "The answers give you examples for the conversation. They do not change your levels.",
        DepthChangesTied => {
            "The answers give you examples for the conversation. Where you gave no level yourself, they can set it."
        }
        DepthBegin => "Go into depth",
        DepthAgain => "Look at the answers in depth again",
        // Balance
        BalanceTitle => "What you have agreed",
        BalanceLead => {
            "One should be able to act in every part, but not equally strongly in all. Head and deputy agree where the weight is."
        }
        BalanceQuestion => "Have you agreed where to put the weight?",
        BalanceNotYet => "We have not agreed on it yet",
        BalanceAgreed => "Yes, we have agreed",
        FocusQuestion => "Which parts did you agree to focus on?",
        FocusHint => "Choose {n} at most. Its levels are raised. | Choose {n} at most. Their levels are raised.",
        FocusNone => "You agreed on no particular focus.",
        FocusList => "You agreed to focus on {dimensions}.",
        AgreedOn => "When did you agree it?",
        AdjustTargets => "Did you change the level for single competences?",
        AsTheRole => "As the role: {level}",
        TargetsAdjusted => "{n} level was changed by agreement. | {n} levels were changed by agreement.",
        // Areas
        AreasTitle => "Tasks and areas",
        AreasLead => {
            "Where have you worked before, and what would you like to try? You can skip this and change it later."
        }
        TaskChanges => "Task changes",
        TaskChangesLead => "New tasks in your own office.",
        Rotations => "Rotations",
        RotationsLead => "Work in another office or in a specialised function.",
        WishFor => "Your wish: {area}",
        WishYes => "Would like to",
        WishCurious => "Curious",
        WishNone => "No wish",
        WishNotNow => "Not now",
        HaveWorkedThere => "I have worked with this",
        // Check
        CheckTitle => "Check your answers",
        CheckTitleManager => "Check the answers",
        CheckAnswered => "You have answered {answered} of {total} questions.",
        CheckOpen => {
            "{n} question is not answered. That is fine: the result says what it does not know. | {n} questions are not answered. That is fine: the result says what it does not know."
        }
        DepthAnswers => "Answers in depth",
        LevelUnknown => "A level that the scale does not have",
        AreasSaid => "You wished for {yes}, said not now to {no} and have worked with {worked}.",
        AreasNothingSaid => "You have said nothing about tasks and areas.",
        SeeResults => "See the results",
        // Results
        ResultsTitle => "The results",
        ResultsAbout => "Your answers about {label}",
        ResultsChanged => "The results are updated.",
        BackToResults => "Back to the results",
        LensLabel => "Seen against the role",
        LensOther => {
            "Here the answers are seen against another role: {role}. You answered for {own}, and that has not changed."
        }
        LensBack => "Back to {role}",
        LevelsOfStage => "The role's levels follow the time in the job: {stage}.",
        SummaryTitle => "In short",
        StrengthsTitle => "What you bring",
        StrengthsTitleManager => "What the member of staff brings",
        StrengthsLead => "These answers are high on the scale. Others may benefit from that too.",
        StrengthsNone => {
            "None of the answers are at the top of the scale. Think of a task that went well recently, and bring it to the conversation."
        }
        TalkTitle => "What is worth talking about",
        GapLead => "There are two steps or more to the role's level here.",
        GapNone => "None of the answers is two steps or more below the level.",
        NearTitle => "One step from the level",
        NearLead => "A difference that small may be chance. Do not read too much into it.",
        PriorityOrder => "The order follows the distance, the weight that the role gives and wishes to get better.",
        NothingBelow => "Among the answers, nothing that the role gives weight to is below the level.",
        FlatSummary => {
            "Nearly all the answers are on the same step. Saying what matters most would not be honest, so there is no order. Look at the competences one by one below, and decide for yourselves what to talk about."
        }
        ChanceTitle => "What you have not had the chance to try",
        ChanceLead => "This does not count against you. A new task can give you the chance.",
        ChanceLeadNew => "That is how it is when you are new. Here is something to begin with.",
        NotObservedTitle => "What you have not observed",
        NotObservedLead => "This says nothing about the member of staff. Ask about it when you talk.",
        LaterCount => {
            "{n} competence gets its level later. You need not think about it yet. | {n} competences get their level later. You need not think about them yet."
        }
        UnknownTitle => "What the results do not know",
        UnknownCount => {
            "{n} competence is not answered. It does not count as nought; it is simply not known. | {n} competences are not answered. They do not count as nought; they are simply not known."
        }
        NothingRated => "You have not given a level yet, so there is nothing to hold up against the role.",
        WantsThis => "You want to get better at this",
        AnswerIs => "Your answer: ‘{level}’",
        RoleAsksFor => "The role asks for: ‘{level}’",
        ShowMore => "Show {n} more | Show {n} more",
        ProfileTitle => "Your answers and the role's levels",
        LegendSelf => "Your answer",
        LegendTarget => "The role's level",
        CountAbove => "{n} above the level",
        CountMet => "{n} at the level",
        CountNear => "{n} nearly at the level",
        CountGap => "{n} some way from the level",
        CountLater => "{n} with a level that comes later",
        CountNoTarget => "{n} with no level agreed",
        CountNoOpportunity => "{n} with no chance yet",
        CountNotObserved => "{n} not observed",
        CountNotAnswered => "{n} not answered",
        CountNotRelevant => "{n} not relevant",
        TooFewAnswers => "There are too few answers to sum up.",
        ChartTitle => "{title}: {class}.",
        FromDepth => "from your answers in depth",
        TargetAgreed => "agreed level",
        InFocus => "Agreed focus",
        AnswerNow => "Answer",
        AnswerNamed => "Answer: {title}",
        DepthNamed => "Go into depth: {title}",
        ShowTable => "See the same as a table",
        TableCaption => "Answers and levels for {role}",
        ColumnCompetence => "Competence",
        ColumnAnswer => "Your answer",
        ColumnTarget => "The role's level",
        ColumnClass => "What it means",
        ClassAbove => "Above the level",
        ClassMet => "At the level",
        ClassNear => "Nearly at the level",
        ClassGap => "Some way from the level",
        ClassLater => "Comes later",
        ClassNoTarget => "No level agreed",
        ClassNoOpportunity => "No chance yet",
        ClassNotObserved => "Not observed",
        ClassNotAnswered => "Not answered",
        ClassNotRelevant => "Not relevant",
        // Suggested areas
        SuggestionsTitle => "Suggested tasks and areas",
        SuggestionsLead => {
            "A task change is new work in your own office. A rotation is work in another office or in a specialised function. When you change a wish, the suggestions change at once."
        }
        PortfolioTitle => "These go well together",
        PortfolioTitleOne => "A good place to begin",
        PortfolioCovers => {
            "Together these let you practise the competence where your answer is below the level. | Together these let you practise {covered} of the {n} competences where your answer is below the level."
        }
        PortfolioCoversOne => {
            "This lets you practise the competence where your answer is below the level. | This lets you practise {covered} of the {n} competences where your answer is below the level."
        }
        PortfolioNotExact => {
            "There are so many suggestions to choose from that the set was found one suggestion at a time. Another may be just as good or better."
        }
        PortfolioHow => "How the set was chosen",
        PortfolioRule => {
            "The set is chosen among what you can begin now, so that together it practises as much as possible of what is below the level. Where two sets do the same, the smaller is chosen, then the one you would rather have, and last the one that is needed most. There are at most {areas} suggestions in the set and at most {rotations} rotation. | The set is chosen among what you can begin now, so that together it practises as much as possible of what is below the level. Where two sets do the same, the smaller is chosen, then the one you would rather have, and last the one that is needed most. There are at most {areas} suggestions in the set and at most {rotations} rotations."
        }
        PortfolioFlat => {
            "Nearly all the answers are on the same step, so there are no grounds for putting the suggestions in order. They stand as they were written down."
        }
        PortfolioNothingBelow => {
            "Nothing that you have answered is below the level, so there is nothing in particular to practise."
        }
        PortfolioNothingRated => "Once you have answered more questions, the suggestions can take account of it.",
        PortfolioNone => {
            "Nothing that you can begin now practises what is below the level. The suggestions below need an answer from you or some training first."
        }
        PortfolioContribute => "Look instead at where you can use what you can do.",
        RankingTitle => "The suggestions",
        RankingOthers => "More suggestions",
        RankingLead => "First comes what you can begin now and what moves the most.",
        ContributeTitle => "Here you can use what you can do",
        ContributeLead => "Tasks and areas where you can already do what is asked from the start.",
        ContributeWith => "You can use:",
        ApartCount => "{n} area is not among the suggestions | {n} areas are not among the suggestions",
        ApartDeclined => "You said not now",
        ApartExperienced => "You have worked with this",
        ApartNotOpen => "Not open to the role",
        ChangeAreas => "Change what you have worked with",
        TaskChange => "Task change",
        Rotation => "Rotation",
        RouteManagerAllocation => "The head allocates the office's tasks. Say so if you would like to.",
        RouteTaskPlan => "It is agreed in your development plan.",
        RouteMobilityScheme => "It happens through the mobility scheme.",
        RouteInternalPosting => "It is posted internally, and you apply.",
        RouteRotationPlan => "It is agreed in your development plan, from your wishes and the agency's needs.",
        PractiseHere => "Here you can practise",
        ChanceHere => "Here you get the chance to try",
        StandingReady => "You can do what it asks from the start",
        StandingStretch => "A fitting challenge",
        StandingStretchAdvice => "Agree on feedback from the start.",
        StandingBuild => "Needs training first",
        StandingUnknown => "Needs your answer on {competences}",
        StandingOpen => "Cannot be settled yet",
        StandingSettle => "Whether you can begin now depends on:",
        WhyThis => "Why this?",
        AccountPractise => "What you could practise",
        AccountMoves => "From ‘{from}’ towards ‘{target}’.",
        AccountAllTheWay => "This can take you all the way.",
        AccountPartWay => "This can take you to ‘{reached}’.",
        AccountMovesNothing => "It practises nothing that is below the level.",
        AccountUse => "Here you use what you can do",
        AccountEntry => "It asks for ‘{required}’, and your answer is ‘{level}’.",
        AccountEntryMet => "It asks for ‘{required}’, and that is your answer.",
        AccountShort => "What you lack at the start",
        AccountUnknown => "What is not known",
        AccountEntryUnknown => "It asks for ‘{required}’. Your answer: {class}.",
        AccountNoEntry => "Nothing in particular is asked for at the start.",
        AccountChance => "What you get the chance to try",
        AccountWish => "Your wish",
        AccountNeed => "Need",
        NeedSome => "More people are needed here.",
        NeedGreat => "More people are much needed here.",
        NeedStated => "Stated by {by}, {day}.",
        AccountSettle => "What an answer would settle",
        HowOrdered => "How the order came about",
        PointsCaption => "Points for {area}",
        ColumnSteps => "Steps",
        ColumnPointsPerStep => "Points per step",
        ColumnPoints => "Points",
        PointsPerStep => "{points} (weight {weight} × (2 + wish {wish}))",
        PointsTotal => "In all",
        PointsWish => "With your wish: {gain} × (2 + {wish}) = {total} points.",
        PointsNone => "The area gives no points, since it practises nothing that is below the level.",
        OrderRule => {
            "First comes what you can begin now, then what needs your answer, and last what needs training. Within each group the most points come first. Where two are equal, your wish comes first, then the need, and then what lacks the least at the start."
        }
        OrderFlat => "The answers are nearly the same, so the suggestions stand in the order they were written down.",
        AboutResults => "What the results are and are not",
        // Plan and examples
        PlanTitle => "Development plan",
        PlanLead => "Write down what you agree. Start with what matters most.",
        PlanPrivacy => "Do not write anything about citizens, cases or named colleagues.",
        PlanItem => "Agreement {number}",
        PlanAbout => "About {competences}.",
        PlanGoal => "What do you want to achieve?",
        PlanGoalFor => "Get better at: {title}",
        PlanWhy => "Why does it matter?",
        PlanActivity => "What is going to happen?",
        PlanSupport => "What support is needed?",
        PlanResponsible => "Who sees to it?",
        ResponsibleMe => "Me",
        ResponsibleManager => "My manager",
        ResponsibleTogether => "Both of us",
        ResponsibleOther => "Somebody else",
        PlanDue => "When is it to be done?",
        PlanSign => "How will you see that it worked?",
        PlanFollowUpMore => "Follow-up",
        PlanFollowUp => "When will you follow up?",
        PlanOutcome => "Did it happen, and what came of it?",
        PlanAdd => "Add an agreement",
        PlanRemove => "Remove the agreement",
        PlanRemoveNamed => "Remove agreement {number}",
        PlanItemRemoved => "The agreement is removed.",
        PlanStartFrom => "Start from the results",
        PlanFromCompetence => "Make an agreement about {title}",
        PlanFromArea => "Make an agreement to try: {title}",
        FollowUpTitle => "Follow up on the plan",
        FollowUpLead => "Answer again for the competences the plan is about. It takes only a few minutes.",
        FollowUpBegin => "Answer them again",
        EvidenceTitle => "Examples",
        EvidenceWrite => "Write examples for the conversation",
        EvidenceLead => {
            "Give an example from the last six months: what did you do, and what came of it? It is entirely voluntary, and examples go into a file only if you tick them."
        }
        // Keep, open, delete
        KeepTitle => "Keep and share",
        OwnFileTitle => "Your own file",
        OwnFileLead => {
            "Save everything in a file on your computer. You can open it here again and go on, next time you talk."
        }
        SaveFile => "Save as a file",
        FileSaved => "The file is saved.",
        OpenFileTitle => "Do you have a file?",
        OpenFile => "Open a file",
        OpenFileLead => "From last time or from another device. The file stays on your computer.",
        Opened => "The file is open.",
        OpenedOtherVersion => {
            "The file was made for version {version}; version {own} is used here. Look through the answers before you use them."
        }
        OpenedNotCarried => {
            "{n} answer could not be carried over from the older version: | {n} answers could not be carried over from the older version:"
        }
        OpenedUnknownRole => "The role ‘{role}’ is not known here. Choose a role to go on.",
        OpenedReportDiffers => "The file's own result was different. Here you see the result worked out anew.",
        OpenedIgnored => {
            "{n} thing in the file is not known here. It stays in the file but does not count: | {n} things in the file are not known here. They stay in the file but do not count:"
        }
        DeclinedNotOurs => "This file was not saved from here. Your answers are unchanged.",
        DeclinedCutShort => {
            "The file is not whole; its end is missing. Try to get it again. Your answers are unchanged."
        }
        DeclinedDamaged => {
            "The file cannot be read, since something in it was changed or damaged. Your answers are unchanged."
        }
        DeclinedTooLarge => "The file is too large to be one saved from here. Your answers are unchanged.",
        DeclinedNewer => "The file was made with a newer version than this page can read. Your answers are unchanged.",
        DeclinedOtherFramework => {
            "The file belongs to another framework ({framework}) and cannot be opened in ‘{own}’. Your answers are unchanged."
        }
        ReplaceTitle => "Replace your answers?",
        ReplaceLead => {
            "The file takes the place of the answers you have here. Save them as a file first if you want to keep them."
        }
        ReplaceConfirm => "Replace my answers",
        DeleteTitle => "Delete my answers",
        DeleteLead => {
            "Everything is deleted from this device and cannot be brought back. A file you have saved is not touched."
        }
        DeleteAnswers => "Delete my answers",
        DeleteConfirm => "Yes, delete everything",
        AnswersDeleted => "Your answers are deleted from this device.",
        Resumed => "Your answers are back, so that you can go on.",
        StorageBlocked => {
            "The browser will not keep your answers. You can still answer; save a file before you close the page."
        }
        StorageFull => "The browser has no room left to keep your answers. Save a file before you close the page.",
        // Files and paper
        OwnEvidence => "Include my examples",
        SaveReceipt => "Save as a page to read",
        SaveSheet => "Save as a spreadsheet",
        ColumnPart => "Part",
        PlacementTitle => "Your wishes for where to be placed",
        PlacementLead => "The wishes can be saved in a file of their own, without your answers.",
        PlacementSave => "Save the wishes",
        ShareTitle => "A file to share",
        ShareLead => {
            "You choose what goes in. Nothing is chosen beforehand, and nobody gets the file before you give it to them."
        }
        ShareQuestion => "What goes into the file?",
        ShareResponses => "Answers and results",
        ShareWishes => "Wishes and experience",
        SharePlan => "Development plan",
        ShareEvidence => "Examples",
        ShareReference => "Reference: {reference}",
        ShareNothing => "Tick what goes into the file.",
        SharePreview => "See what the receiver sees",
        ShareSave => "Save the file to share",
        PaperTitle => "For the conversation",
        PaperLead => {
            "These pages are for reading through and printing. In the print dialogue you can also save them as a PDF."
        }
        PaperOpen => "See and print the pages for the conversation",
        PaperPreparation => "Preparation",
        PaperAbout => "{role}, {day}.",
        Print => "Print",
        ReceiptOpen => "You can open this page again where you answered, and go on.",
        // When it can't run
        FailedTitle => "The questions cannot be shown",
        FailedMissing => "The page does not say which questions to show.",
        FailedNotFound => "The questions were not found where the page looks for them.",
        FailedUnreachable => "The questions could not be fetched. Check your connection and try again in a moment.",
        FailedInvalid => "There are mistakes in the file that holds the questions.",
        FailedNewer => "The questions are written for a newer version than the page uses.",
        FailedRole => "The page asks for a role that does not exist.",
        FailedTell => "Please tell those who look after the page.",
        FailedDetails => "Details for whoever looks after the page",
        MoreProblems => "And {n} more. | And {n} more.",
    }
}
