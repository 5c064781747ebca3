import type { Page } from '../../store/pages.ts';
import type { PrecheckItem } from '../../store/prechecks.ts';
import { countTurnedDown, countWaiting, listPrechecks as listOfCarrier } from '../../store/prechecks.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';

export type { PrecheckItem };

/** Who waits at the asker's desk to hear whether their papers are enough, and how often accepted papers were turned down there. */
export async function listPrechecks(
  ctx: AppContext,
  asker: Asker,
  input: PageInput,
): Promise<Page<PrecheckItem> & { readonly turnedDown: number }> {
  const carrierId = requireDesk(asker.actor);
  const [waiting, turnedDown] = await Promise.all([
    listOfCarrier(ctx.pool, { carrierId, ...pageRequest(input) }),
    countTurnedDown(ctx.pool, carrierId),
  ]);
  return { ...waiting, turnedDown };
}

/** How many wait at the asker's desk to hear whether their papers are enough. */
export function countPrechecks(ctx: AppContext, asker: Asker): Promise<number> {
  return countWaiting(ctx.pool, requireDesk(asker.actor));
}
