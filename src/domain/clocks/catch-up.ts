import { caseAllows } from '../cases/case-transitions.ts';
import { closeByTime } from '../cases/commands.ts';
import { settleConditions } from '../flags/settle.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { isInFlight } from '../lifts/lift.ts';
import { issueNotice, raiseAttention } from '../notices/issue.ts';
import type { Instant } from '../time.ts';
import type { Clock } from './clock.ts';
import { wakeAt } from './clock.ts';
import { clearGround } from './commands.ts';
import { lineOfClock } from './line-of-clock.ts';
import { reconcileClocks } from './wanted.ts';
import { FLAG_ENDS, FLAG_REVIEW, MANDATE_ENDS, TOLD_PROMISE } from './which-rule.ts';

/** Whether time has brought something about on this number that is not yet written down. */
export function isBehind(state: NumberState, now: Instant): boolean {
  return nextToWake(state, now) !== undefined;
}

/**
 * Writes down what time has brought about, in the order in which it happened: reminders, and periods that ran out with their
 * default outcomes. Every command does this first, so that nothing hangs on how often somebody looks at the clocks.
 */
export function catchUp(draft: Draft): void {
  for (;;) {
    const clock = nextToWake(draft.state, draft.env.now);
    if (!clock) return;
    if (draft.env.now >= clock.dueAt) runOut(draft, clock);
    else remind(draft, clock);
    reconcileClocks(draft);
  }
}

/** The clock whose time came first. One that is already over needs no reminder any more. */
function nextToWake(state: NumberState, now: Instant): Clock | undefined {
  let first: Clock | undefined;
  let firstAt = '';
  for (const clock of Object.values(state.clocks)) {
    const at = clock.status === 'running' && now >= clock.dueAt ? clock.dueAt : wakeAt(clock);
    if (at === null || at > now) continue;
    if (!first || at < firstAt || (at === firstAt && clock.clockId < first.clockId)) [first, firstAt] = [clock, at];
  }
  return first;
}

/** Tells whoever must act, and the person, that the time is short. */
function remind(draft: Draft, clock: Clock): void {
  const line = lineOfClock(draft.state, clock);
  const { clockId, ruleId, binds, shownDate } = clock;
  draft.add('clock.reminded', { clockId }, { line, actor: PRODUCT, effectiveAt: clock.remindAt ?? draft.env.now });
  const about = subjectOf(clock);
  const reference = draft.state.cases[about.id]?.reference ?? null;
  issueNotice(draft, line, 'clock_near', about, { rule_id: ruleId, binds, last_day: shownDate, reference });
  if (binds === 'carrier') raiseAttention(draft, line, 'answer_near', about, ruleId);
}

function runOut(draft: Draft, clock: Clock): void {
  if (clock.ruleId === FLAG_ENDS) {
    const line = draft.state.flags[clock.subject.id]?.line ?? 0;
    draft.add('clock.met', { clockId: clock.clockId }, { line, actor: PRODUCT, effectiveAt: clock.dueAt });
    settleConditions(draft, line, clock.dueAt);
    return;
  }
  if (clock.ruleId === FLAG_REVIEW) {
    askForReview(draft, clock);
    return;
  }
  if (clock.ruleId === MANDATE_ENDS) {
    endMandate(draft, clock);
    return;
  }
  if (clock.subject.kind === 'case') runOutOnCase(draft, clock);
  else runOutOnLift(draft, clock);
}

/** Nobody's default lifts a flag for want of a second look; it comes before a human instead. */
function askForReview(draft: Draft, { clockId, subject: { id }, dueAt }: Clock): void {
  const flag = draft.state.flags[id];
  const line = flag?.line ?? 0;
  draft.add('clock.met', { clockId }, { line, actor: PRODUCT, effectiveAt: dueAt });
  raiseAttention(draft, line, 'flag_review', { kind: 'flag', id }, flag?.reasons.rule?.ruleId ?? '');
}

function endMandate(draft: Draft, { clockId, subject: { id }, dueAt }: Clock): void {
  const mandate = draft.state.mandates[id];
  const then = { line: mandate?.line ?? 0, actor: PRODUCT, effectiveAt: dueAt };
  draft.add('clock.met', { clockId }, then);
  if (mandate?.status !== 'live') return;
  draft.add('mandate.ended', { mandateId: id }, then);
  issueNotice(draft, mandate.line, 'mandate_ended', { kind: 'mandate', id });
}

/** Whose end is the end of the case. */
const CLOSES: readonly string[] = ['ours.restored_close', 'user.appealLimit.fee', 'user.appealLimit.other'];

function runOutOnCase(draft: Draft, { clockId, ruleId, subject, dueAt, binds }: Clock): void {
  const caseFile = draft.state.cases[subject.id];
  const line = caseFile?.line ?? 0;
  const then = { line, actor: PRODUCT, effectiveAt: dueAt };
  draft.add(ruleId === 'ours.restored_close' ? 'clock.met' : 'clock.breached', { clockId }, then);
  if (!caseFile) return;
  const { caseId, status, reference } = caseFile;
  const about = { kind: 'case', id: caseId } as const;
  if (ruleId === 'carrier.reply' && caseAllows(status, 'run_late')) {
    draft.add('case.overdue', { caseId }, then);
    issueNotice(draft, line, 'case_overdue', about, { reference });
    raiseAttention(draft, line, 'answer_late', about, reference);
  } else if (ruleId === 'ours.supplement' && caseAllows(status, 'lapse_material')) {
    draft.add('case.material_lapsed', { caseId }, then);
    clearGround(draft, caseId, 'material_asked');
    issueNotice(draft, line, 'material_lapsed', about, { reference });
  } else if (ruleId === TOLD_PROMISE) {
    issueNotice(draft, line, 'promise_passed', about, { reference });
  } else if (CLOSES.includes(ruleId) && caseAllows(status, 'close')) {
    closeByTime(draft, caseFile);
  } else {
    issueNotice(draft, line, 'follow_up', about, { reference });
    if (binds === 'carrier') raiseAttention(draft, line, 'answer_late', about, reference);
  }
}

/** Silence and lateness of a lift become visible; the lift itself stays open until every system confirms. */
function runOutOnLift(draft: Draft, { clockId, ruleId, subject, dueAt }: Clock): void {
  const [liftId = '', system = ''] = subject.id.split('/');
  const lift = draft.state.lifts[liftId];
  const line = lift?.line ?? 0;
  const then = { line, actor: PRODUCT, effectiveAt: dueAt };
  draft.add('clock.breached', { clockId }, then);
  if (!lift || !isInFlight(lift)) return;
  const about = { kind: 'lift', id: liftId } as const;
  if (ruleId === 'ours.switch_confirm') {
    draft.add('lift.silent', { liftId, system }, then);
    raiseAttention(draft, line, 'lift_silent', about, system);
    return;
  }
  raiseAttention(draft, line, 'lift_late', about, ruleId);
  if (ruleId !== 'ours.lift_watch') issueNotice(draft, line, 'lift_late', about);
}

function subjectOf({ subject }: Clock): { readonly kind: 'flag' | 'case' | 'lift' | 'mandate'; readonly id: string } {
  if (subject.kind === 'lift_step') return { kind: 'lift', id: subject.id.split('/')[0] ?? subject.id };
  return { kind: subject.kind, id: subject.id };
}
