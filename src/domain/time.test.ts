import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantFromMs, isInstant } from './time.ts';

/** What the calendar of the machine says: reading it and writing it anew gives the same text. */
function isWrittenAnew(text: string): boolean {
  const ms = Date.parse(text);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(ms) && instantFromMs(ms) === text;
}

const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));

it('knows the moments that there are, as the machine does', () => {
  fc.assert(
    fc.property(year, two, two, two, two, two, (y, month, day, hour, minute, second) => {
      const text = `${y}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
      expect(isInstant(text), text).toBe(isWrittenAnew(text));
    }),
    { numRuns: 3_000, seed: 20260302 },
  );
  for (let month = 0; month <= 13; month += 1)
    for (let day = 0; day <= 32; day += 1)
      for (const y of [1900, 2000, 2023, 2024, 2100]) {
        const text = `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T23:59:59.999Z`;
        expect(isInstant(text), text).toBe(isWrittenAnew(text));
      }
  for (const text of ['2026-01-01T24:00:00.000Z', '2026-01-01T23:59:60.000Z', '2026-01-01T00:00:00Z', '']) {
    expect(isInstant(text), text).toBe(false);
  }
});
