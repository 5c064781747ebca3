import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/store/canonical.ts';
import { readRows } from '../../src/store/projection-rows.ts';
import { PROJECTION_NAMES } from '../../src/store/projection-tables.ts';
import { rebuildNumbers } from '../../src/store/rebuild.ts';
import { verifyNumbers } from '../../src/store/verify.ts';
import { useApp } from '../support/app.ts';
import { importAll, linesOf, mobileOf, type Told } from '../support/imports.ts';

const app = useApp();
const NUMBERS = 12;
const SYSTEM = 'qinghe-systems';

const day = fc.integer({ min: 0, max: 50 }).map((days) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString());
const turn = fc.integer({ min: 1, max: 4 });
const FACTS = fc.oneof(
  fc.record({
    kind: fc.constant('bill_issued'),
    bill_id: turn.map((n) => `b${n}`),
    amount_fen: fc.constant(8800),
    due_date: fc.constant('2026-01-20'),
  }),
  fc.record({
    kind: fc.constant('bill_overdue'),
    bill_id: turn.map((n) => `b${n}`),
    overdue_days: fc.constantFrom(5, 35),
    overdue_fen: fc.constant(8800),
  }),
  fc.record({
    kind: fc.constant('payment_received'),
    payment_id: turn.map((n) => `p${n}`),
    amount_fen: fc.constantFrom(4400, 8800),
    bill_id: fc.option(
      turn.map((n) => `b${n}`),
      { nil: null },
    ),
  }),
  fc.record({
    kind: fc.constant('complaint_received'),
    complaint_id: turn.map((n) => `c${n}`),
    topic: fc.constant('noise'),
    complaints: fc.constantFrom(1, 3),
  }),
  fc.record({
    kind: fc.constant('usage_observed'),
    window_hours: fc.constant(24),
    calls_out: fc.constant(180),
    distinct_callees: fc.constantFrom(5, 150),
    short_call_share: fc.constantFrom(0.1, 0.92),
  }),
  fc.record({ kind: fc.constant('verification_result'), check: fc.constant('real_person'), passed: fc.boolean() }),
);
const TOLD = fc.array(
  fc.record({
    on: fc.integer({ min: 0, max: NUMBERS - 1 }),
    at: day,
    fact: FACTS,
    id: fc.integer({ min: 1, max: 40 }),
  }),
  {
    minLength: 150,
    maxLength: 150,
  },
);

/** The same life on numbers of their own. */
function lifeFrom(first: number, told: readonly { on: number; at: string; fact: Told['fact']; id: number }[]): Told[] {
  return told.map(({ on, at, fact, id }) => ({ mobile_number: mobileOf(first + on), source_id: `s${id}`, at, fact }));
}

/** A bill that goes overdue, flags, and is paid. */
function arrearsOf(on: number) {
  const bill = { bill_id: 'late' };
  const facts = [
    { ...bill, kind: 'bill_issued', amount_fen: 5000, due_date: '2026-01-20' },
    { ...bill, kind: 'bill_overdue', overdue_days: 35, overdue_fen: 5000 },
    { ...bill, kind: 'payment_received', payment_id: 'last', amount_fen: 5000 },
  ];
  return facts.map((fact, index) => ({ on, at: `2026-02-2${index + 6}T00:00:00.000Z`, fact, id: 100 + index }));
}

const OPENED = '2026-01-01T00:00:00.000Z';
const openings = (first: number): Told[] =>
  Array.from({ length: NUMBERS }, (_, on) => ({
    mobile_number: mobileOf(first + on),
    source_id: 'open',
    at: OPENED,
    fact: {
      kind: 'line_opened',
      line_kind: 'personal',
      province: 'CN-ZJ',
      holder_id: 'lin-xiaoyu',
      user_id: 'lin-xiaoyu',
    },
  }));

/** All that is kept of a number, with its own name and the door it came in by taken out. */
async function keptOf(mobile: string): Promise<unknown> {
  const numberId = (await app.ctx.numbers.find(mobile)) ?? '';
  const { pool } = app.ctx;
  const entries = await pool.query(
    `select seq, line, kind, effective_at, recorded_at, source_id, actor_id, actor_role, purpose, data from entries
    where number_id = $1 and kind <> 'line.opened' order by seq`,
    [numberId],
  );
  const keys = await pool.query(
    `select key, request_hash, reply::jsonb - 'importId' - 'row' as reply from idempotency_keys
    where number_id = $1 and key <> 'fact:line_opened:open' order by key`,
    [numberId],
  );
  const rows = (await readRows(pool, [numberId])).get(numberId) ?? {};
  const projected = PROJECTION_NAMES.map((name) => (rows[name] ?? []).map((row) => canonicalJson(row)).toSorted());
  const jobs = await pool.query(
    `select t.identifier, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where payload::jsonb ->> 'numberId' = $1 order by j.id`,
    [numberId],
  );
  const { state } = await app.ctx.journal.load(numberId);
  const text = JSON.stringify({ entries: entries.rows, keys: keys.rows, projected, jobs: jobs.rows, state });
  const short = BigInt(numberId).toString(36);
  return JSON.parse(text.replaceAll(numberId, 'NUMBER').replaceAll(`_${short}_`, '_NUMBER_'));
}

describe('a file and single calls', () => {
  it('leave the same behind, row for row, whatever the facts are', async () => {
    const [mixed = []] = fc.sample(TOLD, { numRuns: 1, seed: 20_261_123 });
    const told = [...mixed, ...[0, 1, 2].flatMap((on) => arrearsOf(on))];
    const [byFile, byCall] = [200, 300];
    await importAll(app.ctx, linesOf([...openings(byFile), ...openings(byCall)]));
    const { one, verdicts } = await importAll(app.ctx, linesOf(lifeFrom(byFile, told)));
    const answers: string[] = [];
    for (const single of lifeFrom(byCall, told)) {
      const { status, body } = await app.as(SYSTEM).post('/facts', single);
      if (status >= 300) answers.push(body.code === 'request.key_reused' ? 'import.id_reused' : body.code);
      else answers.push(body.flag_ids.length > 0 ? 'flagged' : body.lift_ids.length > 0 ? 'lifted' : 'taken');
    }
    const verdictsToo = verdicts.map(({ verdict, code }) =>
      verdict === 'refused' ? code : verdict === 'flagged' || verdict === 'lifted' ? verdict : 'taken',
    );
    // A call with an id that was told is answered as before, a row with it is told to be a duplicate.
    const repeated = verdicts.map(({ verdict, code }) => verdict === 'duplicate' && code === undefined);
    const compare = (list: readonly (string | undefined)[]) =>
      list.map((one, index) => (repeated[index] ? 'again' : one));
    expect(compare(verdictsToo)).toEqual(compare(answers));
    expect(one.counts.flagged).toBeGreaterThan(5);
    expect(one.counts.lifted).toBeGreaterThan(0);
    for (let on = 0; on < NUMBERS; on += 1)
      expect(await keptOf(mobileOf(byFile + on))).toEqual(await keptOf(mobileOf(byCall + on)));
  });

  it('leave journals that verify, and that come to the same when they are folded anew', async () => {
    const problems: string[] = [];
    const watch = {
      onProblem: ({ what, detail }: { what: string; detail: string }) => problems.push(`${what}: ${detail}`),
    };
    const heads = async () =>
      (await app.ctx.pool.query('select number_id, seq, hash, state from number_heads order by number_id')).rows;
    const before = await heads();
    await verifyNumbers(app.ctx.pool, watch);
    await rebuildNumbers(app.ctx.pool, watch);
    expect(problems).toEqual([]);
    const plain = (rows: { state: string }[]) =>
      rows.map((row) => ({ ...row, state: canonicalJson(JSON.parse(row.state)) }));
    expect(plain(await heads())).toEqual(plain(before));
    expect(before.length).toBeGreaterThan(NUMBERS);
  });
});
