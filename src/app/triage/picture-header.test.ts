import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHeader } from './picture-header.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

describe('readHeader', () => {
  test.each([
    ['a lossy WebP', '52494646 00000000 57454250 56503820 00000000 000000 9d012a d002 1806', [720, 1560]],
    ['a lossless WebP', '52494646 00000000 57454250 5650384c 00000000 2f cfc28501', [720, 1560]],
    ['a WebP with extras', '52494646 00000000 57454250 56503858 0a000000 10000000 cf0200 170600', [720, 1560]],
  ])('%s', (_what, bytes, [width, height]) => {
    expect(readHeader(hex(bytes), 'image/webp')).toEqual({ width, height, orientation: 1, animated: false });
  });

  test('a JPEG whose notes, written the little end first, turn it', () => {
    const exif = '457869660000 49492a0008000000 0100 1201 0300 01000000 06000000 00000000';
    const bytes = `ffd8 ffe1 0022 ${exif} ffc4 0003 00 ff ffc2 0011 08 0618 02d0 03`;
    expect(readHeader(hex(bytes), 'image/jpeg')).toEqual({ width: 720, height: 1560, orientation: 6, animated: false });
  });

  test('whatever the bytes, an answer comes', () => {
    const starts = ['ffd8ffe1', '89504e470d0a1a0a0000000d49484452', '524946460000000057454250565038'];
    const types = fc.constantFrom('image/png', 'image/jpeg', 'image/webp');
    const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(types, bytes, (type, [start, rest]) => {
        const header = readHeader(Uint8Array.from([...hex(start), ...rest]), type);
        expect(header === null || (header.width > 0 && header.height > 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
