import type pg from 'pg';
import type { CarrierBook } from '../domain/journal/draft.ts';
import type { Instant } from '../domain/time.ts';
import { addMs } from '../domain/time.ts';
import type { Clock } from '../platform/clock.ts';
import { findCarrier } from '../store/carriers.ts';
import { listPaused } from '../store/learning.ts';
import { findPolicyInForce } from '../store/policies.ts';

/** A published policy is in force for every process within this time. */
const FRESH_MS = 2_000;

/** What carriers publish and run, remembered for a moment because every command asks. */
export type CarrierBooks = {
  of(carrierId: string): Promise<CarrierBook | null>;
  /** What changed is read anew at the next command of this process; others find it when theirs is old. */
  forget(carrierId: string): void;
};

export function createCarrierBooks(pool: pg.Pool, clock: Clock): CarrierBooks {
  const kept = new Map<string, { readonly until: Instant; readonly book: Promise<CarrierBook | null> }>();
  return {
    forget: (carrierId) => {
      kept.delete(carrierId);
    },
    of(carrierId) {
      const now = clock.now();
      const known = kept.get(carrierId);
      if (known && now < known.until) return known.book;
      const book = readBook(pool, carrierId, now);
      kept.set(carrierId, { until: addMs(now, FRESH_MS), book });
      book.catch(() => kept.delete(carrierId));
      return book;
    },
  };
}

async function readBook(pool: pg.Pool, carrierId: string, now: Instant): Promise<CarrierBook | null> {
  const [carrier, policy] = await Promise.all([findCarrier(pool, carrierId), findPolicyInForce(pool, carrierId, now)]);
  const pausedRules = policy ? await listPaused(pool, policy.policyId, policy.version) : [];
  return carrier && { systems: carrier.systems, policy, pausedRules };
}
