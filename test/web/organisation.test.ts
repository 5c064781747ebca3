import { beforeAll, expect, it } from 'vitest';
import { createToken } from '../../src/app/actors/create-token.ts';
import { appoint } from '../../src/app/organisations/appoint.ts';
import { enterOrganisation, enterRepresentative } from '../../src/app/sign-in/by-office.ts';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, type Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);

beforeAll(async () => {
  const more = { locale: 'zh-CN' } as const;
  await enterOrganisation(app.ctx, { ...more, id: 'anda', name: '安达快运', creditCode: '91350100M000100Y43' });
  await enterRepresentative(app.ctx, { ...more, id: 'clerk-li', name: '李文', kind: 'clerk' });
});

async function as(actorId: string): Promise<Visitor> {
  const visitor = pages.visitor();
  const token = await createToken(app.ctx, actorId, 'browser', 'test', { days: 10, provedBy: 'passkey' });
  visitor.cookies.set('qingbiao', token ?? '');
  return visitor;
}

async function flaggedLine(): Promise<string> {
  const mobile_number = lives.next();
  const people = { holder_id: 'anda', user_id: null, kind: 'enterprise', province: 'CN-ZJ' };
  const opened = { ...people, mobile_number, opened_at: '2024-05-01T09:00:00+08:00' };
  const { number_id } = done(await app.as('qinghe-systems').post('/lines', opened), 201);
  await lives.suspected(mobile_number);
  return number_id;
}

it('an organisation appeals for 300 numbers with one form, and each has a case of its own', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 300; index += 1) ids.push(await flaggedLine());
  const firm = await as('anda');
  expect((await firm.get('/mine')).headers.location).toBe('/organisation');
  const hidden = await firm.hiddenOf('/organisation', '/organisation/cases');
  const empty = await firm.post('/organisation/cases', { ...hidden, statement: '送货司机的号码。' });
  expect([empty.statusCode, empty.body]).toEqual([422, expect.stringContaining('送货司机的号码。')]);
  const lost = await firm.post('/organisation/cases', { ...hidden, number_ids: ids[7] ?? '', statement: ' ' });
  expect(lost.body).toMatch(new RegExp(`value="${ids[7]}" checked`));
  const fields = new URLSearchParams({ ...hidden, statement: '送货司机的号码。' });
  for (const id of ids.slice(0, 290)) fields.append('number_ids', id);
  const sent = await firm.send({
    method: 'POST',
    url: '/organisation/cases',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: fields.toString(),
  });
  expect(sent.statusCode).toBe(200);
  expect(wordsOf(sent.body)).toContain('290 个号码已申诉，0 个没有');
  const rest = await firm.post('/organisation/cases', {
    ...(await firm.hiddenOf('/organisation', '/organisation/cases')),
    whole: 'yes',
    statement: '其余的号码。',
  });
  expect(wordsOf(rest.body)).toContain('10 个号码已申诉，0 个没有');
  const { rows } = await app.ctx.pool.query(
    `select count(distinct case_id)::integer as cases, count(distinct number_id)::integer as numbers
    from cases where status = 'submitted'`,
  );
  expect(rows[0]).toEqual({ cases: 300, numbers: 300 });
});

it('the organisation hands a code to its clerk, who works under it, and takes it back', async () => {
  await flaggedLine();
  const firm = await as('anda');
  const hidden = await firm.hiddenOf('/organisation/members', '/organisation/members');
  const bad = await firm.post('/organisation/members', { ...hidden, role: 'clerk', days: '4000' });
  expect(bad.statusCode).toBe(422);
  const made = await firm.post('/organisation/members', { ...hidden, role: 'clerk', days: '30' });
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/.exec(wordsOf(made.body))?.[0] ?? '';
  const clerk = await as('clerk-li');
  expect((await clerk.get('/organisation')).statusCode).toBe(403);
  const form = await clerk.hiddenOf('/mine/mandates', '/mine/mandates/accept');
  const taken = await clerk.post('/mine/mandates/accept', { ...form, code, name: '李文' });
  expect(taken.headers.location).toBe('/organisation?done=appointed');
  const { rows } = await app.ctx.pool.query('select appointment_id from appointments where accepted_at is not null');
  await appoint(app.ctx, { appointmentId: rows[0].appointment_id });
  expect(wordsOf((await clerk.get('/organisation')).body)).toMatch(/怀疑/);
  expect((await clerk.get('/organisation/members')).statusCode).toBe(403);
  const members = (await firm.get('/organisation/members')).body;
  expect(wordsOf(members)).toContain('李文');
  const end = `/organisation/members/${rows[0].appointment_id}/end`;
  await firm.post(end, await firm.hiddenOf('/organisation/members', end));
  expect((await clerk.get('/organisation')).statusCode).toBe(403);
});
