import { describe, expect, it } from 'vitest';
import { indexNames } from '../../src/store/people.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const find = async (text: string, by = 'zhou-min'): Promise<Body> =>
  done(await app.as(by).post('/search', { text, purpose: 'caller' }), 200);
const idsOf = ({ items }: Body) => items.map(({ number_id }: Body) => number_id);

describe('search at a desk', () => {
  it('finds a number, a case by its reference, and a holder by the whole name, all masked', async () => {
    const { mobile, numberId } = await lives.line('lin-xiaoyu');
    const { reference } = await lives.appealed(await lives.suspected(mobile));
    const byNumber = await find(mobile.replace('+86', '0086 '));
    expect(byNumber).toMatchObject({ by: 'number', items: [{ number_id: numberId, open: true, active_flags: 1 }] });
    expect(byNumber.items[0].cases).toMatchObject([{ reference, status: 'submitted' }]);
    expect(idsOf(await find(reference.toLowerCase()))).toEqual([numberId]);
    const byName = await find(' 名 LIN-xiaoyu');
    expect(byName.by).toBe('name');
    expect(idsOf(byName)).toContain(numberId);
    expect(JSON.stringify([byNumber, byName])).not.toMatch(/lin-xiaoyu|1540\d{7}/);
    expect((await find('名 lin')).items).toEqual([]);
  });

  it('finds nothing of another carrier’s', async () => {
    const { mobile } = await lives.line('lin-xiaoyu');
    expect((await find(mobile, 'lanqiao-agent')).items).toEqual([]);
    expect((await find('名 lin-xiaoyu', 'lanqiao-agent')).items).toEqual([]);
  });

  it('is written down with its purpose, and the person sees it', async () => {
    const { mobile, numberId } = await lives.line('lin-xiaoyu');
    await find(mobile);
    const { items } = done(await app.as('lin-xiaoyu').get('/me/readings'), 200);
    expect(items).toContainEqual(expect.objectContaining({ number_id: numberId, what: 'search', purpose: 'caller' }));
  });

  it('says what is wrong with what was typed', async () => {
    const short = await app.as('zhou-min').post('/search', { text: '1540000', purpose: 'caller' });
    expect([short.status, short.body.code]).toEqual([422, 'number.too_short']);
    const empty = await app.as('zhou-min').post('/search', { text: '  ', purpose: 'caller' });
    expect(empty.body.code).toBe('search.empty');
  });

  it('shows a number and a name whole only as an act that is written down', async () => {
    const { mobile, numberId } = await lives.line('lin-xiaoyu');
    const shown = done(await app.as('zhou-min').post(`/numbers/${numberId}/unmasking`, { purpose: 'complaint' }), 200);
    expect(shown).toEqual({ mobile_number: mobile, holder: '名 lin-xiaoyu' });
    const { items } = done(await app.as('lin-xiaoyu').get('/me/readings'), 200);
    expect(items).toContainEqual(
      expect.objectContaining({ number_id: numberId, what: 'unmasked', purpose: 'complaint' }),
    );
  });

  it('finds people by name who were kept before names had an index', async () => {
    const { numberId } = await lives.line('lin-xiaoyu');
    await app.ctx.pool.query('update people set name_index = null');
    expect((await find('名 lin-xiaoyu')).items).toEqual([]);
    while ((await indexNames(app.ctx.pool, app.ctx.sealer, 2)) > 0);
    expect(idsOf(await find('名 lin-xiaoyu'))).toContain(numberId);
  });
});
