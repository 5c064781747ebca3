import type { Case } from '../cases/case.ts';
import { flagsOf } from '../cases/objection.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { findLine } from '../journal/state.ts';
import type { Lift } from '../lifts/lift.ts';
import { isInFlight } from '../lifts/lift.ts';
import type { Instant } from '../time.ts';
import type { Clock } from './clock.ts';
import { startClock } from './clock.ts';
import { shanghaiDate } from './plain-date.ts';
import { requireRule } from './rule-book.ts';

/** A clock that the state calls for: which rule, over what, from which moment and entry. */
type Wanted = {
  readonly ruleId: string;
  readonly subject: Clock['subject'];
  readonly line: number;
  readonly startedAt: Instant;
  readonly startSeq: number;
};

/** The rule of a flag that ends by itself: not a period of law but the date in its reasons. */
export const FLAG_ENDS = 'flag.ends';

/** Starts every clock that the new state calls for and ends every running one that it no longer does, so that no open case is without one. */
export function reconcileClocks(draft: Draft): void {
  const wanted = wantedClocks(draft.state);
  const running = Object.values(draft.state.clocks).filter((clock) => clock.status === 'running');
  for (const clock of running) {
    if (wanted.some((one) => isSame(one, clock)) || isAwaitedEnd(draft.state, clock)) continue;
    const { clockId } = clock;
    draft.add(
      endsMet(draft.state, clock) ? 'clock.met' : 'clock.cancelled',
      { clockId },
      { line: lineOf(draft.state, clock), actor: PRODUCT },
    );
  }
  for (const one of wanted) {
    if (!Object.values(draft.state.clocks).some((clock) => isSame(one, clock))) begin(draft, one);
  }
  beginFlagEnds(draft);
}

/** What the law and our own promises set running in this state. */
export function wantedClocks(state: NumberState): Wanted[] {
  return [
    ...Object.values(state.cases).flatMap((one) => forCase(state, one)),
    ...Object.values(state.lifts).flatMap((one) => forLift(state, one)),
  ];
}

function forCase(state: NumberState, caseFile: Case): Wanted[] {
  const { status, line, caseId, answerFrom, askedFrom, restoredFrom } = caseFile;
  const on = (ruleId: string, at: Instant, seq: number): Wanted => ({
    ruleId,
    subject: { kind: 'case', id: caseId },
    line,
    startedAt: at,
    startSeq: seq,
  });
  switch (status) {
    case 'submitted':
    case 'in_review':
    case 'reopened':
      return answerFrom ? [on('carrier.reply', answerFrom.at, answerFrom.seq)] : [];
    case 'needs_material':
      return [
        ...(answerFrom ? [on('carrier.reply', answerFrom.at, answerFrom.seq)] : []),
        ...(askedFrom ? [on('ours.supplement', askedFrom.at, askedFrom.seq)] : []),
      ];
    case 'restored':
      return restoredFrom ? [on('ours.restored_close', restoredFrom.at, restoredFrom.seq)] : [];
    case 'partly':
    case 'refused':
    case 'overdue':
      return [on(limitRule(state, caseFile), eventOf(state, caseFile), answerFrom?.seq ?? 0)];
    default:
      return [];
  }
}

/** Fee disputes may be taken to the authority for five months, other matters for two years (Order 35 art. 11(1)). */
function limitRule(state: NumberState, caseFile: Case): string {
  return flagsOf(state, caseFile).every((flag) => flag.cause === 'arrears')
    ? 'user.appealLimit.fee'
    : 'user.appealLimit.other';
}

function eventOf(state: NumberState, caseFile: Case): Instant {
  return (
    flagsOf(state, caseFile)
      .map((flag) => flag.placedAt)
      .toSorted()[0] ?? caseFile.openedAt
  );
}

function forLift(state: NumberState, lift: Lift): Wanted[] {
  if (!isInFlight(lift)) return [];
  const { liftId, line } = lift;
  const subject = { kind: 'lift', id: liftId } as const;
  const legal: Wanted = {
    ruleId: liftRule(state, lift),
    subject,
    line,
    startedAt: lift.since,
    startSeq: lift.orderedSeq,
  };
  const breached = Object.values(state.clocks).filter(
    (clock) => clock.subject.id === liftId && clock.status === 'breached',
  );
  const last = breached.toSorted((a, b) => (a.endedSeq ?? 0) - (b.endedSeq ?? 0)).at(-1);
  const watch: Wanted | null =
    last?.endedAt && last.endedSeq
      ? { ruleId: 'ours.lift_watch', subject, line, startedAt: last.endedAt, startSeq: last.endedSeq }
      : null;
  const steps = lift.steps.flatMap((step) =>
    step.sentAt && step.sentSeq && step.status === 'sent'
      ? [
          {
            ruleId: 'ours.switch_confirm',
            subject: { kind: 'lift_step', id: `${liftId}/${step.system}` } as const,
            line,
            startedAt: step.sentAt,
            startSeq: step.sentSeq,
          },
        ]
      : [],
  );
  return [watch ?? legal, ...steps];
}

/** Full payment: 48 hours, 24 in 河南 (Telecom Regulations art. 34(4)); anything else: the service standard's 24 hours. */
function liftRule(state: NumberState, lift: Lift): string {
  const paid = lift.flagIds.every((id) => state.flags[id]?.reasons.liftCondition?.kind === 'paid');
  return paid && lift.because === 'remedied' ? 'carrier.restoreAfterPay' : 'carrier.reopen';
}

function isSame(wanted: Wanted, clock: Clock): boolean {
  return clock.ruleId === wanted.ruleId && clock.subject.id === wanted.subject.id && clock.startSeq === wanted.startSeq;
}

function begin(draft: Draft, wanted: Wanted): void {
  const started = startClock({
    clockId: draft.nextId('clock'),
    rule: requireRule(draft.env.rules, wanted.ruleId),
    subject: wanted.subject,
    startedAt: wanted.startedAt,
    startSeq: wanted.startSeq,
    calendar: draft.env.rules.calendar,
    province: findLine(draft.state, wanted.line)?.province ?? null,
  });
  const { status: _status, endedAt: _endedAt, endedSeq: _endedSeq, ...data } = started;
  draft.add('clock.started', data, { line: wanted.line, actor: PRODUCT });
}

function beginFlagEnds(draft: Draft): void {
  for (const flag of Object.values(draft.state.flags)) {
    const condition = flag.reasons.liftCondition;
    if (flag.status !== 'active' || condition?.kind !== 'expires') continue;
    if (Object.values(draft.state.clocks).some((clock) => clock.subject.id === flag.flagId)) continue;
    draft.add(
      'clock.started',
      {
        clockId: draft.nextId('clock'),
        ruleId: FLAG_ENDS,
        ruleVersion: 1,
        binds: 'carrier',
        subject: { kind: 'flag', id: flag.flagId },
        startedAt: flag.placedAt,
        startSeq: draft.state.seq,
        dueAt: condition.at,
        shownDate: shanghaiDate(condition.at),
        provisional: false,
        defaultOutcome: 'lift',
      },
      { line: flag.line, actor: PRODUCT },
    );
  }
}

function isAwaitedEnd(state: NumberState, clock: Clock): boolean {
  return clock.ruleId === FLAG_ENDS && state.flags[clock.subject.id]?.status === 'active';
}

/** A clock is met when what it waited for came; it is cancelled when the matter ended another way. */
function endsMet(state: NumberState, clock: Clock): boolean {
  switch (clock.subject.kind) {
    case 'case':
      return state.cases[clock.subject.id]?.status !== 'withdrawn';
    case 'lift':
      return state.lifts[clock.subject.id]?.completedAt != null;
    default:
      return true;
  }
}

function lineOf(state: NumberState, clock: Clock): number {
  const { kind, id } = clock.subject;
  const liftId = id.split('/')[0] ?? id;
  const owner = kind === 'case' ? state.cases[id] : kind === 'flag' ? state.flags[id] : state.lifts[liftId];
  return owner?.line ?? 0;
}
