import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { type Fields, usePages, type Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const AT = '/desk/templates';

async function post(visitor: Visitor, fields: Fields) {
  const form = (await visitor.formsOn('/desk/search')).find(({ hidden }) => hidden.csrf);
  return visitor.post(AT, { csrf: form?.hidden.csrf ?? '', ...fields });
}
const listed = async () => done(await app.as('zhao-lei').get('/reason-templates'), 200).items;

describe('the page of templates of reasons', () => {
  it('shows a text filled in before it is kept, keeps each change as a version, and takes one out of use', async () => {
    const reviewer = await pages.signedIn('zhao-lei');
    const typed = { cause: 'suspicion', name: '送货', words: '{opened_on} 提交的申诉：依据 {rule}，没有充分理由。' };
    const looked = await post(reviewer, { ...typed, step: 'preview' });
    expect(looked.statusCode).toBe(200);
    expect(wordsOf(looked.body)).toContain('2026-03-02 提交的申诉：依据 R-7，没有充分理由。');
    expect(looked.body).toContain(`${typed.words}</textarea>`);
    expect(await listed()).toEqual([]);

    expect((await post(reviewer, { ...typed, step: 'save' })).statusCode).toBe(303);
    const [one] = await listed();
    const changed = { ...typed, words: '换了说法', template_id: one.template_id, version: '1', step: 'save' };
    expect((await reviewer.get(`${AT}?edit=${one.template_id}`)).body).toContain(`${typed.words}</textarea>`);
    expect((await post(reviewer, changed)).statusCode).toBe(303);
    const stale = await post(reviewer, { ...changed, words: '来晚了' });
    expect(stale.statusCode).toBe(422);
    expect(wordsOf(stale.body)).toContain('刚被别人改过');
    expect(stale.body).toContain('来晚了</textarea>');
    expect(wordsOf((await reviewer.get(AT)).body)).toContain('以前的 1 版');

    const gone = await post(reviewer, { step: 'retire', template_id: one.template_id, version: '2' });
    expect(gone.statusCode).toBe(303);
    expect(await listed()).toEqual([]);
    const after = wordsOf((await reviewer.get(AT)).body);
    expect(after).toContain('已停用的范本');
    expect(after).toContain('以前的 2 版');
    const again = await app.as('zhao-lei').post(`/reason-templates/${one.template_id}/retirement`, { version: 3 });
    expect(again.status).toBe(404);
  });

  it('names an unknown placeholder at the field and keeps what was typed', async () => {
    const reviewer = await pages.signedIn('zhao-lei');
    for (const step of ['save', 'preview']) {
      const refused = await post(reviewer, { name: '错的', words: '写给 {holder_name}', cause: '', step });
      expect(refused.statusCode).toBe(422);
      expect(wordsOf(refused.body)).toContain('不认识的空位：holder_name');
      expect(refused.body).toContain('写给 {holder_name}</textarea>');
    }
    const nameless = await post(reviewer, { name: ' ', words: '有话', step: 'save' });
    expect(wordsOf(nameless.body)).toContain('请给这份范本起个名字');
    expect(await listed()).toEqual([]);
  });

  it('lets agents read and not write, and shows other carriers nothing', async () => {
    done(await app.as('zhao-lei').post('/reason-templates', { name: '甲', words: '只给自己人看' }), 201);
    const agent = await pages.signedIn('zhou-min');
    const seen = await agent.get(AT);
    expect(wordsOf(seen.body)).toContain('只给自己人看');
    expect(seen.body).not.toContain('value="save"');
    expect((await post(agent, { name: '乙', words: '不行', step: 'save' })).statusCode).toBe(403);
    const rival = await pages.signedIn('lanqiao-agent');
    expect(wordsOf((await rival.get(AT)).body)).not.toContain('只给自己人看');
  });
});

describe('a template in the decision of one case', () => {
  it('is filled from the record of the case, after what was typed, once, without deciding anything', async () => {
    const file = await lives.inReview(await lives.suspected((await lives.line()).mobile));
    const body = { cause: 'suspicion', name: '送货', words: '案件 {reference}：没有依据。' };
    const one = done(await app.as('zhao-lei').post('/reason-templates', body), 201);
    done(await app.as('zhao-lei').post('/reason-templates', { ...body, cause: 'arrears', name: '欠费用' }), 201);
    const at = `/desk/cases/${file.case_id}`;
    const reviewer = await pages.signedIn('zhao-lei');
    const page = await reviewer.get(at);
    expect(page.body).toContain('送货 · 风控疑似');
    expect(page.body).not.toContain('欠费用');
    const form = (await reviewer.formsOn(at)).find(({ action }) => action === `${at}/decide`);
    const typed = { ...form?.hidden, finding: 'misjudged', rule_relied: 'TR-40', decide_words: '我先写的' };
    const filled = await reviewer.post(`${at}/fill-template`, { ...typed, template: one.template_id });
    expect(filled.statusCode).toBe(200);
    const words = `我先写的\n案件 ${file.reference}：没有依据。`;
    expect(filled.body).toContain(`${words}</textarea>`);
    expect(filled.body).toMatch(/value="TR-40"[^>]*selected|selected[^>]*value="TR-40"/);
    const twice = await reviewer.post(`${at}/fill-template`, {
      ...typed,
      decide_words: words,
      template: one.template_id,
    });
    expect(twice.body).toContain(`${words}</textarea>`);
    const none = await reviewer.post(`${at}/fill-template`, { ...typed, template: '' });
    expect(none.statusCode).toBe(422);
    expect(wordsOf(none.body)).toContain('请先选一份理由范本');
    expect(none.body).toContain('我先写的</textarea>');
    expect(done(await app.as('zhao-lei').get(`/cases/${file.case_id}`), 200).status).toBe('in_review');
  });
});
