import { beforeEach, expect, it } from 'vitest';
import type { MailPort, SmsPort } from '../../src/app/ports.ts';
import { openWithReturnCode } from '../../src/app/sign-in/account.ts';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import { usePagesOver } from '../support/pages.ts';
import type { Visitor } from '../support/visitor.ts';
import { wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const MINUTE_MS = 60_000;
const sent: { to: string; text: string }[] = [];
const logged: unknown[] = [];
const operator = { takes: true };
const sms: SmsPort = {
  send: async ({ to, text }) => {
    if (!operator.takes) return { taken: false, code: 'destination_barred' };
    sent.push({ to, text });
    return { taken: true, messageId: String(sent.length) };
  },
};
const mail: MailPort = {
  send: async ({ to, text }) => {
    sent.push({ to, text });
    return { response: '250' };
  },
};
const pages = usePagesOver(() => {
  const note = (...said: unknown[]) => logged.push(said);
  const log = { ...app.ctx.log, debug: note, info: note, warn: note, error: note } as unknown as typeof app.ctx.log;
  const config = { ...app.ctx.config, stepUp: true, demo: false, sms: { url: 'http://127.0.0.1:1', token: 'x' } };
  return { ...app.ctx, config, sms, mail, log };
});

beforeEach(() => app.clock.advance(61 * MINUTE_MS));

const codeTo = (to: string) => /\d{6}/.exec(sent.findLast((one) => one.to === to)?.text ?? '')?.[0] ?? '';

async function withReturnCode() {
  const { returnCode, actor } = await openWithReturnCode(pages.ctx, 'zh-CN');
  const visitor = pages.visitor();
  await visitor.post('/sign-in/code', { ...(await visitor.hiddenOf('/sign-in', '/sign-in/code')), code: returnCode });
  return { returnCode, actor, visitor };
}

async function bind(visitor: Visitor, phone: string) {
  const { csrf = '' } = await visitor.hiddenOf('/my-sign-in', '/my-sign-in/bind');
  const asked = await visitor.post('/my-sign-in/bind', { csrf, kind: 'sms', phone });
  if (asked.statusCode !== 200) return asked;
  return visitor.post('/my-sign-in/bind/code', { csrf, kind: 'sms', phone, code: codeTo(phone) });
}

const ask = async (visitor: Visitor, path: string, fields: Record<string, string>) => {
  const { csrf = '' } = await visitor.hiddenOf('/sign-in', '/sign-in/code');
  return visitor.post(path, { csrf, ...fields });
};

it('signs in with a code to a second phone that was bound before, once', async () => {
  const { visitor } = await withReturnCode();
  expect((await bind(visitor, '+8615409990001')).headers.location).toBe('/my-sign-in?done=bound');
  expect(wordsOf((await visitor.get('/my-sign-in')).body)).toContain('154****0001');
  app.clock.advance(2 * MINUTE_MS);
  const fresh = pages.visitor();
  const before = sent.length;
  await ask(fresh, '/sign-in/sms', { phone: '154 0999 0001' });
  await expect.poll(() => sent.length).toBe(before + 1);
  const code = codeTo('+8615409990001');
  expect((await ask(fresh, '/sign-in/sms/code', { phone: '15409990001', code })).headers.location).toBe('/mine');
  expect((await ask(pages.visitor(), '/sign-in/sms/code', { phone: '15409990001', code })).statusCode).toBe(422);
  const stored = await app.ctx.pool.query('select a::text, m::text from account_keys a, mail_codes m');
  expect(JSON.stringify([stored.rows, logged])).not.toContain(code);
  expect(JSON.stringify([stored.rows, logged])).not.toContain('15409990001');
});

it('says the same to whoever asks for a code, whether or not the number is bound', async () => {
  const { visitor } = await withReturnCode();
  await bind(visitor, '+8615409990002');
  app.clock.advance(2 * MINUTE_MS);
  const before = sent.length;
  const said = async (phone: string, path = '/sign-in/sms', code = '') => {
    const { statusCode, headers, body } = await ask(pages.visitor(), path, { phone, ...(code ? { code } : {}) });
    const { date: _, ...told } = headers;
    return {
      statusCode,
      told: Object.keys(told),
      body: body.replaceAll(phone, 'PHONE').replaceAll(/[0-9a-f]{32}/g, ''),
    };
  };
  expect(await said('15409990002')).toEqual(await said('15409990003'));
  await expect.poll(() => sent.length).toBe(before + 1);
  expect(await said('15409990002', '/sign-in/sms/code', '111111')).toEqual(
    await said('15409990003', '/sign-in/sms/code', '111111'),
  );
  expect(await said('15409990002')).toEqual(await said('15409990003'));
  expect(sent.length).toBe(before + 1);
});

it('takes five tries at a code, however many come at the same moment', async () => {
  const { visitor } = await withReturnCode();
  await bind(visitor, '+8615409990004');
  app.clock.advance(2 * MINUTE_MS);
  const before = sent.length;
  await ask(pages.visitor(), '/sign-in/sms', { phone: '15409990004' });
  await expect.poll(() => sent.length).toBe(before + 1);
  const right = codeTo('+8615409990004');
  const wrong = Array.from({ length: 20 }, (_, index) =>
    String((Number(right) + 1 + index) % 1_000_000).padStart(6, '0'),
  );
  const tries = await Promise.all(
    wrong.map((code) => ask(pages.visitor(), '/sign-in/sms/code', { phone: '15409990004', code })),
  );
  expect(new Set(tries.map((one) => one.statusCode))).toEqual(new Set([422]));
  expect((await ask(pages.visitor(), '/sign-in/sms/code', { phone: '15409990004', code: right })).statusCode).toBe(422);
});

it('binds no number that is flagged, none of another account, and tells when the operator takes nothing', async () => {
  const { visitor, actor } = await withReturnCode();
  const { mobile } = await lives.line(actor.id);
  await lives.suspected(mobile);
  const flagged = await bind(visitor, mobile);
  expect(flagged.statusCode).toBe(422);
  expect(wordsOf(flagged.body)).toContain('这个号码现在有标记');
  expect((await bind(visitor, 'nonsense')).statusCode).toBe(422);
  expect((await bind(visitor, '+8615409990005')).statusCode).toBe(303);
  const other = await withReturnCode();
  const taken = await bind(other.visitor, '+8615409990005');
  expect(taken.statusCode).toBe(422);
  expect(wordsOf(taken.body)).toContain('已经属于另一个账户');
  operator.takes = false;
  expect(wordsOf((await bind(other.visitor, '+8615409990006')).body)).toContain('短信没有发出去');
  operator.takes = true;
});

it('asks for a fresh proof before the ways to sign in are changed, and goes on as typed', async () => {
  const { visitor, returnCode } = await withReturnCode();
  app.clock.advance(11 * MINUTE_MS);
  const asked = await bind(visitor, '+8615409990007');
  expect(asked.headers.location).toMatch(/^\/prove\?act=/);
  const prove = String(asked.headers.location);
  const hidden = await visitor.hiddenOf(prove, '/prove/code');
  const proved = await visitor.post('/prove/code', { ...hidden, code: returnCode });
  const again = await visitor.hiddenOf(String(proved.headers.location), '/my-sign-in/bind');
  expect(again).toMatchObject({ kind: 'sms', phone: '+8615409990007' });
  expect((await visitor.post('/my-sign-in/bind', again)).statusCode).toBe(200);
});

it('leads to a proof before a passkey is added, and back', async () => {
  const { visitor, returnCode } = await withReturnCode();
  const { csrf = '' } = await visitor.hiddenOf('/my-sign-in', '/my-sign-in/passkey');
  expect((await visitor.post('/my-sign-in/passkey/options', { csrf })).json()).toMatchObject({
    step: expect.any(String),
  });
  app.clock.advance(11 * MINUTE_MS);
  const { go } = (await visitor.post('/my-sign-in/passkey/options', { csrf })).json();
  const proved = await visitor.post('/prove/code', {
    ...(await visitor.hiddenOf(go, '/prove/code')),
    code: returnCode,
  });
  expect((await visitor.get(String(proved.headers.location))).headers.location).toBe('/my-sign-in');
});

it('renews the return code: the former one opens nothing any more', async () => {
  const { visitor, returnCode } = await withReturnCode();
  const { csrf = '' } = await visitor.hiddenOf('/my-sign-in', '/my-sign-in/return-code');
  const { body } = await visitor.post('/my-sign-in/return-code', { csrf });
  const fresh = /data-code[^>]*><b>([^<]+)</.exec(body)?.[1] ?? '';
  expect((await ask(pages.visitor(), '/sign-in/code', { code: returnCode })).statusCode).toBe(422);
  expect((await ask(pages.visitor(), '/sign-in/code', { code: fresh })).headers.location).toBe('/mine');
});

it('lists where somebody is signed in and ends one, or all but this', async () => {
  const { visitor, returnCode } = await withReturnCode();
  const phone = pages.visitor();
  const agent = { 'user-agent': 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36' };
  const { csrf = '' } = await phone.hiddenOf('/sign-in', '/sign-in/code');
  await phone.post('/sign-in/code', { csrf, code: returnCode }, agent);
  const third = pages.visitor();
  await ask(third, '/sign-in/code', { code: returnCode });
  const page = wordsOf((await visitor.get('/my-sign-in')).body);
  expect(page).toContain('就是这里');
  expect(page).toContain('Chrome · Android');
  const forms = await visitor.formsOn('/my-sign-in');
  const ends = forms.filter((form) => form.action === '/my-sign-in/end');
  // The visit in which the code was shown is one too.
  expect(ends).toHaveLength(3);
  expect((await visitor.post('/my-sign-in/end', ends[0]?.hidden ?? {})).statusCode).toBe(303);
  expect((await visitor.formsOn('/my-sign-in')).filter((form) => form.action === '/my-sign-in/end')).toHaveLength(2);
  await visitor.post('/my-sign-in/end-others', (await visitor.hiddenOf('/my-sign-in', '/my-sign-in/end-others')) ?? {});
  for (const ended of [phone, third]) expect((await ended.get('/mine')).headers.location).toContain('/sign-in');
  expect((await visitor.get('/mine')).statusCode).toBe(200);
});

it('ends nobody else’s visit', async () => {
  const [one, other] = [await withReturnCode(), await withReturnCode()];
  const theirs = await app.ctx.pool.query('select token_id as id from access_tokens where actor_id = $1', [
    one.actor.id,
  ]);
  const { csrf = '' } = await other.visitor.hiddenOf('/my-sign-in', '/my-sign-in/return-code');
  for (const { id } of theirs.rows)
    expect((await other.visitor.post('/my-sign-in/end', { csrf, session: id })).statusCode).toBe(404);
  expect((await one.visitor.get('/mine')).statusCode).toBe(200);
});

it('takes no key of a program for a visit', async () => {
  const visitor = pages.visitor();
  visitor.cookies.set('qingbiao', 'test-token-of-zhao-lei');
  expect((await visitor.get('/desk')).headers.location).toContain('/sign-in');
});
