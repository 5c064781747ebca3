import type { Case, CaseStatus, Escalation } from '../cases/case.ts';
import { isOpenCase } from '../cases/case-transitions.ts';
import type { Counterpart, Gist } from '../cases/correspondence.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { findLine } from '../journal/state.ts';
import type { Lift } from '../lifts/lift.ts';
import { isInFlight } from '../lifts/lift.ts';
import type { Instant } from '../time.ts';
import type { Clock } from './clock.ts';
import { isLive, startClock } from './clock.ts';
import { endsMet } from './ends.ts';
import { lineOfClock } from './line-of-clock.ts';
import type { Bound } from './period.ts';
import { shanghaiDate } from './plain-date.ts';
import { requireRule } from './rule-book.ts';
import {
  answerRule,
  eventOf,
  FLAG_ENDS,
  FLAG_REVIEW,
  liftRule,
  limitRule,
  MANDATE_ENDS,
  TOLD_PROMISE,
} from './which-rule.ts';

/** A clock that the state calls for: which rule, over what, from which moment and entry. */
type Wanted = {
  readonly ruleId: string;
  readonly subject: Clock['subject'];
  readonly line: number;
  readonly startedAt: Instant;
  readonly startSeq: number;
  /** A date that somebody named, in place of a rule's period. */
  readonly promise?: { readonly dueAt: Instant; readonly binds: Bound };
};

/** Starts every clock that the new state calls for and ends every running one that it no longer does, so that no open case is without one. */
export function reconcileClocks(draft: Draft): void {
  const wanted = wantedClocks(draft.state);
  const running = Object.values(draft.state.clocks).filter(isLive);
  for (const clock of running) {
    if (wanted.some((one) => isSame(one, clock)) || isAwaitedEnd(draft.state, clock)) continue;
    const { clockId } = clock;
    draft.add(
      endsMet(draft, clock) ? 'clock.met' : 'clock.cancelled',
      { clockId },
      { line: lineOfClock(draft.state, clock), actor: PRODUCT },
    );
  }
  for (const one of wanted) {
    // One that had ended otherwise runs again when the state calls for it again; one that ran out does not.
    const known = Object.values(draft.state.clocks).filter((clock) => isSame(one, clock));
    if (!known.some((clock) => isLive(clock) || clock.status === 'breached')) begin(draft, one);
  }
  beginOwnEnds(draft);
}

/** What the law and our own promises set running in this state. */
export function wantedClocks(state: NumberState): Wanted[] {
  return [
    ...Object.values(state.cases).flatMap((one) => [...forCase(state, one), ...forPromises(one)]),
    ...Object.values(state.lifts).flatMap((one) => forLift(state, one)),
  ];
}

function forCase(state: NumberState, caseFile: Case): Wanted[] {
  const { status, line, caseId, answerFrom, askedFrom, restoredFrom, escalation, declinedFrom } = caseFile;
  const on = (ruleId: string, at: Instant, seq: number): Wanted => ({
    ruleId,
    subject: { kind: 'case', id: caseId },
    line,
    startedAt: at,
    startSeq: seq,
  });
  const answer = answerRule(state, caseFile);
  switch (status) {
    case 'submitted':
    case 'in_review':
    case 'reopened':
      return answerFrom ? asked(state, on(answer, answerFrom.at, answerFrom.seq)) : [];
    case 'needs_material':
      return [
        ...(answerFrom ? asked(state, on(answer, answerFrom.at, answerFrom.seq)) : []),
        ...(askedFrom ? [on('ours.supplement', askedFrom.at, askedFrom.seq)] : []),
      ];
    case 'restored':
      return restoredFrom ? [on('ours.restored_close', restoredFrom.at, restoredFrom.seq)] : [];
    case 'escalated':
    case 'accepted':
    case 'mediating':
      return escalation ? forEscalation(state, status, escalation, on) : [];
    case 'partly':
    case 'refused':
    case 'overdue':
      return [on(limitRule(state, caseFile), eventOf(state, caseFile), declinedFrom?.seq ?? answerFrom?.seq ?? 0)];
    default:
      return [];
  }
}

/** A body's own times to take a matter on, put it to the carrier, answer and mediate; the carrier's to answer the body. */
function forEscalation(
  state: NumberState,
  status: CaseStatus,
  { since, authority, carrierAskedFrom, asked: wasAsked, mediatingFrom }: Escalation,
  on: (ruleId: string, at: Instant, seq: number) => Wanted,
): Wanted[] {
  const feedback = carrierAskedFrom
    ? asked(state, on('miit.carrierFeedback', carrierAskedFrom.at, carrierAskedFrom.seq))
    : [];
  if (authority?.kind === 'consumer_association')
    return [...asked(state, on('ours.follow_up', since.at, since.seq)), ...feedback];
  if (status === 'escalated') return asked(state, on('miit.accept', since.at, since.seq));
  const own = asked(state, on('miit.answer', since.at, since.seq));
  if (authority === null) return own;
  if (status === 'mediating' && mediatingFrom)
    return [...own, ...asked(state, on('miit.mediate', mediatingFrom.at, mediatingFrom.seq)), ...feedback];
  return wasAsked ? [...own, ...feedback] : [...own, ...asked(state, on('miit.forward', since.at, since.seq))];
}

/** Once a period that others were given has passed without an answer, our reminder runs, again and again. */
function asked(state: NumberState, main: Wanted): Wanted[] {
  const passed = Object.values(state.clocks).filter(
    (clock) =>
      clock.status === 'breached' &&
      clock.subject.id === main.subject.id &&
      clock.startSeq >= main.startSeq &&
      (clock.ruleId === main.ruleId || clock.ruleId === 'ours.follow_up'),
  );
  const last = passed.toSorted((a, b) => (a.endedSeq ?? 0) - (b.endedSeq ?? 0)).at(-1);
  if (!last?.endedAt || !last.endedSeq) return [main];
  return [{ ...main, ruleId: 'ours.follow_up', startedAt: last.endedAt, startSeq: last.endedSeq }];
}

const PROMISERS: Record<Counterpart, Bound> = {
  carrier: 'carrier',
  authority: 'authority',
  police: 'authority',
  label_service: 'label_service',
  credit_centre: 'bureau',
  other: 'carrier',
  self: 'person',
};
const STILL_OPEN: readonly Gist[] = ['no_answer', 'other', 'complained'];

/** The newest date that each counterpart named, until it did something about it. */
function forPromises({ caseId, line, status, correspondence }: Case): Wanted[] {
  if (!isOpenCase(status)) return [];
  return correspondence.flatMap(({ promisedFor, counterpart, at, seq }) => {
    const answered = correspondence.some(
      (later) => later.seq > seq && later.counterpart === counterpart && !STILL_OPEN.includes(later.gist),
    );
    if (promisedFor === null || answered) return [];
    const promise = { dueAt: promisedFor, binds: PROMISERS[counterpart] };
    return [
      {
        ruleId: TOLD_PROMISE,
        subject: { kind: 'case', id: caseId },
        line,
        startedAt: at,
        startSeq: seq,
        promise,
      } as const,
    ];
  });
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

function isSame(wanted: Wanted, clock: Clock): boolean {
  return clock.ruleId === wanted.ruleId && clock.subject.id === wanted.subject.id && clock.startSeq === wanted.startSeq;
}

function begin(draft: Draft, wanted: Wanted): void {
  if (wanted.promise) {
    beginPromise(draft, wanted, wanted.promise);
    return;
  }
  const data = startClock({
    clockId: draft.nextId('clock'),
    rule: requireRule(draft.env.rules, wanted.ruleId, beganAt(draft.state, wanted)),
    subject: wanted.subject,
    startedAt: wanted.startedAt,
    startSeq: wanted.startSeq,
    calendar: draft.env.rules.calendar,
    province: findLine(draft.state, wanted.line)?.province ?? null,
  });
  draft.add('clock.started', data, { line: wanted.line, actor: PRODUCT });
}

/** A case or a lift keeps the rules that stood when it began. */
function beganAt(state: NumberState, { subject, startedAt }: Wanted): Instant {
  if (subject.kind === 'case') return state.cases[subject.id]?.openedAt ?? startedAt;
  return state.lifts[subject.id.split('/')[0] ?? '']?.since ?? startedAt;
}

function beginPromise(draft: Draft, wanted: Wanted, { dueAt, binds }: NonNullable<Wanted['promise']>): void {
  draft.add(
    'clock.started',
    {
      clockId: draft.nextId('clock'),
      ruleId: wanted.ruleId,
      ruleVersion: 1,
      binds,
      subject: wanted.subject,
      startedAt: wanted.startedAt,
      startSeq: wanted.startSeq,
      dueAt,
      shownDate: shanghaiDate(dueAt),
      provisional: false,
      calendarVersion: draft.env.rules.calendar.version,
      defaultOutcome: 'notify',
      remindAt: null,
    },
    { line: wanted.line, actor: PRODUCT },
  );
}

/** Dates that stand in a thing itself, not in a rule: the end of a flag, the term of a mandate. */
function beginOwnEnds(draft: Draft): void {
  for (const { flagId: id, line, status, placedAt: startedAt, reasons } of Object.values(draft.state.flags)) {
    if (status !== 'active') continue;
    const on = { kind: 'flag', id, line, startedAt } as const;
    if (reasons.liftCondition?.kind === 'expires')
      beginOwnEnd(draft, { ...on, ruleId: FLAG_ENDS, dueAt: reasons.liftCondition.at });
    if (reasons.reviewAt !== undefined) beginOwnEnd(draft, { ...on, ruleId: FLAG_REVIEW, dueAt: reasons.reviewAt });
  }
  for (const { mandateId: id, status, line, grantedAt: startedAt, until: dueAt } of Object.values(
    draft.state.mandates,
  )) {
    if (status === 'live') beginOwnEnd(draft, { ruleId: MANDATE_ENDS, kind: 'mandate', id, line, startedAt, dueAt });
  }
}

type OwnEnd = {
  readonly ruleId: string;
  readonly kind: 'flag' | 'mandate';
  readonly id: string;
  readonly line: number;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
};

function beginOwnEnd(draft: Draft, { ruleId, kind, id, line, startedAt, dueAt }: OwnEnd): void {
  if (Object.values(draft.state.clocks).some((clock) => clock.subject.id === id && clock.ruleId === ruleId)) return;
  draft.add(
    'clock.started',
    {
      clockId: draft.nextId('clock'),
      ruleId,
      ruleVersion: 1,
      binds: kind === 'flag' ? 'carrier' : 'product',
      subject: { kind, id },
      startedAt,
      startSeq: draft.state.seq,
      dueAt,
      shownDate: shanghaiDate(dueAt),
      provisional: false,
      calendarVersion: draft.env.rules.calendar.version,
      defaultOutcome: ruleId === FLAG_ENDS ? 'lift' : 'notify',
      remindAt: null,
    },
    { line, actor: PRODUCT },
  );
}

function isAwaitedEnd(state: NumberState, clock: Clock): boolean {
  if (clock.ruleId === MANDATE_ENDS) return state.mandates[clock.subject.id]?.status === 'live';
  return (
    (clock.ruleId === FLAG_ENDS || clock.ruleId === FLAG_REVIEW) && state.flags[clock.subject.id]?.status === 'active'
  );
}
