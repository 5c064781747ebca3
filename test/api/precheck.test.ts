import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { actsIn, done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const person = () => app.as('lin-xiaoyu');
const agent = () => app.as('zhou-min');

async function appealed(holder = 'lin-xiaoyu') {
  const { mobile, numberId } = await lives.line(holder);
  const { case_id: caseId } = await lives.appealed(await lives.suspected(mobile), holder);
  return { caseId, numberId, at: `/cases/${caseId}` };
}
const waiting = async () =>
  done(await agent().get('/prechecks'), 200).items.map(({ case_id }: Body) => case_id as string);
const told = async () => done(await person().get('/me/inbox'), 200).items.map(({ kind }: Body) => kind as string);
const good = (material: string) => ({ material, result: 'good', words: '' });

test('not enough, then enough, then at the hall: what was accepted binds until somebody says what has changed', async () => {
  const { caseId, at } = await appealed();
  expect(actsIn(done(await person().get(at), 200))).toContain('ask_precheck');
  done(await person().post(`${at}/prechecks`, { papers: ['id_card', 'work_proof'], words: '够不够？' }), 200);
  expect((await person().post(`${at}/prechecks`, { papers: ['id_card'] })).body.code).toBe('precheck.asked_already');
  expect(await waiting()).toContain(caseId);
  expect(actsIn(done(await agent().get(at), 200))).toContain('answer_precheck');

  const lacking = {
    enough: false,
    papers: [good('id_card'), { material: 'work_proof', result: 'unreadable', words: '照片反光' }],
  };
  const halved = await agent().post(`${at}/precheck-answer`, { ...lacking, papers: [good('id_card')] });
  expect([halved.status, halved.body.code]).toEqual([422, 'precheck.not_judged']);
  done(await agent().post(`${at}/precheck-answer`, lacking), 200);
  expect(await waiting()).not.toContain(caseId);
  expect(await told()).toContain('precheck_lacking');

  done(await person().post(`${at}/prechecks`, { papers: ['id_card', 'work_proof'] }), 200);
  const enough = {
    enough: true,
    papers: [good('id_card'), good('work_proof')],
    originals: ['id_card'],
    hall: '解放路营业厅，周一至周五 9 点到 17 点',
  };
  done(await agent().post(`${at}/precheck-answer`, enough), 200);
  expect(await told()).toContain('precheck_enough');
  const { items } = done(await person().get(`${at}/prechecks`), 200);
  expect(items).toMatchObject([
    { words: '够不够？', answer: { enough: false, papers: [{ words: '' }, { words: '照片反光' }] } },
    {
      answer: { enough: true, originals: ['id_card'], hall: '解放路营业厅，周一至周五 9 点到 17 点' },
      turned_down: [],
    },
  ]);

  // At the hall, somebody wants the work proof anew.
  const before = done(await agent().get('/prechecks'), 200).turned_down;
  const again = { materials: ['work_proof'], words: '请重交' };
  const silent = await agent().post(`${at}/material-requests`, again);
  expect([silent.status, silent.body.code]).toEqual([422, 'precheck.changed_missing']);
  done(await agent().post(`${at}/material-requests`, { ...again, changed: '单位昨天注销了' }), 200);
  expect(await told()).toContain('precheck_set_aside');
  expect(done(await agent().get('/prechecks'), 200).turned_down).toBe(before + 1);
  const last = done(await person().get(`${at}/prechecks`), 200).items.at(-1);
  expect(last.turned_down).toMatchObject([{ materials: ['work_proof'], changed: '单位昨天注销了' }]);
});

test('a no on a case whose papers were accepted says whether it turns one down', async () => {
  const { at } = await appealed();
  done(await person().post(`${at}/prechecks`, { papers: ['id_card'] }), 200);
  done(await agent().post(`${at}/precheck-answer`, { enough: true, papers: [good('id_card')] }), 200);
  const reviewer = app.as('zhao-lei');
  done(await reviewer.post(`${at}/start-review`), 200);
  const no = { finding: 'grounded', lift_flag_ids: [], rule_relied: 'AF-32c', words: '维持。' };
  const passedOver = await reviewer.post(`${at}/decision`, no);
  expect([passedOver.status, passedOver.body.code]).toEqual([422, 'precheck.papers_unsaid']);
  const decided = await reviewer.post(`${at}/decision`, { ...no, turned_down: { materials: [], changed: '' } });
  expect(done(decided, 200).status).toBe('refused');
});

test('a request leaves the list with its case, and a closed case takes none', async () => {
  const { caseId, at } = await appealed();
  done(await person().post(`${at}/prechecks`, { papers: ['id_card'] }), 200);
  expect(await waiting()).toContain(caseId);
  done(await person().post(`${at}/withdrawal`), 200);
  expect(await waiting()).not.toContain(caseId);
  expect((await person().post(`${at}/prechecks`, { papers: ['id_card'] })).body.code).toBe('case.wrong_state');
  const late = await agent().post(`${at}/precheck-answer`, { enough: true, papers: [good('id_card')] });
  expect(late.body.code).toBe('case.wrong_state');
});

test('the same request sent twice under one key is one request', async () => {
  const { at } = await appealed();
  const key = { key: 'papers-1' };
  const first = done(await person().post(`${at}/prechecks`, { papers: ['id_card'] }, key), 200);
  const second = done(await person().post(`${at}/prechecks`, { papers: ['id_card'] }, key), 200);
  expect(second.version).toBe(first.version);
  expect(done(await person().get(`${at}/prechecks`), 200).items).toHaveLength(1);
});

test('a representative asks only under a live mandate that names it; other carriers and strangers find nothing', async () => {
  const { mobile, numberId } = await lives.line('chen-guilan');
  const { case_id: caseId } = await lives.appealed(await lives.suspected(mobile), 'chen-guilan');
  const at = `/cases/${caseId}`;
  const grant = (acts: readonly ('say' | 'ask_precheck')[]) =>
    lives.byProduct(numberId, {
      do: 'grant_mandate',
      principalId: 'chen-guilan',
      representativeId: 'lin-xiaoyu',
      representativeName: '林晓雨',
      kind: 'relative',
      acts,
      days: 30,
      feeFen: 0,
      signed: 'code',
      paperSha256: null,
    });
  const live = async () =>
    Object.values((await app.ctx.journal.load(numberId)).state.mandates).find((one) => one.status === 'live');
  const revoke = async () =>
    lives.byProduct(numberId, { do: 'revoke_mandate', mandateId: (await live())?.mandateId ?? '' });
  await grant(['say']);
  expect((await person().post(`${at}/prechecks`, { papers: ['id_card'] })).body.code).toBe('mandate.not_covered');
  await revoke();
  await grant(['ask_precheck']);
  done(await person().post(`${at}/prechecks`, { papers: ['id_card'] }), 200);
  done(await agent().post(`${at}/precheck-answer`, { enough: true, papers: [good('id_card')] }), 200);
  await revoke();
  expect((await person().post(`${at}/prechecks`, { papers: ['id_card'] })).status).toBe(404);
  expect((await person().get(`${at}/prechecks`)).status).toBe(404);
  const rival = app.as('lanqiao-agent');
  expect((await rival.get(`${at}/prechecks`)).status).toBe(404);
  expect((await rival.post(`${at}/precheck-answer`, { enough: true, papers: [good('id_card')] })).status).toBe(404);
  expect(done(await rival.get('/prechecks'), 200).items).toEqual([]);
});

test('a no for many leaves out a case whose papers were accepted', async () => {
  const { caseId, at } = await appealed();
  done(await person().post(`${at}/prechecks`, { papers: ['id_card'] }), 200);
  done(await agent().post(`${at}/precheck-answer`, { enough: true, papers: [good('id_card')] }), 200);
  const reviewer = app.as('zhao-lei');
  done(await reviewer.post(`${at}/start-review`), 200);
  const order = { act: 'decide', rule_relied: 'AF-32c', words: '理由。', case_ids: [caseId] };
  const refusedFor = async (finding: string) =>
    done(await reviewer.post('/bulk-acts/preview', { ...order, finding }), 200).items[0].code;
  expect(await refusedFor('grounded')).toBe('precheck.papers_unsaid');
  expect(await refusedFor('misjudged')).toBeNull();
});
