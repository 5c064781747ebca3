import { beforeEach, expect, it } from 'vitest';
import { createToken } from '../../src/app/actors/create-token.ts';
import { codeAt } from '../../src/app/sign-in/totp.ts';
import { saveTotp } from '../../src/store/totp.ts';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import { usePagesOver } from '../support/pages.ts';
import type { Visitor } from '../support/visitor.ts';
import { wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePagesOver(() => ({ ...app.ctx, config: { ...app.ctx.config, stepUp: true } }));
const MINUTE_MS = 60_000;
const WORDS = '核对了派件记录，\n短呼叫出自送件，"不是"骚扰 & 推销。';
const SECRET = Buffer.alloc(20, 7);

beforeEach(() => app.clock.advance(60 * MINUTE_MS));

async function caseToDecide() {
  const { mobile } = await lives.line();
  const flagId = await lives.suspected(mobile);
  const { case_id: caseId } = await lives.inReview(flagId);
  return { caseId: caseId as string, flagId };
}

async function decision(visitor: Visitor, { caseId, flagId }: { caseId: string; flagId: string }) {
  const action = `/desk/cases/${caseId}/decide`;
  const hidden = await visitor.hiddenOf(`/desk/cases/${caseId}`, action);
  const typed = { finding: 'misjudged', lift_flag_ids: flagId, rule_relied: 'short-calls', decide_words: WORDS };
  return { action, fields: { ...hidden, ...typed } };
}

const statusOf = async (caseId: string) => (await app.as('zhao-lei').get(`/cases/${caseId}`)).body.status;

it('asks a reviewer whose proof is old to prove it is them, and goes on with everything that was typed', async () => {
  const found = await caseToDecide();
  const { caseId } = found;
  const visitor = await pages.visitor().signIn('zhao-lei');
  app.clock.advance(11 * MINUTE_MS);
  const { action, fields } = await decision(visitor, found);
  const sent = await visitor.post(action, fields);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringMatching(/^\/prove\?act=[\w-]{32}$/)]);
  expect(await statusOf(caseId)).toBe('in_review');
  const before = visitor.cookies.get('qingbiao');
  const prove = String(sent.headers.location);
  const proved = await visitor.post('/prove/demo', await visitor.hiddenOf(prove, '/prove/demo'));
  expect(proved.statusCode).toBe(303);
  expect(visitor.cookies.get('qingbiao')).not.toBe(before);
  const { body } = await visitor.get(String(proved.headers.location));
  expect(wordsOf(body)).toContain('核对了派件记录');
  const kept = unescaped(await visitor.hiddenOf(String(proved.headers.location), action));
  expect(kept).toMatchObject({ ...fields, csrf: expect.any(String) });
  const done = await visitor.post(action, kept);
  expect(done.headers.location).toBe(`/desk/cases/${caseId}?done=decide`);
  expect(await statusOf(caseId)).not.toBe('in_review');
});

it('asks nobody who signed in within the last ten minutes, and nobody before ordinary acts', async () => {
  const found = await caseToDecide();
  const { caseId } = found;
  const visitor = await pages.visitor().signIn('zhao-lei');
  app.clock.advance(10 * MINUTE_MS);
  const { action, fields } = await decision(visitor, found);
  expect((await visitor.post(action, fields)).headers.location).toBe(`/desk/cases/${caseId}?done=decide`);
  app.clock.advance(60 * MINUTE_MS);
  const say = `/desk/cases/${caseId}/say`;
  const hidden = await visitor.hiddenOf(`/desk/cases/${caseId}`, say);
  expect((await visitor.post(say, { ...hidden, say_words: '你好' })).headers.location).toContain('done=say');
});

it('keeps what waits for its own actor alone', async () => {
  const visitor = await pages.visitor().signIn('zhao-lei');
  app.clock.advance(11 * MINUTE_MS);
  const { action, fields } = await decision(visitor, await caseToDecide());
  const prove = String((await visitor.post(action, fields)).headers.location);
  const name = new URL(prove, 'http://x').searchParams.get('act');
  const other = await pages.visitor().signIn('qian-feng');
  const { statusCode, body } = await other.get(`/resume?act=${name}`);
  expect(statusCode).toBe(404);
  expect(body).not.toContain('核对');
  expect((await visitor.get(`/resume?act=${name}`)).body).toContain('核对');
  app.clock.advance(61 * MINUTE_MS);
  expect((await visitor.get(`/resume?act=${name}`)).statusCode).toBe(404);
});

it('asks a program of staff for the digits of their app, and a system for nothing', async () => {
  const { caseId, flagId } = await caseToDecide();
  const token = await createToken(pages.ctx, 'zhao-lei', 'bearer', 'script');
  const ask = async (path: string, payload: object) => {
    const headers = { authorization: `Bearer ${token}` };
    const { statusCode, body } = await pages.http.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload });
    return { status: statusCode, code: body === '' ? null : (JSON.parse(body).code ?? null) };
  };
  const decide = () =>
    ask(`/cases/${caseId}/decision`, {
      finding: 'misjudged',
      lift_flag_ids: [flagId],
      rule_relied: 'short-calls',
      words: '误判',
    });
  expect(await decide()).toEqual({ status: 403, code: 'access.step_up' });
  expect(await ask('/me/proof', { code: '123456' })).toEqual({ status: 422, code: 'account.totp_wrong' });
  const now = app.clock.now();
  await saveTotp(app.ctx.pool, app.ctx.sealer, { actorId: 'zhao-lei', secret: SECRET, lastCounter: 0, now });
  const code = codeAt(SECRET, now);
  expect(await ask('/me/proof', { code })).toEqual({ status: 204, code: null });
  expect(await ask('/me/proof', { code })).toEqual({ status: 422, code: 'account.totp_wrong' });
  app.clock.advance(11 * MINUTE_MS);
  expect(await decide()).toEqual({ status: 403, code: 'access.step_up' });
  expect((await ask('/me/proof', { code: codeAt(SECRET, app.clock.now()) })).status).toBe(204);
  expect((await decide()).status).toBe(200);
});

it('takes the digits of the app on the page, and tells when they are wrong', async () => {
  const now = app.clock.now();
  await saveTotp(app.ctx.pool, app.ctx.sealer, { actorId: 'zhao-lei', secret: SECRET, lastCounter: 0, now });
  const visitor = await pages.visitor().signIn('zhao-lei');
  app.clock.advance(11 * MINUTE_MS);
  const found = await caseToDecide();
  const { caseId } = found;
  const { action, fields } = await decision(visitor, found);
  const prove = String((await visitor.post(action, fields)).headers.location);
  const hidden = await visitor.hiddenOf(prove, '/prove/totp');
  const wrong = await visitor.post('/prove/totp', { ...hidden, totp: '000000' });
  expect(wrong.statusCode).toBe(422);
  expect(wordsOf(wrong.body)).toContain('六位数字不对');
  const totp = codeAt(SECRET, app.clock.now());
  const right = await visitor.post('/prove/totp', { ...hidden, totp });
  expect(right.headers.location).toContain('/resume?act=');
  const kept = unescaped(await visitor.hiddenOf(String(right.headers.location), action));
  expect((await visitor.post(action, kept)).headers.location).toBe(`/desk/cases/${caseId}?done=decide`);
});

/** What a browser makes of the marks in a page. */
function unescaped(fields: Readonly<Record<string, string>>): Record<string, string> {
  const read = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, read(text)]));
}
