import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { createClient, type Queryable } from './pool.ts';
import { StartRefused } from './start-refused.ts';

const OLDEST_DATABASE = 15;
/** Below this the database could not finish a checkpoint and a day of evidence. */
const LEAST_FREE_BYTES = 512 * 1024 * 1024;

/** The port can be listened on now. */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  const code = await new Promise<string | null>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
  if (code === null) return;
  if (code === 'EADDRINUSE') {
    throw new StartRefused(
      'start.port_taken',
      `Port ${port} on ${host} is taken: stop the program that uses it, or choose another with PORT=${port + 1} npm start.`,
      '端口已被占用，请停止占用它的程序，或用 PORT 指定其他端口。',
    );
  }
  throw new StartRefused(
    'start.port_refused',
    `Cannot listen on ${host} port ${port} (${code}): choose a port from 1024 up with PORT, and an address of this machine with HOST.`,
    '无法监听该地址或端口，请用 HOST 和 PORT 更改。',
  );
}

/** The folder exists or can be made, and can be written. */
export function checkFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartRefused(
      'start.folder_unwritable',
      `Cannot write to ${folder} (${(error as NodeJS.ErrnoException).code}): mend its permissions, or choose another folder with DATA_DIR.`,
      '数据目录不可写，请修改权限，或用 DATA_DIR 指定其他目录。',
    );
  }
}

/** Step by step: `mkdir` with `recursive` never returns where a parent exists but takes no children, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The disk below the folder has room. */
export function checkDisk(folder: string, leastBytes = LEAST_FREE_BYTES): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= leastBytes) return;
  throw new StartRefused(
    'start.disk_full',
    `Only ${mebibytes(free)} MiB are free below ${folder} and ${mebibytes(leastBytes)} MiB are needed: free some, or choose another disk with DATA_DIR.`,
    '磁盘空间不足，请清理，或用 DATA_DIR 指定其他磁盘。',
  );
}

/** The database answers, takes our login, and is new enough. */
export async function checkDatabase(url: string): Promise<void> {
  const client = createClient({ url, name: 'start' });
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error as NodeJS.ErrnoException);
  }
  try {
    await checkDatabaseVersion(client);
  } finally {
    await client.end();
  }
}

export async function checkDatabaseVersion(database: Queryable): Promise<void> {
  const { rows } = await database.query<{ number: number; text: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text,
       current_setting('server_encoding') as encoding`,
  );
  const { number, text, encoding } = rows[0] as { number: number; text: string; encoding: string };
  if (number < OLDEST_DATABASE * 10_000) {
    throw new StartRefused(
      'start.database_too_old',
      `The database is PostgreSQL ${text} and ${OLDEST_DATABASE} or newer is needed: upgrade it, or leave DATABASE_URL out to use the embedded one.`,
      `数据库版本过旧，需要 PostgreSQL ${OLDEST_DATABASE} 或更高版本。`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new StartRefused(
      'start.database_encoding',
      `The database is encoded in ${encoding} and UTF8 is needed: make another with \`create database … encoding 'UTF8' template template0\`.`,
      '数据库编码必须是 UTF8。',
    );
  }
}

/** Never shows the password. */
function unreachable(url: string, error: NodeJS.ErrnoException): StartRefused {
  const { hostname, pathname, username } = new URL(url);
  const what: Record<string, string> = {
    '28P01': `the password of ${decodeURIComponent(username)} is wrong: correct DATABASE_URL`,
    '28000': `${decodeURIComponent(username)} may not sign in from here: correct DATABASE_URL or pg_hba.conf`,
    '3D000': `there is no database ${pathname.slice(1)}: make it with \`create database\`, or correct DATABASE_URL`,
    '53300': 'it has no connection left: raise max_connections or stop other programs',
    '57P03': 'it is still starting: try again in a moment',
    ECONNREFUSED: 'nothing listens there: start it, or correct DATABASE_URL',
    ENOTFOUND: 'that name is not known: correct DATABASE_URL',
    ENOENT: 'there is no such socket: start it, or correct DATABASE_URL',
  };
  const code = error.code ?? '';
  return new StartRefused(
    'start.database_unreachable',
    `The database on ${hostname || 'this machine'} cannot be used (${code || error.message}); ${what[code] ?? `correct DATABASE_URL: ${error.message}`}.`,
    '无法连接数据库，请检查 DATABASE_URL。',
  );
}

function mebibytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024);
}
