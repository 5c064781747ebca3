import { listCarriers } from '../../store/carriers.ts';
import type { AppContext } from '../context.ts';
import type { Carrier } from '../mine/carrier.ts';

/** Carriers with a desk that can check a paper. */
export async function listConnectedCarriers(ctx: AppContext): Promise<Carrier[]> {
  return (await listCarriers(ctx.pool)).filter(({ connected }) => connected);
}
