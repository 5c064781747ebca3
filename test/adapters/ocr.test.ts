import { afterAll, describe, expect, test } from 'vitest';
import { createOcr } from '../../src/adapters/ocr/ocr-in-process.ts';
import { readScreenshot } from '../../src/app/triage/read-screenshot.ts';
import { SCREENS } from '../fixtures/screenshots/screens.ts';
import { picture, turnedJpeg } from './ocr-pictures.ts';

const ocr = createOcr();
afterAll(() => ocr.stop());

async function read(bytes: Uint8Array) {
  const found = await readScreenshot(ocr, bytes);
  if ('code' in found) throw new Error(found.code);
  return found;
}

const seen = new Map<string, ReturnType<typeof read>>();

/** Each picture is read once for all tests: it takes seconds. */
async function readOnce(file: string) {
  const reading = seen.get(file) ?? picture(file).then(read);
  seen.set(file, reading);
  return reading;
}

/** What stays the same where a phone prints a comma half as wide or leaves out a space. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/ /g, '');
}

describe('a screenshot', () => {
  test.each(SCREENS)('$file: sender and messages, each on its own line, and nothing of the phone', async (screen) => {
    const { text, confidence } = await readOnce(screen.file);
    expect(plain(text).split('\n')).toEqual([screen.sender, ...screen.messages].map(plain));
    expect(confidence).toBeGreaterThan(0.95);
  });

  test('keeps the spaces of English where a line ended', async () => {
    const { text } = await readOnce('english-780.png');
    expect(text).toContain('suspended on 20 Nov because the ID on file has expired. Visit any store');
  });

  test('says where each line stands', async () => {
    const { lines } = await readOnce('light-390.png');
    const tops = lines.map(({ box }) => box.y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    for (const { box } of lines) expect(box.x + box.width).toBeLessThanOrEqual(390);
  });

  test('is turned as its camera says', async () => {
    const jpeg = await picture('chat-720.jpg');
    const upsideDown = await readScreenshot(ocr, turnedJpeg(jpeg, 3));
    const upright = await read(turnedJpeg(jpeg, 1));
    expect(upright.text).toContain('送外卖');
    expect(upsideDown).not.toMatchObject({ text: upright.text });
  });
});
