import { expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const COURIER = 'lin-xiaoyu';
const DAY = 86_400_000;

it('a late answer: the day that passed is named, the two years to complain are no countdown, and no paper is owed', async () => {
  const { mobile, numberId } = await lives.line();
  const flagId = await lives.suspected(mobile);
  const filed = await lives.appealed(flagId);
  app.clock.advance(17 * DAY);
  await lives.sweep(numberId);
  const person = await pages.signedIn(COURIER);
  const mine = wordsOf((await person.get('/mine')).body);
  expect(mine).toMatch(/\d+月\d+日已过/);
  expect(mine).not.toContain('等你处理');
  const { body } = await person.get(`/cases/${filed.case_id}`);
  expect(wordsOf(body)).toMatch(/最晚 \d{4}年\d+月\d+日/);
  expect(wordsOf(body)).not.toMatch(/\d{3} 天/);
  expect(body).not.toContain('material-missing');
  expect(wordsOf((await person.get(`/flags/${flagId}`)).body)).not.toMatch(/\d{3} 天/);
});

it('a lift that is late says that it is late, not that days are left', async () => {
  const { mobile, numberId } = await lives.line();
  const granted = done(await lives.grants(await lives.inReview(await lives.suspected(mobile))), 200);
  await lives.send(granted.lifts[0].lift_id);
  app.clock.advance(3 * DAY);
  await lives.sweep(numberId);
  const person = await pages.signedIn(COURIER);
  const words = wordsOf((await person.get(`/cases/${granted.case_id}`)).body);
  expect(words).toContain('已经超期');
  expect(words).toContain('下次催');
  expect(words).toContain('没有按时恢复');
  expect(wordsOf((await person.get('/mine')).body)).toContain('没有按时恢复');
});
