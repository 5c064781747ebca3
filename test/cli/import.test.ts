import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Invocation } from '../../src/cli/commands.ts';
import { importFile } from '../../src/cli/import.ts';
import { useApp } from '../support/app.ts';
import { bill, linesOf, opening } from '../support/imports.ts';

const app = useApp();

async function run(...rest: string[]) {
  const lines: string[] = [];
  const invocation = { rest, open: async () => app.ctx, print: (line: string) => lines.push(line) };
  const code = await importFile(invocation as unknown as Invocation);
  return { code, said: lines.join('\n') };
}

it('an operator sends a file as a connected system and is told what became of it', async () => {
  const file = join(app.ctx.config.dataDir, 'facts.ndjson');
  writeFileSync(file, linesOf([opening(60), bill(60, '2026-01'), 'x']));
  const done = await run(file, 'qinghe-systems');
  expect(done.code, done.said).toBe(0);
  expect(done.said).toMatch(/done: recorded 2, duplicate 0, flagged 0, lifted 0, refused 1\n {2}import\.not_json: 1$/);
  expect(await run(file, 'zhou-min')).toEqual({ code: 2, said: 'There is no connected system zhou-min.' });
  writeFileSync(file, '[]');
  expect((await run(file, 'qinghe-systems')).said).toContain('one object a line');
  expect((await run('nowhere.csv', 'qinghe-systems')).code).toBe(2);
});
