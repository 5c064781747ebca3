import type { Page } from 'playwright-core';

/** Keeps a template of reasons once, and looks at another one filled in. */
export async function keepTemplate(page: Page): Promise<void> {
  const write = async (name: string, words: string) => {
    await page.fill('#name', name);
    await page.selectOption('#cause', 'suspicion');
    await page.fill('#words', words);
  };
  if (!(await page.content()).includes('核对通话记录后')) {
    await write('送货电话，误判', '{flagged_on} 按规则 {rule} 加的标记，核对通话记录后是正常的送货联系，认定为误判。');
    await click(page, 'main form button[value=save]');
  }
  await write('短时多呼，有据', '规则 {rule} 第 {rule_version} 版所列的情形成立，理由编码 {code}。');
  await click(page, 'main form button[value=preview]');
}

/** Asks whether the papers of her case are enough, again where that was answered at another width. */
export function askPapers(base: string) {
  return async (page: Page): Promise<void> => {
    await page.goto(`${base}/mine`);
    await click(page, 'a[href^="/cases/"]');
    const form = page.locator('form[action$="/ask-precheck"]');
    // Waits for its answer already.
    if ((await form.count()) === 0) return;
    if (!(await form.isVisible())) await page.locator('#precheck summary').first().click();
    for (const box of await form.locator('input[name=papers]').all()) await box.check();
    await click(page, 'form[action$="/ask-precheck"] button');
  };
}

/** Answers that the papers of a case are enough, where somebody waits to hear it. */
export function answerPapers(open: (page: Page) => Promise<void>) {
  return async (page: Page): Promise<void> => {
    await open(page);
    const form = page.locator('form[action$="/answer-precheck"]');
    if ((await form.count()) === 0) return;
    for (const good of await form.locator('input[value=good]').all()) await good.check();
    await form.locator('input[name=originals]').first().check();
    await click(page, 'form[action$="/answer-precheck"] button[value=yes]');
  };
}

async function click(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click();
  await page.waitForLoadState();
}
