import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  checkClusterVersion,
  type EmbeddedFiles,
  findPrograms,
  layOutFiles,
  makeSocketFolder,
  readOrMakePassword,
  removeUnfinished,
} from './embedded-files.ts';
import { clearOrphan, ServerEnded, type ServerProcess, serverEnvironment, startServer } from './embedded-process.ts';
import { chooseEmbeddedUser, type EmbeddedUser } from './embedded-user.ts';
import { lockFolder } from './folder-lock.ts';
import type { Log } from './log.ts';
import { createClient } from './pool.ts';
import { StartRefused } from './start-refused.ts';

export type EmbeddedDatabase = {
  /** For the owner, who migrates. */
  readonly url: string;
  /** The postmaster's process id; changes when it had to be started again. */
  pid(): number;
  stop(): Promise<void>;
};

export type EmbeddedDatabaseOptions = {
  dataDir: string;
  log: Log;
  database?: string;
  /** Further server settings. */
  settings?: Readonly<Record<string, string>>;
  /** Told when the server is gone for good. */
  onLost?: (error: Error) => void;
};

const OWNER = 'qingbiao';
const MAJOR = '18';
/** Children of a killed postmaster need a moment to leave. */
const START_TRIES = 100;
const PAUSE_MS = 50;
const MOST_RESTARTS_PER_MINUTE = 5;

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '80',
  shared_buffers: '256MB',
  jit: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Starts the PostgreSQL that npm brought on `dataDir/postgres`, making the cluster on first use, and keeps it running. */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { dataDir, log } = options;
  const programs = findPrograms();
  const files = layOutFiles(dataDir);
  const lock = await lockFolder(files.root, files.lock);
  try {
    const user = chooseEmbeddedUser(files.root, files.cluster, join(programs, 'postgres'));
    const { uid, gid } = user.identity;
    removeUnfinished(files);
    const password = readOrMakePassword(files, uid, gid);
    if (!existsSync(files.cluster)) makeCluster(join(programs, 'initdb'), files, user);
    checkClusterVersion(files, MAJOR);
    makeSocketFolder(files.socket, uid, gid);
    const start = () => startWithRetry(join(programs, 'postgres'), files, user, options);
    const supervisor = await supervise(start, log, options.onLost);
    const url = (database: string) =>
      `postgresql://${OWNER}:${password}@localhost/${database}?host=${encodeURIComponent(files.socket)}`;
    const database = options.database ?? 'qingbiao';
    await makeDatabase(url('postgres'), database).catch(async (error) => {
      await supervisor.stop();
      throw error;
    });
    return {
      url: url(database),
      pid: supervisor.pid,
      stop: async () => {
        await supervisor.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error instanceof ServerEnded ? didNotStart(files, error) : error;
  }
}

function didNotStart(files: EmbeddedFiles, error: Error): StartRefused {
  return new StartRefused(
    'start.database_failed',
    `The embedded database in ${files.root} did not start: ${error.message}`,
    '内置数据库未能启动。',
  );
}

/** Makes the cluster beside its place and moves it there whole, so that a death half-way leaves nothing to mend. */
function makeCluster(initdb: string, files: EmbeddedFiles, user: EmbeddedUser): void {
  const unfinished = `${files.cluster}.new`;
  const args = ['-D', unfinished, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${files.password}`, '-E', 'UTF8'];
  const locale = ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const [command, ...rest] = [...user.wrapper, initdb];
  const made = spawnSync(command ?? initdb, [...rest, ...args, ...locale, '--data-checksums'], {
    ...user.identity,
    env: serverEnvironment(),
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new ServerEnded((made.stderr || made.error?.message || '').trim().split('\n'));
  renameSync(unfinished, files.cluster);
}

async function startWithRetry(
  program: string,
  files: EmbeddedFiles,
  user: EmbeddedUser,
  options: EmbeddedDatabaseOptions,
): Promise<ServerProcess> {
  const settings = { ...SETTINGS, unix_socket_directories: files.socket, ...options.settings };
  const args = ['-D', files.cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  for (let tries = 1; ; tries += 1) {
    await clearOrphan(files.cluster, files.socket, options.log);
    try {
      return await startServer(program, args, user, options.log);
    } catch (error) {
      const leaving = error instanceof ServerEnded && /shared memory block|lock file/.test(error.output.join('\n'));
      if (!leaving || tries >= START_TRIES) throw error;
      await pause(PAUSE_MS);
    }
  }
}

async function supervise(start: () => Promise<ServerProcess>, log: Log, onLost: ((error: Error) => void) | undefined) {
  let server = await start();
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const restarts: number[] = [];

  const watch = () => {
    void server.gone.then(() => {
      if (!stopping) restarting = restart();
    });
  };
  const restart = async () => {
    const now = performance.now();
    restarts.push(now);
    log.error({ restarts: restarts.length }, 'the database ended unexpectedly; starting it again');
    try {
      if (restarts.filter((at) => now - at < 60_000).length > MOST_RESTARTS_PER_MINUTE)
        throw new Error('the database keeps ending');
      server = await start();
      watch();
    } catch (error) {
      log.fatal({ err: error }, 'the database is lost');
      onLost?.(error as Error);
    }
  };
  watch();
  return {
    pid: () => server.pid,
    stop: async () => {
      stopping = true;
      await restarting;
      await server.stop();
    },
  };
}

async function makeDatabase(adminUrl: string, database: string): Promise<void> {
  const client = createClient({ url: adminUrl, name: 'start' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
