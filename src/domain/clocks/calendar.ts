import type { PlainDate } from '../time.ts';
import { dayNumber, weekday } from './plain-date.ts';
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
export function compileCalendar(version: PlainDate, notices: readonly YearNotice[]): Calendar {
  const known = notices.filter(({ loaded }) => loaded <= version);
  const off = new Set(known.flatMap((notice) => notice.off));
  const work = new Set(known.flatMap((notice) => notice.work));
  const announced = new Set(known.map((notice) => String(notice.year)));
  const statutory = new Map<string, ReadonlySet<PlainDate>>();
  const isStatutory = (date: PlainDate) => {
    const year = date.slice(0, 4);
    if (announced.has(year)) return false;
    const days = statutory.get(year) ?? new Set(statutoryDays(Number(year)));
    statutory.set(year, days);
    return days.has(date);
  };
  return {
    version,
    isWorkingDay: (date) => work.has(date) || (!off.has(date) && !isWeekend(date) && !isStatutory(date)),
    isProvisional: (date) => !announced.has(date.slice(0, 4)),
  };
}

function isWeekend(date: PlainDate): boolean {
  const day = weekday(dayNumber(date));
  return day === 0 || day === 6;
}
