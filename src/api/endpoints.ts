import {
  comeBackEndpoint,
  goAwayEndpoint,
  listAbsencesEndpoint,
  takeNextEndpoint,
  viewTeamEndpoint,
} from './assignment/team.ts';
import { handleAttentionEndpoint } from './attention/handle-attention.ts';
import { listAttentionEndpoint } from './attention/list-attention.ts';
import { listAuthorityCasesEndpoint } from './authority/list-authority-cases.ts';
import { listDealingsEndpoint } from './authority/list-dealings.ts';
import { BACK_TEST_ENDPOINTS } from './back-tests/back-tests.ts';
import { BULK_ENDPOINTS } from './bulk/index.ts';
import { listTemplatesEndpoint, retireTemplateEndpoint, saveTemplateEndpoint } from './bulk/templates.ts';
import { acceptCaseEndpoint } from './cases/accept-case.ts';
import { acceptHolderPapersEndpoint } from './cases/accept-holder-papers.ts';
import { answerAuthorityEndpoint } from './cases/answer-authority.ts';
import { askCarrierEndpoint } from './cases/ask-carrier.ts';
import { askMaterialEndpoint } from './cases/ask-material.ts';
import {
  claimCaseEndpoint,
  handOverCaseEndpoint,
  releaseCaseEndpoint,
  takeOverCaseEndpoint,
} from './cases/claim-case.ts';
import { confirmBackEndpoint } from './cases/confirm-back.ts';
import { decideCaseEndpoint } from './cases/decide-case.ts';
import { declineCaseEndpoint } from './cases/decline-case.ts';
import { endUnsettledEndpoint } from './cases/end-unsettled.ts';
import { escalateCaseEndpoint } from './cases/escalate-case.ts';
import { getCaseEndpoint } from './cases/get-case.ts';
import { getCaseBundleEndpoint } from './cases/get-case-bundle.ts';
import { getCaseByReferenceEndpoint } from './cases/get-case-by-reference.ts';
import { giveMaterialEndpoint } from './cases/give-material.ts';
import { listAuthoritiesEndpoint } from './cases/list-authorities.ts';
import { listCasesEndpoint } from './cases/list-cases.ts';
import { mediateCaseEndpoint } from './cases/mediate-case.ts';
import { openCaseEndpoint } from './cases/open-case.ts';
import { orderLiftEndpoint } from './cases/order-lift.ts';
import { recordContactEndpoint } from './cases/record-contact.ts';
import { reportNotBackEndpoint } from './cases/report-not-back.ts';
import { restateCaseEndpoint } from './cases/restate-case.ts';
import { sendMessageEndpoint } from './cases/send-message.ts';
import { settleCaseEndpoint } from './cases/settle-case.ts';
import { startReviewEndpoint } from './cases/start-review.ts';
import { submitCaseEndpoint } from './cases/submit-case.ts';
import { withdrawCaseEndpoint } from './cases/withdraw-case.ts';
import { computeDueEndpoint } from './clocks/compute-due.ts';
import { getClockEndpoint } from './clocks/get-clock.ts';
import { giveConsentEndpoint, listConsentsEndpoint, withdrawConsentEndpoint } from './consents/consents.ts';
import {
  answerCorrectionEndpoint,
  askCorrectionEndpoint,
  correctNameEndpoint,
  getCorrectionEndpoint,
  listCorrectionsEndpoint,
} from './corrections/corrections.ts';
import { getDutyEndpoint } from './duty/get-duty.ts';
import type { Endpoint } from './endpoint.ts';
import { addEvidenceEndpoint } from './evidence/add-evidence.ts';
import { listEvidenceEndpoint } from './evidence/list-evidence.ts';
import { readEvidenceEndpoint } from './evidence/read-evidence.ts';
import { recordFactEndpoint } from './facts/record-fact.ts';
import { FILTER_ENDPOINTS } from './filters/saved-filters.ts';
import { countRulesEndpoint } from './flags/count-rules.ts';
import { getFlagEndpoint } from './flags/get-flag.ts';
import { listFlagsEndpoint } from './flags/list-flags.ts';
import { placeFlagEndpoint } from './flags/place-flag.ts';
import { getHealthEndpoint } from './health/get-health.ts';
import { endHoldEndpoint, listHoldsEndpoint, placeHoldEndpoint } from './holds/holds.ts';
import { listVerdictsEndpoint } from './imports/list-verdicts.ts';
import { actOnImportEndpoints, getImportEndpoint, listImportsEndpoint } from './imports/look-at-imports.ts';
import { sendImportEndpoint } from './imports/send-import.ts';
import { LEARNING_ENDPOINTS } from './learning/index.ts';
import { acceptFailureEndpoint } from './lifts/accept-failure.ts';
import { confirmLiftEndpoint } from './lifts/confirm-lift.ts';
import { failLiftEndpoint } from './lifts/fail-lift.ts';
import { getLiftEndpoint } from './lifts/get-lift.ts';
import { listLiftsEndpoint } from './lifts/list-lifts.ts';
import { reportLiftNotBackEndpoint } from './lifts/report-lift-not-back.ts';
import { closeLineEndpoint } from './lines/close-line.ts';
import { openLineEndpoint } from './lines/open-line.ts';
import { reportNumberEndpoint } from './lines/report-number.ts';
import { acceptMandateEndpoint } from './mandates/accept-mandate.ts';
import { getMandateEndpoint } from './mandates/get-mandate.ts';
import { listMandatesEndpoint } from './mandates/list-mandates.ts';
import { offerMandateEndpoint, sendSigningCodeEndpoint } from './mandates/offer-mandate.ts';
import { revokeMandateEndpoint } from './mandates/revoke-mandate.ts';
import { exportDataEndpoint } from './me/export-data.ts';
import { getMeEndpoint } from './me/get-me.ts';
import { listInboxEndpoint } from './me/list-inbox.ts';
import { listMyCasesEndpoint } from './me/list-my-cases.ts';
import { listMyNumbersEndpoint } from './me/list-my-numbers.ts';
import { listReadingsEndpoint } from './me/list-readings.ts';
import { readNoticeEndpoint } from './me/read-notice.ts';
import { endMySessionEndpoint, listMySessionsEndpoint, proveMyselfEndpoint, rotateKeyEndpoint } from './me/sessions.ts';
import {
  endAppointmentEndpoint,
  listMembersEndpoint,
  listOrganisationNumbersEndpoint,
  offerAppointmentEndpoint,
  openCasesEndpoint,
} from './organisations/organisations.ts';
import { POLICY_ENDPOINTS } from './policies/policies.ts';
import {
  answerPrecheckEndpoint,
  askPrecheckEndpoint,
  listPrechecksEndpoint,
  readPrechecksEndpoint,
} from './prechecks/index.ts';
import { getProblemEndpoint } from './problems/get-problem.ts';
import { listProblemsEndpoint } from './problems/list-problems.ts';
import { searchEndpoint, unmaskEndpoint } from './search/index.ts';
import { receiveReceiptEndpoint } from './sms/receive-receipt.ts';
import { getStandingEndpoint } from './standing/get-standing.ts';
import { listTimelineEndpoint } from './standing/list-timeline.ts';
import { lookUpStandingEndpoint } from './standing/look-up-standing.ts';
import { createWebhookEndpoint } from './webhooks/create-webhook.ts';
import { endWebhookEndpoint } from './webhooks/end-webhook.ts';
import { listMessagesEndpoint } from './webhooks/list-messages.ts';
import { listWebhooksEndpoint } from './webhooks/list-webhooks.ts';
import { replayMessageEndpoint } from './webhooks/replay-message.ts';

/** Everything under `/api/v1`, in the order in which the documentation shows it. */
export const ENDPOINTS: readonly Endpoint[] = [
  recordFactEndpoint,
  sendImportEndpoint,
  listImportsEndpoint,
  getImportEndpoint,
  listVerdictsEndpoint,
  ...actOnImportEndpoints,
  closeLineEndpoint,
  openLineEndpoint,
  reportNumberEndpoint,
  getStandingEndpoint,
  listTimelineEndpoint,
  lookUpStandingEndpoint,
  countRulesEndpoint,
  getFlagEndpoint,
  listFlagsEndpoint,
  placeFlagEndpoint,
  ...POLICY_ENDPOINTS,
  askMaterialEndpoint,
  askPrecheckEndpoint,
  answerPrecheckEndpoint,
  readPrechecksEndpoint,
  listPrechecksEndpoint,
  confirmBackEndpoint,
  decideCaseEndpoint,
  getCaseByReferenceEndpoint,
  getCaseEndpoint,
  getCaseBundleEndpoint,
  giveMaterialEndpoint,
  listCasesEndpoint,
  openCaseEndpoint,
  orderLiftEndpoint,
  recordContactEndpoint,
  restateCaseEndpoint,
  reportNotBackEndpoint,
  sendMessageEndpoint,
  startReviewEndpoint,
  submitCaseEndpoint,
  acceptHolderPapersEndpoint,
  withdrawCaseEndpoint,
  listAuthoritiesEndpoint,
  escalateCaseEndpoint,
  listAuthorityCasesEndpoint,
  listDealingsEndpoint,
  acceptCaseEndpoint,
  declineCaseEndpoint,
  askCarrierEndpoint,
  answerAuthorityEndpoint,
  mediateCaseEndpoint,
  settleCaseEndpoint,
  endUnsettledEndpoint,
  claimCaseEndpoint,
  takeOverCaseEndpoint,
  releaseCaseEndpoint,
  handOverCaseEndpoint,
  viewTeamEndpoint,
  takeNextEndpoint,
  listAbsencesEndpoint,
  goAwayEndpoint,
  comeBackEndpoint,
  computeDueEndpoint,
  getClockEndpoint,
  getDutyEndpoint,
  ...LEARNING_ENDPOINTS,
  ...BACK_TEST_ENDPOINTS,
  ...BULK_ENDPOINTS,
  ...FILTER_ENDPOINTS,
  listTemplatesEndpoint,
  saveTemplateEndpoint,
  retireTemplateEndpoint,
  searchEndpoint,
  unmaskEndpoint,
  addEvidenceEndpoint,
  listEvidenceEndpoint,
  readEvidenceEndpoint,
  acceptFailureEndpoint,
  confirmLiftEndpoint,
  failLiftEndpoint,
  getLiftEndpoint,
  listLiftsEndpoint,
  reportLiftNotBackEndpoint,
  handleAttentionEndpoint,
  listAttentionEndpoint,
  getMeEndpoint,
  exportDataEndpoint,
  listReadingsEndpoint,
  correctNameEndpoint,
  askCorrectionEndpoint,
  listCorrectionsEndpoint,
  getCorrectionEndpoint,
  answerCorrectionEndpoint,
  placeHoldEndpoint,
  listHoldsEndpoint,
  endHoldEndpoint,
  listConsentsEndpoint,
  giveConsentEndpoint,
  withdrawConsentEndpoint,
  listInboxEndpoint,
  listMyCasesEndpoint,
  listMyNumbersEndpoint,
  readNoticeEndpoint,
  listMySessionsEndpoint,
  endMySessionEndpoint,
  rotateKeyEndpoint,
  proveMyselfEndpoint,
  sendSigningCodeEndpoint,
  offerMandateEndpoint,
  acceptMandateEndpoint,
  listMandatesEndpoint,
  getMandateEndpoint,
  revokeMandateEndpoint,
  listOrganisationNumbersEndpoint,
  openCasesEndpoint,
  listMembersEndpoint,
  offerAppointmentEndpoint,
  endAppointmentEndpoint,
  createWebhookEndpoint,
  endWebhookEndpoint,
  listMessagesEndpoint,
  listWebhooksEndpoint,
  replayMessageEndpoint,
  receiveReceiptEndpoint,
  getProblemEndpoint,
  listProblemsEndpoint,
  getHealthEndpoint,
];
