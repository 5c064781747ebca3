import { describe, expect, it } from 'vitest';
import { POLICY } from '../../seed/city.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const [OWNER, SECOND] = ['qinghe-policy', 'qinghe-policy-2'];

const at = ({ policy_id, version }: Body) => `/policies/${policy_id}/versions/${version}`;
const begin = async () => done(await app.as(OWNER).post('/policies'), 201);

async function write(draft: Body, rules: readonly Body[], by = OWNER) {
  const { responsible_body, complain_to } = draft.table;
  return app.as(by).post(at(draft), { responsible_body, complain_to, rules, note: '测试' });
}

const publish = (draft: Body, body: Body = {}, by = SECOND) => app.as(by).post(`${at(draft)}/publication`, body);
const rule = (table: Body, ruleId: string) => table.rules.find((one: Body) => one.rule_id === ruleId);

describe('a rule table', () => {
  it('begins from the one in force, and a draft that waits is taken up', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({ policy_id: POLICY.policyId, version: 2, standing: 'draft', findings: [] });
    expect(draft.table.rules.map((one: Body) => one.rule_id)).toEqual(POLICY.rules.map(({ ruleId }) => ruleId));
    expect(rule(draft.table, 'short-calls').when[0].field).toBe('distinct_callees');
    expect((await begin()).version).toBe(2);
    const listed = done(await app.as('zheng-jie').get('/policies'), 200).items;
    expect(listed.map((one: Body) => [one.version, one.standing])).toEqual([
      [2, 'draft'],
      [1, 'in_force'],
    ]);
  });

  it('with a gap, an overlap or a breach is kept, and refused at publishing with the cell named', async () => {
    const draft = await begin();
    const calls = rule(draft.table, 'short-calls');
    const people = (op: string, value: number) => ({ field: 'distinct_callees', op, value });
    const step = (rule_id: string, ...when: Body[]) => ({ ...calls, rule_id, when });
    const cut = { ...calls, measures: [{ ...calls.measures[0], spares: ['service_numbers'] }] };
    const early = { ...rule(draft.table, 'arrears-30'), when: [{ field: 'overdue_days', op: 'gte', value: 10 }] };
    for (const [rules, code, pointer] of [
      [
        [step('a', people('gte', 100), people('lt', 200)), step('b', people('gte', 250))],
        'policy.gap',
        '/rules/1/when/0',
      ],
      [[step('a', people('gte', 100)), step('b', people('gte', 250))], 'policy.overlap', '/rules/1/when'],
      [[cut], 'policy.cuts_protected', '/rules/0/measures'],
      [[early], 'policy.sooner_than_law', '/rules/0/when/0'],
    ] as const) {
      const kept = done(await write(draft, rules), 200);
      expect(kept.findings[0]).toMatchObject({ code, pointer });
      const { status, body } = await publish(draft);
      expect([status, body.code, body.pointer]).toEqual([422, code, pointer]);
      expect(body.detail).not.toContain(code);
    }
    expect(done(await app.as(OWNER).get(at({ policy_id: POLICY.policyId, version: 1 })), 200).standing).toBe(
      'in_force',
    );
  });

  it('is published by another person only, once, and judges from its day on', async () => {
    const draft = await begin();
    const { table } = done(await app.as(OWNER).get(at({ policy_id: POLICY.policyId, version: 1 })), 200);
    const stricter = table.rules.map((one: Body) =>
      one.rule_id === 'complaints-3'
        ? { ...one, when: [{ field: 'complaints', op: 'gte', value: 2 }], grace_days: 3, review_days: 2 }
        : one,
    );
    const kept = done(await write(draft, stricter), 200);
    expect(kept.changes.filter((one: Body) => one.change === 'changed')).toEqual([
      { rule_id: 'complaints-3', change: 'changed', cells: ['when', 'graceDays', 'reviewDays'] },
    ]);
    expect((await publish(draft, {}, OWNER)).body).toMatchObject({ status: 403, code: 'policy.own_draft' });
    const yesterday = new Date(Date.parse(app.clock.now()) - 86_400_000).toISOString();
    expect((await publish(draft, { effective_from: yesterday })).body).toMatchObject({ code: 'policy.bad_start' });
    const tomorrow = new Date(Date.parse(app.clock.now()) + 86_400_000).toISOString();
    expect(done(await publish(draft, { effective_from: tomorrow }), 200).standing).toBe('to_come');
    expect((await publish(draft)).body).toMatchObject({ status: 409, code: 'policy.published_already' });
    expect((await write(draft, [])).body).toMatchObject({ status: 409, code: 'policy.published_already' });

    const complaint = { kind: 'complaint_received', complaint_id: 'c', topic: 'nuisance_calls', complaints: 2 };
    const before = await lives.line();
    expect(done(await lives.fact(before.mobile, complaint), 201).flag_ids).toEqual([]);
    app.clock.advance(86_400_000 + 3_000);
    const after = await lives.line();
    const [flagId] = done(await lives.fact(after.mobile, complaint), 201).flag_ids;
    const flag = done(await app.as('zhou-min').get(`/flags/${flagId}`), 200);
    expect(flag.reasons.rule).toMatchObject({ version: 2, rule_id: 'complaints-3', values: { complaints: 2 } });
    // Notice before effect: the measure begins when the grace is over.
    expect(Date.parse(flag.reasons.measures[0].from) - Date.parse(flag.placed_at)).toBe(3 * 86_400_000);
    const anybody = done(await app.as(null).get(`/published-${at(draft).slice(1)}`), 200);
    expect(anybody).toMatchObject({ standing: 'in_force', table: { version: 2 } });

    app.clock.advance(6 * 86_400_000);
    await lives.sweep(after.numberId);
    const waiting = done(await app.as('zhou-min').get('/attention?limit=200'), 200).items;
    expect(waiting.map((one: Body) => `${one.kind} ${one.subject.id}`)).toContain(`flag_review ${flagId}`);
  });

  it('is tried on a fact without anything being written down', async () => {
    const fact = {
      kind: 'usage_observed',
      window_hours: 24,
      calls_out: 200,
      distinct_callees: 120,
      short_call_share: 0.7,
    };
    const body = { fact, tenure_days: 400 };
    const tried = done(await app.as('zhou-min').post(`/policies/${POLICY.policyId}/versions/1/trace`, body), 200);
    expect(tried.fired).toEqual([]);
    expect(tried.trace).toEqual([
      {
        rule_id: 'short-calls',
        cause: 'suspicion',
        fired: false,
        conditions: [
          { field: 'distinctCallees', op: 'gte', value: 100, saw: 120, holds: true },
          { field: 'shortCallShare', op: 'gte', value: 0.8, saw: 0.7, holds: false },
        ],
      },
    ]);
  });

  it('is nobody else’s: drafts are unknown outside, and staff who own none write none', async () => {
    const draft = await begin();
    for (const actor of ['zhou-min', 'zhao-lei', 'zheng-jie']) {
      expect((await app.as(actor).post('/policies')).status).toBe(403);
      expect((await write(draft, [], actor)).status).toBe(403);
      expect((await publish(draft, {}, actor)).status).toBe(403);
    }
    for (const actor of ['lin-xiaoyu', 'fang-min', 'lanqiao-agent']) {
      expect([403, 404]).toContain((await app.as(actor).get(at(draft))).status);
      expect([403, 404]).toContain((await publish(draft, {}, actor)).status);
    }
    expect((await app.as(null).get(`/published-${at(draft).slice(1)}`)).status).toBe(404);
    expect((await app.as('lanqiao-agent').get(`/policies/${POLICY.policyId}/versions/1`)).status).toBe(404);
  });
});
