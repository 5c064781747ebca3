import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, createPool, type Queryable } from '../platform/pool.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { ensureAppRole } from './app-role.ts';
import { migrateQueue } from './queue-schema.ts';

export type Migration = { number: number; name: string; sql: string; checksum: string };
export type Applied = Omit<Migration, 'sql'>;

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', '..', 'sql');

/** Any number that nobody else locks; held while one starter migrates and the others wait. */
const LOCK = 7_205_143_001;

/** Reads `NNNN-name.sql` in order; throws on two files of one number. */
export function readMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  const migrations = readdirSync(folder)
    .map((file) => ({ file, match: /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) }))
    .flatMap(({ file, match }) => {
      if (!match) return [];
      const sql = readFileSync(join(folder, file), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return [{ number: Number(match[1]), name: match[2] as string, sql, checksum }];
    })
    .sort((a, b) => a.number - b.number);
  const twice = migrations.find((migration, index) => migration.number === migrations[index - 1]?.number);
  if (twice) throw new Error(`two migrations have the number ${label(twice)}`);
  return migrations;
}

/**
 * Brings the database up to the code: app role, queue, then each pending migration in a transaction of its own.
 * Runs as the owner; two starters wait for each other. Answers what was applied. Throws `StartRefused` when the
 * database is newer than the code, was migrated by an edited file, or when the role can't be made.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<Applied[]> {
  const lock = createClient({ url, name: 'migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [LOCK]);
    checkHistory(await readApplied(lock), migrations);
    await ensureAppRole(lock);
    const pool = createPool({ url, name: 'migrate queue', max: 2 });
    await migrateQueue(pool).finally(() => pool.end());
    const pending = pendingOf(await readApplied(lock), migrations);
    for (const migration of pending) await apply(lock, migration);
    return pending.map(({ number, name, checksum }) => ({ number, name, checksum }));
  } finally {
    await lock.end();
  }
}

/** For a start that must not migrate: refuses while migrations are pending. */
export async function refuseWhilePending(owner: Queryable, migrations = readMigrations()): Promise<void> {
  const applied = await readApplied(owner);
  checkHistory(applied, migrations);
  const pending = pendingOf(applied, migrations);
  if (pending.length === 0) return;
  throw new StartRefused(
    'start.migrations_pending',
    `${pending.length} migrations are pending, from ${label(pending[0] as Migration)}: run \`npx qingbiao db migrate\`, or start with QINGBIAO_MIGRATE=auto.`,
    '有尚未执行的数据库迁移，请先运行 qingbiao db migrate。',
  );
}

/** What the database says it has been through, oldest first. */
export async function readApplied(owner: Queryable): Promise<Applied[]> {
  const known = await owner.query<{ present: boolean }>(
    `select to_regclass('public.schema_migrations') is not null as present`,
  );
  if (!known.rows[0]?.present) return [];
  const { rows } = await owner.query<Applied>('select number, name, checksum from schema_migrations order by number');
  return rows;
}

function pendingOf(applied: readonly Applied[], migrations: readonly Migration[]): Migration[] {
  const done = new Set(applied.map(({ number }) => number));
  return migrations.filter(({ number }) => !done.has(number));
}

function checkHistory(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const entry of applied) {
    const file = known.get(entry.number);
    if (!file) {
      throw new StartRefused(
        'start.database_newer',
        `The database has been through migration ${label(entry)}, which this release does not know: start the newer release, or restore a backup made before it.`,
        '数据库比程序新，请使用新版本启动。',
      );
    }
    if (file.checksum !== entry.checksum) {
      throw new StartRefused(
        'start.migration_edited',
        `Migration ${label(file)} was edited after this database went through it: restore the file and write a new migration instead (a demo database may be made anew with \`npm run demo:reset\`).`,
        '已执行过的迁移文件被改动，请还原并另写新的迁移。',
      );
    }
  }
}

async function apply(owner: Queryable, migration: Migration): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(migration.sql);
    await owner.query('insert into schema_migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`migration ${label(migration)} failed: ${(error as Error).message}`, { cause: error });
  }
}

function label({ number, name }: { number: number; name: string }): string {
  return `${String(number).padStart(4, '0')}-${name}`;
}
