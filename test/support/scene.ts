import { createHash } from 'node:crypto';
import { handInPaper } from '../../src/app/mandates/papers.ts';
import { MANDATE_ACTS } from '../../src/domain/mandates/mandate.ts';
import { newSpokenReference } from '../../src/platform/ids.ts';
import { systemRandomness } from '../../src/platform/randomness.ts';
import { findActor } from '../../src/store/actors.ts';
import type { TestApp } from './app.ts';
import type { Body } from './client.ts';
import { PDF, PNG } from './files.ts';
import { done, type Lives } from './lives.ts';

/** How somebody stands to the scene's main line: each kind is one actor of the tests' city. */
export const CAST = {
  nobody: null,
  holder: 'chen-guilan',
  user: 'zhang-wei',
  former: 'xu-lan',
  rep: 'wang-jianguo',
  rep_narrow: 'sun-hao',
  rep_ended: 'liang-qin',
  stranger: 'ma-chao',
  agent: 'zhou-min',
  reviewer: 'zhao-lei',
  auditor: 'zheng-jie',
  policy_owner: 'qinghe-policy',
  admin: 'qinghe-admin',
  system: 'qinghe-systems',
  officer: 'fang-min',
  officer_once: 'luo-xia',
  officer_other: 'chongqing-officer',
  officer_of_none: 'somebodys-officer',
  rival_holder: 'he-jing',
  rival_agent: 'lanqiao-agent',
  rival_system: 'lanqiao-systems',
} as const;
export type Kind = keyof typeof CAST;
export const KINDS = Object.keys(CAST) as readonly Kind[];

/** Things of one line, by the names that addresses give them. */
export type Things = Readonly<Record<string, string>>;

export type Scene = {
  /** Of the holder: with the regulator now, with the consumer body before, a mark more, a lift, letters, mandates. */
  readonly main: Things;
  /** Of the former holder of the same number. */
  readonly past: Things;
  /** Of somebody else, at another carrier, with a body of another province. */
  readonly rival: Things;
  /** What a carrier says when it places a mark by hand. */
  readonly reasons: Body;
  /** What only the people of a line wrote, by line; nobody else's answers may hold it. */
  readonly secrets: Readonly<Record<'main' | 'past' | 'rival', readonly string[]>>;
};

/** Ids as they would be, of things that never were. */
export const NEVER: Things = {
  number_id: '9',
  mobile: '+8615400999999',
  flag_id: 'flag_zz_9',
  case_id: 'case_zz_9',
  lift_id: 'lift_zz_9',
  clock_id: 'clock_zz_9',
  evidence_id: 'evidence_zz_9',
  notice_id: 'notice_zz_9',
  attention_id: 'attention_zz_9',
  mandate_id: 'mandate_zz_9',
  reference: newSpokenReference(systemRandomness),
  session_id: 'session_00000000000000000000000000',
  subscription_id: 'sub_00000000000000000000000000',
  message_id: 'msg_00000000000000000000000000',
  paper_id: 'paper_00000000000000000000000000',
  import_id: 'import_00000000000000000000000000',
  correction_id: 'correction_zz_9',
  hold_id: 'hold_zz_9',
  appointment_id: 'appointment_00000000000000000000000000',
  consent_kind: 'identity_paper',
  policy_id: 'nobodys-table',
  version: '9',
};

/** The same, but on a number that is there: entries that it has not yet, as whoever is related to the number might guess them. */
export function neverOn(numberId: string): Things {
  const after = `_${BigInt(numberId).toString(36)}_zzz`;
  const ids = Object.entries(NEVER).map(([name, id]) => [name, id.replace(/_zz_9$/, after)]);
  return { ...Object.fromEntries(ids), number_id: numberId };
}

let scenes = 0;

/** Two numbers and everybody who may have to do with them, over the bare API. */
export async function makeScene(app: TestApp, lives: Lives): Promise<Scene> {
  scenes += 1;
  const secret = (whose: string) => `canary-${whose}-${scenes}-text`;
  const own = [secret('main'), `canary-main-${scenes}.png`] as const;
  const line = await openTwice(app, lives, secret('past'));
  const { numberId, mobile } = line;
  const paid = await lives.inArrears(mobile, `bill-${scenes}`);
  done(await lives.pays(mobile, `bill-${scenes}`, 8800, `payment-${scenes}`), 201);
  const lift = Object.keys((await app.ctx.journal.load(numberId)).state.lifts).at(-1) ?? '';
  const step = done(await app.as(CAST.system).get(`/lifts/${lift}`), 200).steps[0].system;
  done(await app.as(CAST.system).post(`/lifts/${lift}/failures`, { system: step, code: 'x' }), 200);
  const flagId = await lives.suspected(mobile);
  const reasons = reasonsOf(done(await app.as(CAST.holder).get(`/flags/${flagId}`), 200).reasons);
  const caseFile = await taken(app, CAST.holder, flagId, own);
  await mandated(app, lives, numberId, CAST.rep, MANDATE_ACTS);
  await mandated(app, lives, numberId, CAST.rep_narrow, ['say']);
  const ended = await mandated(app, lives, numberId, CAST.rep_ended, MANDATE_ACTS);
  done(await app.as(CAST.holder).delete(`/mandates/${ended}`), 204);
  const mandates = done(await app.as(CAST.holder).get('/me/mandates'), 200).given;
  const webhook = await subscribed(app, CAST.system);
  const main = {
    ...(await thingsOf(app, CAST.holder, caseFile)),
    number_id: numberId,
    mobile,
    flag_id: flagId,
    paid_flag_id: paid,
    lift_id: lift,
    attention_id: Object.keys((await app.ctx.journal.load(numberId)).state.attention)[0] ?? '',
    mandate_id: mandates.find((one: Body) => one.representative === CAST.rep && one.number_id === numberId).mandate_id,
    paper_id: await paper(app, mobile),
    ...(await putRightAndHeld(app, numberId)),
    ...webhook,
  };
  const rival = await elsewhere(app, lives, [secret('rival'), `canary-rival-${scenes}.png`]);
  return {
    main,
    past: line.past,
    rival,
    reasons,
    secrets: {
      main: [...own, mobile.slice(3)],
      past: [secret('past')],
      rival: [secret('rival'), `canary-rival-${scenes}.png`, (rival['mobile'] ?? '').slice(3)],
    },
  };
}

/** A number of the former holder's with a case, given up, and opened again for two others. */
async function openTwice(app: TestApp, lives: Lives, statement: string) {
  const { mobile, numberId } = await lives.line(CAST.former);
  const flagId = await lives.suspected(mobile);
  const opened = await opens(app, CAST.former, flagId, statement);
  const caseFile = done(await app.as(CAST.former).post(`/cases/${opened.case_id}/submit`), 200);
  const past = { ...(await thingsOf(app, CAST.former, caseFile)), flag_id: flagId };
  app.clock.advance(1_000);
  const closed_at = app.clock.now();
  done(await app.as(CAST.system).post('/lines/close', { number_id: numberId, closed_at }), 200);
  app.clock.advance(1_000);
  const body = {
    mobile_number: mobile,
    kind: 'personal',
    province: 'CN-ZJ',
    holder_id: CAST.holder,
    user_id: CAST.user,
    opened_at: app.clock.now(),
  };
  done(await app.as(CAST.system).post('/lines', body), 201);
  return { mobile, numberId, past };
}

async function opens(app: TestApp, personId: string, flagId: string, statement: string): Promise<Body> {
  return done(await app.as(personId).post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement }), 201);
}

/** Refused by the carrier, declined by the consumer body, taken on by the regulator. */
async function taken(app: TestApp, personId: string, flagId: string, [statement, name]: readonly string[]) {
  const { case_id: caseId } = await opens(app, personId, flagId, statement ?? '');
  const person = app.as(personId);
  done(await person.upload(`/cases/${caseId}/evidence`, { bytes: PNG, name: name ?? '' }), 201);
  done(await person.post(`/cases/${caseId}/submit`), 200);
  done(await app.as(CAST.reviewer).post(`/cases/${caseId}/start-review`), 200);
  const decision = { finding: 'grounded', lift_flag_ids: [], rule_relied: 'AF-32c', words: '维持。' };
  done(await app.as(CAST.reviewer).post(`/cases/${caseId}/decision`, decision), 200);
  const handing = { accepted_elsewhere: false, words: '' };
  done(await person.post(`/cases/${caseId}/escalate`, { ...handing, authority_id: 'consumers-zj' }), 200);
  const declined = { ground: 'papers_missing', words: '请补材料。' };
  done(await app.as(CAST.officer_once).post(`/cases/${caseId}/decline`, declined), 200);
  done(await person.post(`/cases/${caseId}/escalate`, { ...handing, authority_id: 'appeals-zj' }), 200);
  return done(await app.as(CAST.officer).post(`/cases/${caseId}/accept`), 200);
}

/** The rival's: where a body may be asked at once. */
async function elsewhere(app: TestApp, lives: Lives, [statement, name]: readonly string[]): Promise<Things> {
  const mobile = lives.next();
  const systems = app.as(CAST.rival_system);
  const person = app.as(CAST.rival_holder);
  const line = { mobile_number: mobile, kind: 'personal', province: 'CN-CQ', opened_at: '2024-05-01T09:00:00+08:00' };
  const people = { holder_id: CAST.rival_holder, user_id: CAST.rival_holder };
  const { number_id } = done(await systems.post('/lines', { ...line, ...people }), 201);
  app.clock.advance(1_000);
  const at = app.clock.now();
  const usage = {
    kind: 'usage_observed',
    window_hours: 24,
    calls_out: 180,
    distinct_callees: 150,
    short_call_share: 0.9,
  };
  const told = { mobile_number: mobile, source_id: `rival-${scenes}`, at, fact: usage };
  const [flag_id] = done(await systems.post('/facts', told), 201).flag_ids;
  const { case_id } = await opens(app, CAST.rival_holder, flag_id, statement ?? '');
  done(await person.upload(`/cases/${case_id}/evidence`, { bytes: PNG, name: name ?? '' }), 201);
  done(await person.post(`/cases/${case_id}/submit`), 200);
  const handing = { accepted_elsewhere: false, words: '', authority_id: 'consumers-cq' };
  const caseFile = done(await person.post(`/cases/${case_id}/escalate`, handing), 200);
  return {
    ...(await thingsOf(app, CAST.rival_holder, caseFile)),
    number_id,
    mobile,
    flag_id,
    ...(await subscribed(app, CAST.rival_system)),
  };
}

async function thingsOf(app: TestApp, personId: string, caseFile: Body): Promise<Things> {
  const { case_id, reference, clocks } = caseFile;
  const { items } = done(await app.as(personId).get(`/cases/${case_id}/evidence`), 200);
  const inbox = done(await app.as(personId).get('/me/inbox'), 200).items;
  const sessions = done(await app.as(personId).get('/me/sessions'), 200).items;
  return {
    case_id,
    reference,
    ...(clocks[0] ? { clock_id: clocks[0].clock_id } : {}),
    ...(items[0] ? { evidence_id: items[0].evidence_id } : {}),
    ...(inbox[0] ? { notice_id: inbox[0].notice_id } : {}),
    session_id: sessions[0].session_id,
  };
}

async function putRightAndHeld(app: TestApp, numberId: string): Promise<Things> {
  const asked = { subject: 'contact', words: '联系地址已变更。' };
  const { correction_id } = done(await app.as(CAST.holder).post(`/numbers/${numberId}/corrections`, asked), 201);
  const held = { ground: 'court', case_ids: [], why: '民事裁定' };
  const { hold_id } = done(await app.as(CAST.admin).post(`/numbers/${numberId}/holds`, held), 201);
  return { correction_id, hold_id };
}

async function subscribed(app: TestApp, actorId: string): Promise<Things> {
  const input = { url: 'https://carrier.example/hooks', kinds: ['*'] };
  const { subscription_id } = done(await app.as(actorId).post('/webhooks', input), 201);
  return { subscription_id };
}

async function mandated(app: TestApp, lives: Lives, numberId: string, who: string, acts: readonly string[]) {
  const terms = { kind: 'relative', acts, days: 30, feeFen: 0 } as const;
  const grant = {
    do: 'grant_mandate',
    principalId: CAST.holder,
    representativeId: who,
    representativeName: who,
  } as const;
  await lives.byProduct(numberId, { ...grant, ...terms, acts: [...acts] as never, signed: 'code', paperSha256: null });
  const { received } = done(await app.as(who).get('/me/mandates'), 200);
  return received.find((one: Body) => one.number_id === numberId).mandate_id;
}

async function paper(app: TestApp, mobileNumber: string): Promise<string> {
  const actor = await findActor(app.ctx.pool, CAST.stranger);
  if (!actor) throw new Error('nobody hands in a paper');
  return handInPaper(
    app.ctx,
    { actor, source: 'test', sourceId: createHash('sha256').update(mobileNumber).digest('hex') },
    {
      carrierId: 'qinghe',
      mobileNumber,
      principal: '陈桂兰',
      representative: '马超',
      terms: { kind: 'relative', acts: ['say'], days: 30, feeFen: 0 },
      file: { bytes: PDF, fileName: '授权书.pdf', declaredType: 'application/pdf' },
    },
  );
}

function reasonsOf(given: Body): Body {
  const { code, ground, fact_ids, rule, responsible, measures, lift_condition, remedies, papers, complain_to } = given;
  return {
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
}
