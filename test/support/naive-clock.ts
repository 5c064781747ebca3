import { NOTICES } from '../../knowledge/calendars.ts';
import type { Unit } from '../../src/domain/clocks/period.ts';

/**
 * A second, slow way to a due date that shares no code with the first: it walks day by day or minute by minute and looks
 * at the plain lists of the notices. The statutory days of 2027 stand here as the law's list gives them.
 */
const OFF = new Set(NOTICES.flatMap(({ off }) => off));
const WORK = new Set(NOTICES.flatMap(({ work }) => work));
const STATUTORY_2027 = new Set([
  '2027-01-01',
  ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
  '2027-04-05',
  ...['2027-05-01', '2027-05-02'],
  '2027-06-09',
  '2027-09-15',
  ...['2027-10-01', '2027-10-02', '2027-10-03'],
]);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const EIGHT_HOURS = 8 * 60 * MINUTE;

export type NaiveStop = { readonly from: number; readonly to: number };
export type NaivePeriod = {
  readonly startMs: number;
  readonly length: number;
  readonly unit: Unit;
  readonly stops: readonly NaiveStop[];
  readonly roll: boolean;
};

/** The moment, in epoch milliseconds, after which the period is over. Starts and stops lie on whole ten minutes when counted in hours. */
export function naiveDue({ startMs, length, unit, stops, roll }: NaivePeriod): number {
  if (unit === 'hours') return walkMinutes(startMs, length * 60, stops);
  const startDay = Math.floor((startMs + EIGHT_HOURS) / DAY);
  if (unit === 'months' || unit === 'years')
    return walkMonths(startDay, unit === 'months' ? length : 12 * length, stops, roll);
  let day = startDay;
  for (let counted = 0; counted < length; ) {
    day += 1;
    if (!stoppedAtEndOf(day, stops) && (unit !== 'working_days' || isWorked(day))) counted += 1;
  }
  return endOf(day, stops, roll);
}

function walkMonths(startDay: number, months: number, stops: readonly NaiveStop[], roll: boolean): number {
  for (let moved = 0; ; moved += 1) {
    const last = startDay + moved + daysUntil(startDay + moved, months);
    let stopped = 0;
    for (let day = startDay + 1; day <= last; day += 1) if (stoppedAtEndOf(day, stops)) stopped += 1;
    if (stopped <= moved) return endOf(last, stops, roll);
  }
}

function endOf(lastDay: number, stops: readonly NaiveStop[], roll: boolean): number {
  let day = lastDay;
  while (roll && (!isWorked(day) || stoppedAtEndOf(day, stops))) day += 1;
  return (day + 1) * DAY - EIGHT_HOURS;
}

function walkMinutes(startMs: number, minutes: number, stops: readonly NaiveStop[]): number {
  let at = startMs;
  for (let left = minutes; left > 0; at += 10 * MINUTE) {
    if (!stops.some(({ from, to }) => from <= at && at < to)) left -= 10;
  }
  return at;
}

function stoppedAtEndOf(day: number, stops: readonly NaiveStop[]): boolean {
  const end = (day + 1) * DAY - EIGHT_HOURS;
  return stops.some(({ from, to }) => from < end && end <= to);
}

function isWorked(day: number): boolean {
  const date = new Date(day * DAY);
  const text = date.toISOString().slice(0, 10);
  if (WORK.has(text)) return true;
  if (OFF.has(text) || STATUTORY_2027.has(text)) return false;
  return date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
}

/** Days from a day to the same day of the month so many months on, or that month's last. */
function daysUntil(startDay: number, months: number): number {
  const start = new Date(startDay * DAY);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)) / DAY) - startDay;
}
