import { vi } from 'vitest';

/** Waits for what other programs do in their own time; only a machine that has stopped takes as long as this allows. */
export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, 20_000);
}
