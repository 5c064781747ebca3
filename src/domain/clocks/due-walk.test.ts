import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTICES } from '../../../knowledge/calendars.ts';
import { ruleBook } from '../../../knowledge/rule-book.ts';
import { naiveDue } from '../../../test/support/naive-clock.ts';
import { addMs, instantFromMs, msOf } from '../time.ts';
import { computeDue } from './due.ts';
import type { Pause } from './pauses.ts';
import type { PeriodRule, Unit } from './period.ts';
import { dayNumber, shanghaiDate } from './plain-date.ts';

const RUNS = Number(process.env['PROVE_CLOCKS'] ?? 10_000);
const SEED = Number(process.env['PROVE_SEED'] ?? 20261123);
/** Not a measure of speed: the cases share the machine with other tests. */
const PATIENCE_MS = 3_600_000;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const GROUND = { ground: 'appraisal', article: '', source: '' };
/** Both ends of every stretch off, and every weekend day worked instead. */
const EDGES = NOTICES.flatMap(({ off, work }) => [
  ...off.filter((date) => !off.includes(next(date, 1)) || !off.includes(next(date, -1))),
  ...work,
]);
const ANNOUNCED = new Set(NOTICES.map(({ year }) => String(year)));
/** The years before have no notice here. */
const FIRST_DAY = dayNumber('2024-01-01');
const LONGEST: Record<Unit, number> = { hours: 240, calendar_days: 120, working_days: 60, months: 18, years: 2 };

function next(date: string, days: number): string {
  return instantFromMs((dayNumber(date) + days) * DAY).slice(0, 10);
}

const days = fc.oneof(
  fc.integer({ min: FIRST_DAY, max: dayNumber('2027-11-30') }),
  fc
    .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -3, max: 3 }))
    .map(([date, offset]) => Math.max(FIRST_DAY, dayNumber(date) + offset)),
);
/** Ten-minute marks, with midnight in Shanghai (16:00 UTC) and its neighbours often. */
const minutes = fc.oneof(
  fc.constantFrom(0, 950, 960, 970, 1430),
  fc.integer({ min: 0, max: 143 }).map((mark) => mark * 10),
);
const moments = fc.tuple(days, minutes).map(([day, minute]) => day * DAY + minute * MINUTE);
const lengths = fc
  .constantFrom<Unit>('hours', 'calendar_days', 'working_days', 'months', 'years')
  .chain((unit) =>
    fc.integer({ min: unit === 'hours' ? 1 : 0, max: LONGEST[unit] }).map((length) => ({ unit, length })),
  );
const stretches = fc.array(
  fc.record({ after: fc.integer({ min: -700, max: 9000 }), lasts: fc.integer({ min: 0, max: 2500 }) }),
  { maxLength: 3 },
);

function ruleOf({ unit, length }: { unit: Unit; length: number }): PeriodRule {
  const rule = ruleBook.periods.get('carrier.reply');
  if (!rule) throw new Error('no carrier.reply');
  return { ...rule, unit, length, provinces: {}, pauses: [GROUND] };
}

function pausesFrom(startMs: number, spans: readonly { after: number; lasts: number }[]): Pause[] {
  return spans.map(({ after, lasts }) => {
    const from = instantFromMs(startMs + after * 10 * MINUTE);
    return { from, to: addMs(from, lasts * 10 * MINUTE), ground: GROUND.ground };
  });
}

function dueOf(rule: PeriodRule, startMs: number, pauses: readonly Pause[], roll = true) {
  const startedAt = instantFromMs(startMs);
  return computeDue({ rule, startedAt, calendar: ruleBook.calendar, province: null, pauses, roll });
}

describe('any due date', () => {
  it(
    'is the one that a naive walk finds, and provisional exactly where the year has no notice',
    () => {
      let compared = 0;
      fc.assert(
        fc.property(moments, lengths, stretches, fc.boolean(), (startMs, length, spans, roll) => {
          const pauses = pausesFrom(startMs, spans);
          const stops = pauses.map(({ from, to }) => ({ from: msOf(from), to: msOf(to) }));
          const expected = naiveDue({ startMs, ...length, stops, roll: roll && length.unit !== 'hours' });
          if (shanghaiDate(instantFromMs(expected - 1)) > '2027-12-31') return;
          const found = dueOf(ruleOf(length), startMs, pauses, roll);
          expect(found.dueAt).toBe(instantFromMs(expected));
          const year = shanghaiDate(instantFromMs(expected - 1)).slice(0, 4);
          if (length.unit !== 'hours') expect(found.provisional).toBe(!ANNOUNCED.has(year));
          compared += 1;
        }),
        { numRuns: RUNS, seed: SEED },
      );
      expect(compared).toBeGreaterThan(RUNS * 0.7);
    },
    PATIENCE_MS,
  );

  it(
    'never comes earlier for a later start, nor for a longer pause',
    () => {
      fc.assert(
        fc.property(
          moments,
          lengths,
          stretches,
          fc.nat(3000),
          fc.nat(3000),
          (startMs, length, spans, later, longer) => {
            const rule = ruleOf(length);
            const pauses = pausesFrom(startMs, spans);
            const { dueAt } = dueOf(rule, startMs, pauses);
            expect(dueOf(rule, startMs + later * 10 * MINUTE, pauses).dueAt >= dueAt).toBe(true);
            const stretched = pauses.map(({ from, to, ground }, index) => ({
              from: index % 2 === 0 ? from : addMs(from, -longer * 10 * MINUTE),
              to: addMs(to, longer * 10 * MINUTE),
              ground,
            }));
            expect(dueOf(rule, startMs, stretched).dueAt >= dueAt).toBe(true);
          },
        ),
        { numRuns: Math.ceil(RUNS / 2), seed: SEED },
      );
    },
    PATIENCE_MS,
  );
});
