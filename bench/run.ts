// Usage: npm run bench -- [commands] [http] [standing] [payment] [clocks] [imports] [policies] [back-tests] [triage] [render]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/platform/clock.ts';
import { startEmbeddedDatabase } from '../src/platform/embedded-database.ts';
import { createLog } from '../src/platform/log.ts';
import { migrate } from '../src/store/migrate.ts';
import { benchBackTests } from './back-tests.ts';
import { benchClocks } from './clocks.ts';
import { type CommandLoad, createCommandLoad } from './command-load.ts';
import { type Row, type Run, rowOf, tableOf } from './figures.ts';
import { benchHttp } from './http.ts';
import { benchBacklog, benchImports } from './imports.ts';
import { benchPayment } from './payment.ts';
import { createPgbench, type Pgbench } from './pgbench.ts';
import { benchPolicies } from './policies.ts';
import { type BenchProduct, startProduct } from './product.ts';
import { benchRender } from './render.ts';
import { benchStanding } from './standing.ts';
import { benchTriage } from './triage.ts';

const ROUNDS = 3;
const SECONDS = 3;
const CLIENTS = [1, 8, 32];
const COLD_CLIENTS = 32;

type Bench = {
  readonly url: string;
  readonly load: CommandLoad;
  /** The same, remembering no number: each command reads its own first. */
  readonly cold: CommandLoad;
  readonly pgbench: Pgbench;
  readonly product: BenchProduct;
};

/** Each part runs its two sides in turn, so that a busy moment of the machine hits both. */
const PARTS: Record<string, (bench: Bench) => Promise<Row[]>> = {
  commands: async ({ load, cold, pgbench }) => {
    const rows: Row[] = [];
    for (const clients of CLIENTS) {
      const runs: Run[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const reference = await pgbench.run(clients, SECONDS);
        runs.push({ ours: (await load.run(clients, SECONDS)).perSecond, reference });
      }
      rows.push(rowOf(`commands_vs_pgbench_${clients}`, 'per second', runs));
    }
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const reference = await pgbench.run(COLD_CLIENTS, SECONDS);
      runs.push({ ours: (await cold.run(COLD_CLIENTS, SECONDS)).perSecond, reference });
    }
    rows.push(rowOf(`commands_cold_vs_pgbench_${COLD_CLIENTS}`, 'per second', runs));
    return rows;
  },
  http: async ({ product, pgbench }) => [
    rowOf('http_vs_pgbench_32', 'per second', await benchHttp(product, pgbench, ROUNDS, SECONDS)),
  ],
  standing: async ({ product }) => [rowOf('standing_vs_constant', 'per second', await benchStanding(product, ROUNDS))],
  payment: async ({ product }) => {
    const { p50, p99 } = await benchPayment(product, ROUNDS);
    return [rowOf('payment_to_lift_p50_ms', 'ms', p50), rowOf('payment_to_lift_p99_ms', 'ms', p99)];
  },
  clocks: async ({ url }) => [rowOf('clocks_due_among_1m_vs_10k', 'ms', await benchClocks(url, ROUNDS))],
  imports: async ({ url, product }) => [
    rowOf('import_vs_copy', 'per second', await benchImports(product.ctx, url, ROUNDS)),
    rowOf('import_with_1m_jobs_vs_10k', 'per second', await benchBacklog(product.ctx, url, ROUNDS)),
  ],
  policies: async () => [rowOf('policy_evaluations_vs_limit', 'per second', benchPolicies(ROUNDS))],
  'back-tests': async ({ url, product }) => [
    rowOf('back_test_facts_vs_limit', 'per second', await benchBackTests(product.ctx, url, ROUNDS)),
  ],
  triage: async () => [rowOf('triage_vs_limit', 'per second', benchTriage(ROUNDS))],
  render: async ({ product }) => [rowOf('page_render_ms', 'ms', await benchRender(product, ROUNDS))],
};

await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});

async function main(given: readonly string[]): Promise<void> {
  const unknown = given.find((name) => !(name in PARTS));
  if (unknown) throw new Error(`There is no part "${unknown}": choose from ${Object.keys(PARTS).join(', ')}.`);
  const names = given.length > 0 ? given : Object.keys(PARTS);
  requirePgbench();
  const folder = mkdtempSync(join(tmpdir(), 'qingbiao-bench-'));
  const database = await startEmbeddedDatabase({
    dataDir: join(folder, 'database'),
    log: createLog({ level: 'error' }),
  });
  try {
    await migrate(database.url);
    const loadBefore = loadavg()[0] ?? 0;
    const rows = await runParts(database.url, folder, names);
    console.log(`\n${tableOf(rows)}`);
    write(rows, [loadBefore, loadavg()[0] ?? 0], names);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runParts(url: string, folder: string, names: readonly string[]): Promise<Row[]> {
  const load = await createCommandLoad(url);
  const cold = await createCommandLoad(url, { memoryLimit: 0 });
  const pgbench = await createPgbench(url, load.sample);
  const product = await startProduct(url, folder);
  try {
    const rows: Row[] = [];
    for (const name of names) {
      console.log(`${name} …`);
      rows.push(...((await PARTS[name]?.({ url, load, cold, pgbench, product })) ?? []));
    }
    return rows;
  } finally {
    await product.stop();
    await load.end();
    await cold.end();
    await pgbench.end();
  }
}

/** A run of some parts only is shown and not kept: the file holds one run, side by side. */
function write(rows: readonly Row[], load: readonly number[], names: readonly string[]): void {
  if (names.length < Object.keys(PARTS).length) return;
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory_gib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load_before_and_after: load,
  };
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'latest.json');
  writeFileSync(path, `${JSON.stringify({ machine, at: systemClock.now(), rows }, null, 2)}\n`);
  console.log(`\nwritten to ${path}`);
}

function requirePgbench(): void {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      'pgbench is missing: install it with `apt-get install postgresql` and run the bench again. 缺少 pgbench，请先安装。',
    );
  }
}
