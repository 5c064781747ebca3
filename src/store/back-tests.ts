import type { BackTest, BackTestStatus } from '../domain/back-tests/back-test.ts';
import type { Change, Figures } from '../domain/back-tests/figures.ts';
import type { Instant } from '../domain/time.ts';
import { instantFromMs } from '../domain/time.ts';
import type { Pool, Queryable } from '../platform/pool.ts';
import { inTransaction } from '../platform/pool.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

const COLUMNS = `back_test_id as "backTestId", carrier_id as "carrierId", draft, base, from_at as "from", until_at as until, status,
  fault, asked_by as "askedBy", asked_at as "askedAt", ended_at as "endedAt", after_number as "afterNumber",
  numbers_all::float8 as "numbersAll", worked_ms::float8 as "workedMs", changes_kept::float8 as "changesKept", figures`;

/** Begins a back-test. False when another one of the carrier's is under way. */
export async function addBackTest(db: Queryable, one: BackTest): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into back_tests (back_test_id, carrier_id, policy_id, policy_version, draft, base, from_at, until_at, status, asked_by,
      asked_at, changed_at, numbers_all, figures)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'running', $9, $10, $10, $11, $12)
    on conflict (carrier_id) where status = 'running' do nothing`,
    [
      one.backTestId,
      one.carrierId,
      one.draft.policyId,
      one.draft.version,
      JSON.stringify(one.draft),
      one.base === null ? null : JSON.stringify(one.base),
      one.from,
      one.until,
      one.askedBy,
      one.askedAt,
      one.numbersAll,
      JSON.stringify(one.figures),
    ],
  );
  return rowCount === 1;
}

export async function findBackTest(db: Queryable, backTestId: string): Promise<BackTest | null> {
  const { rows } = await db.query<BackTest>(`select ${COLUMNS} from back_tests where back_test_id = $1`, [backTestId]);
  return rows[0] ?? null;
}

/** The back-tests of one version, newest first. */
export async function listBackTests(
  db: Queryable,
  of: { readonly carrierId: string; readonly policyId: string; readonly version: number },
  { cursor, limit }: PageRequest,
): Promise<Page<BackTest>> {
  const after = readCursor(cursor, ['moment', 'text']);
  const { rows } = await db.query<BackTest>(
    `select ${COLUMNS} from back_tests where carrier_id = $1 and policy_id = $2 and policy_version = $3
      and ($4::timestamptz is null or (asked_at, back_test_id) < ($4::timestamptz, $5))
    order by asked_at desc, back_test_id desc limit $6`,
    [of.carrierId, of.policyId, of.version, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  return pageOf(rows, limit, (one) => [one.askedAt, one.backTestId]);
}

/** Takes hold of those that nobody works on. The leases run on the database's clock. */
export async function leaseBackTests(db: Queryable, leaseMs: number): Promise<BackTest[]> {
  const { rows } = await db.query<BackTest>(
    `update back_tests set leased_until = now() + $1 * interval '1 millisecond'
    where status = 'running' and coalesce(leased_until <= now(), true) returning ${COLUMNS}`,
    [leaseMs],
  );
  return rows;
}

/** Lets go, so that the next worker need not wait for the lease to end. */
export async function releaseBackTest(db: Queryable, backTestId: string): Promise<void> {
  await db.query('update back_tests set leased_until = null where back_test_id = $1', [backTestId]);
}

export type BackTestStep = {
  readonly backTestId: string;
  /** Where it stood when this step was begun: a step that was taken meanwhile is not counted twice. */
  readonly after: string;
  readonly to: string;
  readonly figures: Figures;
  readonly changes: readonly (Change & { readonly numberId: string })[];
  readonly workedMs: number;
  readonly leaseMs: number;
  readonly now: Instant;
};

/** Counts some more numbers, with what changes on them. False when it was cancelled or somebody else counted them. */
export async function advanceBackTest(pool: Pool, step: BackTestStep): Promise<boolean> {
  const { backTestId, changes, now } = step;
  return inTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query(
      `update back_tests set after_number = $3, figures = $4, changes_kept = changes_kept + $5, worked_ms = worked_ms + $6,
        leased_until = now() + $7 * interval '1 millisecond', changed_at = $8
      where back_test_id = $1 and status = 'running' and after_number = $2`,
      [backTestId, step.after, step.to, JSON.stringify(step.figures), changes.length, step.workedMs, step.leaseMs, now],
    );
    if (rowCount !== 1) return false;
    if (changes.length > 0) {
      const rows = changes.map(({ at, ...change }) => ({ ...change, at: instantFromMs(at) }));
      await connection.query(
        `insert into back_test_changes (number_id, back_test_id, line, cause, change, rule_id, at, outcome, recorded_at)
        select "numberId", $1, line, cause, change, "ruleId", at, outcome, $3
        from json_to_recordset($2::json) as r("numberId" bigint, line integer, cause text, change text, "ruleId" text,
          at timestamptz, outcome text)`,
        [backTestId, JSON.stringify(rows), now],
      );
    }
    return true;
  });
}

/** Ends one that is under way; false when it is not. */
export async function endBackTest(
  db: Queryable,
  backTestId: string,
  {
    status,
    fault = null,
    now,
  }: { readonly status: BackTestStatus; readonly fault?: string | null; readonly now: Instant },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update back_tests set status = $2, fault = $3, ended_at = $4, changed_at = $4, leased_until = null
    where back_test_id = $1 and status = 'running'`,
    [backTestId, status, fault, now],
  );
  return rowCount === 1;
}

export type KeptChange = Omit<Change, 'at'> & { readonly numberId: string; readonly at: Instant };

/** The lines that change, in the order of their numbers. */
export async function listBackTestChanges(
  db: Queryable,
  of: { readonly backTestId: string; readonly change: Change['change'] | null },
  { cursor, limit }: PageRequest,
): Promise<Page<KeptChange>> {
  const after = readCursor(cursor, ['text', 'number', 'count', 'text']);
  const { rows } = await db.query<KeptChange>(
    `select number_id as "numberId", line, cause, change, rule_id as "ruleId", at, outcome from back_test_changes
    where back_test_id = $1 and ($2::text is null or change = $2)
      and ($3::text is null or (change, number_id, line, cause) > ($3, $4::bigint, $5::integer, $6))
    order by change, number_id, line, cause limit $7`,
    [
      of.backTestId,
      of.change,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      after?.[3] ?? null,
      limit + 1,
    ],
  );
  return pageOf(rows, limit, (one) => [one.change, one.numberId, String(one.line), one.cause]);
}
