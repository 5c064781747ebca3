import type { Queryable } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';
import type { Sealer } from './seal.ts';

/** The data key of one line as the database holds it: under the master key, or null once it was forgotten. */
export type WrappedKey = { readonly line: number; readonly wrapped: Buffer | null };

/** Where the data key of a line is bound to. */
export function keyPlace(numberId: string, line: number): string {
  return `${numberId}/${line}`;
}

/** Where sealed words are bound to: the entry they belong to. */
export function wordsPlace(numberId: string, seq: number): string {
  return `${numberId}:${seq}`;
}

export function unwrapKey(sealer: Sealer, numberId: string, key: WrappedKey): Uint8Array | null {
  return key.wrapped && sealer.open('line key', keyPlace(numberId, key.line), key.wrapped);
}

const FIND_KEYS = statement(
  'line_keys_find',
  'select line, wrapped_key as wrapped from line_keys where number_id = $1 order by line',
);

/** The data keys of a number's lines. */
export async function findLineKeys(db: Queryable, numberId: string): Promise<WrappedKey[]> {
  return (await db.query<WrappedKey>(FIND_KEYS(numberId))).rows;
}

const FORGET_KEY = statement(
  'line_keys_forget',
  'update line_keys set wrapped_key = null where number_id = $1 and line = $2 and wrapped_key is not null',
);

/** Makes the sealed words of a line unreadable for good. True when there was something to forget. */
export async function forgetLineKey(db: Queryable, numberId: string, line: number): Promise<boolean> {
  return (await db.query(FORGET_KEY(numberId, line))).rowCount === 1;
}
