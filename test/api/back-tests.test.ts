import { beforeAll, describe, expect, it } from 'vitest';
import { POLICY } from '../../seed/city.ts';
import { cancelBackTest } from '../../src/app/back-tests/ask-back-test.ts';
import { workBackTests } from '../../src/app/back-tests/work-back-tests.ts';
import type { AppContext } from '../../src/app/context.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const [OWNER, SECOND] = ['qinghe-policy', 'qinghe-policy-2'];
const DAY = 86_400_000;
const at = '/policies/qinghe-service/versions/2';

let from = '';
let until = '';
/** Lines by what became of them. */
const lines: Record<'misjudged' | 'upheld' | 'standing' | 'complained' | 'arrears' | 'quiet', Body> = {} as never;

const usage = (callees: number) => ({
  kind: 'usage_observed',
  window_hours: 24,
  calls_out: 260,
  distinct_callees: callees,
  short_call_share: 0.92,
});
const complaint = (complaints: number) => ({
  kind: 'complaint_received',
  complaint_id: `c-${complaints}`,
  topic: 'nuisance_calls',
  complaints,
});
function ask(body: Body, by = OWNER) {
  app.clock.advance(1_000);
  return app.as(by).post(`${at}/back-tests`, { from, until, ...body });
}
const read = async (id: string, by = OWNER) => done(await app.as(by).get(`/back-tests/${id}`), 200);

async function counted(body: Body = {}): Promise<Body> {
  const { back_test_id } = done(await ask(body), 201);
  await workBackTests(app.ctx);
  return read(back_test_id);
}

/** The quarter that is tried: six lines, three of them flagged for short calls, and what was decided of those. */
beforeAll(async () => {
  lines.quiet = await lives.line('lin-xiaoyu', 'CN-HA');
  done(await lives.fact(lines.quiet['mobile'], usage(150)), 201);
  await lives.sweep(lines.quiet['numberId']);
  app.clock.advance(DAY);
  from = app.clock.now();
  lines.misjudged = await lives.line();
  await lives.grants(await lives.inReview(await lives.suspected(lines.misjudged['mobile'])));
  lines.upheld = await lives.line();
  await lives.refused(await lives.suspected(lines.upheld['mobile']));
  lines.standing = await lives.line('lin-xiaoyu', 'CN-HA');
  done(await lives.fact(lines.standing['mobile'], usage(220)), 201);
  lines.complained = await lives.line();
  done(await lives.fact(lines.complained['mobile'], complaint(2)), 201);
  lines.arrears = await lives.line();
  await lives.inArrears(lines.arrears['mobile'], 'bill-1');
  await lives.pays(lines.arrears['mobile'], 'bill-1', 8800, 'p-1');
  done(await lives.fact(lines.quiet['mobile'], usage(90)), 201);
  app.clock.advance(DAY);
  until = app.clock.now();

  const draft = done(await app.as(OWNER).post('/policies'), 201);
  const { responsible_body, complain_to, rules } = draft.table;
  const changed = rules.map((one: Body) => {
    if (one.rule_id === 'short-calls')
      return { ...one, when: [{ field: 'distinct_callees', op: 'gte', value: 200 }, one.when[1]] };
    return one.rule_id === 'complaints-3' ? { ...one, when: [{ field: 'complaints', op: 'gte', value: 2 }] } : one;
  });
  done(await app.as(OWNER).post(at, { responsible_body, complain_to, rules: changed, note: '放宽' }), 200);
}, 60_000);

describe('a back-test', () => {
  it('says whom a draft would flag, what changes, and what became of the real flags', async () => {
    const found = await counted();
    expect(found).toMatchObject({ status: 'done', draft: { version: 2 }, base: { version: 1 }, facts: 8 });
    expect(found.all).toMatchObject({ lines: 6, both: 2, only_base: 2, only_draft: 1 });
    expect(found.all.flagged).toMatchObject({ base: 4, draft: 3 });
    expect(found.all.overturned).toMatchObject({ all: 1, without_draft: 1, without_base: 0 });
    expect(found.all.upheld).toMatchObject({ all: 1, without_draft: 1, without_base: 0 });
    expect(found.all.overturned.draft_share.share).toBe(1);
    expect(found.all.overturned.draft_share.low).toBeLessThan(0.3);
    expect(found.all.flagged.difference.difference).toBeCloseTo(-1 / 6);
    const [low, high] = [found.all.flagged.difference.low, found.all.flagged.difference.high];
    expect(low < -1 / 6 && high > 0).toBe(true);
    expect(found.real).toEqual({ by_rule: 4, by_hand: 0, outside: 0 });
    const row = (list: Body[], key: string) => list.find((one) => one.key === key);
    expect(row(found.causes, 'suspicion')).toMatchObject({ both: 1, only_base: 2, only_draft: 0 });
    expect(row(found.causes, 'violation')).toMatchObject({ both: 0, only_base: 0, only_draft: 1 });
    expect(row(found.causes, 'arrears')).toMatchObject({ both: 1 });
    expect(row(found.segments.province, 'CN-HA')).toMatchObject({ lines: 2, both: 1, only_base: 0 });
    expect(row(found.segments.tenure, 'under_1095')).toMatchObject({ lines: 6 });
    const rule = found.rules.find((one: Body) => one.rule_id === 'short-calls');
    expect(rule).toMatchObject({ base: { flags: 3 }, draft: { flags: 1 } });
    expect(found.months).toEqual([{ month: '2026-03', base: 4, draft: 3 }]);
  });

  it('carries along what stood when the period began, and counts it for neither table', async () => {
    const found = await counted();
    // The quiet line was flagged the day before and stands under both: its second fact changes nothing.
    expect(found.rules.find((one: Body) => one.rule_id === 'short-calls').base.flags).toBe(3);
    const before = new Date(Date.parse(from) - 2 * DAY).toISOString();
    expect((await counted({ from: before })).rules.find((one: Body) => one.rule_id === 'short-calls').base.flags).toBe(
      4,
    );
  });

  it('lists the lines that differ with masked numbers, a kind at a time, page by page', async () => {
    const { back_test_id: id } = await counted();
    const list = async (query: string) => done(await app.as('zheng-jie').get(`/back-tests/${id}/changes${query}`), 200);
    const all = (await list('')).items;
    expect(all.map((one: Body) => [one.change, one.cause, one.outcome]).toSorted()).toEqual([
      ['new', 'violation', null],
      ['spared', 'suspicion', 'overturned'],
      ['spared', 'suspicion', 'upheld'],
    ]);
    expect(all.every((one: Body) => /^1\d\d\*{4}\d{4}$/.test(one.masked_number))).toBe(true);
    expect((await list('?change=new')).items).toHaveLength(1);
    const first = await list('?limit=2');
    const rest = await list(`?limit=2&cursor=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(rest.next).toBeNull();
  });

  it('compares with another version, or with no table at all', async () => {
    expect(await counted({ against_table: { policy_id: POLICY.policyId, version: 1 } })).toMatchObject({
      base: { version: 1 },
    });
    const none = await counted({ against: 'none' });
    expect(none.base).toBeNull();
    expect(none.all).toMatchObject({ both: 0, only_base: 0, only_draft: 3 });
  });

  it('keeps the table as it was when it was asked for, whatever is written on the draft meanwhile', async () => {
    const { back_test_id } = done(await ask({}), 201);
    const { table } = done(await app.as(OWNER).get(at), 200);
    const { responsible_body, complain_to, rules } = table;
    done(await app.as(OWNER).post(at, { responsible_body, complain_to, rules: [], note: '' }), 200);
    await workBackTests(app.ctx);
    expect((await read(back_test_id)).all.flagged.draft).toBe(3);
    done(await app.as(OWNER).post(at, { responsible_body, complain_to, rules, note: '' }), 200);
  });

  it('refuses what cannot be tried, and says why at the field', async () => {
    const later = new Date(Date.parse(app.clock.now()) + DAY).toISOString();
    for (const [body, code, pointer] of [
      [{ from: until, until: from }, 'back_test.bad_period', '/from'],
      [{ until: later }, 'back_test.in_future', '/until'],
      [{ from: '2020-01-01T00:00:00Z' }, 'back_test.too_long', '/from'],
      [{ against_table: { policy_id: POLICY.policyId, version: 2 } }, 'back_test.against_itself', '/against'],
      [{ against_table: { policy_id: 'lanqiao-service', version: 1 } }, 'back_test.unknown_table', '/against'],
    ] as const) {
      const { status, body: told } = await ask(body);
      expect([status, told.code, told.pointer]).toEqual([422, code, pointer]);
      expect(told.detail).not.toContain('back_test');
    }
    expect((await ask({}, 'zhou-min')).status).toBe(403);
    expect((await app.as('zhou-min').get('/back-tests/backtest_nothing')).status).toBe(404);
  });

  it('runs one at a time, and is ended by whoever may begin it', async () => {
    const { back_test_id: id } = done(await ask({}), 201);
    expect((await ask({}, SECOND)).body).toMatchObject({ status: 409, code: 'back_test.one_at_a_time' });
    expect((await app.as('zhou-min').post(`/back-tests/${id}/cancel`)).status).toBe(403);
    expect(done(await app.as(SECOND).post(`/back-tests/${id}/cancel`), 200).status).toBe('cancelled');
    expect((await app.as(OWNER).post(`/back-tests/${id}/cancel`)).body).toMatchObject({ code: 'back_test.over' });
    await workBackTests(app.ctx);
    expect((await read(id)).facts).toBe(0);
    const listed = done(await app.as('zhou-min').get(`${at}/back-tests`), 200).items;
    expect(listed[0]).toMatchObject({ back_test_id: id, status: 'cancelled' });
  });

  it('broken off after any part goes on from there, and comes to the same figures', async () => {
    const whole = await counted();
    const { back_test_id: id } = done(await ask({}), 201);
    for (let broken = 0; broken < 8; broken += 1) {
      await workBackTests(dyingAfter(app.ctx, 4 + broken), { part: 1 }).catch(() => {});
      await app.ctx.pool.query('update back_tests set leased_until = now() where back_test_id = $1', [id]);
    }
    await workBackTests(app.ctx, { part: 1 });
    const found = await read(id);
    const { status, all, causes, segments, rules, months, facts, numbers, changes_kept } = found;
    expect({ status, all, causes, segments, rules, months, facts, numbers, changes_kept }).toEqual({
      status: 'done',
      all: whole.all,
      causes: whole.causes,
      segments: whole.segments,
      rules: whole.rules,
      months: whole.months,
      facts: whole.facts,
      numbers: whole.numbers,
      changes_kept: whole.changes_kept,
    });
  });

  it('two workers count nothing twice, and one that was ended meanwhile stops', async () => {
    const whole = await counted();
    const { back_test_id: id } = done(await ask({}), 201);
    await Promise.all([workBackTests(app.ctx, { part: 1 }), workBackTests(app.ctx, { part: 1 })]);
    expect((await read(id)).all).toEqual(whole.all);
    const { back_test_id: other } = done(await ask({}), 201);
    const ended = endedAfter(app.ctx, other, 12);
    await workBackTests(ended, { part: 1 });
    const after = await read(other);
    expect(after.status).toBe('cancelled');
    expect(after.numbers).toBeLessThan(whole.numbers);
  });

  it('that meets a record which it cannot read ends as failed, and harms no connection', async () => {
    const { back_test_id: id } = done(await ask({}), 201);
    const numberId = String(lines.quiet['numberId']);
    const spoil = (kind: string) =>
      app.ctx.pool.query(
        `insert into entries select number_id, 1000, line, $2, kind_version, recorded_at, effective_at, source, source_id, actor_id,
          actor_role, purpose, '{"flagIds": null, "reasons": {}}', sealed, prev_hash, hash from entries where number_id = $1 and seq = 1`,
        [numberId, kind],
      );
    await spoil('flag.placed');
    await workBackTests(app.ctx);
    expect(await read(id)).toMatchObject({ status: 'failed', fault: 'server.failed' });
    await Promise.all(Array.from({ length: 20 }, () => app.ctx.pool.query('select 1')));
    const page = await pages.signedIn('sun-li');
    expect(wordsOf((await page.get(`/desk/back-tests/${id}`)).body)).toContain('没有算完');
  });
});

/** A context whose database is gone after so many questions. */
function dyingAfter(ctx: AppContext, questions: number): AppContext {
  return asked(ctx, questions, () => {
    throw new Error('killed');
  });
}

/** A context in which somebody ends a back-test after so many questions. */
function endedAfter(ctx: AppContext, backTestId: string, questions: number): AppContext {
  const actor = {
    id: OWNER,
    role: 'policy_owner',
    carrierId: POLICY.carrierId,
    authorityId: null,
    personId: null,
  } as const;
  let ended = false;
  return asked(ctx, questions, async () => {
    if (ended) return;
    ended = true;
    await cancelBackTest(ctx, { actor, source: 'test', sourceId: 'test' }, backTestId);
  });
}

function asked(ctx: AppContext, questions: number, then: () => unknown): AppContext {
  let left = questions;
  const query = async (...given: unknown[]) => {
    left -= 1;
    if (left < 0) await then();
    return Reflect.apply(ctx.pool.query, ctx.pool, given);
  };
  const pool = new Proxy(ctx.pool, {
    get: (target, name) => (name === 'query' ? query : Reflect.get(target, name, target)),
  });
  return { ...ctx, pool };
}
