import type { PlainDate } from '../time.ts';
import { dateOfDay, dayNumber } from './plain-date.ts';

const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/**
 * The thirteen days off of the Regulation on Public Holidays (2024 revision, art. 2) in a year, before the State Council's
 * notice adds what is swapped: New Year; the eve of Spring Festival and its first three days; Qingming; 1–2 May;
 * Dragon Boat; Mid-Autumn; 1–3 October. Lunar dates by the Chinese calendar that ships with the language.
 */
export function statutoryDays(year: number): PlainDate[] {
  const on = (monthDay: string) => `${String(year).padStart(4, '0')}-${monthDay}`;
  const spring = dayNumber(lunarDay(year, '1/1', ['01-20', '02-22']));
  return [
    on('01-01'),
    ...[-1, 0, 1, 2].map((offset) => dateOfDay(spring + offset)),
    on(`04-0${qingming(year)}`),
    on('05-01'),
    on('05-02'),
    lunarDay(year, '5/5', ['05-25', '06-28']),
    lunarDay(year, '8/15', ['09-05', '10-10']),
    on('10-01'),
    on('10-02'),
    on('10-03'),
  ];
}

/** The day of the year's stretch that bears this month/day of the Chinese calendar. */
function lunarDay(year: number, monthDay: string, [from, to]: readonly [string, string]): PlainDate {
  const last = dayNumber(`${year}-${to}`);
  for (let day = dayNumber(`${year}-${from}`); day <= last; day += 1) {
    if (LUNAR.format(day * 86_400_000) === monthDay) return dateOfDay(day);
  }
  throw new RangeError(`no ${monthDay} of the Chinese calendar in ${year}`);
}

/** Day of April on which Qingming falls, 2000 to 2099 (the usual approximation of the solar term). */
function qingming(year: number): number {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
}
