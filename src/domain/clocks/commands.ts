import { caseAllows } from '../cases/case-transitions.ts';
import { closeByTime } from '../cases/commands.ts';
import { settleConditions } from '../flags/settle.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { isInFlight } from '../lifts/lift.ts';
import { issueNotice, raiseAttention } from '../notices/issue.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Clock } from './clock.ts';
import { clockIsDue } from './clock.ts';
import { FLAG_ENDS, TOLD_PROMISE } from './wanted.ts';

export type ClockCommand = { readonly do: 'run_out_clock'; readonly clockId: string };

/** The clock has run out: it is breached once, and its default outcome follows in the same append. */
export function decideOnClock(draft: Draft, { clockId }: ClockCommand): Refusal | null {
  const clock = draft.state.clocks[clockId];
  if (!clock) return refusal('clock.not_found');
  if (clock.status !== 'running') return null;
  if (!clockIsDue(clock, draft.env.now)) return refusal('clock.not_due', { due_at: clock.dueAt });
  if (clock.ruleId === FLAG_ENDS) {
    const line = draft.state.flags[clock.subject.id]?.line ?? 0;
    draft.add('clock.met', { clockId }, { line, actor: PRODUCT });
    settleConditions(draft, line, clock.dueAt);
    return null;
  }
  if (clock.subject.kind === 'case') breachOnCase(draft, clock);
  else breachOnLift(draft, clock);
  return null;
}

/** Whose end is the end of the case. */
const CLOSES: readonly string[] = ['ours.restored_close', 'user.appealLimit.fee', 'user.appealLimit.other'];

function breachOnCase(draft: Draft, { clockId, ruleId, subject }: Clock): void {
  const caseFile = draft.state.cases[subject.id];
  if (!caseFile) return;
  const { caseId, line, status, reference } = caseFile;
  if (ruleId === 'ours.restored_close') draft.add('clock.met', { clockId }, { line, actor: PRODUCT });
  else draft.add('clock.breached', { clockId }, { line, actor: PRODUCT });
  if (ruleId === 'carrier.reply' && caseAllows(status, 'run_late')) {
    draft.add('case.overdue', { caseId }, { line, actor: PRODUCT });
    issueNotice(draft, line, 'case_overdue', { kind: 'case', id: caseId }, { reference });
    raiseAttention(draft, line, 'answer_late', { kind: 'case', id: caseId }, reference);
  } else if (ruleId === 'ours.supplement' && caseAllows(status, 'lapse_material')) {
    draft.add('case.material_lapsed', { caseId }, { line, actor: PRODUCT });
    issueNotice(draft, line, 'material_lapsed', { kind: 'case', id: caseId }, { reference });
  } else if (ruleId === TOLD_PROMISE) {
    issueNotice(draft, line, 'promise_passed', { kind: 'case', id: caseId }, { reference });
  } else if (CLOSES.includes(ruleId) && caseAllows(status, 'close')) {
    closeByTime(draft, caseFile);
  } else {
    issueNotice(draft, line, 'follow_up', { kind: 'case', id: caseId }, { reference });
  }
}

/** Silence and lateness of a lift become visible; the lift itself stays open until every system confirms. */
function breachOnLift(draft: Draft, { clockId, ruleId, subject }: Clock): void {
  const [liftId = '', system = ''] = subject.id.split('/');
  const lift = draft.state.lifts[liftId];
  if (!lift || !isInFlight(lift)) return;
  const { line } = lift;
  draft.add('clock.breached', { clockId }, { line, actor: PRODUCT });
  if (ruleId === 'ours.switch_confirm') {
    draft.add('lift.silent', { liftId, system }, { line, actor: PRODUCT });
    raiseAttention(draft, line, 'lift_silent', { kind: 'lift', id: liftId }, system);
    return;
  }
  raiseAttention(draft, line, 'lift_late', { kind: 'lift', id: liftId }, ruleId);
  if (ruleId !== 'ours.lift_watch') issueNotice(draft, line, 'lift_late', { kind: 'lift', id: liftId });
}
