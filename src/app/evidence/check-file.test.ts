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
const AMR = Buffer.from('#!AMR\n<\x00\x00\x00', 'latin1');
const M4A = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypM4A \0\0\0\0M4A mp42', 'latin1'),
  Buffer.alloc(32),
]);
const VIDEO = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypmp42\0\0\0\0mp42isom', 'latin1'),
  Buffer.alloc(32),
]);
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
    [AMR, '通话录音.amr', 'audio/3gpp', 'audio/amr'],
    [M4A, '录音.m4a', 'audio/mp4', 'audio/x-m4a'],
    [Buffer.concat([PDF, Buffer.alloc(FILE_LIMIT_BYTES - PDF.length)]), 'full.pdf', null, 'application/pdf'],
  ] as const)('the bytes decide (%#)', async (bytes, fileName, declaredType, found) => {
    expect(await checkFile({ bytes, fileName, declaredType })).toBe(found);
  });
});

describe('what is refused, each with its own reason', () => {
  it('a video, whatever it calls itself: no face is kept (promise 15)', async () => {
    expect(await refusalOf(VIDEO, 'face.mp4', 'video/mp4')).toMatchObject({ code: 'evidence.wrong_type' });
    expect(await refusalOf(VIDEO, 'face.m4a', 'audio/mp4')).toMatchObject({ code: 'evidence.wrong_type' });
  });

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
