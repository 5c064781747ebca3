import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { createApi } from '../../src/api/create-api.ts';
import type { AppContext } from '../../src/app/context.ts';
import { buildContext } from '../../src/main/context.ts';
import type { MovableClock } from '../../src/platform/clock.ts';
import { createStillClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Client } from './client.ts';
import { createClient } from './client.ts';
import type { TestDatabase } from './database.ts';
import { createDatabase } from './database.ts';
import { makeCity } from './factories.ts';

/** A Monday morning in Shanghai, in a year whose holidays are announced. */
export const MORNING = '2026-03-02T02:00:00.000Z';
export const OPERATOR_TOKEN = 'test-operator';

export type TestApp = {
  readonly ctx: AppContext;
  readonly clock: MovableClock;
  readonly http: FastifyInstance;
  /** Speaks for somebody of the city, or for nobody. */
  as(actorId: string | null): Client;
};

/** The product behind its API on a real database, with a clock that stands still until it is moved. */
export async function openApp(database: TestDatabase): Promise<TestApp & { close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-app-'));
  const environment = {
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    QINGBIAO_DEMO: '1',
    QINGBIAO_MASTER_KEY: '0'.repeat(64),
    QINGBIAO_LIMITS: 'pictures=100000,letters=100000,codes=100000,accounts=100000,forms=100000,calls=1000000',
  };
  const config = { ...readConfig(environment), receiptToken: OPERATOR_TOKEN };
  const clock = createStillClock(MORNING);
  const ctx = await buildContext({ config, log: createLog({ level: 'fatal' }), clock, pool: database.app });
  await makeCity(ctx);
  let requests = 0;
  const nameRequest = () => {
    requests += 1;
    return `req-${requests}`;
  };
  const http = fastify({ genReqId: nameRequest });
  await http.register(createApi(ctx, { strict: true }), { prefix: '/api' });
  await http.ready();
  return {
    ctx,
    clock,
    http,
    as: (actorId) => createClient(http, actorId),
    close: async () => {
      await http.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** For the top of a test file: one app on a database of its own. */
export function useApp(): TestApp {
  let opened: Awaited<ReturnType<typeof openApp>> | undefined;
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createDatabase();
    opened = await openApp(database);
  });
  afterAll(async () => {
    await opened?.close();
    await database?.drop();
  });
  const get = () => {
    if (!opened) throw new Error('the app exists only inside tests and hooks');
    return opened;
  };
  return {
    get ctx() {
      return get().ctx;
    },
    get clock() {
      return get().clock;
    },
    get http() {
      return get().http;
    },
    as: (actorId) => get().as(actorId),
  };
}
