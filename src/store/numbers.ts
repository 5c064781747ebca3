import type { Instant } from '../domain/time.ts';
import { newNumberId } from '../platform/ids.ts';
import type { Pool, Queryable } from '../platform/pool.ts';
import type { Randomness } from '../platform/randomness.ts';
import { statement } from '../platform/statement.ts';
import { isRefusedStatement } from './database-errors.ts';
import type { Sealer } from './seal.ts';
import { createShared } from './shared.ts';

/** From digits (E.164) to journals and back. `account` asks for the number as that account reported it. */
export type Numbers = {
  /** The number's id, shared by concurrent callers; null when nobody spoke of it yet. */
  find(digits: string, account?: string): Promise<string | null>;
  /** The number's id, made on first mention. */
  findOrCreate(digits: string, now: Instant, account?: string): Promise<string>;
  /** The digits of these numbers; one whose link was shredded is missing. */
  digitsOf(numberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

type Asked = { readonly blind: string; readonly account: string };

const FIND = statement(
  'numbers_find',
  `select q.i, l.number_id from json_to_recordset($1) as q(i integer, b bytea, a text)
  cross join lateral (select number_id from number_lookups where blind_index = q.b and account = q.a offset 0) l`,
);

const CREATE = `
  with known as (
    insert into number_lookups (blind_index, account, number_id) values ($1, $2, $3)
    on conflict (blind_index, account) do nothing returning number_id
  )
  insert into numbers (number_id, blind_index, digits_sealed, owner_account, created_at)
  select number_id, $1, $4, nullif($2, ''), $5 from known returning number_id`;

export function createNumbers(options: {
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly random: Randomness;
}): Numbers {
  const { pool, sealer, random } = options;
  const findShared = createShared<Asked, string | null>({
    limit: 256,
    run: (asked) => findMany(pool, asked),
    mayBeOnes: isRefusedStatement,
  });
  const find = (digits: string, account = '') =>
    findShared({ blind: sealer.blindIndex(digits).toString('hex'), account });

  return {
    find,
    async findOrCreate(digits, now, account = '') {
      const found = await find(digits, account);
      if (found !== null) return found;
      const numberId = newNumberId(random);
      const sealed = sealer.seal('digits', numberId, Buffer.from(digits));
      const made = await pool.query(CREATE, [sealer.blindIndex(digits), account, numberId, sealed, now]);
      if (made.rowCount === 1) return numberId;
      const others = await find(digits, account);
      if (others === null) throw new Error('a number was found, and a moment later it was gone');
      return others;
    },
    async digitsOf(numberIds) {
      const { rows } = await pool.query<{ number_id: string; sealed: Buffer }>(DIGITS(numberIds));
      return new Map(
        rows.map((row) => [row.number_id, sealer.open('digits', row.number_id, row.sealed).toString()] as const),
      );
    },
  };
}

const DIGITS = statement(
  'numbers_digits',
  'select number_id, digits_sealed as sealed from numbers where number_id = any($1::bigint[]) and digits_sealed is not null',
);

async function findMany(db: Queryable, asked: readonly Asked[]): Promise<(string | null)[]> {
  const question = asked.map(({ blind, account }, i) => ({ i, b: `\\x${blind}`, a: account }));
  const { rows } = await db.query<{ i: number; number_id: string }>(FIND(JSON.stringify(question)));
  const found = new Map(rows.map((row) => [row.i, row.number_id]));
  return asked.map((_, index) => found.get(index) ?? null);
}

/** Shreds the link between a number's journal and its digits: neither leads to the other any more. */
export async function forgetDigits(db: Queryable, numberId: string, noise: Uint8Array): Promise<void> {
  await db.query('delete from number_lookups where number_id = $1', [numberId]);
  await db.query('update numbers set digits_sealed = null, blind_index = $2 where number_id = $1', [numberId, noise]);
}
