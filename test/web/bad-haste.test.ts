import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import type { AppContext } from '../../src/app/context.ts';
import { createHttp } from '../../src/main/http.ts';
import { LIMITS, type Limits } from '../../src/platform/limits.ts';
import { openWeb } from '../../src/web/render.ts';
import { useApp } from '../support/app.ts';
import { PNG } from '../support/files.ts';
import { Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const PLENTY: Limits = { ...LIMITS, pictures: 1_000, letters: 1_000, codes: 1_000, accounts: 1_000 };
let opened: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(opened.map((http) => http.close()));
  opened = [];
});

/** A server that allows only so much, with visitors at an address of their own. */
async function serverWith(limits: Partial<Limits>, trustedProxies: string | null = null) {
  const config = { ...app.ctx.config, limits: { ...PLENTY, ...limits }, trustedProxies };
  const ctx: AppContext = { ...app.ctx, config };
  const http = await createHttp(ctx, await openWeb());
  opened.push(http);
  return (remoteAddress: string) => new Neighbour(http, remoteAddress);
}

class Neighbour extends Visitor {
  readonly remoteAddress: string;
  constructor(http: FastifyInstance, remoteAddress: string) {
    super(http);
    this.remoteAddress = remoteAddress;
  }
  override send(options: Parameters<Visitor['send']>[0]) {
    return super.send({ remoteAddress: this.remoteAddress, ...options });
  }
  async csrf() {
    return (await this.hiddenOf('/', '/check')).csrf ?? '';
  }
  async picture(bytes: Buffer, headers: Record<string, string> = {}) {
    const form = new FormData();
    form.append('csrf', await this.csrf());
    form.append('file', new File([new Uint8Array(bytes)], 'a.png'));
    const encoded = new Response(form);
    const type = encoded.headers.get('content-type') ?? '';
    const payload = Buffer.from(await encoded.arrayBuffer());
    return this.send({ method: 'POST', url: '/check/picture', headers: { ...headers, 'content-type': type }, payload });
  }
}

/** What was asked of the server, until it says that it is enough. */
async function untilLate(ask: () => Promise<{ statusCode: number }>, most: number): Promise<number> {
  for (let times = 0; times <= most; times += 1) if ((await ask()).statusCode === 429) return times;
  throw new Error(`after ${most} times still nothing was said`);
}

// A picture of nothing is counted, and refused before anybody looks at it.
const HOLLOW = PNG.subarray(0, 20);

it('pictures: five people’s share for an address, then a page that says until when', async () => {
  const at = await serverWith({ pictures: 2 });
  const visitor = at('192.0.2.1');
  expect(await untilLate(() => visitor.picture(HOLLOW), 20)).toBe(10);
  const late = await visitor.picture(HOLLOW);
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(late.headers['retry-after'])).toBeLessThanOrEqual(600);
  expect(wordsOf(late.body)).toMatch(/请过 \d+ 分钟再试/);
  expect(late.body).toContain('action="/check"');
  const english = await visitor.picture(HOLLOW, { 'accept-language': 'en' });
  expect(wordsOf(english.body)).toMatch(/Try again in \d+ minutes/);
  expect((await at('192.0.2.2').picture(HOLLOW)).statusCode).toBe(422);
});

it('pictures: one share for a person, whatever the address', async () => {
  const at = await serverWith({ pictures: 2 });
  const visitor = at('192.0.2.3');
  await visitor.signIn('lin-xiaoyu');
  expect(await untilLate(() => visitor.picture(HOLLOW), 20)).toBe(2);
  const elsewhere = at('192.0.2.4');
  for (const [name, value] of visitor.cookies) elsewhere.cookies.set(name, value);
  expect((await elsewhere.picture(HOLLOW)).statusCode).toBe(429);
  expect((await at('192.0.2.3').picture(HOLLOW)).statusCode).toBe(422);
});

it('letters: the words that were typed stand on the page that says so', async () => {
  const visitor = (await serverWith({ letters: 1 }))('2001:db8::1');
  const fields = { csrf: await visitor.csrf(), name: '林晓雨', what_happened: '号码被停了三天', format: 'docx' };
  const ask = () => visitor.post('/letters/carrier-complaint/file', fields);
  expect(await untilLate(ask, 20)).toBe(5);
  const late = await ask();
  expect(late.body).toContain('号码被停了三天');
  expect(late.body).toContain('value="林晓雨"');
  expect(wordsOf(late.body)).toMatch(/请过 \d+ 分钟再试/);
});

it('codes: trying and sending are counted together, for a whole net of addresses', async () => {
  const at = await serverWith({ codes: 1 });
  const csrf = await at('2001:db8::1').csrf();
  let asked = 0;
  const ask = () => {
    asked += 1;
    const path = ['/sign-in/code', '/sign-in/mail', '/sign-in/mail/code'][asked % 3] ?? '';
    return at(`2001:db8::${asked}`).post(path, { csrf, code: 'x', mail: 'li@example.com' });
  };
  expect(await untilLate(ask, 20)).toBe(5);
  for (const path of ['/sign-in/code', '/sign-in/mail', '/sign-in/mail/code']) {
    const late = await at('2001:db8::9').post(path, { csrf, code: 'x', mail: 'li@example.com' });
    expect(late.statusCode).toBe(429);
    expect(wordsOf(late.body)).toMatch(/请过 \d+ 分钟再试/);
    expect(late.headers['retry-after']).toMatch(/^\d+$/);
  }
  expect((await at('2001:db8:1::1').post('/sign-in/code', { csrf, code: 'x' })).statusCode).toBe(422);
});

it('accounts without a name: refused with the form as it was filled, and none is made', async () => {
  const at = await serverWith({ accounts: 1 });
  const begin = async () => {
    const visitor = at('192.0.2.9');
    const hidden = await visitor.hiddenOf('/keep', '/keep');
    const told = { mobile_number: '13800138000', since: '2026-02-27', code: 'Z0', functions: 'voice_out' };
    return visitor.post('/keep', { ...hidden, ...told, carrier_id: 'unknown', holder: 'yes' });
  };
  expect(await untilLate(begin, 20)).toBe(5);
  const { rows: before } = await app.ctx.pool.query('select count(*) from actors');
  const late = await begin();
  expect(late.statusCode).toBe(429);
  expect(late.body).toContain('value="13800138000"');
  expect((await app.ctx.pool.query('select count(*) from actors')).rows).toEqual(before);
});

it('behind a proxy that is named, who asks is whom it names; nobody else’s word is taken', async () => {
  const named = await serverWith({ pictures: 1 }, '10.0.0.0/8');
  const through = (address: string) => named('10.0.0.1').picture(HOLLOW, { 'x-forwarded-for': address });
  expect(await untilLate(() => through('192.0.2.20'), 20)).toBe(5);
  expect((await through('192.0.2.21')).statusCode).toBe(422);
  const unnamed = await serverWith({ pictures: 1 });
  let times = 0;
  const claim = () => {
    times += 1;
    return unnamed('192.0.2.22').picture(HOLLOW, { 'x-forwarded-for': `192.0.2.${times}` });
  };
  expect(await untilLate(claim, 20)).toBe(5);
});
