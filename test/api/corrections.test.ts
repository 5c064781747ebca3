import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);

async function asks(personId: string, numberId: string, body: object): Promise<Body> {
  return done(await app.as(personId).post(`/numbers/${numberId}/corrections`, { words: '记错了。', ...body }), 201);
}

test('a wrong record goes to the carrier’s desk, is answered with reasons, and nothing of the past is erased', async () => {
  const { mobile, numberId } = await lives.line('he-jing');
  const flagId = await lives.suspected(mobile);
  const her = app.as('he-jing');
  const { fact_ids } = done(await her.get(`/flags/${flagId}`), 200).reasons;
  const { correction_id: id, outcome } = await asks('he-jing', numberId, { subject: 'fact', fact_id: fact_ids[0] });
  expect(outcome).toBeNull();

  const waiting = done(await app.as('zhou-min').get('/attention'), 200).items;
  const task = waiting.find((one: Body) => one.subject.id === id);
  expect(task).toMatchObject({ kind: 'correction_asked', number_id: numberId, actions: [] });
  const handled = await app.as('zhou-min').post(`/attention/${task.attention_id}/handling`, { words: '看过' });
  expect(handled.body.code).toBe('correction.answer_it');

  const answer = `/corrections/${id}/answer`;
  expect((await app.as('zhou-min').post(answer, { outcome: 'refused', words: ' ' })).body.code).toBe(
    'correction.words_missing',
  );
  const words = '通话次数多算了一天，已改。';
  done(await app.as('zhou-min').post(answer, { outcome: 'corrected', words }), 200);
  expect((await app.as('zhao-lei').post(answer, { outcome: 'refused', words })).body.code).toBe(
    'correction.answered_already',
  );
  const mine = done(await her.get(`/numbers/${numberId}/corrections`), 200).items;
  expect(mine).toMatchObject([{ correction_id: id, words: '记错了。', outcome: 'corrected', answer: words }]);
  const told = done(await her.get('/me/inbox'), 200).items;
  expect(told[0].subject_line ?? told[0].subject).toBeTruthy();
  const { state } = await app.ctx.journal.load(numberId);
  expect(state.flags[flagId]?.status).toBe('active');
  expect(state.facts.some((one) => one.factId === fact_ids[0])).toBe(true);
  const open = Object.values(state.attention).filter((one) => one.handledAt === null);
  expect(open.map((one) => [one.kind, one.subject.id])).toContainEqual(['fact_corrected', flagId]);
});

test('who the people of a line are changes only by the desk’s word, with who acts for them', async () => {
  const { numberId } = await lives.line('xu-lan');
  await lives.byProduct(numberId, {
    do: 'grant_mandate',
    principalId: 'xu-lan',
    representativeId: 'sun-hao',
    representativeName: '孙浩',
    kind: 'relative',
    acts: ['say'],
    days: 30,
    feeFen: 0,
    signed: 'code',
    paperSha256: null,
  });
  const her = app.as('xu-lan');
  const bad = await her.post(`/numbers/${numberId}/corrections`, { subject: 'i_am_holder', words: 'x' });
  expect([bad.status, bad.body.code]).toEqual([422, 'correction.already_so']);
  const first = await asks('xu-lan', numberId, { subject: 'not_holder' });
  done(
    await app
      .as('zhao-lei')
      .post(`/corrections/${first.correction_id}/answer`, { outcome: 'corrected', words: '属实。' }),
    200,
  );
  const line = async () => (await app.ctx.journal.load(numberId)).state.lines.at(-1);
  expect(await line()).toMatchObject({ holderId: null, userId: 'xu-lan' });
  const second = await asks('xu-lan', numberId, { subject: 'not_user' });
  done(
    await app
      .as('zhao-lei')
      .post(`/corrections/${second.correction_id}/answer`, { outcome: 'corrected', words: '属实。' }),
    200,
  );
  expect(await line()).toMatchObject({ holderId: null, userId: null });
  expect((await her.get(`/numbers/${numberId}/standing`)).status).toBe(404);
  expect((await app.as('sun-hao').get(`/numbers/${numberId}/standing`)).status).toBe(404);
  const { rows } = await app.ctx.pool.query('select holder_id, user_id from lines where number_id = $1', [numberId]);
  expect(rows).toEqual([{ holder_id: null, user_id: null }]);
});

test('what a person told of themselves is theirs to put right at once, and nobody else’s', async () => {
  const report = {
    mobile_number: lives.next(),
    carrier_id: 'china-mobile',
    province: 'CN',
    holder: true,
    opened_at: '2024-05-01T09:00:00+08:00',
    flags: [{ code: 'D1', functions: [], since: app.clock.now(), body: '' }],
    statement: '',
  };
  const { number_id: numberId } = done(await app.as('ma-chao').post('/reports', report), 201);
  expect((await asks('ma-chao', numberId, { subject: 'not_holder' })).outcome).toBe('corrected');
  const { state } = await app.ctx.journal.load(numberId);
  expect(state.lines.at(-1)).toMatchObject({ holderId: null, userId: 'ma-chao' });
  const other = await app.as('he-jing').post(`/numbers/${numberId}/corrections`, { subject: 'name', words: 'x' });
  expect(other.status).toBe(404);
});

test('an account’s name is put right by its person; each number keeps what it was', async () => {
  const { numberId } = await lives.line('liang-qin');
  const her = app.as('liang-qin');
  expect((await her.post('/me/name', { name: ' ' })).body.code).toBe('correction.name_missing');
  done(await her.post('/me/name', { name: '梁芹' }), 204);
  done(await her.post('/me/name', { name: '梁芹' }), 204);
  const { person, numbers } = done(await her.get('/me/data'), 200);
  expect(person.name).toBe('梁芹');
  const { entries } = numbers.find((one: Body) => one.number_id === numberId);
  const noted = entries.filter((one: Body) => one.kind === 'person.corrected');
  expect(noted.map((one: Body) => one.words)).toEqual([{ before: '名 liang-qin' }]);
});
