import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8');

/** Sections of ASVS 5.0.0 that have something to ask at levels 1 and 2, by chapter. */
const SECTIONS: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2, 3, 4, 5],
  2: [1, 2, 3, 4],
  3: [2, 3, 4, 5, 7],
  4: [1, 2, 3, 4],
  5: [1, 2, 3, 4],
  6: [1, 2, 3, 4, 5, 6, 8],
  7: [1, 2, 3, 4, 5, 6],
  8: [1, 2, 3, 4],
  9: [1, 2],
  10: [1, 2, 3, 4, 5, 6, 7],
  11: [1, 2, 3, 4, 5, 6],
  12: [1, 2, 3],
  13: [1, 2, 3, 4],
  14: [1, 2, 3],
  15: [1, 2, 3],
  16: [1, 2, 3, 4, 5],
  17: [1, 2, 3],
};

test('every file that holds a line is there', () => {
  const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\.(?:tsx?|md|json))`/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test('no section is left out', () => {
  const told = new Set([...text.matchAll(/^\| (\d+\.\d+) /gm)].map(([, section]) => section));
  const asked = Object.entries(SECTIONS).flatMap(([chapter, sections]) => sections.map((one) => `${chapter}.${one}`));
  expect(asked.filter((section) => !told.has(section))).toEqual([]);
});

test('every line names what holds it, or says why not', () => {
  const lines = text.split('\n').filter((line) => /^\| \d+\.\d+ /.test(line));
  const said = /`[\w./-]+\.(?:tsx?|md|json)`|n\/a|\*\*open\*\*|_operator_|the same|the matrices/;
  const bare = lines.filter((line) => !said.test(line.split('|')[3] ?? ''));
  expect(bare).toEqual([]);
});
