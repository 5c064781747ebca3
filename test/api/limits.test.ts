import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import type { AppContext } from '../../src/app/context.ts';
import { createHttp } from '../../src/main/http.ts';
import { LIMITS, type Limits } from '../../src/platform/limits.ts';
import { openWeb } from '../../src/web/render.ts';
import { OPERATOR_TOKEN, useApp } from '../support/app.ts';
import { tokenOf } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';

const app = useApp();
const opened: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((http) => http.close()));
});

async function serverWith(limits: Partial<Limits>, pages = false) {
  const config = { ...app.ctx.config, limits: { ...LIMITS, ...limits }, receiptToken: OPERATOR_TOKEN };
  const ctx: AppContext = { ...app.ctx, config };
  const http = await createHttp(ctx, pages ? await openWeb() : null);
  opened.push(http);
  return http;
}

function asks(http: FastifyInstance, token: string | null, url = '/api/v1/me', remoteAddress = '192.0.2.1') {
  return http.inject({ url, remoteAddress, headers: token ? { authorization: `Bearer ${token}` } : {} });
}

it('an actor who calls too often is told when to come again, whatever the address, and nobody else is', async () => {
  const http = await serverWith({ calls: 3 });
  const token = tokenOf('lin-xiaoyu');
  for (let turn = 0; turn < 3; turn += 1) expect((await asks(http, token)).statusCode).toBe(200);
  for (const address of ['192.0.2.1', '192.0.2.9']) {
    const refused = await asks(http, token, '/api/v1/me', address);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'request.too_many_calls', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(600);
  }
  expect((await asks(http, tokenOf('chen-guilan'))).statusCode).toBe(200);
});

it('whoever shows no key that counts is counted by address', async () => {
  const http = await serverWith({ calls: 1 });
  const statuses = [];
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await asks(http, `wrong-${turn}`)).statusCode);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await asks(http, null, '/api/v1/problems')).statusCode).toBe(429);
  expect((await asks(http, null, '/api/v1/problems', '192.0.2.2')).statusCode).toBe(200);
  expect((await asks(http, tokenOf('lin-xiaoyu'))).statusCode).toBe(200);
});

it('a monitor may always ask, and machines have a count of their own', async () => {
  const http = await serverWith({ calls: 1, systems: 7 });
  for (let turn = 0; turn < 20; turn += 1) expect((await asks(http, null, '/api/v1/health')).statusCode).toBe(200);
  const statuses = [];
  for (let turn = 0; turn < 8; turn += 1) statuses.push((await asks(http, tokenOf('qinghe-systems'))).statusCode);
  expect(statuses).toEqual([...Array(7).fill(200), 429]);
});

it('forms are counted too, whoever sends them', async () => {
  const http = await serverWith({ forms: 2 }, true);
  const visitor = await new Visitor(http).signIn('lin-xiaoyu');
  const hidden = await visitor.hiddenOf('/', '/check');
  const statuses = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { statusCode, headers } = await visitor.post('/check', { ...hidden, text: '欠费停机' });
    statuses.push(statusCode);
    if (statusCode === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
  expect(statuses.at(-1)).toBe(429);
  expect(statuses.slice(0, 2)).not.toContain(429);
});
