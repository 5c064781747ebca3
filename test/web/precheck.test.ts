import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);

test('a person asks, the desk answers paper by paper, and each page says how it stands', async () => {
  const flagId = await lives.suspected((await lives.line()).mobile);
  const { case_id: caseId } = await lives.appealed(flagId);
  const [mine, theirs] = [`/cases/${caseId}`, `/desk/cases/${caseId}`];
  const person = await pages.signedIn('lin-xiaoyu');
  const agent = await pages.signedIn('zhou-min');
  const asking = async () =>
    (await person.formsOn(mine)).find(({ action }) => action === `${mine}/ask-precheck`)?.hidden ?? {};
  const answering = async () =>
    (await agent.formsOn(theirs)).find(({ action }) => action === `${theirs}/answer-precheck`)?.hidden ?? {};

  const nothing = await person.post(`${mine}/ask-precheck`, { ...(await asking()), precheck_words: '我写的话' });
  expect(nothing.statusCode).toBe(422);
  expect(wordsOf(nothing.body)).toContain('请至少勾选一份');
  expect(nothing.body).toContain('我写的话</textarea>');
  const sent = await person.post(`${mine}/ask-precheck`, { ...(await asking()), papers: 'id_card,explanation' });
  expect(sent.statusCode).toBe(303);
  expect(wordsOf((await person.get(mine)).body)).toContain('还没有答复');
  expect(await asking()).toEqual({});
  expect((await agent.get('/desk/prechecks')).body).toContain(theirs);

  const half = { ...(await answering()), result_id_card: 'good', hall: '我打的地址', enough: 'yes' };
  const refused = await agent.post(`${theirs}/answer-precheck`, half);
  expect(refused.statusCode).toBe(422);
  expect(wordsOf(refused.body)).toContain('这些材料还没有看：情况说明');
  expect(refused.body).toContain('我打的地址');
  const lacking = { result_explanation: 'wrong', phrase_explanation: 'seal', word_explanation: '第二页', enough: 'no' };
  expect((await agent.post(`${theirs}/answer-precheck`, { ...half, ...lacking })).statusCode).toBe(303);
  const read = wordsOf((await person.get(mine)).body);
  for (const words of ['还不够，先别跑', '不是这份材料', '缺盖章或签名', '第二页']) expect(read).toContain(words);
  expect(wordsOf((await person.get(`/flags/${flagId}`)).body)).toContain('还不够，先别跑');

  await person.post(`${mine}/ask-precheck`, { ...(await asking()), papers: 'id_card,explanation' });
  const enough = { result_id_card: 'good', result_explanation: 'good', originals: 'id_card', hall: '', enough: 'yes' };
  expect((await agent.post(`${theirs}/answer-precheck`, { ...(await answering()), ...enough })).statusCode).toBe(303);
  const after = wordsOf((await person.get(mine)).body);
  for (const words of ['材料够了，可以去', '要带原件：机主身份证原件', '没有说去哪个营业厅'])
    expect(after).toContain(words);
  expect(after).toContain('预审已认可');
  expect(wordsOf((await agent.get(theirs)).body)).toContain('预审已通过');

  const ask = (await agent.formsOn(theirs)).find(({ action }) => action === `${theirs}/ask-material`)?.hidden ?? {};
  const again = { ...ask, materials: 'id_card', ask_words: '请重交' };
  const silent = await agent.post(`${theirs}/ask-material`, again);
  expect(silent.statusCode).toBe(422);
  expect(wordsOf(silent.body)).toContain('机主身份证原件以前已经认可过');
  expect((await agent.post(`${theirs}/ask-material`, { ...again, ask_changed: '证件挂失了' })).statusCode).toBe(303);
  expect(wordsOf((await person.get(mine)).body)).toContain('对方说变了的是：证件挂失了');
  expect(wordsOf((await agent.get('/desk/prechecks')).body)).toContain('认可后又改口：1 次');
  expect(done(await app.as('lin-xiaoyu').get(mine), 200).status).toBe('needs_material');
});

test('a request that the case has overtaken is not left waiting on the page', async () => {
  const flagId = await lives.suspected((await lives.line()).mobile);
  const { case_id: caseId } = await lives.inReview(flagId);
  done(await app.as('lin-xiaoyu').post(`/cases/${caseId}/prechecks`, { papers: ['id_card'] }), 200);
  const no = { finding: 'grounded', lift_flag_ids: [], rule_relied: 'AF-32c', words: '维持。' };
  done(await app.as('zhao-lei').post(`/cases/${caseId}/decision`, no), 200);
  const person = await pages.signedIn('lin-xiaoyu');
  const read = wordsOf((await person.get(`/cases/${caseId}`)).body);
  expect(read).toContain('不会再单独答复这次预审');
  expect(read).not.toContain('先不用去营业厅');
  expect(wordsOf((await person.get(`/flags/${flagId}`)).body)).toContain('没有答复；申诉已经往下走了');
});

test('whoever has no case ticks off their papers on a page without an account', async () => {
  const visitor = pages.visitor();
  const plan = await visitor.get('/plan?code=D1');
  const href = /href="(\/plan\/papers\?[^"]*)"/.exec(plan.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const fresh = await visitor.get(href);
  expect(wordsOf(fresh.body)).not.toContain('还差这些');
  const ids = [...fresh.body.matchAll(/name="have"[^>]*value="([a-z_]+)"/g)].map((match) => match[1]);
  expect(ids.length).toBeGreaterThan(1);
  const some = wordsOf((await visitor.get(`${href}&asked=yes&have=${ids[0]}`)).body);
  expect(some).toContain('还差这些，先别出门');
  const all = wordsOf((await visitor.get(`${href}&asked=yes&${ids.map((id) => `have=${id}`).join('&')}`)).body);
  expect(all).toContain('要带的都齐了');
  expect(all).not.toContain('还差这些');
});
