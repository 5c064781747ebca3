import { expect, it } from 'vitest';
import { proveImports } from '../prove/imports.ts';

it('an import that dies with its server and database goes on where it stood and accounts for each row once', async () => {
  const rows = 24_000;
  const figures = await proveImports(rows, [0.4], () => {});
  expect(figures.brokenAt[0]).toBeGreaterThan(0);
  expect(figures.brokenAt[0]).toBeLessThan(rows);
  expect(figures).toMatchObject({ kills: 1, wrong: 0, unknown: 0, problems: 0 });
}, 180_000);
