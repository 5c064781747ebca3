import { beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';

/** Well-formed bodies, so that only rights and state can refuse. */
function bodyFor(path: string, at: string): Body {
  const bodies: Record<string, unknown> = {
    '/facts': {
      number_id: numberId,
      source_id: 's',
      at,
      fact: { kind: 'verification_result', check: 'real_person', passed: true },
    },
    '/lines': {
      mobile_number: lives.next(),
      kind: 'personal',
      province: 'CN-ZJ',
      holder_id: null,
      user_id: null,
      opened_at: at,
    },
    '/lines/close': { number_id: numberId, closed_at: at },
    '/reports': {
      mobile_number: lives.next(),
      carrier_id: 'china-mobile',
      province: 'CN',
      holder: true,
      opened_at: at,
      flags: [{ code: 'D1', functions: [], since: at, body: '' }],
      statement: '',
    },
    '/cases/:case_id/contacts': {
      way: 'call',
      counterpart: 'carrier',
      gist: 'complained',
      flag_ids: [],
      at,
      promised_for: null,
      materials: [],
      ticket: '',
      spoke_with: '',
      words: '',
    },
    '/cases/:case_id/statement': { statement: 'x' },
    '/standing': { mobile_number: mobile },
    '/flags': { number_id: numberId, reasons },
    '/cases': { flag_ids: [flagId], remedy: 'appeal', statement: '' },
    '/cases/:case_id/messages': { words: 'x' },
    '/cases/:case_id/material-requests': { materials: ['a'], words: 'x' },
    '/cases/:case_id/material': { words: 'x' },
    '/cases/:case_id/decision': { finding: 'misjudged', lift_flag_ids: [flagId], rule_relied: 'x', words: 'x' },
    '/cases/:case_id/holder-proof': { evidence_id: 'x' },
    '/cases/:case_id/service-not-back': { words: 'x' },
    '/cases/:case_id/escalate': { authority_id: 'appeals-zj', accepted_elsewhere: false, words: '' },
    '/cases/:case_id/decline': { ground: 'papers_missing', words: 'x' },
    '/cases/:case_id/ask-carrier': { words: 'x' },
    '/cases/:case_id/answer-authority': { words: 'x' },
    '/cases/:case_id/settle': { lift_flag_ids: [], words: 'x' },
    '/cases/:case_id/end-unsettled': { words: 'x' },
    '/lifts/:lift_id/confirmations': { system: 'switch' },
    '/lifts/:lift_id/failures': { system: 'switch', code: 'x' },
    '/lifts/:lift_id/accepted-failure': { why: 'x' },
    '/lifts/:lift_id/not-back': { words: 'x' },
    '/attention/:attention_id/handling': { words: 'x' },
    '/mandate-offers': { number_id: numberId, kind: 'relative', acts: ['say'], days: 1, code: 'x' },
    '/mandates': { code: 'x', name: 'x' },
    '/webhooks': { url: 'https://carrier.example/hooks', kinds: ['*'] },
  };
  return bodies[path];
}

let numberId = '';
let mobile = '';
let flagId = '';
let caseId = '';
let liftId = '';
let attentionId = '';
let noticeId = '';
let reasons: Body;

beforeAll(async () => {
  ({ numberId, mobile } = await lives.line());
  flagId = await lives.suspected(mobile);
  const { code, ground, fact_ids, rule, responsible, measures, lift_condition, remedies, papers, complain_to } = (
    await app.as(COURIER).get(`/flags/${flagId}`)
  ).body.reasons;
  reasons = {
    code,
    ground,
    fact_ids,
    rule,
    responsible_body: responsible.body,
    measures,
    lift_condition,
    remedies,
    papers,
    complain_to,
  };
  const decided = done(await lives.grants(await lives.inReview(flagId)), 200);
  caseId = decided.case_id;
  liftId = decided.lifts[0].lift_id;
  done(await app.as('qinghe-systems').post(`/lifts/${liftId}/failures`, { system: 'switch', code: 'x' }), 200);
  attentionId = done(await app.as('zhou-min').get('/attention'), 200).items[0].attention_id;
  noticeId = done(await app.as(COURIER).get('/me/inbox'), 200).items[0].notice_id;
});

/** The endpoint's address about the one life of this file, or about one that never was. */
function addressOf(path: string, real: boolean): string {
  const ids: Record<string, string> = real
    ? {
        case_id: caseId,
        flag_id: flagId,
        lift_id: liftId,
        attention_id: attentionId,
        notice_id: noticeId,
        number_id: numberId,
        evidence_id: 'evidence_1_1',
        reference: 'AAA',
        subscription_id: 'sub_1',
        message_id: 'msg_1',
      }
    : {
        case_id: 'case_zz_9',
        flag_id: 'flag_zz_9',
        lift_id: 'lift_zz_9',
        attention_id: 'attention_zz_9',
        notice_id: 'notice_zz_9',
        number_id: '9',
        evidence_id: 'evidence_zz_9',
        reference: '346-793-PDY',
        subscription_id: 'sub_9',
        message_id: 'msg_9',
      };
  return path.replace(/:([a-z_]+)/g, (_, name: string) => ids[name] ?? name);
}

const CALLED = ENDPOINTS.filter((one) => one.who !== 'anyone' && !one.multipart);

async function call(actorId: string | null, endpoint: (typeof ENDPOINTS)[number], real: boolean) {
  const client = app.as(actorId);
  const path = addressOf(endpoint.path, real);
  if (endpoint.method === 'GET') return client.get(path);
  if (endpoint.method === 'DELETE') return client.delete(path);
  return client.post(path, bodyFor(endpoint.path, app.clock.now()));
}

type Case = readonly [string, (typeof ENDPOINTS)[number]];

function those(which: (endpoint: (typeof ENDPOINTS)[number]) => boolean): Case[] {
  return CALLED.filter(which).map((one) => [`${one.method} ${one.path}`, one] as const);
}

const isOfOneThing = ({ path, method }: (typeof ENDPOINTS)[number]) =>
  path.includes(':') ||
  (method === 'POST' && ['/facts', '/lines/close', '/standing', '/flags', '/cases'].includes(path));

it.each(those(() => true))('%s is closed to nobody in particular', async (_, endpoint) => {
  expect((await call(null, endpoint, true)).body).toMatchObject({ status: 401, code: 'access.sign_in' });
});

it.each(those(({ path }) => path.includes(':')))('%s does not find what never was', async (_, endpoint) => {
  const actorId = ['zhao-lei', 'qinghe-systems', COURIER].find((id) => mayTry(endpoint, ROLES[id] ?? '')) ?? COURIER;
  expect([404, 422]).toContain((await call(actorId, endpoint, false)).status);
});

it.each(those(isOfOneThing))(
  '%s shows a stranger and another carrier nothing, not even that it is there',
  async (_, endpoint) => {
    for (const stranger of ['chen-guilan', 'lanqiao-agent', 'lanqiao-systems', 'somebodys-officer']) {
      const { status, body } = await call(stranger, endpoint, true);
      expect([403, 404, 422], `${stranger}: ${JSON.stringify(body)}`).toContain(status);
      expect(`${body.code}`, stranger).toMatch(/not_found$|^access\.denied$|^case\.reference_misread$/);
    }
  },
);

it.each(those(({ who }) => Array.isArray(who)))(
  '%s is refused to roles of the same house that it is not for',
  async (_, endpoint) => {
    for (const [actorId, role] of Object.entries(ROLES)) {
      if (mayTry(endpoint, role)) continue;
      const { status, body } = await call(actorId, endpoint, true);
      expect([403, 404], `${role}: ${JSON.stringify(body)}`).toContain(status);
    }
  },
);

const ROLES: Record<string, string> = {
  [COURIER]: 'subscriber',
  'zhou-min': 'agent',
  'zhao-lei': 'reviewer',
  'zheng-jie': 'auditor',
  'fang-min': 'officer',
  'qinghe-systems': 'system',
};

function mayTry({ who }: (typeof ENDPOINTS)[number], role: string): boolean {
  return !Array.isArray(who) || who.includes(role as never);
}

describe('what belongs to one line', () => {
  it('is not the next holder’s to see, and the former holder does not see theirs', async () => {
    const life = await lives.line();
    const flag = await lives.suspected(life.mobile);
    done(
      await app.as('qinghe-systems').post('/lines/close', { number_id: life.numberId, closed_at: app.clock.now() }),
      200,
    );
    app.clock.advance(1_000);
    const body = {
      mobile_number: life.mobile,
      kind: 'personal',
      province: 'CN-ZJ',
      holder_id: 'next-holder',
      user_id: 'next-holder',
      opened_at: app.clock.now(),
    };
    expect(done(await app.as('qinghe-systems').post('/lines', body), 201)).toMatchObject({
      number_id: life.numberId,
      line: { line: 2 },
      flags: [],
    });
    expect(done(await app.as('next-holder').post('/standing', { mobile_number: life.mobile }), 200)).toMatchObject({
      line: { line: 2 },
      flags: [],
    });
    expect((await app.as('next-holder').get(`/flags/${flag}`)).status).toBe(404);
    const seen = done(await app.as('next-holder').get(`/numbers/${life.numberId}/timeline`), 200).items;
    expect(new Set(seen.map((entry: { line: number }) => entry.line))).toEqual(new Set([2]));
    expect(done(await app.as(COURIER).post('/standing', { mobile_number: life.mobile }), 200)).toMatchObject({
      line: { line: 1 },
      actions: [],
    });
  });
});
