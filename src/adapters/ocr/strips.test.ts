import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripsOf } from './strips.ts';

describe('stripsOf', () => {
  test('one phone screen is looked at once', () => {
    expect(stripsOf({ width: 1080, height: 2400 })).toEqual([{ top: 0, height: 2400, from: 0, until: 2400 }]);
  });

  test('a roll of five screens is cut', () => {
    expect(stripsOf({ width: 390, height: 5 * 844 })).toHaveLength(6);
  });

  test('every row has exactly one strip, in which it stands with room on both sides', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 3000 }),
      ratio: fc.double({ min: 0.02, max: 12, noNaN: true }),
    });
    fc.assert(
      fc.property(sizes, ({ width, ratio }) => {
        const height = Math.max(1, Math.round(width * ratio));
        const strips = stripsOf({ width, height });
        let owned = 0;
        for (const { top, height: tall, from, until } of strips) {
          expect(from).toBe(owned);
          owned = until;
          expect(from === 0 || from - top >= Math.floor(0.08 * width)).toBe(true);
          expect(until === height || top + tall - until >= Math.floor(0.08 * width)).toBe(true);
          expect(top + tall).toBeLessThanOrEqual(height);
        }
        expect(owned).toBe(height);
      }),
    );
  });
});
