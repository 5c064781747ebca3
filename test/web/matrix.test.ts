import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../src/app/actors/create-token.ts';
import { LETTER_KINDS } from '../../src/domain/letters/letter.ts';
import { openWeb } from '../../src/web/render.ts';
import { createWeb } from '../../src/web/server.ts';
import { csrfOf } from '../../src/web/visit.ts';
import { useApp } from '../support/app.ts';
import { renewTokens } from '../support/factories.ts';
import { Lives } from '../support/lives.ts';
import { CAST, KINDS, type Kind, makeScene, NEVER, neverOn, type Scene, type Things } from '../support/scene.ts';
import { NAME_OF, SIGHT, type Thing, type Variant } from '../support/sight.ts';
import { PAGE_RULES } from './matrix-rules.ts';

const app = useApp();
const lives = new Lives(app);
const VARIANTS: readonly Variant[] = ['main', 'past', 'rival'];
/** Which parts of an address stand for which things. */
const PARTS: Readonly<Record<string, string>> = {
  caseId: 'case_id',
  flagId: 'flag_id',
  liftId: 'lift_id',
  clockId: 'clock_id',
  evidenceId: 'evidence_id',
  attentionId: 'attention_id',
  mandateId: 'mandate_id',
  paperId: 'paper_id',
  numberId: 'number_id',
  messageId: 'message_id',
  correctionId: 'correction_id',
  holdId: 'hold_id',
  importId: 'import_id',
};

let http: FastifyInstance;
let scene: Scene;
let stale = false;
let cells = 0;
const routes: string[] = [];
const visits = new Map<Kind, string>();

beforeAll(async () => {
  http = fastify();
  http.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD' && !url.includes('*')) routes.push(`${one} ${url}`);
  });
  await http.register(createWeb(app.ctx, await openWeb()));
  await http.ready();
  scene = await makeScene(app, lives);
  for (const kind of KINDS) {
    const id = CAST[kind];
    const token = id && (await createToken(app.ctx, id, 'browser', 'test', { days: 3_650, provedBy: 'passkey' }));
    if (token) visits.set(kind, token);
  }
});
afterAll(() => http.close());

const LETTER = LETTER_KINDS[0].replaceAll('_', '-');

type Answer = { readonly status: number; readonly location: string; readonly body: string };

async function call(route: string, kind: Kind, things: Things, csrf?: string): Promise<Answer> {
  cells += 1;
  const [method, path = ''] = route.split(' ');
  const url = path
    .replace('/guides/:kind/:id', '/guides/cause/A1')
    .replace(':kind', LETTER)
    .replace(/learning\/data\/:file/, 'learning/data/rules.csv')
    .replace(/:file/, 'causes.csv')
    .replace(/:([a-zA-Z]+)/g, (_, name: string) => things[PARTS[name] ?? ''] ?? 'x');
  const visit = visits.get(kind);
  const reply = await http.inject({
    method: method as 'GET',
    url,
    headers: {
      ...(visit ? { cookie: `qingbiao=${visit}` } : {}),
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { payload: `csrf=${csrf ?? csrfOf(visit)}&words=x&say_words=x&act=refuse` } : {}),
  });
  return { status: reply.statusCode, location: String(reply.headers.location ?? ''), body: reply.body };
}

const isAtTheDoor = ({ location }: Answer) => location.startsWith('/sign-in?');
const isOpen = (answer: Answer) => ![401, 403, 404].includes(answer.status) && !isAtTheDoor(answer);

/** What an answer tells: where it leads, or what stands on it, without what differs from call to call. */
function tells({ status, location, body }: Answer): string {
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? body.slice(0, 80);
  return `${status} ${location} ${heading}`.replace(/[a-z]+_[0-9a-z]+_[0-9a-z]+|paper_\w+|\d{5,}/g, 'ID');
}

async function journals(): Promise<string> {
  const ids = [scene.main, scene.rival].map((things) => things['number_id'] ?? '');
  const states = await Promise.all(ids.map((id) => app.ctx.journal.load(id)));
  return states.map(({ state }) => state.seq).join();
}

function never(kind: Kind, which: Variant): Things {
  const near = which === 'rival' ? 'rival' : 'main';
  return SIGHT.number[near].includes(kind) ? { ...NEVER, ...neverOn(scene[near]['number_id'] ?? '') } : NEVER;
}

const isThere = (of: Thing, which: Variant) =>
  of === 'none' ? which === 'main' : scene[which][NAME_OF[of]] !== undefined;

async function holes(route: string): Promise<string[]> {
  const rule = PAGE_RULES[route];
  if (!rule) return [`${route} has no rule: say in test/web/matrix-rules.ts whom it is for`];
  const found: string[] = [];
  const writes = route.startsWith('POST');
  for (const kind of KINDS.toSorted((a, b) => Number(rule.may.includes(a)) - Number(rule.may.includes(b)))) {
    for (const which of VARIANTS.filter((one) => isThere(rule.of, one))) {
      if (stale) scene = await makeScene(app, lives);
      stale = false;
      const before = await journals();
      const answer = await call(route, kind, { ...NEVER, ...scene[which] });
      const changed = before !== (await journals());
      stale = changed;
      if (writes || isAtTheDoor(answer)) await renewTokens(app.ctx);
      const at = `${route} by ${kind} of ${which}: ${tells(answer)}`;
      if (changed && !rule.may.includes(kind)) found.push(`${at}, and the journal has more than before`);
      if (answer.status >= 500) found.push(`${at}, which is a failure`);
      if (kind === 'nobody') {
        // Words that are wrong may be told before who says them.
        if (rule.may.includes(kind) ? !isOpen(answer) : isOpen(answer) && answer.status < 400)
          found.push(`${at}, without sign-in`);
      } else if (rule.of !== 'none' && !SIGHT[rule.of][which].includes(kind)) {
        const other = await call(route, kind, never(kind, which));
        if (tells(other) !== tells(answer)) found.push(`${at}, but of what never was: ${tells(other)}`);
      } else if (rule.may.includes(kind) && !isOpen(answer)) found.push(`${at}, though it is for them`);
      else if (!rule.may.includes(kind) && answer.status < 300) found.push(`${at}, though it is not for them`);
    }
  }
  return found;
}

describe('who may open and send what on the pages', () => {
  it('every route has a rule, and every rule a route', () => {
    expect(Object.keys(PAGE_RULES).toSorted()).toEqual(routes.toSorted());
  });

  it.each(Object.keys(PAGE_RULES))('%s', async (route) => {
    expect(await holes(route)).toEqual([]);
  });

  it('no form is taken without the token of its visit, nor with another’s', async () => {
    for (const route of routes.filter((one) => one.startsWith('POST'))) {
      for (const kind of ['holder', 'reviewer', 'officer'] as const) {
        for (const csrf of ['', '0'.repeat(32), csrfOf(visits.get('stranger'))]) {
          const before = await journals();
          const answer = await call(route, kind, { ...NEVER, ...scene.main }, csrf);
          expect([303, 400, 403, 404, 409, 422], `${route} by ${kind}: ${tells(answer)}`).toContain(answer.status);
          // A picture or a paper is asked for as such first; nobody is led anywhere but away.
          if (answer.status === 303) expect(answer.location, route).toMatch(/^\/sign-in/);
          expect(await journals(), `${route} by ${kind}`).toBe(before);
        }
      }
    }
  });

  it('left no cell out', () => {
    expect(cells).toBeGreaterThan(routes.length * KINDS.length);
    console.log(`${cells} cells of ${routes.length} routes of pages and ${KINDS.length} kinds of actors`);
  });
});
