import { rebuildNumbers } from '../../store/rebuild.ts';
import type { Watch } from '../../store/verify.ts';
import { verifyNumbers } from '../../store/verify.ts';
import type { AppContext } from '../context.ts';

export type Examined = { readonly numbers: number; readonly problems: number };

/** Re-folds every journal and compares chain, head, state and projections with what stands. Changes nothing. */
export function verifyJournals(ctx: AppContext, watch: Watch): Promise<Examined> {
  return verifyNumbers(ctx.pool, watch);
}

/** Rebuilds states and projections from sound journals; a journal at fault is told and left alone. */
export function rebuildFromJournals(ctx: AppContext, watch: Watch): Promise<Examined> {
  return rebuildNumbers(ctx.pool, watch);
}
