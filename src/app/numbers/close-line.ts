import type { Instant } from '../../domain/time.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound } from '../on-number.ts';
import type { NumberName } from './resolve-number.ts';
import { resolveNumber } from './resolve-number.ts';
import type { Standing } from './standing-view.ts';
import { viewStanding } from './standing-view.ts';

/** Ends the open tenure of a number: its flags are detached and its open cases withdrawn. */
export async function closeLine(ctx: AppContext, asker: Asker, name: NumberName, closedAt: Instant): Promise<Standing> {
  const numberId = await resolveNumber(ctx, name);
  const closing = { do: 'close_line', closedAt } as const;
  return command(ctx, asker, { numberId, command: closing, purpose: closing.do }, ({ state, now }) => {
    const standing = viewStanding(state, asker.actor, now);
    if (!standing) throw notFound();
    return standing;
  });
}
