import { createHash } from 'node:crypto';
import type { Randomness } from './randomness.ts';

/** 20 signs of 23 that are told apart by eye and ear: 90 bits, beyond guessing. */
const SIGNS = '34679ACDEFGHJKMNPQRTWXY';
const LENGTH = 20;

/** A code that a person can write down and read out, in groups of four. It is shown once; only its hash is kept. */
export function newSecretCode(random: Randomness): string {
  let signs = '';
  while (signs.length < LENGTH) {
    for (const byte of random(LENGTH)) {
      if (byte < 253 && signs.length < LENGTH) signs += SIGNS.charAt(byte % SIGNS.length);
    }
  }
  return (signs.match(/.{4}/g) ?? []).join('-');
}

/** What is kept of a code. Spaces, strokes and small letters do not matter. */
export function hashOfSecretCode(typed: string): Buffer {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(signs).digest();
}

/** So many digits, for a code that is sent and typed again within minutes. */
export function newDigits(random: Randomness, length: number): string {
  const value = Buffer.from(random(6)).readUIntBE(0, 6);
  return String(value % 10 ** length).padStart(length, '0');
}
