import { describe, expect, it } from 'vitest';
import { UNDO_MS } from '../../src/app/bulk/order-bulk.ts';
import { workBulk } from '../../src/app/bulk/work-bulk.ts';
import { numberOf } from '../../src/domain/journal/thing-id.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const REVIEWER = 'zhao-lei';
const DECISION = {
  act: 'decide',
  finding: 'misjudged',
  rule_relied: 'AF-32c',
  words: '案件 {reference}：规则 {rule} 在 {flagged_on} 的标记没有充分根据。',
};

async function inReview(): Promise<Body> {
  return await lives.inReview(await lives.suspected((await lives.line()).mobile), REVIEWER);
}
const preview = async (body: object, by = REVIEWER): Promise<Body> =>
  done(await app.as(by).post('/bulk-acts/preview', body), 200);
const chosen = ({ items }: Body) => items.map(({ case_id, version }: Body) => ({ case_id, version }));
async function order(cases: readonly Body[], more: object = {}): Promise<Body> {
  const looked = await preview({ ...DECISION, ...more, case_ids: cases.map(({ case_id }) => case_id) });
  return done(await app.as(REVIEWER).post('/bulk-acts', { ...DECISION, ...more, cases: chosen(looked) }), 202);
}
async function worked({ bulk_id }: Body): Promise<Body> {
  app.clock.advance(UNDO_MS);
  await workBulk(app.ctx);
  return done(await app.as(REVIEWER).get(`/bulk-acts/${bulk_id}`), 200);
}
const statusOf = async ({ case_id }: Body) => done(await app.as(REVIEWER).get(`/cases/${case_id}`), 200).status;
const journalOf = async ({ case_id }: Body): Promise<Body[]> =>
  done(await app.as(REVIEWER).get(`/numbers/${numberOf('case', case_id)}/timeline`), 200).items;

describe('acts on many cases', () => {
  it('says before what would happen to each, and changes nothing', async () => {
    const [good, early] = [await inReview(), await lives.appealed(await lives.suspected((await lives.line()).mobile))];
    const looked = await preview({ ...DECISION, case_ids: [good.case_id, early.case_id, 'case_zz_9'] });
    expect(looked.items).toMatchObject([
      { case_id: good.case_id, code: null, active_flags: 1 },
      { case_id: early.case_id, code: 'case.wrong_state' },
    ]);
    expect(looked.unknown).toEqual(['case_zz_9']);
    expect(looked.items[0].words).toContain(good.reference);
    expect(looked.items[0].words).toContain('short-calls');
    expect(JSON.stringify(looked)).not.toMatch(/1540\d{7}/);
    expect(await statusOf(good)).toBe('in_review');
  });

  it('selects by a filter of the queue', async () => {
    const one = await inReview();
    const { items } = await preview({ ...DECISION, filter: { status: 'in_review' } });
    expect(items.map(({ case_id }: Body) => case_id)).toContain(one.case_id);
    expect(items.every(({ status }: Body) => status === 'in_review')).toBe(true);
  });

  it('waits its undo time, then decides each case in its own journal with its own words', async () => {
    const cases = [await inReview(), await inReview()];
    const ordered = await order(cases);
    expect(ordered).toMatchObject({ status: 'waiting', counts: { waiting: 2 }, actions: [{ act: 'undo' }] });
    await workBulk(app.ctx);
    expect(await Promise.all(cases.map(statusOf))).toEqual(['in_review', 'in_review']);

    expect(await worked(ordered)).toMatchObject({ status: 'done', counts: { done: 2, refused: 0 }, actions: [] });
    for (const one of cases) {
      expect(await statusOf(one)).toBe('lifting');
      const decided = (await journalOf(one)).filter(({ kind }) => kind === 'case.decided');
      expect(decided).toMatchObject([{ actor: { id: REVIEWER }, data: { finding: 'misjudged' } }]);
      expect(decided[0]?.personal.words).toContain(`案件 ${one.reference}`);
    }
    await workBulk(app.ctx);
    expect((await journalOf(cases[0] as Body)).filter(({ kind }) => kind === 'case.decided')).toHaveLength(1);
  });

  it('leaves a case undone that was taken back in time, and says who took it back', async () => {
    const one = await inReview();
    const ordered = await order([one]);
    const undone = done(await app.as(REVIEWER).post(`/bulk-acts/${ordered.bulk_id}/undo`), 200);
    expect(undone).toMatchObject({ status: 'undone', undone_by: REVIEWER, actions: [] });
    expect(await worked(ordered)).toMatchObject({ status: 'undone', counts: { waiting: 1, done: 0 } });
    expect(await statusOf(one)).toBe('in_review');
  });

  it('cannot be taken back once its time is over', async () => {
    const ordered = await order([await inReview()]);
    app.clock.advance(UNDO_MS);
    const late = await app.as(REVIEWER).post(`/bulk-acts/${ordered.bulk_id}/undo`);
    expect([late.status, late.body.code]).toEqual([409, 'bulk.too_late']);
  });

  it('leaves alone what changed meanwhile or a colleague took, case by case, and does the rest', async () => {
    const [good, changed, taken] = [await inReview(), await inReview(), await inReview()];
    const ordered = await order([good, changed, taken]);
    done(await app.as(REVIEWER).post(`/cases/${changed.case_id}/release`), 200);
    done(await app.as('qian-feng').post(`/cases/${taken.case_id}/take-over`), 200);
    const after = await worked(ordered);
    expect(after.counts).toEqual({ waiting: 0, done: 1, refused: 2, left_out: 0 });
    const codes = new Map(after.cases.map(({ case_id, code }: Body) => [case_id, code]));
    expect(codes.get(good.case_id)).toBeNull();
    expect(codes.get(changed.case_id)).toBe('request.changed_meanwhile');
    expect(codes.get(taken.case_id)).toBe('case.assigned_to_other');
    expect(await statusOf(changed)).toBe('in_review');
  });

  it('fills in only what the record holds', async () => {
    const one = await inReview();
    const body = { ...DECISION, words: '见 {holder_name}', case_ids: [one.case_id] };
    const refused = await app.as(REVIEWER).post('/bulk-acts/preview', body);
    expect([refused.status, refused.body.code]).toEqual([422, 'words.unknown_placeholder']);
  });

  it('lets agents order lifts and not decide', async () => {
    const one = await inReview();
    const denied = await app.as('zhou-min').post('/bulk-acts/preview', { ...DECISION, case_ids: [one.case_id] });
    expect(denied.status).toBe(403);
    const looked = await preview({ act: 'order_lift', case_ids: [one.case_id] }, 'zhou-min');
    expect(looked.items[0].code).not.toBeNull();
  });

  it('shows another carrier nothing', async () => {
    const one = await inReview();
    const looked = await preview({ act: 'order_lift', case_ids: [one.case_id] }, 'lanqiao-agent');
    expect(looked).toMatchObject({ items: [], unknown: [one.case_id] });
    const { bulk_id } = await order([one]);
    expect((await app.as('lanqiao-agent').get(`/bulk-acts/${bulk_id}`)).status).toBe(404);
    expect((await app.as('lanqiao-agent').post(`/bulk-acts/${bulk_id}/undo`)).status).toBe(404);
  });
});
