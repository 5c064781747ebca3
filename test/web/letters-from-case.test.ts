import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);

test('a letter begins with what the case holds, for its person alone, and nothing of it stands in an address', async () => {
  const { mobile } = await lives.line('he-jing');
  const flagId = await lives.suspected(mobile);
  const her = app.as('he-jing');
  const { case_id } = done(
    await her.post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '我是社区网格员，要通知居民。' }),
    201,
  );
  done(await her.post(`/cases/${case_id}/submit`, {}), 200);
  const page = await pages.signedIn('he-jing');
  expect((await page.get(`/cases/${case_id}`)).body).toContain(`/letters?case=${case_id}`);
  const list = (await page.get(`/letters?case=${case_id}`)).body;
  expect(list).toContain(`/letters/demand-for-reasons?case=${case_id}`);
  const form = (await page.get(`/letters/demand-for-reasons?case=${case_id}`)).body;
  expect(form).toContain('我是社区网格员，要通知居民。');
  expect(form).toContain('名 he-jing');
  expect(form).toContain(`value="${mobile}"`);
  for (const other of [await pages.signedIn('ma-chao'), await pages.signedIn('zhao-lei')]) {
    const { body, statusCode } = await other.get(`/letters/demand-for-reasons?case=${case_id}`);
    expect([403, 404]).toContain(statusCode);
    expect(body).not.toContain('网格员');
  }
  expect((await pages.visitor().get(`/letters/demand-for-reasons?case=${case_id}`)).statusCode).toBe(303);
});
