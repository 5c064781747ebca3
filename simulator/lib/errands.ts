/** Work that somebody answered "taken" for and does later. */
export type Errands = {
  /** Runs a task after so many milliseconds; what it throws is kept in `faults`. */
  after(delayMs: number, task: (signal: AbortSignal) => Promise<void>): void;
  /** Drops what has not begun and waits for what has. */
  stop(): Promise<void>;
  /** What went wrong, oldest first. */
  readonly faults: readonly string[];
};

const REMEMBERED = 200;

export function createErrands(): Errands {
  const waiting = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  const ending = new AbortController();
  const faults: string[] = [];
  const run = (task: (signal: AbortSignal) => Promise<void>) => {
    const done = task(ending.signal).catch((error: unknown) => {
      if (!ending.signal.aborted) faults.push(error instanceof Error ? error.message : String(error));
      if (faults.length > REMEMBERED) faults.shift();
    });
    underWay.add(done);
    done.finally(() => underWay.delete(done));
  };
  return {
    faults,
    after(delayMs, task) {
      if (ending.signal.aborted) return;
      const timer = setTimeout(() => {
        waiting.delete(timer);
        run(task);
      }, delayMs);
      waiting.add(timer);
    },
    async stop() {
      ending.abort();
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
      await Promise.all(underWay);
    },
  };
}
