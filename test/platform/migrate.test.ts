import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createPool } from '../../src/platform/pool.ts';
import { ensureAppRole } from '../../src/store/app-role.ts';
import { type Migration, migrate, readApplied, readMigrations, refuseWhilePending } from '../../src/store/migrate.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const real = readMigrations();
const last = Math.max(...real.map(({ number }) => number));
let database: TestDatabase;

beforeEach(async () => {
  database = await createDatabase({ empty: true });
});
afterEach(() => database.drop());

function further(number: number, sql: string): Migration {
  return { number: last + number, name: `further-${number}`, sql, checksum: `${number} ${sql}` };
}

test('an empty database comes to hold every migration, and a second start does nothing', async () => {
  expect((await migrate(database.url)).map(({ number }) => number)).toEqual(real.map(({ number }) => number));
  expect(await migrate(database.url)).toEqual([]);
  expect((await readApplied(database.owner)).length).toBe(real.length);
});

test('two starters at once apply each migration once', async () => {
  const migrations = [...real, further(1, 'create table once (n int); insert into once values (1)')];
  const applied = await Promise.all([migrate(database.url, migrations), migrate(database.url, migrations)]);
  expect(applied.map((list) => list.length).sort()).toEqual([0, migrations.length].sort());
  expect((await database.owner.query('select n from once')).rowCount).toBe(1);
});

test('a migration that fails leaves nothing of itself, keeps those before, and can be mended', async () => {
  const broken = [...real, further(1, 'create table one (n int)'), further(2, 'create table two (n int); select 1/0')];
  await expect(migrate(database.url, broken)).rejects.toThrow(
    new RegExp(`${last + 2}-further-2 failed: division by zero`),
  );
  const tables = await database.owner.query(
    `select to_regclass('one') is not null as one, to_regclass('two') is not null as two`,
  );
  expect(tables.rows).toEqual([{ one: true, two: false }]);
  const mended = [...broken.slice(0, -1), further(2, 'create table two (n int)')];
  expect((await migrate(database.url, mended)).map(({ name }) => name)).toEqual(['further-2']);
});

test('a database newer than the code, and an edited migration, are refused', async () => {
  const newer = [...real, further(1, 'select 1')];
  await migrate(database.url, newer);
  await expect(migrate(database.url, real)).rejects.toMatchObject({
    code: 'start.database_newer',
    message: expect.stringContaining(`${last + 1}-further-1`),
  });
  await expect(migrate(database.url, [...real, further(1, 'select 2')])).rejects.toMatchObject({
    code: 'start.migration_edited',
  });
});

test('a start that must not migrate is refused while migrations are pending', async () => {
  await expect(refuseWhilePending(database.owner)).rejects.toMatchObject({
    code: 'start.migrations_pending',
    message: expect.stringContaining('npx qingbiao db migrate'),
  });
  await migrate(database.url);
  await refuseWhilePending(database.owner);
});

test('the app role reads what was migrated and may change neither that nor the schema', async () => {
  await migrate(database.url);
  expect((await database.app.query('select current_user as role')).rows).toEqual([{ role: 'qingbiao_app' }]);
  expect((await database.app.query('select 1 from schema_migrations')).rowCount).toBe(real.length);
  for (const sql of [
    'delete from schema_migrations',
    'create table mine (n int)',
    'drop table schema_migrations',
    'create schema mine',
  ]) {
    await expect(database.app.query(sql)).rejects.toMatchObject({ code: expect.stringMatching(/^42501$/) });
  }
});

test('types arrive as ours: bigint and dates as text, moments as instants', async () => {
  const { rows } = await database.app.query(
    `select 9223372036854775807 as big, '2026-02-03'::date as day, '2026-02-03 04:05:06.789012+08'::timestamptz as at,
       array['2026-02-03'::date, null] as days, array['2026-02-03 04:05:06+08'::timestamptz, null] as moments`,
  );
  expect(rows).toEqual([
    {
      big: '9223372036854775807',
      day: '2026-02-03',
      at: '2026-02-02T20:05:06.789Z',
      days: ['2026-02-03', null],
      moments: ['2026-02-02T20:05:06.000Z', null],
    },
  ]);
});

test('a login that can neither make nor take on the app role is given the SQL for an administrator', async () => {
  const login = `${inject('testServer').prefix}login`;
  await ensureAppRole(database.owner);
  await database.owner.query(`create role ${login} login password 'p'`);
  const url = new URL(database.url);
  url.username = login;
  url.password = 'p';
  const pool = createPool({ url: url.href, name: 'test', max: 1 });
  try {
    const refused = await ensureAppRole(pool).catch((error) => error);
    expect(refused).toMatchObject({ code: 'start.app_role_missing', copy: [`grant qingbiao_app to ${login};`] });
    await database.owner.query(refused.copy.join('\n'));
    await ensureAppRole(pool);
    await migrate(database.url);
    // Such a login may start the product, with QINGBIAO_MIGRATE=never.
    await refuseWhilePending(pool);
  } finally {
    await pool.end();
    await database.owner.query(`drop owned by ${login}; drop role ${login}`);
  }
});
