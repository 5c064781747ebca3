import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import {
  checkDatabase,
  checkDatabaseVersion,
  checkDisk,
  checkFolder,
  checkPort,
} from '../../src/platform/preconditions.ts';

const adminUrl = inject('testServer').adminUrl;

function changed(change: (url: URL) => void): string {
  const url = new URL(adminUrl);
  change(url);
  return url.href;
}

test('a taken port is refused with the next one to try, a free one passes', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(checkPort('127.0.0.1', port)).rejects.toMatchObject({
    code: 'start.port_taken',
    message: expect.stringContaining(`PORT=${port + 1} npm start`),
  });
  await new Promise((resolve) => server.close(resolve));
  await checkPort('127.0.0.1', port);
});

test('an address that is not of this machine is refused', async () => {
  await expect(checkPort('203.0.113.1', 41_001)).rejects.toMatchObject({ code: 'start.port_refused' });
});

test.each([
  ['/dev/null/data', 'ENOTDIR'],
  ['/proc/data/qingbiao', 'ENOENT'],
])('the folder %s, which cannot be made, is refused', (folder, code) => {
  expect(() => checkFolder(folder)).toThrow(`Cannot write to ${folder} (${code})`);
});

test('a folder that can be made is made', () => {
  const parent = mkdtempSync(join(tmpdir(), 'qingbiao-folder-'));
  checkFolder(join(parent, 'a/b'));
  expect(existsSync(join(parent, 'a/b'))).toBe(true);
  rmSync(parent, { recursive: true });
});

test('a full disk is refused with what is free and what is needed', () => {
  checkDisk(tmpdir(), 1);
  expect(() => checkDisk(tmpdir(), 2 ** 60)).toThrow(/Only \d+ MiB are free below .* and 1099511627776 MiB are needed/);
});

test('a database that is there and new enough passes', async () => {
  await checkDatabase(adminUrl);
});

test.each([
  [
    'wrong password',
    (url: URL) => {
      url.password = 'guess';
    },
    /password of \w+ is wrong/,
  ],
  [
    'missing database',
    (url: URL) => {
      url.pathname = '/nowhere';
    },
    /no database nowhere: make it/,
  ],
  [
    'nobody listening',
    (url: URL) => {
      url.search = '?host=127.0.0.1&port=41099';
    },
    /nothing listens there/,
  ],
  [
    'missing socket',
    (url: URL) => {
      url.search = '?host=%2Fnowhere';
    },
    /no such socket/,
  ],
])('%s: one line that says what to do and hides the password', async (_name, change, line) => {
  const url = changed(change);
  const refused = await checkDatabase(url).catch((error) => error);
  expect(refused).toMatchObject({ code: 'start.database_unreachable', message: expect.stringMatching(line) });
  expect(refused.message).not.toContain(new URL(url).password);
});

test.each([
  [{ number: 140_011, text: '14.11', encoding: 'UTF8' }, 'start.database_too_old', /PostgreSQL 14\.11 and 15 or newer/],
  [{ number: 150_000, text: '15.0', encoding: 'SQL_ASCII' }, 'start.database_encoding', /encoding 'UTF8'/],
])('a database that says %o is refused', async (row, code, line) => {
  const database = { query: async () => ({ rows: [row] }) } as unknown as Parameters<typeof checkDatabaseVersion>[0];
  await expect(checkDatabaseVersion(database)).rejects.toMatchObject({ code, message: expect.stringMatching(line) });
});
