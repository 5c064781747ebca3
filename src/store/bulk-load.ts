import type { NumberState } from '../domain/journal/state.ts';
import { emptyState } from '../domain/journal/state.ts';
import type { JsonValue } from '../domain/refusal.ts';
import type { Queryable } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';
import { bigintArray, byteaArray, textArray } from './binary-array.ts';
import { GENESIS } from './chain.ts';
import type { Head, Replay } from './load.ts';
import type { Sealer } from './seal.ts';

/** `offset 0` keeps each look-up an index probe, whatever a plan made on an empty table believed. */
const RESOLVE = statement(
  'bulk_resolve',
  `select q.i::integer as i, l.number_id from unnest($1::bytea[]) with ordinality as q(b, i)
  cross join lateral (select number_id from number_lookups where blind_index = q.b and account = '' offset 0) l`,
);

const HEADS = statement(
  'bulk_heads',
  `select h.number_id, encode(h.hash, 'hex') as hash, h.state from unnest($1::bigint[]) as q(n)
  cross join lateral (select number_id, hash, state from number_heads where number_id = q.n offset 0) h`,
);

const KEYS = statement(
  'bulk_keys',
  `select q.i::integer as i, k.request_hash, k.reply
  from unnest($1::bigint[], $2::text[]) with ordinality as q(n, k, i)
  cross join lateral (
    select request_hash, reply from idempotency_keys where number_id = q.n and actor_id = $3 and key = q.k offset 0
  ) k`,
);

/** The numbers of these digits that are known, by digits. */
export async function resolveMany(
  db: Queryable,
  sealer: Sealer,
  digits: readonly string[],
): Promise<Map<string, string>> {
  if (digits.length === 0) return new Map();
  const { rows } = await db.query<{ i: number; number_id: string }>(
    RESOLVE(byteaArray(digits.map((one) => sealer.blindIndex(one)))),
  );
  return new Map(rows.map(({ i, number_id }) => [digits[i - 1] ?? '', number_id]));
}

/** Many numbers as they stand; one without a journal stands at its beginning. Keys of lines are not read along. */
export async function loadMany(db: Queryable, numberIds: readonly string[]): Promise<Map<string, Head>> {
  const heads = new Map<string, Head>();
  if (numberIds.length === 0) return heads;
  const { rows } = await db.query<{ number_id: string; hash: string; state: string }>(HEADS(bigintArray(numberIds)));
  for (const { number_id, hash, state } of rows)
    heads.set(number_id, { state: JSON.parse(state) as NumberState, hash, keys: [] });
  return heads;
}

/** A number before its first entry. */
export function newHead(numberId: string): Head {
  return { state: emptyState(numberId), hash: GENESIS, keys: [] };
}

/** Earlier answers under these keys of one actor, by place in the list. */
export async function findReplays(
  db: Queryable,
  actorId: string,
  asked: readonly { readonly numberId: string; readonly key: string }[],
): Promise<Map<number, Replay>> {
  if (asked.length === 0) return new Map();
  const { rows } = await db.query<{ i: number; request_hash: string; reply: JsonValue }>(
    KEYS(bigintArray(asked.map(({ numberId }) => numberId)), textArray(asked.map(({ key }) => key)), actorId),
  );
  return new Map(rows.map(({ i, request_hash, reply }) => [i - 1, { requestHash: request_hash, reply }]));
}
