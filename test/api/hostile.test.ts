import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { OPERATOR_TOKEN, useApp } from '../support/app.ts';
import { tokenOf } from '../support/factories.ts';
import { PNG } from '../support/files.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';
const systems = () => app.as('qinghe-systems');
const check = { kind: 'verification_result', check: 'x', passed: true };
const NUL = 'a\u0000b';
const HALF = 'a\ud83d';

function tell(mobile: string, more: object = {}, fact: object = check) {
  return systems().post('/facts', { mobile_number: mobile, source_id: 's', at: app.clock.now(), fact, ...more });
}

function opening(more: object = {}) {
  return {
    mobile_number: lives.next(),
    kind: 'personal',
    province: 'CN-ZJ',
    holder_id: null,
    user_id: null,
    opened_at: app.clock.now(),
    ...more,
  };
}

async function seqOf(numberId: string): Promise<number> {
  return (await app.ctx.journal.load(numberId)).state.seq;
}

describe('text that no database keeps', () => {
  it('means nothing in a body that nobody reads, also under a key', async () => {
    const { case_id: caseId } = await lives.appealed(await lives.suspected((await lives.line()).mobile));
    const headers = { 'content-type': 'application/json' };
    const reply = await app.as(COURIER).post(`/cases/${caseId}/withdrawal`, '"\\ud800"', { key: 'k', headers });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  });

  it.each([NUL, HALF])('is refused at its field, and nothing changes: %j', async (bad) => {
    const { mobile, numberId } = await lives.line();
    const filed = await lives.appealed(await lives.suspected(mobile));
    const seq = await seqOf(numberId);
    const said = await app.as(COURIER).post(`/cases/${filed.case_id}/messages`, { words: bad });
    expect(said.body).toMatchObject({ status: 400, code: 'request.bad_text', pointer: '/words' });
    for (const [reply, pointer] of [
      [await tell(mobile, { source_id: bad }), '/source_id'],
      [await tell(mobile, {}, { ...check, check: bad }), '/fact/check'],
      [await systems().post('/webhooks', { url: `https://x.example/${bad}`, kinds: ['*'] }), '/url'],
      [await systems().post('/lines', opening({ holder_id: bad })), '/holder_id'],
    ] as const)
      expect(reply.body).toMatchObject({ status: 400, code: 'request.bad_text', pointer });
    expect(await seqOf(numberId)).toBe(seq);
  });

  it('is refused in an address as well', async () => {
    const { numberId } = await lives.line();
    for (const path of [
      '/flags?rule_id=a%00',
      '/cases?reviewer_id=%00',
      `/numbers/${numberId}/timeline?case_id=%00`,
      '/problems/%00',
    ])
      expect((await systems().get(path)).body, path).toMatchObject({ status: 400, code: 'request.bad_text' });
    expect((await systems().delete('/webhooks/%00')).body).toMatchObject({ status: 400, code: 'request.bad_text' });
    expect((await systems().post('/webhooks/messages/%00/replay')).body).toMatchObject({ status: 400 });
  });

  it('is refused in the name of a file, and the file is not taken', async () => {
    const { mobile, numberId } = await lives.line();
    const filed = await lives.inReview(await lives.suspected(mobile));
    const path = `/cases/${filed.case_id}`;
    const papers = { materials: ['work_proof'], words: '请补工作证明。' };
    done(await app.as('zhao-lei').post(`${path}/material-requests`, papers), 200);
    const seq = await seqOf(numberId);
    const sent = await app.as(COURIER).upload(`${path}/evidence`, { bytes: PNG, name: 'a\u0000.png' });
    expect(sent.body).toMatchObject({ status: 400, code: 'request.bad_text', pointer: '/file' });
    expect(await seqOf(numberId)).toBe(seq);
  });

  it('in another encoding is refused, not kept garbled', async () => {
    const send = (contentType: string, payload: Buffer) =>
      app.http.inject({
        method: 'POST',
        url: '/api/v1/standing',
        headers: { authorization: `Bearer ${tokenOf('zhou-min')}`, 'content-type': contentType },
        payload,
      });
    const gbk = Buffer.concat([Buffer.from('{"mobile_number":"'), Buffer.from([0xc4, 0xe3]), Buffer.from('"}')]);
    expect((await send('application/json', gbk)).json()).toMatchObject({ status: 400, code: 'request.not_utf8' });
    const plain = Buffer.from(`{"mobile_number":"${lives.next()}"}`);
    expect((await send('application/json; charset=gbk', plain)).json()).toMatchObject({ code: 'request.not_utf8' });
    expect((await send('application/json; charset="UTF-8"', plain)).json()).toMatchObject({ status: 404 });
  });
});

describe('addresses made by hand', () => {
  const key = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const LISTS = ['/cases', '/flags', '/lifts', '/attention', '/webhooks/messages', '/cases?sort=opened'];

  it.each([
    ['a', 'b'],
    ['2026-02-30T00:00:00.000Z', 'b'],
    ['0000-01-01T00:00:00.000Z', 'b'],
    ['2026-03-02T00:00:00.000Z', '\u0000'],
    ['2026-03-02T00:00:00.000Z'],
  ])('with a cursor that was never handed out are refused: %j', async (...parts) => {
    for (const list of LISTS) {
      const path = `${list}${list.includes('?') ? '&' : '?'}cursor=${key(...parts)}`;
      expect((await systems().get(path)).body, path).toMatchObject({ status: 400, code: 'request.bad_cursor' });
    }
    expect((await app.as(COURIER).get(`/me/inbox?cursor=${key(...parts)}`)).body).toMatchObject({ status: 400 });
  });

  it('with an id that no number can have find nothing', async () => {
    for (const path of [
      '/flags/flag_zzzzzzzzzzzzz_1',
      '/lifts/lift_zzzzzzzzzzzzz_zzzzzzzzzzz',
      '/cases/case_zzzzzzzzzzzzz_1',
      '/numbers/9999999999999999999/standing',
      '/numbers/9999999999999999999/timeline',
    ])
      expect((await systems().get(path)).body, path).toMatchObject({ status: 404, code: 'access.not_found' });
  });

  it('with a parameter twice are refused where it means one thing', async () => {
    for (const path of ['/flags?limit=5&limit=6', '/flags?status=active&status=lifted', '/cases?cursor=a&cursor=b'])
      expect((await systems().get(path)).body, path).toMatchObject({ status: 400, code: 'request.invalid' });
  });
});

describe('a parameter that nobody declared', () => {
  it('is refused by its name on every endpoint, and not quietly dropped', async () => {
    for (const { method, path, query } of ENDPOINTS) {
      const url = `/api/v1${path.replace(/:[a-z_]+/g, '1')}?limt=5`;
      const token = path.startsWith('/sms') ? OPERATOR_TOKEN : tokenOf('qinghe-systems');
      const reply = await app.http.inject({ method, url, headers: { authorization: `Bearer ${token}` } });
      const code = query ? 'request.unknown_parameter' : 'request.no_parameters';
      expect(reply.json(), `${method} ${url}`).toMatchObject({ status: 422, code, pointer: '/limt' });
    }
  });

  it('with those that there are, in both languages', async () => {
    const path = '/flags?limt=5&colour=red&status=active';
    const zh = (await systems().get(path)).body;
    expect(zh.data).toEqual({
      names: ['limt', 'colour'],
      known: expect.arrayContaining(['limit', 'status', 'rule_id']),
    });
    expect(zh.detail).toContain('没有 limt、colour 这个参数');
    const en = (await systems().get(path, { headers: { 'accept-language': 'en' } })).body;
    expect(en.detail).toContain('There is no parameter limt, colour');
  });

  it('is told in bounds, and only to whoever may ask', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `${'x'.repeat(20)}${at}`).join('&');
    expect((await systems().get(`/flags?${many}`)).body.data.names).toHaveLength(5);
    expect((await app.as(null).get('/flags?limt=5')).status).toBe(401);
  });
});

describe('bodies that are no honest input', () => {
  it.each([
    '[]',
    'null',
    '7',
    '"x"',
    '{"a":',
    '',
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  ])('are refused with a code: %#', async (payload) => {
    const headers = { authorization: `Bearer ${tokenOf('qinghe-systems')}`, 'content-type': 'application/json' };
    for (const url of ['/api/v1/facts', '/api/v1/flags', '/api/v1/lines']) {
      const { status, code } = (await app.http.inject({ method: 'POST', url, headers, payload })).json();
      expect(status).toBe(400);
      expect(code).toMatch(/^request\.(invalid|not_json)$/);
    }
  });

  it('of another type are refused also where none is read', async () => {
    const { mobile } = await lives.line();
    const filed = await lives.appealed(await lives.suspected(mobile));
    for (const type of ['text/xml', 'nonsense', 'application/x-www-form-urlencoded']) {
      const reply = await app.http.inject({
        method: 'POST',
        url: `/api/v1/cases/${filed.case_id}/withdrawal`,
        headers: { authorization: `Bearer ${tokenOf(COURIER)}`, 'content-type': type },
        payload: 'x',
      });
      expect(reply.json()).toMatchObject({ status: 415, code: 'request.unsupported_type' });
    }
    expect((await app.as(COURIER).get(`/cases/${filed.case_id}`)).body.status).toBe('submitted');
  });

  it.each([-1, 1.5, 2 ** 53, 1e308, '5', '５', null, true, []])('with %j for money are refused', async (amount) => {
    const { mobile, numberId } = await lives.line();
    const bill = { kind: 'bill_issued', bill_id: 'b', amount_fen: amount, due_date: '2026-01-31' };
    expect((await tell(mobile, {}, bill)).body).toMatchObject({ status: 400, pointer: '/fact/amount_fen' });
    expect((await app.ctx.journal.load(numberId)).state.bills).toEqual({});
  });
});

describe('days and moments that nobody can mean', () => {
  it.each([
    '2026-02-30T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+08:00',
    '1850-01-01T00:00:00Z',
    '9999-12-31T23:59:59-08:00',
    '9999-12-31T23:59:59Z',
    '2026-01-01T00:00:00+99:00',
    '2026-01-01T24:00:00Z',
    '２０２６-01-01T00:00:00Z',
  ])('are refused: %s', async (moment) => {
    const { mobile, numberId } = await lives.line();
    const seq = await seqOf(numberId);
    expect((await tell(mobile, { at: moment })).body).toMatchObject({ status: 400, pointer: '/at' });
    expect((await systems().post('/lines', opening({ opened_at: moment }))).body).toMatchObject({
      status: 400,
      pointer: '/opened_at',
    });
    expect((await systems().post('/lines/close', { mobile_number: mobile, closed_at: moment })).body).toMatchObject({
      status: 400,
      pointer: '/closed_at',
    });
    expect(await seqOf(numberId)).toBe(seq);
  });

  it.each(['2026-02-30', '0000-01-01', '0001-01-01', '9999-12-31', '2026-1-1', '２０２６-01-01'])(
    'a bill is not due on %s',
    async (day) => {
      const { mobile } = await lives.line();
      const bill = { kind: 'bill_issued', bill_id: 'b', amount_fen: 1, due_date: day };
      expect((await tell(mobile, {}, bill)).body).toMatchObject({ status: 400, pointer: '/fact/due_date' });
    },
  );

  it('a line is neither opened nor closed in the future', async () => {
    const { mobile } = await lives.line();
    const later = '2027-01-01T00:00:00Z';
    expect((await systems().post('/lines', opening({ opened_at: later }))).body).toMatchObject({
      status: 422,
      code: 'fact.in_future',
      pointer: '/opened_at',
    });
    expect((await systems().post('/lines/close', { mobile_number: mobile, closed_at: later })).body).toMatchObject({
      status: 422,
      code: 'fact.in_future',
      pointer: '/closed_at',
    });
    expect(done(await systems().post('/standing', { mobile_number: mobile }), 200).line.closed_at).toBeNull();
  });
});
