import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/app/context.ts';
import { createHttp } from '../../src/main/http.ts';
import { paths } from '../../src/web/paths.ts';
import { openWeb } from '../../src/web/render.ts';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import { usePages, Visitor } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const OPEN_API = ['/api/v1/health', '/api/v1/problems', '/api/openapi.json', '/api/v1/nothing', '/api/docs'];

let secure: FastifyInstance;
beforeAll(async () => {
  const config = { ...app.ctx.config, publicUrl: 'https://qingbiao.example' };
  const ctx: AppContext = { ...app.ctx, config };
  secure = await createHttp(ctx, await openWeb());
});
afterAll(() => secure.close());

/** Every address a reader can open, around the ids of one real life. */
function addresses(ids: Readonly<Record<string, string>>): string[] {
  return Object.entries(paths).map(([name, path]) => {
    if (typeof path === 'string') return path;
    const id = /flag/i.test(name) || name === 'openCase' ? ids['flag'] : /case|escal/i.test(name) ? ids['case'] : 'x';
    return (path as (...parts: string[]) => string)(id ?? 'x', 'escalate');
  });
}

describe('what every answer says to the browser', () => {
  it.each([null, 'lin-xiaoyu', 'zhou-min', 'zhao-lei', 'zheng-jie', 'fang-min'])(
    'no page for %s holds a script or a style of its own, and each says what it may load',
    async (actorId) => {
      const flag = await lives.suspected((await lives.line()).mobile);
      const { case_id } = await lives.accepted(flag);
      const visitor = actorId ? await pages.signedIn(actorId) : pages.visitor();
      let shown = 0;
      for (const url of [...addresses({ flag, case: case_id }), '/nothing']) {
        const { headers, body } = await visitor.get(url);
        expect(headers, url).toMatchObject(EVERYWHERE);
        expect(headers['permissions-policy'], url).toContain('camera=()');
        expect(headers['content-security-policy'], url).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
        if (!String(headers['content-type']).startsWith('text/html')) continue;
        shown += 1;
        expect(headers['content-security-policy'], url).not.toMatch(/unsafe|\*|https?:/);
        expect(loose(body), url).toEqual([]);
      }
      expect(shown).toBeGreaterThan(10);
    },
  );

  it.each(OPEN_API)('%s says it too', async (url) => {
    const { headers } = await secure.inject({ url });
    expect(headers).toMatchObject({ ...EVERYWHERE, 'strict-transport-security': expect.stringContaining('31536000') });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('what could not be read is answered no less carefully', async () => {
    for (const url of ['/cases/%zz', '/api/v1/cases/%zz']) {
      const { headers, statusCode } = await secure.inject({ url });
      expect(statusCode).toBe(400);
      expect(headers).toMatchObject({ ...EVERYWHERE, 'strict-transport-security': expect.any(String) });
    }
  });

  it('what holds a page’s own parts may be kept, and nothing else', async () => {
    const { body } = await pages.visitor().get('/');
    const [asset = ''] = /\/assets\/[^"]+\.css/.exec(body) ?? [];
    expect((await pages.visitor().get(asset)).headers['cache-control']).toContain('immutable');
    expect((await pages.visitor().get('/')).headers['cache-control']).toBe('private, no-store');
  });
});

describe('cookies', () => {
  const cookiesOf = (headers: Record<string, unknown>) => [headers['set-cookie'] ?? []].flat().map(String);

  it('under https bear the name that no neighbour can plant, and travel by https alone', async () => {
    const visitor = new Visitor(secure);
    const hidden = await visitor.hiddenOf('/sign-in?lang=en&type=large', '/sign-in');
    const { headers } = await visitor.post('/sign-in', { ...hidden, actor_id: 'lin-xiaoyu' });
    const [visit = ''] = cookiesOf(headers);
    expect(visit).toMatch(/^__Host-qingbiao=[\w-]{40,};/);
    for (const flag of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(visit).toContain(flag);
    expect(visit).not.toContain('Domain');
    expect((await visitor.get('/mine')).statusCode).toBe(200);
    const preferences = cookiesOf((await visitor.get('/?lang=en')).headers);
    expect(preferences.length).toBeGreaterThan(0);
    for (const one of preferences)
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(one).toContain(flag);
    const out = await visitor.post('/sign-out', await visitor.hiddenOf('/mine', '/sign-out'));
    expect(cookiesOf(out.headers).join()).toMatch(/__Host-qingbiao=;.*Secure/);
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    visitor.cookies.set('__Host-qingbiao', visit.split(/[=;]/)[1] ?? '');
    expect((await visitor.get('/mine')).headers.location).toMatch(/^\/sign-in/);
  });

  it('the plain name opens nothing there', async () => {
    const visitor = new Visitor(secure);
    const plain = await pages.signedIn('lin-xiaoyu');
    visitor.cookies.set('qingbiao', plain.cookies.get('qingbiao') ?? '');
    expect((await visitor.get('/mine')).headers.location).toMatch(/^\/sign-in/);
  });

  it('without https there is no Secure, which would lock the demo out', async () => {
    const visitor = pages.visitor();
    const hidden = await visitor.hiddenOf('/sign-in', '/sign-in');
    const { headers } = await visitor.post('/sign-in', { ...hidden, actor_id: 'lin-xiaoyu' });
    expect(cookiesOf(headers).join()).toMatch(/^qingbiao=(?!.*Secure).*HttpOnly/);
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

/** What a strict policy would forbid to run: inline scripts and styles, attributes that are code, addresses that are code. */
function loose(html: string): string[] {
  const found = html.match(/<style\b[^>]*>|\s(?:style|on[a-z]+)=|(?:href|src|action)="\s*(?:javascript|data):/gi) ?? [];
  const scripts = html.match(/<script\b[^>]*>/gi) ?? [];
  return [...found, ...scripts.filter((tag) => !/\ssrc="\/assets\//.test(tag) && !tag.includes('application/ld+json'))];
}
