import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import type { FlagView } from './flag-view.ts';
import { viewFlag } from './flag-view.ts';

export async function getFlag(ctx: AppContext, asker: Asker, flagId: string): Promise<FlagView> {
  const state = await readVisible(ctx, asker, numberHolding('flag', flagId));
  const flag = state.flags[flagId];
  if (!flag) throw notFound();
  return viewFlag(state, flag, asker.actor);
}
