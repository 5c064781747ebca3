import type { PlainDate } from '../time.ts';
import { dayNumber, weekday } from './plain-date.ts';
import type { MovingDays } from './statutory-days.ts';
import { statutoryDays } from './statutory-days.ts';

/** One year's notice of the State Council: days off besides plain weekends, and weekend days worked instead. */
export type YearNotice = {
  readonly year: number;
  readonly off: readonly PlainDate[];
  readonly work: readonly PlainDate[];
  readonly source: string;
  readonly checked: PlainDate;
  /** The day on which this knowledge took it in: calendars named before that day do not have it. */
  readonly loaded: PlainDate;
};

/** Which days are worked in mainland China, day by day, with the version that any ledger names. */
export type Calendar = {
  readonly version: string;
  isWorkingDay(date: PlainDate): boolean;
  /** True where the year's notice is not loaded, so that the answer may still change. */
  isProvisional(date: PlainDate): boolean;
};

/**
 * Compiles the notices that were loaded by a day, which names the version. A year without a notice has weekends and the
 * statutory days only, and is provisional.
 */
export function compileCalendar(
  version: PlainDate,
  notices: readonly YearNotice[],
  moving: readonly MovingDays[],
): Calendar {
  const known = notices.filter(({ loaded }) => loaded <= version);
  const off = new Set(known.flatMap((notice) => notice.off));
  const work = new Set(known.flatMap((notice) => notice.work));
  const announced = new Set(known.map((notice) => String(notice.year)));
  for (const days of moving.filter(({ year }) => !announced.has(String(year)))) {
    for (const date of statutoryDays(days)) off.add(date);
  }
  return {
    version,
    isWorkingDay: (date) => work.has(date) || (!off.has(date) && !isWeekend(date)),
    isProvisional: (date) => !announced.has(date.slice(0, 4)),
  };
}

function isWeekend(date: PlainDate): boolean {
  const day = weekday(dayNumber(date));
  return day === 0 || day === 6;
}
