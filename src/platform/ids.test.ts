import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, newNumberId, newSpokenReference, readSpokenReference } from './ids.ts';
import type { Randomness } from './randomness.ts';
import { systemRandomness } from './randomness.ts';

const SIGNS = [...'34679ACDEFGHJKMNPQRTWXY'];

function repeating(bytes: readonly number[]): Randomness {
  let at = 0;
  return (count) => Uint8Array.from({ length: count }, () => bytes[at++ % bytes.length] ?? 0);
}

describe('newNumberId', () => {
  test('is a positive bigint of PostgreSQL whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        fc.pre(bytes.some((byte, index) => (index === 0 ? byte & 0x7f : byte) !== 0));
        const id = BigInt(newNumberId(repeating([...bytes])));
        expect(id > 0n && id < 2n ** 63n).toBe(true);
      }),
    );
  });

  test('draws again instead of answering zero', () => {
    expect(newNumberId(repeating([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]))).toBe('7');
  });
});

describe('newId', () => {
  test('has its prefix and 26 signs', () => {
    expect(newId('case', '2026-11-23T04:12:01.123Z', systemRandomness)).toMatch(/^case_[0-9a-hjkmnp-tv-z]{26}$/);
  });

  test('sorts by time', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        fc.pre(one < other);
        const [first, second] = [one, other].map((date) => newId('x', date.toISOString(), systemRandomness));
        expect((first as string) < (second as string)).toBe(true);
      }),
    );
  });
});

describe('spoken references', () => {
  const reference = fc
    .uint8Array({ minLength: 64, maxLength: 64 })
    .map((bytes) => newSpokenReference(repeating([...bytes, 1])));

  test('are read back however they are spelled', () => {
    fc.assert(
      fc.property(reference, (text) => {
        expect(text).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{3}(-[34679ACDEFGHJKMNPQRTWXY]{3}){2}$/);
        expect(readSpokenReference(text)).toBe(text);
        expect(readSpokenReference(` ${text.toLowerCase().replaceAll('-', ' ')} `)).toBe(text);
        expect(
          readSpokenReference(
            text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
          ),
        ).toBe(text);
      }),
    );
  });

  test('a single misheard sign is noticed, whichever', () => {
    fc.assert(
      fc.property(reference, fc.nat(8), fc.constantFrom(...SIGNS), (text, place, sign) => {
        const signs = [...text.replaceAll('-', '')];
        fc.pre(signs[place] !== sign);
        signs[place] = sign;
        expect(readSpokenReference(signs.join(''))).toBeNull();
      }),
    );
  });

  test('two swapped neighbours are noticed', () => {
    fc.assert(
      fc.property(reference, fc.nat(7), (text, place) => {
        const signs = [...text.replaceAll('-', '')];
        const [left = '', right = ''] = signs.slice(place, place + 2);
        fc.pre(left !== right);
        signs.splice(place, 2, right, left);
        expect(readSpokenReference(signs.join(''))).toBeNull();
      }),
    );
  });

  test('a sign too few, too many or unknown is noticed', () => {
    const text = newSpokenReference(systemRandomness);
    expect(readSpokenReference(text.slice(1))).toBeNull();
    expect(readSpokenReference(`${text}3`)).toBeNull();
    expect(readSpokenReference(text.replace(/^./, 'O'))).toBeNull();
    expect(readSpokenReference('')).toBeNull();
  });

  test('every first sign is equally likely', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const first = newSpokenReference(repeating([byte, 0, 0, 0, 0, 0, 0, 0])).charAt(0);
      if (byte < 253) counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(SIGNS.map(() => 11));
  });
});
