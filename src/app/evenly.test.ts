import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerEvenly, refuseEvenly } from './evenly.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What became of a promise by now. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  let state = 'waits';
  promise.then(
    () => (state = 'answered'),
    () => (state = 'refused'),
  );
  await vi.advanceTimersByTimeAsync(0);
  return state;
}

it('answers at once what is found, and leaves no timer behind', async () => {
  expect(await refuseEvenly(async () => 7)).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});

it('refuses after the same while, however fast it knew', async () => {
  for (const takesMs of [0, 29]) {
    const refused = refuseEvenly(async () => {
      if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
      throw new Error('not found');
    });
    refused.catch(() => {});
    await vi.advanceTimersByTimeAsync(29);
    expect(await stateOf(refused)).toBe('waits');
    await vi.advanceTimersByTimeAsync(1);
    expect(await stateOf(refused)).toBe('refused');
  }
});

it('answers after the same while, whatever came of it', async () => {
  for (const work of [async () => 1, async () => Promise.reject(new Error('no'))]) {
    const done = answerEvenly<unknown>(work);
    done.catch(() => {});
    await vi.advanceTimersByTimeAsync(79);
    expect(await stateOf(done)).toBe('waits');
    await vi.advanceTimersByTimeAsync(1);
    expect(await stateOf(done)).not.toBe('waits');
  }
});
