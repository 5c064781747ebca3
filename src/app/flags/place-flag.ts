import type { Reasons } from '../../domain/flags/reasons.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { NumberName } from '../numbers/resolve-number.ts';
import { resolveNumber } from '../numbers/resolve-number.ts';
import { command, notFound } from '../on-number.ts';
import type { FlagView } from './flag-view.ts';
import { viewFlag } from './flag-view.ts';

/** Places a flag with its full reasons on the open line of a number. */
export async function placeFlag(ctx: AppContext, asker: Asker, name: NumberName, reasons: Reasons): Promise<FlagView> {
  const placing = { do: 'place_flag', reasons } as const;
  const numberId = await resolveNumber(ctx, name);
  return command(ctx, asker, { numberId, command: placing, purpose: placing.do }, ({ state, entries }) => {
    const flagId = entries.find((entry) => entry.kind === 'flag.placed')?.data.flagId;
    const flag = flagId === undefined ? undefined : state.flags[flagId];
    if (!flag) throw notFound();
    return viewFlag(state, flag, asker.actor);
  });
}
