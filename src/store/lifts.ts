import type { LiftedBecause } from '../domain/flags/flag.ts';
import type { StepStatus } from '../domain/lifts/lift.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

export type LiftItem = {
  readonly numberId: string;
  readonly liftId: string;
  readonly line: number;
  readonly flagIds: readonly string[];
  readonly because: LiftedBecause;
  readonly caseId: string | null;
  readonly since: Instant;
  readonly orderedAt: Instant;
  readonly completedAt: Instant | null;
  readonly abandonedAt: Instant | null;
  readonly notBackAt: Instant | null;
  readonly steps: readonly {
    readonly system: string;
    readonly status: StepStatus;
    readonly attempts: number;
    readonly code: string | null;
  }[];
};

/** A carrier's lifts with their steps, newest first. */
export async function listLifts(
  db: Queryable,
  filters: PageRequest & {
    readonly carrierId: string;
    /** Only those that still wait for a system, or only those that do not. */
    readonly underWay?: boolean | undefined;
  },
): Promise<Page<LiftItem>> {
  const { carrierId, underWay, cursor, limit } = filters;
  const where = new Conditions().add('carrier_id = $1', carrierId);
  if (underWay === true) where.add('completed_at is null and abandoned_at is null');
  if (underWay === false) where.add('(completed_at is not null or abandoned_at is not null)');
  const after = readCursor(cursor, ['moment', 'text']);
  if (after) where.add('(ordered_at < $1::timestamptz or ordered_at = $1::timestamptz and lift_id > $2)', ...after);
  const { rows } = await db.query<LiftItem>(
    `select number_id as "numberId", lift_id as "liftId", line, flag_ids as "flagIds", because, case_id as "caseId",
      since, ordered_at as "orderedAt", completed_at as "completedAt", abandoned_at as "abandonedAt",
      not_back_at as "notBackAt",
      coalesce((
        select json_agg(json_build_object('system', system, 'status', status, 'attempts', attempts, 'code', code) order by system)
        from lift_steps where lift_steps.number_id = lifts.number_id and lift_steps.lift_id = lifts.lift_id
      ), '[]') as steps
    from lifts ${where.sql} order by ordered_at desc, lift_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [row.orderedAt, row.liftId]);
}
