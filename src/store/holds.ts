import type { HoldGround } from '../domain/retention/hold.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

export type HoldItem = {
  readonly numberId: string;
  readonly holdId: string;
  readonly ground: HoldGround;
  readonly caseIds: readonly string[] | null;
  readonly placedBy: string;
  readonly placedAt: Instant;
  readonly endedAt: Instant | null;
};

/** A carrier's holds, newest first: standing ones, or those that ended. */
export async function listHolds(
  db: Queryable,
  filters: PageRequest & { readonly carrierId: string; readonly ended: boolean },
): Promise<Page<HoldItem>> {
  const [at, id] = readCursor(filters.cursor, ['moment', 'text']) ?? [null, null];
  const { rows } = await db.query<HoldItem>(
    `select number_id as "numberId", hold_id as "holdId", ground, case_ids as "caseIds", placed_by as "placedBy",
      placed_at as "placedAt", ended_at as "endedAt"
    from holds
    where carrier_id = $1 and (ended_at is not null) = $2
      and ($3::timestamptz is null or placed_at < $3 or placed_at = $3 and hold_id > $4)
    order by placed_at desc, hold_id limit $5`,
    [filters.carrierId, filters.ended, at, id, filters.limit + 1],
  );
  return pageOf(rows, filters.limit, (row) => [row.placedAt, row.holdId]);
}
