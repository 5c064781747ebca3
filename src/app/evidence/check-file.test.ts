import { describe, expect, it } from 'vitest';
import type { RefusalError } from '../../domain/refusal.ts';
import { checkFile } from './check-file.ts';
import { FILE_LIMIT_BYTES } from './file-limits.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const ZIP = Buffer.from('UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYQ==', 'base64');
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////',
  'base64',
);

async function refusalOf(bytes: Uint8Array, fileName: string, declaredType: string | null = null) {
  try {
    await checkFile({ bytes, fileName, declaredType });
  } catch (error) {
    return (error as RefusalError).refusal;
  }
  return null;
}

describe('what is taken', () => {
  it.each([
    [PNG, '证明.png', 'image/png', 'image/png'],
    [JPEG, 'IMG_1.JPG', 'image/jpg', 'image/jpeg'],
    [JPEG, 'photo', 'application/octet-stream', 'image/jpeg'],
    [PDF, 'work.pdf', null, 'application/pdf'],
    [Buffer.concat([PDF, Buffer.alloc(FILE_LIMIT_BYTES - PDF.length)]), 'full.pdf', null, 'application/pdf'],
  ] as const)('the bytes decide (%#)', async (bytes, fileName, declaredType, found) => {
    expect(await checkFile({ bytes, fileName, declaredType })).toBe(found);
  });
});

describe('what is refused, each with its own reason', () => {
  it('an empty file', async () => {
    expect(await refusalOf(new Uint8Array(), 'a.png')).toMatchObject({
      code: 'evidence.empty',
      data: { name: 'a.png' },
      pointer: '/file',
    });
  });

  it('one byte too many', async () => {
    expect(await refusalOf(new Uint8Array(FILE_LIMIT_BYTES + 1), 'a.png')).toMatchObject({
      code: 'evidence.too_large',
      data: { limit_bytes: FILE_LIMIT_BYTES },
    });
  });

  it('another type, named by what it is, whatever it is called', async () => {
    const said = await refusalOf(ZIP, 'work.pdf', 'application/pdf');
    expect(said).toMatchObject({
      code: 'evidence.wrong_type',
      data: { found: 'application/zip', allowed: expect.arrayContaining(['PDF']) },
    });
  });

  it('text and pages that could run', async () => {
    expect(await refusalOf(Buffer.from('<html><script>alert(1)</script></html>'), 'a.html')).toMatchObject({
      code: expect.stringMatching(/^evidence\.(unknown|wrong)_type$/),
    });
    expect(await refusalOf(Buffer.from('just words'), 'a.txt')).toMatchObject({ code: 'evidence.unknown_type' });
  });

  it.each([
    ['work.pdf', null, '.pdf'],
    ['work.png', 'application/pdf', 'application/pdf'],
    ['work.png.exe', 'image/png', '.exe'],
  ])('a photo that calls itself something else: %s, %s', async (fileName, declaredType, declared) => {
    expect(await refusalOf(PNG, fileName, declaredType)).toMatchObject({
      code: 'evidence.lying_type',
      data: { declared, found: 'image/png' },
    });
  });
});
