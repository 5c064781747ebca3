import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyNumbers } from '../../src/store/verify.ts';
import { createNumberMaker } from '../support/factories.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

const DAY_MS = 86_400_000;
/** Friday 13 February 2026, ten in the morning in Shanghai: fifteen days end on a Saturday that is worked. */
const START = '2026-02-13T02:00:00.000Z';
const nextNumber = createNumberMaker();
let product: Product;

beforeAll(async () => {
  product = await startProduct({ start: START });
  for (const system of ['switch', 'sms_gateway', 'data_gateway', 'crm'] as const)
    product.carrier.switches.setMode(system, 'confirm', { delayMs: 20 });
});
afterAll(async () => {
  await product?.stop();
});

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
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
}

async function send(page: Page, act: string): Promise<void> {
  await page.locator(`form[action$="/${act}"] button`).last().click();
  await page.waitForLoadState();
}

/** A suspected number of this person's, appealed on its first day; answers the address of the case. */
async function appealed(page: Page, holderId: string): Promise<string> {
  const number = nextNumber();
  await product.carrier.network.openLine(number, { holderId, userId: holderId });
  await product.carrier.risk.observeUsage(number, { callsOut: 180, distinctCallees: 150, shortCallShare: 0.92 });
  await page.goto(`${product.url}/mine`);
  await page.locator('.next .btn-primary').click();
  await page.locator('a[href$="/case"]').first().click();
  await page.locator('input[name="remedy"]').last().check();
  await page.locator('main .btn-primary').click();
  await page.fill('#statement', '我是社区工作人员，打电话是为了通知居民。');
  await page.locator('main .btn-primary').click();
  await page.waitForURL(/step=files/);
  await page.goto(page.url().replace(/\?.*$/, '?step=check'));
  await page.getByRole('button', { name: /^发给/ }).click();
  await page.waitForURL(/\/cases\/[^?]+\?done=submit/);
  return new URL(page.url()).pathname;
}

/** The desk as a hurried officer has it: everything unfolded. */
async function unfold(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as { open?: boolean }).open = true;
  });
}

async function escalate(page: Page, casePath: string): Promise<void> {
  await page.goto(`${product.url}${casePath}`);
  await page.locator(`a[href$="/escalate"]`).first().click();
  await page.waitForLoadState();
  await page.locator('input[name="accepted_elsewhere"][value="no"]').check();
  await send(page, 'escalate');
}

test('story C: the carrier is late, the regulator declines, then takes it on, mediates and settles, and service is back', async () => {
  let page = await product.signedIn('he-jing');
  const casePath = await appealed(page, 'he-jing');
  await page.goto(`${product.url}${casePath}`);
  // The 28th is a Saturday, but worked instead of a holiday: no roll.
  expect(await page.locator('main').textContent()).toContain('2月28日');

  product.clock.advance(14 * DAY_MS);
  page = await product.signedIn('he-jing');
  let agent = await product.signedIn('zhou-min', 1280);
  await agent.goto(`${product.url}/desk${casePath}`);
  await send(agent, 'start-review');
  await agent.locator('summary:has-text("要求补材料")').click();
  await agent.locator('input[name="materials"][value="work_proof"]').check();
  await agent.fill('#ask_words', '请补在职证明，时限暂停。');
  await send(agent, 'ask-material');
  await page.goto(`${product.url}${casePath}`);
  const clock = page.locator('.clock', { hasText: '答复你的申诉' }).first();
  await clock.locator('summary').first().click();
  await clock.locator('a[href^="/clocks/clock_"]').click();
  await page.waitForLoadState();
  const ledger = await page.locator('main').textContent();
  expect(ledger).toContain('没有规定可以停计');
  expect(ledger).toContain('最后一天是 2026年2月28日');
  await clean(page);

  product.clock.advance(2 * DAY_MS);
  page = await product.signedIn('he-jing');
  const reviewer = await product.signedIn('zhao-lei', 1280);
  await reviewer.goto(`${product.url}/desk${casePath}`);
  await reviewer.locator('input[name="finding"][value="grounded"]').check();
  await reviewer.selectOption('#rule_relied', 'AF-11');
  await reviewer.fill('#decide_words', '没有收到在职证明。');
  await reviewer.locator('form[action$="/decide"] .btn-primary').click();
  await sees(page, casePath, /没有收到在职证明/);
  // The answer of day 16 is there, and it was late.
  expect(await page.locator('main').textContent()).toMatch(/已超期/);

  await escalate(page, casePath);
  await sees(page, casePath, /是否受理|已交主管部门/);
  await clean(page);
  let officer = await product.signedIn('fang-min', 1280);
  await officer.goto(`${product.url}/authority`);
  await clean(officer);
  await officer.goto(`${product.url}/authority${casePath}`);
  await clean(officer);
  await unfold(officer);
  await officer.selectOption('#ground', 'no_prior_complaint');
  await officer.fill('#decline_words', '没有看到向运营商投诉的记录。');
  await send(officer, 'decline');
  await sees(page, casePath, /还没有先向运营商投诉/);
  expect(await page.locator('main').textContent()).toContain('没有看到向运营商投诉的记录');
  const other = await product.signedIn('luo-xia', 1280);
  await other.goto(`${product.url}/authority${casePath}`);
  expect(await other.locator('main').textContent()).not.toContain('社区工作人员');

  await escalate(page, casePath);
  product.clock.advance(DAY_MS);
  page = await product.signedIn('he-jing');
  officer = await product.signedIn('fang-min', 1280);
  agent = await product.signedIn('zhou-min', 1280);
  await officer.goto(`${product.url}/authority${casePath}`);
  await unfold(officer);
  await send(officer, 'accept');
  await sees(page, casePath, /主管部门已受理/);
  await officer.goto(`${product.url}/authority${casePath}`);
  await unfold(officer);
  await officer.fill('#ask_carrier_words', '请说明停机依据。');
  await send(officer, 'ask-carrier');
  await agent.goto(`${product.url}/desk${casePath}`);
  expect(await agent.locator('main').textContent()).toContain('请说明停机依据');
  await clean(agent);
  await unfold(agent);
  await agent.fill('#answer_words', '复核后认为可以恢复。');
  await send(agent, 'answer-authority');
  await officer.goto(`${product.url}/authority${casePath}`);
  expect(await officer.locator('main').textContent()).toContain('复核后认为可以恢复');
  await unfold(officer);
  await send(officer, 'mediate');
  await sees(page, casePath, /调解/);
  await officer.goto(`${product.url}/authority${casePath}`);
  await unfold(officer);
  await officer.locator('input[name="lift_flag_ids"]').first().check();
  await officer.fill('#settle_words', '双方同意恢复服务。');
  await send(officer, 'settle');
  await sees(page, casePath, /系统都说恢复了/);
  expect(await page.locator('main').textContent()).toContain('双方同意恢复服务');
  await page.locator('form[action$="/confirm-back"] button').click();
  await sees(page, casePath, /已结案/);
}, 120_000);

test('story C: the worker sleeps three days over the end, and the way on is open all the same', async () => {
  let page = await product.signedIn('ma-chao');
  const casePath = await appealed(page, 'ma-chao');
  await product.runner.stop();
  product.clock.advance(21 * DAY_MS);
  page = await product.signedIn('ma-chao');
  // Nobody has looked at the clocks: the page knows.
  await sees(page, casePath, /没有按时答复/);
  await escalate(page, casePath);
  await sees(page, casePath, /是否受理|已交主管部门/);
  await product.runner.start();
  await product.runner.runDue();
  await sees(page, '/mine/inbox', /逾期未答复/);
  const { rows } = await product.ctx.pool.query(
    `select count(*)::integer as n from entries where kind = 'case.overdue' and data ->> 'caseId' = $1`,
    [casePath.split('/')[2]],
  );
  expect(rows[0].n).toBe(1);
  const problems: unknown[] = [];
  await verifyNumbers(product.database.app, { onProblem: (problem) => problems.push(problem) });
  expect(problems).toEqual([]);
}, 90_000);
