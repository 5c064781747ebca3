import type { Instant } from '../domain/time.ts';
import { addMs } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

/** A second sweep waits for the first one's row and then finds it leased; the rows that it gets less come next time. */
const LEASE = `
  with due as (
    select number_id, clock_id from clocks
    where wake_at <= $1 and (leased_until is null or leased_until <= $1)
    order by wake_at, number_id, clock_id limit $2
  )
  update clocks set leased_until = $3 from due
  where clocks.number_id = due.number_id and clocks.clock_id = due.clock_id
    and wake_at <= $1 and (leased_until is null or leased_until <= $1)
  returning clocks.number_id as "numberId"`;

/** Numbers with clocks whose next moment has come, each clock handed to one sweep until its lease ends. */
export async function leaseDueClocks(
  db: Queryable,
  lease: { readonly now: Instant; readonly limit: number; readonly leaseMs: number },
): Promise<{ readonly numberIds: readonly string[]; readonly clocks: number }> {
  const { now, limit, leaseMs } = lease;
  const { rows } = await db.query<{ numberId: string }>(LEASE, [now, limit, addMs(now, leaseMs)]);
  return { numberIds: [...new Set(rows.map(({ numberId }) => numberId))], clocks: rows.length };
}

/** When the next clock reminds or runs out; null when none runs. */
export async function findNextDue(db: Queryable): Promise<Instant | null> {
  const { rows } = await db.query<{ due: Instant | null }>(
    `select min(wake_at) as due from clocks where wake_at is not null`,
  );
  return rows[0]?.due ?? null;
}

/** Numbers whose running clocks hang on a year without a holiday notice. */
export async function listProvisional(db: Queryable, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ numberId: string }>(
    `select distinct number_id as "numberId" from clocks where provisional and status = 'running' order by 1 limit $1`,
    [limit],
  );
  return rows.map(({ numberId }) => numberId);
}
