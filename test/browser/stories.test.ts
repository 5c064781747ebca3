import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepClocks } from '../../src/app/clocks/sweep-clocks.ts';
import { verifyNumbers } from '../../src/store/verify.ts';
import { createNumberMaker, tokenOf } from '../support/factories.ts';
import { PDF, PNG, ZIP } from '../support/files.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

const HOUR = 3_600_000;
const AXE_WIDTHS = [390, 1280];
const nextNumber = createNumberMaker();
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  for (const system of ['switch', 'sms_gateway', 'data_gateway', 'crm'] as const)
    product.carrier.switches.setMode(system, 'confirm', { delayMs: 20 });
});
afterAll(async () => {
  await product?.stop();
});

/** A line of this person's at the simulated carrier. */
async function line(holderId: string): Promise<string> {
  const number = nextNumber();
  await product.carrier.network.openLine(number, { holderId, userId: holderId });
  return number;
}

async function inArrears(number: string): Promise<void> {
  await product.carrier.billing.issueBill(number, { amountFen: 8_800 });
  await product.carrier.billing.goOverdue(number, { overdueDays: 31 });
}

/** Looks until the page says it: the worker and the simulated switch need a moment. */
async function sees(page: Page, path: string, words: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${product.url}${path}`);
        return page.locator('main').textContent();
      },
      { timeout: 20_000, interval: 300 },
    )
    .toMatch(words);
}

async function clean(page: Page): Promise<void> {
  for (const width of AXE_WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 390, height: 844 });
}

/** The guided appeal, from the flag to the sent case; answers the address of the case. */
async function appeal(page: Page, words: string, files: () => Promise<void> = async () => {}): Promise<string> {
  await page.goto(`${product.url}/mine`);
  await page.locator('.next .btn-primary').click();
  await page.locator('a[href$="/case"]').first().click();
  await page.locator('input[name="remedy"]').last().check();
  await page.locator('main .btn-primary').click();
  await page.fill('#statement', words);
  await page.locator('main .btn-primary').click();
  await page.waitForURL(/step=files/);
  await files();
  await page.goto(page.url().replace(/\?.*$/, '?step=check'));
  await page.getByRole('button', { name: /^发给/ }).click();
  await page.waitForURL(/\/cases\/[^?]+\?done=submit/);
  return new URL(page.url()).pathname;
}

async function actAt(desk: Page, act: string): Promise<void> {
  await desk.locator(`form[action$="/${act}"] button[type="submit"], form[action$="/${act}"] button`).last().click();
  await desk.waitForLoadState();
}

test('story A: a bill goes overdue, too little is paid, then the rest, and service is read back', async () => {
  const number = await line('wang-jianguo');
  await inArrears(number);
  const page = await product.signedIn('wang-jianguo');
  await sees(page, '/mine', /88\.00/);
  await clean(page);
  await page.locator('.next .btn-primary').click();
  expect(await page.locator('main').textContent()).toMatch(/arrears-30/);
  await clean(page);
  await product.carrier.billing.payShort(number);
  await sees(page, '/mine', /0\.01/);
  const paid = await product.carrier.billing.payTwice(number);
  expect(paid.flatMap((one) => one.liftIds)).toHaveLength(1);
  await sees(page, '/mine', /没有标记，也没有限制/);
  await sees(page, '/mine/inbox', /已恢复/);
  expect(await page.locator('main').textContent()).toMatch(/还差 0\.01 元/);
  await clean(page);
});

test('story A: a switch that never answers is a visible breach, asked again, and never closed', async () => {
  const number = await line('sun-hao');
  await inArrears(number);
  product.carrier.switches.setMode('switch', 'silent', { number });
  await product.carrier.billing.pay(number);
  const orders = () => product.carrier.switches.orders.filter(({ order }) => order.number === number).length;
  await expect.poll(orders, { timeout: 20_000 }).toBeGreaterThan(1);
  product.clock.advance(50 * HOUR);
  await sweepClocks(product.ctx);
  const desk = await product.signedIn('zhou-min', 1280);
  await desk.goto(`${product.url}/desk/attention`);
  expect(await desk.locator('main').textContent()).toMatch(/系统没有回音：switch/);
  expect(await desk.locator('main').textContent()).toMatch(/恢复超过时限/);
  await clean(desk);
  const page = await product.signedIn('sun-hao');
  await sees(page, '/mine', /恢复/);
  expect(await page.locator('main').textContent()).not.toMatch(/没有标记，也没有限制/);
  product.carrier.switches.setMode('switch', 'confirm', { number, delayMs: 10 });
  await sees(page, '/mine', /没有标记，也没有限制/);
});

test('story A: what is paid while an appeal is open brings the appeal to its end too', async () => {
  const number = await line('ma-chao');
  await inArrears(number);
  const page = await product.signedIn('ma-chao');
  const casePath = await appeal(page, '账单不是我的。');
  await product.carrier.billing.pay(number);
  await sees(page, casePath, /已恢复/);
  await page.fill('#not_back_words', '还是打不出去');
  await page.locator('form[action$="/report-not-back"] button').click();
  await sees(page, casePath, /已重开/);
  const desk = await product.signedIn('zhou-min', 1280);
  await desk.goto(`${product.url}/desk${casePath}`);
  await actAt(desk, 'start-review');
  await actAt(desk, 'order-lift');
  await sees(page, casePath, /已恢复/);
  await page.locator('form[action$="/confirm-back"] button').click();
  await sees(page, casePath, /已结案/);
});

test('story B: a courier is misjudged, appeals with proof, and a reviewer who did not flag her finds the mistake', async () => {
  const number = await line('lin-xiaoyu');
  await product.carrier.risk.observeUsage(number, { callsOut: 180, distinctCallees: 150, shortCallShare: 0.92 });
  const page = await product.signedIn('lin-xiaoyu');
  await sees(page, '/mine', /停/);
  const casePath = await appeal(page, '我是快递员，打电话是为了派件。', async () => {
    const upload = async (name: string, mimeType: string, buffer: Buffer) => {
      await page.setInputFiles('#file', { name, mimeType, buffer });
      await page.getByRole('button', { name: '添加这份文件' }).click();
    };
    const shown = () => page.locator('.evidence').count();
    await upload('工牌.png', 'image/png', ZIP);
    await expect.poll(() => page.locator('.field-error, .errors').count(), { timeout: 10_000 }).toBeGreaterThan(0);
    await upload('工牌.png', 'image/png', PNG);
    await expect.poll(shown, { timeout: 10_000 }).toBe(1);
    await upload('在职证明.pdf', 'application/pdf', PDF);
    await expect.poll(shown, { timeout: 10_000 }).toBe(2);
    await clean(page);
  });
  await clean(page);
  const desk = await product.signedIn('zhou-min', 1280);
  await desk.goto(`${product.url}/desk`);
  await clean(desk);
  await desk.goto(`${product.url}/desk${casePath}`);
  await desk.locator('summary:has-text("要求补材料")').click();
  await desk.locator('input[name="materials"][value="work_proof"]').check();
  await desk.fill('#ask_words', '请补在职证明。');
  await actAt(desk, 'ask-material');
  await sees(page, casePath, /请补在职证明/);
  await page.locator('form[action$="/give-material"] button').click();
  const reviewer = await product.signedIn('zhao-lei', 1280);
  await reviewer.goto(`${product.url}/desk${casePath}`);
  await clean(reviewer);
  await reviewer.locator('input[name="finding"][value="misjudged"]').check();
  await reviewer.locator('form[action$="/decide"] .btn-primary').click();
  expect(await reviewer.locator('.errors').count()).toBe(1);
  expect(await reviewer.locator('input[name="finding"][value="misjudged"]').isChecked()).toBe(true);
  await reviewer.selectOption('#rule_relied', 'AF-32c');
  await reviewer.fill('#decide_words', '核对了工牌和在职证明，通话对象都是收件人，标记没有充分依据。');
  await reviewer.locator('form[action$="/decide"] .btn-primary').click();
  await sees(page, casePath, /已恢复/);
  expect(await page.locator('main').textContent()).toMatch(/通话对象都是收件人/);
  await clean(page);
  await page.locator('form[action$="/confirm-back"] button').click();
  await sees(page, casePath, /已结案/);
  await reviewer.goto(`${product.url}/desk/rules`);
  expect(await reviewer.locator('tr:has-text("short-calls")').textContent()).toMatch(/1.*1.*1/);
  for (const path of ['/desk/rules', '/desk/flags', '/desk/webhooks', '/desk/attention']) {
    await reviewer.goto(`${product.url}${path}`);
    await clean(reviewer);
  }
});

test('story B: whoever raised the flag sees why the decision is not theirs, and a forged one is refused', async () => {
  const number = await line('xu-lan');
  const { factId } = await product.carrier.risk.observeUsage(number, {
    callsOut: 75,
    distinctCallees: 64,
    shortCallShare: 0.4,
  });
  const reasons = {
    code: 'D1',
    ground: { kind: 'law', rule_id: 'AF-11', article: '11' },
    fact_ids: [factId],
    rule: { policy_id: 'qinghe-service', version: 1, rule_id: 'odd-hours', values: { distinctCallees: 64 } },
    responsible_body: '风险管理部',
    measures: [
      { function: 'voice_out', from: product.clock.now(), until: null, spares: ['emergency', 'service_numbers'] },
    ],
    lift_condition: { kind: 'verified', check: 'real_person' },
    remedies: ['explain', 'appeal'],
    papers: ['id_card'],
    complain_to: ['carrier'],
  };
  const placed = await fetch(`${product.url}/api/v1/flags`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf('qian-feng')}` },
    body: JSON.stringify({ mobile_number: number, reasons }),
  });
  expect(await placed.json()).toMatchObject({ decided_automatically: false });
  const casePath = await appeal(await product.signedIn('xu-lan'), '我没有异常使用。');
  const flagger = await product.signedIn('qian-feng', 1280);
  await flagger.goto(`${product.url}/desk${casePath}`);
  await actAt(flagger, 'start-review');
  expect(await flagger.locator('main').textContent()).toMatch(/这个号码是你标记的/);
  expect(await flagger.locator('form[action$="/decide"]').count()).toBe(0);
  const csrf = await flagger.locator('input[name="csrf"]').first().inputValue();
  const form = { csrf, finding: 'grounded', rule_relied: 'AF-11', decide_words: '维持' };
  const forged = await flagger.request.post(`${product.url}/desk${casePath}/decide`, { form });
  expect(forged.status()).toBe(422);
  expect(await forged.text()).toMatch(/标记/);
  const fromElsewhere = await flagger.request.post(`${product.url}/desk${casePath}/decide`, {
    form: { ...form, csrf: 'guess' },
  });
  expect(fromElsewhere.status()).toBe(403);
});

test('nothing that happened here left a journal, a chain or a projection at fault', async () => {
  const problems: unknown[] = [];
  const { numbers } = await verifyNumbers(product.database.app, { onProblem: (problem) => problems.push(problem) });
  expect(numbers).toBeGreaterThanOrEqual(4);
  expect(problems).toEqual([]);
});
