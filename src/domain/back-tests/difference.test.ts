import { describe, expect, it } from 'vitest';
import { createDice } from '../../../test/support/dice.ts';
import { differenceOf } from './difference.ts';

/** How often the interval holds the true difference, when each of n things says yes to both, one, or neither with these chances. */
function coverage(chances: { both: number; first: number; second: number }, all: number, runs: number): number {
  const random = createDice(20260302).next;
  const truth = chances.second - chances.first;
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const counts = { both: 0, first: 0, second: 0 };
    for (let thing = 0; thing < all; thing += 1) {
      const u = random();
      if (u < chances.both) counts.both += 1;
      else if (u < chances.both + chances.first) counts.first += 1;
      else if (u < chances.both + chances.first + chances.second) counts.second += 1;
    }
    const found = differenceOf({ ...counts, all });
    if (found && found.low <= truth && truth <= found.high) held += 1;
  }
  return held / runs;
}

describe('the difference of two shares of the same things', () => {
  it('holds the truth about as often as it says, also for rare and for far-apart shares', () => {
    for (const [chances, all] of [
      [{ both: 0.3, first: 0.2, second: 0.1 }, 40],
      [{ both: 0.02, first: 0.02, second: 0.01 }, 300],
      [{ both: 0, first: 0.01, second: 0.03 }, 400],
      [{ both: 0.8, first: 0.05, second: 0.05 }, 60],
      [{ both: 0.1, first: 0.1, second: 0.6 }, 25],
    ] as const) {
      const held = coverage(chances, all, 4_000);
      expect(held, JSON.stringify({ chances, all })).toBeGreaterThan(0.935);
      expect(held, JSON.stringify({ chances, all })).toBeLessThan(0.99);
    }
  });

  it('turns round when the two change places, and says nothing of nothing', () => {
    const one = differenceOf({ both: 5, first: 7, second: 2, all: 50 });
    const other = differenceOf({ both: 5, first: 2, second: 7, all: 50 });
    expect(one?.difference).toBeCloseTo(-0.1);
    expect(other?.low).toBeCloseTo(-(one?.high ?? 0));
    expect(other?.high).toBeCloseTo(-(one?.low ?? 0));
    expect(differenceOf({ both: 0, first: 0, second: 0, all: 0 })).toBeNull();
    const equal = differenceOf({ both: 9, first: 0, second: 0, all: 9 });
    expect(equal?.difference).toBe(0);
    expect((equal?.low ?? 1) < 0 && (equal?.high ?? -1) > 0).toBe(true);
  });

  it('is narrower where the two agree than where they are strangers', () => {
    const width = (found: ReturnType<typeof differenceOf>) => (found ? found.high - found.low : Number.NaN);
    const agreeing = differenceOf({ both: 30, first: 2, second: 4, all: 100 });
    const strangers = differenceOf({ both: 11, first: 21, second: 23, all: 100 });
    expect(width(agreeing)).toBeLessThan(width(strangers));
  });
});
