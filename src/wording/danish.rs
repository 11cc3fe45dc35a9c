//! Every text in Danish.

use super::Key;

/// The text of this name, with `{names}` to fill in and ` | ` between the forms for one and for several.
pub fn text(key: Key) -> &'static str {
    use Key::*;
    match key {
        // Everywhere
        Continue => "Fortsæt",
        Back => "Tilbage",
        Cancel => "Annuller",
        Change => "Ret",
        ChangeNamed => "Ret: {title}",
        Skip => "Spring over",
        SkipAndDelete => "Slet svaret og spring over",
        SaveAnswer => "Gem svaret",
        Or => "eller",
        ListAnd => " og ",
        Example => "Eksempel",
        SomethingMissing => "Der mangler noget",
        CloseNotice => "Luk beskeden",
        LanguageChanged => "Sproget er skiftet til dansk.",
        Waiting => "Henter spørgsmålene …",
        // The first screen
        StartLeadDevelopment => {
            "Brug et øjeblik på at se på dine kompetencer, før du skal til udviklingssamtale. Du får et overblik over, hvad du kan bidrage med, hvad du kan øve dig på, og hvilke opgaver der kan give dig mulighed for det."
        }
        StartLeadExploration => {
            "Se, hvad rollerne kræver, og hold det op mod det, du selv kan. Så ved du mere om, hvad jobbet går ud på, og hvad du kan spørge om."
        }
        StartLeadOnboarding => {
            "Få overblik over, hvad der venter dig de første måneder: hvad du allerede kan, hvad du ikke har prøvet endnu, og hvor du kan begynde."
        }
        StartTime => "Det tager omkring {n} minut. | Det tager omkring {n} minutter.",
        StartCount => "Der er {n} spørgsmål, og du kan springe over. | Der er {n} spørgsmål, og du kan springe over.",
        AboutMore => "Læs mere om, hvad dette er og ikke er",
        ExampleBanner => "Dette er et eksempel til afprøvning. Det er ikke udgivet eller godkendt af en myndighed.",
        ExampleTargets => "Niveauerne for rollen er et eksempel.",
        FrameworkVersion => "Kompetencerammen hedder {id}, version {version}.",
        FrameworkOwner => "Den er lavet af {owner}.",
        FrameworkSources => "Den bygger på {sources}.",
        PurposeQuestion => "Hvad skal du bruge det til?",
        PurposeDevelopment => "Forberede en udviklingssamtale (MUS)",
        PurposeDevelopmentHelp => "Du er ansat, eller du er leder for en, der er.",
        PurposeOnboarding => "Komme godt i gang i et nyt job",
        PurposeOnboardingHelp => "Du er lige begyndt, eller du begynder snart.",
        PurposeExploration => "Se, hvad rollerne kræver",
        PurposeExplorationHelp => "Du overvejer at søge en stilling.",
        PurposeMissing => "Vælg, hvad du skal bruge det til",
        RaterQuestion => "Hvem svarer?",
        RaterSelf => "Jeg svarer om mig selv",
        RaterManager => "Jeg er leder og svarer om en medarbejder",
        RaterMissing => "Vælg, hvem der svarer",
        LabelQuestion => "Hvem svarer du om?",
        LabelHint => {
            "Skriv noget, du selv kan kende, for eksempel initialer. Det bliver på denne enhed og kommer aldrig med i en fil."
        }
        RoleQuestion => "Hvilken rolle gælder det?",
        RoleFixed => "Rolle: {role}.",
        RoleMissing => "Vælg en rolle",
        RoleSearch => "Søg efter en rolle",
        RoleSearchHint => {
            "Skriv en del af navnet, og vælg på listen. Der er {n} rolle. | Skriv en del af navnet, og vælg på listen. Der er {n} roller."
        }
        ReadRole => "Læs om rollen",
        ReadRoleNamed => "Læs om rollen: {role}",
        RoleFocus => {
            "Chef og souschef kan aftale at lægge mere vægt på op til {n} del. | Chef og souschef kan aftale at lægge mere vægt på op til {n} dele."
        }
        StageQuestion => "Hvor længe har du været i gang?",
        StageNone => "Længere tid",
        KeepQuestion => "Hvor skal dine svar gemmes, mens du er i gang?",
        KeepTab => "Kun i denne fane. De forsvinder, når du lukker den.",
        KeepDevice => "På denne enhed, så du kan fortsætte en anden dag",
        KeepDeviceHelp => "De slettes af sig selv efter 90 dage. Vælg det ikke på en computer, du deler med andre.",
        KeepNowhere => "Ingen steder. De forsvinder, hvis siden genindlæses.",
        Begin => "Begynd",
        GoOn => "Fortsæt",
        KeptTitle => "Du har svar liggende på denne enhed",
        KeptAnswers => "{role}, sidst ændret {day}. {answered} af {total} spørgsmål er besvaret.",
        KeptGoOn => "Fortsæt, hvor du slap",
        KeptDelete => "Slet dem",
        // What this is and is not: a host can't change these
        NoticeNoAppraisal => "Det er en forberedelse til en samtale. Det er ikke en bedømmelse af dig.",
        NoticeNoAppraisalManager => {
            "Det er en forberedelse til en samtale. Det er ikke en bedømmelse af medarbejderen."
        }
        NoticeNoSelection => "Det er ikke en del af udvælgelsen, og ingen andre end du ser det.",
        NoticeExpectedIncomplete => {
            "Det er en forberedelse til en samtale, ikke en bedømmelse. Når man er ny, er der meget, man ikke har prøvet endnu."
        }
        NoticeYours => "Svarene er dine. De bliver i din browser og sendes ingen steder.",
        NoticeKeptTab => "De ligger i denne fane, til du lukker den.",
        NoticeKeptDevice => "De ligger på denne enhed i 90 dage, og du kan slette dem når som helst.",
        NoticeKeptNowhere => "De gemmes ikke, heller ikke på din enhed.",
        NoticeDecisions => {
            "Resultatet er ikke lavet til beslutninger om ansættelse, løn eller udnævnelse. Sådanne beslutninger skal have et andet grundlag, også når mobilitet indgår i dem."
        }
        NoticeRules => {
            "Resultat og forslag følger faste regler, som mennesker har skrevet, og som du kan læse. Der er ingen samlet score, og ingen sammenlignes med andre. Det er mennesker, der beslutter."
        }
        NoticeUncertain => {
            "Det er usikkert at vurdere sig selv. Ét trins forskel betyder ofte ikke noget; to trin er værd at tale om."
        }
        NoticeUncertainManager => {
            "Det er usikkert at vurdere andre. Ét trins forskel betyder ofte ikke noget; to trin er værd at tale om."
        }
        NoticeVoluntary => "Du bestemmer selv, om du vil dele noget, og hvad.",
        NoticeShowEmployee => "En fil, du laver om en medarbejder, skal medarbejderen have at se.",
        FileNotice => {
            "Filen er personens egen og er lavet for at forberede en samtale. Den er ikke en bedømmelse og er ikke lavet til beslutninger om ansættelse, løn eller udnævnelse. Selvvurderinger er usikre; ét trins forskel betyder ofte ikke noget. Det er frivilligt at dele den."
        }
        // Questions
        ProgressQuestion => "Del {part} af {parts}, spørgsmål {question} af {questions}",
        ProgressDepth => "Del {part} af {parts} i dybden, spørgsmål {question} af {questions}",
        ProgressPartDone => "Del {part} af {parts}",
        AnswerMissing => "Vælg et svar, eller spring spørgsmålet over",
        NoOpportunityChoice => "Jeg har ikke haft mulighed for at prøve det",
        NoOccasionChoice => "Situationen er ikke opstået for mig",
        NotObservedChoice => "Det har jeg ikke set",
        NotRelevantChoice => "Ikke relevant i min rolle",
        NotRelevantManager => "Ikke relevant i rollen",
        WantToGetBetter => "Det vil jeg gerne blive bedre til",
        BehavioursOf => "Eksempler på adfærd: {dimension}",
        ShowSource => "Hvor kommer det fra?",
        SourceItem => "punkt {item}",
        FrequencyStem => "Tænk på det seneste halve år. Når situationen opstod, hvor ofte gjorde du så sådan?",
        FrequencyStemManager => "Tænk på det seneste halve år. Når situationen opstod, hvor ofte så du det så?",
        FrequencyStemNew => "Tænk på tiden, siden du begyndte. Når situationen opstod, hvor ofte gjorde du så sådan?",
        PartDoneTitle => "{dimension} er besvaret",
        DepthOffer => "Har du lyst, kan du gå i dybden og se på det, du gør i hverdagen.",
        DepthCount => {
            "Det er {n} spørgsmål mere om, hvor ofte du gør noget bestemt. Du kan også gøre det senere. | Det er {n} spørgsmål mere om, hvor ofte du gør noget bestemt. Du kan også gøre det senere."
        }
        DepthChangesNothing => "Svarene giver dig eksempler til samtalen. De ændrer ikke dine niveauer.",
        DepthChangesTied => {
            "Svarene giver dig eksempler til samtalen. Har du ikke selv angivet et niveau, kan de sætte det."
        }
        DepthBegin => "Gå i dybden",
        DepthAgain => "Se på svarene i dybden igen",
        // Balance
        BalanceTitle => "Det, I har aftalt",
        BalanceLead => {
            "Man skal kunne agere i alle dele, men ikke lige stærkt i dem alle. Chef og souschef aftaler, hvor vægten ligger."
        }
        BalanceQuestion => "Har I aftalt, hvor du skal lægge vægten?",
        BalanceNotYet => "Det har vi ikke aftalt endnu",
        BalanceAgreed => "Ja, det har vi aftalt",
        FocusQuestion => "Hvad er jeres indsatsområder?",
        FocusHint => "Vælg højst {n}. Niveauet bliver højere dér. | Vælg højst {n}. Niveauerne bliver højere dér.",
        FocusNone => "I har aftalt ikke at have særlige indsatsområder.",
        FocusList => "I har aftalt indsatsområder: {dimensions}.",
        AgreedOn => "Hvornår aftalte I det?",
        AdjustTargets => "Har I ændret niveauet for enkelte kompetencer?",
        AsTheRole => "Som rollen: {level}",
        TargetsAdjusted => "{n} niveau er ændret efter aftale. | {n} niveauer er ændret efter aftale.",
        // Areas
        AreasTitle => "Opgaver og områder",
        AreasLead => "Hvor har du arbejdet før, og hvad kunne du tænke dig? Du kan springe over og ændre det senere.",
        TaskChanges => "Opgaveskift",
        TaskChangesLead => "Nye opgaver i dit eget kontor.",
        Rotations => "Rokering",
        RotationsLead => "Arbejde i et andet kontor eller i en særlig funktion.",
        WishFor => "Dit ønske: {area}",
        WishYes => "Vil gerne",
        WishCurious => "Nysgerrig",
        WishNone => "Intet ønske",
        WishNotNow => "Ikke nu",
        HaveWorkedThere => "Det har jeg arbejdet med",
        // Check
        CheckTitle => "Tjek dine svar",
        CheckTitleManager => "Tjek svarene",
        CheckAnswered => "Du har svaret på {answered} af {total} spørgsmål.",
        CheckOpen => {
            "{n} spørgsmål er ikke besvaret. Det er i orden: resultatet siger, hvad det ikke ved. | {n} spørgsmål er ikke besvaret. Det er i orden: resultatet siger, hvad det ikke ved."
        }
        DepthAnswers => "Svar i dybden",
        LevelUnknown => "Et niveau, som skalaen ikke har",
        AreasSaid => "Du har ønsket {yes}, sagt ikke nu til {no} og arbejdet med {worked}.",
        AreasNothingSaid => "Du har ikke sagt noget om opgaver og områder.",
        SeeResults => "Se resultatet",
        // Results
        ResultsTitle => "Resultatet",
        ResultsAbout => "Dine svar om {label}",
        ResultsChanged => "Resultatet er opdateret.",
        BackToResults => "Tilbage til resultatet",
        LensLabel => "Set i forhold til rollen",
        LensOther => {
            "Her ses svarene op mod en anden rolle: {role}. Du har svaret for {own}, og det har ikke ændret sig."
        }
        LensBack => "Tilbage til {role}",
        LevelsOfStage => "Rollens niveauer følger tiden i jobbet: {stage}.",
        SummaryTitle => "Kort fortalt",
        StrengthsTitle => "Det bringer du med",
        StrengthsTitleManager => "Det bringer medarbejderen med",
        StrengthsLead => "Her ligger svarene højt på skalaen. Det kan andre også have glæde af.",
        StrengthsNone => {
            "Ingen af svarene ligger øverst på skalaen. Tænk på en opgave, der gik godt for nylig, og tag den med til samtalen."
        }
        TalkTitle => "Det er værd at tale om",
        GapLead => "Her er der to trin eller mere op til rollens niveau.",
        GapNone => "Ingen af svarene ligger to trin eller mere under niveauet.",
        NearTitle => "Ét trin fra niveauet",
        NearLead => "Så lille en forskel kan være tilfældig. Læg ikke for meget i den.",
        PriorityOrder => "Rækkefølgen følger afstanden, den vægt, rollen giver, og ønsker om at blive bedre.",
        NothingBelow => "Blandt svarene ligger intet af det, rollen lægger vægt på, under niveauet.",
        FlatSummary => {
            "Næsten alle svarene er på samme trin. Så ville det ikke være ærligt at sige, hvad der er vigtigst, og derfor er der ingen rækkefølge. Se på kompetencerne én for én nedenfor, og vælg selv, hvad I skal tale om."
        }
        ChanceTitle => "Det har du ikke haft mulighed for",
        ChanceLead => "Det tæller ikke imod dig. En ny opgave kan give dig muligheden.",
        ChanceLeadNew => "Sådan er det, når man er ny. Her er noget at begynde på.",
        NotObservedTitle => "Det har du ikke set",
        NotObservedLead => "Det siger ikke noget om medarbejderen. Spørg til det i samtalen.",
        LaterCount => {
            "{n} kompetence får først et niveau senere. Den behøver du ikke tænke på endnu. | {n} kompetencer får først et niveau senere. Dem behøver du ikke tænke på endnu."
        }
        UnknownTitle => "Det ved resultatet ikke",
        UnknownCount => {
            "{n} kompetence er ikke besvaret. Den tæller ikke som nul; den er bare ukendt. | {n} kompetencer er ikke besvaret. De tæller ikke som nul; de er bare ukendte."
        }
        NothingRated => "Du har ikke angivet noget niveau endnu, så der er ikke noget at holde op mod rollen.",
        WantsThis => "Du vil gerne blive bedre til det",
        AnswerIs => "Dit svar: »{level}«",
        RoleAsksFor => "Rollen kræver: »{level}«",
        ShowMore => "Vis {n} til | Vis {n} til",
        ProfileTitle => "Dine svar og rollens niveauer",
        LegendSelf => "Dit svar",
        LegendTarget => "Rollens niveau",
        CountAbove => "{n} over niveauet",
        CountMet => "{n} på niveau",
        CountNear => "{n} næsten på niveau",
        CountGap => "{n} et stykke fra niveauet",
        CountLater => "{n} med et niveau, der kommer senere",
        CountNoTarget => "{n} uden aftalt niveau",
        CountNoOpportunity => "{n} uden mulighed endnu",
        CountNotObserved => "{n} ikke set",
        CountNotAnswered => "{n} ikke besvaret",
        CountNotRelevant => "{n} ikke relevant",
        TooFewAnswers => "Der er for få svar til at samle op.",
        ChartTitle => "{title}: {class}.",
        FromDepth => "ud fra dine svar i dybden",
        TargetAgreed => "aftalt niveau",
        InFocus => "Indsatsområde",
        AnswerNow => "Svar",
        AnswerNamed => "Svar: {title}",
        DepthNamed => "Gå i dybden: {title}",
        ShowTable => "Se det samme som tabel",
        TableCaption => "Svar og niveauer for {role}",
        ColumnCompetence => "Kompetence",
        ColumnAnswer => "Dit svar",
        ColumnTarget => "Rollens niveau",
        ColumnClass => "Det betyder",
        ClassAbove => "Over niveauet",
        ClassMet => "På niveau",
        ClassNear => "Næsten på niveau",
        ClassGap => "Et stykke fra niveauet",
        ClassLater => "Kommer senere",
        ClassNoTarget => "Intet niveau aftalt",
        ClassNoOpportunity => "Ikke haft mulighed endnu",
        ClassNotObserved => "Ikke set",
        ClassNotAnswered => "Ikke besvaret",
        ClassNotRelevant => "Ikke relevant",
        // Suggested areas
        SuggestionsTitle => "Forslag til opgaver og områder",
        SuggestionsLead => {
            "Et opgaveskift er nye opgaver i dit eget kontor. En rokering er arbejde i et andet kontor eller i en særlig funktion. Ændrer du et ønske, ændrer forslagene sig med det samme."
        }
        PortfolioTitle => "De passer godt sammen",
        PortfolioTitleOne => "Et godt sted at begynde",
        PortfolioCovers => {
            "Tilsammen giver de mulighed for at øve den kompetence, hvor svaret ligger under niveauet. | Tilsammen giver de mulighed for at øve {covered} af de {n} kompetencer, hvor svaret ligger under niveauet."
        }
        PortfolioCoversOne => {
            "Her er mulighed for at øve den kompetence, hvor svaret ligger under niveauet. | Her er mulighed for at øve {covered} af de {n} kompetencer, hvor svaret ligger under niveauet."
        }
        PortfolioNotExact => {
            "Der er så mange forslag at vælge imellem, at sættet er fundet ét forslag ad gangen. Der kan være et andet, der er lige så godt eller bedre."
        }
        PortfolioHow => "Sådan er sættet valgt",
        PortfolioRule => {
            "Sættet er valgt blandt det, du kan begynde på nu, så det tilsammen øver mest muligt af det, hvor svaret ligger under niveauet. Kan to sæt det samme, vælges det mindste, derefter det, du helst vil, og til sidst det, der er størst behov for. Der er højst {areas} forslag i sættet og højst {rotations} rokering. | Sættet er valgt blandt det, du kan begynde på nu, så det tilsammen øver mest muligt af det, hvor svaret ligger under niveauet. Kan to sæt det samme, vælges det mindste, derefter det, du helst vil, og til sidst det, der er størst behov for. Der er højst {areas} forslag i sættet og højst {rotations} rokeringer."
        }
        PortfolioFlat => {
            "Næsten alle svarene er på samme trin, så der er ikke grundlag for at sætte forslagene i rækkefølge. De står, som de er skrevet op."
        }
        PortfolioNothingBelow => {
            "I det, du har svaret på, ligger intet under niveauet. Derfor er der ikke noget særligt at øve sig på."
        }
        PortfolioNothingRated => "Når du har svaret på flere spørgsmål, kan forslagene rette sig efter det.",
        PortfolioNone => {
            "Intet af det, du kan begynde på nu, øver det, hvor svaret ligger under niveauet. Forslagene nedenfor kræver først et svar fra dig eller noget oplæring."
        }
        PortfolioContribute => "Se i stedet, hvor du kan bruge det, du kan.",
        RankingTitle => "Forslagene",
        RankingOthers => "Flere forslag",
        RankingLead => "Først kommer det, du kan begynde på nu, og som flytter mest.",
        ContributeTitle => "Her kan du bruge det, du kan",
        ContributeLead => "Opgaver og områder, hvor du allerede kan det, der kræves fra start.",
        ContributeWith => "Du kan bruge:",
        ApartCount => "{n} område er ikke med i forslagene | {n} områder er ikke med i forslagene",
        ApartDeclined => "Du har sagt ikke nu",
        ApartExperienced => "Det har du arbejdet med",
        ApartNotOpen => "Ikke åbent for rollen",
        ChangeAreas => "Ret, hvad du har arbejdet med",
        TaskChange => "Opgaveskift",
        Rotation => "Rokering",
        RouteManagerAllocation => "Chefen fordeler kontorets opgaver. Sig til, hvis du gerne vil.",
        RouteTaskPlan => "Det aftales i din udviklingsplan.",
        RouteMobilityScheme => "Det sker gennem mobilitetsordningen.",
        RouteInternalPosting => "Det slås op internt, og du søger det.",
        RouteRotationPlan => "Det aftales i din udviklingsplan ud fra dine ønsker og husets behov.",
        PractiseHere => "Her kan du øve dig på",
        ChanceHere => "Her får du mulighed for at prøve",
        StandingReady => "Du kan det, opgaven kræver fra start",
        StandingStretch => "En passende udfordring",
        StandingStretchAdvice => "Aftal feedback fra start.",
        StandingBuild => "Kræver oplæring først",
        StandingUnknown => "Mangler dit svar om {competences}",
        StandingOpen => "Kan ikke afgøres endnu",
        StandingSettle => "Om du kan begynde nu, afhænger af:",
        WhyThis => "Hvorfor dette?",
        AccountPractise => "Det kan du øve dig på",
        AccountMoves => "Fra »{from}« mod »{target}«.",
        AccountAllTheWay => "Opgaven kan bringe dig helt derhen.",
        AccountPartWay => "Opgaven kan bringe dig til »{reached}«.",
        AccountMovesNothing => "Den øver ikke noget af det, hvor svaret ligger under niveauet.",
        AccountUse => "Her bruger du det, du kan",
        AccountEntry => "Der kræves »{required}«, og dit svar er »{level}«.",
        AccountEntryMet => "Der kræves »{required}«, og det er dit svar.",
        AccountShort => "Det mangler du fra start",
        AccountUnknown => "Det ved vi ikke",
        AccountEntryUnknown => "Der kræves »{required}«. Dit svar: {class}.",
        AccountNoEntry => "Der kræves ikke noget bestemt fra start.",
        AccountChance => "Det får du mulighed for at prøve",
        AccountWish => "Dit ønske",
        AccountNeed => "Behov",
        NeedSome => "Der er brug for flere her.",
        NeedGreat => "Der er stort brug for flere her.",
        NeedStated => "Oplyst af {by}, {day}.",
        AccountSettle => "Det kan du afgøre med et svar",
        HowOrdered => "Sådan er rækkefølgen blevet til",
        PointsCaption => "Point for {area}",
        ColumnSteps => "Trin",
        ColumnPointsPerStep => "Point pr. trin",
        ColumnPoints => "Point",
        PointsPerStep => "{points} (vægt {weight} × (2 + ønske {wish}))",
        PointsTotal => "I alt",
        PointsWish => "Med dit ønske: {gain} × (2 + {wish}) = {total} point.",
        PointsNone => "Området giver ingen point, fordi det ikke øver noget af det, hvor svaret ligger under niveauet.",
        OrderRule => {
            "Først kommer det, du kan begynde på nu, så det, der mangler dit svar, og til sidst det, der kræver oplæring. Inden for hver gruppe står flest point først. Står to lige, går dit ønske først, så behovet, og så det, hvor der mangler mindst fra start."
        }
        OrderFlat => "Svarene er næsten ens, så forslagene står i den rækkefølge, de er skrevet op.",
        AboutResults => "Hvad resultatet er, og hvad det ikke er",
        // Plan and examples
        PlanTitle => "Udviklingsplan",
        PlanLead => "Skriv det ned, I bliver enige om. Start med det, der betyder mest.",
        PlanPrivacy => "Skriv ikke noget om borgere, sager eller navngivne kolleger.",
        PlanItem => "Aftale {number}",
        PlanAbout => "Handler om {competences}.",
        PlanGoal => "Hvad vil I opnå?",
        PlanGoalFor => "Blive bedre til: {title}",
        PlanWhy => "Hvorfor er det vigtigt?",
        PlanActivity => "Hvad skal der ske?",
        PlanSupport => "Hvilken støtte er der brug for?",
        PlanResponsible => "Hvem sørger for det?",
        ResponsibleMe => "Mig",
        ResponsibleManager => "Min chef",
        ResponsibleTogether => "Os sammen",
        ResponsibleOther => "En anden",
        PlanDue => "Hvornår skal det være gjort?",
        PlanSign => "Hvordan kan I se, at det er lykkedes?",
        PlanFollowUpMore => "Opfølgning",
        PlanFollowUp => "Hvornår følger I op?",
        PlanOutcome => "Skete det, og hvad gav det?",
        PlanAdd => "Tilføj en aftale",
        PlanRemove => "Fjern aftalen",
        PlanRemoveNamed => "Fjern aftale {number}",
        PlanItemRemoved => "Aftalen er fjernet.",
        PlanStartFrom => "Start ud fra resultatet",
        PlanFromCompetence => "Lav en aftale om {title}",
        PlanFromArea => "Lav en aftale om at prøve: {title}",
        FollowUpTitle => "Følg op på planen",
        FollowUpLead => "Svar igen på de kompetencer, planen handler om. Det tager kun et par minutter.",
        FollowUpBegin => "Svar på dem igen",
        EvidenceTitle => "Eksempler",
        EvidenceWrite => "Skriv eksempler til samtalen",
        EvidenceLead => {
            "Giv et eksempel fra det seneste halve år: Hvad gjorde du, og hvad kom der ud af det? Det er helt frivilligt, og eksemplerne kommer kun med i en fil, hvis du sætter kryds."
        }
        // Keep, open, delete
        KeepTitle => "Gem og del",
        OwnFileTitle => "Din egen fil",
        OwnFileLead => {
            "Gem alt i en fil på din computer. Du kan åbne den her igen og fortsætte, næste gang I skal tale sammen."
        }
        SaveFile => "Gem som fil",
        FileSaved => "Filen er gemt.",
        OpenFileTitle => "Har du en fil?",
        OpenFile => "Åbn en fil",
        OpenFileLead => "Fra sidste gang eller fra en anden enhed. Filen bliver på din computer.",
        Opened => "Filen er åbnet.",
        OpenedOtherVersion => {
            "Filen blev lavet til version {version}; her bruges version {own}. Se svarene igennem, før du bruger dem."
        }
        OpenedNotCarried => {
            "{n} svar kunne ikke føres med over fra den gamle version: | {n} svar kunne ikke føres med over fra den gamle version:"
        }
        OpenedUnknownRole => "Rollen »{role}« findes ikke her. Vælg en rolle for at fortsætte.",
        OpenedReportDiffers => "Filens eget resultat var et andet. Her ser du resultatet regnet ud på ny.",
        OpenedIgnored => {
            "{n} ting i filen kendes ikke her. Den bliver i filen, men tæller ikke med: | {n} ting i filen kendes ikke her. De bliver i filen, men tæller ikke med:"
        }
        DeclinedNotOurs => "Filen er ikke en, der er gemt herfra. Dine svar er ikke ændret.",
        DeclinedCutShort => "Filen er ikke hel; slutningen mangler. Prøv at hente den igen. Dine svar er ikke ændret.",
        DeclinedDamaged => {
            "Filen kan ikke læses, for noget i den er ændret eller gået i stykker. Dine svar er ikke ændret."
        }
        DeclinedTooLarge => "Filen er for stor til at være en, der er gemt herfra. Dine svar er ikke ændret.",
        DeclinedNewer => "Filen er lavet med en nyere udgave, end den her på siden kan læse. Dine svar er ikke ændret.",
        DeclinedOtherFramework => {
            "Filen hører til en anden kompetenceramme ({framework}) og kan ikke åbnes i »{own}«. Dine svar er ikke ændret."
        }
        ReplaceTitle => "Vil du erstatte dine svar?",
        ReplaceLead => "Filen træder i stedet for de svar, du har her. Gem dem som fil først, hvis du vil beholde dem.",
        ReplaceConfirm => "Erstat mine svar",
        DeleteTitle => "Slet mine svar",
        DeleteLead => "Alt slettes fra denne enhed og kan ikke hentes frem igen. En fil, du har gemt, rører vi ikke.",
        DeleteAnswers => "Slet mine svar",
        DeleteConfirm => "Ja, slet alt",
        AnswersDeleted => "Dine svar er slettet fra denne enhed.",
        Resumed => "Dine svar er hentet frem, så du kan fortsætte.",
        StorageBlocked => {
            "Browseren vil ikke gemme dine svar. Du kan svare alligevel; gem som fil, før du lukker siden."
        }
        StorageFull => "Der er ikke plads til at gemme dine svar i browseren. Gem som fil, før du lukker siden.",
        // Files and paper
        OwnEvidence => "Tag mine eksempler med",
        SaveReceipt => "Gem som side, der kan læses",
        SaveSheet => "Gem som regneark",
        ColumnPart => "Del",
        PlacementTitle => "Dine ønsker til placering",
        PlacementLead => "Ønskerne kan gemmes i en fil for sig, uden dine svar.",
        PlacementSave => "Gem ønskerne",
        ShareTitle => "En fil at dele",
        ShareLead => {
            "Du vælger, hvad der kommer med. Intet er valgt på forhånd, og ingen får filen, før du giver dem den."
        }
        ShareQuestion => "Hvad skal med i filen?",
        ShareResponses => "Svar og resultat",
        ShareWishes => "Ønsker og erfaring",
        SharePlan => "Udviklingsplan",
        ShareEvidence => "Eksempler",
        ShareReference => "Reference: {reference}",
        ShareNothing => "Sæt kryds ved det, der skal med i filen.",
        SharePreview => "Se, hvad modtageren ser",
        ShareSave => "Gem fil at dele",
        PaperTitle => "Til samtalen",
        PaperLead => "Siderne her er til at læse igennem og printe. I printdialogen kan du også gemme dem som PDF.",
        PaperOpen => "Se og print siderne til samtalen",
        PaperPreparation => "Forberedelse",
        PaperAbout => "{role}, {day}.",
        Print => "Print",
        ReceiptOpen => "Du kan åbne siden igen dér, hvor du svarede, og fortsætte.",
        // When it can't run
        FailedTitle => "Spørgsmålene kan ikke vises",
        FailedMissing => "Siden siger ikke, hvilke spørgsmål der skal vises.",
        FailedNotFound => "Spørgsmålene blev ikke fundet, dér hvor siden leder efter dem.",
        FailedUnreachable => "Spørgsmålene kunne ikke hentes. Tjek din forbindelse, og prøv igen om lidt.",
        FailedInvalid => "Der er fejl i den fil, spørgsmålene står i.",
        FailedNewer => "Spørgsmålene er skrevet til en nyere udgave end den, siden bruger.",
        FailedRole => "Siden beder om en rolle, der ikke findes.",
        FailedTell => "Sig det gerne til dem, der står for siden.",
        FailedDetails => "Oplysninger til den, der står for siden",
        MoreProblems => "Og {n} til. | Og {n} til.",
    }
}
