import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberOfPerson, SYSTEM } from '../../seed/city.ts';
import { ended, freePort, killAll, startServer, verifyWith } from './real-server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WRITERS = 32;
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
