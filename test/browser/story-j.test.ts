import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNumberMaker, tokenOf } from '../support/factories.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

const nextNumber = createNumberMaker();
const RULE = '/desk/learning/rules/qinghe-service/1/short-calls';
/** Where pictures go, for whoever wants to look. */
const LOOK = process.env['LOOK_AT'];
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** The same page in the other language, for whoever wants to look. */
async function look(page: Page, address: string, name: string): Promise<void> {
  if (!LOOK) return;
  await page.goto(`${address}?lang=en`);
  await clean(page, name);
  await page.goto(`${address}?lang=zh-CN`);
}

async function clean(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page }).analyze()).violations, name).toEqual([]);
    if (LOOK) await page.screenshot({ path: `${LOOK}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function api(actorId: string, method: 'GET' | 'POST', path: string, body?: object) {
  const reply = await fetch(`${product.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokenOf(actorId)}`,
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const json = await reply.json();
  expect(reply.ok, JSON.stringify(json)).toBe(true);
  return json;
}

/** A number of somebody's that the risk rule flags. */
async function flagged(holderId: string, province = 'CN-ZJ'): Promise<string> {
  const number = nextNumber();
  await product.carrier.network.openLine(number, { holderId, userId: holderId, province });
  await product.carrier.risk.observeUsage(number);
  const { items } = await api('zhou-min', 'GET', '/flags?rule_id=short-calls&limit=1');
  return items[0].flag_id;
}

async function decided(flagId: string, finding: 'misjudged' | 'grounded'): Promise<void> {
  const opening = { flag_ids: [flagId], remedy: 'appeal', statement: '这些是送货电话。' };
  const { case_id: caseId } = await api('lin-xiaoyu', 'POST', '/cases', opening);
  await api('lin-xiaoyu', 'POST', `/cases/${caseId}/submit`, {});
  await api('zhao-lei', 'POST', `/cases/${caseId}/start-review`, {});
  const lift = finding === 'misjudged' ? [flagId] : [];
  const decision = { finding, lift_flag_ids: lift, rule_relied: 'AF-32c', words: '核对了通话对象。' };
  await api('zhao-lei', 'POST', `/cases/${caseId}/decision`, decision);
}

/** Until the address says something else than before, as somebody would press reload. */
async function reloaded(page: Page, selector: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload();
        return await page.locator(selector).count();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
}

test('a bad rule is paused, its flags are put right together, and people and the authority are told', async () => {
  await decided(await flagged('lin-xiaoyu'), 'grounded');
  for (const province of ['CN-ZJ', 'CN-ZJ', 'CN-HN']) await flagged('wang-jianguo', province);
  for (let n = 0; n < 5; n += 1) await decided(await flagged('lin-xiaoyu'), 'misjudged');

  const owner = await product.signedIn('qinghe-policy', 1280);
  await owner.goto(`${product.url}/desk/learning`);
  await reloaded(owner, 'td:has-text("停用待查")');
  await clean(owner, 'learning');
  await owner.locator('table a[href*="/desk/learning/rules/"]').first().click();
  await clean(owner, 'rule');
  const [csv] = await Promise.all([owner.waitForEvent('download'), owner.locator('a[href$="/doubt/csv"]').click()]);
  expect(csv.suggestedFilename()).toMatch(/^doubt-.*\.csv$/);
  await look(owner, `${product.url}/desk/learning`, 'learning-en');
  await look(owner, `${product.url}${RULE}`, 'rule-en');

  // A fact that would have flagged reaches a human instead.
  const spared = nextNumber();
  await product.carrier.network.openLine(spared, { holderId: 'lin-xiaoyu', userId: 'lin-xiaoyu' });
  await product.carrier.risk.observeUsage(spared);
  const desk = await product.signedIn('zhao-lei', 1280);
  await desk.goto(`${product.url}/desk/attention`);
  expect(await desk.locator('main').textContent()).toContain('规则 short-calls 已停用待查');

  await desk.goto(`${product.url}/desk/classes`);
  await clean(desk, 'classes');
  await desk.locator('tbody a').first().click();
  await clean(desk, 'class-open');
  expect(await desk.locator('main').textContent()).not.toMatch(/1540\d{7}/);
  const rows = await desk.locator('tbody input[type="checkbox"]').count();
  expect(rows).toBe(4);
  // What the decision cannot do is said before it is made.
  expect(await desk.locator('td:has-text("请交给另一位复核员")').count()).toBe(1);

  // One is taken out without a reason: asked for, and the reason then given.
  const own = desk.locator('tr:has(input[type="checkbox"]):has-text("没有申诉过")').first();
  await own.locator('input[type="checkbox"]').check();
  await desk.getByRole('button', { name: '把选中的拿出另办' }).click();
  expect(await desk.locator('#take_why-error').count()).toBe(1);
  await desk.locator('tr:has(input[type="checkbox"]):has-text("没有申诉过")').first().locator('input').check();
  await desk.fill('#take_why', '这个号码另有投诉，单独看');
  await desk.getByRole('button', { name: '把选中的拿出另办' }).click();
  await desk.waitForURL(/done=take_out/);

  await desk.fill('#rule_relied', 'AF-32c');
  await desk.fill('#words', '规则把送货电话当成了骚扰电话。');
  await desk.locator('form[action$="/decide"] .btn-primary').click();
  await desk.waitForURL(/done=decide/);
  // Zhao refused one of them before: it waits for another reviewer.
  await reloaded(desk, '.notice:has-text("看一遍")');
  expect(await desk.locator('td:has-text("请交给另一位复核员")').count()).toBe(1);
  await clean(desk, 'class-half');
  const other = await product.signedIn('qian-feng', 1280);
  await other.goto(desk.url().replace(/\?.*$/, ''));
  await other.fill('#rule_relied', 'AF-32c');
  await other.fill('#words', '规则把送货电话当成了骚扰电话。');
  await other.locator('form[action$="/decide"] .btn-primary').click();
  await reloaded(other, '.notice:has-text("决定都已作出")');
  await clean(other, 'class-done');

  await look(other, other.url().replace(/\?.*$/, ''), 'class-done-en');

  const person = await product.signedIn('wang-jianguo');
  await person.goto(`${product.url}/mine/inbox`);
  expect(await person.locator('main').textContent()).toContain('不是你的问题');
  if (LOOK) await person.screenshot({ path: `${LOOK}/inbox-390.png`, fullPage: true });

  const officer = await product.signedIn('fang-min', 1280);
  await officer.goto(`${product.url}/authority/rule-reports`);
  const told = (await officer.locator('main').textContent()) ?? '';
  expect(told).toContain('恢复 2 个，拿出另办 1 个');
  expect(told).not.toMatch(/1540|王|林/);
  await clean(officer, 'reports');
  await look(officer, `${product.url}/authority/rule-reports`, 'reports-en');
  await officer.locator('main form button').first().click();
  await officer.waitForURL(/rule-reports$/);
  expect(await officer.getByText('已看过').count()).toBe(1);

  // Taken back into use by an owner who did not write the table.
  await owner.goto(`${product.url}${RULE}?lang=zh-CN`);
  await owner.fill('#resume_ground', '上游数据已修好，抽查五十个无误。');
  await owner.locator('form:has(#resume_ground) button').click();
  await owner.waitForURL(/done=resume/);
  await clean(owner, 'rule-resumed');
});
