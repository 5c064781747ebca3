import { beforeAll, describe, expect, it } from 'vitest';
import { relationTo } from '../../src/access/relation.ts';
import type { Endpoint } from '../../src/api/endpoint.ts';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { findActor } from '../../src/store/actors.ts';
import { useApp } from '../support/app.ts';
import type { Reply } from '../support/client.ts';
import { renewTokens } from '../support/factories.ts';
import { PNG } from '../support/files.ts';
import { Lives } from '../support/lives.ts';
import { CAST, KINDS, type Kind, makeScene, NEVER, neverOn, type Scene, type Things } from '../support/scene.ts';
import { NAME_OF, SIGHT, type Thing, type Variant } from '../support/sight.ts';
import { bodyFor } from './matrix-bodies.ts';
import { API_RULES } from './matrix-rules.ts';

const app = useApp();
const lives = new Lives(app);
const VARIANTS: readonly Variant[] = ['main', 'past', 'rival'];
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

let scene: Scene;
let stale = false;
let cells = 0;
beforeAll(async () => {
  scene = await makeScene(app, lives);
});

/** Refusals of the words that are refusals of whoever says them. */
const OF_RIGHT: readonly string[] = ['mandate.not_the_principal'];

type Outcome = 'sign_in' | 'hidden' | 'denied' | 'open';

function outcomeOf({ status, body }: Reply): Outcome {
  if (status === 401) return 'sign_in';
  if (status === 403 || OF_RIGHT.includes(body?.code)) return 'denied';
  return status === 404 ? 'hidden' : 'open';
}

/** One call. Whatever it changed is made anew before the next, so that no cell stands on another's doing. */
async function call(
  endpoint: Endpoint,
  kind: Kind,
  which: Variant | 'never',
  near: Variant | null = null,
): Promise<Reply> {
  if (stale) {
    scene = await makeScene(app, lives);
    stale = false;
  }
  cells += 1;
  const things: Things = which === 'never' ? never(near) : { ...NEVER, ...scene[which] };
  const path = endpoint.path.replace(/:([a-z_]+)/g, (_, name: string) => things[name] ?? 'access.denied');
  const client = app.as(CAST[kind]);
  const body = bodyFor(endpoint.path, things, scene, app.clock.now(), lives.next());
  const reply = endpoint.multipart
    ? await client.upload(path, { bytes: PNG, name: 'a.png' })
    : endpoint.method === 'GET'
      ? await client.get(path)
      : endpoint.method === 'DELETE'
        ? await client.delete(path)
        : endpoint.streams
          ? await client.send(path, '{"a":1}\n', endpoint.streams[0] ?? '')
          : await client.post(path, body);
  if (endpoint.method === 'GET' || reply.status >= 300) return reply;
  stale = which !== 'never' && API_RULES[nameOf(endpoint)]?.of !== 'none';
  await renewTokens(app.ctx);
  return reply;
}

/** What was never there: nowhere, or on a number that the caller knows. */
function never(near: Variant | null): Things {
  if (near === null) return NEVER;
  const { number_id: numberId, mobile = '' } = near === 'rival' ? scene.rival : scene.main;
  return numberId === undefined ? NEVER : { ...neverOn(numberId), mobile };
}

/** What an answer tells, without what differs from call to call. */
function tells({ status, body }: Reply): string {
  return `${status} ${body?.code ?? ''} ${String(body?.detail ?? '').replace(/[a-z]+_[0-9a-z]+_[0-9a-z]+/g, 'ID')}`;
}

function isThere(of: Thing, which: Variant): boolean {
  if (of === 'none') return which === 'main';
  return scene[which][NAME_OF[of]] !== undefined;
}

async function holes(endpoint: Endpoint): Promise<string[]> {
  const rule = API_RULES[nameOf(endpoint)];
  if (!rule) return [`${nameOf(endpoint)} has no rule: say in test/api/matrix-rules.ts whom it is for`];
  const found: string[] = [];
  // Who may do it comes last: what they do is done.
  const kinds = KINDS.toSorted((a, b) => Number(rule.may.includes(a)) - Number(rule.may.includes(b)));
  for (const kind of kinds) {
    if (rule.of !== 'none' && kind !== 'nobody') {
      const reply = await call(endpoint, kind, 'never');
      if (outcomeOf(reply) === 'open') found.push(`${nameOf(endpoint)} by ${kind} of what never was: ${tells(reply)}`);
    }
    for (const which of VARIANTS.filter((one) => isThere(rule.of, one))) {
      const reply = await call(endpoint, kind, which);
      const outcome = outcomeOf(reply);
      const sees = rule.of === 'none' || SIGHT[rule.of][which].includes(kind);
      const at = `${nameOf(endpoint)} by ${kind} of ${which}: ${tells(reply)}`;
      if (endpoint.who === 'anyone') {
        if (outcome === 'denied') found.push(`${at}, though it is for anybody`);
      } else if (kind === 'nobody') {
        if (outcome !== 'sign_in') found.push(`${at}, without sign-in`);
      } else if (!sees) {
        if (outcome !== 'hidden' && outcome !== 'denied') found.push(`${at}, though not theirs to see`);
        else {
          const near = SIGHT.number[which === 'rival' ? 'rival' : 'main'].includes(kind) ? which : null;
          const other = await call(endpoint, kind, 'never', near);
          if (tells(other) !== tells(reply)) found.push(`${at}, but of what never was: ${tells(other)}`);
        }
      } else if (rule.may.includes(kind) !== (outcome === 'open')) found.push(`${at}, against the rule`);
      if (outcome === 'hidden' && !/not_found$/.test(reply.body.code)) found.push(`${at}, hidden under an odd code`);
    }
  }
  return found;
}

describe('who may do what over the API', () => {
  it.each(ENDPOINTS.map((endpoint) => [nameOf(endpoint), endpoint] as const))('%s', async (_, endpoint) => {
    expect(await holes(endpoint)).toEqual([]);
  });

  it('has a rule for every endpoint and no other, and left no cell out', () => {
    expect(Object.keys(API_RULES).toSorted()).toEqual(ENDPOINTS.map(nameOf).toSorted());
    expect(cells).toBeGreaterThan(ENDPOINTS.length * KINDS.length);
    console.log(`${cells} cells of ${ENDPOINTS.length} endpoints and ${KINDS.length} kinds of actors`);
  });

  it('names the same people as the room that decides', async () => {
    const { state } = await app.ctx.journal.load(scene.main['number_id'] ?? '');
    const line = state.lines.at(-1);
    for (const kind of KINDS) {
      const id = CAST[kind];
      const actor = id === null ? null : await findActor(app.ctx.pool, id);
      if (!actor || !line) continue;
      const related = relationTo(state, line, actor) !== 'none';
      expect(related, kind).toBe(SIGHT.case.main.includes(kind));
    }
  });
});
