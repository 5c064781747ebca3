import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveCrashes } from './crash.ts';
import { proveEnumeration } from './enumeration.ts';
import { proveImports } from './imports.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WALKS = 20_000;
const CRASHES = 5;
const IMPORTED = { rows: 1_000_000, breaks: [0.3, 0.65] };
/** In parts of ten thousand, each from a seed of its own, all at one server. */
const HOSTILE = 100_000;
/** Made-up lives of a number, each replayed and compared with what the product did; twice as many in all. */
const BACK_TESTS = 100_000;
/** A million in ten parts, each from a seed of its own. */
const CLOCKS = { parts: 10, each: 100_000 };

/** The full counts behind the promises; `npm test` holds seeded samples of the same. Parts can be named: `walks`, `clocks`, `back-tests`, `crashes`, `enumeration`, `imports`, `fuzz`. */
async function prove(parts: readonly string[]): Promise<number> {
  const figures: Record<string, unknown> = {};
  const wanted = (part: string) => parts.length === 0 || parts.includes(part);
  let failed = false;
  if (wanted('walks')) {
    const held = runTest('src/domain/journal/walk.test.ts', { PROVE_WALKS: String(WALKS) });
    figures['walks'] = { count: WALKS, held };
    failed ||= !held;
  }
  if (wanted('clocks')) {
    let held = 0;
    for (let part = 0; part < CLOCKS.parts; part += 1) {
      const env = { PROVE_CLOCKS: String(CLOCKS.each), PROVE_SEED: String(20_261_123 + part) };
      if (runTest('src/domain/clocks/due-walk.test.ts', env)) held += 1;
    }
    figures['clocks'] = { count: CLOCKS.parts * CLOCKS.each, parts: CLOCKS.parts, held };
    failed ||= held < CLOCKS.parts;
  }
  if (wanted('back-tests')) {
    const held = runTest('src/domain/back-tests/replay.test.ts', { PROVE_BACK_TESTS: String(BACK_TESTS) });
    figures['back_tests'] = { count: 2 * BACK_TESTS, held };
    failed ||= !held;
  }
  if (wanted('crashes')) {
    const crashes = await proveCrashes(CRASHES, (line) => console.log(line));
    figures['crashes'] = crashes;
    failed ||= crashes.lost + crashes.changed + crashes.problems > 0;
  }
  if (wanted('enumeration')) {
    const enumeration = await proveEnumeration((line) => console.log(line));
    figures['enumeration'] = enumeration;
    failed ||= enumeration.tells > 0;
  }
  if (wanted('imports')) {
    const imports = await proveImports(IMPORTED.rows, IMPORTED.breaks, (line) => console.log(line));
    figures['imports'] = imports;
    failed ||= imports.wrong + imports.unknown + imports.problems > 0;
  }
  if (wanted('fuzz')) {
    const fuzz = proveFuzz();
    figures['fuzz'] = fuzz;
    failed ||= !fuzz.held;
  }
  const folder = join(ROOT, 'test', 'prove', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${parts.join('-') || 'all'}.json`), `${JSON.stringify(figures, null, 2)}\n`);
  console.log(JSON.stringify(figures, null, 2));
  return failed ? 1 : 0;
}

/** Runs the whole count, and takes over what it wrote down of each part. */
function proveFuzz(): { readonly held: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'qingbiao-fuzz-'));
  const file = join(folder, 'figures.json');
  try {
    const held = runTest('test/api/fuzz.test.ts', { PROVE_FUZZ: String(HOSTILE), PROVE_FIGURES: file }, 'integration');
    return { requests: HOSTILE, held, ...JSON.parse(readFileSync(file, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runTest(file: string, env: Record<string, string>, project = 'unit'): boolean {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project', project, file];
  try {
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    return true;
  } catch {
    return false;
  }
}

prove(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
