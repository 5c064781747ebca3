import type { PlainDate } from '../time.ts';
import { dateOfDay, dayNumber } from './plain-date.ts';

/** The days of a year that hang on moon and sun, as `MM-DD`: Spring Festival's first day, Qingming, Dragon Boat, Mid-Autumn. */
export type MovingDays = {
  readonly year: number;
  readonly springFestival: string;
  readonly qingming: string;
  readonly dragonBoat: string;
  readonly midAutumn: string;
};

/**
 * The days off of the Regulation on Public Holidays (2024 revision, art. 2) in a year, before the State Council's notice adds
 * what is swapped: New Year; the eve of Spring Festival and its first three days; Qingming; 1–2 May; Dragon Boat;
 * Mid-Autumn; 1–3 October.
 */
export function statutoryDays({ year, springFestival, qingming, dragonBoat, midAutumn }: MovingDays): PlainDate[] {
  const on = (monthDay: string) => `${year}-${monthDay}`;
  const spring = dayNumber(on(springFestival));
  return [
    on('01-01'),
    ...[-1, 0, 1, 2].map((offset) => dateOfDay(spring + offset)),
    ...[qingming, '05-01', '05-02', dragonBoat, midAutumn, '10-01', '10-02', '10-03'].map(on),
  ];
}
