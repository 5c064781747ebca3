import { expect, it } from 'vitest';
import { createToken } from '../../src/app/actors/create-token.ts';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import { usePages, type Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);

async function administrator(): Promise<Visitor> {
  const visitor = pages.visitor();
  const way = { days: 10, provedBy: 'passkey' } as const;
  visitor.cookies.set('qingbiao', (await createToken(app.ctx, 'qinghe-admin', 'browser', 'test', way)) ?? '');
  return visitor;
}

it('an agent keeps the result of comparing papers, and no paper', async () => {
  const { mobile, numberId } = await lives.line();
  const { case_id: caseId } = await lives.inReview(await lives.suspected(mobile));
  const desk = await pages.signedIn('zhou-min');
  const [page, action] = [`/desk/cases/${caseId}`, `/desk/cases/${caseId}/holder-proof`];
  const hidden = await desk.hiddenOf(page, action);
  const empty = await desk.post(action, hidden);
  expect([empty.statusCode, wordsOf(empty.body)]).toEqual([422, expect.stringContaining('选一个结果')]);
  expect((await desk.post(action, { ...hidden, holder_result: 'failed' })).statusCode).toBe(303);
  expect(wordsOf((await desk.get(page)).body)).toMatch(/核对不一致（运营商看了证件）/);
  const again = await desk.hiddenOf(page, action);
  expect((await desk.post(action, { ...again, holder_result: 'passed' })).statusCode).toBe(303);
  expect(wordsOf((await desk.get(page)).body)).toContain('核对一致（运营商看了证件）');
  const auditor = await pages.signedIn('zheng-jie');
  expect(wordsOf((await auditor.get(`/desk/numbers/${numberId}/timeline`)).body)).toContain('核对了机主：一致');
  const { rows } = await app.ctx.pool.query(
    'select status, evidence_id from line_proofs where number_id = $1 order by asked_at, status',
    [numberId],
  );
  expect(rows).toEqual([
    { status: 'failed', evidence_id: null },
    { status: 'passed', evidence_id: null },
  ]);
});

it('a request for correction goes from the person’s page to the desk and comes back with reasons', async () => {
  const { numberId } = await lives.line('he-jing');
  const her = await pages.signedIn('he-jing');
  const page = `/mine/data/correct/${numberId}`;
  const hidden = await her.hiddenOf(page, page);
  const bad = await her.post(page, { ...hidden, subject: 'contact', words: ' ' });
  expect([bad.statusCode, wordsOf(bad.body)]).toEqual([422, expect.stringContaining('哪里不对，应该是什么')]);
  await her.post(page, { ...(await her.hiddenOf(page, page)), subject: 'contact', words: '我搬家了。' });
  const desk = await pages.signedIn('zhou-min');
  const list = (await desk.get('/desk/attention')).body;
  const href = /\/desk\/corrections\/correction_\w+/.exec(list)?.[0] ?? '';
  expect(wordsOf((await desk.get(href)).body)).toContain('我搬家了。');
  const form = await desk.hiddenOf(href, href);
  expect((await desk.post(href, { ...form, outcome: 'refused', words: '' })).statusCode).toBe(422);
  await desk.post(href, { ...form, outcome: 'refused', words: '请带证件到营业厅改。' });
  expect(wordsOf((await her.get(page)).body)).toMatch(/没有更正 答复：请带证件到营业厅改。/);
  expect(wordsOf((await her.get('/mine/inbox')).body)).toContain('没有更正，写了理由');
});

it('an administrator holds one case by its reference, and says why it ends', async () => {
  const { mobile, numberId } = await lives.line('xu-lan');
  const appeal = await lives.appealed(await lives.suspected(mobile), 'xu-lan');
  const admin = await administrator();
  const send = async (action: string, fields: object) =>
    admin.post(action, { ...(await admin.hiddenOf('/desk/holds', action)), ...fields });
  const stranger = await send('/desk/holds', { mobile_number: '15409999999', ground: 'court', why: 'x' });
  expect([stranger.statusCode, wordsOf(stranger.body)]).toEqual([422, expect.stringContaining('不在你们这里')]);
  const held = { mobile_number: mobile, ground: 'dispute', references: appeal.reference, why: '仲裁通知 3 号' };
  const wrong = await send('/desk/holds', { ...held, references: 'XXX-XXX-XXX' });
  expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('仲裁通知 3 号')]);
  expect((await send('/desk/holds', held)).statusCode).toBe(303);
  expect(wordsOf((await admin.get('/desk/holds')).body)).toMatch(/正在进行的争议 只保全 1 个案 仲裁通知 3 号/);
  const auditor = await pages.signedIn('zheng-jie');
  const looked = (await auditor.get('/desk/holds')).body;
  expect([wordsOf(looked), looked.includes('/end"')]).toEqual([expect.stringContaining('仲裁通知 3 号'), false]);
  const [holdId = ''] = Object.keys((await app.ctx.journal.load(numberId)).state.holds);
  const end = `/desk/holds/${holdId}/end`;
  expect((await send(end, {})).statusCode).toBe(422);
  expect((await send(end, { [`end_why-${holdId}`]: '已结案' })).statusCode).toBe(303);
  expect(wordsOf((await admin.get('/desk/holds?ended=yes')).body)).toContain('仲裁通知 3 号');
});
