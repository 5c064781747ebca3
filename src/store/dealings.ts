import type { CaseStatus, DealingEnd } from '../domain/cases/case.ts';
import type { Remedy } from '../domain/flags/words.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

/** A case that a body once had, with what it did and no more of the rest than it may see. */
export type DealingItem = {
  readonly numberId: string;
  readonly caseId: string;
  readonly carrierId: string | null;
  readonly reference: string;
  readonly remedy: Remedy;
  readonly handedAt: Instant;
  readonly endedAt: Instant;
  readonly endedHow: DealingEnd;
  /** How the case stands; null where the body has lost sight of it. */
  readonly status: CaseStatus | null;
};

/** What a body dealt with and no longer has, the latest in front. */
export async function listDealings(
  db: Queryable,
  { authorityId, cursor, limit }: PageRequest & { readonly authorityId: string },
): Promise<Page<DealingItem>> {
  const where = new Conditions().add('d.authority_id = $1', authorityId).add('d.ended_at is not null');
  const after = readCursor(cursor, ['moment', 'text']);
  if (after) where.add('(d.ended_at < $1::timestamptz or d.ended_at = $1::timestamptz and d.case_id > $2)', ...after);
  const { rows } = await db.query<DealingItem>(
    `select number_id as "numberId", d.case_id as "caseId", c.carrier_id as "carrierId", c.reference, c.remedy,
      d.handed_at as "handedAt", d.ended_at as "endedAt", d.ended_how as "endedHow",
      case when d.left_status is null then c.status end as status
    from dealings d join cases c using (number_id, case_id) ${where.sql}
    order by d.ended_at desc, d.case_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [row.endedAt, row.caseId]);
}
