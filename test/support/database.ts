import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { APP_ROLE, createClient, createPool, type Pool } from '../../src/platform/pool.ts';
import { urlOf } from './test-server.ts';

export type TestDatabase = {
  /** For the owner, as DATABASE_URL would be. */
  readonly url: string;
  /** Under the app role, as the product runs. */
  readonly app: Pool;
  /** May do anything; for looking behind the scenes. */
  readonly owner: Pool;
  /** Ends the pools and drops the database. */
  drop(): Promise<void>;
};

/** A database of one's own: migrated, or empty with `{ empty: true }`. */
export async function createDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { adminUrl, template, prefix } = inject('testServer');
  const name = `${prefix}${randomBytes(6).toString('hex')}`;
  await onServer(
    adminUrl,
    `create database ${name} template ${options.empty ? `template0 encoding 'UTF8'` : template}`,
  );
  const url = urlOf(adminUrl, name);
  const app = createPool({ url, name: 'test', role: APP_ROLE, max: 8 });
  const owner = createPool({ url, name: 'test owner', max: 4 });
  return {
    url,
    app,
    owner,
    drop: async () => {
      await Promise.all([app.end(), owner.end()]);
      await onServer(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/** For the top of a test file or a `describe`: made before its tests, dropped after them. */
export function useDatabase(options: { empty?: boolean } = {}): Pick<TestDatabase, 'url' | 'app' | 'owner'> {
  let made: TestDatabase | undefined;
  beforeAll(async () => {
    made = await createDatabase(options);
  });
  afterAll(() => made?.drop());
  const get = () => {
    if (!made) throw new Error('the database exists only inside tests and hooks');
    return made;
  };
  return {
    get url() {
      return get().url;
    },
    get app() {
      return get().app;
    },
    get owner() {
      return get().owner;
    },
  };
}

async function onServer(adminUrl: string, sql: string): Promise<void> {
  const admin = createClient({ url: adminUrl, name: 'test admin' });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}
