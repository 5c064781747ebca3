import type { Queryable } from '../platform/pool.ts';
import type { PreparedAppend } from './append.ts';
import { appendStatement, PARTS } from './append-statement.ts';
import { bigintArray, byteaArray, textArray } from './binary-array.ts';
import { isNewJobRace, isTransient } from './database-errors.ts';

const ATTEMPTS = 5;

/** Commits many numbers' commands in one statement; tried again after a deadlock, because then nothing was written. */
export async function appendBatch(db: Queryable, appends: readonly PreparedAppend[]): Promise<('done' | 'conflict')[]> {
  const parts = PARTS.filter((part) => appends.some((append) => append.parts[part] !== undefined));
  const values = parts.map((part) => arrayOf(appends.map((append) => append.parts[part])));
  const heads = [
    bigintArray(appends.map(({ numberId }) => numberId)),
    bigintArray(appends.map(({ head }) => head.state.seq)),
    byteaArray(appends.map(({ head }) => Buffer.from(head.hash, 'hex'))),
    byteaArray(appends.map(({ before }) => Buffer.from(before, 'hex'))),
    textArray(appends.map(({ state }) => state)),
  ];
  const query = appendStatement(parts)(...heads, ...values);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await db.query<{ number_id: string }>(query);
      const moved = new Set(rows.map((row) => row.number_id));
      return appends.map(({ numberId }) => (moved.has(numberId) ? 'done' : 'conflict'));
    } catch (error) {
      if (!(isTransient(error) || isNewJobRace(error)) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Rows that are JSON already become one JSON array. */
function arrayOf(texts: readonly (string | undefined)[]): string {
  return `[${texts.filter((text) => text !== undefined).join(',')}]`;
}
