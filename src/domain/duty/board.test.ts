import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleBook } from '../../../knowledge/rule-book.ts';
import { CAUSES } from '../flags/words.ts';
import type { DutyCell, WaitCell } from './board.ts';
import { dutyBoard } from './board.ts';
import { countedDuties, DUTIES, DUTY_CLASSES, dutyClass, NO_DUTIES } from './duty.ts';
import { shareOf } from './share.ts';

describe('the duties', () => {
  it('bind the carrier by law, every one', () => {
    for (const duty of DUTIES) {
      const rule = ruleBook.periods.get(duty);
      expect(rule, duty).toMatchObject({ binds: 'carrier' });
      expect(rule?.confidence, duty).not.toBe('ours');
      expect(rule?.length, duty).toBeGreaterThan(0);
    }
  });

  it.each([
    ['an answer in time', 'met', false, 'in_time', 'on_time'],
    ['an answer after the day', 'breached', true, 'after', 'late'],
    ['silence after the day', 'breached', true, 'none', 'unanswered'],
    ['silence that no sweep has seen yet', 'running', true, 'none', 'unanswered'],
    ['time left', 'running', false, 'none', 'running'],
    ['a clock that stands still on a ground', 'paused', true, 'none', 'running'],
    ['a case that the person took elsewhere before the day', 'met', false, 'none', 'ended_otherwise'],
    ['a case that was withdrawn', 'cancelled', false, 'none', 'ended_otherwise'],
  ] as const)('%s: %s %s %s is %s', (_, status, passed, answer, expected) => {
    expect(dutyClass({ status, passed, answer })).toBe(expected);
  });
});

describe('a share', () => {
  // Newcombe 1998, table I, method 3 (score, without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i has the interval that Newcombe printed', (part, whole, low, high) => {
    const found = shareOf(part, whole);
    expect(found?.share).toBeCloseTo(part / whole, 12);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('of nothing is none', () => {
    expect(shareOf(0, 0)).toBeNull();
  });
});

const cell = (more: Partial<DutyCell>): DutyCell => ({
  carrierId: 'a',
  duty: 'carrier.reply',
  cause: 'suspicion',
  month: '2026-10',
  which: 'on_time',
  count: 1,
  ...more,
});

describe('the board', () => {
  const cells = [
    cell({ count: 6 }),
    cell({ which: 'late', count: 2, month: '2026-09' }),
    cell({ which: 'running', count: 9 }),
    cell({ which: 'unanswered', carrierId: 'b', cause: 'arrears' }),
    cell({ which: 'ended_otherwise', carrierId: 'b', count: 3 }),
    cell({ duty: 'carrier.reopen', count: 4 }),
  ];
  const carriers: WaitCell[] = [
    { key: 'a', duty: 'carrier.reply', tenths: 50, answered: 8, open: 0 },
    { key: 'a', duty: 'carrier.reply', tenths: 20, answered: 0, open: 9 },
    { key: 'b', duty: 'carrier.reply', tenths: 300, answered: 0, open: 1 },
    { key: 'a', duty: 'carrier.reopen', tenths: 5, answered: 4, open: 0 },
  ];
  const board = dutyBoard(cells, { carriers, causes: [] });

  it('counts what has an outcome and leaves aside what runs or ended otherwise', () => {
    expect(board.total).toMatchObject({ counted: 13, small: false });
    expect(board.total.onTime?.share).toBeCloseTo(10 / 13);
    expect(board.carriers.map(({ key, counted, small }) => [key, counted, small])).toEqual([
      ['a', 12, false],
      ['b', 1, true],
    ]);
    expect(board.carriers[1]?.onTime).toMatchObject({ share: 0 });
    expect(board.causes.map(({ key }) => key)).toEqual(['suspicion', 'arrears']);
    expect(board.months.map(({ key, counted }) => [key, counted])).toEqual([
      ['2026-09', 2],
      ['2026-10', 11],
    ]);
  });

  it('never mixes the days of one period with those of another', () => {
    expect(board.carrierWaits.map(({ key, duty, median }) => [key, duty, median])).toEqual([
      ['a', 'carrier.reply', { days: 5, atLeast: false }],
      ['b', 'carrier.reply', { days: 30, atLeast: true }],
      ['a', 'carrier.reopen', { days: 0.5, atLeast: false }],
    ]);
    expect(board.duties.map(({ duty, waits, p90 }) => [duty, waits, p90])).toEqual([
      ['carrier.reply', 18, { days: 30, atLeast: true }],
      ['carrier.reopen', 4, { days: 0.5, atLeast: false }],
    ]);
  });

  it('adds up to the same total along every side', () => {
    const someCells = fc.array(
      fc.record({
        carrierId: fc.constantFrom('a', 'b', 'c'),
        duty: fc.constantFrom(...DUTIES),
        cause: fc.constantFrom(...CAUSES),
        month: fc.constantFrom('2026-09', '2026-10', '2027-01'),
        which: fc.constantFrom(...DUTY_CLASSES),
        count: fc.integer({ min: 1, max: 1000 }),
      }),
    );
    fc.assert(
      fc.property(someCells, (given) => {
        const { total, ...sides } = dutyBoard(given, { carriers: [], causes: [] });
        for (const rows of [sides.carriers, sides.causes, sides.months, sides.duties]) {
          const counts = rows.reduce(
            (sum, row) =>
              Object.fromEntries(DUTY_CLASSES.map((which) => [which, sum[which] + row.counts[which]])) as typeof sum,
            NO_DUTIES,
          );
          expect(counts).toEqual(total.counts);
          expect(rows.reduce((sum, { counted }) => sum + counted, 0)).toBe(countedDuties(total.counts));
        }
        const { low = 0, share = 0, high = 1 } = total.onTime ?? {};
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(share).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });
});
