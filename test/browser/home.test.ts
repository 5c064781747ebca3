import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

let product: Product;
let somebody: Page;

beforeAll(async () => {
  product = await startProduct();
  somebody = await product.signedIn('lin-xiaoyu');
});
afterAll(async () => {
  await product?.stop();
});

/** A visitor who is nobody yet. */
async function visitor(options: BrowserContextOptions = {}): Promise<Page> {
  const browser = somebody.context().browser();
  if (!browser) throw new Error('the browser is gone');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', ...options });
  return context.newPage();
}

async function answer(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(product.url);
  for (const [question, value] of Object.entries(answers))
    await page.locator(`input[name="${question}"][value="${value}"]`).check();
  await page.locator('main .btn-primary').click();
}

test('four answers lead to causes, none of them named as the answer, and to the carrier as the next step, without script', async () => {
  const page = await visitor({ javaScriptEnabled: false });
  await answer(page, { out: 'no', in: 'yes', sms: 'no', data: 'yes' });
  const text = await page.locator('main').textContent();
  expect(text).toContain('光看这四样，分不清是哪一种');
  expect(await page.locator('.next').textContent()).toContain('10086');
  expect(await page.locator('main details summary').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('欠费停机'), expect.stringContaining('风控')]),
  );
  await page.getByText('改一改回答').click();
  expect(await page.locator('input[name="sms"][value="no"]').isChecked()).toBe(true);
});

test('a phone on which nothing works is first warned of a stolen SIM', async () => {
  const page = await visitor();
  await answer(page, { out: 'no', in: 'no', sms: 'no', data: 'no' });
  const warned = await page.locator('.notice-danger').first().boundingBox();
  const next = await page.locator('.next').boundingBox();
  expect(warned?.y).toBeLessThan(next?.y ?? 0);
  expect(await page.locator('.notice-danger').first().textContent()).toContain('银行卡背面');
});

test('nothing answered is no dead end', async () => {
  const page = await visitor();
  await answer(page, {});
  expect(await page.locator('h1').textContent()).toBe('先试一试，再回来看');
  await page.locator('main .btn-primary').click();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('an address made up by hand is answered as unanswered', async () => {
  const reply = await fetch(`${product.url}/check?out=<script>&in=maybe&lang=zh-CN`);
  expect(reply.status).toBe(200);
  expect(await reply.text()).toContain('先试一试，再回来看');
});

test.each([
  ['/', {}],
  ['/?type=large', { viewport: { width: 320, height: 640 } }],
  ['/check?out=no&in=no&sms=no&data=no&type=large', { viewport: { width: 320, height: 640 } }],
  ['/check?out=no&lang=en', { viewport: { width: 320, height: 640 } }],
  ['/check', { colorScheme: 'dark' }],
  ['/sign-in', { colorScheme: 'dark' }],
] as const)('%s passes axe and cuts nothing off', async (path, options) => {
  const page = await visitor(options);
  await page.goto(product.url + path);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    await page.evaluate(() => document.documentElement.clientWidth),
  );
});

test('the first page weighs at most 60 kB compressed, script and style included', async () => {
  const page = await visitor();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    bodies.push(response.body());
  });
  await page.goto(product.url, { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  expect(sizes.length).toBeGreaterThanOrEqual(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
});

test('whoever must sign in is led there and back, and never out of the house', async () => {
  const page = await visitor();
  await page.goto(`${product.url}/mine/inbox`);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.locator('button[value="lin-xiaoyu"]').click();
  expect(new URL(page.url()).pathname).toBe('/mine/inbox');
  const lured = await visitor();
  await lured.goto(`${product.url}/sign-in?next=//example.com`);
  await lured.locator('button[value="lin-xiaoyu"]').click();
  expect(lured.url()).toBe(`${product.url}/mine`);
});

test('signing out ends the visit, and a form from elsewhere signs nobody in', async () => {
  const page = await product.signedIn('wang-jianguo');
  const kept = await page.context().cookies();
  await page.getByText('退出登录').click();
  await page.context().addCookies(kept);
  product.clock.advance(3_000);
  await page.goto(`${product.url}/mine`);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  const reply = await fetch(`${product.url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'actor_id=wang-jianguo&csrf=guessed',
    redirect: 'manual',
  });
  expect(reply.headers.get('set-cookie') ?? '').not.toContain('qingbiao=');
  expect(reply.status).toBeGreaterThanOrEqual(400);
});
