import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import type { AppContext } from '../context.ts';

/** Whether the database answers; refused with `server.unavailable` when it does not. */
export async function checkHealth(ctx: AppContext): Promise<{ readonly status: 'ok'; readonly at: Instant }> {
  try {
    await ctx.pool.query('select 1');
  } catch (error) {
    ctx.log.error({ err: error }, 'the database does not answer');
    throw new RefusalError(refusal('server.unavailable'));
  }
  return { status: 'ok', at: ctx.clock.now() };
}
