import { firstDoor } from '../flags/words.ts';
import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { findLine } from '../journal/state.ts';
import { orderLift } from '../lifts/order.ts';
import { issueNotice, raiseAttention, settleAttention } from '../notices/issue.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Authority, DeclineGround } from './authority.ts';
import { needsPriorComplaint } from './authority.ts';
import type { Case } from './case.ts';
import { carrierIsDone, flagsOf } from './objection.ts';

type OnCase = { readonly caseId: string };
type Words = { readonly words: string };

export type EscalationCommand =
  /** The person hands the file to a body, having said whether another one has taken it on. */
  | ({
      readonly do: 'case.escalate';
      readonly authority: Authority;
      readonly acceptedElsewhere: boolean;
    } & OnCase &
      Words)
  | ({ readonly do: 'case.accept' } & OnCase)
  | ({ readonly do: 'case.decline'; readonly ground: DeclineGround } & OnCase & Words)
  | ({ readonly do: 'case.ask_carrier' } & OnCase & Words)
  | ({ readonly do: 'case.answer_authority' } & OnCase & Words)
  | ({ readonly do: 'case.mediate' } & OnCase)
  /** What both sides agreed; the flags to lift by it, none when it came to something else. */
  | ({ readonly do: 'case.settle'; readonly liftFlagIds: readonly string[] } & OnCase & Words)
  | ({ readonly do: 'case.end_unsettled' } & OnCase & Words);

type Handler<C extends EscalationCommand['do']> = (
  draft: Draft,
  caseFile: Case,
  command: Extract<EscalationCommand, { do: C }>,
) => Refusal | null;

export const ESCALATION_HANDLERS: { [C in EscalationCommand['do']]: Handler<C> } = {
  'case.escalate': escalate,
  'case.accept': accept,
  'case.decline': decline,
  'case.ask_carrier': askCarrier,
  'case.answer_authority': answerAuthority,
  'case.mediate': mediate,
  'case.settle': settle,
  'case.end_unsettled': endUnsettled,
};

/** Why this body cannot be handed the case now; null when it can. Bodies that are offered and bodies that are taken both come from here. */
export function objectToBody(state: NumberState, caseFile: Case, authority: Authority): Refusal | null {
  const { line, status, declines } = caseFile;
  const province = findLine(state, line)?.province ?? '';
  if (authority.province !== null && authority.province !== province)
    return refusal('escalation.wrong_province', { province, authority: authority.authorityId }, '/authority_id');
  const foreign = flagsOf(state, caseFile).find((flag) => firstDoor(flag.imposedBy) !== 'carrier');
  if (foreign) return refusal('case.wrong_door', { door: firstDoor(foreign.imposedBy), imposed_by: foreign.imposedBy });
  if (needsPriorComplaint(authority.kind, province) && !carrierIsDone(state, caseFile))
    return refusal('escalation.carrier_first', { status });
  const before = declines.findLast((one) => one.authorityId === authority.authorityId);
  if (before?.ground && FOR_GOOD.includes(before.ground))
    return refusal('escalation.declined_before', { ground: before.ground }, '/authority_id');
  return null;
}

function escalate(draft: Draft, caseFile: Case, command: Extract<EscalationCommand, { do: 'case.escalate' }>) {
  const { caseId, line, reference } = caseFile;
  const { authority, acceptedElsewhere, words } = command;
  if (acceptedElsewhere) return refusal('escalation.accepted_elsewhere', {}, '/accepted_elsewhere');
  const objection = objectToBody(draft.state, caseFile, authority);
  if (objection) return objection;
  draft.add('case.escalated', { caseId, authority }, { line, ...(words.trim() === '' ? {} : { personal: { words } }) });
  issueNotice(draft, line, 'case_escalated', { kind: 'case', id: caseId }, { reference });
  raiseAttention(draft, line, 'case_escalated', { kind: 'case', id: caseId }, reference);
  return null;
}

/** Grounds that another try with the same body cannot mend. */
const FOR_GOOD: readonly DeclineGround[] = [
  'out_of_time',
  'wrong_province',
  'settled_before',
  'police_matter',
  'not_telecom',
];

function accept(draft: Draft, { caseId, line, reference }: Case): null {
  draft.add('case.accepted', { caseId }, { line });
  issueNotice(draft, line, 'case_accepted', { kind: 'case', id: caseId }, { reference });
  return null;
}

function decline(draft: Draft, caseFile: Case, command: Extract<EscalationCommand, { do: 'case.decline' }>) {
  const { caseId, line, reference } = caseFile;
  const { ground, words } = command;
  if (words.trim() === '') return refusal('case.reasons_missing', {}, '/words');
  draft.add('case.declined', { caseId, ground }, { line, personal: { words } });
  issueNotice(draft, line, 'case_declined', { kind: 'case', id: caseId }, { reference, ground });
  return null;
}

/** Forwards the matter: the carrier's own time to answer the body runs from here. */
function askCarrier(draft: Draft, { caseId, line, reference }: Case, { words }: Words) {
  if (words.trim() === '') return refusal('case.words_missing', {}, '/words');
  draft.add('case.carrier_asked', { caseId }, { line, personal: { words } });
  raiseAttention(draft, line, 'authority_asks', { kind: 'case', id: caseId }, reference);
  return null;
}

function answerAuthority(draft: Draft, { caseId, line, escalation, reference }: Case, { words }: Words) {
  if (words.trim() === '') return refusal('case.words_missing', {}, '/words');
  if (!escalation?.carrierAskedFrom) return refusal('escalation.not_asked');
  draft.add('case.carrier_answered', { caseId }, { line, personal: { words } });
  settleAttention(draft, caseId, reference);
  return null;
}

function mediate(draft: Draft, { caseId, line, reference }: Case): null {
  draft.add('case.mediating', { caseId }, { line });
  issueNotice(draft, line, 'case_mediating', { kind: 'case', id: caseId }, { reference });
  return null;
}

/** A settlement in favour orders the lift; anything else that was agreed closes the case. */
function settle(draft: Draft, caseFile: Case, command: Extract<EscalationCommand, { do: 'case.settle' }>) {
  const { caseId, line, reference } = caseFile;
  const { liftFlagIds, words } = command;
  if (words.trim() === '') return refusal('case.words_missing', {}, '/words');
  const active = flagsOf(draft.state, caseFile).filter(({ status }) => status === 'active');
  const foreign = liftFlagIds.filter((id) => !active.some((flag) => flag.flagId === id));
  if (foreign.length > 0) return refusal('case.flag_not_open', { flag_ids: foreign }, '/lift_flag_ids');
  draft.add('case.settled', { caseId, liftFlagIds }, { line, personal: { words } });
  issueNotice(draft, line, 'case_settled', { kind: 'case', id: caseId }, { reference });
  const flags = active.filter((flag) => liftFlagIds.includes(flag.flagId));
  if (flags.length > 0) orderLift(draft, { flags, because: 'ordered', caseId, since: draft.env.now });
  else draft.add('case.closed', { caseId, because: 'settled' }, { line });
  return null;
}

function endUnsettled(draft: Draft, { caseId, line, reference }: Case, { words }: Words) {
  if (words.trim() === '') return refusal('case.reasons_missing', {}, '/words');
  draft.add('case.unsettled', { caseId }, { line, personal: { words } });
  draft.add('case.closed', { caseId, because: 'not_settled' }, { line });
  issueNotice(draft, line, 'case_unsettled', { kind: 'case', id: caseId }, { reference });
  return null;
}
