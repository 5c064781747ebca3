import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';

async function all(actorId: string, path: string): Promise<Body[]> {
  const items: Body[] = [];
  let cursor: string | null = null;
  do {
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const body: Body = done(await app.as(actorId).get(`${path}${path.includes('?') ? '&' : '?'}limit=2${at}`), 200);
    expect(body.items.length).toBeLessThanOrEqual(2);
    items.push(...body.items);
    cursor = body.next;
  } while (cursor !== null);
  return items;
}

describe('lists, page by page', () => {
  const filed: Body[] = [];
  beforeAll(async () => {
    for (let index = 0; index < 5; index += 1) {
      const { mobile } = await lives.line();
      app.clock.advance(86_400_000);
      filed.push(await lives.appealed(await lives.suspected(mobile)));
    }
  });

  it('the queue has the least lawful time left in front, and each case once', async () => {
    const queue = await all('zhao-lei', '/cases');
    expect(queue.map((item) => item.case_id).toSorted()).toEqual(filed.map((one) => one.case_id).toSorted());
    expect(queue.map((item) => item.due_at)).toEqual(queue.map((item) => item.due_at).toSorted());
    expect(new Set(queue.map((item) => item.due_at)).size).toBeGreaterThan(2);
    expect((await all('zhao-lei', '/cases?sort=opened')).map((item) => item.case_id)).toEqual(
      filed.map((one) => one.case_id).toReversed(),
    );
    expect(await all('zhao-lei', '/cases?status=closed')).toEqual([]);
    expect(await all('lanqiao-agent', '/cases')).toEqual([]);
  });

  it('flags, lifts and attention likewise', async () => {
    expect(await all('zhao-lei', '/flags')).toHaveLength(5);
    expect(await all('zhao-lei', '/flags?cause=arrears')).toEqual([]);
    done(await lives.grants(done(await app.as('zhao-lei').post(`/cases/${filed[0]?.case_id}/start-review`), 200)), 200);
    const [lift] = await all('qinghe-systems', '/lifts?under_way=true');
    expect(lift).toMatchObject({
      case_id: filed[0]?.case_id,
      steps: [
        { system: 'sms_gateway', status: 'ordered' },
        { system: 'switch', status: 'ordered' },
      ],
    });
    expect(await all('qinghe-systems', '/lifts?under_way=false')).toEqual([]);
    expect(await all('zhou-min', '/attention')).toEqual([]);
  });

  it('a person’s own numbers, cases and notices', async () => {
    const numbers = done(await app.as(COURIER).get('/me/numbers'), 200).items;
    expect(numbers).toHaveLength(5);
    expect(numbers[0]).toMatchObject({
      mobile_number: expect.stringMatching(/^\+86154/),
      functions: expect.any(Array),
    });
    expect(done(await app.as(COURIER).get('/me/cases'), 200).items).toHaveLength(5);
    const notices = await all(COURIER, '/me/inbox');
    expect(new Set(notices.map((one) => one.notice_id)).size).toBe(notices.length);
    expect(notices.length).toBeGreaterThanOrEqual(10);
    expect(done(await app.as('he-jing').get('/me/numbers'), 200).items).toEqual([]);
  });

  it('a timeline, whole and of one case', async () => {
    const numberId = filed[1]?.number_id;
    const whole = await all('zheng-jie', `/numbers/${numberId}/timeline`);
    expect(whole.map((entry) => entry.seq)).toEqual(whole.map((_, index) => index + 1));
    const ofCase = await all('zheng-jie', `/numbers/${numberId}/timeline?case_id=${filed[1]?.case_id}`);
    expect(ofCase.map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['case.opened', 'case.submitted', 'clock.started', 'notice.issued']),
    );
    expect(ofCase.map((entry) => entry.kind)).not.toContain('line.opened');
    expect(ofCase.find((entry) => entry.kind === 'case.opened').personal).toEqual({
      statement: '我是快递员，这些是送货电话。',
    });
  });

  it('a cursor that was never handed out is refused, as is a limit beyond the limit', async () => {
    expect((await app.as('zhao-lei').get('/cases?cursor=nonsense')).body).toMatchObject({
      status: 400,
      code: 'request.bad_cursor',
    });
    expect(
      (await app.as('zhao-lei').get(`/numbers/${filed[0]?.number_id}/timeline?cursor=nonsense`)).body,
    ).toMatchObject({ status: 400, code: 'request.bad_cursor' });
    expect((await app.as('zhao-lei').get('/cases?limit=1000')).body).toMatchObject({
      status: 400,
      code: 'request.invalid',
      pointer: '/limit',
    });
    expect((await app.as('zhao-lei').get('/cases?status=draft')).body).toMatchObject({
      status: 400,
      pointer: '/status',
    });
  });
});

describe('every reading of personal data is written down', () => {
  it('with who, what and why', async () => {
    const { mobile, numberId } = await lives.line();
    const filed = await lives.appealed(await lives.suspected(mobile));
    await app.ctx.pool.query('select 1');
    const looks: [string, () => Promise<unknown>, string, string][] = [
      ['standing', () => app.as('zhou-min').post('/standing', { mobile_number: mobile }), 'zhou-min', 'desk'],
      [
        'timeline',
        () => app.as('zheng-jie').get(`/numbers/${numberId}/timeline`, { headers: { purpose: 'yearly audit' } }),
        'zheng-jie',
        'yearly audit',
      ],
      ['case', () => app.as(COURIER).get(`/cases/${filed.case_id}`), COURIER, 'own'],
      ['numbers', () => app.as(COURIER).get('/me/numbers'), COURIER, 'own'],
    ];
    for (const [what, look, actorId, purpose] of looks) {
      await look();
      const { rows } = await app.ctx.pool.query(
        'select actor_id, purpose from access_log where number_id = $1 and what = $2',
        [numberId, what],
      );
      expect(rows, what).toEqual([{ actor_id: actorId, purpose }]);
    }
  });

  it('and what was refused is not', async () => {
    const { mobile, numberId } = await lives.line();
    for (const stranger of ['chen-guilan', 'lanqiao-agent'])
      expect((await app.as(stranger).post('/standing', { mobile_number: mobile })).status).toBe(404);
    expect((await app.ctx.pool.query('select from access_log where number_id = $1', [numberId])).rowCount).toBe(0);
  });
});

describe('a case by its reference', () => {
  it('tells a misheard sign from a case that is not there, and both from one that is not yours', async () => {
    const { mobile } = await lives.line();
    const filed = await lives.appealed(await lives.suspected(mobile));
    const look = (actorId: string, reference: string) => app.as(actorId).get(`/cases/by-reference/${reference}`);
    const [first, ...rest] = filed.reference as string;
    expect((await look('zhou-min', `${first === '3' ? '4' : '3'}${rest.join('')}`)).body).toMatchObject({
      status: 422,
      code: 'case.reference_misread',
    });
    expect((await look('chen-guilan', filed.reference)).status).toBe(404);
    expect((await look(COURIER, filed.reference)).body.case_id).toBe(filed.case_id);
  });
});
