import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';

describe('a write with its own key', () => {
  it('is done once and answered alike, also when the case has moved on', async () => {
    const { mobile, numberId } = await lives.line();
    const flagId = await lives.suspected(mobile);
    const body = { flag_ids: [flagId], remedy: 'appeal', statement: '我是快递员' };
    const first = await app.as(COURIER).post('/cases', body, { key: 'open-1' });
    expect(first.status).toBe(201);
    done(await app.as(COURIER).post(`/cases/${first.body.case_id}/submit`, undefined, { key: 'submit-1' }), 200);
    const { seq } = (await app.ctx.journal.load(numberId)).state;
    const again = await app.as(COURIER).post('/cases', { ...body }, { key: 'open-1' });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(
      (await app.as(COURIER).post(`/cases/${first.body.case_id}/submit`, undefined, { key: 'submit-1' })).body.status,
    ).toBe('submitted');
    expect((await app.ctx.journal.load(numberId)).state.seq).toBe(seq);
  });

  it('does not answer for another request, another case or another person', async () => {
    const { mobile } = await lives.line();
    const filed = await lives.appealed(await lives.suspected(mobile));
    const say = (actorId: string, words: string) =>
      app.as(actorId).post(`/cases/${filed.case_id}/messages`, { words }, { key: 'say-1' });
    done(await say(COURIER, '您好'), 200);
    expect((await say(COURIER, '再见')).body).toMatchObject({ status: 409, code: 'request.key_reused' });
    expect(
      (await app.as(COURIER).post(`/cases/${filed.case_id}/withdrawal`, undefined, { key: 'say-1' })).body,
    ).toMatchObject({ status: 409, code: 'request.key_reused' });
    expect((await say('zhou-min', '再见')).status).toBe(200);
  });

  it('is not kept when it was refused, so that it can be tried again', async () => {
    const { mobile } = await lives.line();
    const filed = await lives.appealed(await lives.suspected(mobile));
    const decision = { finding: 'grounded', lift_flag_ids: [], rule_relied: 'AF-32c', words: '维持。' };
    const decide = () => app.as('zhao-lei').post(`/cases/${filed.case_id}/decision`, decision, { key: 'decide-1' });
    expect((await decide()).body).toMatchObject({ status: 409, code: 'case.wrong_state' });
    done(await app.as('zhao-lei').post(`/cases/${filed.case_id}/start-review`), 200);
    expect((await decide()).body.status).toBe('refused');
  });

  it('sent many times at once is still done once', async () => {
    const { mobile, numberId } = await lives.line();
    const filed = await lives.appealed(await lives.suspected(mobile));
    const send = () => app.as(COURIER).post(`/cases/${filed.case_id}/messages`, { words: '在吗' }, { key: 'rush' });
    const replies = await Promise.all(Array.from({ length: 12 }, send));
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    const { items } = done(await app.as(COURIER).get(`/numbers/${numberId}/timeline?case_id=${filed.case_id}`), 200);
    expect(items.filter((entry: { kind: string }) => entry.kind === 'case.message')).toHaveLength(1);
  });

  it('must have a key that can be kept', async () => {
    for (const key of ['with space', 'x'.repeat(201), '键']) {
      const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') };
      expect(
        (await app.as(COURIER).post('/cases', { flag_ids: ['flag_1_1'], remedy: 'appeal', statement: '' }, { headers }))
          .body,
      ).toMatchObject({ status: 400, code: 'request.bad_key' });
    }
  });
});

describe('facts of a carrier', () => {
  it('told by many at once are recorded once each', async () => {
    const { mobile, numberId } = await lives.line();
    const at = app.clock.now();
    const tell = (n: number) =>
      app.as('qinghe-systems').post('/facts', {
        number_id: numberId,
        source_id: `bill-${n}`,
        at,
        fact: { kind: 'bill_issued', bill_id: `bill-${n}`, amount_fen: 100, due_date: '2026-03-31' },
      });
    const replies = await Promise.all(Array.from({ length: 40 }, (_, index) => tell(index % 10)));
    expect(replies.every((reply) => reply.status === 201)).toBe(true);
    expect(new Set(replies.map((reply) => reply.body.fact_id)).size).toBe(10);
    const { items } = done(await app.as('qinghe-systems').get(`/numbers/${numberId}/timeline`), 200);
    expect(items.filter((entry: { kind: string }) => entry.kind === 'fact.recorded')).toHaveLength(10);
    expect(mobile).toMatch(/^\+86/);
  });

  it('from the future, about an unknown bill or number, or in no shape we know, are refused', async () => {
    const { mobile } = await lives.line();
    const tell = (more: object, fact: object = { kind: 'verification_result', check: 'real_person', passed: true }) =>
      app
        .as('qinghe-systems')
        .post('/facts', { mobile_number: mobile, source_id: 'x', at: app.clock.now(), fact, ...more });
    expect((await tell({ at: '2030-01-01T00:00:00+08:00' })).body).toMatchObject({
      status: 422,
      code: 'fact.in_future',
      pointer: '/at',
    });
    expect(
      (await tell({}, { kind: 'bill_overdue', bill_id: 'unheard', overdue_days: 3, overdue_fen: 1 })).body,
    ).toMatchObject({ status: 422, code: 'bill.unknown' });
    expect((await tell({ mobile_number: lives.next() })).body).toMatchObject({ status: 404, code: 'access.not_found' });
    expect((await tell({ mobile_number: '010-12345678' })).body).toMatchObject({
      status: 422,
      code: 'number.landline',
      pointer: '/mobile_number',
    });
    expect((await tell({ mobile_number: undefined, number_id: '9999999999999999999' })).body).toMatchObject({
      status: 404,
    });
    expect((await tell({}, { kind: 'rumour' })).body).toMatchObject({ status: 400, pointer: '/fact/kind' });
    expect(
      (await tell({}, { kind: 'bill_issued', bill_id: 'b', amount_fen: -1, due_date: '2026-02-30' })).body.errors.map(
        (one: { pointer: string }) => one.pointer,
      ),
    ).toEqual(['/fact/amount_fen', '/fact/due_date']);
  });

  it('understand every honest spelling of a number and of a moment', async () => {
    const { mobile, numberId } = await lives.line();
    const digits = mobile.slice(3);
    for (const spelled of [digits, `86${digits}`, `0086 ${digits}`, digits.replace(/^(\d{3})(\d{4})/, '$1-$2-')]) {
      expect(done(await app.as('zhou-min').post('/standing', { mobile_number: spelled }), 200).number_id).toBe(
        numberId,
      );
    }
    const at = app.clock
      .now()
      .replace('T02:', 'T10:')
      .replace(/\.\d+Z$/, '+08:00');
    done(
      await app.as('qinghe-systems').post('/facts', {
        number_id: numberId,
        source_id: 'spelled',
        at,
        fact: { kind: 'verification_result', check: 'x', passed: true },
      }),
      201,
    );
  });
});

describe('lines', () => {
  it('are opened by their own carrier, once, and closed after they opened', async () => {
    const { mobile } = await lives.line();
    const open = (by: string) =>
      app.as(by).post('/lines', {
        mobile_number: mobile,
        kind: 'personal',
        province: 'CN-ZJ',
        holder_id: null,
        user_id: null,
        opened_at: app.clock.now(),
      });
    expect((await open('qinghe-systems')).body).toMatchObject({ status: 409, code: 'line.already_open' });
    expect((await open('zhou-min')).body).toMatchObject({ status: 403, code: 'access.denied' });
    const close = (closedAt: string) =>
      app.as('qinghe-systems').post('/lines/close', { mobile_number: mobile, closed_at: closedAt });
    expect((await close('2001-01-01T00:00:00Z')).body).toMatchObject({
      status: 422,
      code: 'line.closed_before_opened',
    });
    const closed = done(await close(app.clock.now()), 200);
    expect(closed).toMatchObject({ line: { closed_at: app.clock.now() }, flags: [], actions: [] });
    expect((await close(app.clock.now())).status).toBe(404);
  });
});
