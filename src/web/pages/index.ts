import { SentCodePage } from './account-forms.tsx';
import { AuthorityCasePage } from './authority-case-page.tsx';
import { AuthorityListPage } from './authority-list-page.tsx';
import { BackTestPage, BackTestsPage } from './back-test-pages.tsx';
import { CasePage } from './case-page.tsx';
import { CheckPage } from './check-page.tsx';
import { ClassPage } from './class-page.tsx';
import { ClocksPage, LedgerPage } from './clock-pages.tsx';
import { CorrectPage } from './correct-page.tsx';
import { DataPage } from './data-page.tsx';
import { DeskBulkActPage, DeskBulkPage, DeskBulkPreviewPage } from './desk-bulk-pages.tsx';
import { DeskCasePage } from './desk-case-page.tsx';
import { DeskCorrectionPage } from './desk-correction-page.tsx';
import { DeskFiltersPage } from './desk-filters-page.tsx';
import { DeskFlagPage } from './desk-flag-page.tsx';
import { DeskHoldsPage } from './desk-holds-page.tsx';
import { DeskImportNewPage, DeskImportPage, DeskImportsPage } from './desk-import-pages.tsx';
import { DeskListPage } from './desk-list-page.tsx';
import { DeskMandatesPage } from './desk-mandates-page.tsx';
import { DeskSearchPage } from './desk-search-page.tsx';
import { DeskTemplatesPage } from './desk-templates-page.tsx';
import { DeskTimelinePage } from './desk-timeline-page.tsx';
import { DutyPage } from './duty-page.tsx';
import { EscalatePage } from './escalate-page.tsx';
import { FlagPage } from './flag-page.tsx';
import { GuidePage, GuidesPage } from './guide-pages.tsx';
import { HolderPage } from './holder-page.tsx';
import { HomePage } from './home-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { KeepPage, ReturnCodePage } from './keep-page.tsx';
import { KeptCasePage } from './kept-case-page.tsx';
import { KeysPage } from './keys-page.tsx';
import { LearningPage } from './learning-page.tsx';
import { LetterFormPage, LetterPreviewPage, LettersPage } from './letter-pages.tsx';
import { LiftPage } from './lift-page.tsx';
import {
  MandateNewPage,
  MandateOfferPage,
  MandatePage,
  MandatePaperPage,
  MandateSignPage,
  MandatesPage,
} from './mandate-pages.tsx';
import { MessagePage } from './message-page.tsx';
import { MinePage } from './mine-page.tsx';
import { MySignInPage } from './my-sign-in-page.tsx';
import { CaseCheckPage, CaseFilesPage, CaseWayPage, CaseWordsPage } from './open-case-pages.tsx';
import { MembersPage, OrganisationPage, OrganisationResultPage } from './organisation-pages.tsx';
import { PlanPage } from './plan-page.tsx';
import { PlanPapersPage } from './plan-papers-page.tsx';
import { PolicyPage } from './policy-pages.tsx';
import { PolicyRulePage } from './policy-rule-page.tsx';
import { ProvePage, ResumePage } from './prove-pages.tsx';
import { PublicPolicyPage } from './public-policy-page.tsx';
import { RemindersPage } from './reminders-page.tsx';
import { ReportsPage } from './reports-page.tsx';
import { RulePage } from './rule-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { EnrolAppPage, EnrolPage, ShownOncePage, StaffSignInPage } from './staff-sign-in-pages.tsx';
import { TeamPage } from './team-page.tsx';
import { VerdictPage } from './verdict-page.tsx';

/** Every page by name. A page is a component; what it takes is what its route must hand over. */
export const pages = {
  policy: PolicyPage,
  policyRule: PolicyRulePage,
  publicPolicy: PublicPolicyPage,
  message: MessagePage,
  home: HomePage,
  check: CheckPage,
  verdict: VerdictPage,
  plan: PlanPage,
  planPapers: PlanPapersPage,
  guides: GuidesPage,
  guide: GuidePage,
  clocks: ClocksPage,
  ledger: LedgerPage,
  reminders: RemindersPage,
  letters: LettersPage,
  letterForm: LetterFormPage,
  letterPreview: LetterPreviewPage,
  keep: KeepPage,
  returnCode: ReturnCodePage,
  sentCode: SentCodePage,
  staffSignIn: StaffSignInPage,
  enrol: EnrolPage,
  enrolApp: EnrolAppPage,
  shownOnce: ShownOncePage,
  mySignIn: MySignInPage,
  holder: HolderPage,
  prove: ProvePage,
  resume: ResumePage,
  keptCase: KeptCasePage,
  signIn: SignInPage,
  mine: MinePage,
  inbox: InboxPage,
  data: DataPage,
  correct: CorrectPage,
  organisation: OrganisationPage,
  organisationResult: OrganisationResultPage,
  members: MembersPage,
  mandates: MandatesPage,
  mandateNew: MandateNewPage,
  mandateSign: MandateSignPage,
  mandateOffer: MandateOfferPage,
  mandatePaper: MandatePaperPage,
  mandate: MandatePage,
  flag: FlagPage,
  lift: LiftPage,
  caseWay: CaseWayPage,
  caseWords: CaseWordsPage,
  caseFiles: CaseFilesPage,
  caseCheck: CaseCheckPage,
  case: CasePage,
  escalate: EscalatePage,
  deskList: DeskListPage,
  deskBulk: DeskBulkPage,
  deskBulkPreview: DeskBulkPreviewPage,
  deskBulkAct: DeskBulkActPage,
  deskCase: DeskCasePage,
  deskFlag: DeskFlagPage,
  deskFilters: DeskFiltersPage,
  deskTemplates: DeskTemplatesPage,
  deskSearch: DeskSearchPage,
  backTest: BackTestPage,
  backTests: BackTestsPage,
  deskTimeline: DeskTimelinePage,
  deskCorrection: DeskCorrectionPage,
  deskHolds: DeskHoldsPage,
  authorityList: AuthorityListPage,
  authorityCase: AuthorityCasePage,
  deskMandates: DeskMandatesPage,
  deskImports: DeskImportsPage,
  deskImport: DeskImportPage,
  deskImportNew: DeskImportNewPage,
  duty: DutyPage,
  keys: KeysPage,
  learning: LearningPage,
  rule: RulePage,
  class: ClassPage,
  reports: ReportsPage,
  team: TeamPage,
} as const;
