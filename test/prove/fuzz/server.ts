import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../../../src/platform/config.ts';
import { openWeb } from '../../../src/web/render.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const STARTING_MS = 60_000;
/** With much room the collector waits long, and memory says nothing of what is still held. */
const SMALL_HEAP = '--max-old-space-size=384';
const PLENTY =
  'pictures=99999999,letters=99999999,codes=99999999,accounts=99999999,forms=99999999,calls=99999999,systems=99999999';

export type Target = {
  readonly port: number;
  /** Memory that the server's process holds, in MB. */
  rss(): number;
  /** What it wrote about failures. */
  log(): string;
  stop(): Promise<void>;
};

/** The product as it is started for real, over somebody's database and folder, in a process of its own. */
export async function startTarget({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<Target> {
  // Built before, so that the server has it ready as an installed one has.
  await openWeb();
  const port = await freePort();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    QINGBIAO_MASTER_KEY: '0'.repeat(64),
    QINGBIAO_DEMO: '0',
    QINGBIAO_STEP_UP: '0',
    QINGBIAO_LIMITS: PLENTY,
    PORT: String(port),
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  };
  const child = spawn(process.execPath, [SMALL_HEAP, join(ROOT, 'src/main/serve.ts')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      written.push(String(chunk));
      if (written.length > 400) written.shift();
    });
  await untilHealthy(child, port, () => written.join(''));
  return {
    port,
    rss: () => {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server is gone: ${written.join('')}`);
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024);
    },
    log: () => written.join(''),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilHealthy(child: ChildProcess, port: number, log: () => string): Promise<void> {
  const deadline = performance.now() + STARTING_MS;
  while (performance.now() < deadline) {
    const healthy = await fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return;
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not start: ${log()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
