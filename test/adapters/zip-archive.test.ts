import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { zipArchive } from '../../src/adapters/bundle/zip-archive.ts';
import type { BundleFile } from '../../src/app/escalation/ports.ts';

const AT = '2026-11-23T04:12:01.123Z';
const MEGABYTE = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'qingbiao-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* files(...all: readonly [string, string][]): AsyncGenerator<BundleFile> {
  for (const [path, text] of all) yield { path, bytes: Buffer.from(text) };
}

function keep(bytes: Uint8Array): string {
  const file = join(folder, 'kept.zip');
  writeFileSync(file, bytes);
  return file;
}

describe('an archive', () => {
  it('gives back what was put in, under names in Chinese', async () => {
    const bytes = await buffer(zipArchive.pack(files(['evidence/01-回执.png', 'abc'], ['empty', '']), AT));
    const found = await zipArchive.unpack(keep(bytes), ['evidence/01-回执.png']);
    expect(found).toMatchObject([
      { path: 'evidence/01-回执.png', bytes: 3, content: Buffer.from('abc') },
      { path: 'empty', bytes: 0, content: null },
    ]);
  });

  it('is the same to the byte wherever the machine thinks it is, and tells Shanghai’s time', async () => {
    const zone = process.env['TZ'];
    const made: Buffer[] = [];
    for (const there of ['America/New_York', 'Asia/Shanghai', 'UTC']) {
      process.env['TZ'] = there;
      made.push(await buffer(zipArchive.pack(files(['a', 'b']), AT)));
    }
    process.env['TZ'] = zone;
    expect(new Set(made.map((bytes) => bytes.toString('hex'))).size).toBe(1);
    // 12:12:00 of 23 November 2026 in MS-DOS's spelling, in the header of the first file.
    expect(made[0]?.readUInt32LE(10)).toBe(
      (((2026 - 1980) << 9) | (11 << 5) | 23) * 0x1_0000 + ((12 << 11) | (12 << 5)),
    );
  });

  it('waits for its reader before it takes further files', async () => {
    let taken = 0;
    const large = async function* (): AsyncGenerator<BundleFile> {
      for (let nth = 0; nth < 30; nth += 1) {
        taken += 1;
        yield { path: `${nth}`, bytes: new Uint8Array(MEGABYTE) };
      }
    };
    const stream = zipArchive.pack(large(), AT);
    await once(stream, 'readable');
    expect(taken).toBeLessThan(4);
    expect((await buffer(stream)).length).toBeGreaterThan(30 * MEGABYTE);
    expect(taken).toBe(30);
  });

  it('ends in the error of whoever makes the files', async () => {
    const failing = async function* (): AsyncGenerator<BundleFile> {
      yield { path: 'a', bytes: Buffer.from('a') };
      throw new Error('the disk is gone');
    };
    await expect(buffer(zipArchive.pack(failing(), AT))).rejects.toThrow('the disk is gone');
  });

  it('lets go of its files when the reader goes away', async () => {
    let ended = false;
    const endless = async function* (): AsyncGenerator<BundleFile> {
      try {
        for (let nth = 0; ; nth += 1) yield { path: `${nth}`, bytes: new Uint8Array(MEGABYTE) };
      } finally {
        ended = true;
      }
    };
    const stream = zipArchive.pack(endless(), AT);
    await once(stream, 'readable');
    stream.destroy();
    await expect.poll(() => ended).toBe(true);
  });
});

describe('what is no archive', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.alloc(5_000, 7)],
    ['the beginning of one', Buffer.from('UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYQ==', 'base64')],
  ])('is refused: %s', async (_, bytes) => {
    await expect(zipArchive.unpack(keep(bytes), [])).rejects.toThrow();
  });

  it('and a file that is not there is refused too', async () => {
    await expect(zipArchive.unpack(join(folder, 'nowhere.zip'), [])).rejects.toThrow();
  });
});
