import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedUser } from './embedded-user.ts';
import type { Log } from './log.ts';

export type ServerProcess = {
  readonly pid: number;
  /** Resolves when the postmaster has gone, for whatever reason. */
  readonly gone: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, data are flushed. */
  stop(): Promise<void>;
};

/** Thrown when PostgreSQL ends before it accepts connections. */
export class ServerEnded extends Error {
  override name = 'ServerEnded';
  readonly output: readonly string[];

  constructor(output: readonly string[]) {
    super(output.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? output.at(-1) ?? 'it ended without a word');
    this.output = output;
  }
}

const READY = 'database system is ready to accept connections';
const KEPT_LINES = 40;

/** A bare environment: variables such as PGPORT would change what starts. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

/** Starts the postmaster and resolves when it accepts connections. It gets SIGINT from the kernel when we die. */
export async function startServer(
  program: string,
  args: readonly string[],
  user: EmbeddedUser,
  log: Log,
): Promise<ServerProcess> {
  const [command, ...rest] = [...user.wrapper, 'setpriv', '--pdeathsig', 'INT', program, ...args] as [
    string,
    ...string[],
  ];
  const child = spawn(command, rest, {
    ...user.identity,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl-C reaches the whole group of a terminal; the database is stopped by us, last.
    detached: true,
    env: serverEnvironment(),
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await ready(child, log);
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  return {
    pid: child.pid as number,
    gone,
    stop: async () => {
      child.ref();
      child.kill('SIGINT');
      await gone;
    },
  };
}

function ready(child: ChildProcess, log: Log): Promise<void> {
  const output: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new ServerEnded([error.message])));
    child.once('close', () => reject(new ServerEnded(output)));
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
      if (output.push(line) > KEPT_LINES) output.shift();
      if (/\b(FATAL|PANIC):(?!.*administrator command)/.test(line)) log.warn({ postgres: line }, 'database');
      else log.debug({ postgres: line }, 'database');
      if (line.includes(READY)) resolve();
    });
  });
}

/**
 * Deals with what a database from before left. The caller holds the folder's lock, so whatever runs there has lost
 * its supervisor: it is stopped; a pid that meanwhile belongs to another program is forgotten.
 */
export async function clearOrphan(cluster: string, socket: string, log: Log): Promise<void> {
  await stopOrphan(cluster, log);
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(socket, name), { force: true });
}

async function stopOrphan(cluster: string, log: Log): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = pidIn(file);
  if (pid === null) return;
  if (!runsIn(pid, cluster)) {
    // Of a dead one PostgreSQL itself makes sure that no child is left, and needs the file for it.
    if (existsSync(`/proc/${pid}`)) rmSync(file, { force: true });
    return;
  }
  log.warn({ pid }, 'an unsupervised database is running here; stopping it first');
  process.kill(pid, 'SIGINT');
  for (let waited = 0; runsIn(pid, cluster); waited += 25) {
    if (waited >= 15_000) throw new ServerEnded([`an unsupervised database, process ${pid}, does not stop`]);
    await pause(25);
  }
}

function pidIn(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** A postmaster works in its data folder. */
function runsIn(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}
