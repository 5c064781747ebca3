import { raisersOf } from '../flags/flag.ts';
import type { Actor, Role } from '../journal/actor.ts';
import type { NumberState } from '../journal/state.ts';
import type { Instant } from '../time.ts';
import type { Case, CaseStatus } from './case.ts';
import { CASE_STATUSES } from './case.ts';
import type { CaseAct } from './case-transitions.ts';
import { caseAllows, partyMay } from './case-transitions.ts';
import { caseObjection, flagsOf, partyOf } from './objection.ts';

/** Acts that a case waits for. Ordering a lift is none: the product does it by itself once the condition is met. */
const AWAITED: readonly CaseAct[] = [
  'start_review',
  'ask_material',
  'decide',
  'answer_authority',
  'accept',
  'decline',
  'ask_carrier',
  'mediate',
  'settle',
  'end_unsettled',
];

/** The statuses in which a case may wait for somebody of this role. */
export function statusesWithWork(role: Role): CaseStatus[] {
  const party = partyOf(role);
  if (!party) return [];
  return CASE_STATUSES.filter((status) => AWAITED.some((act) => partyMay(party, act) && caseAllows(status, act)));
}

/** Whether the case can be taken on by this actor and waits for them: a reviewer who may not decide on it is of no help. */
export function hasWorkFor(state: NumberState, caseFile: Case, actor: Actor, now: Instant): boolean {
  const open = (act: CaseAct) => caseObjection(state, caseFile, act, actor, now) === null;
  if (!open('claim') || !AWAITED.some(open)) return false;
  const decided = caseFile.decisions.some((one) => one.decidedBy.id === actor.id);
  const raised = flagsOf(state, caseFile).some((flag) => raisersOf(flag).includes(actor.id));
  return actor.role !== 'reviewer' || !(decided || raised);
}
