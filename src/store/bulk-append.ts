import { setImmediate as breathe } from 'node:timers/promises';
import type { NewEntry } from '../domain/journal/entry.ts';
import type { NumberState } from '../domain/journal/state.ts';
import type { JsonValue } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { Connection, Pool } from '../platform/pool.ts';
import { inTransaction } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';
import { prepareAppend, type StoredJob } from './append.ts';
import { appendStatement, PARTS } from './append-statement.ts';
import { bigintArray, byteaArray, textArray } from './binary-array.ts';
import { canonicalJson } from './canonical.ts';
import { chainHash } from './chain.ts';
import { CopyRows, copyInto } from './copy-rows.ts';
import { addVerdicts, advanceImport, type Chunk, packVerdicts } from './import-chunks.ts';
import type { Head } from './load.ts';
import type { Sealer } from './seal.ts';

/** All that some rows of an import do to one number. */
export type NumberWork = {
  readonly before: Head;
  readonly after: NumberState;
  readonly entries: readonly NewEntry[];
  readonly keys: readonly { readonly key: string; readonly requestHash: string; readonly reply: JsonValue }[];
  readonly jobs: readonly StoredJob[];
};

export type NewNumber = { readonly numberId: string; readonly digits: string };

type MovedHead = { readonly numberId: string; seq: number; hash: string; before: string; state: string };

/** Made and hashed, ready to be written. */
export type PreparedBulk = {
  readonly numbers: readonly NewNumber[];
  readonly now: Instant;
  /** Heads of numbers that only facts were told to, and of all others. */
  readonly plain: readonly MovedHead[];
  readonly whole: readonly MovedHead[];
  /** JSON rows of what facts alone never touch: keys of lines, projections, jobs. */
  readonly parts: ReadonlyMap<(typeof PARTS)[number], readonly string[]>;
  readonly entries: CopyRows;
  readonly keys: CopyRows;
  /** Heads as they stand once this is committed. */
  readonly after: ReadonlyMap<string, Head>;
};

/** Numbers between which others have their turn. */
const BREATH = 256;

const ENTRY_COLUMNS =
  'number_id, seq, line, kind, kind_version, recorded_at, effective_at, source, source_id, actor_id, actor_role, purpose, data, sealed, prev_hash, hash';
const KEY_COLUMNS = 'number_id, actor_id, key, request_hash, reply';

/**
 * Seals, hashes and projects the work on many numbers. Numbers to which only facts were told touch no projection; any
 * other goes the way of a single command.
 */
export async function prepareBulk(
  sealer: Sealer,
  actorId: string,
  work: readonly NumberWork[],
  numbers: readonly NewNumber[],
  now: Instant,
): Promise<PreparedBulk> {
  const entries = new CopyRows();
  const keys = new CopyRows();
  const parts = new Map<(typeof PARTS)[number], string[]>();
  const after = new Map<string, Head>();
  const inOrder = work.toSorted((a, b) => compareIds(a.before.state.numberId, b.before.state.numberId));
  const [plain, whole]: MovedHead[][] = [[], []];
  for (const one of inOrder) {
    const { before, after: state } = one;
    const { numberId } = before.state;
    const id = BigInt(numberId);
    for (const { key, requestHash, reply } of one.keys)
      keys.row(5).bigint(id).text(actorId).text(key).text(requestHash).text(JSON.stringify(reply));
    const isPlain = one.jobs.length === 0 && one.entries.every(isPlainFact);
    const head = isPlain ? writePlain(entries, id, one) : writeWhole(sealer, parts, one);
    after.set(numberId, head);
    const moved = { numberId, seq: state.seq, hash: head.hash, before: before.hash, state: JSON.stringify(state) };
    (isPlain ? plain : whole)?.push(moved);
    if (after.size % BREATH === 0) await breathe();
  }
  return { numbers, now, plain: plain ?? [], whole: whole ?? [], parts, entries, keys, after };
}

/** Nothing that a list shows hangs on it, and nothing of it is sealed. */
function isPlainFact({ kind, personal }: NewEntry): boolean {
  return kind === 'fact.recorded' && !personal;
}

function writePlain(rows: CopyRows, id: bigint, { before, after, entries }: NumberWork): Head {
  let { hash } = before;
  for (const entry of entries) {
    const { seq, line, kind, kindVersion, recordedAt, effectiveAt, source, sourceId, actor, purpose } = entry;
    const data = canonicalJson(entry.data);
    const prevHash = hash;
    hash = chainHash(prevHash, { ...entry, sealed: null }, data);
    rows.row(16).bigint(id).bigint(BigInt(seq)).integer(line).text(kind).integer(kindVersion);
    rows.moment(recordedAt).moment(effectiveAt).text(source).text(sourceId).text(actor.id).text(actor.role);
    rows.text(purpose).jsonb(data).nothing().hex(prevHash).hex(hash);
  }
  return { state: after, hash, keys: before.keys };
}

function writeWhole(
  sealer: Sealer,
  parts: Map<(typeof PARTS)[number], string[]>,
  { before, after, entries, jobs }: NumberWork,
): Head {
  const prepared = prepareAppend(sealer, { before, after, entries, key: null, jobs });
  for (const part of PARTS) {
    const rows = prepared.parts[part];
    if (rows === undefined) continue;
    const known = parts.get(part);
    if (known) known.push(rows);
    else parts.set(part, [rows]);
  }
  return prepared.head;
}

/** Someone else moved one of the numbers, made one of them, or worked on the import: nothing was written. */
export class BulkConflict extends Error {
  override name = 'BulkConflict';
}

/**
 * One commit for all of it: the place in the file, the verdicts, and every number's heads, entries and keys, in key order.
 * Throws `BulkConflict` when any part of it stands elsewhere than it was decided on.
 */
export async function commitBulk(pool: Pool, sealer: Sealer, bulk: PreparedBulk, chunk: Chunk): Promise<void> {
  const packed = packVerdicts(chunk.verdicts);
  await inTransaction(pool, async (connection) => {
    if (!(await advanceImport(connection, chunk))) throw new BulkConflict('the import stands elsewhere');
    await addVerdicts(connection, chunk, packed);
    await writeBulk(connection, sealer, bulk);
  });
}

/** The numbers of a bulk alone, in the caller's transaction. */
export async function writeBulk(connection: Connection, sealer: Sealer, bulk: PreparedBulk): Promise<void> {
  await addNumbers(connection, sealer, bulk);
  await moveWhole(connection, bulk);
  if (bulk.plain.length > 0) {
    const moved = await connection.query(MOVE(...columnsOf(bulk.plain)));
    if (moved.rowCount !== bulk.plain.length) throw new BulkConflict('a number was moved on meanwhile');
  }
  if (bulk.entries.rows > 0) await copyInto(connection, 'entries', ENTRY_COLUMNS, bulk.entries.end());
  if (bulk.keys.rows > 0) await copyInto(connection, 'idempotency_keys', KEY_COLUMNS, bulk.keys.end());
}

async function moveWhole(connection: Connection, { whole, parts }: PreparedBulk): Promise<void> {
  if (whole.length === 0) return;
  const present = PARTS.filter((part) => parts.has(part));
  const values = present.map((part) => `[${(parts.get(part) ?? []).join(',')}]`);
  const moved = await connection.query(appendStatement(present)(...columnsOf(whole), ...values));
  if (moved.rowCount !== whole.length) throw new BulkConflict('a number was moved on meanwhile');
}

function columnsOf(heads: readonly MovedHead[]): Buffer[] {
  return [
    bigintArray(heads.map(({ numberId }) => numberId)),
    bigintArray(heads.map(({ seq }) => seq)),
    byteaArray(heads.map(({ hash }) => Buffer.from(hash, 'hex'))),
    byteaArray(heads.map(({ before }) => Buffer.from(before, 'hex'))),
    textArray(heads.map(({ state }) => state)),
  ];
}

/** Numbers that have a head already: half the cost of the append that must also be able to make one. */
const MOVE = statement(
  'bulk_move',
  `update number_heads head set seq = r.seq, hash = r.hash, prev_hash = r.prev_hash, state = r.state
  from (
    select * from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[], $5::text[])
      as r(number_id, seq, hash, prev_hash, state) order by number_id offset 0
  ) r
  where head.number_id = r.number_id and head.hash = r.prev_hash`,
);

async function addNumbers(connection: Connection, sealer: Sealer, { numbers, now }: PreparedBulk): Promise<void> {
  if (numbers.length === 0) return;
  const made = await connection.query(
    `with known as (
      insert into number_lookups (blind_index, account, number_id)
        select b, '', n from unnest($1::bytea[], $2::bigint[]) as r(b, n) order by b
      on conflict (blind_index, account) do nothing returning blind_index, number_id
    )
    insert into numbers (number_id, blind_index, digits_sealed, owner_account, created_at)
      select k.number_id, k.blind_index, r.d, null, $4 from known k join unnest($2::bigint[], $3::bytea[]) as r(n, d) on r.n = k.number_id`,
    [
      byteaArray(numbers.map(({ digits }) => sealer.blindIndex(digits))),
      bigintArray(numbers.map(({ numberId }) => numberId)),
      byteaArray(numbers.map(({ numberId, digits }) => sealer.seal('digits', numberId, Buffer.from(digits)))),
      now,
    ],
  );
  if (made.rowCount !== numbers.length) throw new BulkConflict('a number was made meanwhile');
}

/** Decimal texts as numbers: the shorter one is less. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
