// Usage: npm run check [name…]   (types lint rooms bans words lengths decisions knowledge schema datamap secrets audit)
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkAudit } from './audit.ts';
import { checkBans } from './bans.ts';
import { checkDataMap } from './data-map.ts';
import { checkDecisions } from './decisions.ts';
import { checkKnowledge } from './knowledge.ts';
import { checkLengths } from './lengths.ts';
import { checkRooms } from './rooms.ts';
import { checkSchema } from './schema.ts';
import { checkSecrets } from './secrets.ts';
import { type Finding, ROOT } from './sources.ts';
import { checkWords } from './words.ts';

/** A type that grows without end must fail the check, not hang it. */
const LONGEST_MS = 300_000;

type Outcome = { good: boolean; output: string };
type Check = () => Promise<Outcome>;

const CHECKS: Readonly<Record<string, Check>> = {
  types: program('tsc', '--project', 'tsconfig.json'),
  lint: program('biome', 'ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=60'),
  rooms: findings(checkRooms),
  bans: findings(checkBans),
  words: findings(checkWords),
  lengths: findings(checkLengths),
  decisions: findings(checkDecisions),
  knowledge: findings(checkKnowledge),
  schema: findings(checkSchema),
  datamap: findings(checkDataMap),
  secrets: findings(checkSecrets),
  audit: checkAudit,
};

function findings(check: () => Finding[] | Promise<Finding[]>): Check {
  return async () => {
    const found = await check();
    const output = found.map(({ file, line, text }) => `  ${file}${line ? `:${line}` : ''} ${text}\n`).join('');
    return { good: found.length === 0, output };
  };
}

function program(name: string, ...args: string[]): Check {
  return () =>
    new Promise((resolve) => {
      const child = spawn(join(ROOT, 'node_modules/.bin', name), args, {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      const output: string[] = [];
      // The compiler runs as a child of its launcher: both are in the group.
      const late = setTimeout(() => {
        output.push(`  ${name} did not end within ${LONGEST_MS / 60_000} minutes\n`);
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      }, LONGEST_MS);
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
      child.on('error', (error) => resolve({ good: false, output: `${error.message}\n` }));
      child.on('close', (code) => {
        clearTimeout(late);
        resolve({ good: code === 0, output: code === 0 ? '' : output.join('') });
      });
    });
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(', ')}: choose from ${Object.keys(CHECKS).join(' ')}.`);
  process.exit(2);
}
for (const [name, check] of Object.entries(CHECKS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const begun = performance.now();
  const { good, output } = await check().catch((error: Error) => ({ good: false, output: `  ${error.stack}\n` }));
  console.log(`${good ? '✓' : '✗'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  process.stdout.write(output);
  if (!good) process.exitCode = 1;
}
