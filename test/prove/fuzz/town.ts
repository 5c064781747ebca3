import { createToken } from '../../../src/app/actors/create-token.ts';
import { paths } from '../../../src/web/paths.ts';
import { csrfOf } from '../../../src/web/visit.ts';
import type { TestApp } from '../../support/app.ts';
import type { Dice } from '../../support/dice.ts';
import type { Lives } from '../../support/lives.ts';
import { CAST, makeScene, NEVER, type Scene } from '../../support/scene.ts';
import type { Form } from './forms.ts';
import { findForms } from './forms.ts';
import type { Guard } from './judge.ts';
import type { Keys } from './shot.ts';
import { fire } from './shot.ts';
import type { Quiver } from './shots.ts';
import { operationsIn } from './shots.ts';

/** Whose requests are hostile. The holders whose things are guarded send none, so that nothing of theirs gets out by their own hand. */
export const ATTACKERS = [
  'nobody',
  'lin-xiaoyu',
  CAST.former,
  CAST.rep,
  CAST.rep_narrow,
  CAST.rep_ended,
  CAST.stranger,
  CAST.agent,
  CAST.reviewer,
  CAST.auditor,
  CAST.admin,
  CAST.system,
  CAST.officer,
  CAST.officer_once,
  CAST.officer_other,
  CAST.officer_of_none,
  CAST.rival_agent,
  CAST.rival_system,
] as const;

const DESK = [CAST.agent, CAST.reviewer, CAST.auditor, CAST.policy_owner, CAST.admin, CAST.system];
const OFFICERS = [CAST.officer, CAST.officer_once];
const REPS = [CAST.rep, CAST.rep_narrow];

/** One part's ground: lives of their own, keys that work, and what is to be hit. */
export type Town = { readonly guards: readonly Guard[]; readonly keys: Map<string, Keys>; readonly quiver: Quiver };

export async function buildTown(app: TestApp, lives: Lives, port: number): Promise<Town> {
  const scene = await makeScene(app, lives);
  const own = await ownThings(app, lives);
  const keys = new Map<string, Keys>();
  for (const actor of ATTACKERS) if (actor !== 'nobody') keys.set(actor, await newKeys(app, actor));
  const forms: Form[] = [];
  for (const [actor, pages] of pagesOf(scene, own))
    forms.push(...(await findForms(port, actor, keys.get(actor), pages)));
  const document = await fire(
    port,
    { actor: 'nobody', via: 'none', method: 'GET', path: '/api/openapi.json', headers: {}, body: null },
    undefined,
  );
  return {
    guards: guardsOf(scene),
    keys,
    quiver: {
      operations: operationsIn(JSON.parse(String(document?.body))),
      forms,
      actors: ATTACKERS,
      pool: poolOf(scene, own),
      // Nobody's own token is that of no visit; anybody else's is theirs.
      csrf: (actor) => csrfOf(keys.get(actor)?.visit ?? (actor === 'nobody' ? undefined : actor)),
    },
  };
}

/** Keys of actors whose former ones a request has rotated or ended. */
export async function revive(app: TestApp, port: number, keys: Map<string, Keys>): Promise<void> {
  for (const [actor, held] of keys) {
    const me = { actor, method: 'GET', path: '/api/v1/me', headers: {}, body: null } as const;
    const door = { ...me, path: paths.mandateNew } as const;
    const [api, page] = [
      await fire(port, { ...me, via: 'token' }, held),
      await fire(port, { ...door, via: 'visit' }, held),
    ];
    const isOut = page?.status === 303 && page.headers.location?.startsWith('/sign-in');
    if (api?.status === 401 || isOut) keys.set(actor, await newKeys(app, actor));
  }
}

async function newKeys(app: TestApp, actor: string): Promise<Keys> {
  const more = { days: 3_650 };
  const token = await createToken(app.ctx, actor, 'bearer', 'fuzz', more);
  const visit = await createToken(app.ctx, actor, 'browser', 'fuzz', more);
  if (!token || !visit) throw new Error(`nobody is called ${actor}`);
  return { token, visit };
}

type Own = Readonly<Record<string, readonly string[]>>;

/** Lives of an attacker's own, in every state that a case gets into. */
async function ownThings(app: TestApp, lives: Lives): Promise<Own> {
  const made = async (make: (flagId: string) => Promise<unknown>) => {
    const line = await lives.line('lin-xiaoyu');
    const flagId = await lives.suspected(line.mobile);
    const answer = (await make(flagId)) as { readonly case_id?: string } | null;
    return { ...line, flagId, caseId: answer?.case_id ?? '' };
  };
  const all = [
    await made(async () => null),
    await made((flagId) => lives.appealed(flagId)),
    await made((flagId) => lives.inReview(flagId)),
    await made((flagId) => lives.refused(flagId)),
    await made((flagId) => lives.escalated(flagId)),
    await made((flagId) => lives.accepted(flagId)),
    await made(async (flagId) => (await lives.grants(await lives.inReview(flagId))).body),
  ];
  const states = await Promise.all(all.map(({ numberId }) => app.ctx.journal.load(numberId)));
  return {
    mobile_number: all.map(({ mobile }) => mobile),
    number_id: all.map(({ numberId }) => numberId),
    flag_id: all.map(({ flagId }) => flagId),
    case_id: all.map(({ caseId }) => caseId).filter(Boolean),
    lift_id: states.flatMap(({ state }) => Object.keys(state.lifts)),
    clock_id: states.flatMap(({ state }) => Object.keys(state.clocks)),
    notice_id: states.flatMap(({ state }) => Object.keys(state.notices)),
    fact_id: states.flatMap(({ state }) => state.facts.map(({ factId }) => factId)),
  };
}

function pagesOf(scene: Scene, own: Own): [string, string[]][] {
  const cases = [...(own['case_id'] ?? []), scene.main['case_id'] ?? ''];
  const flags = own['flag_id'] ?? [];
  const person = [
    ...[
      '/',
      '/sign-in',
      '/keep',
      '/mine',
      '/mine/inbox',
      '/mine/mandates',
      '/mine/mandates/new',
      '/mine/mandates/paper',
      '/mine/data',
      '/my-sign-in',
      '/prove',
      '/letters',
      '/clocks',
      '/plan',
    ],
    ...flags.flatMap((id) => [`/flags/${id}`, `/flags/${id}/case`, `/flags/${id}/case?step=words&remedy=appeal`]),
    ...cases.flatMap((id) => [`/cases/${id}`, `/cases/${id}/escalate`]),
    ...(own['lift_id'] ?? []).map((id) => `/lifts/${id}`),
  ];
  const desk = [
    '/desk',
    '/desk/flags',
    '/desk/attention',
    '/desk/webhooks',
    '/desk/mandates',
    ...cases.map((id) => `/desk/cases/${id}`),
    ...flags.map((id) => `/desk/flags/${id}`),
  ];
  return [
    ['nobody', ['/', '/sign-in', '/sign-in/staff', '/check', '/keep', '/plan', '/letters']],
    ['lin-xiaoyu', person],
    [CAST.rep, person],
    [CAST.stranger, person],
    [CAST.agent, desk],
    [CAST.reviewer, desk],
    [CAST.officer, ['/authority', ...cases.map((id) => `/authority/cases/${id}`)]],
  ];
}

function guardsOf({ main, past, rival, secrets }: Scene): Guard[] {
  const lifeOf = (numberId = '') => [`_${BigInt(numberId).toString(36)}_`, `/numbers/${numberId}`];
  const guard = (
    name: string,
    secretsOf: readonly string[],
    marks: readonly string[],
    open: readonly string[],
  ): Guard => ({
    name,
    secrets: secretsOf,
    marks,
    open: new Set(open),
  });
  const isDigits = (text: string) => /^\d{11}$/.test(text);
  const ofMain = [...DESK, ...OFFICERS, ...REPS];
  return [
    guard('the life of the main number', [], lifeOf(main['number_id']), [...ofMain, CAST.former]),
    guard(
      'what its holder wrote',
      secrets.main.filter((one) => !isDigits(one)),
      [],
      ofMain,
    ),
    // Who acts for them knows the number; the desk reads it on mandates that came on paper.
    guard('its digits', secrets.main.filter(isDigits), [], [CAST.former, ...REPS, ...DESK]),
    guard('what its former holder wrote', secrets.past, [past['case_id'] ?? '-'], [CAST.former, ...DESK]),
    guard('the life of the rival’s number', [], lifeOf(rival['number_id']), [
      CAST.rival_agent,
      CAST.rival_system,
      CAST.officer_other,
    ]),
    guard(
      'what its holder wrote',
      secrets.rival.filter((one) => !isDigits(one)),
      [],
      [CAST.rival_agent, CAST.rival_system, CAST.officer_other],
    ),
    guard('its digits', secrets.rival.filter(isDigits), [], [CAST.rival_system]),
    guard(
      'where the holders are written to',
      [`${CAST.holder}@example.com`, `${CAST.user}@example.com`, `${CAST.rival_holder}@example.com`],
      [],
      [],
    ),
  ];
}

/** Ids by the name of a field: one's own, somebody else's, one that never was. */
function poolOf(scene: Scene, own: Own): Quiver['pool'] {
  const people = [...Object.values(CAST).filter((one) => one !== null), 'lin-xiaoyu', 'made-up'];
  const known: Record<string, readonly string[]> = {
    // Whoever reports a number under their own name sees its digits again: the guarded ones are only looked up.
    mobile_number: [...(own['mobile_number'] ?? []), '+8615400999999', '13800138000'],
    looked_up: [scene.main['mobile'] ?? '', scene.rival['mobile'] ?? ''],
    holder_id: people,
    user_id: people,
    authority_id: ['appeals-zj', 'consumers-zj', 'consumers-cq', 'made-up'],
    carrier_id: ['qinghe', 'lanqiao', 'china-mobile', 'made-up'],
    cursor: [
      cursor(['2026-11-23T04:12:01.123Z', 'x']),
      cursor(['infinity', scene.main['case_id']]),
      cursor([1, 2, 3, 4, 5]),
      cursor(['0000-01-01', '']),
      cursor({}),
      '1',
      'x',
    ],
    bill_id: ['bill-1', 'bill-2', 'made-up'],
    rule_id: ['short-calls', 'arrears-30', 'TR-34e', 'user.appealLimit.other'],
    province: ['CN-ZJ', 'CN-CQ', 'CN'],
    system: ['switch', 'sms_gateway', 'crm', 'made-up'],
  };
  for (const things of [scene.main, scene.past, scene.rival, NEVER])
    for (const [name, id] of Object.entries(things))
      if (name.endsWith('_id') || name === 'reference') known[name] = [...(known[name] ?? []), id];
  for (const [name, ids] of Object.entries(own)) known[name] = [...(known[name] ?? []), ...ids, ...ids];
  known['lift_flag_id'] = known['flag_id'] ?? [];
  const near = (id: string, dice: Dice) => id.replace(/_[0-9a-z]+$/, () => `_${dice.below(60).toString(36)}`);
  return (name, dice) => {
    const ids = known[name.replace(/^(lift_)?flag_ids$/, 'flag_id').replace(/^fact_ids$/, 'fact_id')];
    if (name.endsWith('_ids') || !ids || ids.length === 0) return undefined;
    const id = dice.pick(ids);
    return name.endsWith('_id') && id.includes('_') && dice.chance(0.1) ? near(id, dice) : id;
  };
}

function cursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
