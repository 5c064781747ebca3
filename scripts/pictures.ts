import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { answerPapers, askPapers, keepTemplate } from './picture-steps.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'docs', 'pictures');
const PORT = 43_210;
const BASE = `http://127.0.0.1:${PORT}`;
const WIDTHS = [390, 1280];
/** Names of pictures to take; all when none is given. */
const WANTED = process.argv.slice(2);

type Shot = {
  readonly name: string;
  readonly as?: string;
  readonly path: string;
  readonly open?: (page: Page) => Promise<void>;
};

const follow = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click();
  await page.waitForLoadState();
};
const row = (number: string) => follow(`tbody tr:has-text("${number}") a`);

const MESSAGE = '【中国联通】系统监测您的号码使用存在异常，已限制主叫及短信功能，请于7日内到自有营业厅核验。';
const SCAM = '【中国移动】您的手机卡将于今日24时停用，请立即点击 http://10086-smrz.top 认证，逾期作废。';

const paste = (text: string) => async (page: Page) => {
  await page.fill('#text', text);
  await follow('main .btn-primary')(page);
};
const plan = async (page: Page) => {
  await paste(MESSAGE)(page);
  await follow('main form .btn-primary')(page);
};
const kept = async (page: Page) => {
  await page.fill('#mobile_number', '13800138000');
  await follow('main .btn-primary')(page);
  await follow('main a.btn-primary')(page);
};

/** A month's bills of a few numbers, with the slips that files have. */
function factsFile(): Buffer {
  const header = 'mobile_number,source_id,at,kind,line_kind,province,holder_id,user_id,bill_id,amount_fen,due_date';
  const rows = Array.from({ length: 1_200 }, (_, index) => {
    const number = `+8615400${String(700_000 + Math.floor(index / 2)).padStart(6, '0')}`;
    const opening = `open-${index},2025-12-01T08:00:00+08:00,line_opened,personal,CN-ZJ,,,,,`;
    const amount = index % 97 === 1 ? '88.00' : '8800';
    const bill = `bill-${index},2026-01-05T08:00:00+08:00,bill_issued,,,,,b-202601-${index},${amount},2026-01-31`;
    return `${index % 211 === 1 ? '+8615400799999' : number},${index % 2 === 0 ? opening : bill}`;
  });
  return Buffer.from([header, ...rows].join('\n'));
}

async function sendFacts(page: Page): Promise<void> {
  await page.setInputFiles('#file', { name: '2026-01-账单.csv', mimeType: 'text/csv', buffer: factsFile() });
  await page.locator('main form .btn-primary').first().click();
  await page.getByText('已完成').first().waitFor();
}

const chosen = async (page: Page) => {
  for (const box of await page.locator('input[name=case_ids]').all()) await box.check();
  await page.selectOption('#finding', 'misjudged');
  await page.selectOption('#rule_relied', { index: 1 });
  await page.fill('#words', '案件 {reference}：规则 {rule} 的标记没有充分依据，通话是正常联系。');
};

/** Asks more of a draft's rule on short calls, and tries it on the last quarter. */
const tryOnThePast = async (page: Page) => {
  await follow('main .btn-primary')(page);
  await page.goto(`${BASE}/desk/policies/qinghe-service/2/rules/1`);
  await page.fill('#value_0', '160');
  await follow('main form .btn-primary')(page);
  await page.goto(`${BASE}/desk/policies/qinghe-service/2/back-tests`);
  await follow('main form .btn-primary')(page);
  await page.locator('.duty-total').waitFor();
  await page.goto(page.url().replace(/\?.*/, ''));
};

/** Opens the flags of the first rule as a class, or goes to the one that is open. */
const lookAgain = async (page: Page) => {
  await follow('main table a[href*="/desk/learning/rules/"]')(page);
  if ((await page.locator('#open_why').count()) === 0) return follow('main a[href^="/desk/classes/"]')(page);
  await page.fill('#open_why', '抽查发现把送货电话当成了骚扰电话');
  await follow('form:has(#open_why) .btn-primary')(page);
};

/** Every page, in the states of the seeded city. */
const SHOTS: readonly Shot[] = [
  { name: 'home', path: '/' },
  { name: 'check', path: '/check?out=no&in=yes&sms=no&data=yes' },
  { name: 'verdict', path: '/', open: paste(MESSAGE) },
  { name: 'scam', path: '/', open: paste(SCAM) },
  { name: 'plan', path: '/', open: plan },
  { name: 'plan-papers', path: '/plan/papers?code=D1&asked=yes&have=id_card' },
  { name: 'letters', path: '/letters' },
  { name: 'letter', path: '/letters/demand-for-reasons', open: follow('main .btn-primary') },
  { name: 'guides', path: '/guides' },
  { name: 'guide', path: '/guides/cause/D1' },
  { name: 'keep', path: '/keep?code=D1' },
  { name: 'kept-case', path: '/keep?code=D1', open: kept },
  { name: 'reminders', path: '/reminders' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'my-sign-in', as: 'wang-jianguo', path: '/my-sign-in' },
  { name: 'my-data', as: 'wang-jianguo', path: '/mine/data' },
  { name: 'correct', as: 'wang-jianguo', path: '/mine/data', open: follow('a[href*="/mine/data/correct/"]') },
  { name: 'desk-holds', as: 'tang-wen', path: '/desk/holds' },
  { name: 'mine', as: 'wang-jianguo', path: '/mine' },
  { name: 'inbox', as: 'wang-jianguo', path: '/mine/inbox' },
  { name: 'flag-arrears', as: 'wang-jianguo', path: '/mine', open: follow('a[href^="/flags/"]') },
  { name: 'flag-suspicion', as: 'lin-xiaoyu', path: '/mine', open: follow('a[href^="/flags/"]') },
  {
    name: 'open-case',
    as: 'lin-xiaoyu',
    path: '/mine',
    open: async (page) => {
      await follow('a[href^="/flags/"]')(page);
      await follow('a[href$="/case"]')(page);
    },
  },
  { name: 'case-material', as: 'zhang-wei', path: '/mine', open: follow('a[href^="/cases/"]') },
  { name: 'case-overdue', as: 'he-jing', path: '/mine', open: follow('a[href^="/cases/"]') },
  {
    name: 'clock',
    as: 'he-jing',
    path: '/mine',
    open: async (page) => {
      await follow('a[href^="/cases/"]')(page);
      await follow('a[href$="/escalate"]')(page);
      await follow('main a[href^="/clocks/"]')(page);
    },
  },
  { name: 'case-refused', as: 'ma-chao', path: '/mine', open: follow('a[href^="/cases/"]') },
  {
    name: 'escalate',
    as: 'ma-chao',
    path: '/mine',
    open: async (page) => {
      await follow('a[href^="/cases/"]')(page);
      await follow('a[href$="/escalate"]')(page);
    },
  },
  { name: 'case-with-authority', as: 'liang-qin', path: '/mine', open: follow('a[href^="/cases/"]') },
  { name: 'case-lifting', as: 'xu-lan', path: '/mine', open: follow('a[href^="/cases/"]') },
  { name: 'case-restored', as: 'sun-hao', path: '/mine', open: follow('a[href^="/cases/"]') },
  { name: 'desk', as: 'zhao-lei', path: '/desk' },
  { name: 'desk-case', as: 'zhao-lei', path: '/desk', open: row('0003') },
  { name: 'desk-case-barred', as: 'qian-feng', path: '/desk', open: row('0003') },
  { name: 'desk-case-asked', as: 'zhou-min', path: '/desk?status=accepted', open: row('0010') },
  {
    name: 'desk-search',
    as: 'zhou-min',
    path: '/desk/search',
    open: async (page) => {
      await page.fill('#text', '15400000003');
      await page.selectOption('#purpose', 'caller');
      await follow('main form .btn-primary')(page);
    },
  },
  { name: 'desk-bulk', as: 'zhao-lei', path: '/desk/bulk', open: chosen },
  {
    name: 'desk-bulk-preview',
    as: 'zhao-lei',
    path: '/desk/bulk',
    open: async (page) => {
      await chosen(page);
      await follow('.desk-bulk .btn-primary')(page);
    },
  },
  {
    name: 'desk-saved',
    as: 'zhou-min',
    path: '/desk?assignee=nobody',
    open: async (page) => {
      await page
        .locator('.save-filter summary')
        .click({ timeout: 1_000 })
        .catch(() => undefined);
      if (await page.locator('#name').isVisible()) {
        await page.fill('#name', '没人接的');
        await page.check('#shared');
        await follow('.save-filter button')(page);
      }
    },
  },
  { name: 'desk-filters', as: 'zhou-min', path: '/desk/filters' },
  { name: 'desk-templates', as: 'zhao-lei', path: '/desk/templates', open: keepTemplate },
  {
    name: 'desk-case-template',
    as: 'zhao-lei',
    path: '/desk',
    open: async (page) => {
      await page.goto(`${BASE}/desk/templates`);
      await keepTemplate(page);
      await page.goto(`${BASE}/desk`);
      await row('0003')(page);
      await page.fill('#decide_words', '已核对通话记录。');
      await page.selectOption('#template', { index: 1 });
      await follow('button[formaction*="fill-template"]')(page);
    },
  },
  { name: 'case-papers-ask', as: 'chen-guilan', path: '/mine', open: follow('a[href^="/cases/"]') },
  { name: 'case-papers-waiting', as: 'chen-guilan', path: '/mine', open: askPapers(BASE) },
  { name: 'desk-prechecks', as: 'zhou-min', path: '/desk/prechecks' },
  { name: 'desk-precheck', as: 'zhou-min', path: '/desk/prechecks', open: row('0003') },
  { name: 'desk-precheck-bound', as: 'zhao-lei', path: '/desk', open: answerPapers(row('0003')) },
  { name: 'case-papers-enough', as: 'chen-guilan', path: '/mine', open: follow('a[href^="/cases/"]') },
  { name: 'desk-keys', as: 'zhou-min', path: '/desk/keys' },
  {
    name: 'desk-keys-over',
    as: 'zhou-min',
    path: '/desk',
    open: async (page) => {
      await page.waitForLoadState('networkidle');
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'desk-bulk-all',
    as: 'zhao-lei',
    path: '/desk/bulk?status=any',
    open: async (page) => {
      await chosen(page);
      await page.check('input[name=which][value=all]');
      await follow('.desk-bulk .btn-primary')(page);
    },
  },
  {
    name: 'desk-bulk-act',
    as: 'zhao-lei',
    path: '/desk/bulk',
    open: async (page) => {
      await chosen(page);
      await follow('.desk-bulk .btn-primary')(page);
      await follow('main .btn-primary')(page);
    },
  },
  { name: 'authority', as: 'fang-min', path: '/authority' },
  { name: 'authority-case', as: 'fang-min', path: '/authority', open: row('0009') },
  { name: 'authority-case-asked', as: 'fang-min', path: '/authority', open: row('0010') },
  { name: 'authority-duty', as: 'fang-min', path: '/authority/duty' },
  { name: 'desk-duty', as: 'zhou-min', path: '/desk/duty' },
  { name: 'desk-team', as: 'zhou-min', path: '/desk/team' },
  { name: 'desk-flags', as: 'zhou-min', path: '/desk/flags' },
  { name: 'desk-flag', as: 'zhou-min', path: '/desk/flags', open: row('0007') },
  { name: 'desk-attention', as: 'zhou-min', path: '/desk/attention' },
  { name: 'policy', path: '/policies/qinghe-service/1' },
  { name: 'desk-policies', as: 'zhou-min', path: '/desk/policies' },
  { name: 'desk-policy', as: 'sun-li', path: '/desk/policies', open: follow('main .btn-primary') },
  { name: 'desk-policy-rule', as: 'sun-li', path: '/desk/policies/qinghe-service/2/rules/1' },
  { name: 'desk-back-test', as: 'sun-li', path: '/desk/policies', open: tryOnThePast },
  { name: 'desk-back-tests', as: 'sun-li', path: '/desk/policies/qinghe-service/2/back-tests' },
  { name: 'desk-learning', as: 'zhao-lei', path: '/desk/learning' },
  {
    name: 'desk-rule',
    as: 'sun-li',
    path: '/desk/learning',
    open: follow('main table a[href*="/desk/learning/rules/"]'),
  },
  { name: 'desk-class', as: 'zhao-lei', path: '/desk/learning', open: lookAgain },
  { name: 'authority-rule-reports', as: 'fang-min', path: '/authority/rule-reports' },
  { name: 'desk-rules', as: 'zhou-min', path: '/desk/rules' },
  { name: 'desk-import-new', as: 'tang-wen', path: '/desk/imports/new' },
  { name: 'desk-import', as: 'tang-wen', path: '/desk/imports/new', open: (page) => sendFacts(page) },
  {
    name: 'desk-imports',
    as: 'tang-wen',
    path: '/desk/imports/new',
    open: async (page) => {
      await sendFacts(page);
      await page.goto(`${BASE}/desk/imports`);
    },
  },
  { name: 'desk-webhooks', as: 'zhou-min', path: '/desk/webhooks' },
  {
    name: 'desk-timeline',
    as: 'zheng-jie',
    path: '/desk/flags',
    open: async (page) => {
      await row('0005')(page);
      await follow('a[href$="/timeline"]')(page);
    },
  },
  {
    name: 'authority-dealings',
    as: 'fang-min',
    path: '/authority',
    // The last picture of all, as it changes the city: at the second width the case is already among these.
    open: async (page) => {
      const waiting = page.locator('tbody tr:has-text("0009") a').first();
      if (await waiting.count()) {
        await waiting.click();
        await page.waitForLoadState();
        await page.locator('summary:has-text("不予受理")').click();
        await page.selectOption('#ground', 'papers_missing');
        await page.fill('#decline_words', '请补上向企业投诉的工单号，再交来。');
        await follow('form[action$="/decline"] button')(page);
      }
      await page.goto(`${BASE}/authority/dealings`);
    },
  },
];

/** Starts the product on a fresh demo city and takes each page at both widths. */
async function takePictures(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-pictures-'));
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(PORT), LOG_LEVEL: 'fatal' };
  execFileSync(process.execPath, [join(ROOT, 'src/main/cli.ts'), 'demo', 'reset'], { env });
  const server = spawn(process.execPath, [join(ROOT, 'src/main/serve.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await untilReady(server.stdout);
    await settled(browser);
    for (const width of WIDTHS) for (const shot of SHOTS) if (isWanted(shot.name)) await take(browser, shot, width);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function isWanted(name: string): boolean {
  return WANTED.length === 0 || WANTED.includes(name);
}

async function untilReady(output: NodeJS.ReadableStream): Promise<void> {
  for await (const chunk of output) if (String(chunk).includes('Ctrl-C')) return;
}

/** The sweep runs with the minute: until it has, nobody at the desk is late yet. */
async function settled(browser: Browser): Promise<void> {
  const page = await signedIn(browser, 'zhao-lei', 1280);
  await page.goto(`${BASE}/desk`);
  while (!(await page.locator('main').textContent())?.includes('逾期')) {
    await page.waitForTimeout(1_000);
    await page.reload();
  }
  await page.context().close();
}

async function signedIn(browser: Browser, as: string | undefined, width: number): Promise<Page> {
  const viewport = { width, height: width < 600 ? 844 : 900 };
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  if (!as) return page;
  await page.goto(`${BASE}/sign-in`);
  const way = `button[name="actor_id"][value="${as}"], form:has(input[name="actor_id"][value="${as}"]) button`;
  await page.locator(way).first().click();
  await page.waitForURL((to) => !to.pathname.startsWith('/sign-in'));
  return page;
}

async function take(browser: Browser, { name, as, path, open }: Shot, width: number): Promise<void> {
  const page = await signedIn(browser, as, width);
  await page.goto(BASE + path);
  await open?.(page);
  await page.screenshot({ path: join(OUT, `${name}-${width}.png`), fullPage: true });
  await page.context().close();
}

await takePictures();
makeSmall();

/** Fewer colours where the program for it is there: pictures in a repository stay with it for ever. */
function makeSmall(): void {
  const files = readdirSync(OUT).filter((file) => {
    const name = /^(.+)-(?:390|1280)\.png$/.exec(file)?.[1];
    return name !== undefined && isWanted(name);
  });
  try {
    execFileSync('pngquant', ['--force', '--ext', '.png', '64', ...files.map((name) => join(OUT, name))]);
  } catch {
    console.error('The pictures were not made smaller: pngquant is not there.');
  }
}
