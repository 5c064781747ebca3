import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { StartRefused } from './start-refused.ts';

export type FolderLock = { release(): Promise<void> };

/** Thrown when another process holds the lock; says which. */
export class FolderLocked extends StartRefused {
  constructor(folder: string, holder: string) {
    super(
      'start.data_folder_in_use',
      `Another Qingbiao (process ${holder}) is using ${folder}: stop it, or give this one a folder of its own with DATA_DIR.`,
      '该数据目录正被另一个进程使用，请先停止它，或用 DATA_DIR 指定其他目录。',
    );
  }
}

/** A process that was killed lets go of the lock a moment after it is gone: its holder first has to notice. */
const PATIENCE_S = '2';

/**
 * Takes the kernel's lock on `file` for as long as this process lives, however it ends.
 * A child holds it, since Node cannot; the child ends when its standard input closes.
 */
export async function lockFolder(folder: string, file: string): Promise<FolderLock> {
  const holder = spawn(
    'flock',
    ['--timeout', PATIENCE_S, '--conflict-exit-code', '75', file, 'sh', '-c', 'echo locked; exec cat >/dev/null'],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Its own process group: Ctrl-C must not let go of the lock before the database has stopped.
      detached: true,
    },
  );
  await locked(holder, folder, file);
  writeFileSync(file, `${process.pid}\n`);
  holder.stdout?.destroy();
  holder.unref();
  (holder.stdin as { unref?(): void } | null)?.unref?.();
  return {
    release: async () => {
      if (holder.exitCode !== null || holder.signalCode !== null) return;
      const gone = new Promise((resolve) => holder.once('exit', resolve));
      holder.ref();
      holder.stdin?.end();
      await gone;
    },
  };
}

function locked(holder: ChildProcess, folder: string, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    holder.once('error', () => {
      reject(
        new StartRefused(
          'start.flock_missing',
          'The command `flock` is missing: install util-linux, or set DATABASE_URL to use a PostgreSQL of your own.',
          '缺少 flock 命令：请安装 util-linux，或设置 DATABASE_URL。',
        ),
      );
    });
    holder.once('exit', (code) => {
      if (code === 75) reject(new FolderLocked(folder, readFileSync(file, 'utf8').trim() || 'unknown'));
      else reject(new Error(`flock ended with ${code} on ${file}`));
    });
    holder.stdout?.once('data', () => resolve());
  });
}
