import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { StartRefused } from './start-refused.ts';

/** How the database's programs are started so that they do not run as root, which PostgreSQL refuses. */
export type EmbeddedUser = {
  /** Put before the program. */
  wrapper: readonly string[];
  /** For `spawn`; empty means the user we are. */
  identity: { uid?: number; gid?: number };
};

const NOBODY = 65534;
const UNSHARE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** Chooses once per start. As root: the folder's own owner, else a user namespace, else `nobody`. */
export function chooseEmbeddedUser(folder: string, cluster: string, program: string): EmbeddedUser {
  if (process.getuid?.() !== 0) return { wrapper: [], identity: {} };
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if (owner && owner.uid !== 0) return { wrapper: [], identity: { uid: owner.uid, gid: owner.gid } };
  if (spawnSync(UNSHARE[0] as string, [...UNSHARE.slice(1), 'true']).status === 0)
    return { wrapper: UNSHARE, identity: {} };
  const identity = { uid: NOBODY, gid: NOBODY };
  chownSync(folder, NOBODY, NOBODY);
  const mayRun = spawnSync(program, ['--version'], identity).status === 0;
  const mayWrite = spawnSync('test', ['-w', folder], identity).status === 0;
  if (mayRun && mayWrite && !owner) return { wrapper: [], identity };
  throw new StartRefused(
    'start.database_needs_a_user',
    `PostgreSQL does not run as root, and no other user may enter ${mayRun ? folder : program}: start as an ordinary user, move the project to a folder open to all (such as /srv), or set DATABASE_URL.`,
    '数据库不能以 root 运行，且其他用户无法进入该目录：请以普通用户启动、移动项目，或设置 DATABASE_URL。',
  );
}
