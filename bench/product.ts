import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { seedBasics } from '../seed/basics.ts';
import { PEOPLE, STAFF, SYSTEM } from '../seed/city.ts';
import { createToken } from '../src/app/actors/create-token.ts';
import type { AppContext } from '../src/app/context.ts';
import { buildContext } from '../src/main/context.ts';
import { systemClock } from '../src/platform/clock.ts';
import { childEnvironment, readConfig } from '../src/platform/config.ts';
import { createLog } from '../src/platform/log.ts';
import { APP_ROLE, createPool } from '../src/platform/pool.ts';
import { systemRandomness } from '../src/platform/randomness.ts';

/** The product as the load meets it: a server in a process of its own, and a hand on its use cases to prepare numbers. */
export type BenchProduct = {
  readonly ctx: AppContext;
  /** The whole API. */
  readonly port: number;
  /** The same route with a constant answer. */
  readonly constantPort: number;
  readonly tokens: { readonly holder: string; readonly agent: string; readonly system: string };
  stop(): Promise<void>;
};

export async function startProduct(databaseUrl: string, dataDir: string): Promise<BenchProduct> {
  const settings = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    QINGBIAO_DEMO: '1',
    QINGBIAO_MASTER_KEY: Buffer.from(systemRandomness(32)).toString('base64'),
    LOG_LEVEL: 'error',
  };
  const config = readConfig(settings);
  const pool = createPool({ url: databaseUrl, name: 'bench', role: APP_ROLE, max: 16 });
  const ctx = await buildContext({ config, log: createLog({ level: config.logLevel }), clock: systemClock, pool });
  await seedBasics(ctx);
  const server = await startServer(settings);
  const tokenOf = async (actorId: string) => (await createToken(ctx, actorId, 'bearer', 'bench')) ?? '';
  return {
    ctx,
    ...server,
    tokens: {
      holder: await tokenOf(PEOPLE[0]?.actorId ?? ''),
      agent: await tokenOf(STAFF[0]?.actorId ?? ''),
      system: await tokenOf(SYSTEM.actorId),
    },
    stop: async () => {
      await server.stop();
      await pool.end();
    },
  };
}

/** Resolves once it listens. `BENCH_NODE_OPTIONS` goes to its Node, such as `--cpu-prof`. */
async function startServer(settings: Record<string, string>) {
  const flags = (process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, 'server.ts')], {
    env: childEnvironment(settings),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ports = await new Promise<{ port: number; constantPort: number }>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', (code) => reject(new Error(`the server under load ended with code ${code}`)));
  });
  return {
    ...ports,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
