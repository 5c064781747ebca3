import type { Head, HeadMemory } from './load.ts';

/**
 * Remembers the numbers that were busy last, up to a weight in characters of state. A hash stands for exactly one
 * state, so a remembered head is as good as a read one once the hash was compared.
 */
export function createHeadMemory(limit: number): HeadMemory {
  const kept = new Map<string, { readonly head: Head; readonly weight: number }>();
  let total = 0;

  function drop(numberId: string): void {
    total -= kept.get(numberId)?.weight ?? 0;
    kept.delete(numberId);
  }

  return {
    find: (numberId) => kept.get(numberId)?.head,
    keep(head, weight) {
      const { numberId } = head.state;
      drop(numberId);
      kept.set(numberId, { head, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= limit) break;
        drop(oldest);
      }
    },
  };
}
