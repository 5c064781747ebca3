import { caseAllows } from '../cases/case-transitions.ts';
import { settleConditions } from '../flags/settle.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { issueNotice, raiseAttention, settleAttention } from '../notices/issue.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Lift } from './lift.ts';
import { findStep, isInFlight, stepAllows } from './lift.ts';

export type LiftCommand =
  | { readonly do: 'send_lift'; readonly liftId: string; readonly system: string }
  | { readonly do: 'confirm_lift'; readonly liftId: string; readonly system: string }
  | { readonly do: 'fail_lift'; readonly liftId: string; readonly system: string; readonly code: string }
  | { readonly do: 'accept_lift_failure'; readonly liftId: string; readonly why: string }
  | {
      readonly do: 'report_lift_not_back';
      readonly liftId: string;
      readonly reference: string;
      readonly words: string;
    };

export function decideOnLift(draft: Draft, command: LiftCommand): Refusal | null {
  const lift = draft.state.lifts[command.liftId];
  if (!lift) return refusal('lift.not_found');
  switch (command.do) {
    case 'send_lift':
      return sendLift(draft, lift, command.system);
    case 'confirm_lift':
      return confirmLift(draft, lift, command.system);
    case 'fail_lift':
      return failLift(draft, lift, command.system, command.code);
    case 'accept_lift_failure':
      return acceptFailure(draft, lift, command.why);
    case 'report_lift_not_back':
      return reportNotBack(draft, lift, command.reference, command.words);
  }
}

/** Records that the order left. A step that was confirmed meanwhile needs no further order. */
function sendLift(draft: Draft, lift: Lift, system: string): Refusal | null {
  const step = findStep(lift, system);
  if (!step) return refusal('lift.unknown_system', { systems: lift.steps.map((one) => one.system) });
  if (!isInFlight(lift) || step.status === 'confirmed') return null;
  draft.add('lift.sent', { liftId: lift.liftId, system, attempt: step.attempts + 1 }, { line: lift.line });
  return null;
}

/** A second confirmation changes nothing; the last one of all completes the lift. */
function confirmLift(draft: Draft, lift: Lift, system: string): Refusal | null {
  const step = findStep(lift, system);
  if (!step) return refusal('lift.unknown_system', { systems: lift.steps.map((one) => one.system) }, '/system');
  if (step.status === 'confirmed') return null;
  if (!isInFlight(lift) || !stepAllows(step.status, 'confirm')) return refusal('lift.not_in_flight');
  draft.add('lift.confirmed', { liftId: lift.liftId, system }, { line: lift.line });
  settleAttention(draft, lift.liftId, system);
  if (draft.state.lifts[lift.liftId]?.steps.every((one) => one.status === 'confirmed')) completeLift(draft, lift);
  return null;
}

/** Every system has confirmed: only now are the flags lifted and the cases restored. */
function completeLift(draft: Draft, lift: Lift): void {
  const { liftId, line } = lift;
  draft.add('lift.completed', { liftId }, { line, actor: PRODUCT });
  settleAttention(draft, liftId);
  for (const { caseId, status, liftIds } of Object.values(draft.state.cases)) {
    const waiting = liftIds.some((id) => draft.state.lifts[id] && isInFlight(draft.state.lifts[id]));
    if (liftIds.includes(liftId) && !waiting && caseAllows(status, 'restore'))
      draft.add('case.restored', { caseId }, { line, actor: PRODUCT });
  }
  issueNotice(draft, line, 'service_back', { kind: 'lift', id: liftId });
}

function failLift(draft: Draft, lift: Lift, system: string, code: string): Refusal | null {
  const step = findStep(lift, system);
  if (!step) return refusal('lift.unknown_system', { systems: lift.steps.map((one) => one.system) }, '/system');
  if (step.status === 'failed') return null;
  if (!isInFlight(lift) || !stepAllows(step.status, 'fail')) return refusal('lift.not_in_flight');
  draft.add('lift.failed', { liftId: lift.liftId, system, code }, { line: lift.line });
  raiseAttention(draft, lift.line, 'lift_failed', { kind: 'lift', id: lift.liftId }, system);
  return null;
}

/**
 * A named human takes the failure on: the flags are active again and the person is told, never silently.
 * A flag whose condition stays met (paid, verified) gets a fresh order at once.
 */
function acceptFailure(draft: Draft, lift: Lift, why: string): Refusal | null {
  if (!isInFlight(lift) || !lift.steps.some((step) => step.status === 'failed')) return refusal('lift.no_failure');
  const { liftId, line } = lift;
  draft.add('lift.abandoned', { liftId }, { line, personal: { why } });
  settleAttention(draft, liftId);
  for (const { caseId, status, liftIds } of Object.values(draft.state.cases)) {
    if (liftIds.at(-1) === liftId && caseAllows(status, 'fail_lift'))
      draft.add('case.lift_failed', { caseId, liftId }, { line, actor: PRODUCT });
  }
  issueNotice(draft, line, 'lift_failed', { kind: 'lift', id: liftId });
  settleConditions(draft, line, lift.since);
  return null;
}

/** The person says that service is not back although nobody ever filed a case: this opens one. */
function reportNotBack(draft: Draft, lift: Lift, reference: string, words: string): Refusal | null {
  if (lift.abandonedAt !== null) return refusal('lift.abandoned');
  if (lift.notBackAt !== null) return refusal('lift.already_reported');
  const ofCase = Object.values(draft.state.cases).find((one) => one.liftIds.includes(lift.liftId));
  if (ofCase) return refusal('lift.has_case', { case_id: ofCase.caseId });
  const { liftId, line, flagIds } = lift;
  draft.add('lift.not_back', { liftId }, { line });
  const caseId = draft.nextId('case');
  draft.add('case.opened', { caseId, reference, flagIds, remedy: 'appeal' }, { line, personal: { statement: words } });
  draft.add('case.submitted', { caseId }, { line });
  issueNotice(draft, line, 'not_back_received', { kind: 'case', id: caseId }, { reference });
  return null;
}
