import { fileURLToPath } from 'node:url';
import type { NotRead, OcrPort, PictureText, PictureToRead } from '../../app/triage/ocr-port.ts';
import type { Log } from '../../platform/log.ts';
import { type ReaderOptions, type ReaderProcess, startReader } from './reader-process.ts';

export type OcrOptions = ReaderOptions & {
  /** Pictures that may wait behind the one being read; a further one is refused. */
  readonly waiting: number;
  /** How long one picture may take, with the start of the process where there is none. */
  readonly patienceMs: number;
  /** How long a process without work keeps its memory. */
  readonly restMs: number;
  readonly log: Pick<Log, 'warn'> | null;
};

const DEFAULTS: OcrOptions = {
  program: fileURLToPath(new URL('./child.ts', import.meta.url)),
  memoryBytes: 2048 * 1024 * 1024,
  waiting: 6,
  patienceMs: 40_000,
  restMs: 60_000,
  log: null,
};

type Answer = ({ readonly read: true } & PictureText) | { readonly read: false; readonly code: NotRead };
type Waiting = { readonly picture: PictureToRead; readonly done: (answer: Answer) => void };

/**
 * Reads pictures in a process of its own, one at a time: started by the first picture, ended when nothing comes for a
 * while, replaced when it dies, takes too long or has grown large.
 */
export function createOcr(given: Partial<OcrOptions> = {}): OcrPort & { readerPid(): number | undefined } {
  const options = { ...DEFAULTS, ...given };
  const waiting: Waiting[] = [];
  let reader: ReaderProcess | null = null;
  let busy = false;
  let rest: NodeJS.Timeout | undefined;

  const endReader = async () => {
    clearTimeout(rest);
    const ended = reader;
    reader = null;
    await ended?.end();
  };
  const begin = () => {
    const started = startReader(options);
    void started.gone.then(() => {
      if (reader === started) reader = null;
    });
    return started;
  };
  const readOne = async (picture: PictureToRead): Promise<Answer> => {
    reader ??= begin();
    const outcome = await within(options.patienceMs, reader.read(picture));
    if (typeof outcome === 'string')
      options.log?.warn({ outcome, bytes: picture.bytes.length }, 'a picture was not read');
    if (outcome === 'late' || outcome === 'died' || outcome.spent) await endReader();
    if (outcome === 'late') return { read: false, code: 'screenshot.took_too_long' };
    if (outcome === 'died' || outcome.text === null) return { read: false, code: 'screenshot.unreadable' };
    return { read: true, ...outcome.text };
  };
  const readAll = async () => {
    busy = true;
    clearTimeout(rest);
    for (let next = waiting.shift(); next; next = waiting.shift()) next.done(await readOne(next.picture));
    busy = false;
    rest = setTimeout(() => void endReader(), options.restMs).unref();
  };
  return {
    read: (picture) => {
      if (waiting.length >= options.waiting) return Promise.resolve({ read: false, code: 'screenshot.busy' });
      return new Promise((done) => {
        waiting.push({ picture, done });
        if (!busy) void readAll();
      });
    },
    stop: async () => {
      for (const { done } of waiting.splice(0)) done({ read: false, code: 'screenshot.busy' });
      await endReader();
    },
    readerPid: () => reader?.pid,
  };
}

/** The answer, `late` when it does not come in time, `died` when it never will. */
async function within<Value>(ms: number, answer: Promise<Value>): Promise<Value | 'late' | 'died'> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), ms);
  const settled = answer.catch(() => 'died' as const);
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}
