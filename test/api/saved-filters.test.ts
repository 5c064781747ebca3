import { describe, expect, it } from 'vitest';
import { OWN_LIMIT, SHARED_LIMIT } from '../../src/app/filters/saved-filters.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const AGENT = 'zhou-min';
const COLLEAGUE = 'zhao-lei';
let names = 0;
const name = () => {
  names += 1;
  return `筛选${names}`;
};
const save = (body: object, by = AGENT) =>
  app.as(by).post('/saved-filters', { list: 'cases', name: name(), query: { status: 'in_review' }, ...body });
const listed = async (by: string): Promise<Body[]> => done(await app.as(by).get('/saved-filters'), 200).items;
const own = async (by: string) => (await listed(by)).filter(({ owner_id }) => owner_id === by);
async function empty(by: string) {
  for (const { filter_id } of await own(by)) done(await app.as(by).delete(`/saved-filters/${filter_id}`), 204);
}

describe('saved filters', () => {
  it('hold as many as their list shows, and count anew each time', async () => {
    const query = { status: 'in_review', assignee: COLLEAGUE };
    const shown = async () =>
      done(await app.as(AGENT).get(`/cases?status=in_review&assignee=${COLLEAGUE}`), 200).items.length;
    const { filter_id, count } = done(await save({ query }), 201);
    expect(count).toBe(await shown());
    await lives.inReview(await lives.suspected((await lives.line()).mobile), COLLEAGUE);
    const again = (await listed(AGENT)).find((one) => one.filter_id === filter_id);
    expect(again?.count).toBe(count + 1);
    expect(again?.count).toBe(await shown());
  });

  it('count flags by cause and rule as their list shows them', async () => {
    await lives.suspected((await lives.line()).mobile);
    const { count } = done(await save({ list: 'flags', query: { cause: 'suspicion', rule: 'short-calls' } }), 201);
    const flags = done(await app.as(AGENT).get('/flags?cause=suspicion&rule_id=short-calls&limit=200'), 200).items;
    expect([count, count > 0]).toEqual([flags.length, true]);
  });

  it('mean by "mine" whoever looks', async () => {
    await lives.inReview(await lives.suspected((await lives.line()).mobile), COLLEAGUE);
    const { filter_id } = done(await save({ query: { assignee: 'mine' }, shared: true }), 201);
    const countFor = async (by: string) => (await listed(by)).find((each) => each.filter_id === filter_id)?.count;
    const mine = async (by: string) => done(await app.as(by).get('/cases?assignee=mine&limit=200'), 200).items.length;
    expect(await countFor(COLLEAGUE)).toBe(await mine(COLLEAGUE));
    expect(await countFor(AGENT)).toBe(await mine(AGENT));
    expect(await countFor(COLLEAGUE)).not.toBe(await countFor(AGENT));
  });

  it.each([
    [{ name: '  ' }, 422, 'filter.name_missing'],
    [{ name: '长'.repeat(41) }, 422, 'filter.name_too_long'],
    [{ name: 'a\u202eb' }, 422, 'filter.name_unreadable'],
    [{ query: {} }, 422, 'filter.nothing_chosen'],
    [{ query: { sort: 'opened' } }, 422, 'filter.nothing_chosen'],
    [{ query: { status: 'draft' } }, 422, 'filter.unknown_value'],
    [{ query: { assignee: 'nobody-of-this-desk' } }, 422, 'filter.unknown_value'],
    [{ query: { cause: 'suspicion' } }, 422, 'filter.unknown_field'],
    [{ list: 'flags', query: { assignee: 'mine' } }, 422, 'filter.unknown_field'],
  ])('refuse %j', async (body, status, code) => {
    const before = (await own(AGENT)).length;
    const refused = await save(body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await own(AGENT)).toHaveLength(before);
  });

  it('have a name once for each list, however it is spelt', async () => {
    const { filter_id } = done(await save({ name: 'My  Due' }), 201);
    const twice = await save({ name: ' my due ' });
    expect([twice.status, twice.body.code]).toEqual([409, 'filter.name_taken']);
    done(await save({ list: 'flags', name: 'My Due', query: { status: 'active' } }), 201);
    const other = done(await save({}), 201);
    const renamed = await app.as(AGENT).post(`/saved-filters/${other.filter_id}`, { name: 'MY DUE' });
    expect([renamed.status, renamed.body.code]).toEqual([409, 'filter.name_taken']);
    expect(done(await app.as(AGENT).post(`/saved-filters/${filter_id}`, { name: 'my due' }), 200).name).toBe('my due');
  });

  it('are seen by colleagues once shared, and changed by their owner alone', async () => {
    const { filter_id } = done(await save({}), 201);
    const at = `/saved-filters/${filter_id}`;
    const seenBy = async (by: string) => (await listed(by)).find((one) => one.filter_id === filter_id);
    expect(await seenBy(COLLEAGUE)).toBeUndefined();
    expect((await app.as(COLLEAGUE).post(at, { name: name() })).status).toBe(404);
    done(await app.as(AGENT).post(at, { shared: true }), 200);
    expect(await seenBy(COLLEAGUE)).toMatchObject({ owner_id: AGENT, shared: true, actions: [] });
    expect((await seenBy(AGENT))?.actions).toHaveLength(2);
    for (const refused of [await app.as(COLLEAGUE).post(at, { name: name() }), await app.as(COLLEAGUE).delete(at)])
      expect([refused.status, refused.body.code]).toEqual([403, 'filter.not_yours']);
    expect(await seenBy('lanqiao-agent')).toBeUndefined();
    expect((await app.as('lanqiao-agent').delete(at)).status).toBe(404);
    done(await app.as(AGENT).delete(at), 204);
    expect(await seenBy(COLLEAGUE)).toBeUndefined();
  });

  it('say what of them is gone, and the rest still filters', async () => {
    const query = { status: 'in_review', assignee: 'qian-feng' };
    const { filter_id, gone } = done(await save({ query }), 201);
    expect(gone).toEqual([]);
    await app.ctx.pool.query(`update actors set active = false where actor_id = 'qian-feng'`);
    await app.ctx.pool.query(
      `update saved_filters set query = query || '{"status": "long_gone"}' where filter_id = $1`,
      [filter_id],
    );
    const found = (await listed(AGENT)).find((one) => one.filter_id === filter_id);
    await app.ctx.pool.query(`update actors set active = true where actor_id = 'qian-feng'`);
    expect(found?.gone).toEqual(['status', 'assignee']);
    const all = done(await app.as(AGENT).get('/cases?assignee=qian-feng'), 200).items;
    expect(found?.count).toBe(all.length);
  });

  it('are no more than somebody can tell apart, nor more shared than a desk can', async () => {
    await empty(AGENT);
    for (let at = 0; at < OWN_LIMIT; at += 1) done(await save({ shared: true }), 201);
    const tooMany = await save({});
    expect([tooMany.status, tooMany.body.code]).toEqual([409, 'filter.too_many']);
    for (let at = 0; at < OWN_LIMIT; at += 1) done(await save({ shared: true }, COLLEAGUE), 201);
    expect(OWN_LIMIT * 2).toBe(SHARED_LIMIT);
    const { filter_id } = done(await save({}, 'qian-feng'), 201);
    const unshared = await app.as('qian-feng').post(`/saved-filters/${filter_id}`, { shared: true });
    expect([unshared.status, unshared.body.code]).toEqual([409, 'filter.too_many_shared']);
    await empty(AGENT);
    await empty(COLLEAGUE);
  });
});
