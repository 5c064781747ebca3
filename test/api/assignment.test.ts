import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyJournals } from '../../src/app/journal/verify-journals.ts';
import { saveActor } from '../../src/store/actors.ts';
import { addToken } from '../../src/store/tokens.ts';
import { useApp } from '../support/app.ts';
import type { Body, Reply } from '../support/client.ts';
import { tokenOf } from '../support/factories.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const DAY_MS = 86_400_000;
const ROUNDS = 5;
const AGENTS = ['zhou-min', 'second-agent'];

beforeAll(async () => {
  await hire('second-agent', true);
});

async function hire(id: string, active: boolean): Promise<void> {
  const home = { carrierId: 'qinghe', authorityId: null, personId: null };
  await saveActor(app.ctx.pool, { id, role: 'agent', ...home, displayName: `姓名 ${id}`, locale: 'zh-CN', active });
  const tokenHash = createHash('sha256').update(tokenOf(id)).digest();
  const terms = { kind: 'bearer', label: 'test', createdAt: app.clock.now(), expiresAt: null } as const;
  if (active) await addToken(app.ctx.pool, { tokenHash, actorId: id, ...terms });
}

async function submitted(): Promise<{ caseId: string; numberId: string }> {
  const { mobile, numberId } = await lives.line();
  const { case_id: caseId } = await lives.appealed(await lives.suspected(mobile));
  return { caseId, numberId };
}

const act = (who: string, caseId: string, path: string, body?: object) =>
  app.as(who).post(`/cases/${caseId}/${path}`, body);
const next = async (who: string): Promise<Body> => done(await app.as(who).post('/queue/next'), 200).case;
const rowOf = async (who: string, id: string | null): Promise<Body> =>
  done(await app.as(who).get('/team'), 200).items.find((one: Body) => one.actor_id === id);
const queue = async (who: string, query = ''): Promise<Body[]> =>
  done(await app.as(who).get(`/cases?limit=200${query}`), 200).items;

/** Nothing is left that anybody could take on. */
async function emptyQueue(): Promise<void> {
  for (const who of [...AGENTS, 'zhao-lei', 'qian-feng']) while (await next(who));
}

describe.for(Array.from({ length: ROUNDS }, (_, round) => round))('at the same moment, round %i', () => {
  it('two agents claim one case: one has it, the other is told who', async () => {
    const { caseId, numberId } = await submitted();
    const replies = await Promise.all(AGENTS.map((who) => act(who, caseId, 'claim')));
    const won = replies.findIndex(({ status }) => status === 200);
    const lost = replies[1 - won] as Reply;
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(lost.body).toMatchObject({ code: 'case.assigned_to_other', data: { assigned_to: AGENTS[won] } });
    const name = won === 0 ? 'zhou-min' : '姓名 second-agent';
    expect(lost.body.detail).toContain(name);
    const { state } = await app.ctx.journal.load(numberId);
    expect(state.cases[caseId]?.assignees.desk?.id).toBe(AGENTS[won]);
  });

  it('three ask for the next case: each gets another', async () => {
    await emptyQueue();
    const waiting = [(await submitted()).caseId, (await submitted()).caseId, (await submitted()).caseId];
    const taken = await Promise.all([...AGENTS, 'zhao-lei'].map(next));
    expect(taken.map((one) => one.case_id).toSorted()).toEqual(waiting.toSorted());
    expect(taken.map((one) => one.assignees.desk.id)).toEqual([...AGENTS, 'zhao-lei']);
    expect(await next('zhou-min')).toBeNull();
  });

  it('one thumb presses three times under one key: one case', async () => {
    await emptyQueue();
    await submitted();
    await submitted();
    const key = `thumb-${app.clock.now()}`;
    const press = async () => done(await app.as('zhou-min').post('/queue/next', undefined, { key }), 200).case.case_id;
    const pressed = await Promise.all([press(), press(), press()]);
    expect(new Set([...pressed, await press()]).size).toBe(1);
    expect(await next('second-agent')).not.toBeNull();
    expect(await next('second-agent')).toBeNull();
  });

  it('one hands over while another takes over: one of them has it, and the journal tells how', async () => {
    const { caseId, numberId } = await submitted();
    done(await act('zhou-min', caseId, 'claim'), 200);
    const replies = await Promise.all([
      act('zhou-min', caseId, 'hand-over', { to: 'zhao-lei' }),
      act('second-agent', caseId, 'take-over'),
    ]);
    const { items } = done(await app.as('zheng-jie').get(`/numbers/${numberId}/timeline?limit=200`), 200);
    const told = items.filter((entry: Body) => entry.kind === 'case.assigned');
    expect(told).toHaveLength(1 + replies.filter(({ status }) => status === 200).length);
    const { state } = await app.ctx.journal.load(numberId);
    expect(['zhao-lei', 'second-agent']).toContain(state.cases[caseId]?.assignees.desk?.id);
  });
});

describe('a case that a colleague works on', () => {
  it('is not worked on by another of the same role until taken over, which the journal shows', async () => {
    const { caseId, numberId } = await submitted();
    done(await act('zhou-min', caseId, 'claim'), 200);
    for (const [path, body] of [
      ['start-review', undefined],
      ['material-requests', { materials: ['work_proof'], words: '请补。' }],
    ] as const) {
      const refused = await act('second-agent', caseId, path, body);
      expect(refused).toMatchObject({ status: 409, body: { code: 'case.assigned_to_other' } });
      expect(refused.body.detail).toContain('zhou-min');
    }
    expect((await act('second-agent', caseId, 'release')).body.code).toBe('case.not_yours');
    const taken = done(await act('second-agent', caseId, 'take-over'), 200);
    expect(taken.assignees.desk).toEqual({ id: 'second-agent', role: 'agent' });
    expect(done(await act('second-agent', caseId, 'start-review'), 200).status).toBe('in_review');
    const { items } = done(await app.as('zheng-jie').get(`/numbers/${numberId}/timeline?limit=200`), 200);
    const shown = items.filter((entry: Body) => entry.kind === 'case.assigned');
    expect(shown.map((entry: Body) => [entry.actor.id, entry.data.assignee?.id])).toEqual(
      expect.arrayContaining([
        ['zhou-min', 'zhou-min'],
        ['second-agent', 'second-agent'],
      ]),
    );
  });

  it('goes to colleagues of the same house alone', async () => {
    const { caseId } = await submitted();
    done(await act('zhou-min', caseId, 'claim'), 200);
    await hire('gone-agent', false);
    for (const to of ['lanqiao-agent', 'zheng-jie', 'qinghe-systems', 'fang-min', 'lin-xiaoyu', 'gone-agent', 'nobody'])
      expect(await act('zhou-min', caseId, 'hand-over', { to }), to).toMatchObject({
        status: 422,
        body: { code: 'case.no_such_colleague', pointer: '/to' },
      });
    expect(await act('zhou-min', caseId, 'hand-over', { to: 'zhou-min' })).toMatchObject({
      status: 409,
      body: { code: 'case.yours_already' },
    });
    const handed = done(await act('zhou-min', caseId, 'hand-over', { to: 'zhao-lei' }), 200);
    expect(handed.assignees.desk).toEqual({ id: 'zhao-lei', role: 'reviewer' });
  });

  it('is an officer’s on the other side, whatever the desk does', async () => {
    const { mobile } = await lives.line();
    const { case_id: caseId } = await lives.accepted(await lives.suspected(mobile));
    const replies = await Promise.all(['fang-min', 'gu-yan'].map((who) => act(who, caseId, 'claim')));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    done(await act('zhou-min', caseId, 'take-over'), 200);
    const [winner, loser] = replies[0]?.status === 200 ? ['fang-min', 'gu-yan'] : ['gu-yan', 'fang-min'];
    expect((await act(loser, caseId, 'mediate')).body.code).toBe('case.assigned_to_other');
    expect((await act(winner, caseId, 'hand-over', { to: 'luo-xia' })).body.code).toBe('case.no_such_colleague');
    done(await act(winner, caseId, 'hand-over', { to: loser }), 200);
    done(await act(loser, caseId, 'mediate'), 200);
    const mine = done(await app.as(loser).get('/authority/cases?assignee=mine'), 200).items;
    expect(mine.map((one: Body) => one.case_id)).toContain(caseId);
    expect((await rowOf(loser, loser)).cases).toBeGreaterThan(0);
  });
});

describe('whoever is away', () => {
  it('gets nothing handed over, and the deputy is named; afterwards again', async () => {
    const { caseId } = await submitted();
    done(await act('zhou-min', caseId, 'claim'), 200);
    const from = app.clock.now();
    const until = new Date(Date.parse(from) + DAY_MS).toISOString();
    const said = done(await app.as('zhao-lei').post('/me/absences', { from, until, deputy_id: 'qian-feng' }), 201);
    expect(done(await app.as('zhao-lei').post('/me/absences', { from, until, deputy_id: 'qian-feng' }), 201)).toEqual(
      said,
    );
    expect(await rowOf('zhou-min', 'zhao-lei')).toMatchObject({ away_until: until, deputy_id: 'qian-feng' });
    const refused = await act('zhou-min', caseId, 'hand-over', { to: 'zhao-lei' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'case.colleague_away', pointer: '/to', data: { deputy: 'qian-feng' } },
    });
    expect(refused.body.detail).toContain('qian-feng');
    const other = await submitted();
    done(await act('qian-feng', other.caseId, 'claim'), 200);
    const yours = await act('qian-feng', other.caseId, 'hand-over', { to: 'zhao-lei' });
    expect(yours.body).toMatchObject({ status: 409, code: 'case.colleague_away_yours' });
    done(await app.as('zhao-lei').delete(`/me/absences/${said.absence_id}`), 204);
    expect((await app.as('zhao-lei').delete(`/me/absences/${said.absence_id}`)).status).toBe(404);
    expect(done(await app.as('zhao-lei').get('/me/absences'), 200).items).toEqual([]);
    done(await act('zhou-min', caseId, 'hand-over', { to: 'zhao-lei' }), 200);
  });

  it('leaves cases that can be found together and taken over', async () => {
    const { caseId } = await submitted();
    done(await act('second-agent', caseId, 'claim'), 200);
    const away = async () => (await queue('zhou-min', '&assignee=away')).map((one) => one.case_id);
    expect(await away()).not.toContain(caseId);
    const from = app.clock.now();
    const until = new Date(Date.parse(from) + DAY_MS).toISOString();
    const said = done(await app.as('second-agent').post('/me/absences', { from, until }), 201);
    expect(await away()).toContain(caseId);
    done(await act('zhou-min', caseId, 'take-over'), 200);
    expect(await away()).not.toContain(caseId);
    done(await app.as('second-agent').delete(`/me/absences/${said.absence_id}`), 204);
  });

  it('says so in words that can be', async () => {
    const at = (days: number) => new Date(Date.parse(app.clock.now()) + days * DAY_MS).toISOString();
    const say = (who: string, body: object) => app.as(who).post('/me/absences', body);
    const wrong = async (body: object, code: string, pointer: string) =>
      expect(await say('zhou-min', body)).toMatchObject({ status: 422, body: { code, pointer } });
    await wrong({ from: at(2), until: at(1) }, 'absence.ends_before', '/until');
    await wrong({ from: at(-2), until: at(-1) }, 'absence.ends_before', '/until');
    await wrong({ from: at(1), until: at(400) }, 'absence.too_long', '/until');
    for (const deputy_id of ['zhou-min', 'fang-min', 'lanqiao-agent'])
      await wrong({ from: at(1), until: at(2), deputy_id }, 'case.no_such_colleague', '/deputy_id');
    for (const who of ['lin-xiaoyu', 'qinghe-systems', 'somebodys-officer'])
      for (const path of ['/team', '/me/absences']) expect((await app.as(who).get(path)).status, who).toBe(403);
    expect((await say('lin-xiaoyu', { from: at(1), until: at(2) })).status).toBe(403);
    expect((await app.as('lin-xiaoyu').post('/queue/next')).status).toBe(403);
    expect((await app.as(null).get('/team')).status).toBe(401);
  });
});

describe('the queue', () => {
  it('begins with what is late, however old, and keeps ties in one order', async () => {
    await emptyQueue();
    const late = await submitted();
    app.clock.advance(20 * DAY_MS);
    const same = [await submitted(), await submitted()];
    const order = (await queue('zhou-min', '&assignee=nobody')).map((one) => one.case_id);
    expect(order[0]).toBe(late.caseId);
    const items = await queue('zhou-min');
    expect(items[0].due_at < app.clock.now()).toBe(true);
    expect((await queue('zhou-min')).map((one) => one.case_id)).toEqual(items.map((one) => one.case_id));
    const dues = items.map((one) => one.due_at ?? '9');
    expect(dues).toEqual(dues.toSorted());
    expect(same.every(({ caseId }) => order.includes(caseId))).toBe(true);
    expect((await next('zhao-lei')).case_id).toBe(late.caseId);
    expect(same.map(({ caseId }) => caseId)).toContain((await next('zhou-min')).case_id);
  });

  it('gives nobody a case that waits for somebody else', async () => {
    await emptyQueue();
    const { caseId } = await submitted();
    done(await act('zhou-min', caseId, 'material-requests', { materials: ['work_proof'], words: '' }), 200);
    expect(await next('second-agent')).toBeNull();
    expect(await next('zhao-lei')).toBeNull();
    const looked = await submitted();
    done(await act('zhou-min', looked.caseId, 'start-review'), 200);
    expect(await next('second-agent')).toBeNull();
    expect((await next('zhao-lei')).case_id).toBe(looked.caseId);
    const begun = await submitted();
    const started = done(await act('zhao-lei', begun.caseId, 'start-review'), 200);
    expect(started.assignees.desk).toEqual({ id: 'zhao-lei', role: 'reviewer' });
    expect(await next('qian-feng')).toBeNull();
    done(await act('zhao-lei', begun.caseId, 'release'), 200);
    expect((await next('qian-feng')).case_id).toBe(begun.caseId);
  });

  it('gives a reviewer nothing that they decided before', async () => {
    await emptyQueue();
    const { mobile } = await lives.line();
    const caseFile = await lives.inReview(await lives.suspected(mobile), 'zhou-min');
    const decided = done(await lives.grants(caseFile, 'zhao-lei'), 200);
    await lives.confirmAll(decided.lifts[0].lift_id);
    done(await app.as('lin-xiaoyu').post(`/cases/${caseFile.case_id}/service-not-back`, { words: '不通' }), 200);
    expect(await next('zhao-lei')).toBeNull();
    expect((await next('qian-feng')).case_id).toBe(caseFile.case_id);
  });
});

describe('the team', () => {
  it('counts what each has on their hands by time left and by age, and what nobody has', async () => {
    await emptyQueue();
    const before = { mine: await rowOf('zhou-min', 'zhou-min'), nobody: await rowOf('zhou-min', null) };
    const { caseId } = await submitted();
    const after = { mine: await rowOf('zhou-min', 'zhou-min'), nobody: await rowOf('zhou-min', null) };
    expect(after.nobody).toMatchObject({
      cases: before.nobody.cases + 1,
      later: before.nobody.later + 1,
      age_week: before.nobody.age_week + 1,
    });
    done(await act('zhou-min', caseId, 'claim'), 200);
    expect(await rowOf('zhou-min', 'zhou-min')).toMatchObject({ cases: before.mine.cases + 1, late: before.mine.late });
    app.clock.advance(40 * DAY_MS);
    const old = await rowOf('zhou-min', 'zhou-min');
    const { cases, late, within_day, within_three, within_week, later, undated, age_more } = old;
    expect(age_more).toBe(cases);
    expect(late + within_day + within_three + within_week + later + undated).toBe(cases);
    expect((await rowOf('second-agent', 'zhou-min')).late).toBeGreaterThan(0);
    expect((await app.as('zheng-jie').get('/team')).status).toBe(200);
    expect((await rowOf('lanqiao-agent', null)).cases).toBe(0);
  });

  it('still shows what somebody has who works here no longer', async () => {
    await hire('leaver', true);
    const { caseId } = await submitted();
    done(await act('leaver', caseId, 'claim'), 200);
    await hire('leaver', false);
    expect(await rowOf('zhou-min', 'leaver')).toMatchObject({ cases: 1, gone: true, name: '姓名 leaver' });
    done(await act('zhou-min', caseId, 'take-over'), 200);
    expect(await rowOf('zhou-min', 'leaver')).toBeUndefined();
  });
});

it('every journal still verifies', async () => {
  const found: unknown[] = [];
  const examined = await verifyJournals(app.ctx, { onProblem: (problem) => found.push(problem) });
  expect(found).toEqual([]);
  expect(examined.numbers).toBeGreaterThan(ROUNDS);
});
