import type { Import, ImportStatus } from '../domain/imports/import.ts';
import type { Instant } from '../domain/time.ts';
import type { Pool, Queryable } from '../platform/pool.ts';
import { inTransaction } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';
import { enqueue } from './jobs.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

const COLUMNS = `import_id as "importId", carrier_id as "carrierId", system_id as "systemId", uploaded_by as "uploadedBy",
  file_name as "fileName", format, columns, status, fault, bytes::float8 as bytes, at_byte::float8 as "atByte",
  rows_read::float8 as "rowsRead", json_build_object('recorded', recorded, 'duplicate', duplicate, 'flagged', flagged,
  'lifted', lifted, 'refused', refused) as counts, worked_ms::float8 as "workedMs", created_at as "createdAt",
  changed_at as "changedAt", ended_at as "endedAt"`;

export type NewImport = Pick<
  Import,
  'importId' | 'carrierId' | 'systemId' | 'uploadedBy' | 'fileName' | 'format' | 'columns' | 'createdAt'
>;

/** Begins an import that is still being received: its first part comes with it. */
export async function addImport(db: Queryable, one: NewImport): Promise<void> {
  await db.query(
    `insert into imports (import_id, carrier_id, system_id, uploaded_by, file_name, format, columns, status, created_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, 'receiving', $8, $8)`,
    [one.importId, one.carrierId, one.systemId, one.uploadedBy, one.fileName, one.format, one.columns, one.createdAt],
  );
}

export type ImportPart = { readonly part: number; readonly firstByte: number; readonly sha256: string };

/** False when the import is no longer being received. */
export async function addPart(db: Queryable, importId: string, part: ImportPart, now: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `with open as (
      update imports set changed_at = $5 where import_id = $1 and status = 'receiving' returning import_id
    )
    insert into import_parts (import_id, part, first_byte, sha256) select import_id, $2, $3, $4 from open`,
    [importId, part.part, part.firstByte, part.sha256, now],
  );
  return rowCount === 1;
}

export async function listParts(db: Queryable, importId: string, fromByte = 0): Promise<ImportPart[]> {
  const { rows } = await db.query<ImportPart>(
    `select part, first_byte::float8 as "firstByte", sha256 from import_parts
    where import_id = $1 and part >= coalesce(
      (select max(part) from import_parts where import_id = $1 and first_byte <= $2), 0)
    order by part`,
    [importId, fromByte],
  );
  return rows;
}

/** The whole file is there: the work is enqueued in the same commit. */
export async function startImport(pool: Pool, importId: string, bytes: number, now: Instant): Promise<void> {
  await inTransaction(pool, async (connection) => {
    await connection.query(
      `update imports set status = 'running', bytes = $2, changed_at = $3 where import_id = $1 and status = 'receiving'`,
      [importId, bytes, now],
    );
    await enqueue(connection, [workOn(importId)]);
  });
}

export function workOn(importId: string) {
  return { name: 'work_import', payload: { importId }, key: `import:${importId}` };
}

/** Forgets an import that was never received whole; answers the pieces whose bytes can go. */
export async function dropUnreceived(pool: Pool, importId: string): Promise<string[]> {
  return inTransaction(pool, async (connection) => {
    const held = await connection.query(
      `select from imports where import_id = $1 and status = 'receiving' for update`,
      [importId],
    );
    if (held.rowCount === 0) return [];
    const parts = await dropParts(connection, importId);
    await connection.query('delete from imports where import_id = $1', [importId]);
    return parts;
  });
}

/** Forgets the pieces of an import; answers their hashes. */
export async function dropParts(db: Queryable, importId: string): Promise<string[]> {
  const { rows } = await db.query<{ sha256: string }>(
    'delete from import_parts where import_id = $1 returning sha256',
    [importId],
  );
  return rows.map(({ sha256 }) => sha256);
}

const FIND = statement('imports_find', `select ${COLUMNS} from imports where import_id = $1`);

export async function findImport(db: Queryable, importId: string): Promise<Import | null> {
  return (await db.query<Import>(FIND(importId))).rows[0] ?? null;
}

/** A carrier's imports, newest first. */
export async function listImports(
  db: Queryable,
  { carrierId, cursor, limit }: PageRequest & { readonly carrierId: string },
): Promise<Page<Import>> {
  const after = readCursor(cursor, ['moment', 'text']);
  const { rows } = await db.query<Import>(
    `select ${COLUMNS} from imports where carrier_id = $1
      and ($2::timestamptz is null or (created_at, import_id) < ($2::timestamptz, $3))
    order by created_at desc, import_id desc limit $4`,
    [carrierId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  return pageOf(rows, limit, (one) => [one.createdAt, one.importId]);
}

/** Imports that want work, with how long somebody may still be at it, and those whose receiving broke off before `staleAt`. */
export async function listUnderWay(
  db: Queryable,
  staleAt: Instant,
): Promise<{ readonly importId: string; readonly status: ImportStatus; readonly heldMs: number }[]> {
  const { rows } = await db.query<{ importId: string; status: ImportStatus; heldMs: number }>(
    `select import_id as "importId", status,
      greatest(0, coalesce(extract(epoch from leased_until - now()) * 1000, 0))::float8 as "heldMs"
    from imports
    where status in ('receiving', 'running') and (status = 'running' or changed_at < $1)
    order by created_at, import_id`,
    [staleAt],
  );
  return rows;
}

/** Takes an import to work on, one of a carrier at a time. Null when it is held by another worker, waits for another of its house, or wants no work. */
export async function claimImport(db: Queryable, importId: string, leaseMs: number): Promise<Import | null> {
  const { rows } = await db.query<Import>(
    `update imports i set leased_until = now() + $2 * interval '1 millisecond'
    where import_id = $1 and status = 'running' and coalesce(leased_until <= now(), true)
      and not exists (select from imports o where o.carrier_id = i.carrier_id and o.import_id <> i.import_id
        and o.status = 'running' and o.leased_until > now())
    returning ${COLUMNS}`,
    [importId, leaseMs],
  );
  return rows[0] ?? null;
}

/** Lets go of an import, so that the next worker need not wait for the lease to end. */
export async function releaseImport(db: Queryable, importId: string): Promise<void> {
  await db.query('update imports set leased_until = null where import_id = $1', [importId]);
}

/** Moves an import from one of these statuses; null when it stands elsewhere. */
export async function moveImport(
  db: Queryable,
  move: {
    readonly importId: string;
    readonly from: readonly ImportStatus[];
    readonly to: ImportStatus;
    readonly fault?: string | null;
    readonly now: Instant;
  },
): Promise<Import | null> {
  const ends = ['cancelled', 'failed', 'done'].includes(move.to);
  const { rows } = await db.query<Import>(
    `update imports set status = $3, fault = $4, changed_at = $5, ended_at = $6
    where import_id = $1 and status = any($2) returning ${COLUMNS}`,
    [move.importId, move.from, move.to, move.fault ?? null, move.now, ends ? move.now : null],
  );
  return rows[0] ?? null;
}
