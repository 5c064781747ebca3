import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import type { LiftView } from './lift-view.ts';
import { viewLift } from './lift-view.ts';

export async function getLift(ctx: AppContext, asker: Asker, liftId: string): Promise<LiftView> {
  const state = await readVisible(ctx, asker, numberHolding('lift', liftId));
  const lift = state.lifts[liftId];
  if (!lift) throw notFound();
  return viewLift(state, lift, asker.actor);
}
