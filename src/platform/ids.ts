import { type Instant, msOf } from '../domain/time.ts';
import type { Randomness } from './randomness.ts';

/** Crockford's base 32: no i, l, o, u. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** 23 signs that neither look nor, read over the phone, sound like one another's digits: no 0 O 1 I L 2 Z 5 S 8 B U V. */
const SPOKEN = '34679ACDEFGHJKMNPQRTWXY';
const SPOKEN_LENGTH = 8;

/** A random id of a number: 63 bits, never zero, as a decimal string that fits PostgreSQL's bigint. */
export function newNumberId(random: Randomness): string {
  const value = BigInt(`0x${hex(random(8))}`) & 0x7fff_ffff_ffff_ffffn;
  return value === 0n ? newNumberId(random) : value.toString();
}

/** `prefix_` and 26 signs: 48 bits of time, so that ids sort by age, and 80 random bits. */
export function newId(prefix: string, now: Instant, random: Randomness): string {
  let value = (BigInt(msOf(now)) << 80n) | BigInt(`0x${hex(random(10))}`);
  let text = '';
  for (let index = 0; index < 26; index += 1) {
    text = CROCKFORD.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return `${prefix}_${text}`;
}

/** A reference to read over the phone, `XXX-XXX-XXX`: eight random signs and a check sign. */
export function newSpokenReference(random: Randomness): string {
  const digits: number[] = [];
  while (digits.length < SPOKEN_LENGTH) {
    for (const byte of random(SPOKEN_LENGTH)) {
      // Bytes above the largest multiple of 23 would make the first signs likelier.
      if (byte < 253 && digits.length < SPOKEN_LENGTH) digits.push(byte % SPOKEN.length);
    }
  }
  return grouped(digits.map((digit) => SPOKEN.charAt(digit)).join('') + checkSign(digits));
}

/** The reference in its one spelling, or null when a sign was misheard, swapped, left out or added. */
export function readSpokenReference(text: string): string | null {
  const signs = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '');
  if (signs.length !== SPOKEN_LENGTH + 1) return null;
  const digits = [...signs].map((sign) => SPOKEN.indexOf(sign));
  if (digits.includes(-1)) return null;
  return checkSign(digits.slice(0, SPOKEN_LENGTH)) === signs.at(-1) ? grouped(signs) : null;
}

/** Weighted by place over a prime, so that every single mistake and every swap of two signs changes it. */
function checkSign(digits: readonly number[]): string {
  const sum = digits.reduce((total, digit, index) => total + digit * (index + 2), 0);
  return SPOKEN.charAt(sum % SPOKEN.length);
}

function grouped(signs: string): string {
  return `${signs.slice(0, 3)}-${signs.slice(3, 6)}-${signs.slice(6)}`;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
