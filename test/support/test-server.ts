import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';
import { FolderLocked } from '../../src/platform/folder-lock.ts';
import { createLog } from '../../src/platform/log.ts';
import { createClient } from '../../src/platform/pool.ts';
import { migrate, readMigrations } from '../../src/store/migrate.ts';

/** What test files get to make databases of their own. */
export type TestServer = {
  /** A database to connect to for making others. */
  adminUrl: string;
  /** Migrated; each test file gets a copy. */
  template: string;
  /** Begins the names of this run's databases. */
  prefix: string;
};

export type RunningTestServer = TestServer & { stop(): Promise<void> };

const TEMPLATE_LOCK = 7_205_143_002;

/** The server of `QINGBIAO_TEST_DATABASE_URL`, or an embedded one that stays between runs. */
export async function startTestServer(): Promise<RunningTestServer> {
  const given = process.env.QINGBIAO_TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startInFreeSlot();
  const prefix = `qb_${randomBytes(4).toString('hex')}_`;
  try {
    if (!given) await dropDatabases(server.url, 'qb\\_%', templateName());
    const template = await makeTemplate(server.url);
    return {
      adminUrl: server.url,
      template,
      prefix,
      stop: async () => {
        await dropDatabases(server.url, `${prefix.replaceAll('_', '\\_')}%`);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The same server, another database. */
export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs that overlap take a cluster each. */
async function startInFreeSlot() {
  const base = join(tmpdir(), `qingbiao-tests-${process.getuid?.() ?? 0}`);
  mkdirSync(base, { recursive: true, mode: 0o711 });
  if (statSync(base).uid !== process.getuid?.()) throw new Error(`${base} belongs to somebody else`);
  for (let slot = 1; ; slot += 1) {
    try {
      return await startEmbeddedDatabase({
        dataDir: join(base, String(slot)),
        log: createLog({ level: 'error' }),
        settings: { max_connections: '200', shared_buffers: '128MB' },
      });
    } catch (error) {
      if (!(error instanceof FolderLocked) || slot === 16) throw error;
    }
  }
}

function templateName(): string {
  const queue = join(import.meta.dirname, '../../node_modules/graphile-worker/package.json');
  const mechanism = ['app-role.ts', 'queue-schema.ts', 'migrate.ts'].map((file) =>
    readFileSync(join(import.meta.dirname, '../../src/store', file), 'utf8'),
  );
  const hash = createHash('sha256').update(readFileSync(queue)).update(mechanism.join());
  for (const { checksum } of readMigrations()) hash.update(checksum);
  return `qb_template_${hash.digest('hex').slice(0, 16)}`;
}

/** Migrated once per set of migrations; it gets its name only when whole. */
async function makeTemplate(adminUrl: string): Promise<string> {
  const name = templateName();
  const admin = createClient({ url: adminUrl, name: 'test template' });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 1) return name;
    await admin.query('drop database if exists qb_unfinished with (force)');
    await admin.query(`create database qb_unfinished template template0 encoding 'UTF8'`);
    await migrate(urlOf(adminUrl, 'qb_unfinished'));
    await admin.query(`alter database qb_unfinished rename to ${name}`);
    return name;
  } finally {
    await admin.end();
  }
}

async function dropDatabases(adminUrl: string, pattern: string, except = ''): Promise<void> {
  const admin = createClient({ url: adminUrl, name: 'test cleaning' });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ name: string }>(
      'select datname as name from pg_database where datname like $1 and datname <> $2',
      [pattern, except],
    );
    for (const { name } of rows)
      await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
  } finally {
    await admin.end();
  }
}
