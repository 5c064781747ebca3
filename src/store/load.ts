import type { NumberState } from '../domain/journal/state.ts';
import { emptyState } from '../domain/journal/state.ts';
import type { JsonValue } from '../domain/refusal.ts';
import type { Queryable } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';
import { GENESIS } from './chain.ts';
import type { WrappedKey } from './line-keys.ts';

/** What a client asked under a key before, and what it was answered. */
export type Replay = { readonly requestHash: string; readonly reply: JsonValue };

/** A number as it stood at one hash. */
export type Head = {
  readonly state: NumberState;
  /** Hex. */
  readonly hash: string;
  readonly keys: readonly WrappedKey[];
};

export type LoadRequest = {
  readonly numberId: string;
  readonly key: { readonly actor: string; readonly key: string } | null;
};

export type LoadResult = { readonly head: Head; readonly replay: Replay | null };

/** Heads that were read or written lately, found again by number. */
export type HeadMemory = {
  find(numberId: string): Head | undefined;
  keep(head: Head, weight: number): void;
};

type LoadRow = {
  readonly hash: string | null;
  readonly state: string | null;
  readonly keys: readonly { readonly line: number; readonly wrapped: string | null }[] | null;
  readonly request_hash: string | null;
  readonly reply: JsonValue;
};

/** `offset 0` keeps each look-up an index probe, whatever a plan made on an empty table believed. */
const LOAD = statement(
  'journal_load',
  `select h.hash, h.state, h.keys, k.request_hash, k.reply
  from json_to_recordset($1) as q(i integer, n bigint, w boolean, h text, a text, k text)
  left join lateral (
    select encode(hash, 'hex') as hash,
      case when q.w and encode(hash, 'hex') is distinct from q.h then state end as state,
      case when q.w and encode(hash, 'hex') is distinct from q.h then (
        select json_agg(json_build_object('line', line, 'wrapped', encode(wrapped_key, 'base64')))
        from line_keys where number_id = q.n
      ) end as keys
    from number_heads where number_id = q.n offset 0
  ) h on true
  left join lateral (
    select request_hash, reply from idempotency_keys where number_id = q.n and actor_id = q.a and key = q.k offset 0
  ) k on true
  order by q.i`,
);

/** Reads many numbers at once. Of a number that stands where the memory has it, only the hash travels. */
export async function loadHeads(
  db: Queryable,
  memory: HeadMemory,
  requests: readonly LoadRequest[],
): Promise<LoadResult[]> {
  const known = requests.map(({ numberId }) => memory.find(numberId));
  const seen = new Set<string>();
  const asked = requests.map(({ numberId, key }, i) => {
    // A number that many ask for sends its state once.
    const first = !seen.has(numberId);
    seen.add(numberId);
    return { i, n: numberId, w: first, h: known[i]?.hash, a: key?.actor, k: key?.key };
  });
  const { rows } = await db.query<LoadRow>(LOAD(JSON.stringify(asked)));
  const heads = new Map<string, Head>();
  return requests.map(({ numberId }, index) => {
    const row = rows[index] as LoadRow;
    const head = heads.get(numberId) ?? headOf(numberId, row, known[index], memory);
    heads.set(numberId, head);
    const replay = row.request_hash === null ? null : { requestHash: row.request_hash, reply: row.reply };
    return { head, replay };
  });
}

function headOf(numberId: string, row: LoadRow, known: Head | undefined, memory: HeadMemory): Head {
  if (row.hash === null) return { state: emptyState(numberId), hash: GENESIS, keys: [] };
  if (row.state === null) {
    if (known?.hash !== row.hash) throw new Error(`number ${numberId} was read without its state`);
    return known;
  }
  const keys = (row.keys ?? []).map(({ line, wrapped }) => ({
    line,
    wrapped: wrapped === null ? null : Buffer.from(wrapped, 'base64'),
  }));
  const head = { state: JSON.parse(row.state) as NumberState, hash: row.hash, keys };
  memory.keep(head, row.state.length);
  return head;
}
