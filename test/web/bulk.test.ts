import { describe, expect, it } from 'vitest';
import { UNDO_MS } from '../../src/app/bulk/order-bulk.ts';
import { BULK_LIMIT, PREVIEW_MS } from '../../src/app/bulk/preview-bulk.ts';
import { workBulk } from '../../src/app/bulk/work-bulk.ts';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';
import { type Fields, usePages, type Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const AT = '/desk/bulk';
const DECISION = {
  act: 'decide',
  finding: 'misjudged',
  rule_relied: 'AF-32c',
  words: '案件 {reference}：送货电话，标记没有依据。',
};

async function inReview() {
  return await lives.inReview(await lives.suspected((await lives.line()).mobile));
}
async function fieldsOf(reviewer: Visitor, caseIds: readonly string[], more: Fields = {}): Promise<Fields> {
  const form = (await reviewer.formsOn(AT)).find(({ action }) => action === AT);
  return { ...form?.hidden, ...DECISION, case_ids: caseIds.join(','), ...more };
}
/** The hidden fields of the form that orders, as the preview shows them. */
function orderIn(html: string): Fields {
  const form = html.split('<form').find((part) => part.includes('name="step" value="order"')) ?? '';
  const inputs = form.split('</form>')[0]?.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  const of = (input: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return Object.fromEntries(inputs.map((input) => [of(input, 'name'), of(input, 'value')]));
}

describe('the pages for many cases at once', () => {
  it('show what would happen, take the order, and follow it to the end', async () => {
    const [one, two] = [await inReview(), await lives.appealed(await lives.suspected((await lives.line()).mobile))];
    const reviewer = await pages.signedIn('zhao-lei');
    const choice = await reviewer.get(AT);
    expect(wordsOf(choice.body)).toContain(one.reference);
    const looked = await reviewer.post(AT, await fieldsOf(reviewer, [one.case_id, two.case_id]));
    const words = wordsOf(looked.body);
    expect(looked.statusCode, words).toBe(200);
    for (const said of ['可以办 1 件', '不能办 1 件', `案件 ${one.reference}：送货电话`]) expect(words).toContain(said);

    const sent = await reviewer.post(AT, orderIn(looked.body));
    expect(sent.statusCode, wordsOf(sent.body)).toBe(303);
    const at = String(sent.headers.location);
    const waiting = await reviewer.get(at);
    expect(waiting.body).toContain('http-equiv="refresh"');
    expect(wordsOf(waiting.body)).toContain('撤回，一件都不办');
    app.clock.advance(UNDO_MS);
    await workBulk(app.ctx);
    const after = await reviewer.get(at);
    expect(wordsOf(after.body)).toContain('办成 1 件，没办成 0 件');
    expect(wordsOf(after.body)).not.toContain('撤回，一件都不办');
    expect(done(await app.as('zhao-lei').get(`/cases/${one.case_id}`), 200).status).toBe('lifting');
  });

  it('take an order back and say who did', async () => {
    const one = await inReview();
    const reviewer = await pages.signedIn('zhao-lei');
    const looked = await reviewer.post(AT, await fieldsOf(reviewer, [one.case_id]));
    const at = String((await reviewer.post(AT, orderIn(looked.body))).headers.location);
    await reviewer.post(at, await reviewer.hiddenOf(at, at));
    expect(wordsOf((await reviewer.get(at)).body)).toContain('一件都没有办');
    expect(done(await app.as('zhao-lei').get(`/cases/${one.case_id}`), 200).status).toBe('in_review');
  });

  it('bring back what was typed when nothing is ticked or a reason is missing', async () => {
    const one = await inReview();
    const reviewer = await pages.signedIn('zhao-lei');
    const none = await reviewer.post(AT, await fieldsOf(reviewer, []));
    expect([none.statusCode, none.body.includes('送货电话')]).toEqual([422, true]);
    expect(wordsOf(none.body)).toContain('还没有选案件');
    const bare = await reviewer.post(AT, await fieldsOf(reviewer, [one.case_id], { words: ' ' }));
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toMatch(new RegExp(`value="${one.case_id}"[^>]* checked|checked[^>]*value="${one.case_id}"`));
  });

  it('put a template of reasons into the field, in its newest words', async () => {
    await inReview();
    const first = { cause: 'suspicion', name: '送货', words: '旧的说法 {rule}' };
    const saved = done(await app.as('zhao-lei').post('/reason-templates', first), 201);
    const edits = { template_id: saved.template_id, version: 1 };
    const next = { ...first, words: '新的说法 {rule}', edits };
    expect(done(await app.as('zhao-lei').post('/reason-templates', next), 201).version).toBe(2);
    const stale = await app.as('qian-feng').post('/reason-templates', next);
    expect([stale.status, stale.body.code]).toEqual([409, 'template.changed_meanwhile']);
    const strange = await app.as('zhao-lei').post('/reason-templates', { ...first, words: '{holder_name}' });
    expect(strange.body.code).toBe('words.unknown_placeholder');
    const reviewer = await pages.signedIn('zhao-lei');
    expect((await reviewer.get(AT)).body).toContain(`template=${saved.template_id}`);
    const { body } = await reviewer.get(`${AT}?template=${saved.template_id}`);
    expect(body).toContain('新的说法 {rule}</textarea>');
    expect(done(await app.as('lanqiao-agent').get('/reason-templates'), 200).items).toEqual([]);
  });

  it('take all that the filter holds, fixed as it was looked at, and make one order of two clicks', async () => {
    const [one, two] = [await inReview(), await inReview()];
    const reviewer = await pages.signedIn('zhao-lei');
    const list = `${AT}?status=in_review&assignee=mine`;
    const form = (await reviewer.formsOn(list)).find(({ hidden }) => hidden.step === 'preview');
    expect(form?.action).toBe(list.replace('&', '&amp;'));
    const looked = await reviewer.post(list, { ...form?.hidden, ...DECISION, which: 'all' });
    const words = wordsOf(looked.body);
    expect(looked.statusCode, words).toBe(200);
    for (const { reference } of [one, two]) expect(words).toContain(reference);
    expect(words).toContain('按筛选选的：状态：审核中；谁在办：我的');
    expect(words).toContain('名单到此定住');
    const late = await inReview();
    const fields = orderIn(looked.body);
    const clicks = await Promise.all([reviewer.post(list, fields), reviewer.post(list, fields)]);
    const [at, again] = clicks.map(({ headers }) => String(headers.location));
    expect([at?.startsWith('/desk/bulk/bulk_'), again]).toEqual([true, at]);
    const page = await reviewer.get(String(at));
    expect(wordsOf(page.body)).not.toContain(late.reference);
    const table = await reviewer.get(`${at}/cases.csv`);
    expect([table.statusCode, table.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(table.body).toContain(`${one.reference},还没办,`);
    await reviewer.post(String(at), await reviewer.hiddenOf(String(at), String(at)));
  });

  it('bring back the filter, the choice and the words when a look is too old', async () => {
    await inReview();
    const reviewer = await pages.signedIn('zhao-lei');
    const list = `${AT}?status=in_review&assignee=mine`;
    const form = (await reviewer.formsOn(list)).find(({ hidden }) => hidden.step === 'preview');
    const looked = await reviewer.post(list, { ...form?.hidden, ...DECISION, which: 'all' });
    app.clock.advance(PREVIEW_MS);
    const over = await (await pages.signedIn('zhao-lei')).get(list);
    expect(over.statusCode).toBe(200);
    const refused = await reviewer.post(list, orderIn(looked.body));
    expect([refused.statusCode, wordsOf(refused.body).includes('看过的名单只留 30 分钟')]).toEqual([422, true]);
    expect(refused.body).toMatch(/value="all"[^>]* checked|checked[^>]*value="all"/);
    expect(refused.body).toContain('送货电话，标记没有依据');
    expect(refused.body).toMatch(/<option value="mine" selected/);
  });

  it('take as many ticks as they promise', async () => {
    const reviewer = await pages.signedIn('zhao-lei');
    const ids = Array.from({ length: BULK_LIMIT }, (_, at) => `case_1y2p0ij32e8e7_${100_000 + at}`);
    const looked = await reviewer.post(AT, await fieldsOf(reviewer, ids));
    expect(looked.statusCode, wordsOf(looked.body)).toBe(200);
    const more = await reviewer.post(AT, await fieldsOf(reviewer, [...ids, 'case_1y2p0ij32e8e7_1']));
    expect([more.statusCode, wordsOf(more.body).includes('一次最多点选 200 件')]).toEqual([422, true]);
  });

  it('offer an agent lifts alone', async () => {
    await inReview();
    const agent = await pages.signedIn('zhou-min');
    const { body } = await agent.get(AT);
    expect(body).toContain('value="order_lift"');
    expect(body).not.toContain('value="decide"');
  });
});
