import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';

const app = useApp();

describe('the API as a whole', () => {
  it('says that it is well', async () => {
    expect(await app.as(null).get('/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const { status, body } = await app.as(null).get('/api/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/api/v1/cases/{case_id}/decision');
    for (const [path, item] of Object.entries<
      Record<string, { summary: string; responses: object; security: unknown[] }>
    >(body.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        expect(operation.summary, `${method} ${path}`).toMatch(/ \/ /);
        expect(Object.keys(operation.responses).length, `${method} ${path}`).toBeGreaterThan(1);
      }
    }
  });

  it('shows a page to read it on, from its own files alone', async () => {
    const page = await app.as(null).get('/api/docs/');
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:\/\//);
  });

  it('takes nobody without a token', async () => {
    for (const token of [undefined, 'Bearer', 'Bearer nonsense', 'Basic abc']) {
      const { status, body, headers } = await app
        .as(null)
        .get('/me', token === undefined ? {} : { headers: { authorization: token } });
      expect(status).toBe(401);
      expect(body).toMatchObject({ code: 'access.sign_in', status: 401 });
      expect(headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('knows who holds a token', async () => {
    expect((await app.as('zhao-lei').get('/me')).body).toEqual({
      id: 'zhao-lei',
      role: 'reviewer',
      authority_id: null,
      carrier_id: 'qinghe',
      person_id: null,
    });
  });

  it('answers in the language that is asked for, Chinese otherwise', async () => {
    const zh = await app.as(null).get('/me');
    const en = await app.as(null).get('/me', { headers: { 'accept-language': 'en-GB,en;q=0.8' } });
    expect(zh.headers['content-type']).toBe('application/problem+json');
    expect(zh.body.title).toBe('请先登录');
    expect(en.body.title).toBe('Sign in first');
    expect(en.body.code).toBe(zh.body.code);
    expect(Object.keys(en.body)).toEqual(['type', 'title', 'status', 'detail', 'code', 'request_id']);
  });

  it('tells a wrong address from a wrong method', async () => {
    expect((await app.as('zhao-lei').get('/nothing')).body).toMatchObject({ status: 404, code: 'route.not_found' });
    const wrong = await app.as('zhao-lei').delete('/cases');
    expect(wrong.body).toMatchObject({ status: 405, code: 'route.wrong_method', data: { allowed: ['GET', 'POST'] } });
    expect(wrong.headers['allow']).toBe('GET, POST');
  });

  it('names what is wrong with a body', async () => {
    const system = app.as('qinghe-systems');
    const broken = await system.post('/facts', undefined, { headers: { 'content-type': 'application/json' } });
    expect(broken.body).toMatchObject({ status: 400, code: 'request.not_json' });
    const text = await app.http.inject({
      method: 'POST',
      url: '/api/v1/facts',
      headers: { authorization: 'Bearer test-token-of-qinghe-systems', 'content-type': 'text/plain' },
      payload: 'hello',
    });
    expect(text.json()).toMatchObject({ status: 415, code: 'request.unsupported_type' });
    const large = await system.post('/facts', { mobile_number: 'x'.repeat(300_000) });
    expect(large.body).toMatchObject({ status: 413, code: 'request.too_large', data: { limit: '256 KB' } });
    const wrong = await system.post('/facts', { mobile_number: 7, colour: 'red' });
    expect(wrong.body).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(wrong.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/mobile_number', detail: 'mobile_number 要是文字。' },
        { pointer: '/colour', detail: '没有 colour 这个字段。' },
        { pointer: '/fact', detail: '缺少 fact。' },
      ]),
    );
  });

  it('explains every code it can answer with', async () => {
    const { body } = await app.as(null).get('/problems');
    expect(body.items.length).toBeGreaterThan(80);
    for (const { code, status } of body.items) {
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect((await app.as(null).get(`/problems/${code}`)).body).toMatchObject({ code, status });
    }
    expect((await app.as(null).get('/problems/made.up')).status).toBe(404);
  });

  it('forgets a revoked token within two seconds', async () => {
    const known = app.as('sun-hao');
    expect((await known.get('/me')).status).toBe(200);
    await app.ctx.pool.query(`update access_tokens set revoked_at = $1 where actor_id = 'sun-hao'`, [app.clock.now()]);
    app.clock.advance(2_000);
    expect((await known.get('/me')).status).toBe(401);
  });
});
