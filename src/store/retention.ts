import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

/** What is dropped once its time is over: rows of one table that are nobody's journal. */
export type Kept = { readonly table: string; readonly days: number; readonly drop: string };

function rowsBy(table: string, by: string): string {
  return `delete from ${table} where ctid = any(array(select ctid from ${table} where ${by} < $1 limit $2))`;
}

/** Readings are kept three years (PIPL arts. 55–56, 网络数据安全管理条例 art. 12); the rest as long as it serves. */
export const KEPT: readonly Kept[] = [
  { table: 'access_log', days: 1096, drop: 'select drop_old_readings($1, $2) as dropped' },
  { table: 'webhook_messages', days: 90, drop: 'select drop_old_messages($1, $2) as dropped' },
  { table: 'idempotency_keys', days: 30, drop: rowsBy('idempotency_keys', 'created_at') },
  { table: 'back_test_changes', days: 90, drop: rowsBy('back_test_changes', 'recorded_at') },
  { table: 'mail_codes', days: 1, drop: rowsBy('mail_codes', 'expires_at') },
  { table: 'mandate_offers', days: 30, drop: rowsBy('mandate_offers', 'expires_at') },
  { table: 'access_tokens', days: 90, drop: rowsBy('access_tokens', 'coalesce(revoked_at, expires_at)') },
];

/** Deletes one part of what is too old; answers how many rows. Run again until less than that is found. */
export async function dropOld(db: Queryable, { drop }: Kept, before: Instant, limit: number): Promise<number> {
  const { rows, rowCount } = await db.query<{ dropped: number }>(drop, [before, limit]);
  return rows[0]?.dropped ?? rowCount ?? 0;
}

/** Cases that ended before a moment and still have files. */
export async function listForgettable(
  db: Queryable,
  before: Instant,
  limit: number,
): Promise<{ readonly numberId: string; readonly caseId: string }[]> {
  const { rows } = await db.query<{ numberId: string; caseId: string }>(
    `select c.number_id as "numberId", c.case_id as "caseId" from cases c
    where c.ended_at < $1 and exists (
      select from evidence_items e
      where e.number_id = c.number_id and e.case_id = c.case_id and e.forgotten_at is null
    )
    order by c.ended_at, c.number_id, c.case_id limit $2`,
    [before, limit],
  );
  return rows;
}
