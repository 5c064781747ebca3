import type { Queryable } from '../platform/pool.ts';
import type { StoredJob } from './append.ts';

/**
 * Adds work outside an append, in the caller's transaction where there is one. A job with a key replaces the one that
 * waits under the same key.
 */
export async function enqueue(db: Queryable, jobs: readonly (StoredJob & { readonly key?: string })[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ name, payload, afterMs, key }, position) => ({
    position,
    name,
    payload,
    after_ms: afterMs ?? 0,
    key,
  }));
  await db.query(
    `select count(*) from graphile_worker.add_jobs((
      select array_agg(row(name, payload, null, now() + after_ms * interval '1 millisecond', null, key, null, null)::graphile_worker.job_spec order by position)
      from json_to_recordset($1::json) as r(position integer, name text, payload json, after_ms bigint, key text)
    ))`,
    [JSON.stringify(rows)],
  );
}
