import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { refuseEvenly } from '../evenly.ts';
import { noteAccess } from '../note-access.ts';
import { notFound, readState } from '../on-number.ts';
import type { NumberName } from './resolve-number.ts';
import { resolveNumber } from './resolve-number.ts';
import type { Standing } from './standing-view.ts';
import { viewStanding } from './standing-view.ts';

/** Where a number stands, for one who may see it; the reading is written down before the answer leaves. */
export function getStanding(ctx: AppContext, asker: Asker, name: NumberName): Promise<Standing> {
  return refuseEvenly(() => readStanding(ctx, asker, name));
}

async function readStanding(ctx: AppContext, asker: Asker, name: NumberName): Promise<Standing> {
  const numberId = await resolveNumber(ctx, name);
  const state = await readState(ctx, numberId);
  const standing = viewStanding(state, asker.actor, ctx.clock.now());
  if (!standing) throw notFound();
  await noteAccess(ctx, asker, numberId, 'standing');
  return standing;
}
