import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { usePages, type Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const pages = usePages(app);
const FORM = 'application/x-www-form-urlencoded';
const TOLD = {
  mobile_number: '13800138000',
  since: '2026-02-27',
  opened_at: '',
  code: 'Z0',
  functions: 'voice_out',
  carrier_id: 'unknown',
  holder: 'yes',
};

function sendRaw(visitor: Visitor, url: string, payload: string | Buffer, type = FORM) {
  return visitor.send({ method: 'POST', url, headers: { 'content-type': type }, payload });
}

async function countOf(table: 'actors' | 'numbers'): Promise<number> {
  const { rows } = await app.ctx.pool.query(`select count(*)::int as count from ${table}`);
  return rows[0].count;
}

describe('an address asked for in another way than it takes', () => {
  it.each([
    ['PUT', '/'],
    ['DELETE', '/check'],
    ['POST', '/guides'],
    ['GET', '/plan/none'],
  ] as const)('%s %s is told so on a page', async (method, url) => {
    const reply = await pages.visitor().send({ method, url });
    const known = url !== '/plan/none';
    expect(reply.statusCode).toBe(known ? 405 : 404);
    expect(reply.headers['content-type']).toContain('text/html');
    if (known) expect(reply.headers['allow']).toMatch(/\b(GET|POST)\b/);
  });

  it.each(['/sign-in/code', '/sign-in/mail', '/sign-in/mail/code', '/sign-out', '/letters/undertaking/file'])(
    'a form that is opened again as a page leads to where it is filled: %s',
    async (url) => {
      expect((await pages.visitor().get(url)).statusCode).toBe(303);
    },
  );
});

describe('addresses made by hand', () => {
  it.each([
    '/guides?q=a&q=b',
    '/letters?code=constructor',
    '/letters/undertaking?code=toString',
    '/keep?code=a&code=b',
    '/keep?code=__proto__',
    '/sign-in?next=/a&next=/b',
  ])('%s', async (url) => {
    expect((await pages.visitor().get(url)).statusCode).toBe(200);
  });
});

describe('a form in another encoding is refused, not read garbled', () => {
  it.each<[string, string | Buffer, string]>([
    ['half a percent sign', 'text=%E0%A4%A', FORM],
    ['half an emoji', 'text=%ED%A0%BD', FORM],
    ['percent signs of another encoding', 'text=%C4%E3%BA%C3', FORM],
    ['bytes of another encoding', Buffer.from([0x74, 0x3d, 0xc4, 0xe3]), FORM],
    ['one that says so', 'text=abc', `${FORM}; charset=gbk`],
  ])('%s', async (_, payload, type) => {
    const reply = await sendRaw(pages.visitor(), '/check', payload, type);
    expect(reply.statusCode).toBe(400);
    expect(wordsOf(reply.body)).toContain('UTF-8');
  });

  it('while UTF-8 by name is taken', async () => {
    const visitor = pages.visitor();
    const { csrf = '' } = await visitor.hiddenOf('/', '/check');
    const reply = await sendRaw(visitor, '/check', `csrf=${csrf}&text=您的号码已停机`, `${FORM}; charset="UTF-8"`);
    expect(reply.statusCode).toBe(200);
  });

  it('too much of it is told as too much', async () => {
    const reply = await sendRaw(pages.visitor(), '/keep', `text=${'x'.repeat(1_100_000)}`);
    expect(reply.statusCode).toBe(413);
    expect(wordsOf(reply.body)).toContain('太长');
  });
});

describe('beginning a record', () => {
  it.each([
    [{ code: 'toString' }, 200],
    [{ code: '__proto__' }, 200],
    [{ functions: 'toString' }, 200],
    [{ since: '0001-01-01' }, 422],
    [{ since: '1970-01-01' }, 422],
    [{ opened_at: '1800-01-01' }, 422],
    [{ since: '2027-01-01' }, 422],
    [{ opened_at: '2027-01-01' }, 422],
    [{ mobile_number: '138\u0000' }, 422],
    [{ carrier_id: 'a\u0000' }, 422],
    [{ code: 'x'.repeat(5_000) }, 422],
  ])('with %j', async (fields, status) => {
    const visitor = pages.visitor();
    const hidden = await visitor.hiddenOf('/keep', '/keep');
    const [actors, numbers] = [await countOf('actors'), await countOf('numbers')];
    const reply = await visitor.post('/keep', { ...hidden, ...TOLD, ...fields });
    expect(reply.statusCode).toBe(status);
    expect(reply.body).toContain(status === 200 ? '恢复码' : 'error');
    if (status === 200) return;
    expect(await countOf('actors')).toBe(actors);
    expect(await countOf('numbers')).toBe(numbers);
  });
});

describe('the door', () => {
  it.each(['a\u0000', 'a\ud800', 'x'.repeat(5_000), ''])('takes no code like %j', async (bad) => {
    const visitor = pages.visitor();
    const { csrf = '' } = await visitor.hiddenOf('/', '/check');
    for (const path of ['/sign-in/code', '/sign-in/mail', '/sign-in/mail/code']) {
      const reply = await visitor.post(path, { csrf, code: bad, mail: bad });
      expect(reply.statusCode, path).toBe(422);
    }
    expect(visitor.cookies.has('qingbiao')).toBe(false);
  });

  it('ends the visit of whoever was here before', async () => {
    const visitor = await pages.signedIn('lin-xiaoyu');
    const former = visitor.cookies.get('qingbiao') ?? '';
    await visitor.signIn('zhao-lei');
    expect(visitor.cookies.get('qingbiao')).not.toBe(former);
    app.clock.advance(3_000);
    const thief = pages.visitor();
    thief.cookies.set('qingbiao', former);
    expect((await thief.get('/mine')).headers.location).toMatch(/^\/sign-in/);
    expect((await visitor.get('/desk')).statusCode).toBe(200);
  });
});
