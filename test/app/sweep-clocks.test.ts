import { expect, test } from 'vitest';
import { settleDates, sweepClocks } from '../../src/app/clocks/sweep-clocks.ts';
import type { AppContext } from '../../src/app/context.ts';
import { createLeapWatch } from '../../src/platform/clock.ts';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const DAY = 86_400_000;

async function submittedCase() {
  const { mobile, numberId } = await lives.line();
  const flagId = await lives.suspected(mobile);
  const person = app.as('lin-xiaoyu');
  const opened = done(
    await person.post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '我是快递员。' }),
    201,
  );
  done(await person.post(`/cases/${opened.case_id}/submit`, {}), 200);
  return { numberId, caseId: opened.case_id as string };
}

async function kindsOf(numberId: string): Promise<string[]> {
  const { rows } = await app.ctx.pool.query<{ kind: string }>(
    'select kind from entries where number_id = $1 order by seq',
    [numberId],
  );
  return rows.map(({ kind }) => kind);
}

const count = (kinds: readonly string[], kind: string) => kinds.filter((one) => one === kind).length;

test('after days asleep, with many sweeps at once, every default outcome happens exactly once', async () => {
  const cases = await Promise.all(Array.from({ length: 12 }, submittedCase));
  app.clock.advance(18 * DAY);
  await Promise.all(Array.from({ length: 5 }, () => sweepClocks(app.ctx)));
  await Promise.all(
    cases.map(({ caseId }) => app.as('zhou-min').post(`/cases/${caseId}/messages`, { words: '正在处理。' })),
  );
  await sweepClocks(app.ctx);
  for (const { numberId, caseId } of cases) {
    const kinds = await kindsOf(numberId);
    expect(count(kinds, 'case.overdue')).toBe(1);
    expect(count(kinds, 'clock.breached')).toBe(1);
    expect(done(await app.as('lin-xiaoyu').get(`/cases/${caseId}`), 200).status).toBe('overdue');
  }
});

test('a reminder goes to the person and to the desk, once, before the last day', async () => {
  const { numberId, caseId } = await submittedCase();
  const { clocks } = done(await app.as('lin-xiaoyu').get(`/cases/${caseId}`), 200);
  const clock = clocks.find((one: { rule_id: string }) => one.rule_id === 'carrier.reply');
  expect(clock.remind_at < clock.due_at).toBe(true);
  app.clock.moveTo(clock.remind_at);
  await Promise.all([sweepClocks(app.ctx), sweepClocks(app.ctx)]);
  await sweepClocks(app.ctx);
  expect(count(await kindsOf(numberId), 'clock.reminded')).toBe(1);
  const { rows } = await app.ctx.pool.query(
    `select (select count(*)::integer from notices where number_id = $1 and kind = 'clock_near') as notices,
      (select count(*)::integer from attention where number_id = $1 and kind = 'answer_near') as attention`,
    [numberId],
  );
  expect(rows[0]).toEqual({ notices: 1, attention: 1 });
});

test('nothing is declared late in the moment in which the machine’s clock leaps', async () => {
  const { numberId } = await submittedCase();
  let wall = 0;
  let uptime = 0;
  const isSteady = createLeapWatch(
    () => wall,
    () => uptime,
  );
  const ctx: AppContext = { ...app.ctx, clock: { now: () => app.clock.now(), isSteady } };
  uptime += 60_000;
  wall += 60_000 + 30 * DAY;
  app.clock.advance(30 * DAY);
  expect(await sweepClocks(ctx)).toBe(0);
  expect(count(await kindsOf(numberId), 'clock.breached')).toBe(0);
  // It stayed there for a whole minute: the machine had slept, and the days are gone.
  uptime += 60_000;
  wall += 60_000;
  await sweepClocks(ctx);
  expect(count(await kindsOf(numberId), 'case.overdue')).toBe(1);
});

test('dates that hang on a notice stay as they are until one is loaded', async () => {
  const { numberId } = await submittedCase();
  const before = await kindsOf(numberId);
  await settleDates(app.ctx);
  expect(await kindsOf(numberId)).toEqual(before);
});
