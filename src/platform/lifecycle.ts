import type { Log } from './log.ts';
import { StartRefused } from './start-refused.ts';

/** A part that runs: begun in order, stopped in the opposite one. */
export type Part = { name: string; stop: () => Promise<void> | void };

export type Lifecycle = {
  /** Starts a part after those before it; when it fails, the caller stops the rest with `stop`. */
  start<Result>(
    name: string,
    begin: () => Promise<Result> | Result,
    stop: (result: Result) => Promise<void> | void,
  ): Promise<Result>;
  /** Stops every part, last first; a part that fails does not keep the others running. Safe to call twice. */
  stop(): Promise<void>;
  /** The first SIGINT or SIGTERM stops cleanly and exits; a second one exits at once. Returns what takes the listeners off. */
  listen(signals?: SignalSource, elapsedMs?: () => number): () => void;
};

export type SignalSource = {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
};

/** Ctrl-C reaches us from the terminal and once more from npm, which hands it on: together they are one request. */
const SAME_REQUEST_MS = 500;

/** Keeps the order of starting and stopping. */
export function createLifecycle(log: Log): Lifecycle {
  const parts: Part[] = [];
  let stopping: Promise<boolean> | undefined;

  const stopAll = async () => {
    let clean = true;
    for (let part = parts.pop(); part; part = parts.pop()) {
      try {
        await part.stop();
        log.debug({ part: part.name }, 'stopped');
      } catch (error) {
        clean = false;
        log.error({ err: error, part: part.name }, 'did not stop cleanly');
      }
    }
    return clean;
  };
  const stop = () => {
    stopping ??= stopAll();
    return stopping;
  };

  return {
    start: async (name, begin, stopPart) => {
      if (stopping) throw new Error(`${name} is not started: stopping`);
      const result = await begin();
      parts.push({ name, stop: () => stopPart(result) });
      // Asked to stop while this part was starting: it is stopped with the others.
      if (stopping) await stopAll();
      return result;
    },
    stop: async () => {
      await stop();
    },
    listen: (signals = process, elapsedMs = () => performance.now()) => {
      let askedAt: number | undefined;
      const onSignal = () => {
        if (askedAt !== undefined) {
          if (elapsedMs() - askedAt < SAME_REQUEST_MS) return;
          log.warn('stopping at once');
          signals.exit(1);
          return;
        }
        askedAt = elapsedMs();
        log.info('stopping; once more to stop at once');
        void stop().then((clean) => signals.exit(clean ? 0 : 1));
      };
      signals.on('SIGINT', onSignal);
      signals.on('SIGTERM', onSignal);
      return () => {
        signals.off('SIGINT', onSignal);
        signals.off('SIGTERM', onSignal);
      };
    },
  };
}

/** One line for a refusal, the stack for a surprise; what a program's last `catch` calls. */
export function describeFailure(error: unknown): string {
  if (error instanceof StartRefused) return [error.message, ...error.copy].join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
