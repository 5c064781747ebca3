import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { SYSTEM } from '../../seed/city.ts';
import { createCarrierSimulator } from '../../simulator/carrier.ts';
import { createSmsOperator } from '../../simulator/sms-operator.ts';
import type { AppContext } from '../../src/app/context.ts';
import type { Instant } from '../../src/domain/time.ts';
import { msOf } from '../../src/domain/time.ts';
import type { Runner } from '../../src/jobs/runner.ts';
import { createRunner } from '../../src/jobs/runner.ts';
import { buildContext } from '../../src/main/context.ts';
import { createHttp } from '../../src/main/http.ts';
import type { MovableClock } from '../../src/platform/clock.ts';
import { createOffsetClock, systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createLog } from '../../src/platform/log.ts';
import { openWeb } from '../../src/web/render.ts';
import { browserPath } from './browser-path.ts';
import type { TestDatabase } from './database.ts';
import { createDatabase } from './database.ts';
import { makeCity, tokenOf } from './factories.ts';

type Carrier = ReturnType<typeof createCarrierSimulator>;
type Operator = ReturnType<typeof createSmsOperator>;

/** The whole product on real parts: pages, API, worker, a simulated carrier and operator, and a browser in front of it. */
export type Product = {
  readonly url: string;
  readonly ctx: AppContext;
  /** Runs with the machine's, as far ahead as it is moved. */
  readonly clock: MovableClock;
  readonly runner: Runner;
  readonly carrier: Carrier;
  readonly operator: Operator;
  readonly database: TestDatabase;
  /** A fresh browser page on a telephone's screen, signed in as somebody of the city. */
  signedIn(actorId: string, width?: number): Promise<Page>;
  stop(): Promise<void>;
};

const SMS_TOKEN = 'test-gateway';
const RECEIPT_TOKEN = 'test-operator';

/** `start` sets its clock to another day; from there it runs with the machine's. */
export async function startProduct({ start }: { readonly start?: Instant } = {}): Promise<Product> {
  const database = await createDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-product-'));
  const [port, smsPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    QINGBIAO_DEMO: '1',
    QINGBIAO_MASTER_KEY: '0'.repeat(64),
    PORT: String(port),
    QINGBIAO_LIMITS: 'pictures=100000,letters=100000,codes=100000,accounts=100000',
  };
  const sms = { url: `http://127.0.0.1:${smsPort}/messages`, token: SMS_TOKEN };
  const config = { ...readConfig(environment), sms, receiptToken: RECEIPT_TOKEN };
  const offset = start === undefined ? 0 : msOf(start) - msOf(systemClock.now());
  const clock = createOffsetClock(systemClock, offset);
  const patience = { liftRetryMs: 500, liftRetryMaxMs: 4_000, receiptMs: 2_000, webhookRetriesMs: [200, 400] };
  const ctx = await buildContext(
    { config, log: createLog({ level: 'fatal' }), clock, pool: database.app },
    { patience },
  );
  await makeCity(ctx);
  const http = await createHttp(ctx, await openWeb());
  await http.listen({ host: '127.0.0.1', port });
  const runner = createRunner(ctx);
  await runner.start();
  const receiptUrl = `${url}/api/v1/sms/receipts`;
  const operator = createSmsOperator({
    port: smsPort,
    token: SMS_TOKEN,
    receiptUrl,
    receiptToken: RECEIPT_TOKEN,
    mode: 'normal',
  });
  await operator.start();
  const carrier = createCarrierSimulator({
    apiUrl: url,
    token: tokenOf(SYSTEM.actorId),
    port: await freePort(),
    now: () => clock.now(),
  });
  await carrier.start();
  const browser = await launch();
  return {
    url,
    ctx,
    clock,
    runner,
    carrier,
    operator,
    database,
    signedIn: (actorId, width = 390) => signIn(browser, url, actorId, width),
    stop: async () => {
      await browser.close();
      await carrier.stop();
      await operator.stop();
      await runner.stop();
      await http.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function signIn(browser: Browser, url: string, actorId: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.locator(`button[name="actor_id"][value="${actorId}"]`).click();
  await page.waitForURL((to) => !to.pathname.startsWith('/sign-in'));
  return page;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
