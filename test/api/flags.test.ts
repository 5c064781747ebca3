import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);

/** A number, and reasons for a flag on it that are complete and true. */
let mobile = '';
let reasons: Body;

beforeAll(async () => {
  ({ mobile } = await lives.line());
  reasons = await lives.reasonsByHand(mobile);
});

function place(changes: object, by = 'zhou-min') {
  return app.as(by).post('/flags', { mobile_number: mobile, reasons: { ...reasons, ...changes } });
}

describe('no reasons, no flag', () => {
  it.each([
    ['ground', { ground: null }],
    ['facts', { fact_ids: [] }],
    ['rule', { rule: null }],
    ['responsible', { responsible_body: '' }],
    ['measures', { measures: [] }],
    ['lift_condition', { lift_condition: null }],
    ['papers', { papers: null }],
    ['complain_to', { complain_to: [] }],
  ])('without %s it is refused by name', async (part, changes) => {
    expect((await place(changes)).body).toMatchObject({
      status: 422,
      code: 'flag.reasons_missing',
      data: { missing: [part] },
      pointer: '/reasons',
    });
  });

  it('says in words what is missing', async () => {
    expect((await place({ ground: null, papers: null })).body.detail).toBe(
      '标记必须附完整理由，还缺：依据、要交的材料。',
    );
  });

  it('may not cut emergency calls', async () => {
    const measures = [{ ...reasons.measures[0], spares: ['service_numbers'] }];
    expect((await place({ measures })).body).toMatchObject({
      status: 422,
      code: 'flag.cuts_protected',
      data: { unspared: ['voice_out:emergency'] },
    });
  });

  it.each([
    ['a value the rule did not see', { values: { distinct_callees: 999 } }],
    ['a rule there is not', { rule_id: 'made-up' }],
    ['a version that is not in force', { version: 2 }],
  ])('may not contradict the record: %s', async (_, rule) => {
    expect((await place({ rule: { ...reasons.rule, ...rule } })).body).toMatchObject({
      status: 422,
      code: 'flag.contradicts_record',
    });
  });

  it('may not rely on facts that nobody recorded', async () => {
    expect((await place({ fact_ids: ['fact_1_1'] })).body).toMatchObject({
      status: 422,
      code: 'flag.fact_unknown',
      data: { fact_ids: ['fact_1_1'] },
    });
  });

  it('refuses moments that do not exist, at their place', async () => {
    const measures = [{ ...reasons.measures[0], from: '2026-02-30T00:00:00Z' }];
    const { body } = await place({ measures });
    expect(body.status).toBe(400);
    expect(body.pointer).toBe('/reasons/measures/0/from');
  });
});

describe('a flag that was lifted', () => {
  it('is not placed again without new facts, nor by the rule alone after a misjudgement', async () => {
    const { mobile: cleared } = await lives.line();
    const flagId = await lives.suspected(cleared);
    const { responsible, ...rest } = done(await app.as('zhou-min').get(`/flags/${flagId}`), 200).reasons;
    const decided = done(await lives.grants(await lives.inReview(flagId)), 200);
    await lives.confirmAll(decided.lifts[0].lift_id);
    const again = { ...rest, responsible_body: responsible.body };
    expect((await app.as('zhou-min').post('/flags', { mobile_number: cleared, reasons: again })).body).toMatchObject({
      status: 409,
      code: 'flag.again_without_new_facts',
      pointer: '/reasons/fact_ids',
    });
    app.clock.advance(3 * 24 * 3_600_000);
    expect(await lives.suspected(cleared)).toBeUndefined();
    const waiting = done(await app.as('zhou-min').get('/attention'), 200).items;
    expect(waiting.map(({ detail }: { detail: string }) => detail)).toContain('short-calls: flag.after_misjudgement');
  });
});

describe('a flag with full reasons', () => {
  it('is placed once, in the name of the human who placed it', async () => {
    const placed = done(await place({}), 201);
    expect(placed).toMatchObject({
      status: 'active',
      decided_automatically: false,
      raised_by: { id: 'zhou-min' },
      reasons: { responsible: { staff_id: 'zhou-min' } },
    });
    expect((await place({})).body).toMatchObject({ status: 409, code: 'flag.already_standing' });
    const listed = done(await app.as('zheng-jie').get('/flags?status=active&rule_id=odd-hours'), 200).items;
    expect(listed.map((item: { flag_id: string }) => item.flag_id)).toEqual([placed.flag_id]);
  });

  it('is appealed at the right door only, with a remedy that can move it', async () => {
    const { mobile: other } = await lives.line();
    const flagId = await lives.suspected(other);
    const open = (body: object) =>
      app.as('lin-xiaoyu').post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '', ...body });
    expect((await open({ remedy: 'repay' })).body).toMatchObject({
      status: 422,
      code: 'case.wrong_remedy',
      pointer: '/remedy',
    });
    expect((await open({ remedy: 'shout' })).body).toMatchObject({
      status: 400,
      code: 'request.invalid',
      pointer: '/remedy',
    });
    const opened = done(await open({}), 201);
    expect((await open({})).body).toMatchObject({
      status: 409,
      code: 'case.already_open',
      data: { reference: opened.reference },
    });
  });
});
