import { describe, expect, it } from 'vitest';
import { UNDO_MS } from '../../src/app/bulk/order-bulk.ts';
import { BULK_LIMIT, FILTER_LIMIT, PREVIEW_MS } from '../../src/app/bulk/preview-bulk.ts';
import { workBulk } from '../../src/app/bulk/work-bulk.ts';
import { useApp } from '../support/app.ts';
import type { Body, Reply } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const REVIEWER = 'zhao-lei';
const DECISION = { act: 'decide', finding: 'misjudged', rule_relied: 'AF-32c', words: '案件 {reference}：没有依据。' };
const MINE = { status: 'in_review', assignee: 'mine' };

const inReview = async (by = REVIEWER): Promise<Body> =>
  await lives.inReview(await lives.suspected((await lives.line()).mobile), by);
const preview = async (body: object, by = REVIEWER): Promise<Body> =>
  done(await app.as(by).post('/bulk-acts/preview', { ...DECISION, ...body }), 200);
const order = (body: object, key?: string, by = REVIEWER): Promise<Reply> =>
  app.as(by).post('/bulk-acts', body, key === undefined ? {} : { key });
const actsOf = async (by = REVIEWER) => done(await app.as(by).get('/bulk-acts?limit=200'), 200).items.length;
const statusOf = async ({ case_id }: Body) => done(await app.as(REVIEWER).get(`/cases/${case_id}`), 200).status;
async function worked({ bulk_id }: Body): Promise<Body> {
  app.clock.advance(UNDO_MS);
  await workBulk(app.ctx);
  return done(await app.as(REVIEWER).get(`/bulk-acts/${bulk_id}`), 200);
}

describe('all cases that a filter holds', () => {
  it('are decided as they were when looked at, and none that comes later', async () => {
    const [one, two] = [await inReview(), await inReview()];
    const looked = await preview({ filter: MINE });
    expect(looked).toMatchObject({ matched: 2, more: false, counts: { can: 2, left_out: 0 } });
    const late = await inReview();
    const ordered = done(await order({ preview_id: looked.preview_id }), 202);
    expect(ordered).toMatchObject({ act: 'decide', selected: MINE, matched: 2, counts: { waiting: 2 } });
    expect((await worked(ordered)).counts).toEqual({ waiting: 0, done: 2, refused: 0, left_out: 0 });
    expect(await Promise.all([one, two, late].map(statusOf))).toEqual(['lifting', 'lifting', 'in_review']);
    done(await app.as(REVIEWER).post(`/cases/${late.case_id}/release`), 200);
  });

  it('leave out what cannot be done, and say of each why and what to do, then and in the order', async () => {
    const good = await inReview();
    const others = await inReview('qian-feng');
    const looked = await preview({ filter: { status: 'in_review' } });
    const of = (list: Body[], { case_id }: Body) => list.find((each) => each.case_id === case_id);
    expect(of(looked.items, others)).toMatchObject({
      code: 'case.assigned_to_other',
      data: { assigned_to: 'qian-feng', assigned_to_name: 'qian-feng' },
      detail: 'qian-feng正在办这件。',
      what_to_do: '请对方办，或者在这件里从对方手里接过来再办。',
    });
    expect(looked.counts.left_out).toBe(looked.items.filter(({ code }: Body) => code !== null).length);
    const after = await worked(done(await order({ preview_id: looked.preview_id }), 202));
    expect(after.counts).toMatchObject({ done: looked.counts.can, left_out: looked.counts.left_out });
    expect(of(after.cases, others)).toMatchObject({ status: 'left_out', detail: 'qian-feng正在办这件。' });
    expect([await statusOf(good), await statusOf(others)]).toEqual(['lifting', 'in_review']);
  });

  it('are not ordered by anybody else, nor when what was looked at is old, nor beside other words', async () => {
    await inReview();
    const { preview_id } = await preview({ filter: MINE });
    expect((await order({ preview_id }, undefined, 'qian-feng')).status).toBe(404);
    const both = await order({ preview_id, act: 'order_lift' });
    expect([both.status, both.body.code]).toEqual([422, 'bulk.preview_alone']);
    app.clock.advance(PREVIEW_MS);
    const over = await order({ preview_id });
    expect([over.status, over.body.code, over.body.detail.includes('30 分钟')]).toEqual([
      409,
      'bulk.preview_over',
      true,
    ]);
    const again = await preview({ filter: MINE });
    const { rows } = await app.ctx.pool.query('select 1 from bulk_preview_cases where preview_id = $1', [preview_id]);
    expect(rows).toEqual([]);
    await worked(done(await order({ preview_id: again.preview_id }), 202));
  });

  it('are as many as the limit says, those with the least time left, and the rest is counted', async () => {
    await app.ctx.pool.query(
      `insert into cases (number_id, case_id, line, carrier_id, reference, status, remedy, flag_ids, opened_by, opened_at, due_at)
      select n, 'case_zz_' || n, 1, 'qinghe', 'R' || n, 'mediating', 'appeal', '{}', 'x', now(), date_trunc('second', now()) + n * interval '1 minute'
      from generate_series(1, $1::integer) n`,
      [FILTER_LIMIT + 7],
    );
    const looked = await preview({ filter: { status: 'mediating' } });
    expect(looked).toMatchObject({ matched: FILTER_LIMIT + 7, more: true, items: [] });
    expect(looked.unknown).toHaveLength(FILTER_LIMIT);
    expect(looked.unknown.at(-1)).toBe(`case_zz_${FILTER_LIMIT}`);
    const none = await order({ preview_id: looked.preview_id });
    expect([none.status, none.body.code]).toEqual([409, 'bulk.nothing_can']);
    await app.ctx.pool.query(`delete from cases where status = 'mediating'`);
  });
});

describe('one order for one wish', () => {
  it('the same key again is the same order, and other words under it are refused', async () => {
    const one = await inReview();
    const { items } = await preview({ case_ids: [one.case_id] });
    const body = { ...DECISION, cases: items.map(({ case_id, version }: Body) => ({ case_id, version })) };
    const before = await actsOf();
    const [first, second] = await Promise.all([order(body, 'once'), order(body, 'once')]);
    expect(done(first, 202).bulk_id).toBe(done(second, 202).bulk_id);
    const after = await worked(first.body);
    expect(done(await order(body, 'once'), 202)).toMatchObject({ bulk_id: after.bulk_id, status: 'done' });
    expect(await actsOf()).toBe(before + 1);
    const other = await order({ ...body, finding: 'condition_met' }, 'once');
    expect([other.status, other.body.code]).toEqual([409, 'request.key_reused']);
  });

  it('the same preview again is the same order, with a key or without', async () => {
    await inReview();
    const { preview_id } = await preview({ filter: MINE });
    const before = await actsOf();
    const many = await Promise.all([order({ preview_id }), order({ preview_id }, 'a'), order({ preview_id }, 'b')]);
    expect(new Set(many.map((each) => done(each, 202).bulk_id)).size).toBe(1);
    expect(await actsOf()).toBe(before + 1);
    await worked(many[0].body);
  });

  it('a key of somebody else is another key', async () => {
    const [mine, theirs] = [await inReview(), await inReview('qian-feng')];
    const looked = await preview({ case_ids: [mine.case_id] });
    const lookedToo = await preview({ case_ids: [theirs.case_id] }, 'qian-feng');
    const first = done(await order({ preview_id: looked.preview_id }, 'shared'), 202);
    const second = done(await order({ preview_id: lookedToo.preview_id }, 'shared', 'qian-feng'), 202);
    expect(first.bulk_id).not.toBe(second.bulk_id);
    await worked(first);
  });
});

describe('what became of each case', () => {
  it('says its values and what to do, in JSON and as a table in either language', async () => {
    const [good, changed] = [await inReview(), await inReview()];
    const ordered = done(await order({ preview_id: (await preview({ filter: MINE })).preview_id }), 202);
    done(await app.as('lin-xiaoyu').post(`/cases/${changed.case_id}/withdrawal`), 200);
    const after = await worked(ordered);
    const one = after.cases.find(({ case_id }: Body) => case_id === changed.case_id);
    expect(one).toMatchObject({ status: 'refused', code: 'case.wrong_state', data: { status: 'withdrawn' } });
    expect(one.detail).toContain('现在是“已撤回”，不能作决定');
    expect(one.what_to_do).not.toBe('');
    const table = await app.as(REVIEWER).get(`/bulk-acts/${ordered.bulk_id}/cases.csv`);
    expect([table.status, table.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = String(table.body).split('\r\n');
    expect(lines[0]).toContain('案件编号,结果,为什么,接下来怎么办');
    expect(lines.find((line) => line.startsWith(changed.reference))).toContain('没办成');
    expect(lines.find((line) => line.startsWith(good.reference))).toContain('办成,,,');
    const english = await app
      .as(REVIEWER)
      .get(`/bulk-acts/${ordered.bulk_id}`, { headers: { 'accept-language': 'en' } });
    expect(english.body.cases[0].detail).toContain('It is “Withdrawn” now');
    expect((await app.as('lanqiao-agent').get(`/bulk-acts/${ordered.bulk_id}/cases.csv`)).status).toBe(404);
  });

  it('says so when whoever ordered it has left before its turn', async () => {
    await inReview('qian-feng');
    const looked = await preview({ filter: MINE }, 'qian-feng');
    const { bulk_id } = done(await order({ preview_id: looked.preview_id }, undefined, 'qian-feng'), 202);
    await app.ctx.pool.query(`update actors set active = false where actor_id = 'qian-feng'`);
    const after = await worked({ bulk_id });
    await app.ctx.pool.query(`update actors set active = true where actor_id = 'qian-feng'`);
    expect(after.counts).toMatchObject({ done: 0, refused: looked.counts.can });
    expect(after.cases.find(({ status }: Body) => status === 'refused')).toMatchObject({
      code: 'access.denied',
      detail: '轮到这件时，下单的人已经不在岗，或者岗位不能这样办。',
      what_to_do: '请有权限的同事重新下单。',
    });
  });

  it('takes as many by hand as it says, and no more', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => `case_zz_${at + 1}`);
    expect((await preview({ case_ids: ids(BULK_LIMIT) })).unknown).toHaveLength(BULK_LIMIT);
    const more = await app.as(REVIEWER).post('/bulk-acts/preview', { ...DECISION, case_ids: ids(BULK_LIMIT + 1) });
    expect(more.status).toBe(400);
  });
});
