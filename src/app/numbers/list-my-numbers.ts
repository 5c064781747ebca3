import { isRefusal, ownScope } from '../../access/lists.ts';
import type { MobileNumber } from '../../domain/numbers/mobile-number.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { listMandatesFor } from '../../store/mandates.ts';
import { listLinesOf } from '../../store/mine.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { readState } from '../on-number.ts';
import type { Standing } from './standing-view.ts';
import { viewStanding } from './standing-view.ts';

/** One number of a person's with where it stands; no digits where their link was shredded. */
export type MyNumber = { readonly mobileNumber: MobileNumber | null; readonly standing: Standing };

/** The numbers that the asker holds or uses or did, open ones first. */
export async function listMyNumbers(ctx: AppContext, asker: Asker): Promise<MyNumber[]> {
  const numberIds = await myNumberIds(ctx, asker);
  const [digits, loaded] = await Promise.all([
    ctx.numbers.digitsOf(numberIds),
    Promise.all(numberIds.map((id) => readState(ctx, id))),
  ]);
  await Promise.all(numberIds.map((id) => noteAccess(ctx, asker, id, 'numbers')));
  const now = ctx.clock.now();
  return loaded.flatMap((state) => {
    const standing = viewStanding(state, asker.actor, now);
    return standing ? [{ mobileNumber: digits.get(state.numberId) ?? null, standing }] : [];
  });
}

/** The numbers on which the asker has or had a line, and those on which they act for somebody. */
export async function myNumberIds(ctx: AppContext, asker: Asker): Promise<string[]> {
  const scope = ownScope(asker.actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  const [lines, mandates] = await Promise.all([
    listLinesOf(ctx.pool, scope.personId),
    listMandatesFor(ctx.pool, scope.personId),
  ]);
  return [...new Set([...lines, ...mandates].map(({ numberId }) => numberId))];
}
