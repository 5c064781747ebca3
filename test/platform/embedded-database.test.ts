import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';
import { createLog } from '../../src/platform/log.ts';
import { createClient } from '../../src/platform/pool.ts';

const HOLDER = join(import.meta.dirname, '../support/hold-database.ts');
const log = createLog({ level: 'silent' });
let dataDir: string;
const holders: ChildProcess[] = [];

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-embedded-'));
});
afterEach(() => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
});
afterAll(async () => {
  // Waits for the last killed one to leave, then goes cleanly.
  await (await start()).stop();
  rmSync(dataDir, { recursive: true });
});

function start(): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase({ dataDir, log });
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = createClient({ url, name: 'test' });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

async function hold(): Promise<{ process: ChildProcess; url: string; postmaster: number }> {
  const child = spawn(process.execPath, [HOLDER, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  holders.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { process: child, ...JSON.parse(line) };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('keeps its data over a clean stop, on checksums, in UTF-8, with fsync', async () => {
  const first = await start();
  await query(first.url, `create table kept as select '清标' as word`);
  expect(
    await query(
      first.url,
      `select current_setting(name) from unnest(array['data_checksums', 'server_encoding', 'fsync', 'synchronous_commit']) name`,
    ),
  ).toEqual(['on', 'UTF8', 'on', 'on']);
  await first.stop();
  expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false);
  const second = await start();
  expect(await query(second.url, 'select word from kept')).toEqual(['清标']);
  await second.stop();
});

test('knows Chinese letters, so that trigram search finds them', async () => {
  const database = await start();
  await query(database.url, 'create extension if not exists pg_trgm');
  expect(await query(database.url, `select cardinality(show_trgm('张三丰')) > 0, '张三' ~ '^[[:alpha:]]+$'`)).toEqual([
    true,
    true,
  ]);
  await database.stop();
});

test('listens on no port, and its password and socket are for the owner alone', async () => {
  const database = await start();
  expect(await query(database.url, `select current_setting('listen_addresses')`)).toEqual(['']);
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'postgres/password')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, 'postgres/run')).mode & 0o777).toBe(0o700);
  const guess = new URL(database.url);
  guess.password = 'guess';
  await expect(query(guess.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  await database.stop();
});

test('a second process on the same folder is refused by name', async () => {
  const holder = await hold();
  await expect(start()).rejects.toMatchObject({
    code: 'start.data_folder_in_use',
    message: expect.stringContaining(`process ${holder.process.pid}`),
  });
  expect(await query(holder.url, 'select 1')).toEqual([1]);
  holder.process.kill('SIGTERM');
  expect((await once(holder.process, 'exit'))[0]).toBe(0);
});

test('when the server is killed its database ends too, and the next start has every acknowledged row', async () => {
  const holder = await hold();
  await query(holder.url, 'create table acknowledged (n int)');
  await query(holder.url, 'insert into acknowledged select generate_series(1, 500)');
  await kill(holder.process);
  const next = await start();
  expect(await query(next.url, 'select count(*)::int from acknowledged')).toEqual([500]);
  expect(next.pid()).not.toBe(holder.postmaster);
  await next.stop();
  expect(existsSync(`/proc/${holder.postmaster}/cwd`)).toBe(false);
});

test('when server and database are killed together the next start recovers', async () => {
  const holder = await hold();
  await query(holder.url, 'create table recovered as select generate_series(1, 500)');
  process.kill(holder.postmaster, 'SIGKILL');
  await kill(holder.process);
  const next = await start();
  expect(await query(next.url, 'select count(*)::int from recovered')).toEqual([500]);
  await next.stop();
});

test('a database that is killed under a living server is started again', async () => {
  const database = await start();
  const first = database.pid();
  const client = createClient({ url: database.url, name: 'test' });
  await client.connect();
  const cut = new Promise((resolve) => client.once('end', resolve));
  process.kill(first, 'SIGKILL');
  await cut;
  await expect.poll(() => query(database.url, 'select 1').catch(() => []), { timeout: 20_000 }).toEqual([1]);
  expect(database.pid()).not.toBe(first);
  await database.stop();
});

test('a pid file that now names some other program is no hindrance', async () => {
  writeFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), `${process.pid}\n`);
  const database = await start();
  expect(await query(database.url, 'select 1')).toEqual([1]);
  await database.stop();
});

test('a half-made cluster is made anew', async () => {
  const half = mkdtempSync(join(tmpdir(), 'qingbiao-half-'));
  const holder = await startEmbeddedDatabase({ dataDir: half, log });
  await holder.stop();
  rmSync(join(half, 'postgres/cluster'), { recursive: true });
  writeFileSync(join(half, 'postgres/cluster.new'), 'a start died here');
  const database = await startEmbeddedDatabase({ dataDir: half, log });
  expect(await query(database.url, 'select 1')).toEqual([1]);
  await database.stop();
  rmSync(half, { recursive: true });
});

test('a cluster of another PostgreSQL, or without its password, is refused with the way out', async () => {
  const version = join(dataDir, 'postgres/cluster/PG_VERSION');
  const password = join(dataDir, 'postgres/password');
  const kept = readFileSync(password);
  writeFileSync(version, '17\n');
  await expect(start()).rejects.toMatchObject({
    code: 'start.embedded_version',
    message: expect.stringContaining('made by PostgreSQL 17'),
  });
  writeFileSync(version, '18\n');
  rmSync(password);
  await expect(start()).rejects.toMatchObject({ code: 'start.database_password_missing' });
  writeFileSync(password, kept, { mode: 0o600 });
});
