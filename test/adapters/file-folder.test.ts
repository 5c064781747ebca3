import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createFileFolder } from '../../src/adapters/file-folder.ts';
import type { FilePort } from '../../src/app/ports.ts';
import { systemRandomness } from '../../src/platform/randomness.ts';

const PHOTO = Buffer.from('身份证照片：3301…'.repeat(50));
const rootKey = randomBytes(32);

let folder: string;
let files: FilePort;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qb-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  files = createFileFolder({ folder, rootKey, random: systemRandomness });
});

const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);

async function kept(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('what is put', () => {
  test('comes back under the hash of its bytes', async () => {
    const hash = await files.put(PHOTO);
    expect(hash).toBe(createHash('sha256').update(PHOTO).digest('hex'));
    expect(Buffer.from((await files.get(hash)) ?? [])).toEqual(PHOTO);
  });

  test('lies on the disk encrypted, for our own eyes only, with nothing beside it', async () => {
    const hash = await files.put(PHOTO);
    expect(await kept()).toEqual([pathOf(hash)]);
    const stored = await readFile(pathOf(hash));
    expect(stored.includes(PHOTO.subarray(0, 12))).toBe(false);
    expect((await stat(pathOf(hash))).mode & 0o077).toBe(0);
  });

  test('is stored once, however often and however many at a time', async () => {
    const hashes = await Promise.all(Array.from({ length: 20 }, () => files.put(PHOTO)));
    const first = await readFile(pathOf(hashes[0] ?? ''));
    hashes.push(await files.put(PHOTO));
    expect(new Set(hashes).size).toBe(1);
    expect(await kept()).toHaveLength(1);
    expect(await readFile(pathOf(hashes[0] ?? ''))).toEqual(first);
  });

  test('may be empty', async () => {
    expect(await files.get(await files.put(new Uint8Array()))).toHaveLength(0);
  });

  test('is encrypted anew for equal beginnings: no nonce comes twice', async () => {
    const [one, two] = await Promise.all([files.put(Buffer.from('a')), files.put(Buffer.from('b'))]);
    const nonces = await Promise.all([one, two].map(async (hash) => (await readFile(pathOf(hash))).subarray(0, 12)));
    expect(nonces[0]).not.toEqual(nonces[1]);
  });
});

describe('what is damaged', () => {
  test.each([
    ['nonce', 0],
    ['tag', 12],
    ['body', 28],
  ])('one flipped bit in the %s is found', async (_, at) => {
    const hash = await files.put(PHOTO);
    const stored = await readFile(pathOf(hash));
    stored[at] = (stored[at] ?? 0) ^ 1;
    await writeFile(pathOf(hash), stored);
    await expect(files.get(hash)).rejects.toThrow(`the stored file ${hash} is damaged`);
  });

  test.each([0, 11, 20, 28, 60])('a file cut to %i bytes is never taken for the whole', async (length) => {
    const hash = await files.put(PHOTO);
    await truncate(pathOf(hash), length);
    await expect(files.get(hash)).rejects.toThrow();
  });

  test('one file laid in the place of another is found', async () => {
    const [mine, other] = [await files.put(PHOTO), await files.put(Buffer.from('another'))];
    await writeFile(pathOf(mine), await readFile(pathOf(other)));
    await expect(files.get(mine)).rejects.toThrow('damaged');
  });

  test('another key opens nothing', async () => {
    const hash = await files.put(PHOTO);
    const stranger = createFileFolder({ folder, rootKey: randomBytes(32), random: systemRandomness });
    await expect(stranger.get(hash)).rejects.toThrow('damaged');
  });
});

describe('what is asked for', () => {
  test('is null where nothing was put', async () => {
    expect(await files.get('0'.repeat(64))).toBeNull();
  });

  test.each(['../../../etc/passwd', '..', '', `${'a'.repeat(63)}/`, 'A'.repeat(64), `${'0'.repeat(64)}\n`])(
    'is no path: %j',
    async (name) => {
      await writeFile(join(folder, 'secret'), 'x');
      expect(await files.get(name)).toBeNull();
    },
  );
});

describe('a write that is cut short', () => {
  test('leaves nothing under the hash, and the next one succeeds', async () => {
    const hash = createHash('sha256').update(PHOTO).digest('hex');
    const nonce = randomBytes(12);
    const salts = [randomBytes(6), randomBytes(6)];
    const half = `${pathOf(hash)}.${salts[0]?.toString('hex')}`;
    await files.put(PHOTO);
    await rm(pathOf(hash));
    await writeFile(half, 'half of it');
    const sequence = [nonce, salts[0], nonce, salts[1]];
    const fixed = createFileFolder({ folder, rootKey, random: () => sequence.shift() ?? new Uint8Array() });
    await expect(fixed.put(PHOTO)).rejects.toThrow('EEXIST');
    expect(await files.get(hash)).toBeNull();
    expect(await fixed.put(PHOTO)).toBe(hash);
    expect(Buffer.from((await files.get(hash)) ?? [])).toEqual(PHOTO);
  });

  test('a folder that cannot be written is told, not passed over', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const blocked = createFileFolder({ folder: file, rootKey, random: systemRandomness });
    await expect(blocked.put(PHOTO)).rejects.toThrow('ENOTDIR');
  });
});
