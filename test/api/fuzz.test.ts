import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fuzzPart, type PartFigures } from '../prove/fuzz/fuzz.ts';
import { startTarget, type Target } from '../prove/fuzz/server.ts';
import { closeConnections } from '../prove/fuzz/shot.ts';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';

/** `npm test` sends a sample; `npm run prove fuzz` says how many more. */
const COUNT = Number(process.env['PROVE_FUZZ'] ?? 1_500);
const SEED = Number(process.env['PROVE_SEED'] ?? 20_261_123);
const PART = 10_000;
/** Memory settles in the first two parts, which load all there is; from then on it must not grow by more than this share. */
const FLAT = 1.25;
const SLOWEST_MS_EACH = 60;

const app = useApp();
const lives = new Lives(app);
let target: Target;

beforeAll(async () => {
  target = await startTarget(app.ctx.config);
}, 180_000);
afterAll(async () => {
  closeConnections();
  await target?.stop();
});

it(`no hostile request of ${COUNT} breaks the server, gets at another's things, or passes as a form of ours`, {
  timeout: 120_000 + COUNT * SLOWEST_MS_EACH,
}, async () => {
  const figures: PartFigures[] = [];
  const findings = [];
  for (let sent = 0; sent < COUNT; sent += PART) {
    const part = await fuzzPart(
      { app, lives, target },
      { seed: SEED + figures.length, requests: Math.min(PART, COUNT - sent) },
    );
    figures.push(part.figures);
    findings.push(...part.findings);
    console.log(JSON.stringify(part.figures));
    for (const one of part.findings) console.log(JSON.stringify(one));
  }
  const file = process.env['PROVE_FIGURES'];
  if (file) writeFileSync(file, JSON.stringify({ findings: findings.length, parts: figures }));
  expect(findings, target.log()).toEqual([]);
  expect(target.log()).not.toContain('nobody waited for');
  const [settled, ...later] = figures.slice(2).map(({ rssMb }) => rssMb);
  if (settled && later.length > 2) expect((later.at(-1) ?? 0) / settled).toBeLessThan(FLAT);
  const total = (kind: RegExp) =>
    figures
      .flatMap(({ statuses }) => Object.entries(statuses))
      .reduce((sum, [status, count]) => sum + (kind.test(status) ? count : 0), 0);
  // It got in deep enough to prove something: much is refused, and some of everything is done.
  expect(total(/^2/) / COUNT).toBeGreaterThan(0.05);
  expect(total(/^4/) / COUNT).toBeGreaterThan(0.3);
  expect(total(/^30/) / COUNT).toBeGreaterThan(0.02);
});
