import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { proveCrashes } from './crash.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WALKS = 20_000;
const CRASHES = 5;

/** The full counts behind the promises; `npm test` holds seeded samples of the same. Parts can be named: `walks`, `crashes`. */
async function prove(parts: readonly string[]): Promise<number> {
  const figures: Record<string, unknown> = {};
  const wanted = (part: string) => parts.length === 0 || parts.includes(part);
  let failed = false;
  if (wanted('walks')) {
    const held = runWalks();
    figures['walks'] = { count: WALKS, held };
    failed ||= !held;
  }
  if (wanted('crashes')) {
    const crashes = await proveCrashes(CRASHES, (line) => console.log(line));
    figures['crashes'] = crashes;
    failed ||= crashes.lost + crashes.changed + crashes.problems > 0;
  }
  const folder = join(ROOT, 'test', 'prove', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${parts.join('-') || 'all'}.json`), `${JSON.stringify(figures, null, 2)}\n`);
  console.log(JSON.stringify(figures, null, 2));
  return failed ? 1 : 0;
}

function runWalks(): boolean {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project', 'unit', 'src/domain/journal/walk.test.ts'];
  try {
    execFileSync(process.execPath, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, PROVE_WALKS: String(WALKS) },
    });
    return true;
  } catch {
    return false;
  }
}

prove(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
