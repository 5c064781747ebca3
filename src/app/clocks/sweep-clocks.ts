import { RefusalError } from '../../domain/refusal.ts';
import type { DueClock } from '../../store/clocks.ts';
import { leaseDueClocks } from '../../store/clocks.ts';
import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';

const BATCH = 200;
/** A sweeper that dies leaves its rows to the next one after this time. */
const LEASE_MS = 60_000;

/**
 * Commands every number whose clock has run out to say so; answers how many clocks that were. Cost follows what is due.
 * Two sweepers may meet: the journal lets each clock run out once.
 */
export async function sweepClocks(ctx: AppContext): Promise<number> {
  let swept = 0;
  for (;;) {
    const due = await leaseDueClocks(ctx.pool, { now: ctx.clock.now(), limit: BATCH, leaseMs: LEASE_MS });
    const results = await Promise.allSettled(due.map((one) => runOut(ctx, one)));
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected')
        ctx.log.error({ err: result.reason, clock: due[index]?.clockId }, 'a clock did not run out');
    }
    swept += due.length;
    if (due.length < BATCH) return swept;
  }
}

async function runOut(ctx: AppContext, { numberId, clockId }: DueClock): Promise<void> {
  try {
    await commandAsProduct(ctx, numberId, { do: 'run_out_clock', clockId }, clockId);
  } catch (error) {
    // Met or moved on since it was leased: the journal knows better than the row did.
    if (!(error instanceof RefusalError)) throw error;
  }
}
