// Usage: node scripts/with-postgres-15.mjs COMMAND…
// Runs the command with QINGBIAO_TEST_DATABASE_URL pointing at a throw-away PostgreSQL 15 of Debian.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { refuse } from './install.mjs';

const PROGRAMS = '/usr/lib/postgresql/15/bin';
const NOBODY = 65534;
const command = process.argv.slice(2);

if (command.length === 0) refuse('Usage: node scripts/with-postgres-15.mjs COMMAND…');
ensurePostgres();

const identity = process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const folder = mkdtempSync(join(tmpdir(), 'qingbiao-pg15-'));
const cluster = join(folder, 'cluster');
const password = randomBytes(18).toString('base64url');
const passwordFile = join(folder, 'password');
writeFileSync(passwordFile, password, { mode: 0o600 });
if (identity.uid) for (const path of [folder, passwordFile]) chownSync(path, identity.uid, identity.gid);

const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
const initdb = [
  '-D',
  cluster,
  '-U',
  'qingbiao',
  '-A',
  'scram-sha-256',
  `--pwfile=${passwordFile}`,
  '-E',
  'UTF8',
  '--locale=C.UTF-8',
  '--no-sync',
];
const made = spawnSync(join(PROGRAMS, 'initdb'), initdb, { ...identity, env: environment, encoding: 'utf8' });
if (made.status !== 0) finish(1, made.stderr);

const settings = {
  listen_addresses: '',
  unix_socket_directories: folder,
  max_connections: 200,
  log_min_messages: 'log',
  log_checkpoints: 'off',
};
const args = ['-D', cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
const server = spawn('setpriv', ['--pdeathsig', 'INT', join(PROGRAMS, 'postgres'), ...args], {
  ...identity,
  env: environment,
  stdio: ['ignore', 'ignore', 'pipe'],
  detached: true,
});
let started = false;
let status = 1;
server.on('exit', () => finish(status, started ? '' : 'PostgreSQL 15 did not start.'));
createInterface({ input: server.stderr }).on('line', (line) => {
  if (/\b(FATAL|PANIC):/.test(line)) console.error(line);
  if (!started && line.includes('ready to accept connections')) {
    started = true;
    run();
  }
});

function run() {
  const url = `postgresql://qingbiao:${password}@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const child = spawn(command[0], command.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, QINGBIAO_TEST_DATABASE_URL: url },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => console.error(error.message));
  child.on('close', (code) => {
    status = code ?? 1;
    server.kill('SIGINT');
  });
}

function finish(code, line) {
  if (line) console.error(line.trim());
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

function ensurePostgres() {
  if (existsSync(join(PROGRAMS, 'postgres'))) return;
  if (process.getuid() === 0) {
    const apt = (...words) =>
      spawnSync('apt-get', words, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'postgresql-15');
  }
  if (!existsSync(join(PROGRAMS, 'postgres')))
    refuse('PostgreSQL 15 is missing: run `apt-get install -y postgresql-15` as root.');
}
