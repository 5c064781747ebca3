import { describe, expect, it } from 'vitest';
import { readRow } from '../../src/domain/imports/row.ts';
import { verifyNumbers } from '../../src/store/verify.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);

const usage = (model?: string) => ({
  kind: 'usage_observed',
  window_hours: 24,
  calls_out: 180,
  distinct_callees: 150,
  short_call_share: 0.92,
  ...(model === undefined ? {} : { model }),
});

async function flagged(model?: string): Promise<Body> {
  const { mobile } = await lives.line();
  const [flagId] = done(await lives.fact(mobile, usage(model)), 201).flag_ids;
  return done(await app.as('zhou-min').get(`/flags/${flagId}`), 200);
}

describe('the model that told a fact', () => {
  it('stands in the reasons that the person reads', async () => {
    const flag = await flagged('short-calls 2.3');
    expect(flag.reasons.rule).toMatchObject({ rule_id: 'short-calls', model: 'short-calls 2.3' });
    const page = await pages.signedIn('lin-xiaoyu');
    expect(wordsOf((await page.get(`/flags/${flag.flag_id}`)).body)).toContain('由模型 short-calls 2.3 得出');
    expect((await flagged()).reasons.rule).not.toHaveProperty('model');
  });

  it('is counted: each model has its own overturns with their interval, and facts that name none are left out', async () => {
    for (const [model, right] of [
      ['short-calls 2.2', false],
      ['short-calls 2.2', false],
      ['short-calls 2.3', true],
      [undefined, false],
    ] as const) {
      const { flag_id } = await flagged(model);
      if (right) await lives.refused(flag_id);
      else done(await lives.grants(await lives.inReview(flag_id)), 200);
    }
    const { models, total } = done(await app.as('zhou-min').get('/learning'), 200);
    expect(total.decided).toBe(4);
    expect(models.map((one: Body) => [one.key, one.decided, one.overturned])).toEqual([
      ['short-calls 2.2', 2, 2],
      ['short-calls 2.3', 1, 0],
    ]);
    expect(models[0].rate).toMatchObject({ share: 1, high: 1 });
    expect(models[0].rate.low).toBeLessThan(0.5);
    const desk = await pages.signedIn('zhao-lei');
    expect(wordsOf((await desk.get('/desk/learning')).body)).toContain('各个模型');
    const csv = (await desk.get('/desk/learning/data/models.csv')).body;
    expect(csv).toContain('short-calls 2.2,2,2');
    const problems: unknown[] = [];
    await verifyNumbers(app.ctx.pool, { onProblem: (one) => problems.push(one) });
    expect(problems).toEqual([]);
  });

  it('may be asked for by a rule, and may be left out of a line or a table of a file', async () => {
    const base = { mobile_number: '+8615400000077', source_id: 'x', at: '2026-03-01T00:00:00Z' };
    const { kind: _, ...fields } = usage();
    const line = readRow(base, usage('short-calls 2.3'), { cells: false, under: '/fact' });
    expect(line).toMatchObject({ fact: { model: 'short-calls 2.3' } });
    const cells = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    const row = { ...base, kind: 'usage_observed', ...cells };
    const table = readRow(row, { ...row, model: '' }, { cells: true, under: '' });
    expect('fact' in table && 'model' in table.fact).toBe(false);
    const long = readRow(base, usage('x'.repeat(81)), { cells: false, under: '/fact' });
    expect(long).toMatchObject({ refused: { code: 'import.bad_field', pointer: '/fact/model' } });

    const draft = done(await app.as('qinghe-policy').post('/policies'), 201);
    const [first] = draft.table.rules.filter((one: Body) => one.rule_id === 'short-calls');
    const only = { ...first, when: [...first.when, { field: 'model', op: 'eq', value: 'short-calls 2.3' }] };
    const { responsible_body, complain_to } = draft.table;
    const at = `/policies/${draft.policy_id}/versions/${draft.version}`;
    const kept = done(
      await app.as('qinghe-policy').post(at, { responsible_body, complain_to, rules: [only], note: '' }),
      200,
    );
    expect(kept.findings).toEqual([]);
    const trial = (model: string) =>
      app.as('qinghe-policy').post(`${at}/trace`, { fact: usage(model), tenure_days: 400 });
    expect(done(await trial('short-calls 2.3'), 200).fired).toEqual(['short-calls']);
    expect(done(await trial('short-calls 2.2'), 200).fired).toEqual([]);
  });
});
