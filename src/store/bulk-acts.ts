import type { BulkActName } from '../domain/cases/bulk.ts';
import type { Finding } from '../domain/cases/case.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';
import type { Sealer } from './seal.ts';

export type BulkStatus = 'waiting' | 'undone' | 'working' | 'done';
export type BulkAct = {
  readonly bulkId: string;
  readonly carrierId: string;
  readonly act: BulkActName;
  readonly finding: Finding | null;
  readonly ruleRelied: string | null;
  readonly words: string | null;
  readonly orderedBy: string;
  readonly orderedAt: Instant;
  readonly effectiveAt: Instant;
  readonly status: BulkStatus;
  readonly undoneBy: string | null;
  readonly undoneAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** The filter that the cases were selected by; null for cases picked by hand. */
  readonly selected: BulkFilter | null;
  /** How many cases the filter held when they were looked at, as far as they are counted. */
  readonly matched: number | null;
};
/** As the address of the queue has it. */
export type BulkFilter = { readonly status?: string; readonly assignee?: string };
/** `left_out`: it could not be done already when it was looked at, and was never in the order. */
export type BulkCaseStatus = 'waiting' | 'done' | 'refused' | 'left_out';
export type BulkCase = {
  readonly numberId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly version: string;
  readonly status: BulkCaseStatus;
  readonly code: string | null;
  /** The values of the refusal. */
  readonly data: Refusal['data'] | null;
};
export type BulkCounts = Readonly<Record<BulkCaseStatus, number>>;

type Row = Omit<BulkAct, 'words'> & { readonly sealed: Buffer | null };

const ACT = `bulk_id as "bulkId", carrier_id as "carrierId", act, finding, rule_relied as "ruleRelied", words_sealed as sealed,
  ordered_by as "orderedBy", ordered_at as "orderedAt", effective_at as "effectiveAt", status, undone_by as "undoneBy",
  undone_at as "undoneAt", finished_at as "finishedAt", selected, matched`;
const CASE = `number_id as "numberId", case_id as "caseId", reference, case_version as version, status, code, data`;

function opened(sealer: Sealer, { sealed, ...row }: Row): BulkAct {
  return { ...row, words: sealed && sealer.open('desk words', row.bulkId, sealed).toString() };
}

/** Writes an order and its cases; false, and nothing written, when its sender gave another order the same key. */
export async function addBulkAct(
  db: Queryable,
  sealer: Sealer,
  one: BulkAct,
  cases: readonly BulkCase[],
  key: BulkKey | null,
): Promise<boolean> {
  const sealed = one.words === null ? null : sealer.seal('desk words', one.bulkId, Buffer.from(one.words));
  const { rowCount } = await db.query(
    `insert into bulk_acts (bulk_id, carrier_id, act, finding, rule_relied, words_sealed, ordered_by, ordered_at, effective_at,
      status, selected, matched, write_key, request_hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (ordered_by, write_key) where write_key is not null do nothing`,
    [
      one.bulkId,
      one.carrierId,
      one.act,
      one.finding,
      one.ruleRelied,
      sealed,
      one.orderedBy,
      one.orderedAt,
      one.effectiveAt,
      one.status,
      one.selected && JSON.stringify(one.selected),
      one.matched,
      key?.key ?? null,
      key?.requestHash ?? null,
    ],
  );
  if (rowCount === 0) return false;
  await db.query(
    `insert into bulk_cases (number_id, bulk_id, case_id, reference, case_version, status, code, data)
    select "numberId", $1, "caseId", reference, version, status, code, data
    from json_to_recordset($2::json)
      as r("numberId" bigint, "caseId" text, reference text, version text, status text, code text, data jsonb)`,
    [one.bulkId, JSON.stringify(cases)],
  );
  return true;
}

/** A sender's own name for an order, with a hash of what it asked. */
export type BulkKey = { readonly key: string; readonly requestHash: string };

/** The order that somebody gave under a key, and what it asked. */
export async function findBulkByKey(
  db: Queryable,
  orderedBy: string,
  key: string,
): Promise<{ readonly bulkId: string; readonly requestHash: string } | null> {
  const { rows } = await db.query<{ bulkId: string; requestHash: string }>(
    `select bulk_id as "bulkId", request_hash as "requestHash" from bulk_acts where ordered_by = $1 and write_key = $2`,
    [orderedBy, key],
  );
  return rows[0] ?? null;
}

export async function findBulkAct(db: Queryable, sealer: Sealer, bulkId: string): Promise<BulkAct | null> {
  const { rows } = await db.query<Row>(`select ${ACT} from bulk_acts where bulk_id = $1`, [bulkId]);
  return rows[0] ? opened(sealer, rows[0]) : null;
}

/** What a desk ordered for many, newest first. */
export async function listBulkActs(
  db: Queryable,
  sealer: Sealer,
  { carrierId, cursor, limit }: PageRequest & { readonly carrierId: string },
): Promise<Page<BulkAct>> {
  const where = new Conditions().add('carrier_id = $1', carrierId);
  const after = readCursor(cursor, ['moment', 'text']);
  if (after) where.add('(ordered_at < $1::timestamptz or ordered_at = $1::timestamptz and bulk_id > $2)', ...after);
  const { rows } = await db.query<Row>(
    `select ${ACT} from bulk_acts ${where.sql} order by ordered_at desc, bulk_id limit ${limit + 1}`,
    where.values,
  );
  const page = pageOf(rows, limit, (row) => [row.orderedAt, row.bulkId]);
  return { ...page, items: page.items.map((row) => opened(sealer, row)) };
}

/** Takes an act back; false when its window was over. */
export async function undoBulkAct(db: Queryable, bulkId: string, by: string, at: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `update bulk_acts set status = 'undone', undone_by = $2, undone_at = $3
    where bulk_id = $1 and status = 'waiting' and effective_at > $3`,
    [bulkId, by, at],
  );
  return rowCount === 1;
}

/** Acts whose window is over and that no worker is at; from now on they cannot be undone. */
export async function leaseBulkActs(db: Queryable, now: Instant, until: Instant): Promise<string[]> {
  const { rows } = await db.query<{ bulkId: string }>(
    `update bulk_acts set status = 'working', leased_until = $2
    where status in ('waiting', 'working') and effective_at <= $1 and (leased_until is null or leased_until < $1)
    returning bulk_id as "bulkId"`,
    [now, until],
  );
  return rows.map(({ bulkId }) => bulkId);
}

export async function renewBulkLease(db: Queryable, bulkId: string, until: Instant): Promise<void> {
  await db.query(`update bulk_acts set leased_until = $2 where bulk_id = $1 and status = 'working'`, [bulkId, until]);
}

export async function finishBulkAct(db: Queryable, bulkId: string, at: Instant): Promise<void> {
  await db.query(`update bulk_acts set status = 'done', finished_at = $2 where bulk_id = $1 and status = 'working'`, [
    bulkId,
    at,
  ]);
}

export async function listUndoneCases(db: Queryable, bulkId: string, limit: number): Promise<BulkCase[]> {
  const { rows } = await db.query<BulkCase>(
    `select ${CASE} from bulk_cases where bulk_id = $1 and status = 'waiting' order by case_id limit $2`,
    [bulkId, limit],
  );
  return rows;
}

export async function markBulkCases(
  db: Queryable,
  bulkId: string,
  done: readonly Pick<BulkCase, 'numberId' | 'caseId' | 'status' | 'code' | 'data'>[],
): Promise<void> {
  await db.query(
    `update bulk_cases c set status = r.status, code = r.code, data = r.data
    from json_to_recordset($2::json) as r("numberId" bigint, "caseId" text, status text, code text, data jsonb)
    where c.bulk_id = $1 and c.number_id = r."numberId" and c.case_id = r."caseId" and c.status = 'waiting'`,
    [bulkId, JSON.stringify(done)],
  );
}

/** The cases of an act: refused ones first, because somebody must look at them. */
export async function listBulkCases(db: Queryable, bulkId: string): Promise<BulkCase[]> {
  const { rows } = await db.query<BulkCase>(
    `select ${CASE} from bulk_cases where bulk_id = $1
    order by case status when 'refused' then 0 when 'left_out' then 1 when 'waiting' then 2 else 3 end, case_id`,
    [bulkId],
  );
  return rows;
}
