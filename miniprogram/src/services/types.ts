import type { components } from './api'

/** The wire shapes that the pages use, by their short names. Money is integer fen, instants are ISO 8601 UTC. */
type Shapes = components['schemas']

export interface Page<T> {
  items: T[]
  next_cursor: string | null
}

export type Me = Shapes['Me']
export type RoleCode = Shapes['RoleView']['role']
export type Preferences = Shapes['PreferencesView']
export type Tokens = Shapes['Tokens']
export type Device = Shapes['SessionView']
export type ConsentText = Shapes['ConsentTextView']
export type RealNameProof = Shapes['RealNameProof']

export type Pay = Shapes['Pay']
export type Job = Shapes['Job']
export type JobForm = Shapes['JobForm']
export type PhoneLine = Shapes['PhoneLine']
export type TeamCard = Shapes['TeamCard']
export type Team = Shapes['TeamView']
export type TeamForm = Shapes['TeamForm']
export type TeamChange = Omit<Shapes['TeamChange'], 'open'> & { open?: boolean }
export type Member = Shapes['MemberRow']

export type Application = Omit<Shapes['Application'], 'certificate'> & {
  certificate?: Shapes['CertificateForm']
}
export type Contract = Shapes['ContractView']
export type ContractRow = Shapes['ContractRow']
export type ContractDone = Shapes['ContractDone']
export type ContractState = Shapes['ContractState']
export type ContractAct = 'sign' | 'withdraw' | 'countersign' | 'refuse' | 'retry' | 'amend' | 'answer_amendment'
export type TimelineStep = Shapes['TimelineStep']
export type Amendment = Shapes['AmendmentView']
export type AmendmentProposal = Omit<Shapes['AmendmentProposal'], 'changes'> & {
  changes: Partial<Shapes['Changes']>
}
export type BulkLine = Shapes['BulkLine']
export type LogEntry = Shapes['LogEntry']

/** A point of the pen: x, y in CSS pixels of the pad, t in milliseconds from the first touch, p pressure 0 to 1. */
export type Point = [x: number, y: number, t: number, p: number]
export type Stroke = Point[]

export interface Handwriting {
  strokes: Stroke[]
  width: number
  height: number
}

export type SignatureBody = Omit<Shapes['Signature'], 'strokes'> & Handwriting
export type AcceptanceBody = Omit<SignatureBody, 'read_aloud'> | Record<string, never>

export type ProjectCard = Shapes['ProjectCard']
export type Project = Shapes['mashangban__domains__workers__schemas__teams__ProjectView']
export type Site = Shapes['SiteView']
export type SiteForm = Shapes['SiteForm']
export type Authorisation = Shapes['AuthorisationView']
export type AuthorisationForm = Shapes['AuthorisationForm']

export type Notice = Shapes['NoticeView']
export type FileLink = Shapes['FileLink']
export type VerifiedDocument = Shapes['VerifiedDocument']

export type Announced = Shapes['AnnouncedView']
export type Parts = Shapes['PartsView']
export type OwnFile = Shapes['FileView']
export type Mark = Shapes['BlurRegion']
export type FilePurpose = Shapes['Announcement']['purpose']

export type Licence = Shapes['LicenceRow']
export type LicenceView = Shapes['LicenceView']
export type LicenceForm = Shapes['LicenceForm']
export type LicenceDone = Shapes['LicenceDone']
export type Renewal = Shapes['Renewal']
export type CheckForm = Shapes['CheckForm']
export type MyTraining = Shapes['MyTrainingRow']
export type Training = Shapes['TrainingRow']
export type TrainingView = Shapes['TrainingView']
export type TrainingCard = Shapes['TrainingCard']
export type TrainingForm = Shapes['TrainingForm']
export type TrainingDone = Shapes['TrainingDone']
export type Work = Shapes['Work']
export type History = Shapes['HistoryView']
export type ShareForm = Shapes['ShareForm']
export type Share = Shapes['ShareView']
export type Look = Shapes['LookRow']
export type SharedHistory = Shapes['SharedHistory']
export type BankCard = Shapes['PayeeView']
export type CardForm = Shapes['CardForm']
export type Arrival = Shapes['Arrival']
export type MoneyLogEntry = Shapes['MoneyLogEntry']
export type WageRow = Shapes['LineRow']
export type WageLine = Shapes['mashangban__domains__wages__schemas__lines__LineView']
export type WageState = Shapes['LineState']
export type WageItem = Shapes['WageItem']
export type WageDone = Shapes['LineDone']
export type WageWord = Shapes['WordForm']['word']
export type WageAct = 'confirm' | 'object' | 'insist' | 'say' | 'change' | 'answer' | 'resend'
export type TeamLine = Shapes['TeamLine']
export type ObjectionForm = Shapes['ObjectionForm']
export type Identification = Shapes['Identification']
export type ConfirmationBody = Omit<Shapes['WageConfirmation'], 'strokes'> & Handwriting
export type AssistedBody = Omit<Shapes['AssistedConfirmation'], 'strokes'> & Handwriting

export type Employed = Shapes['Employed']
export type Month = Shapes['MonthView']
export type DayRow = Shapes['DayRow']
export type Day = Shapes['DayView']
export type DayState = DayRow['state']
export type DayDone = Shapes['DayDone']
export type AnswerForm = Omit<Shapes['DayAnswer'], 'position'>
export type CorrectionForm = Shapes['DayCorrection']
export type TeamDayCard = Shapes['RollTeam']
export type Roll = Shapes['RollView']
export type RollMember = Shapes['MemberLine']
export type RollForm = Shapes['RollForm']
export type RollDone = Shapes['RollDone']
export type TeamCode = Shapes['CodeView']
export type PunchForm = Omit<Shapes['PunchForm'], 'position'>
export type ScanDone = Shapes['ScanDone']

export type PayMonthRow = Shapes['PayRow']
export type PayMonth = Shapes['PayView']
export type ComplaintRow = Shapes['ComplaintRow']
export type Complaint = Shapes['ComplaintView']
export type Complaining = Shapes['Complaining']
export type ComplaintDone = Shapes['ComplaintDone']
export type AccusedRow = Shapes['AccusedRow']
export type Accused = Shapes['AccusedView']
export type UnitReply = Shapes['Reply']
export type Clock = Complaint['deadlines'][number]
export type StepLine = Shapes['mashangban__domains__arrears__schemas__pay__LogLine']

export type DoorCard = Shapes['DoorCard']
export type HomeRow = Shapes['MyHomeRow']
export type Home = Shapes['HomeView']
export type HomeBound = Shapes['HomeBound']
export type Offer = Shapes['InvitationCard']
export type HomeInvitation = Shapes['InvitationView']
export type HomeInvitationForm = Shapes['InvitationForm']
export type LeavingDone = Shapes['LeavingDone']
export type HomeFact = Shapes['FactView']
export type HomeFactKind = Shapes['FactView']['kind']
export type Inspected = Shapes['InspectionRow']
export type InspectedSheet = Shapes['InspectionView']
export type Cover = Shapes['CoverView']
export type LikelyDefects = Shapes['LikelyList']
export type LikelyDefect = Shapes['LikelyView']
export type DefectReport = Shapes['Report']
export type DefectCategory = DefectReport['category']
export type DefectSeverity = NonNullable<DefectReport['severity']>
export type DefectRow = Shapes['DefectRow']
export type Defect = Shapes['DefectView']
export type DefectDone = Shapes['DefectDone']
export type InspectionDone = Shapes['mashangban__domains__homes__schemas__inspections__InspectionDone']
export type PointFound = InspectedSheet['items'][number]
export type Verdict = NonNullable<PointFound['verdict']>
export type FindingEntry = Shapes['EntryForm']
export type EntriesDone = Shapes['EntriesDone']
export type RepairRow = Shapes['RepairRow']
/** What it cost is told at the desk. */
export type RepairForm = Omit<Shapes['RepairForm'], 'cost_fen' | 'payer'>
export type VisitForm = Shapes['VisitForm']
export type VisitAppointment = Shapes['Appointment']
export type NotFixed = Shapes['Rejection']
export type HomesIssueRow = Shapes['IssueRow']
export type HomesIssue = Shapes['IssueView']
export type BuilderPromise = Shapes['Promise']

export type PolicyRow = Shapes['OpenView']
export type PolicyDetail = Shapes['PolicyDetail']
export type PolicyCalendarEntry = Shapes['CalendarEntry']
export type PolicyMatch = Shapes['MatchView']
export type PolicyWhy = Shapes['WhyView']
export type PolicyClause = Shapes['ClauseView']
export type PolicyUsed = Shapes['UsedView']
export type PolicyFact = Shapes['StatementView']
export type PolicyFactDone = Shapes['FactDoneView']
export type PolicySaved = Shapes['FavouriteView']
export type RegionBranch = Shapes['RegionView']

export type AnswerReply = Shapes['AnswerReply']
export type AnswerGiven = Shapes['AnswerGiven']
export type AnswerOption = Shapes['AnswerOption']
export type AnswerThanks = Shapes['AnswerThanks']
export type TicketRow = Shapes['TicketRow']
export type Ticket = Shapes['TicketView']
export type TicketAsked = Shapes['TicketAsked']
export type TicketDone = Shapes['TicketDone']
export type TicketPromise = Shapes['PromiseLine']
export type TicketTopic = Shapes['TopicView']
export type TicketRating = Shapes['RatingForm']
export type TicketRated = Shapes['RatingDone']
export type PublicArea = Shapes['PublicAreaView']
export type PublicService = Shapes['PublicServiceView']
export type PublicCard = Shapes['PublicCard']
export type PublicFault = Shapes['PublicFaultView']
export type PublicFaultRow = Shapes['PublicFaultRow']
export type PublicFaultDone = Shapes['PublicFaultDone']
export type PublicReport = Shapes['PublicReport']

export type GuideRow = Shapes['GuideRow']
export type Guide = Shapes['GuideView']
export type GuideMaterial = Shapes['GuideMaterial']
export type GuideStage = Shapes['GuideStage']
export type GuideTheme = Shapes['GuideTheme']

export type HallNearby = Shapes['HallNearby']
export type HallNow = Shapes['HallNow']
export type Hall = Shapes['HallView']
export type HallDay = Shapes['HallDayView']
export type HallSlot = Shapes['SlotView']
export type OnlineWay = Shapes['OnlineWay']
export type BookingForm = Shapes['BookingForm']
export type BookingDone = Shapes['BookingDone']
export type BookingRow = Shapes['BookingRow']
export type Booking = Shapes['BookingView']
export type CheckInCode = Shapes['CheckInCodeView']

export type ClaimRow = Shapes['ClaimRow']
export type PolicyClaim = Shapes['PolicyClaimView']
export type ClaimStation = Shapes['ClaimStation']
export type ClaimDone = Shapes['ClaimDone']
export type ClaimForm = Shapes['ClaimFormView']
export type ClaimFilling = Shapes['ClaimFilling']
export type ClaimAccount = ClaimFilling['account']
export type ClaimLicence = Shapes['ClaimLicence']
export type ClaimPaper = Shapes['PaperForm']
export type ClaimKept = Shapes['SnapshotView']
export type ClaimKeptFact = Shapes['SnapshotFact']
export type ClaimDraw = Shapes['DrawView']
export type ClaimDrawnFrom = Shapes['PeriodClaims']
export type ClaimPublic = Shapes['PublicityRow']
export type ClaimRating = Shapes['EvaluationView']
export type ClaimRatingForm = Shapes['EvaluationForm']
export type ClaimRatingDone = Shapes['EvaluationDone']

export type SealView = Shapes['SealView']
export type SealFolder = Shapes['SealFolder']
export type SealApplication = Shapes['SealApplicationView']
export type SealApplicationForm = Shapes['SealApplicationForm']
export type SealCustodian = Shapes['SealCustodian']
export type SealStep = Shapes['SealStepView']
export type SealUse = Shapes['SealUseView']
