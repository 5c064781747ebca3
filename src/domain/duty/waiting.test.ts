import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Waits } from './waiting.ts';
import { waitQuantile } from './waiting.ts';

const answered = (...days: number[]): Waits[] =>
  days.map((day) => ({ tenths: Math.round(day * 10), answered: 1, open: 0 }));
const open = (...days: number[]): Waits[] =>
  days.map((day) => ({ tenths: Math.round(day * 10), answered: 0, open: 1 }));
const median = (waits: readonly Waits[]) => waitQuantile(waits, 0.5);

describe('the time by which so many were answered', () => {
  it.each([
    ['nothing', [], null],
    ['one', answered(3.4), { days: 3.4, atLeast: false }],
    ['an odd number: the middle one', answered(1, 9, 2), { days: 2, atLeast: false }],
    ['an even number: between the middle two', answered(1, 2, 5, 9), { days: 3.5, atLeast: false }],
    ['a silent one beside three answers, longer than all of them', [...answered(1, 2, 3), ...open(30)], { days: 2.5 }],
    [
      'as many silent as answered: no less than the last answer',
      [...answered(1, 2), ...open(30, 30)],
      { days: 2, atLeast: true },
    ],
    ['mostly silent: no less than the longest silence', [...answered(4), ...open(30, 40)], { days: 40, atLeast: true }],
    ['an open one that was looked at when an answer came', [...open(2), ...answered(2), ...answered(7)], { days: 7 }],
    ['silence alone', open(5), { days: 5, atLeast: true }],
  ])('of %s', (_, waits, expected) => {
    const found = median(waits);
    if (expected) expect(found).toMatchObject(expected);
    else expect(found).toBeNull();
  });

  it('follows the leukaemia remission times of Freireich, whose Kaplan-Meier median every textbook gives as 23 weeks', () => {
    const weeks = [...answered(6, 6, 6, 7, 10, 13, 16, 22, 23), ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];
    expect(median(weeks)).toEqual({ days: 23, atLeast: false });
    expect(waitQuantile(weeks, 0.25)).toEqual({ days: 13, atLeast: false });
    expect(waitQuantile(weeks, 0.9)).toEqual({ days: 35, atLeast: true });
  });

  it('is nine tenths of the way for ten answers a day apart, halfway to the tenth', () => {
    expect(waitQuantile(answered(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.9)).toEqual({ days: 9.5, atLeast: false });
  });
});

const tenths = fc.integer({ min: 0, max: 600 });
const someWaits = fc.array(
  fc.record({ tenths, answered: fc.integer({ min: 0, max: 4 }), open: fc.integer({ min: 0, max: 4 }) }),
  { minLength: 1, maxLength: 30 },
);

describe('whatever the waits are', () => {
  it('agrees with sorting and taking the middle when everybody was answered', () => {
    fc.assert(
      fc.property(fc.array(tenths, { minLength: 1, maxLength: 60 }), (all) => {
        const sorted = all.toSorted((a, b) => a - b);
        const low = sorted[Math.ceil(sorted.length / 2) - 1] as number;
        const high = sorted[Math.floor(sorted.length / 2)] as number;
        const expected = { days: Math.round((low + high) / 2) / 10, atLeast: false };
        expect(median(all.map((one) => ({ tenths: one, answered: 1, open: 0 })))).toEqual(expected);
      }),
    );
  });

  it('agrees with handing each silent one’s weight on to those who waited longer', () => {
    fc.assert(
      fc.property(someWaits, fc.constantFrom(0.5, 0.9), (waits, p) => {
        const found = waitQuantile(waits, p);
        const weights = redistributed(waits);
        const by = (limit: number) =>
          weights.filter(({ days }) => days <= limit + 1e-9).reduce((sum, { weight }) => sum + weight, 0);
        if (!found) expect(waits.every((one) => one.answered + one.open === 0)).toBe(true);
        else if (found.atLeast) expect(by(Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(p + 1e-6);
        else {
          // Rounded to a tenth of a day, so looked at a tenth to either side.
          expect(by(found.days + 0.1)).toBeGreaterThanOrEqual(p - 1e-6);
          expect(by(found.days - 0.1)).toBeLessThanOrEqual(p + 1e-6);
        }
      }),
    );
  });

  it('one more silence never makes the figure smaller', () => {
    fc.assert(
      fc.property(someWaits, tenths, (waits, length) => {
        const before = median(waits);
        const after = median([...waits, { tenths: length, answered: 0, open: 1 }]);
        if (!before || !after || before.atLeast) return;
        if (!after.atLeast) expect(after.days).toBeGreaterThanOrEqual(before.days);
      }),
    );
  });
});

/** Efron's reading of the same estimate, without any product: the weight of an open one goes to all later ones in equal parts. */
function redistributed(waits: readonly Waits[]): { readonly days: number; readonly weight: number }[] {
  const all = waits
    .flatMap((one) => [
      ...Array.from({ length: one.answered }, () => ({ tenths: one.tenths, open: false })),
      ...Array.from({ length: one.open }, () => ({ tenths: one.tenths, open: true })),
    ])
    .toSorted((a, b) => a.tenths - b.tenths || Number(a.open) - Number(b.open));
  const weights = all.map(() => 1 / all.length);
  all.forEach(({ open: silent }, index) => {
    if (!silent) return;
    const later = all.length - index - 1;
    const share = (weights[index] ?? 0) / Math.max(later, 1);
    weights[index] = 0;
    for (let next = index + 1; next < all.length; next += 1) weights[next] = (weights[next] ?? 0) + share;
  });
  return all.flatMap(({ tenths: length, open: silent }, index) =>
    silent ? [] : [{ days: length / 10, weight: weights[index] ?? 0 }],
  );
}
