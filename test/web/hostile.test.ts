import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { PNG } from '../support/files.ts';
import { Lives } from '../support/lives.ts';
import { usePages, type Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const COURIER = 'lin-xiaoyu';

async function caseInReview() {
  const { mobile, numberId } = await lives.line();
  const flagId = await lives.suspected(mobile);
  const { case_id: caseId } = await lives.inReview(flagId);
  const seq = async () => (await app.ctx.journal.load(numberId)).state.seq;
  return { numberId, flagId, caseId, seq };
}

async function formTo(visitor: Visitor, page: string, act: string) {
  const action = `${page}/${act}`;
  const hidden = await visitor.hiddenOf(page, action);
  return (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    visitor.post(action, { ...hidden, ...fields }, headers);
}

describe('a form that cannot be kept as it is comes back with what was typed', () => {
  it.each([
    ['a sign that no database keeps', `先别\u0000停`, '保存不了'],
    ['more than a form takes', '长'.repeat(4_001), '最多'],
  ])('the person writes %s', async (_, words, told) => {
    const { caseId, seq } = await caseInReview();
    const say = await formTo(await pages.signedIn(COURIER), `/cases/${caseId}`, 'say');
    const before = await seq();
    const reply = await say({ words });
    expect(reply.statusCode).toBe(422);
    expect(wordsOf(reply.body)).toContain(told);
    expect(reply.body).toContain(words.slice(0, 2));
    expect(await seq()).toBe(before);
  });

  it('the reviewer decides with such a rule', async () => {
    const { caseId, flagId, seq } = await caseInReview();
    const decide = await formTo(await pages.signedIn('zhao-lei'), `/desk/cases/${caseId}`, 'decide');
    const before = await seq();
    for (const rule of ['AF\u0000', 'x'.repeat(81)]) {
      const fields = { finding: 'misjudged', lift_flag_ids: flagId, rule_relied: rule, decide_words: '未见异常' };
      const reply = await decide(fields);
      expect(reply.statusCode).toBe(422);
      expect(reply.body).toContain('未见异常');
    }
    expect(await seq()).toBe(before);
  });
});

describe('addresses made by hand', () => {
  it.each([
    ['/mine/inbox?cursor=x', COURIER],
    ['/desk?cursor=x', 'zhao-lei'],
    ['/desk?cursor=a&cursor=b', 'zhao-lei'],
    ['/desk/flags?rule=%00', 'zhao-lei'],
    ['/desk/webhooks?cursor=x', 'zhao-lei'],
    ['/check?out=%00', null],
  ])('are a bad request, not a failure: %s', async (path, actorId) => {
    const visitor = actorId ? await pages.signedIn(actorId) : pages.visitor();
    const reply = await visitor.get(path);
    expect(reply.statusCode).toBe(400);
    expect(reply.headers['content-type']).toContain('text/html');
  });

  it.each(['/plan?code=__proto__', '/plan?code=constructor', '/sign-in?next=/a&next=/b', '/?lang=en&lang=zh-CN'])(
    'are read for what they mean: %s',
    async (path) => {
      expect((await pages.visitor().get(path)).statusCode).toBe(200);
    },
  );

  it('lead nowhere else', async () => {
    const visitor = await pages.signedIn(COURIER);
    for (const id of ['%0d%0aSet-Cookie:a=b', '%E4%BD%A0', '%2f%2fevil.example', '..%2f..%2fdesk', '%00']) {
      for (const path of [`/cases/${id}/submit`, `/lifts/${id}/not-back`]) {
        const { statusCode, headers } = await visitor.get(path);
        expect([303, 400, 404], path).toContain(statusCode);
        if (statusCode === 303) expect(headers.location, path).toMatch(/^\/(cases|lifts)\/[\w%.:=-]+$/);
      }
    }
  });
});

describe('whatever is sent to a page', () => {
  it('in another type or too much of it is answered with a page', async () => {
    const { caseId, seq } = await caseInReview();
    const before = await seq();
    const visitor = await pages.signedIn(COURIER);
    for (const url of ['/sign-in', '/check', `/cases/${caseId}/say`, `/cases/${caseId}/add-evidence`]) {
      for (const type of ['text/xml', 'application/json', 'nonsense', 'multipart/form-data; boundary=x', '']) {
        const reply = await visitor.send({
          method: 'POST',
          url,
          headers: { 'content-type': type },
          payload: '{"a":',
        });
        expect(reply.statusCode, `${type} ${url}`).toBeGreaterThanOrEqual(400);
        expect(reply.statusCode, `${type} ${url}`).toBeLessThan(500);
        expect(reply.headers['content-type'], `${type} ${url}`).toContain('text/html');
      }
    }
    const big = await visitor.post(`/cases/${caseId}/say`, { words: 'x'.repeat(1_100_000) });
    expect(big.statusCode).toBe(413);
    expect(await seq()).toBe(before);
  });

  it('as somebody who cannot be is refused at the door', async () => {
    const visitor = pages.visitor();
    const hidden = await visitor.hiddenOf('/sign-in', '/sign-in');
    for (const actorId of ['a\u0000', 'x'.repeat(5_000), '__proto__', '']) {
      expect((await visitor.post('/sign-in', { ...hidden, actor_id: actorId })).statusCode).toBe(422);
    }
    expect(visitor.cookies.size).toBe(0);
  });

  it('as an upload without an end changes nothing', async () => {
    const { caseId, seq } = await caseInReview();
    const before = await seq();
    const visitor = await pages.signedIn(COURIER);
    const cut = Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
      PNG,
    ]);
    const reply = await visitor.send({
      method: 'POST',
      url: `/cases/${caseId}/add-evidence`,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: cut,
    });
    expect(reply.statusCode).toBe(400);
    expect(await seq()).toBe(before);
  });
});

describe('a form from another site', () => {
  it.each([
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['an old browser', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['a page without an origin', { 'sec-fetch-site': '', origin: 'null' }],
  ])('is refused: %s', async (_, headers) => {
    const { caseId, seq } = await caseInReview();
    const say = await formTo(await pages.signedIn(COURIER), `/cases/${caseId}`, 'say');
    const before = await seq();
    expect((await say({ words: '你好' }, headers)).statusCode).toBe(403);
    expect(await seq()).toBe(before);
    const visitor = pages.visitor();
    const hidden = await visitor.hiddenOf('/sign-in', '/sign-in');
    expect((await visitor.post('/sign-in', { ...hidden, actor_id: 'zhao-lei' }, headers)).statusCode).toBe(403);
    expect(visitor.cookies.size).toBe(0);
  });

  it('is taken from our own pages, also where a browser says it by origin alone', async () => {
    const { caseId } = await caseInReview();
    const say = await formTo(await pages.signedIn(COURIER), `/cases/${caseId}`, 'say');
    const headers = { 'sec-fetch-site': '', origin: 'http://localhost:45600', host: 'localhost:45600' };
    expect((await say({ words: '你好' }, headers)).statusCode).toBe(303);
  });

  it('does not leave without its own mark', async () => {
    const { caseId } = await caseInReview();
    const visitor = await pages.signedIn(COURIER);
    for (const csrf of ['', 'x'.repeat(32)])
      expect((await visitor.post(`/cases/${caseId}/say`, { csrf, words: '你好' })).statusCode).toBe(403);
  });
});

describe('signing in', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a b', '/你', '/\u0001', '/x\r\ny'])(
    'leads to no address but ours: %j',
    async (next) => {
      const visitor = pages.visitor();
      const hidden = await visitor.hiddenOf('/sign-in', '/sign-in');
      const reply = await visitor.post('/sign-in', { ...hidden, next, actor_id: COURIER });
      expect(reply).toMatchObject({ statusCode: 303, headers: { location: '/mine' } });
    },
  );

  it('gives a token of its own, whatever cookie was there before', async () => {
    const visitor = pages.visitor();
    visitor.cookies.set('qingbiao', 'chosen-by-somebody-else');
    await visitor.signIn(COURIER);
    expect(visitor.cookies.get('qingbiao')).toMatch(/^[\w-]{40,}$/);
  });
});

it('every page says what it may load, who may frame it, and tells no other site where it was', async () => {
  for (const path of ['/', '/sign-in', '/nothing', '/check']) {
    const { headers } = await pages.visitor().get(path);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  }
});

it('the journal at the desk names who works here, and nobody else', async () => {
  const { numberId } = await caseInReview();
  await app.ctx.pool.query(`update actors set display_name = '赵磊' where actor_id = 'zhao-lei'`);
  const { body } = await (await pages.signedIn('zheng-jie')).get(`/desk/numbers/${numberId}/timeline`);
  expect(body).toContain('<span class="soft">赵磊</span>');
  expect(body).toContain('<span class="soft">当事人</span>');
  expect(body).not.toMatch(/<span class="soft">(zhao-lei|lin-xiaoyu|product)</);
});
