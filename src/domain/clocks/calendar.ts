import type { PlainDate } from '../time.ts';
import { dateOfDay, dayNumber, weekday } from './plain-date.ts';

/** One year's notice of the State Council: days off besides plain weekends, and weekend days worked instead. */
export type YearNotice = {
  readonly year: number;
  readonly off: readonly PlainDate[];
  readonly work: readonly PlainDate[];
  /** False until the notice is out: then only the statutory days are known. */
  readonly announced: boolean;
  readonly source: string;
  readonly checked: PlainDate;
};

/** Which days are worked in mainland China, day by day, with the version that any ledger names. */
export type Calendar = {
  readonly version: string;
  isWorkingDay(date: PlainDate): boolean;
  /** True where the year's notice is not loaded, so that the answer may still change. */
  isProvisional(date: PlainDate): boolean;
};

/** Compiles notices. A year without one has weekends only and is provisional. */
export function compileCalendar(version: string, notices: readonly YearNotice[]): Calendar {
  const off = new Set(notices.flatMap((notice) => notice.off));
  const work = new Set(notices.flatMap((notice) => notice.work));
  const announced = new Set(notices.filter((notice) => notice.announced).map((notice) => String(notice.year)));
  return {
    version,
    isWorkingDay: (date) => work.has(date) || (!off.has(date) && !isWeekend(date)),
    isProvisional: (date) => !announced.has(date.slice(0, 4)),
  };
}

/** The first working day on or after a date. */
export function workingDayFrom(calendar: Calendar, date: PlainDate): PlainDate {
  let day = dayNumber(date);
  while (!calendar.isWorkingDay(dateOfDay(day))) day += 1;
  return dateOfDay(day);
}

function isWeekend(date: PlainDate): boolean {
  const day = weekday(dayNumber(date));
  return day === 0 || day === 6;
}
