import { describe, expect, it } from 'vitest';
import type { FoundFile } from './manifest.ts';
import { checkFiles, readManifest } from './manifest.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const listed = {
  files: [
    { path: 'cover.pdf', bytes: 3, sha256: A },
    { path: 'file.json', bytes: 5, sha256: B },
  ],
};
const own: FoundFile[] = ['manifest.json', 'manifest.sig'].map((path) => ({ path, bytes: 1, sha256: A }));

describe('checking the files of a bundle', () => {
  it('is content with all that is listed', () => {
    expect(checkFiles(listed, [...listed.files, ...own])).toEqual([
      { path: 'cover.pdf', finding: 'ok' },
      { path: 'file.json', finding: 'ok' },
    ]);
  });

  it.each<[string, FoundFile[], string, string]>([
    ['other bytes', [{ path: 'cover.pdf', bytes: 3, sha256: B }], 'cover.pdf', 'changed'],
    ['another length', [{ path: 'cover.pdf', bytes: 4, sha256: A }], 'cover.pdf', 'changed'],
    ['bytes that cannot be read', [{ path: 'cover.pdf', bytes: 3, sha256: null }], 'cover.pdf', 'changed'],
    [
      'two files under one path',
      [
        { path: 'cover.pdf', bytes: 3, sha256: A },
        { path: 'cover.pdf', bytes: 3, sha256: A },
      ],
      'cover.pdf',
      'changed',
    ],
    ['a file that is gone', [], 'cover.pdf', 'missing'],
    ['a file that nobody listed', [{ path: 'x.exe', bytes: 1, sha256: A }], 'x.exe', 'extra'],
    ['a second manifest', [own[0] as FoundFile], 'manifest.json', 'extra'],
  ])('names %s', (_, found, path, finding) => {
    expect(checkFiles(listed, [...found, ...own])).toContainEqual({ path, finding });
  });
});

it('reads no manifest out of anything else', () => {
  for (const given of [null, 1, [], {}, { format: 'qingbiao-escalation-file', version: 1, files: [{ path: 1 }] }])
    expect(readManifest(given)).toBeNull();
});
