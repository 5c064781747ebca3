import { describe, expect, it } from 'vitest';
import { POLICY } from '../../seed/city.ts';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import type { Fields, Visitor } from '../support/visitor.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const DRAFT = `/desk/policies/${POLICY.policyId}/2`;

/** Sends a form of ours, with what proves that it came from a page. */
async function send(visitor: Visitor, url: string, fields: Fields = {}) {
  const [form] = await visitor.formsOn('/desk');
  return visitor.post(url, { csrf: form?.hidden['csrf'] ?? '', ...fields });
}

/** A row as its form sends it. */
const row = (ruleId: string, more: Record<string, string> = {}) => ({
  act: 'save',
  was: '',
  rule_id: ruleId,
  code: 'D1',
  on: 'usage_observed',
  by: 'rule',
  field_0: 'distinctCallees',
  op_0: 'gte',
  value_0: '300',
  field_1: 'shortCallShare',
  op_1: 'lt',
  value_1: '80%',
  off_voice_out: 'yes',
  review_days: '2',
  ground: 'law',
  law: 'AF-11',
  lift: 'verified',
  remedies: 'reverify,appeal',
  papers: 'id_card',
  ...more,
});

describe('a rule table on its pages', () => {
  it('is written row by row by one owner, tried, and published by another', async () => {
    const owner = await pages.signedIn('sun-li');
    expect((await send(owner, '/desk/policies')).headers.location).toBe(DRAFT);
    expect((await send(owner, `${DRAFT}/rules/new`, row('many-people'))).statusCode).toBe(303);
    const written = wordsOf((await owner.get(DRAFT)).body);
    expect(written).toContain('检查没有发现问题');
    expect(written).toContain('打给多少个不同的人 不少于 300');
    expect(written).toContain('短电话占比 少于 80%');
    expect(written).toContain('many-people: 新增');
    expect((await owner.get(`${DRAFT}/rules/0`)).body).toContain('name="article_before" value="34(2)"');
    const form = (await owner.get(`${DRAFT}/rules/${POLICY.rules.length}`)).body;
    expect(form).toContain('value="80%"');

    const typed = { act: 'try', kind: 'usage_observed', fact_distinctCallees: '320', fact_shortCallShare: '10%' };
    expect(wordsOf((await send(owner, DRAFT, typed)).body)).toContain('会标记：many-people');
    const { mobile } = await lives.line();
    await lives.suspected(mobile);
    expect(wordsOf((await send(owner, DRAFT, { act: 'try', mobile_number: mobile })).body)).toContain(
      '会标记：short-calls',
    );

    expect((await send(owner, `${DRAFT}/publish`)).statusCode).not.toBe(303);
    const second = await pages.signedIn('he-ping');
    expect(wordsOf((await second.get(DRAFT)).body)).toContain('你可以发布');
    expect((await send(second, `${DRAFT}/publish`, { from_day: '' })).statusCode).toBe(303);
    const anybody = wordsOf((await pages.visitor().get(`/policies/${POLICY.policyId}/2`)).body);
    expect(anybody).toContain('第 2 版');
    expect(anybody).toContain('110、119、120、122');
    expect(wordsOf((await pages.visitor().get(`/policies/${POLICY.policyId}/1`)).body)).toContain('已经被新版代替');
    const late = await owner.get(`${DRAFT}/rules/0`);
    expect([late.statusCode, wordsOf(late.body)]).toEqual([409, expect.stringMatching(/我的工作台.*回到工作台/)]);
  });

  it('keeps what was typed and names the cell that cannot be read', async () => {
    const owner = await pages.signedIn('sun-li');
    const draft = (await send(owner, '/desk/policies')).headers.location ?? '';
    const reply = await send(owner, `${draft}/rules/new`, row('typed-wrong', { value_0: '三百', grace_days: '-1' }));
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('value="三百"');
    expect(reply.body).toContain('href="#value_0"');
    expect(reply.body).toContain('href="#grace_days"');
    expect(reply.body).toContain('value="typed-wrong"');
    expect(wordsOf((await owner.get(draft)).body)).not.toContain('typed-wrong');
  });

  it('shows at its rule what stands against publishing, and never cuts what must go through', async () => {
    const owner = await pages.signedIn('sun-li');
    const draft = (await send(owner, '/desk/policies')).headers.location ?? '';
    await send(owner, `${draft}/rules/new`, row('also-short', { value_0: '90', op_1: 'gte' }));
    const found = wordsOf((await owner.get(draft)).body);
    expect(found).toMatch(/还不能发布，有 \d+ 处要改/);
    expect(found).toContain('重叠');
    const last = Number((await owner.get(draft)).body.match(/rules\/(\d+)"/g)?.length) / 2 - 1;
    const removing = { act: 'remove', was: 'somebody-elses' };
    expect((await send(owner, `${draft}/rules/${last}`, removing)).statusCode).toBe(422);
    const removed = await send(owner, `${draft}/rules/${last}`, { ...removing, was: 'also-short' });
    expect(removed.statusCode).toBe(303);
    expect(wordsOf((await owner.get(removed.headers.location ?? '')).body)).toContain('已从草稿里删掉');
    expect(wordsOf((await owner.get(draft)).body)).toContain('检查没有发现问题');
  });

  it('names a row without a name, an article by its law, and to the second owner what still stands against it', async () => {
    const owner = await pages.signedIn('sun-li');
    const draft = (await send(owner, '/desk/policies')).headers.location ?? '';
    await send(owner, `${draft}/rules/new`, row('', { law: 'AF-4', value_1: '180%' }));
    const found = wordsOf((await owner.get(draft)).body);
    expect(found).toContain('：还没有代号');
    expect(found).toContain('还没有代号: 新增');
    expect(found).toContain('《反电信网络诈骗法》第四、五条');
    expect(found).not.toContain('AF-4');
    expect(found).toContain('“短电话占比”的值不合适（百分数，例如 80%）');
    const second = await pages.signedIn('he-ping');
    expect(wordsOf((await second.get(draft)).body)).toMatch(
      /还不能发布，有 \d+ 处要改[\s\S]*还不能发布，有 \d+ 处要改/,
    );
  });

  it('is only read by those who own none', async () => {
    const agent = await pages.signedIn('zhou-min');
    expect((await agent.get('/desk/policies')).body).not.toContain('起草下一版');
    const page = await agent.get(`/desk/policies/${POLICY.policyId}/1`);
    expect(page.statusCode).toBe(200);
    expect((await send(agent, '/desk/policies')).statusCode).toBe(403);
    expect((await send(agent, `/desk/policies/${POLICY.policyId}/1/rules/0`, row('x'))).statusCode).toBe(409);
    expect((await (await pages.signedIn('lin-xiaoyu')).get('/desk/policies')).statusCode).toBe(403);
  });
});
