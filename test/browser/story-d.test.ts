import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepClocks } from '../../src/app/clocks/sweep-clocks.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

const DAY_MS = 86_400_000;
const MESSAGE = '【中国联通】您的号码命中风险模型，通信功能已暂停，请本人持证件到自有营业厅核验后恢复。';

let product: Product;
let browserOf: Page;

beforeAll(async () => {
  product = await startProduct();
  browserOf = await product.signedIn('lin-xiaoyu');
});
afterAll(async () => {
  await product?.stop();
});

/** Somebody with a borrowed phone and no account. */
async function stranger(options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const browser = browserOf.context().browser();
  if (!browser) throw new Error('the browser is gone');
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    acceptDownloads: true,
    ...options,
  });
  return context.newPage();
}

async function press(page: Page, selector = 'main .btn-primary'): Promise<void> {
  await page.locator(selector).first().click();
  await page.waitForLoadState();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.goto(product.url);
  await page.fill('#text', text);
  await press(page);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(390);
}

/** Fills in what came of a contact and keeps it. */
async function record(page: Page, gist: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.check(`input[name="gist"][value="${gist}"]`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`#${name}`);
    if (['counterpart', 'way'].includes(name)) await field.selectOption(value);
    else await field.fill(value);
  }
  await page.getByRole('button', { name: '记下来', exact: true }).click();
  await page.waitForLoadState();
}

const wordsOf = async (page: Page, selector: string) => (await page.locator(selector).first().textContent()) ?? '';
const headline = (page: Page) => wordsOf(page, '.next h2');

test('story D: from a pasted message to a working phone, without a connected carrier and without script', async () => {
  const page = await stranger({ javaScriptEnabled: false });
  await paste(page, MESSAGE);
  expect(await wordsOf(page, 'main')).toContain('风控系统怀疑');
  expect(await page.locator('mark').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('风险')]),
  );
  await press(page, 'main form .btn-primary');
  expect(await wordsOf(page, 'main')).toContain('请依据《反电信网络诈骗法》第三十二条');

  await press(page, 'main a.btn-primary');
  await page.fill('#mobile_number', '13800138123');
  await page.selectOption('#carrier_id', 'china-unicom');
  await press(page);
  const returnCode = await wordsOf(page, '[data-code]');
  expect(returnCode).toMatch(/^([3-9A-Y]{4}-){4}[3-9A-Y]{4}$/);
  await press(page);
  expect(await headline(page)).toContain('先打客服');

  await record(page, 'complained', { ticket: 'GD-77', spoke_with: '1108', words: '说三天内回复' });
  expect(await headline(page)).toContain('等对方答复');
  expect(await wordsOf(page, 'main')).toContain('GD-77');
  const calendar = await page.context().request.get(`${page.url().split('?')[0]}/calendar.ics`);
  expect(await calendar.text()).toContain('BEGIN:VEVENT');

  product.clock.advance(17 * DAY_MS);
  await sweepClocks(product.ctx);

  const other = await stranger({ javaScriptEnabled: false });
  await other.goto(`${product.url}/sign-in`);
  await other.fill('#code', returnCode.toLowerCase().replaceAll('-', ' '));
  await other.getByRole('button', { name: '回来' }).click();
  await other.waitForLoadState();
  await other.locator('a[href^="/cases/"]').first().click();
  await other.waitForLoadState();
  expect(await headline(other)).toContain('12300');
  await record(other, 'filed', { counterpart: 'authority', way: 'app' });
  expect(await headline(other)).toContain('是否受理');
  await record(other, 'accepted', { counterpart: 'authority' });
  await record(other, 'settled', { counterpart: 'authority' });
  expect(await headline(other)).toContain('都好了');
  await record(other, 'back', { counterpart: 'self' });
  await press(other, '.next .btn-primary');
  expect(await headline(other)).toContain('结束');
});

test('from home to a letter in hand in six taps', async () => {
  const page = await stranger();
  const begun = performance.now();
  let taps = 0;
  const tap = async (selector: string) => {
    taps += 1;
    await press(page, selector);
  };
  await page.goto(product.url);
  await page.fill('#text', MESSAGE);
  await tap('main .btn-primary');
  await tap('main form .btn-primary');
  await tap('main a[href^="/letters/demand-for-reasons"]');
  await page.fill('#name', '李四');
  await tap('main .btn-primary');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('main .btn-primary').click()]);
  taps += 1;
  const file = await readFile(await download.path());
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  expect(taps).toBeLessThanOrEqual(6);
  expect((performance.now() - begun) / 1000).toBeLessThan(60);
});

test('each new page passes axe and cuts nothing off on a telephone', async () => {
  const page = await stranger();
  await paste(page, MESSAGE);
  await expectAccessible(page);
  await press(page, 'main form .btn-primary');
  await expectAccessible(page);
  for (const path of ['/plan?code=G1', '/keep', '/letters', '/letters/regulator-complaint', '/sign-in']) {
    await page.goto(product.url + path);
    await expectAccessible(page);
  }
  await paste(page, '【移动】您的积分将清零，点击 http://10086-jf.top 兑换');
  expect(await wordsOf(page, 'h1')).toContain('骗局');
  await expectAccessible(page);
});

test('bad input is answered clearly, and what was typed is still there', async () => {
  const page = await stranger();
  await page.goto(product.url);
  await page.evaluate("document.querySelector('#text').value = '停'.repeat(340000)");
  await press(page);
  expect(await wordsOf(page, '.errors')).toContain('太长');
  expect(await page.inputValue('#text')).toHaveLength(340_000);
  for (const [text, words] of [
    ['😀😀', '贴上短信原文'],
    ['Ваш номер заблокирован', '中文和英文'],
  ] as const) {
    await paste(page, text);
    expect(await wordsOf(page, '.errors')).toContain(words);
  }
  await page.goto(`${product.url}/keep`);
  await page.fill('#mobile_number', '10086');
  await page.fill('#since', '2099-01-01');
  await press(page);
  expect(await page.locator('.errors li').count()).toBe(2);
  expect(await page.inputValue('#mobile_number')).toBe('10086');
  await page.goto(`${product.url}/letters/regulator-complaint`);
  await page.fill('#name', '李四');
  await press(page);
  expect(await wordsOf(page, '.errors')).toContain('先向运营商投诉');
  expect(await page.inputValue('#name')).toBe('李四');
});
