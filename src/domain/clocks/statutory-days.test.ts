import { describe, expect, it } from 'vitest';
import { MOVING_DAYS, NOTICES } from '../../../knowledge/calendars.ts';
import { ruleBook } from '../../../knowledge/rule-book.ts';
import { compileCalendar } from './calendar.ts';
import { statutoryDays } from './statutory-days.ts';

/** What the language's own Chinese calendar says, except where the new moon falls minutes from midnight. */
const NEAR_MIDNIGHT = [2027, 2030];

describe('statutory days', () => {
  it('of 2027 are those of the regulation', () => {
    const days = MOVING_DAYS.filter(({ year }) => year === 2027).flatMap(statutoryDays);
    const expected = '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03';
    expect(days.toSorted()).toEqual(expected.split(' ').map((day) => `2027-${day}`));
  });

  it.each(MOVING_DAYS)('of the moon in $year agree with the Chinese calendar', (days) => {
    const { year, springFestival, dragonBoat, midAutumn } = days;
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    const of = (monthDay: string) => lunar.format(new Date(`${year}-${monthDay}T00:00:00Z`));
    expect([of(dragonBoat), of(midAutumn)]).toEqual(['5/5', '8/15']);
    if (!NEAR_MIDNIGHT.includes(year)) expect(of(springFestival)).toBe('1/1');
  });
});

describe('a calendar', () => {
  it('without a year’s notice knows weekends and statutory days, and says that they are provisional', () => {
    const { calendar } = ruleBook;
    expect(calendar.isWorkingDay('2027-02-05')).toBe(false);
    expect(calendar.isWorkingDay('2027-02-09')).toBe(true);
    expect(calendar.isProvisional('2027-02-09')).toBe(true);
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
  });

  it('of an older version does not know a notice that was loaded later', () => {
    const notice = {
      year: 2027,
      off: ['2027-02-09'],
      work: ['2027-02-14'],
      source: 'test',
      checked: '2026-12-01',
      loaded: '2026-12-01',
    };
    const [before, after] = ['2026-11-23', '2026-12-01'].map((version) =>
      compileCalendar(version, [...NOTICES, notice], MOVING_DAYS),
    );
    expect(before?.isWorkingDay('2027-02-09')).toBe(true);
    expect(after?.isWorkingDay('2027-02-09')).toBe(false);
    expect(after?.isWorkingDay('2027-02-14')).toBe(true);
    expect(after?.isProvisional('2027-02-14')).toBe(false);
  });
});
