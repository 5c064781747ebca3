import { expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';

it('what belongs to one line is not the next holder’s to see, and the former holder does not see theirs', async () => {
  const life = await lives.line();
  const flag = await lives.suspected(life.mobile);
  done(
    await app.as('qinghe-systems').post('/lines/close', { number_id: life.numberId, closed_at: app.clock.now() }),
    200,
  );
  app.clock.advance(1_000);
  const body = {
    mobile_number: life.mobile,
    kind: 'personal',
    province: 'CN-ZJ',
    holder_id: 'next-holder',
    user_id: 'next-holder',
    opened_at: app.clock.now(),
  };
  expect(done(await app.as('qinghe-systems').post('/lines', body), 201)).toMatchObject({
    number_id: life.numberId,
    line: { line: 2 },
    flags: [],
  });
  expect(done(await app.as('next-holder').post('/standing', { mobile_number: life.mobile }), 200)).toMatchObject({
    line: { line: 2 },
    flags: [],
  });
  expect((await app.as('next-holder').get(`/flags/${flag}`)).status).toBe(404);
  const seen = done(await app.as('next-holder').get(`/numbers/${life.numberId}/timeline`), 200).items;
  expect(new Set(seen.map((entry: { line: number }) => entry.line))).toEqual(new Set([2]));
  expect(done(await app.as(COURIER).post('/standing', { mobile_number: life.mobile }), 200)).toMatchObject({
    line: { line: 1 },
    actions: [],
  });
});
