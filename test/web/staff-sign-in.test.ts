import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createOidc } from '../../src/adapters/oidc.ts';
import { comeBack } from '../../src/app/sign-in/account.ts';
import { addStaff, endStaff, inviteStaff, linkStaff } from '../../src/app/sign-in/staff.ts';
import { codeAt } from '../../src/app/sign-in/totp.ts';
import { useApp } from '../support/app.ts';
import { usePagesOver } from '../support/pages.ts';
import type { Visitor } from '../support/visitor.ts';
import { wordsOf } from '../support/visitor.ts';

const app = useApp();
const MINUTE_MS = 60_000;
let server: Server;
let issuer = '';

beforeAll(async () => {
  server = await listen();
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'qingbiao',
        client_secret: 'a-secret-of-32-signs-for-the-tests',
        redirect_uris: ['http://127.0.0.1:3000/sign-in/provider/back'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => app.clock.advance(61 * MINUTE_MS));

const pages = usePagesOver(() => {
  const config = {
    issuer,
    clientId: 'qingbiao',
    clientSecret: 'a-secret-of-32-signs-for-the-tests',
    name: '青禾单位账户',
  };
  const staffIdentity = createOidc(config);
  return { ...app.ctx, staffIdentity, config: { ...app.ctx.config, demo: false, stepUp: true } };
});

it('signs staff in through a real provider, whom an operator has linked', async () => {
  await linkStaff(app.ctx, 'zhao-lei', { issuer, subject: 'lei.zhao' });
  const visitor = pages.visitor();
  expect(wordsOf((await visitor.get('/sign-in/staff')).body)).toContain('用 青禾单位账户 登录');
  const back = await throughProvider(visitor, '/sign-in/provider?next=%2Fdesk%2Fflags', 'lei.zhao');
  expect((await visitor.get(back)).headers.location).toBe('/desk/flags');
  expect((await visitor.get('/desk/flags')).statusCode).toBe(200);
  const replayed = await visitor.get(back);
  expect(replayed.statusCode).toBe(422);
});

it('makes no actor of somebody whom the provider knows and no operator has linked', async () => {
  const visitor = pages.visitor();
  const back = await throughProvider(visitor, '/sign-in/provider', 'a.stranger');
  const { statusCode, body } = await visitor.get(back);
  expect(statusCode).toBe(422);
  expect(wordsOf(body)).toContain('a.stranger');
  expect((await visitor.get('/desk')).headers.location).toContain('/sign-in');
});

it('takes no answer with another state, in another browser, or without the step', async () => {
  const visitor = pages.visitor();
  const back = await throughProvider(visitor, '/sign-in/provider', 'lei.zhao');
  expect((await pages.visitor().get(back)).statusCode).toBe(422);
  const other = pages.visitor();
  await other.get('/sign-in/provider');
  expect((await other.get(back)).statusCode).toBe(422);
  const forged = new URL(back, 'http://x');
  forged.searchParams.set('state', 'x'.repeat(43));
  expect((await visitor.get(`${forged.pathname}${forged.search}`)).statusCode).toBe(422);
  for (const one of [visitor, other]) expect((await one.get('/desk')).headers.location).toContain('/sign-in');
});

it('proves anew through the provider, and takes nobody else’s proof', async () => {
  await linkStaff(app.ctx, 'qian-feng', { issuer, subject: 'feng.qian' });
  const visitor = pages.visitor();
  await visitor.get(await throughProvider(visitor, '/sign-in/provider', 'lei.zhao'));
  const before = visitor.cookies.get('qingbiao');
  const others = await visitor.get(await throughProvider(visitor, '/prove/provider?act=x', 'feng.qian'));
  expect(wordsOf(others.body)).toContain('这是另一个人的证明');
  expect(visitor.cookies.get('qingbiao')).toBe(before);
  const own = await visitor.get(await throughProvider(visitor, '/prove/provider?act=x', 'lei.zhao'));
  expect(own.headers.location).toBe('/resume?act=x');
  expect(visitor.cookies.get('qingbiao')).not.toBe(before);
});

it('says so when the provider is away', async () => {
  const away = createOidc({ issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: null, name: 'x' });
  await expect(away.start({ redirectUri: 'http://x/', again: false })).rejects.toThrow();
});

it('sets up an authenticator app by a one-time link, and signs in with staff code and digits', async () => {
  await addStaff(app.ctx, { ...STAFF, id: 'li-hua' });
  const first = await inviteStaff(app.ctx, 'li-hua');
  const link = new URL(await inviteStaff(app.ctx, 'li-hua')).pathname;
  const visitor = pages.visitor();
  expect((await visitor.get(new URL(first).pathname)).statusCode).toBe(404);
  expect(wordsOf((await visitor.get(link)).body)).toContain('李华');
  const { body } = await visitor.get(`${link}/app`);
  const secret = secretIn(body);
  expect(secretIn((await visitor.get(`${link}/app`)).body)).toEqual(secret);
  const hidden = await visitor.hiddenOf(`${link}/app`, `${link}/app`);
  expect((await visitor.post(`${link}/app`, { ...hidden, totp: '000000' })).statusCode).toBe(422);
  const done = await visitor.post(`${link}/app`, { ...hidden, totp: codeAt(secret, app.clock.now()) });
  const staffCode = /data-code[^>]*><b>([^<]+)</.exec(done.body)?.[1] ?? '';
  expect((await visitor.get('/desk')).statusCode).toBe(200);
  expect((await visitor.get(link)).statusCode).toBe(404);

  const fresh = pages.visitor();
  const { csrf = '' } = await fresh.hiddenOf('/sign-in/staff', '/sign-in/staff/code');
  const enter = (code: string, totp: string) => fresh.post('/sign-in/staff/code', { csrf, code, totp });
  expect(wordsOf((await enter(staffCode, codeAt(secret, app.clock.now()))).body)).toContain('六位数字不对');
  app.clock.advance(MINUTE_MS);
  const totp = codeAt(secret, app.clock.now());
  expect(wordsOf((await enter(staffCode, '')).body)).toContain('还要填验证器里的六位数字');
  expect(wordsOf((await enter('AAAA-AAAA', totp)).body)).toContain('没有这个恢复码');
  expect((await enter(staffCode, totp)).headers.location).toBe('/desk');
  const stored = await app.ctx.pool.query(
    'select t::text, k::text, s::text from totp_secrets t, account_keys k, access_tokens s',
  );
  expect(JSON.stringify(stored.rows)).not.toContain(secret.toString('hex'));
  await endStaff(app.ctx, 'li-hua');
  app.clock.advance(MINUTE_MS);
  expect((await fresh.get('/desk')).headers.location).toContain('/sign-in');
  await expect(comeBack(app.ctx, staffCode, { totp: codeAt(secret, app.clock.now()) })).rejects.toThrow('unknown_code');
});

it('lets nobody guess the digits of an app: five tries, then ten minutes unread', async () => {
  await addStaff(app.ctx, { ...STAFF, id: 'he-hai' });
  const link = new URL(await inviteStaff(app.ctx, 'he-hai')).pathname;
  const visitor = pages.visitor();
  const secret = secretIn((await visitor.get(`${link}/app`)).body);
  const hidden = await visitor.hiddenOf(`${link}/app`, `${link}/app`);
  const done = await visitor.post(`${link}/app`, { ...hidden, totp: codeAt(secret, app.clock.now()) });
  const staffCode = /data-code[^>]*><b>([^<]+)</.exec(done.body)?.[1] ?? '';
  app.clock.advance(MINUTE_MS);
  const right = () => codeAt(secret, app.clock.now());
  const wrong = right() === '111111' ? '222222' : '111111';
  const tried = Array.from({ length: 5 }, () =>
    comeBack(app.ctx, staffCode, { totp: wrong }).catch((error) => error.message),
  );
  expect(await Promise.all(tried)).toEqual(Array(5).fill('account.totp_wrong'));
  await expect(comeBack(app.ctx, staffCode, { totp: right() })).rejects.toThrow('account.totp_wrong');
  app.clock.advance(11 * MINUTE_MS);
  expect((await comeBack(app.ctx, staffCode, { totp: right() })).actor.id).toBe('he-hai');
});

it('forgets an invitation after three days', async () => {
  await addStaff(app.ctx, { ...STAFF, id: 'gu-yu' });
  const link = new URL(await inviteStaff(app.ctx, 'gu-yu')).pathname;
  app.clock.advance(73 * 60 * MINUTE_MS);
  expect((await pages.visitor().get(link)).statusCode).toBe(404);
});

const STAFF = { role: 'reviewer', carrierId: 'qinghe', authorityId: null, name: '李华', locale: 'zh-CN' } as const;

/** Goes to the provider, signs in there as somebody, agrees, and answers the address on this site that it leads back to. */
async function throughProvider(visitor: Visitor, from: string, subject: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = String((await visitor.get(from)).headers.location);
  for (let step = 0; step < 12; step += 1) {
    if (url.startsWith('http://127.0.0.1:3000/')) return url.slice('http://127.0.0.1:3000'.length);
    const isInteraction = /\/interaction\/[^/]+$/.test(url);
    const page = isInteraction ? await (await fetch(url, { headers: cookiesOf(jar) })).text() : '';
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const body = new URLSearchParams({ prompt: prompt ?? '', login: subject, password: 'any' });
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: cookiesOf(jar),
      ...(isInteraction ? { method: 'POST', body } : {}),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const next = reply.headers.get('location');
    if (!next)
      throw new Error(`the provider stopped at ${url} with ${reply.status}: ${(await reply.text()).slice(0, 300)}`);
    url = new URL(next, url).href;
  }
  throw new Error('the provider leads nowhere');
}

function cookiesOf(jar: ReadonlyMap<string, string>): Record<string, string> {
  return { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
}

function secretIn(body: string): Buffer {
  const typed = (/data-secret[^>]*><b>([^<]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '');
  const bits = [...typed]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

async function listen(): Promise<Server> {
  const made = createServer();
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}
