import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { appoint, appointOnLine } from '../../src/app/organisations/appoint.ts';
import { enterOrganisation, enterRepresentative } from '../../src/app/sign-in/by-office.ts';
import { addToken } from '../../src/store/tokens.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { tokenOf } from '../support/factories.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const STAFF = { locale: 'zh-CN' } as const;

async function tokenFor(actorId: string): Promise<void> {
  const tokenHash = createHash('sha256').update(tokenOf(actorId)).digest();
  const more = { kind: 'bearer', label: 'test', createdAt: app.clock.now(), expiresAt: null } as const;
  await addToken(app.ctx.pool, { tokenHash, actorId, ...more });
}

beforeAll(async () => {
  await enterOrganisation(app.ctx, { ...STAFF, id: 'anda', name: '安达快运', creditCode: '91350100M000100Y43' });
  await enterOrganisation(app.ctx, { ...STAFF, id: 'other-firm', name: '别家', creditCode: '91110000100000104U' });
  for (const [id, kind] of [
    ['clerk-li', 'clerk'],
    ['clerk-he', 'clerk'],
    ['lawyer-tan', 'lawyer'],
  ] as const)
    await enterRepresentative(app.ctx, { ...STAFF, id, name: `姓名${id}`, kind });
  for (const id of ['anda', 'other-firm', 'clerk-li', 'clerk-he', 'lawyer-tan']) await tokenFor(id);
});

/** A line that an organisation holds, flagged or not. */
async function line(holderId: string, flagged = true): Promise<string> {
  const mobile_number = lives.next();
  const people = { holder_id: holderId, user_id: null, kind: 'enterprise', province: 'CN-ZJ' };
  const opened = { ...people, mobile_number, opened_at: '2024-05-01T09:00:00+08:00' };
  const { number_id } = done(await app.as('qinghe-systems').post('/lines', opened), 201);
  if (flagged) await lives.suspected(mobile_number);
  return number_id;
}

/** Takes an appointment on, with the mandates that the job gives. */
async function appointed(clerk: string, role: string): Promise<string> {
  const { code } = done(await app.as('anda').post('/organisation/members', { role, days: 30 }), 201);
  expect(done(await app.as(clerk).post('/mandates', { code, name: 'x' }), 201)).toEqual({ mandate_id: null });
  const { items } = done(await app.as('anda').get('/organisation/members'), 200);
  const { appointment_id: appointmentId } = items[0];
  await appoint(app.ctx, { appointmentId });
  await appoint(app.ctx, { appointmentId });
  return appointmentId;
}

test('an organisation sees its numbers and opens a case of its own on each with one form, once', async () => {
  const flagged = await Promise.all([1, 2, 3].map(() => line('anda')));
  const fine = await line('anda', false);
  const foreign = await line('other-firm');
  const firm = app.as('anda');
  const { items } = done(await firm.get('/organisation/numbers?limit=200'), 200);
  expect(items.map((one: Body) => one.number_id).toSorted()).toEqual([...flagged, fine].toSorted());
  expect(done(await firm.get('/organisation/numbers?flagged=true'), 200).items).toHaveLength(3);
  const paged: Body[] = [];
  for (let cursor = ''; paged.length < 9; ) {
    const page = done(await firm.get(`/organisation/numbers?limit=1${cursor}`), 200);
    paged.push(...page.items);
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(paged).toEqual(items);

  const asked = { number_ids: [...flagged, fine, foreign], statement: '送货司机的工作号码。' };
  const opened = done(await firm.post('/organisation/cases', asked, { key: 'bulk-1' }), 200).items;
  expect(opened.map((one: Body) => one.code)).toEqual([
    null,
    null,
    null,
    'organisation.nothing_open',
    'access.not_found',
  ]);
  const again = done(await firm.post('/organisation/cases', asked, { key: 'bulk-1' }), 200).items;
  expect(again).toEqual(opened);
  const more = done(await firm.post('/organisation/cases', asked), 200).items;
  expect(new Set(more.map((one: Body) => one.code))).toEqual(
    new Set(['organisation.nothing_open', 'access.not_found']),
  );
  const cases = await Promise.all(
    opened.slice(0, 3).map((one: Body) => app.as('zhou-min').get(`/cases/${one.case_id}`)),
  );
  expect(cases.map(({ body }) => [body.status, body.flag_ids.length])).toEqual([1, 2, 3].map(() => ['submitted', 1]));
  expect(new Set(opened.slice(0, 3).map((one: Body) => one.reference)).size).toBe(3);
  expect((await firm.post('/organisation/cases', { ...asked, statement: ' ' })).body.code).toBe('case.words_missing');
});

test('a clerk acts under the organisation’s mandate, on numbers of today and of tomorrow, until it is taken back', async () => {
  const today = await line('anda');
  expect((await app.as('clerk-li').get('/organisation/numbers')).status).toBe(403);
  const appointmentId = await appointed('clerk-li', 'clerk');
  const clerk = app.as('clerk-li');
  const seen = async () =>
    done(await clerk.get('/organisation/numbers?limit=200'), 200).items.map((one: Body) => one.number_id);
  expect(await seen()).toContain(today);
  const tomorrow = await line('anda');
  expect(await seen()).not.toContain(tomorrow);
  await appointOnLine(app.ctx, { numberId: tomorrow });
  expect(await seen()).toContain(tomorrow);

  const asked = { number_ids: [today, tomorrow], statement: '工作号码。' };
  const [first] = done(await clerk.post('/organisation/cases', asked), 200).items;
  expect(first.code).toBeNull();
  const refused = await clerk.post(`/cases/${first.case_id}/withdrawal`);
  expect([refused.status, refused.body.code]).toEqual([403, 'mandate.not_covered']);
  const told = done(await app.as('anda').get('/me/inbox'), 200).items;
  expect(told.map((one: Body) => one.kind)).toContain('acted_for_you');

  done(await app.as('anda').delete(`/organisation/members/${appointmentId}`), 204);
  expect((await clerk.get(`/cases/${first.case_id}`)).status).toBe(404);
  expect((await clerk.get('/organisation/numbers')).status).toBe(403);
});

test('a manager may do what a clerk may not; nobody but the organisation appoints, and no other organisation ends it', async () => {
  const numberId = await line('anda');
  const appointmentId = await appointed('clerk-he', 'manager');
  const manager = app.as('clerk-he');
  const asked = { number_ids: [numberId], statement: '工作号码。' };
  const [opened] = done(await manager.post('/organisation/cases', asked), 200).items;
  done(await manager.post(`/cases/${opened.case_id}/withdrawal`), 200);
  for (const other of ['clerk-he', 'lawyer-tan', 'ma-chao', 'zhou-min'])
    expect((await app.as(other).post('/organisation/members', { role: 'clerk', days: 30 })).status, other).toBe(403);
  expect((await app.as('other-firm').delete(`/organisation/members/${appointmentId}`)).status).toBe(404);
  expect((await app.as('other-firm').get('/organisation/members')).body.items).toEqual([]);
});

test('an account by office takes on mandates of that office alone, and nobody else does', async () => {
  const { code } = done(await app.as('anda').post('/organisation/members', { role: 'clerk', days: 30 }), 201);
  for (const other of ['lawyer-tan', 'ma-chao']) {
    const refused = await app.as(other).post('/mandates', { code, name: 'x' });
    expect([refused.status, refused.body.code], other).toEqual([422, 'mandate.unknown_offer']);
  }
  expect((await app.as('lawyer-tan').post('/reports', {})).status).not.toBe(201);
  expect(done(await app.as('lawyer-tan').get('/me/mandates'), 200)).toMatchObject({ given: [], received: [] });
  expect(done(await app.as('lawyer-tan').get('/me/numbers'), 200).items).toEqual([]);
});

test('a code that was copied wrong, or is known, enters no organisation', async () => {
  const enter = (id: string, creditCode: string) =>
    enterOrganisation(app.ctx, { ...STAFF, id, name: '某公司', creditCode });
  await expect(enter('wrong', '91350100M000100Y44')).rejects.toThrow('organisation.code_check');
  await expect(enter('twice', '91350100M000100Y43')).rejects.toThrow('organisation.known');
  await expect(enter('anda', '911100001000001041')).rejects.toThrow('staff.known');
});
