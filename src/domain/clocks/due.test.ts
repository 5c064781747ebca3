import { describe, expect, it } from 'vitest';
import { ruleBook } from '../../../knowledge/rule-book.ts';
import { computeDue } from './due.ts';
import type { PeriodRule, Unit } from './period.ts';
import { endOfDay } from './plain-date.ts';

const BASE: PeriodRule = {
  ruleId: 'test',
  version: 1,
  since: null,
  starts: 'event',
  pauses: [],
  length: 1,
  unit: 'hours',
  binds: 'carrier',
  defaultOutcome: 'notify',
  article: '',
  source: '',
  checked: '2026-11-23',
  confidence: 'C',
  provinces: {},
};

function due(start: string, length: number, unit: Unit, binds: PeriodRule['binds'] = 'carrier') {
  return computeDue({
    rule: { ...BASE, length, unit, binds },
    startedAt: start,
    calendar: ruleBook.calendar,
    province: null,
  });
}

describe('a due date', () => {
  it.each([
    ['2026-02-11', 5, 'working_days', '2026-02-25'],
    ['2026-02-13', 15, 'calendar_days', '2026-02-28'],
    ['2026-04-01', 30, 'calendar_days', '2026-05-06'],
    ['2026-09-17', 15, 'calendar_days', '2026-10-08'],
    ['2026-09-30', 5, 'working_days', '2026-10-13'],
    ['2025-12-29', 5, 'working_days', '2026-01-06'],
    ['2026-09-17', 30, 'calendar_days', '2026-10-19'],
    ['2026-02-13', 30, 'calendar_days', '2026-03-16'],
  ] as const)('from %s, %i %s, is %s', (start, length, unit, last) => {
    expect(due(`${start}T03:00:00.000Z`, length, unit).shownDate).toBe(last);
    expect(due(`${start}T03:00:00.000Z`, length, unit).dueAt).toBe(endOfDay(last));
  });

  it('of the person is shown un-rolled: five months from 30 September end on the last day of February', () => {
    const found = due('2026-09-30T03:00:00.000Z', 5, 'months', 'person');
    expect(found).toMatchObject({ shownDate: '2027-02-28', provisional: true });
  });

  it('in hours runs from the moment and never rolls', () => {
    expect(due('2026-10-01T00:30:00.000Z', 48, 'hours').dueAt).toBe('2026-10-03T00:30:00.000Z');
  });

  it('starts on the Shanghai day of the moment', () => {
    expect(due('2026-03-02T15:59:59.999Z', 1, 'calendar_days').shownDate).toBe('2026-03-03');
    expect(due('2026-03-02T16:00:00.000Z', 1, 'calendar_days').shownDate).toBe('2026-03-04');
  });

  it('with a provincial rule reminds early and declares late only after both', () => {
    const rule = ruleBook.periods.get('carrier.restoreAfterPay') as PeriodRule;
    const found = computeDue({
      rule,
      startedAt: '2026-03-02T00:00:00.000Z',
      calendar: ruleBook.calendar,
      province: 'CN-HA',
    });
    expect(found).toMatchObject({ shownDate: '2026-03-03', dueAt: '2026-03-04T00:00:00.000Z' });
  });

  it('of a period that nobody could confirm is refused, never guessed', () => {
    const rule = ruleBook.periods.get('jp.appeal') as PeriodRule;
    expect(() =>
      computeDue({ rule, startedAt: '2026-03-02T00:00:00.000Z', calendar: ruleBook.calendar, province: null }),
    ).toThrow('clock.period_unknown');
  });
});
