import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shanghaiDate } from '../../src/domain/clocks/plain-date.ts';
import { createNumberMaker } from '../support/factories.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

const nextNumber = createNumberMaker();
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

async function clean(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Goes on with the keyboard alone until this stands under it, and presses. */
async function reach(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first();
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error(`the keyboard never comes to ${selector}`);
}

async function pressed(page: Page, selector: string, lands: RegExp): Promise<void> {
  await reach(page, selector);
  await page.keyboard.press('Enter');
  await page.waitForURL(lands);
}

test('the next case is taken, handed over and found again with the keyboard alone', async () => {
  const number = nextNumber();
  await product.carrier.network.openLine(number, { holderId: 'lin-xiaoyu', userId: 'lin-xiaoyu' });
  await product.carrier.billing.issueBill(number, { amountFen: 8_800 });
  await product.carrier.billing.goOverdue(number, { overdueDays: 31 });
  const person = await product.signedIn('lin-xiaoyu');
  await person.goto(`${product.url}/mine`);
  await person.locator('.next .btn-primary').click();
  await person.locator('a[href$="/case"]').first().click();
  await person.locator('input[name="remedy"]').last().check();
  await person.locator('main .btn-primary').click();
  await person.fill('#statement', '账单已经付清。');
  await person.locator('main .btn-primary').click();
  await person.waitForURL(/step=files/);
  await person.goto(person.url().replace(/\?.*$/, '?step=check'));
  await person.getByRole('button', { name: /^发给/ }).click();
  await person.waitForURL(/\?done=submit/);
  const { pathname } = new URL(person.url());

  const desk = await product.signedIn('zhou-min', 1280);
  await desk.goto(`${product.url}/desk/team`);
  await clean(desk);
  await pressed(desk, 'form[action="/desk/team/next"] button', /\?done=claim/);
  expect(new URL(desk.url()).pathname).toBe(`/desk${pathname}`);
  await clean(desk);
  await reach(desk, 'summary:has-text("交给同事")');
  await desk.keyboard.press('Enter');
  await reach(desk, '#to');
  await desk.keyboard.press('ArrowDown');
  await pressed(desk, 'form[action$="/hand-over"] button', /\?done=hand_over/);
  await clean(desk);
  await desk.goto(`${product.url}/desk`);
  await clean(desk);

  const [to] = (await desk.locator('tbody tr td:last-child').first().textContent())?.split('（') ?? [];
  const other = await product.signedIn(to as string, 1280);
  await other.goto(`${product.url}/desk?assignee=mine`);
  expect(await other.locator('tbody a').first().getAttribute('href')).toBe(`/desk${pathname}`);
});

test('absences are written without script, on both sides', async () => {
  const today = shanghaiDate(product.clock.now());
  for (const [actorId, team] of [
    ['zhou-min', '/desk/team'],
    ['fang-min', '/authority/team'],
  ] as const) {
    const scripted = await product.signedIn(actorId, 390);
    const storageState = await scripted.context().storageState();
    const plain = await scripted
      .context()
      .browser()
      ?.newContext({ javaScriptEnabled: false, locale: 'zh-CN', storageState });
    const page = await (plain as BrowserContext).newPage();
    await page.goto(`${product.url}${team}`);
    await page.fill('#from', today);
    await page.click('.team-absence button');
    await page.waitForSelector('.errors');
    expect(await page.inputValue('#from')).toBe(today);
    await page.fill('#until', today);
    await page.click('.team-absence button');
    await page.waitForURL(/\?done=absence/);
    await page.getByRole('button', { name: '取消这次请假' }).click();
    await page.waitForURL(/\?done=come_back/);
    await scripted.goto(`${product.url}${team}`);
    await clean(scripted);
  }
});
