import type { ActorRef } from '../journal/actor.ts';
import type { Instant, PlainDate } from '../time.ts';
import { addMs, msOf } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { computeDue } from './due.ts';
import type { Pause } from './pauses.ts';
import type { Bound, DefaultOutcome, PeriodRule } from './period.ts';
import { endOfDay } from './plain-date.ts';

export type ClockStatus = 'running' | 'paused' | 'met' | 'cancelled' | 'breached';

/** Something that bore on a running clock: it stood still, went on, or ran on although somebody may have thought otherwise. */
export type ClockEvent = {
  readonly what: 'paused' | 'resumed' | 'ran_on' | 'settled';
  readonly ground: string | null;
  readonly at: Instant;
  readonly seq: number;
  readonly by: ActorRef;
};

/** A running or ended period of one case, lift, lift step or flag. Its ledger is recomputed on demand. */
export type Clock = {
  readonly clockId: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly calendarVersion: string;
  readonly binds: Bound;
  readonly subject: { readonly kind: 'case' | 'lift' | 'lift_step' | 'flag' | 'mandate'; readonly id: string };
  readonly startedAt: Instant;
  /** The entry that proves the start. */
  readonly startSeq: number;
  readonly dueAt: Instant;
  readonly shownDate: PlainDate;
  readonly provisional: boolean;
  readonly defaultOutcome: DefaultOutcome;
  /** When whoever must act, and the person, are told that time is short; null when nobody is. */
  readonly remindAt: Instant | null;
  readonly remindedAt: Instant | null;
  readonly events: readonly ClockEvent[];
  readonly status: ClockStatus;
  readonly endedAt: Instant | null;
  /** The entry that ended it. */
  readonly endedSeq: number | null;
};

/** What an entry that starts a clock says. */
export type StartedClock = Omit<Clock, 'events' | 'remindedAt' | 'status' | 'endedAt' | 'endedSeq'>;

/** from → to: a clock ends once, and only a running or a paused one. */
export const CLOCK_TRANSITIONS = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  meet: { from: ['running', 'paused'], to: 'met' },
  cancel: { from: ['running', 'paused'], to: 'cancelled' },
  breach: { from: ['running'], to: 'breached' },
} as const satisfies Record<string, { from: readonly ClockStatus[]; to: ClockStatus }>;

/** Not over: running, or standing still on a ground. */
export function isLive({ status }: Pick<Clock, 'status'>): boolean {
  return status === 'running' || status === 'paused';
}

type Start = Pick<Clock, 'clockId' | 'subject' | 'startedAt' | 'startSeq'> & {
  readonly rule: PeriodRule;
  readonly calendar: Calendar;
  readonly province: string | null;
};

/** A running clock under one version of the rule and the calendar in force now: later changes do not move it. */
export function startClock({ rule, calendar, province, ...start }: Start): StartedClock {
  const { dueAt, shownDate, provisional } = computeDue({ rule, startedAt: start.startedAt, calendar, province });
  return {
    ...start,
    ruleId: rule.ruleId,
    ruleVersion: rule.version,
    calendarVersion: calendar.version,
    binds: rule.binds,
    dueAt,
    shownDate,
    provisional,
    defaultOutcome: rule.defaultOutcome,
    remindAt: remindsOf(rule) ? reminderFor(start.startedAt, dueAt, shownDate) : null,
  };
}

const DAY_MS = 86_400_000;

/** A day kept for short waits of our own machinery needs no reminder; every period that somebody must keep does. */
function remindsOf({ confidence, ruleId }: PeriodRule): boolean {
  return confidence !== 'ours' || ruleId === 'ours.supplement';
}

/**
 * A fifth of the time before the shown day is over, at most three days, thirty where the whole is longer than two months.
 * Where two texts differ, the shown day is the earlier one.
 */
export function reminderFor(startedAt: Instant, dueAt: Instant, shownDate: PlainDate): Instant {
  const shownEnd = endOfDay(shownDate);
  const end = shownEnd < dueAt ? shownEnd : dueAt;
  const whole = Math.max(0, msOf(end) - msOf(startedAt));
  const cap = (whole > 62 * DAY_MS ? 30 : 3) * DAY_MS;
  return addMs(end, -Math.round(Math.min(whole / 5, cap)));
}

/** The stretches in which the clock stood still; one that still does ends at `until`. */
export function pausesOf(clock: Clock, until: Instant): Pause[] {
  const pauses: Pause[] = [];
  let open: ClockEvent | null = null;
  for (const event of clock.events) {
    if (event.what === 'paused') open = event;
    else if (event.what === 'resumed' && open) {
      pauses.push({ from: open.at, to: event.at, ground: open.ground ?? '' });
      open = null;
    }
  }
  if (open && until > open.at) pauses.push({ from: open.at, to: until, ground: open.ground ?? '' });
  return pauses;
}

/** Whether a running clock's time is over. */
export function clockIsDue(clock: Clock, now: Instant): boolean {
  return clock.status === 'running' && now >= clock.dueAt;
}

/** When something about the clock must happen next without anybody's act; null when nothing will. */
export function wakeAt(clock: Clock): Instant | null {
  if (clock.status !== 'running') return null;
  const { remindAt, remindedAt, dueAt } = clock;
  return remindAt !== null && remindedAt === null && remindAt < dueAt ? remindAt : dueAt;
}
