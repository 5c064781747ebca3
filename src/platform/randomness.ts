import { randomFillSync } from 'node:crypto';

/** Gives so many unpredictable bytes; chance is an argument, so that tests can repeat it. */
export type Randomness = (bytes: number) => Uint8Array;

export const systemRandomness: Randomness = (bytes) => randomFillSync(new Uint8Array(bytes));
