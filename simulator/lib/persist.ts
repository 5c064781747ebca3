import { setTimeout as wait } from 'node:timers/promises';

const PAUSES_MS = [100, 300, 1_000, 3_000, 9_000];

/** Tries what another program may be too busy or too young to take, with growing pauses. */
export async function persist<Result>(
  signal: AbortSignal | undefined,
  isTransient: (error: unknown) => boolean,
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (const pause of PAUSES_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (signal?.aborted || !isTransient(error)) throw error;
      await wait(pause, undefined, signal ? { signal } : {});
    }
  }
  return attempt();
}
