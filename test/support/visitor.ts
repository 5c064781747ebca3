import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { createHttp } from '../../src/main/http.ts';
import { openWeb } from '../../src/web/render.ts';
import type { TestApp } from './app.ts';

export type Fields = Readonly<Record<string, string>>;

/** For the top of a test file: visitors to the pages over an app of `useApp`. */
export function usePages(app: TestApp): { visitor(): Visitor; signedIn(actorId: string): Promise<Visitor> } {
  let http: FastifyInstance | undefined;
  beforeAll(async () => {
    http = await createHttp(app.ctx, await openWeb());
    await http.ready();
  });
  afterAll(() => http?.close());
  const visitor = () => {
    if (!http) throw new Error('the pages exist only inside tests and hooks');
    return new Visitor(http);
  };
  return { visitor, signedIn: (actorId) => visitor().signIn(actorId) };
}

/** A browser without a screen: keeps cookies, finds the forms of a page, sends them as a browser does. */
export class Visitor {
  readonly http: FastifyInstance;
  readonly cookies = new Map<string, string>();

  constructor(http: FastifyInstance) {
    this.http = http;
  }

  async send(options: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...options.headers };
    const reply = await this.http.inject({ ...options, headers });
    for (const { name, value } of reply.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return reply;
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.send({ method: 'GET', url });
  }

  post(url: string, fields: Fields, headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> {
    return this.send({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
  }

  /** The hidden fields of the form that posts to an address, on a page. */
  async hiddenOf(page: string, action: string): Promise<Fields> {
    const { body } = await this.get(page);
    const form = body.split('<form').find((part) => part.includes(`action="${action}"`));
    if (!form) throw new Error(`no form on ${page} posts to ${action}`);
    return hiddenIn(form.split('</form>')[0] ?? '');
  }

  /** Every form on a page that posts, with its hidden fields and the names of those to fill. */
  async formsOn(page: string): Promise<{ action: string; hidden: Fields; names: string[] }[]> {
    const { body } = await this.get(page);
    const forms = body.split('<form').slice(1);
    return forms.flatMap((form) => {
      const [html = ''] = form.split('</form>');
      const action = attributeOf(html, 'action');
      const names = [...html.matchAll(/\bname="([^"]+)"/g)].map(([, name = '']) => name);
      return /method="post"/i.test(html) ? [{ action, hidden: hiddenIn(html), names: [...new Set(names)] }] : [];
    });
  }

  async signIn(actorId: string): Promise<this> {
    const { body } = await this.get('/sign-in');
    await this.post('/sign-in', { ...hiddenIn(body), actor_id: actorId });
    return this;
  }
}

function hiddenIn(html: string): Fields {
  const inputs = html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(inputs.map((input) => [attributeOf(input, 'name'), attributeOf(input, 'value')]));
}

/** What a page says, without its marks. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
