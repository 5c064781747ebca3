import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CliCommand } from '../../src/cli/commands.ts';
import { MASTER_KEY_COMMANDS } from '../../src/cli/master-key.ts';
import { buildContext } from '../../src/main/context.ts';
import { createStillClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createLog } from '../../src/platform/log.ts';
import { systemRandomness } from '../../src/platform/randomness.ts';
import { masterIdOf } from '../../src/store/root-key.ts';
import { createSealer } from '../../src/store/seal.ts';
import { MORNING } from '../support/app.ts';
import type { TestDatabase } from '../support/database.ts';
import { createDatabase } from '../support/database.ts';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const [old, fresh] = [masterIdOf(OLD), masterIdOf(NEW)];
const folders: string[] = [];
let databases: TestDatabase[];
beforeAll(async () => {
  databases = [await createDatabase(), await createDatabase()];
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingbiao-master-'));
  folders.push(folder);
  return folder;
}

/** The product as started under a configured key, or under the one kept in its folder. */
function start(which: number, dataDir: string, keys: { readonly key?: Uint8Array; readonly next?: Uint8Array }) {
  const config = readConfig({ DATA_DIR: dataDir, QINGBIAO_DEMO: '1' });
  const database = databases[which];
  if (!database) throw new Error('no such database');
  return buildContext({
    config: { ...config, masterKey: keys.key ?? null, newMasterKey: keys.next ?? null },
    log: createLog({ level: 'fatal' }),
    clock: createStillClock(MORNING),
    pool: database.app,
  });
}

async function run(open: () => ReturnType<typeof start>, line: string) {
  const words = line.split(' ');
  const command = MASTER_KEY_COMMANDS.find((one) => one.words.every((word, at) => words[at] === word));
  const printed: string[] = [];
  const invocation = { rest: words.slice(2), open, print: (text: string) => printed.push(text) };
  const code = await command?.run(invocation as unknown as Parameters<CliCommand['run']>[0]);
  return { code, out: printed.join('\n') };
}

it('a configured key is changed server by server, and what was sealed before opens all the while', async () => {
  const dataDir = newFolder();
  const before = await start(0, dataDir, { key: OLD });
  const sealed = before.sealer.seal('person', 'here', Buffer.from('林晓雨'));
  const index = before.sealer.blindIndex('+8613800000000');
  const file = await before.files.put(Buffer.from('工作证明'));
  await expect(start(0, dataDir, { key: NEW })).rejects.toMatchObject({ code: 'start.master_key_unknown' });

  expect(await run(() => start(0, dataDir, { key: OLD }), 'master-key rotate')).toMatchObject({ code: 2 });
  const rotated = await run(() => start(0, dataDir, { key: OLD, next: NEW }), 'master-key rotate');
  expect(rotated).toMatchObject({ code: 0, out: expect.stringContaining(`master-key drop ${old}`) });
  // Broken off and done again, it comes to the same.
  await run(() => start(0, dataDir, { key: OLD, next: NEW }), 'master-key rotate');

  for (const key of [OLD, NEW]) {
    const server = await start(0, dataDir, { key });
    expect(server.sealer.open('person', 'here', sealed).toString()).toBe('林晓雨');
    expect(server.sealer.blindIndex('+8613800000000')).toEqual(index);
    expect(Buffer.from((await server.files.get(file)) ?? []).toString()).toBe('工作证明');
    expect(server.bundles.signer.keyId).toBe(before.bundles.signer.keyId);
  }

  const under = (key: Uint8Array) => () => start(0, dataDir, { key });
  expect((await run(under(OLD), `master-key drop ${old}`)).out).toContain('under');
  expect((await run(under(NEW), `master-key drop ${'0'.repeat(16)}`)).code).toBe(2);
  expect(await run(under(NEW), `master-key drop ${old}`)).toMatchObject({ code: 0 });
  expect((await run(under(NEW), 'master-key list')).out).toMatch(new RegExp(`^${fresh} .*in use`));
  await expect(start(0, dataDir, { key: OLD })).rejects.toMatchObject({ code: 'start.master_key_unknown' });
});

it('a kept key is made anew, kept for its owner alone, and the old one opens nothing any more', async () => {
  const dataDir = newFolder();
  const path = join(dataDir, 'master-key');
  const sealed = (await start(1, dataDir, {})).sealer.seal('person', 'here', Buffer.from('x'));
  const former = readFileSync(path, 'utf8');
  expect(await run(() => start(1, dataDir, {}), 'master-key rotate')).toMatchObject({ code: 0 });
  expect(readFileSync(path, 'utf8')).not.toBe(former);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((await start(1, dataDir, {})).sealer.open('person', 'here', sealed).toString()).toBe('x');
  await expect(start(1, dataDir, { key: Buffer.from(former, 'base64') })).rejects.toMatchObject({
    code: 'start.master_key_unknown',
  });
});

it('what was sealed straight under a master key opens after it', async () => {
  const database = await createDatabase();
  databases.push(database);
  await database.owner.query(`insert into numbers (number_id, blind_index, created_at) values (1, $1, now())`, [
    Buffer.alloc(32),
  ]);
  const former = createSealer({ rootKey: OLD, random: systemRandomness });
  const { sealer } = await start(2, newFolder(), { key: OLD });
  expect(sealer.open('digits', '1', former.seal('digits', '1', Buffer.from('x'))).toString()).toBe('x');
});

it('servers that start on a new database at once share one root key', async () => {
  const database = await createDatabase();
  databases.push(database);
  const dataDir = newFolder();
  const servers = await Promise.all(Array.from({ length: 5 }, () => start(3, dataDir, { key: OLD })));
  const indexes = servers.map(({ sealer }) => sealer.blindIndex('x').toString('hex'));
  expect(new Set(indexes).size).toBe(1);
});
