import type { CaseStatus } from '../domain/cases/case.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

export type PrecheckItem = {
  readonly numberId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly askedAt: Instant;
};

/** Cases of a carrier whose person waits to hear whether their papers are enough, the longest first. */
export async function listPrechecks(
  db: Queryable,
  { carrierId, cursor, limit }: PageRequest & { readonly carrierId: string },
): Promise<Page<PrecheckItem>> {
  const where = new Conditions().add('carrier_id = $1 and precheck_asked_at is not null', carrierId);
  const after = readCursor(cursor, ['moment', 'text']);
  if (after) where.add('(precheck_asked_at, case_id) > ($1::timestamptz, $2)', ...after);
  const { rows } = await db.query<PrecheckItem>(
    `select number_id as "numberId", case_id as "caseId", reference, status, precheck_asked_at as "askedAt"
    from cases ${where.sql} order by precheck_asked_at, case_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [row.askedAt, row.caseId]);
}

/** How often a carrier turned down papers that it had accepted. */
export async function countTurnedDown(db: Queryable, carrierId: string): Promise<number> {
  const { rows } = await db.query<{ times: number }>(
    'select coalesce(sum(papers_turned_down), 0)::integer as times from cases where carrier_id = $1',
    [carrierId],
  );
  return rows[0]?.times ?? 0;
}

/** How many people of a carrier wait to hear whether their papers are enough. */
export async function countWaiting(db: Queryable, carrierId: string): Promise<number> {
  const { rows } = await db.query<{ waiting: number }>(
    'select count(*)::integer as waiting from cases where carrier_id = $1 and precheck_asked_at is not null',
    [carrierId],
  );
  return rows[0]?.waiting ?? 0;
}
