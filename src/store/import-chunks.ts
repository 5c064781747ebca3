import { gunzipSync, gzipSync } from 'node:zlib';
import type { Counts, RowVerdict, RowVerdictKind } from '../domain/imports/import.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

/** Rows that are committed together, with where the file stood before and after them. */
export type Chunk = {
  readonly importId: string;
  readonly firstRow: number;
  readonly fromByte: number;
  readonly toByte: number;
  readonly counts: Counts;
  readonly verdicts: readonly RowVerdict[];
  readonly workedMs: number;
  readonly leaseMs: number;
  readonly now: Instant;
};

/** Moves an import on by these rows, unless somebody else did or it is held: then false, and nothing may be written. */
export async function advanceImport(db: Queryable, chunk: Chunk): Promise<boolean> {
  const { counts } = chunk;
  const { rowCount } = await db.query(
    `update imports set at_byte = $3, rows_read = rows_read + $4, recorded = recorded + $5, duplicate = duplicate + $6,
      flagged = flagged + $7, lifted = lifted + $8, refused = refused + $9, worked_ms = worked_ms + $10, changed_at = $11,
      leased_until = now() + $12 * interval '1 millisecond'
    where import_id = $1 and at_byte = $2 and status = 'running'`,
    [
      chunk.importId,
      chunk.fromByte,
      chunk.toByte,
      chunk.verdicts.length,
      counts.recorded,
      counts.duplicate,
      counts.flagged,
      counts.lifted,
      counts.refused,
      chunk.workedMs,
      chunk.now,
      chunk.leaseMs,
    ],
  );
  return rowCount === 1;
}

/** Verdicts as they are kept. */
export function packVerdicts(verdicts: readonly RowVerdict[]): Buffer {
  return gzipSync(verdicts.map((one) => JSON.stringify(one)).join('\n'), { level: 1 });
}

export async function addVerdicts(db: Queryable, chunk: Chunk, packed: Buffer): Promise<void> {
  await db.query('insert into import_chunks (import_id, first_row, rows, verdicts) values ($1, $2, $3, $4)', [
    chunk.importId,
    chunk.firstRow,
    chunk.verdicts.length,
    packed,
  ]);
  await addFaults(db, chunk);
}

const EXAMPLES = 5;

export type Fault = { readonly code: string; readonly rows: number; readonly examples: readonly RowVerdict[] };

async function addFaults(db: Queryable, { importId, verdicts }: Chunk): Promise<void> {
  const faults = new Map<string, { rows: number; examples: RowVerdict[] }>();
  for (const one of verdicts) {
    if (one.verdict !== 'refused' || one.code === undefined) continue;
    const fault = faults.get(one.code) ?? { rows: 0, examples: [] };
    faults.set(one.code, fault);
    fault.rows += 1;
    if (fault.examples.length < EXAMPLES) fault.examples.push(one);
  }
  if (faults.size === 0) return;
  const rows = [...faults].map(([code, fault]) => ({ code, ...fault }));
  await db.query(
    `insert into import_faults as f (import_id, code, rows, examples)
      select $1, code, rows, examples from json_to_recordset($2::json) as r(code text, rows bigint, examples jsonb)
    on conflict (import_id, code) do update set rows = f.rows + excluded.rows,
      examples = case when jsonb_array_length(f.examples) < ${EXAMPLES} then jsonb_path_query_array(f.examples || excluded.examples, '$[0 to ${EXAMPLES - 1}]') else f.examples end`,
    [importId, JSON.stringify(rows)],
  );
}

/** Refused rows by reason, most first. */
export async function listFaults(db: Queryable, importId: string): Promise<Fault[]> {
  const { rows } = await db.query<Fault>(
    `select code, rows::float8 as rows, examples from import_faults where import_id = $1 order by rows desc, code`,
    [importId],
  );
  return rows;
}

/** What became of each row, in order, a bounded part of it in memory at a time. */
export async function* readVerdicts(
  db: Queryable,
  importId: string,
  only: readonly RowVerdictKind[] | null = null,
): AsyncGenerator<readonly RowVerdict[]> {
  for (let after = -1; ; ) {
    const { rows } = await db.query<{ first_row: string; verdicts: Buffer }>(
      `select first_row, verdicts from import_chunks where import_id = $1 and first_row > $2 order by first_row limit 1`,
      [importId, after],
    );
    const chunk = rows[0];
    if (!chunk) return;
    after = Number(chunk.first_row);
    const verdicts = unpackVerdicts(chunk.verdicts);
    yield only ? verdicts.filter(({ verdict }) => only.includes(verdict)) : verdicts;
  }
}

function unpackVerdicts(packed: Uint8Array): RowVerdict[] {
  return gunzipSync(packed)
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line) as RowVerdict);
}
