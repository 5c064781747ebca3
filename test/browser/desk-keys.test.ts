import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UNDO_MS } from '../../src/app/bulk/order-bulk.ts';
import { workBulk } from '../../src/app/bulk/work-bulk.ts';
import { createNumberMaker, tokenOf } from '../support/factories.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

const nextNumber = createNumberMaker();
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  for (let at = 0; at < 2; at += 1) await inQueue('lin-xiaoyu');
});
afterAll(() => product?.stop());

async function api(actorId: string, path: string, body?: object) {
  const reply = await fetch(`${product.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${tokenOf(actorId)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const json = await reply.json();
  expect(reply.ok, JSON.stringify(json)).toBe(true);
  return json;
}

/** A submitted case on a line that the risk rule flagged. */
async function inQueue(holderId: string): Promise<void> {
  const number = nextNumber();
  const { network, risk } = product.carrier;
  await network.openLine(number, { holderId, userId: holderId });
  await risk.observeUsage(number, { callsOut: 180, distinctCallees: 150, shortCallShare: 0.92 });
  const { items } = await api('zhou-min', '/flags?rule_id=short-calls&limit=1');
  const { case_id } = await api(holderId, '/cases', {
    flag_ids: [items[0].flag_id],
    remedy: 'appeal',
    statement: '我是快递员，这些是送货电话。',
  });
  await api(holderId, `/cases/${case_id}/submit`, {});
}

/** Goes on with Tab alone until this has the focus. */
async function reach(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first();
  for (let steps = 0; steps < 120; steps += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never comes to ${selector}`);
}
async function press(page: Page, selector: string, lands: RegExp | ((url: URL) => boolean)): Promise<void> {
  await reach(page, selector);
  await page.keyboard.press('Enter');
  await page.waitForURL(lands);
}
/** Types a letter once the script of the page listens. */
async function key(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.keyboard.press(name);
}
const focused = (page: Page, selector: string) =>
  page.waitForFunction((which) => document.activeElement?.matches(which), selector);
/** Goes down the options of a list until this one is chosen. */
async function choose(page: Page, selector: string, label: RegExp): Promise<void> {
  await reach(page, selector);
  const list = page.locator(selector);
  const chosen = () => list.evaluate((node) => (node as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
  for (let steps = await list.locator('option').count(); steps > 0; steps -= 1) {
    if (label.test(await chosen())) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${selector} has no ${label}`);
}

test('filter, keep it, open it again, take all of it, look and decide, with the keyboard alone', async () => {
  const page = await product.signedIn('zhao-lei', 1280);
  await page.goto(`${product.url}/desk?status=submitted`);
  await key(page, 'j');
  await focused(page, '.row-link');
  for (const _ of await page.locator('.row-link').all()) {
    // Each case is opened by its row, taken on in review, and left again for the list.
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/cases\//);
    await key(page, 'a');
    await press(page, 'form[action$="/start-review"] button', /done=start_review/);
    await key(page, 'u');
    await page.waitForURL(/\/desk\?status=submitted/);
    await key(page, 'j');
  }

  await page.goto(`${product.url}/desk`);
  await key(page, 'f');
  await focused(page, '#filter-status');
  await choose(page, '#filter-status', /^审核中/);
  await choose(page, '#filter-assignee', /^我的/);
  await press(page, '.filters button', /status=in_review&assignee=mine/);
  await key(page, 's');
  await focused(page, '#name');
  await page.keyboard.type('我在审的?');
  await page.keyboard.press('Enter');
  await page.waitForURL(/saved=filter_/);
  expect(await page.locator('dialog[open]').count()).toBe(0);

  await page.goto(`${product.url}/desk/bulk`);
  await press(page, '.saved-filters a:has-text("我在审的?")', /bulk\?.*saved=/);
  expect(await page.locator('.saved-filters [aria-current]').textContent()).toBe('我在审的?2');
  await key(page, 'j');
  await page.keyboard.press('x');
  expect(await page.locator('input[name=case_ids]:checked').count()).toBe(1);
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement === document.querySelectorAll('.row-link')[1])).toBe(true);
  await reach(page, 'input[name=which]');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('input[name=which][value=all]').isChecked()).toBe(true);
  await choose(page, '#finding', /^标记没有/);
  await choose(page, '#rule_relied', /^反电信/);
  await reach(page, '#words');
  await page.keyboard.type('案件 {reference}：规则 {rule} 的标记没有充分依据。');
  await reach(page, '.desk-bulk .btn-primary');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '可以办 2 件' }).waitFor();
  await press(page, 'main .btn-primary', /\/desk\/bulk\/bulk_/);
  expect(await page.locator('main').textContent()).toContain('共 2 件');
  await reach(page, 'a[href$="/cases.csv"]');
  product.clock.advance(UNDO_MS);
  await workBulk(product.ctx);
  // The page renews itself, says so, and leaves the focus where it was.
  await page.locator('[role=status]:has-text("共 2 件：办成 2 件，没办成 0 件")').waitFor({ state: 'attached' });
  expect(await page.locator('main').textContent()).toContain('办完了');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/\/cases\.csv$/);
});

test('the list of keys opens over the page, says its name, gives the focus back, and can be had without script', async () => {
  const page = await product.signedIn('zhao-lei', 1280);
  await page.goto(`${product.url}/desk`);
  await key(page, 'j');
  await focused(page, '.row-link');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '键盘' });
  await help.waitFor();
  expect(await page.evaluate(() => document.querySelector('dialog')?.contains(document.activeElement))).toBe(true);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const path = page.url();
  await page.keyboard.press('/');
  expect([page.url(), await help.isVisible()]).toEqual([path, true]);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('row-link');
  await page.keyboard.press('?');
  await help.waitFor();
  await page.keyboard.press('?');
  await help.waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  await page.waitForURL(/\/desk\/search/);
  await key(page, '/');
  await focused(page, '#text');
  await page.keyboard.type('?/jx');
  expect([await page.inputValue('#text'), await help.count()]).toEqual(['?/jx', 0]);

  const storageState = await page.context().storageState();
  const browser = page.context().browser();
  const plain = (await browser?.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    storageState,
  })) as BrowserContext;
  const still = await plain.newPage();
  await still.goto(`${product.url}/desk`);
  await still.click('a[href="/desk/keys"]');
  expect(await still.locator('main').textContent()).toContain('勾选这一行');
});

test('the keys can be switched off, and then do nothing', async () => {
  const page = await product.signedIn('zhou-min', 1280);
  await page.goto(`${product.url}/desk/keys`);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await press(page, 'a[href$="keys=off"]', /keys=off/);
  await page.goto(`${product.url}/desk`);
  await key(page, '/');
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  await page.waitForLoadState('networkidle');
  expect(new URL(page.url()).pathname).toBe('/desk');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expect(await page.locator('dialog').count()).toBe(0);
  await page.goto(`${product.url}/desk/keys`);
  await press(page, 'a[href$="keys=on"]', /keys=on/);
  await page.goto(`${product.url}/desk`);
  await key(page, 'j');
  await focused(page, '.row-link');
});
