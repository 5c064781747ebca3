import { objectToCommand } from '../../access/command.ts';
import { emptyState } from '../../domain/journal/state.ts';
import type { Line } from '../../domain/numbers/line.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound } from '../on-number.ts';
import { findOrCreateNumber } from './find-or-create-number.ts';
import type { Standing } from './standing-view.ts';
import { viewStanding } from './standing-view.ts';

export type OpenLineInput = Pick<Line, 'kind' | 'province' | 'holderId' | 'userId' | 'openedAt'> & {
  /** As typed; read and kept in E.164. */
  readonly mobileNumber: string;
};

/** Begins one holder's tenure of a number at the asker's carrier; the number itself is made when it is new. */
export async function openLine(
  ctx: AppContext,
  asker: Asker,
  { mobileNumber, ...line }: OpenLineInput,
): Promise<Standing> {
  const opening = { do: 'open_line', origin: 'placed', carrierId: asker.actor.carrierId ?? '', ...line } as const;
  // Asked before the number is made, so that nobody without a right leaves anything behind.
  const refused = objectToCommand(emptyState('0'), opening, asker.actor, ctx.clock.now());
  if (refused) throw new RefusalError(refused);
  const numberId = await findOrCreateNumber(ctx, mobileNumber);
  return command(ctx, asker, { numberId, command: opening, purpose: opening.do }, ({ state, now }) => {
    const standing = viewStanding(state, asker.actor, now);
    if (!standing) throw notFound();
    return standing;
  });
}
