import { describe, expect, test } from 'vitest';
import { onWhite, type Pixels, rows, turned } from './pixels.ts';

/** A picture of one letter per dot, a row per word. */
function drawn(...words: string[]): Pixels {
  const letters = words.join('');
  const data = Uint8Array.from([...letters].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 255]));
  return { width: words[0]?.length ?? 0, height: words.length, data };
}

function seen({ width, height, data }: Pixels): string[] {
  const letter = (x: number, y: number) => String.fromCharCode(data[(y * width + x) * 4] ?? 0);
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => letter(x, y)).join(''));
}

describe('turned', () => {
  // As the EXIF standard names them: where row 0 and column 0 of the stored picture are when it is looked at.
  test.each([
    [1, ['abc', 'def']],
    [2, ['cba', 'fed']],
    [3, ['fed', 'cba']],
    [4, ['def', 'abc']],
    [5, ['ad', 'be', 'cf']],
    [6, ['da', 'eb', 'fc']],
    [7, ['fc', 'eb', 'da']],
    [8, ['cf', 'be', 'ad']],
  ])('orientation %i', (orientation, words) => {
    expect(seen(turned(drawn('abc', 'def'), orientation))).toEqual(words);
  });

  test('takes bytes that begin in the middle of others', () => {
    expect(seen(turned(rows(drawn('ab', 'cd', 'ef'), 1, 2), 3))).toEqual(['fe', 'dc']);
  });
});

test('rows are a part of the picture, not a copy', () => {
  const picture = drawn('ab', 'cd', 'ef');
  const part = rows(picture, 1, 1);
  expect(seen(part)).toEqual(['cd']);
  expect(part.data.buffer).toBe(picture.data.buffer);
});

test('what shines through is laid on white', () => {
  const picture = { width: 3, height: 1, data: Uint8Array.of(10, 20, 30, 255, 0, 0, 0, 0, 100, 100, 100, 51) };
  onWhite(picture);
  expect([...picture.data]).toEqual([10, 20, 30, 255, 255, 255, 255, 255, 224, 224, 224, 255]);
});
