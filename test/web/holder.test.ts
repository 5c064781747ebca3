import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { HolderCheckProvider } from '../../simulator/holder-check.ts';
import { createHolderCheckProvider } from '../../simulator/holder-check.ts';
import { createHttpHolderCheck } from '../../src/adapters/holder-check-http.ts';
import type { SmsPort } from '../../src/app/ports.ts';
import { useApp } from '../support/app.ts';
import { PNG } from '../support/files.ts';
import { Lives } from '../support/lives.ts';
import { usePagesOver } from '../support/pages.ts';
import { wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const MINUTE_MS = 60_000;
const sent: string[] = [];
const sms: SmsPort = {
  send: async ({ text }) => {
    sent.push(text);
    return { taken: true, messageId: 'x' };
  },
};
let provider: HolderCheckProvider;
beforeAll(async () => {
  provider = createHolderCheckProvider({ port: 0, token: 'check-token', delayMs: 20 });
  await provider.start();
});
afterAll(() => provider.stop());
beforeEach(() => {
  app.clock.advance(25 * 60 * MINUTE_MS);
  provider.setMode('normal');
});

const pages = usePagesOver(() => {
  const holderCheck = createHttpHolderCheck({ url: provider.url, token: 'check-token', name: '模拟核验' });
  const config = { ...app.ctx.config, sms: { url: 'http://127.0.0.1:9', token: 'x' } };
  return { ...app.ctx, holderCheck, sms, config };
});

async function visit(holderId = 'lin-xiaoyu') {
  const { mobile, numberId } = await lives.line(holderId);
  const visitor = await pages.visitor().signIn(holderId);
  const path = `/my-sign-in/numbers/${numberId}`;
  const said = async () => wordsOf((await visitor.get(path)).body);
  const begin = async (more = { consent: 'yes' }) =>
    visitor.post(path, { ...(await visitor.hiddenOf(path, path)), ...more });
  return { visitor, mobile, numberId, path, said, begin };
}

/** Where the page leads to; the one button there is pressed as the person would. */
async function pressAt(body: string): Promise<string> {
  const url = /href="(http:[^"]+\/page\/[^"]+)"/.exec(body)?.[1] ?? '';
  expect(await (await fetch(url)).text()).toContain('我是机主');
  return (await fetch(url, { method: 'POST', redirect: 'manual' })).headers.get('location') ?? '';
}

const rowsOf = async (numberId: string) =>
  (await app.ctx.pool.query('select proves, method, status from line_proofs where number_id = $1', [numberId])).rows;

it('a person shows at the provider that they are the holder; only result and time are kept', async () => {
  const { path, said, begin, numberId } = await visit();
  expect(await said()).toContain('还没有证明');
  const { body, headers } = await begin();
  expect(String(headers['content-security-policy'])).toContain("form-action 'self'");
  expect(await pressAt(body)).toBe(`http://127.0.0.1:3000${path}`);
  expect(await said()).toMatch(/证明了（真人核验）/);
  expect(await rowsOf(numberId)).toEqual([{ proves: 'holder', method: 'real_person', status: 'passed' }]);
});

it('nothing is handed to the provider without separate consent, and a consent taken back ends the waiting', async () => {
  const { visitor, numberId, said, begin } = await visit('xu-lan');
  const before = provider.begun;
  const refused = await begin({} as { consent: string });
  expect([refused.statusCode, wordsOf(refused.body)]).toEqual([422, expect.stringContaining('要先勾选单独同意')]);
  expect([provider.begun, await rowsOf(numberId)]).toEqual([before, []]);
  expect((await begin()).statusCode).toBe(200);
  expect(await said()).toContain('还没有结果');
  const { csrf = '' } = await visitor.hiddenOf('/mine/data', '/mine/data/consent');
  await visitor.post('/mine/data/consent', { csrf, kind: 'real_person_check' });
  expect(await said()).toContain('撤回了同意');
  expect(wordsOf((await visitor.get('/mine/data')).body)).toMatch(/真人核验 .* 撤回/);
});

it('tells of somebody else, of waiting, and of silence after half an hour', async () => {
  const other = await visit();
  provider.setMode('failing');
  await pressAt((await other.begin()).body);
  expect(await other.said()).toContain('不是登记的机主');
  const silent = await visit();
  provider.setMode('silent');
  await pressAt((await silent.begin()).body);
  expect(await silent.said()).toContain('还没有结果');
  app.clock.advance(31 * MINUTE_MS);
  expect(await silent.said()).toContain('一直没有回音');
  provider.setMode('normal');
  await pressAt((await silent.begin()).body);
  expect(await silent.said()).toMatch(/证明了（真人核验）/);
});

it('a slow provider is waited for; one that is down is told by name, and nothing is begun', async () => {
  const slow = await visit();
  provider.setMode('slow');
  await pressAt((await slow.begin()).body);
  await expect.poll(slow.said, { timeout: 5_000 }).toMatch(/证明了（真人核验）/);
  provider.setMode('down');
  const down = await visit();
  const { statusCode, body } = await down.begin();
  expect([statusCode, wordsOf(body)]).toEqual([422, expect.stringContaining('核验服务没有回应')]);
  expect(await rowsOf(down.numberId)).toEqual([]);
});

it('is counted by the day, and is nobody else’s to take', async () => {
  const mine = await visit();
  for (let times = 0; times < 5; times += 1) expect((await mine.begin()).statusCode).toBe(200);
  expect(wordsOf((await mine.begin()).body)).toContain('一天最多核验 5 次');
  const stranger = await pages.visitor().signIn('ma-chao');
  expect((await stranger.get(mine.path)).statusCode).toBe(404);
  const staff = await pages.visitor().signIn('zhou-min');
  expect((await staff.get(mine.path)).statusCode).toBe(404);
});

it('having the number in hand is a proof of its own and says nothing of the holder', async () => {
  const { visitor, mobile, said, numberId } = await visit('he-jing');
  const { csrf = '' } = await visitor.hiddenOf('/my-sign-in', '/my-sign-in/bind');
  await visitor.post('/my-sign-in/bind', { csrf, kind: 'sms', phone: mobile });
  const code = /\d{6}/.exec(sent.at(-1) ?? '')?.[0] ?? '';
  await visitor.post('/my-sign-in/bind/code', { csrf, kind: 'sms', phone: mobile, code });
  expect(await rowsOf(numberId)).toEqual([{ proves: 'possession', method: 'code', status: 'passed' }]);
  expect(await said()).toMatch(/证明了（短信验证码）.*还没有证明/);
});

it('the carrier’s desk accepts papers of a case; strangers, auditors and other carriers do not', async () => {
  const { mobile, numberId } = await lives.line();
  const { case_id: caseId } = await lives.inReview(await lives.suspected(mobile));
  const file = { bytes: PNG, name: 'card.png', type: 'image/png' };
  await app.as('lin-xiaoyu').upload(`/cases/${caseId}/evidence`, file, { material: 'id_card', consent: 'yes' });
  const { items } = (await app.as('zhou-min').get(`/cases/${caseId}/evidence`)).body;
  const path = `/cases/${caseId}/holder-proof`;
  const body = { evidence_id: items[0].evidence_id };
  for (const [actorId, status] of [
    ['lin-xiaoyu', 404],
    ['ma-chao', 404],
    ['zheng-jie', 403],
    ['lanqiao-agent', 404],
  ] as const)
    expect((await app.as(actorId).post(path, body)).status, actorId).toBe(status);
  expect((await app.as('zhou-min').post(path, { evidence_id: 'nothing' })).status).toBe(409);
  expect((await app.as('zhou-min').post(path, body)).status).toBe(201);
  expect(await rowsOf(numberId)).toEqual([{ proves: 'holder', method: 'papers', status: 'passed' }]);
  const visitor = await pages.visitor().signIn('lin-xiaoyu');
  expect(wordsOf((await visitor.get(`/my-sign-in/numbers/${numberId}`)).body)).toContain('运营商看了证件');
});
