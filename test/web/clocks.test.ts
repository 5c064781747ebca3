import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const DAY = 86_400_000;

async function runningClock() {
  const { mobile } = await lives.line();
  const flagId = await lives.suspected(mobile);
  const person = app.as('lin-xiaoyu');
  const opened = done(
    await person.post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '我是快递员。' }),
    201,
  );
  const submitted = done(await person.post(`/cases/${opened.case_id}/submit`, {}), 200);
  const clock = submitted.clocks.find((one: { rule_id: string }) => one.rule_id === 'carrier.reply');
  return { caseId: opened.case_id, clockId: clock.clock_id };
}

test('anybody can reckon a date without sign-in, and sees each step', async () => {
  const { body, statusCode } = await pages.visitor().get('/clocks?rule=carrier.reply&from=2026-09-17&province=CN-HA');
  expect(statusCode).toBe(200);
  expect(body).toContain('2026年10月8日');
  expect(body).toContain('本省另有规定');
  expect(body).not.toMatch(/step\.|\{[a-z_]+\}/);
  const own = await pages.visitor().get('/clocks?length=5&unit=working_days&from=2026-02-11&lang=en');
  expect(own.body).toContain('25 Feb 2026');
});

test('a wrong question comes back with everything typed and the field that is wrong', async () => {
  const { body, statusCode } = await pages.visitor().get('/clocks?length=%E4%BA%94&unit=hours&from=2026-09-17');
  expect(statusCode).toBe(422);
  expect(body).toContain('id="length-error"');
  expect(body).toContain('value="五"');
  expect(body).toContain('value="2026-09-17"');
});

test('a period that nobody could confirm is listed as such and cannot be chosen', async () => {
  const { body } = await pages.visitor().get('/clocks');
  expect(body).toContain('期限未能核实');
  expect(body).not.toContain('value="jp.appeal"');
});

test('a clock shows its ledger to its person and its desk, and to nobody else', async () => {
  const { caseId, clockId } = await runningClock();
  const person = await pages.signedIn('lin-xiaoyu');
  const { body } = await person.get(`/clocks/${clockId}`);
  expect(body).toContain('数 15 个自然日');
  expect(body).toContain(`/cases/${caseId}`);
  expect((await person.get(`/cases/${caseId}`)).body).toContain(`/clocks/${clockId}`);
  const json = JSON.parse((await person.get(`/clocks/${clockId}/ledger.json`)).body);
  expect(json.ledger.map(({ step }: { step: string }) => step)).toEqual([
    'start',
    'first_day',
    'calendar_days',
    ...(json.ledger.some(({ step }: { step: string }) => step === 'rolled') ? ['rolled'] : []),
    'result',
    'if_missed',
  ]);
  expect((await (await pages.signedIn('zhao-lei')).get(`/clocks/${clockId}`)).body).toContain('/desk/cases/');
  expect((await (await pages.signedIn('wang-jianguo')).get(`/clocks/${clockId}`)).statusCode).toBe(404);
  expect((await pages.visitor().get(`/clocks/${clockId}`)).statusCode).toBe(303);
});

test('a request for papers near the end is in the ledger, which runs on: the answer after the day is late', async () => {
  const { caseId, clockId } = await runningClock();
  app.clock.advance(14 * DAY);
  done(
    await app.as('zhou-min').post(`/cases/${caseId}/material-requests`, { materials: ['work_proof'], words: '请补。' }),
    200,
  );
  const asked = done(await app.as('lin-xiaoyu').get(`/clocks/${clockId}`), 200);
  expect(asked.clock.status).toBe('running');
  expect(asked.words.join('\n')).toContain('没有规定可以停计');
  app.clock.advance(2 * DAY + 1);
  // Nobody swept: what is read says already what time has made of it.
  expect(done(await app.as('lin-xiaoyu').get(`/clocks/${clockId}`), 200).clock.status).toBe('breached');
  expect(done(await app.as('lin-xiaoyu').get(`/cases/${caseId}`), 200).status).toBe('overdue');
});
