import type { Instant } from '../domain/time.ts';
import { addMs } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

export type DueClock = { readonly numberId: string; readonly clockId: string };

/** A second sweep waits for the first one's row and then finds it leased; the rows that it gets less come next time. */
const LEASE = `
  with due as (
    select number_id, clock_id from clocks
    where status = 'running' and due_at <= $1 and (leased_until is null or leased_until <= $1)
    order by due_at, number_id, clock_id limit $2
  )
  update clocks set leased_until = $3 from due
  where clocks.number_id = due.number_id and clocks.clock_id = due.clock_id
    and status = 'running' and (leased_until is null or leased_until <= $1)
  returning clocks.number_id as "numberId", clocks.clock_id as "clockId"`;

/** Running clocks whose time is over, each handed to one sweep until its lease ends. */
export async function leaseDueClocks(
  db: Queryable,
  lease: { readonly now: Instant; readonly limit: number; readonly leaseMs: number },
): Promise<DueClock[]> {
  const { now, limit, leaseMs } = lease;
  return (await db.query<DueClock>(LEASE, [now, limit, addMs(now, leaseMs)])).rows;
}

/** When the next clock runs out that nobody has leased; null when none runs. */
export async function findNextDue(db: Queryable): Promise<Instant | null> {
  const { rows } = await db.query<{ due: Instant | null }>(
    `select min(due_at) as due from clocks where status = 'running'`,
  );
  return rows[0]?.due ?? null;
}
