import { randomFillSync } from 'node:crypto';

/** Gives so many unpredictable bytes; chance is an argument, so that tests can repeat it. */
export type Randomness = (bytes: number) => Uint8Array;

const POOL = 4096;
let pool = new Uint8Array(0);
let at = 0;

/** From the machine, drawn some thousand bytes at a time; none is handed out twice, and what was handed out is wiped here. */
export const systemRandomness: Randomness = (bytes) => {
  if (bytes > POOL / 8) return randomFillSync(new Uint8Array(bytes));
  if (at + bytes > pool.length) {
    pool = randomFillSync(new Uint8Array(POOL));
    at = 0;
  }
  const drawn = pool.slice(at, at + bytes);
  pool.fill(0, at, at + bytes);
  at += bytes;
  return drawn;
};
