import type { Instant, PlainDate } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { computeDue } from './due.ts';
import type { Bound, DefaultOutcome, PeriodRule } from './period.ts';

export type ClockStatus = 'running' | 'met' | 'cancelled' | 'breached';

/** A running or ended period of one case, lift, lift step or flag. Its ledger is recomputed on demand. */
export type Clock = {
  readonly clockId: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly binds: Bound;
  readonly subject: { readonly kind: 'case' | 'lift' | 'lift_step' | 'flag'; readonly id: string };
  readonly startedAt: Instant;
  /** The entry that proves the start. */
  readonly startSeq: number;
  readonly dueAt: Instant;
  readonly shownDate: PlainDate;
  readonly provisional: boolean;
  readonly defaultOutcome: DefaultOutcome;
  readonly status: ClockStatus;
  readonly endedAt: Instant | null;
  /** The entry that ended it. */
  readonly endedSeq: number | null;
};

/** from → to: a clock ends once, and only a running one. */
export const CLOCK_TRANSITIONS = {
  meet: { from: ['running'], to: 'met' },
  cancel: { from: ['running'], to: 'cancelled' },
  breach: { from: ['running'], to: 'breached' },
} as const satisfies Record<string, { from: readonly ClockStatus[]; to: ClockStatus }>;

type Start = Pick<Clock, 'clockId' | 'subject' | 'startedAt' | 'startSeq'> & {
  readonly rule: PeriodRule;
  readonly calendar: Calendar;
  readonly province: string | null;
};

/** A running clock under the version of the rule and calendar in force now: later changes do not move it. */
export function startClock({ rule, calendar, province, ...start }: Start): Clock {
  const { dueAt, shownDate, provisional } = computeDue({ rule, startedAt: start.startedAt, calendar, province });
  return {
    ...start,
    ruleId: rule.ruleId,
    ruleVersion: rule.version,
    binds: rule.binds,
    dueAt,
    shownDate,
    provisional,
    defaultOutcome: rule.defaultOutcome,
    status: 'running',
    endedAt: null,
    endedSeq: null,
  };
}

/** Whether a running clock's time is over. */
export function clockIsDue(clock: Clock, now: Instant): boolean {
  return clock.status === 'running' && now >= clock.dueAt;
}
