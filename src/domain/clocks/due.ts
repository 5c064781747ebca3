import type { JsonValue } from '../refusal.ts';
import { RefusalError, refusal } from '../refusal.ts';
import type { Instant, PlainDate } from '../time.ts';
import { addMs } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { workingDayFrom } from './calendar.ts';
import type { Length, PeriodRule } from './period.ts';
import { addMonths, dateOfDay, dayNumber, endOfDay, shanghaiDate } from './plain-date.ts';

/** One step of a computation that anyone can walk again: its code, worded in `locales`, and its values. */
export type LedgerStep = { readonly step: string; readonly values: { readonly [name: string]: JsonValue } };

export type Due = {
  /** After this moment the bound party is late: the end of the last day, or the exact hour. */
  readonly dueAt: Instant;
  /** The day to show: un-rolled and earliest for the person's own limits, the last day for others. */
  readonly shownDate: PlainDate;
  /** True when the date hangs on a year whose holiday notice is not out yet. */
  readonly provisional: boolean;
  readonly ledger: readonly LedgerStep[];
};

export type DueInput = {
  readonly rule: PeriodRule;
  readonly startedAt: Instant;
  readonly calendar: Calendar;
  readonly province: string | null;
};

const HOUR_MS = 3_600_000;

/**
 * When a period ends (Civil Code arts. 200–204): the day of start is excluded, a last day that is a rest day rolls forward,
 * hours run from the moment and never roll. Throws the refusal `clock.period_unknown` for a rule without a confirmed length.
 */
export function computeDue({ rule, startedAt, calendar, province }: DueInput): Due {
  if (rule.length === null) throw new RefusalError(refusal('clock.period_unknown', { rule: rule.ruleId }));
  const national = { length: rule.length, unit: rule.unit };
  const local = province === null ? undefined : rule.provinces[province];
  const start: LedgerStep = {
    step: 'start',
    values: { rule: rule.ruleId, version: rule.version, at: startedAt, article: rule.article },
  };
  const whole = run(national, startedAt, calendar, rule.binds === 'person');
  if (!local) return { ...whole, ledger: [start, ...whole.ledger] };
  const regional = run(local, startedAt, calendar, rule.binds === 'person');
  const [early, late] = regional.dueAt < whole.dueAt ? [regional, whole] : [whole, regional];
  const both: LedgerStep = {
    step: 'province',
    values: { province, article: local.article, reminds: early.shownDate, late_after: late.dueAt },
  };
  return {
    dueAt: rule.binds === 'person' ? early.dueAt : late.dueAt,
    shownDate: early.shownDate,
    provisional: whole.provisional || regional.provisional,
    ledger: [start, ...whole.ledger, ...regional.ledger, both],
  };
}

function run(length: Length, startedAt: Instant, calendar: Calendar, bindsPerson: boolean): Due {
  if (length.unit === 'hours') {
    const dueAt = addMs(startedAt, length.length * HOUR_MS);
    const ledger = [{ step: 'hours', values: { length: length.length, due: dueAt } }];
    return { dueAt, shownDate: shanghaiDate(dueAt), provisional: false, ledger };
  }
  const startDay = shanghaiDate(startedAt);
  const { last, rested, touched } = rawLastDay(length, startDay, calendar);
  const rolled = workingDayFrom(calendar, last);
  const ledger: LedgerStep[] = [
    { step: 'first_day', values: { excluded: startDay, first: dateOfDay(dayNumber(startDay) + 1) } },
    {
      step: length.unit,
      values: { length: length.length, rest_days: rested, last_day: last, calendar: calendar.version },
    },
  ];
  const final = bindsPerson ? last : rolled;
  if (bindsPerson && rolled !== last)
    ledger.push({ step: 'not_rolled', values: { last_day: last, rolled_would_be: rolled } });
  else if (rolled !== last) ledger.push({ step: 'rolled', values: { from: last, to: rolled } });
  ledger.push({ step: 'result', values: { last_day: final, due: endOfDay(final) } });
  const provisional = touched.some((date) => calendar.isProvisional(date)) || calendar.isProvisional(rolled);
  return { dueAt: endOfDay(final), shownDate: final, provisional, ledger };
}

/** The last day before rolling, the rest days that were not counted, and the days whose status the answer hangs on. */
function rawLastDay({ length, unit }: Length, startDay: PlainDate, calendar: Calendar) {
  if (unit !== 'working_days') {
    const last =
      unit === 'calendar_days'
        ? dateOfDay(dayNumber(startDay) + length)
        : addMonths(startDay, unit === 'months' ? length : length * 12);
    return { last, rested: 0, touched: [last] };
  }
  let day = dayNumber(startDay);
  let left = length;
  let rested = 0;
  while (left > 0) {
    day += 1;
    if (calendar.isWorkingDay(dateOfDay(day))) left -= 1;
    else rested += 1;
  }
  const last = dateOfDay(day);
  return { last, rested, touched: [last] };
}
