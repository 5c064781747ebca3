import type { Instant, PlainDate } from '../time.ts';
import { instantFromMs, msOf } from '../time.ts';

/** Shanghai has kept UTC+8 without summer time since 1992, so days are counted by plain arithmetic. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a calendar date. */
export function dayNumber(date: PlainDate): number {
  return msOf(`${date}T00:00:00.000Z`) / DAY_MS;
}

export function dateOfDay(day: number): PlainDate {
  return instantFromMs(day * DAY_MS).slice(0, 10);
}

/** The calendar day in Shanghai at a moment. */
export function shanghaiDate(instant: Instant): PlainDate {
  return instantFromMs(msOf(instant) + OFFSET_MS).slice(0, 10);
}

/** The moment at which a Shanghai day is over: 24:00. */
export function endOfDay(date: PlainDate): Instant {
  return instantFromMs((dayNumber(date) + 1) * DAY_MS - OFFSET_MS);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The same day so many months later, or that month's last day where it has none (Civil Code art. 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const next = `${String(Math.floor((index + 1) / 12)).padStart(4, '0')}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01`;
  return dateOfDay(Math.min(dayNumber(first) + day - 1, dayNumber(next) - 1));
}

/** True for a date that the calendar has, in its one spelling. */
export function isPlainDate(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(msOf(`${text}T00:00:00.000Z`)) &&
    dateOfDay(dayNumber(text)) === text
  );
}
