import { expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const DAY = 24 * 3_600_000;

it('what waits for a human leads to the case or flag that it is about, also where it is about a lift', async () => {
  const { mobile, numberId } = await lives.line();
  const appealed = await lives.inReview(await lives.suspected(mobile));
  const decided = done(await lives.grants(appealed), 200);
  await lives.send(decided.lifts[0].lift_id);
  app.clock.advance(2 * DAY);
  await lives.sweep(numberId);
  const agent = await pages.signedIn('zhou-min');
  const list = (await agent.get('/desk/attention')).body;
  const late = list.slice(list.indexOf('恢复超过时限') - 200, list.indexOf('恢复超过时限'));
  expect(late).toContain(`href="/desk/cases/${appealed.case_id}"`);
  const act = /action="(\/desk\/attention\/[^"]+)"/.exec(list)?.[1] ?? '';
  const wordless = await agent.post(act, { ...(await agent.hiddenOf('/desk/attention', act)), words: ' ' });
  expect([wordless.statusCode, wordsOf(wordless.body)]).toEqual([422, expect.stringContaining('请写一句怎么处理的')]);
  const field = /href="#(words-[^"]+)"/.exec(wordless.body)?.[1];
  expect(wordless.body).toContain(`id="${field}"`);
  const told = await agent.post(act, { ...(await agent.hiddenOf('/desk/attention', act)), words: '已电话通知本人' });
  expect(told.statusCode).toBe(303);
});
