import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';
import { createLog } from '../../src/platform/log.ts';

const ROOT = join(import.meta.dirname, '../..');
const HOLD = `import('./scripts/pinned.mjs').then(({ becomeNode }) => becomeNode('test/support/hold-database.ts', process.env.HELD))`;
let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-launcher-'));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

/** Launches as `npm start` does: npm, its shell, the script, and what the script becomes. */
async function launch(shell: string): Promise<ChildProcess> {
  const child = spawn('sh', ['-c', shell], {
    cwd: ROOT,
    env: { ...process.env, HELD: dataDir, HOLD, npm_lifecycle_event: 'start' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  return child;
}

async function startsAgain(): Promise<boolean> {
  const database = await startEmbeddedDatabase({ dataDir, log: createLog({ level: 'silent' }) }).catch(() => null);
  await database?.stop();
  return database !== null;
}

test('a signal to what npm started stops everything cleanly', async () => {
  const child = await launch('exec node -e "$HOLD"');
  expect(await startsAgain()).toBe(false);
  child.kill('SIGTERM');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await startsAgain()).toBe(true);
});

test('the server does not outlive an npm that is killed', async () => {
  // The shell stays in between as the parent, like npm, and cannot say goodbye.
  const child = await launch('node -e "$HOLD"; exit 1');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await expect.poll(startsAgain, { timeout: 15_000 }).toBe(true);
});
