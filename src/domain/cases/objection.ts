import type { Flag } from '../flags/flag.ts';
import { raisersOf } from '../flags/flag.ts';
import { conditionMet } from '../flags/settle.ts';
import type { Actor, Role } from '../journal/actor.ts';
import type { NumberState } from '../journal/state.ts';
import { findLine } from '../journal/state.ts';
import { isInFlight } from '../lifts/lift.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { hasDirectWay } from './authority.ts';
import type { Case } from './case.ts';
import { lastDecision } from './case.ts';
import type { CaseAct, Party } from './case-transitions.ts';
import { AFTER_THE_CARRIER, CASE_TRANSITIONS, caseAllows, OFFERABLE_ACTS, partyMay } from './case-transitions.ts';
import { objectToAssignment } from './claim.ts';
import { openPrecheck } from './precheck.ts';
import { isSelfKept } from './self-kept.ts';

const PARTIES: Partial<Record<Role, Party>> = {
  subscriber: 'person',
  representative: 'person',
  agent: 'agent',
  reviewer: 'reviewer',
  officer: 'officer',
};

/** The side of a case that a role stands on, if any. */
export function partyOf(role: Role): Party | null {
  return PARTIES[role] ?? null;
}

/** Why this actor cannot do the act on the case now, whatever the words; null when it is open. Offered acts and accepted acts both come from here. */
export function caseObjection(
  state: NumberState,
  caseFile: Case,
  act: CaseAct,
  actor: Actor,
  now: Instant,
): Refusal | null {
  const party = partyOf(actor.role);
  if (!party || !partyMay(party, act)) return refusal('case.not_your_act', { act });
  if (!caseAllows(caseFile.status, act))
    return refusal('case.wrong_state', { act, status: caseFile.status, from: CASE_TRANSITIONS[act].from });
  if (isSelfKept(state, caseFile) !== KEPT_BY_PERSON.has(act) && !EITHER.has(act))
    return refusal('case.kept_otherwise', { act });
  // Before anything is told of who works on it: another body's officer learns nothing.
  if (party === 'officer' && caseFile.escalation?.authority?.authorityId !== actor.authorityId)
    return refusal('case.not_your_act', { act });
  // Before who holds it, which could be changed: taking it over would not help whoever may never decide on it.
  const barred = act === 'decide' ? objectToDecider(state, caseFile, actor) : null;
  if (barred) return barred;
  const held = objectToAssignment(caseFile, act, party, actor.id);
  if (held) return held;
  if (act === 'escalate') return objectToEscalation(state, caseFile);
  if (act === 'answer_authority' && !caseFile.escalation?.carrierAskedFrom) return refusal('escalation.not_asked');
  if (act === 'ask_precheck') return objectToAsking(caseFile);
  if (act === 'answer_precheck' && !openPrecheck(caseFile)) return refusal('precheck.none_open');
  if (act === 'order_lift') return objectToOrder(state, caseFile, now);
  if (act === 'add_evidence' && caseFile.evidence.length >= EVIDENCE_LIMIT)
    return refusal('case.too_much_evidence', { limit: EVIDENCE_LIMIT });
  return null;
}

/** The acts that `decide` accepts from this actor now. */
export function openCaseActs(state: NumberState, caseFile: Case, actor: Actor, now: Instant): CaseAct[] {
  return OFFERABLE_ACTS.filter((act) => caseObjection(state, caseFile, act, actor, now) === null);
}

/** Acts of a case that the person keeps because no carrier is connected; the rest need a desk, but for a few. */
const KEPT_BY_PERSON: ReadonlySet<CaseAct> = new Set(['record']);
const EITHER: ReadonlySet<CaseAct> = new Set([
  'restate',
  'add_evidence',
  'withdraw',
  'confirm_back',
  'report_not_back',
]);
const EVIDENCE_LIMIT = 30;

/** One request at a time: what waits for its answer is not asked again. */
function objectToAsking(caseFile: Case): Refusal | null {
  const open = openPrecheck(caseFile);
  return open ? refusal('precheck.asked_already', { asked_at: open.askedAt }) : null;
}

/** Carrier first, except where a province's own rules open another way at once. */
function objectToEscalation(state: NumberState, caseFile: Case): Refusal | null {
  if (carrierIsDone(state, caseFile)) return null;
  const { status } = caseFile;
  if (status === 'restored')
    return refusal('case.wrong_state', { act: 'escalate', status, from: CASE_TRANSITIONS.escalate.from });
  const province = findLine(state, caseFile.line)?.province ?? '';
  return hasDirectWay(province) ? null : refusal('escalation.carrier_first', { status });
}

/** Whether the carrier has said its word or let its time pass, and something is left that the person may take further. */
export function carrierIsDone(state: NumberState, caseFile: Case): boolean {
  if (AFTER_THE_CARRIER.includes(caseFile.status)) return true;
  // A partly yes is carried out at once; what it left standing is still a no.
  return caseFile.status === 'restored' && flagsOf(state, caseFile).some(({ status }) => status === 'active');
}

/** Whoever raised a flag of the case, or decided on it before, does not decide on it. */
export function objectToDecider(state: NumberState, caseFile: Case, actor: Actor): Refusal | null {
  const raisers = flagsOf(state, caseFile).flatMap(raisersOf);
  if (raisers.includes(actor.id)) return refusal('case.raiser_cannot_decide');
  if (caseFile.decisions.some((one) => one.decidedBy.id === actor.id))
    return refusal('case.decider_cannot_decide_again');
  const open = flagsOf(state, caseFile).some((flag) => flag.status === 'active');
  return open ? null : refusal('case.nothing_to_decide');
}

function objectToOrder(state: NumberState, caseFile: Case, now: Instant): Refusal | null {
  if (caseFile.liftIds.some((id) => state.lifts[id] && isInFlight(state.lifts[id]))) return refusal('lift.in_flight');
  return flagsToOrder(state, caseFile, now).length > 0 ? null : refusal('lift.condition_not_met');
}

/** Flags of the case whose lift is due: lifted on paper but not back, granted, or with their condition met. */
export function flagsToOrder(state: NumberState, caseFile: Case, now: Instant): Flag[] {
  const granted = lastDecision(caseFile)?.liftFlagIds ?? [];
  return flagsOf(state, caseFile).filter(
    (flag) =>
      flag.status === 'lifted' ||
      (flag.status === 'active' && (granted.includes(flag.flagId) || conditionMet(state, flag, now))),
  );
}

export function flagsOf(state: NumberState, caseFile: Case): Flag[] {
  return caseFile.flagIds.flatMap((id) => state.flags[id] ?? []);
}
