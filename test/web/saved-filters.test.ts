import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import { type Fields, usePages, type Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const AT = '/desk/filters';

/** The form on a page that does one thing with kept filters. */
async function formFor(visitor: Visitor, page: string, step: string): Promise<Fields> {
  const form = (await visitor.formsOn(page)).find(({ action, hidden }) => action === AT && hidden.step === step);
  if (!form) throw new Error(`${page} has no form to ${step} a filter`);
  return form.hidden;
}
const save = async (visitor: Visitor, page: string, fields: Fields) =>
  visitor.post(AT, { ...(await formFor(visitor, page, 'save')), ...fields });

describe('saved filters on the pages', () => {
  it('are named on the list, open from there with their count, are renamed and deleted', async () => {
    await lives.inReview(await lives.suspected((await lives.line()).mobile));
    const agent = await pages.signedIn('zhou-min');
    expect(wordsOf((await agent.get('/desk')).body)).not.toContain('存下这个筛选');
    const saved = await save(agent, '/desk?status=in_review&sort=opened', { name: '在审的' });
    expect(saved.statusCode, wordsOf(saved.body)).toBe(303);
    const at = String(saved.headers.location);
    expect(at).toMatch(/^\/desk\?status=in_review&sort=opened&saved=filter_/);
    const open = await agent.get(at);
    expect(wordsOf(open.body)).toContain('存下了');
    expect(wordsOf(open.body)).not.toContain('存下这个筛选');
    const rows = open.body.match(/class="row-link"/g)?.length;
    expect(open.body).toMatch(
      new RegExp(`aria-current="page"[^>]*>\\s*在审的\\s*<span class="tabs-count num">${rows}</span>`),
    );
    const change = await formFor(agent, AT, 'change');
    const id = String(change.filter_id);
    const renamed = await agent.post(AT, { ...change, [`name-${id}`]: '在审的案件' });
    expect(renamed.statusCode, wordsOf(renamed.body)).toBe(303);
    expect(wordsOf((await agent.get(AT)).body)).toContain('在审的案件');
    await agent.post(AT, await formFor(agent, AT, 'delete'));
    expect(wordsOf((await agent.get(AT)).body)).not.toContain('在审的案件');
    const after = await agent.get(at.replace('&done=filter_saved', ''));
    expect([after.statusCode, wordsOf(after.body).includes('已经被删掉，或不再共享')]).toEqual([200, true]);
    expect(after.body).toMatch(/<option value="in_review" selected/);
  });

  it('come back with what was typed and the conditions when the name will not do', async () => {
    const agent = await pages.signedIn('zhou-min');
    await save(agent, '/desk/flags?status=active', { name: '生效的' });
    const twice = await save(agent, '/desk/flags?cause=suspicion', { name: '生效的', shared: 'yes' });
    const words = wordsOf(twice.body);
    expect(twice.statusCode).toBe(422);
    expect(words).toContain('你已经有一个叫“生效的”的筛选了');
    expect(twice.body).toMatch(/name="name"[^>]*value="生效的"/);
    expect(twice.body).toMatch(/name="cause" value="suspicion"/);
    expect(twice.body).toMatch(/name="shared"[^>]*checked/);
  });

  it('show a colleague’s as theirs, without a way to change it', async () => {
    const agent = await pages.signedIn('zhou-min');
    await save(agent, '/desk?assignee=nobody', { name: '没人办的', shared: 'yes' });
    const reviewer = await pages.signedIn('zhao-lei');
    const { body } = await reviewer.get('/desk');
    expect(wordsOf(body)).toMatch(/没人办的（zhou-min）/);
    const managed = wordsOf((await reviewer.get(AT)).body);
    expect(managed).toContain('zhou-min共享');
    expect((await reviewer.formsOn(AT)).filter(({ hidden }) => hidden.step === 'delete')).toEqual([]);
  });

  it('open on the page for many at once with the same cases', async () => {
    const { reference } = await lives.appealed(await lives.suspected((await lives.line()).mobile));
    const reviewer = await pages.signedIn('zhao-lei');
    const saved = await save(reviewer, '/desk/bulk?status=submitted&assignee=nobody', { name: '新来的' });
    const at = String(saved.headers.location);
    expect(at).toMatch(/^\/desk\/bulk\?status=submitted&assignee=nobody&saved=/);
    expect(wordsOf((await reviewer.get(at)).body)).toContain(reference);
    expect((await reviewer.get('/desk/bulk')).body).toMatch(/href="\/desk\/bulk\?status=any&amp;assignee=nobody/);
    expect((await reviewer.get('/desk')).body).toMatch(/href="\/desk\?status=submitted&amp;assignee=nobody/);
  });

  it('say that a colleague left, and show what is still in their name', async () => {
    const one = await lives.inReview(await lives.suspected((await lives.line()).mobile), 'qian-feng');
    const agent = await pages.signedIn('zhou-min');
    const saved = await save(agent, '/desk?assignee=qian-feng', { name: '钱峰的' });
    await app.ctx.pool.query(`update actors set active = false where actor_id = 'qian-feng'`);
    const { body } = await agent.get(String(saved.headers.location));
    await app.ctx.pool.query(`update actors set active = true where actor_id = 'qian-feng'`);
    expect(wordsOf(body)).toContain('这个筛选里的同事已经不在本台了');
    expect(wordsOf(body)).toContain(one.reference);
    expect(body).toMatch(/<option value="qian-feng" selected[^>]*>已不在本台：/);
  });

  it('say that no flag was placed by the rule they name', async () => {
    const agent = await pages.signedIn('zhou-min');
    const saved = await save(agent, '/desk/flags?rule=no-such-rule', { name: '旧规则' });
    const { body } = await agent.get(String(saved.headers.location));
    expect(wordsOf(body)).toContain('没有由这条规则打上的标记');
  });
});
