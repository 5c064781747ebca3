import type { RuleCount } from '../../store/desk.ts';
import { countRules as countRulesOfCarrier } from '../../store/desk.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { requireDesk } from '../pages.ts';

export type { RuleCount };

/** How often each rule of the asker's carrier flagged, and how often it was overturned. */
export function countRules(ctx: AppContext, asker: Asker): Promise<RuleCount[]> {
  return countRulesOfCarrier(ctx.pool, requireDesk(asker.actor));
}
