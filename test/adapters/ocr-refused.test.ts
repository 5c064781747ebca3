import { afterAll, describe, expect, test } from 'vitest';
import { createOcr } from '../../src/adapters/ocr/ocr-in-process.ts';
import { PIXEL_LIMIT } from '../../src/app/triage/check-screenshot.ts';
import { readScreenshot } from '../../src/app/triage/read-screenshot.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { LOCALES } from '../../src/locales/index.ts';
import { refusalWords } from '../../src/locales/refusal-words.ts';
import { blackPng, GIF, HEIC, hollowJpeg, MOVING_WEBP, picture } from './ocr-pictures.ts';

const ocr = createOcr();
afterAll(() => ocr.stop());

async function refused(bytes: Uint8Array): Promise<Refusal> {
  const found = await readScreenshot(ocr, bytes);
  if (!('code' in found)) throw new Error(`was read: ${found.text}`);
  for (const locale of LOCALES) {
    const words = refusalWords(locale, found);
    expect(words).not.toBe(found.code);
    expect(words).not.toMatch(/[{}]/);
  }
  return found;
}

const one = { width: 1, height: 1 };

describe('refused by its first bytes, before anything is unpacked', () => {
  test.each<[string, string, Uint8Array]>([
    ['nothing', 'screenshot.empty', new Uint8Array()],
    ['more than ten mebibytes', 'screenshot.too_large', new Uint8Array(10 * 1024 * 1024 + 1)],
    ['words', 'screenshot.unreadable', new TextEncoder().encode('这不是图片')],
    ['a PDF', 'screenshot.wrong_type', new TextEncoder().encode('%PDF-1.7\n')],
    ['a GIF', 'screenshot.wrong_type', GIF],
    ['a photograph in HEIC', 'screenshot.heic', HEIC],
    ['a PNG that moves', 'screenshot.animated', blackPng(one, one, true)],
    ['a WebP that moves', 'screenshot.animated', MOVING_WEBP],
    ['40 megapixels', 'screenshot.too_many_pixels', hollowJpeg(8000, 5000)],
    ['one row over the limit', 'screenshot.too_many_pixels', hollowJpeg(5000, PIXEL_LIMIT / 5000 + 1)],
    [
      '50,000 × 50,000 in a hundred bytes',
      'screenshot.too_many_pixels',
      blackPng(one, { width: 50_000, height: 50_000 }),
    ],
    [
      'sizes as large as the format allows',
      'screenshot.too_many_pixels',
      blackPng(one, { width: 2 ** 31 - 1, height: 2 ** 31 - 1 }),
    ],
    ['no width', 'screenshot.unreadable', blackPng(one, { width: 0, height: 9 })],
    ['a roll of twenty screens', 'screenshot.too_long', blackPng({ width: 90, height: 2000 })],
    ['a thread', 'screenshot.too_long', blackPng({ width: 2000, height: 20 })],
    ['a PNG that ends within its header', 'screenshot.unreadable', blackPng(one).subarray(0, 20)],
    ['a JPEG that ends within its header', 'screenshot.unreadable', hollowJpeg(9, 9).subarray(0, 12)],
  ])('%s', async (_what, code, bytes) => {
    expect((await refused(bytes)).code).toBe(code);
    expect(ocr.readerPid()).toBeUndefined();
  });

  test('says how large the picture is and how large it may be', async () => {
    expect(await refused(hollowJpeg(8000, 5000))).toMatchObject({
      data: { width: 8000, height: 5000, limit_millions: 25 },
    });
  });
});

describe('refused after a look', () => {
  test('a cat', async () => {
    expect((await refused(await picture('cat.jpg'))).code).toBe('screenshot.no_text');
  });

  test('a black screen', async () => {
    expect((await refused(blackPng({ width: 390, height: 844 }))).code).toBe('screenshot.no_text');
  });

  test('a picture of the largest size, all black', async () => {
    const side = Math.sqrt(PIXEL_LIMIT);
    expect((await refused(blackPng({ width: side, height: side }))).code).toBe('screenshot.no_text');
  });

  test.each([
    ['that is cut off', (whole: Uint8Array) => whole.subarray(0, whole.length / 2)],
    ['with bytes changed on the way', (whole: Uint8Array) => whole.map((byte, at) => (at > 3000 ? byte ^ 0x5a : byte))],
    ['of which only the header came', (whole: Uint8Array) => whole.subarray(0, 40)],
  ])('a screenshot %s', async (_what, spoil) => {
    expect((await refused(spoil(await picture('light-390.png')))).code).toBe('screenshot.unreadable');
  });

  test('a JPEG that is all header', async () => {
    expect((await refused(hollowJpeg(400, 800))).code).toBe('screenshot.unreadable');
  });

  test('a PNG whose header is smaller than what follows', async () => {
    const bomb = blackPng({ width: 20_000, height: 20_000 }, { width: 100, height: 100 });
    expect((await refused(bomb)).code).toBe('screenshot.no_text');
  });
});
