import { expect, it } from 'vitest';
import { evidencePath } from './paths.ts';

it.each([
  ['回执.png', 'evidence/01-回执.png'],
  ['../../etc/passwd', 'evidence/01-passwd'],
  ['C:\\windows\\..\\法院\\判决.pdf', 'evidence/01-判决.pdf'],
  ['..', 'evidence/01-file'],
  ['', 'evidence/01-file'],
  ['.hidden.png', 'evidence/01-hidden.png'],
  ['尾巴. .', 'evidence/01-尾巴'],
  ['反\u202egnp.exe', 'evidence/01-反gnp.exe'],
  ['a\u0000b\nc.pdf', 'evidence/01-abc.pdf'],
  ['半个\ud83d.png', 'evidence/01-半个.png'],
])('%j becomes %s', (given, path) => {
  expect(evidencePath(1, 3, given)).toBe(path);
});

it('keeps the ending of a name that is too long for a disk', () => {
  const path = evidencePath(7, 120, `${'很长'.repeat(200)}.jpeg`);
  expect(path).toMatch(/^evidence\/007-(很长)+很?\.jpeg$/);
  expect(Buffer.byteLength(path)).toBeLessThan(255);
});
