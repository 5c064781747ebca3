import type { JsonValue } from '../refusal.ts';
import { RefusalError, refusal } from '../refusal.ts';
import type { Instant, PlainDate } from '../time.ts';
import { instantFromMs, msOf } from '../time.ts';
import type { Calendar } from './calendar.ts';
import type { Pause, StillDays } from './pauses.ts';
import { endAfter, isStill, stillDays } from './pauses.ts';
import type { Length, PeriodRule } from './period.ts';
import { addMonths, dateOfDay, dayNumber, endOfDay, shanghaiDate } from './plain-date.ts';

/** One step of a computation that anyone can walk again: its code, worded in `locales`, and its values. */
export type LedgerStep = { readonly step: string; readonly values: { readonly [name: string]: JsonValue } };

export type Due = {
  /** After this moment the bound party is late: the end of the last day, or the exact hour. */
  readonly dueAt: Instant;
  /** The day to show: un-rolled and earliest for the person's own limits, the earlier one where two texts differ. */
  readonly shownDate: PlainDate;
  /** True when the date hangs on a year whose holiday notice is not out yet. */
  readonly provisional: boolean;
  readonly ledger: readonly LedgerStep[];
};

export type DueInput = {
  readonly rule: Pick<
    PeriodRule,
    'ruleId' | 'version' | 'length' | 'unit' | 'binds' | 'article' | 'provinces' | 'pauses'
  >;
  readonly startedAt: Instant;
  readonly calendar: Calendar;
  readonly province: string | null;
  /** Stretches in which it stood still, each with a ground that the rule names. */
  readonly pauses?: readonly Pause[];
  /** False to leave a last day where it falls, rest day or not. */
  readonly roll?: boolean;
};

type Run = Required<Pick<DueInput, 'startedAt' | 'calendar' | 'pauses' | 'roll'>> & {
  readonly bindsPerson: boolean;
};

const HOUR_MS = 3_600_000;

/**
 * When a period ends (Civil Code arts. 200–204): the day of start is excluded, a last day that is a rest day rolls forward,
 * hours run from the moment and never roll. Days at whose end it stood still do not count. Throws the refusals
 * `clock.period_unknown` for a rule without a confirmed length and `clock.no_ground` for a pause the rule does not name.
 */
export function computeDue({ rule, startedAt, calendar, province, pauses = [], roll = true }: DueInput): Due {
  if (rule.length === null) throw new RefusalError(refusal('clock.period_unknown', { rule: rule.ruleId }));
  const unfounded = pauses.find(({ ground }) => !rule.pauses.some((one) => one.ground === ground));
  if (unfounded) throw new RefusalError(noGround(rule, unfounded.ground));
  const context: Run = { startedAt, calendar, pauses, roll, bindsPerson: rule.binds === 'person' };
  const start: LedgerStep = {
    step: 'start',
    values: { rule: rule.ruleId, version: rule.version, at: startedAt, article: rule.article },
  };
  const whole = run({ length: rule.length, unit: rule.unit }, context);
  const local = province === null ? undefined : rule.provinces[province];
  if (!local) return { ...whole, ledger: [start, ...whole.ledger] };
  const regional = run(local, context);
  const [early, late] = regional.dueAt < whole.dueAt ? [regional, whole] : [whole, regional];
  const both: LedgerStep = {
    step: 'province',
    values: { province, article: local.article, reminds: early.shownDate, late_after: late.dueAt },
  };
  return {
    dueAt: context.bindsPerson ? early.dueAt : late.dueAt,
    shownDate: early.shownDate,
    provisional: whole.provisional || regional.provisional,
    ledger: [
      start,
      ...whole.ledger,
      { step: 'regional', values: { province, article: local.article } },
      ...regional.ledger,
      both,
    ],
  };
}

/** Why a period does not stand still on this ground: which ones its rule names. */
export function noGround(rule: Pick<PeriodRule, 'ruleId' | 'pauses'>, ground: string) {
  return refusal('clock.no_ground', { rule: rule.ruleId, ground, grounds: rule.pauses.map((one) => one.ground) });
}

function run(length: Length, context: Run): Due {
  return length.unit === 'hours' ? runHours(length.length, context) : runDays(length, context);
}

function runHours(hours: number, { startedAt, pauses }: Run): Due {
  const startMs = msOf(startedAt);
  const dueAt = instantFromMs(endAfter(startMs, hours * HOUR_MS, pauses));
  const counted = pauses.filter(({ to, from }) => to > startedAt && from < dueAt);
  const ledger = [...pauseSteps(counted), { step: 'hours', values: { length: hours, due: dueAt } }];
  return { dueAt, shownDate: shanghaiDate(dueAt), provisional: false, ledger };
}

function runDays(length: Length, { startedAt, calendar, pauses, roll, bindsPerson }: Run): Due {
  const startDay = shanghaiDate(startedAt);
  const still = stillDays(pauses);
  const { last, rested, stood } = lastDayOf(length, startDay, calendar, still);
  const rolled = rollDay(calendar, still, last);
  const counted = pauses.filter(({ from, to }) => to > startedAt && shanghaiDate(from) <= dateOfDay(last));
  const ledger: LedgerStep[] = [
    { step: 'first_day', values: { excluded: startDay, first: dateOfDay(dayNumber(startDay) + 1) } },
    ...pauseSteps(counted),
    {
      step: length.unit,
      values: {
        length: length.length,
        rest_days: rested,
        still_days: stood,
        last_day: dateOfDay(last),
        calendar: calendar.version,
      },
    },
  ];
  const moved = rolled !== last;
  const final = moved && roll && !bindsPerson ? rolled : last;
  if (moved && final === last)
    ledger.push({ step: 'not_rolled', values: { last_day: dateOfDay(last), rolled_would_be: dateOfDay(rolled) } });
  else if (moved)
    ledger.push({
      step: 'rolled',
      values: { from: dateOfDay(last), to: dateOfDay(rolled), calendar: calendar.version },
    });
  const day = dateOfDay(final);
  ledger.push({ step: 'result', values: { last_day: day, due: endOfDay(day) } });
  const provisional = calendar.isProvisional(dateOfDay(last)) || (roll && calendar.isProvisional(dateOfDay(rolled)));
  return { dueAt: endOfDay(day), shownDate: day, provisional, ledger };
}

function pauseSteps(pauses: readonly Pause[]): LedgerStep[] {
  return pauses.map(({ ground, from, to }) => ({ step: 'pause', values: { ground, from, to } }));
}

/** The last day before rolling, the rest days that were not counted, and the days that the period stood still. */
function lastDayOf(
  { length, unit }: Length,
  startDay: PlainDate,
  calendar: Calendar,
  still: readonly StillDays[],
): { last: number; rested: number; stood: number } {
  const start = dayNumber(startDay);
  if (unit === 'calendar_days') {
    const { last, stood } = pastStillDays(start, still, (days) => start + days + length);
    return { last, rested: 0, stood };
  }
  if (unit !== 'working_days') {
    const months = unit === 'months' ? length : length * 12;
    // Months differ in length, so the time it stood still moves their beginning: a later start never ends earlier.
    const { last, stood } = pastStillDays(start, still, (days) =>
      dayNumber(addMonths(dateOfDay(start + days), months)),
    );
    return { last, rested: 0, stood };
  }
  let day = start;
  let left = length;
  let rested = 0;
  let stood = 0;
  while (left > 0) {
    day += 1;
    if (isStill(still, day)) stood += 1;
    else if (calendar.isWorkingDay(dateOfDay(day))) left -= 1;
    else rested += 1;
  }
  return { last: day, rested, stood };
}

/** The last day, moved on by every still day on the way to it. */
function pastStillDays(
  start: number,
  still: readonly StillDays[],
  lastAfter: (stood: number) => number,
): { last: number; stood: number } {
  let stood = 0;
  for (;;) {
    const last = lastAfter(stood);
    const found = still.reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.last, last) - Math.max(span.first, start + 1) + 1),
      0,
    );
    if (found === stood) return { last, stood };
    stood = found;
  }
}

/** The first working day on or after the last one at whose end the period does not stand still. */
function rollDay(calendar: Calendar, still: readonly StillDays[], last: number): number {
  let day = last;
  while (isStill(still, day) || !calendar.isWorkingDay(dateOfDay(day))) day += 1;
  return day;
}
