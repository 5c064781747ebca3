import type { Instant } from '../domain/time.ts';
import type { Pool, Queryable } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';
import { isRefusedStatement } from './database-errors.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './pages.ts';
import { createShared } from './shared.ts';

/** One reading of personal data. */
export type AccessRecord = {
  readonly at: Instant;
  readonly actorId: string;
  readonly purpose: string;
  readonly numberId: string;
  /** Which data, such as `standing` or `timeline`. */
  readonly what: string;
};

const INSERT = statement(
  'access_log_insert',
  `insert into access_log (number_id, at, actor_id, purpose, what)
  select number_id, at, actor_id, purpose, what
  from json_to_recordset($1::json) as r(number_id bigint, at timestamptz, actor_id text, purpose text, what text)`,
);

/** Writes readings down, many callers' in one statement. Resolves once it is committed. */
export function createAccessLog(pool: Pool): (record: AccessRecord) => Promise<void> {
  return createShared<AccessRecord, undefined>({
    limit: 256,
    run: async (records) => {
      const rows = records.map(({ at, actorId, purpose, numberId, what }) => ({
        number_id: numberId,
        at,
        actor_id: actorId,
        purpose,
        what,
      }));
      await pool.query(INSERT(JSON.stringify(rows)));
      return records.map(() => undefined);
    },
    mayBeOnes: isRefusedStatement,
  });
}

/** Who read a number's data, newest first. */
export async function listAccess(
  db: Queryable,
  numberId: string,
  page: PageRequest,
): Promise<Page<AccessRecord & { readonly id: string }>> {
  const before = readCursor(page.cursor, ['count']);
  const { rows } = await db.query<AccessRecord & { readonly id: string }>(
    `select id, at, actor_id as "actorId", purpose, number_id as "numberId", what from access_log
    where number_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3`,
    [numberId, before?.[0] ?? null, page.limit + 1],
  );
  return pageOf(rows, page.limit, ({ id }) => [id]);
}

/** Who read the data of several numbers, newest first; one actor's own readings can be left out. */
export async function listAccessOf(
  db: Queryable,
  numberIds: readonly string[],
  page: PageRequest & { readonly without: string | null },
): Promise<Page<AccessRecord & { readonly id: string }>> {
  const [at, id] = readCursor(page.cursor, ['moment', 'count']) ?? [null, null];
  const { rows } = await db.query<AccessRecord & { readonly id: string }>(
    `select id, at, actor_id as "actorId", purpose, number_id as "numberId", what from access_log
    where number_id = any($1::bigint[]) and ($5::text is null or actor_id <> $5)
      and ($2::timestamptz is null or (at, id) < ($2, $3::bigint))
    order by at desc, id desc limit $4`,
    [numberIds, at, id, page.limit + 1, page.without],
  );
  return pageOf(rows, page.limit, (row) => [row.at, row.id]);
}
