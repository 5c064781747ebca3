import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberOfPerson, SYSTEM } from '../../seed/city.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WRITERS = 32;
const SERVING_MS = 60_000;
/** Commands acknowledged before the kill: each round dies at another point of its journals. */
const FIRST_ROUND = 1_500;
const MORE_EACH_ROUND = 700;

type Acknowledged = { readonly body: object; readonly answer: string };
export type CrashFigures = { rounds: number; acknowledged: number; lost: number; changed: number; problems: number };

/**
 * Kills server and database in the middle of 32 concurrent writers, starts again, and asks for every acknowledged command:
 * told once more under its own id, it must be answered with the very same words. Ends with a full verification.
 */
export async function proveCrashes(rounds: number, print: (line: string) => void): Promise<CrashFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-crash-'));
  const port = await freePort();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    QINGBIAO_DEMO: '1',
    LOG_LEVEL: 'fatal',
    DATABASE_URL: '',
  };
  const cli = (...words: string[]) =>
    execFileSync(process.execPath, [join(ROOT, 'src/main/cli.ts'), ...words], { env, encoding: 'utf8' });
  const figures: CrashFigures = { rounds, acknowledged: 0, lost: 0, changed: 0, problems: 0 };
  const everything: Acknowledged[] = [];
  try {
    cli('demo', 'reset');
    const token = cli('token', 'create', SYSTEM.actorId).trim();
    const post = (body: object) => tell(`http://127.0.0.1:${port}`, token, body);
    for (let round = 0; round < rounds; round += 1) {
      const server = await startServer(env, port);
      const acknowledged = await writeUntilKilled(post, round, () => killAll(server, dataDir));
      everything.push(...acknowledged);
      print(`round ${round + 1}: ${acknowledged.length} acknowledged before the kill`);
    }
    const server = await startServer(env, port);
    for (const { body, answer } of everything) {
      const again = await post(body);
      if (again === null) figures.lost += 1;
      else if (again !== answer) figures.changed += 1;
    }
    server.kill('SIGTERM');
    await ended(server);
    figures.acknowledged = everything.length;
    figures.problems = verifyWith(cli, print);
    return figures;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function writeUntilKilled(
  post: (body: object) => Promise<string | null>,
  round: number,
  kill: () => Promise<void>,
): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const enough = Promise.withResolvers<void>();
  const target = FIRST_ROUND + round * MORE_EACH_ROUND;
  let stopped = false;
  const writer = async (index: number) => {
    for (let turn = 0; !stopped; turn += 1) {
      const body = {
        mobile_number: numberOfPerson(index % 8),
        source_id: `crash-${round}-${index}-${turn}`,
        at: '2026-03-02T10:00:00+08:00',
        fact: { kind: 'verification_result', check: 'real_person', passed: false },
      };
      const answer = await post(body).catch(() => null);
      if (answer !== null) acknowledged.push({ body, answer });
      if (acknowledged.length >= target) enough.resolve();
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, index) => writer(index));
  await enough.promise;
  await kill();
  stopped = true;
  await Promise.all(writers);
  return acknowledged;
}

/** The text of a 2xx answer, null for any other. */
async function tell(base: string, token: string, body: object): Promise<string | null> {
  const answer = await fetch(`${base}/api/v1/facts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return answer.ok ? text : null;
}

async function startServer(env: NodeJS.ProcessEnv, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(ROOT, 'src/main/serve.ts')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deadline = performance.now() + SERVING_MS;
  while (performance.now() < deadline) {
    const healthy = await fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return server;
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not start');
}

/** SIGKILL to the database first, so that nothing is left to end in order; then to the server. */
async function killAll(server: ChildProcess, dataDir: string): Promise<void> {
  const [postmaster] = readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(postmaster), 'SIGKILL');
  server.kill('SIGKILL');
  await ended(server);
}

function ended(child: ChildProcess): Promise<unknown> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));
}

function verifyWith(cli: (...words: string[]) => string, print: (line: string) => void): number {
  try {
    print(cli('verify').trim());
    return 0;
  } catch (error) {
    print(String((error as { stdout?: string }).stdout));
    return 1;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
