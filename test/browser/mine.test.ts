import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createNumberMaker, tokenOf } from '../support/factories.ts';
import { PDF, PNG, ZIP } from '../support/files.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

let product: Product;
let events = 0;
const nextNumber = createNumberMaker();

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product?.stop();
});

async function tell(path: string, body: object): Promise<void> {
  const reply = await fetch(`${product.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf('qinghe-systems')}` },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
}

async function fact(mobile: string, what: object): Promise<void> {
  events += 1;
  await tell('/facts', { mobile_number: mobile, source_id: `mine-${events}`, at: product.ctx.clock.now(), fact: what });
}

/** A line of somebody's that the risk rule has just flagged. */
async function suspected(holderId: string): Promise<string> {
  const mobile = nextNumber();
  await tell('/lines', {
    mobile_number: mobile,
    kind: 'personal',
    province: 'CN-ZJ',
    holder_id: holderId,
    user_id: holderId,
    opened_at: '2024-05-01T09:00:00+08:00',
  });
  await fact(mobile, {
    kind: 'usage_observed',
    window_hours: 24,
    calls_out: 180,
    distinct_callees: 150,
    short_call_share: 0.92,
  });
  return mobile;
}

async function upload(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.setInputFiles('#file', { name, mimeType, buffer });
  await page.getByRole('button', { name: '添加这份文件' }).click();
}

async function noScript(page: Page): Promise<Page> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: false, locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  if (!context) throw new Error('the browser is gone');
  await context.addCookies(await page.context().cookies());
  return context.newPage();
}

async function expectClean(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

/** Answers the first two questions; the draft is then at its papers. */
async function drafted(page: Page, statement: string): Promise<void> {
  await page.goto(`${product.url}/mine`);
  await page.locator('.next .btn-primary').click();
  await page.locator('.next a[href$="/case"]').click();
  await page.locator('input[value="explain"]').check();
  await page.locator('main .btn-primary').click();
  await page.fill('#statement', statement);
  await page.locator('main .btn-primary').click();
  await page.waitForURL(/step=files/);
}

const PEOPLE = ['lin-xiaoyu', 'chen-guilan', 'zhang-wei', 'he-jing'];
let who = '';
beforeEach(async () => {
  who = PEOPLE.pop() ?? 'sun-hao';
  await suspected(who);
});

test('a case is begun question by question, left, taken up again and filed, without script', async () => {
  const page = await noScript(await product.signedIn(who));
  await drafted(page, '我是快递员。\n周六派件多。');
  await page.getByText('先保存，以后再填').click();
  expect(await page.locator('.next h2').textContent()).toBe('申诉还没有发出');
  await page.locator('.next .btn-primary').click();
  expect(await page.locator('main').textContent()).toContain('我是快递员。');
  await page.getByRole('button', { name: /^发给/ }).click();
  expect(await page.locator('.notice-done').textContent()).toMatch(/案号 \w{3}-\w{3}-\w{3}/);
  expect(await page.locator('.next').textContent()).toContain('前答复');
});

test('an unanswered question comes back with its error and everything that was given', async () => {
  const page = await product.signedIn(who);
  await page.locator('.next .btn-primary').click();
  await page.locator('.next a[href$="/case"]').click();
  await page.locator('main .btn-primary').click();
  expect(await page.locator('.errors a').getAttribute('href')).toBe('#remedy');
  await expectClean(page);
  await page.locator('input[value="explain"]').check();
  await page.locator('main .btn-primary').click();
  await page.fill('#statement', '   ');
  await page.locator('main .btn-primary').click();
  expect(await page.locator('.errors').textContent()).toContain('请写几句话');
  expect(await page.locator('input[name="remedy"]').inputValue()).toBe('explain');
  await expectClean(page);
});

test('the words of a draft can be rewritten, and the old ones are still there to change', async () => {
  const page = await product.signedIn(who);
  await drafted(page, '先写的话');
  await page.locator('main > .btn-primary').click();
  await page.getByRole('button', { name: '改写这段话' }).click();
  expect(await page.locator('#statement').inputValue()).toBe('先写的话');
});

test('a refused file says why and loses nothing; a good one is shown and opens', async () => {
  const page = await product.signedIn(who);
  await drafted(page, '有工作证明。');
  await upload(page, '证明.png', 'image/png', PNG);
  await page.waitForURL(/done=add_evidence/);
  for (const [name, type, bytes, reason] of [
    ['空.png', 'image/png', Buffer.alloc(0), '空'],
    ['装.png', 'image/png', PDF, '自称是'],
    ['包.zip', 'application/zip', ZIP, '不能接收'],
    ['大.pdf', 'application/pdf', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]), '超过'],
  ] as const) {
    await upload(page, name, type, bytes);
    await page.locator('.errors li', { hasText: name }).waitFor();
    expect(await page.locator('.errors').textContent()).toContain(reason);
    expect(await page.locator('a.evidence').count()).toBe(1);
  }
  await expectClean(page);
  await page.reload();
  expect(await page.locator('a.evidence').count()).toBe(1);
  const href = await page.locator('a.evidence').getAttribute('href');
  const file = await page.context().request.get(`${product.url}${href}`);
  expect(file.headers()['content-type']).toBe('image/png');
  expect(await file.body()).toEqual(PNG);
  const other = await product.signedIn('ma-chao');
  expect((await other.context().request.get(`${product.url}${href}`)).status()).toBe(404);
});

test('a flag shows the exact sum, and a payment too small shows what is left of it', async () => {
  const mobile = nextNumber();
  await tell('/lines', {
    mobile_number: mobile,
    kind: 'personal',
    province: 'CN-ZJ',
    holder_id: 'wang-jianguo',
    user_id: 'wang-jianguo',
    opened_at: '2024-05-01T09:00:00+08:00',
  });
  await fact(mobile, { kind: 'bill_issued', bill_id: 'b-1', amount_fen: 8800, due_date: '2026-01-31' });
  await fact(mobile, { kind: 'bill_overdue', bill_id: 'b-1', overdue_days: 31, overdue_fen: 8800 });
  const page = await product.signedIn('wang-jianguo');
  await page.locator('.next .btn-primary').click();
  expect(await page.locator('.next h2').textContent()).toContain('88.00 元');
  await fact(mobile, { kind: 'payment_received', payment_id: 'p-1', amount_fen: 800, bill_id: 'b-1' });
  await page.locator('.next .btn-primary').click();
  expect(await page.locator('.next h2').textContent()).toContain('80.00 元');
  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.locator('.next h2').textContent()).toContain('CNY 80.00');
  await expectClean(page);
  await page.goto(`${product.url}/mine/inbox`);
  expect(await page.locator('article').count()).toBeGreaterThanOrEqual(2);
  await page.goto(`${product.url}/mine`);
  expect(await page.locator('.tabs-count').count()).toBe(0);
  await expectClean(page);
});
