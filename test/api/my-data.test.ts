import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);

test('a person sees who read her data and takes all of it along, and nobody else’s', async () => {
  const { mobile, numberId } = await lives.line('he-jing');
  const flagId = await lives.suspected(mobile);
  const her = app.as('he-jing');
  const opened = done(
    await her.post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '我是社区网格员。' }),
    201,
  );
  done(await her.post(`/cases/${opened.case_id}/submit`, {}), 200);
  done(await app.as('zhou-min').get(`/cases/${opened.case_id}`), 200);

  const others = done(await her.get('/me/readings'), 200).items;
  expect(others.map(({ who, what }: { who: string; what: string }) => `${who} ${what}`)).toEqual(['agent case']);
  done(await her.get('/me/numbers'), 200);
  const all = done(await her.get('/me/readings?own=true'), 200).items;
  expect(all.length).toBeGreaterThan(others.length);
  expect(JSON.stringify(all)).not.toContain('zhou-min');

  const data = done(await her.get('/me/data'), 200);
  expect(data.numbers.map((one: { number_id: string }) => one.number_id)).toEqual([numberId]);
  expect(data.numbers[0].mobile_number).toBe(mobile);
  expect(JSON.stringify(data)).toContain('我是社区网格员。');
  expect(data.person.email).toBe('he-jing@example.com');

  const stranger = done(await app.as('ma-chao').get('/me/data'), 200);
  expect(JSON.stringify(stranger)).not.toContain(numberId);
  expect(done(await app.as('ma-chao').get('/me/readings?own=true'), 200).items).toEqual([]);
  expect((await app.as('zhou-min').get('/me/data')).status).toBe(403);
});

test('the log of readings goes on page by page without losing or repeating one', async () => {
  const her = app.as('he-jing');
  for (let index = 0; index < 7; index += 1) {
    app.clock.advance(1_000);
    done(await her.get('/me/numbers'), 200);
  }
  const whole = done(await her.get('/me/readings?own=true&limit=200'), 200).items;
  const pieces: unknown[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page = done(
      await her.get(`/me/readings?own=true&limit=3${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`),
      200,
    );
    pieces.push(...page.items);
    next = page.next;
  }
  expect(pieces).toEqual(whole);
});
