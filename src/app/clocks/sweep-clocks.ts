import { RefusalError } from '../../domain/refusal.ts';
import { leaseDueClocks, listProvisional } from '../../store/clocks.ts';
import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';

const BATCH = 200;
/** A sweeper that dies leaves its rows to the next one after this time. */
const LEASE_MS = 60_000;

/**
 * Tells every number with a clock whose next moment has come to let time pass; answers how many clocks that were. Cost
 * follows what is due. Two sweepers may meet: the journal lets each thing happen once. While the machine's own clock jumps,
 * nothing is declared: the next sweep sees whether it stayed.
 */
export async function sweepClocks(ctx: AppContext): Promise<number> {
  if (ctx.clock.isSteady?.() === false) {
    ctx.log.warn("the machine's clock jumped; clocks wait for the next sweep");
    return 0;
  }
  let swept = 0;
  for (;;) {
    const { numberIds, clocks } = await leaseDueClocks(ctx.pool, {
      now: ctx.clock.now(),
      limit: BATCH,
      leaseMs: LEASE_MS,
    });
    await onEach(ctx, numberIds, 'let_time_pass');
    swept += clocks;
    if (clocks < BATCH) return swept;
  }
}

/** Settles the dates that hung on a holiday notice which is loaded now; answers on how many numbers some still hang. */
export async function settleDates(ctx: AppContext): Promise<number> {
  const numberIds = await listProvisional(ctx.pool, BATCH * BATCH);
  for (let at = 0; at < numberIds.length; at += BATCH)
    await onEach(ctx, numberIds.slice(at, at + BATCH), 'settle_dates');
  return (await listProvisional(ctx.pool, BATCH * BATCH)).length;
}

async function onEach(
  ctx: AppContext,
  numberIds: readonly string[],
  command: 'let_time_pass' | 'settle_dates',
): Promise<void> {
  const results = await Promise.allSettled(numberIds.map((numberId) => passOn(ctx, numberId, command)));
  for (const [index, result] of results.entries()) {
    if (result.status === 'rejected')
      ctx.log.error({ err: result.reason, number: numberIds[index], command }, "a number's clocks did not move");
  }
}

async function passOn(ctx: AppContext, numberId: string, command: 'let_time_pass' | 'settle_dates'): Promise<void> {
  try {
    await commandAsProduct(ctx, numberId, { do: command }, command);
  } catch (error) {
    // Moved on since it was leased: the journal knows better than the row did.
    if (!(error instanceof RefusalError)) throw error;
  }
}
