import { POLICY_EXAMPLES } from '../knowledge/policies.ts';
import { CARRIER, POLICY, STAFF } from '../seed/city.ts';
import { workBackTests } from '../src/app/back-tests/work-back-tests.ts';
import type { AppContext } from '../src/app/context.ts';
import type { BackTest } from '../src/domain/back-tests/back-test.ts';
import { noFigures } from '../src/domain/back-tests/figures.ts';
import type { Policy } from '../src/domain/policies/policy.ts';
import { newId } from '../src/platform/ids.ts';
import { createPool, type Pool } from '../src/platform/pool.ts';
import { addBackTest, findBackTest } from '../src/store/back-tests.ts';
import { countNumbers } from '../src/store/read-recorded.ts';
import type { Run } from './figures.ts';

/** What one core must replay in a second. */
const LIMIT = 200_000;
const NUMBERS = 20_000;
/** Three years of a line: a bill a month, mostly paid, some use and a complaint now and then. */
const FACTS = 50;
/** Below every number that the product makes up: these lines are this bench's alone. */
const FIRST = 1;

/** A whole back-test, from the journal in the database to the figures, in facts a second of one core of ours beside the limit. */
export async function benchBackTests(ctx: AppContext, url: string, rounds: number): Promise<Run[]> {
  const pool = createPool({ url, name: 'bench-back-tests', max: 1 });
  try {
    await live(pool);
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push({ ours: await measure(ctx), reference: LIMIT });
    return runs;
  } finally {
    await pool.query('delete from entries where number_id <= $1', [NUMBERS]);
    await pool.query('delete from lines where number_id <= $1', [NUMBERS]);
    await pool.end();
  }
}

async function measure(ctx: AppContext): Promise<number> {
  const draft: Policy = { ...POLICY, version: 2, rules: POLICY_EXAMPLES };
  const askedAt = ctx.clock.now();
  const one: BackTest = {
    backTestId: newId('backtest', askedAt, ctx.random),
    carrierId: CARRIER.carrierId,
    draft,
    base: POLICY,
    from: '2023-01-01T00:00:00.000Z',
    until: '2026-01-01T00:00:00.000Z',
    status: 'running',
    fault: null,
    askedBy: STAFF[0]?.actorId ?? '',
    askedAt,
    endedAt: null,
    afterNumber: '0',
    numbersAll: await countNumbers(ctx.pool, CARRIER.carrierId),
    workedMs: 0,
    changesKept: 0,
    figures: noFigures(),
  };
  await addBackTest(ctx.pool, one);
  const began = performance.now();
  let done: BackTest | null = one;
  while (done?.status === 'running') {
    await workBackTests(ctx);
    done = await findBackTest(ctx.pool, one.backTestId);
  }
  const seconds = (performance.now() - began) / 1000;
  const facts = done?.figures.facts ?? 0;
  if (facts < NUMBERS * FACTS) throw new Error(`a back-test counted ${facts} facts`);
  if ((done?.figures.draft.flags ?? 0) === 0) throw new Error('no fact fired a rule: nothing was measured');
  return facts / seconds;
}

/** Writes journals straight into the tables: nothing reads their hashes here. */
async function live(pool: Pool): Promise<void> {
  const common = [CARRIER.carrierId, CARRIER.province, NUMBERS, FIRST];
  await pool.query(
    `insert into lines (number_id, line, origin, kind, carrier_id, province, opened_at)
    select n, 1, 'placed', 'personal', $1, $2, '2022-06-01' from generate_series($4::bigint, $3::bigint) n`,
    common,
  );
  await pool.query(
    `insert into entries (number_id, seq, line, kind, kind_version, recorded_at, effective_at, source, source_id, actor_id,
      actor_role, purpose, data, prev_hash, hash)
    select n, k + 1, 1, case k when 0 then 'line.opened' else 'fact.recorded' end, 1, at, at, 'bench', n || '-' || k, 'bench', 'system',
      'bench', case k when 0 then json_build_object('line', 1, 'origin', 'placed', 'kind', 'personal', 'carrierId', $1::text,
        'province', $2::text, 'holderId', null, 'userId', null, 'openedAt', '2022-06-01T00:00:00.000Z')
      else json_build_object('factId', 'fact-' || k, 'fact', case
        when k % 10 = 9 then json_build_object('kind', 'usage_observed', 'windowHours', 24, 'callsOut', 40 + n % 200,
          'distinctCallees', (n * 7 + k * 13) % 170, 'shortCallShare', ((n + k) % 100) / 100.0)
        when k % 10 = 8 then json_build_object('kind', 'complaint_received', 'complaintId', 'c-' || k, 'topic', 'nuisance',
          'complaints', (n + k) % 5)
        when k % 10 = 3 and n % 20 = 0 then json_build_object('kind', 'bill_overdue', 'billId', 'b-' || (k - 1) / 2,
          'overdueDays', 25 + k % 30, 'overdueFen', 8800)
        when k % 2 = 1 then json_build_object('kind', 'bill_issued', 'billId', 'b-' || k / 2, 'amountFen', 8800,
          'dueDate', '2025-01-31')
        else json_build_object('kind', 'payment_received', 'paymentId', 'p-' || k, 'amountFen', 8800, 'billId', 'b-' || (k - 1) / 2)
        end) end::jsonb,
      decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
    from generate_series($4::bigint, $3::bigint) n, generate_series(0, ${FACTS}) k,
      lateral (select case k when 0 then '2022-06-01'::timestamptz else '2023-01-01'::timestamptz + k * interval '20 days' end as at) t`,
    common,
  );
  await pool.query('analyze entries; analyze lines');
}
