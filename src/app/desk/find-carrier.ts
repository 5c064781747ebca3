import type { Carrier } from '../../store/carriers.ts';
import { findCarrier } from '../../store/carriers.ts';
import type { AppContext } from '../context.ts';

/** The carrier of a desk; null when nobody knows it. */
export function findCarrierOf(ctx: AppContext, carrierId: string): Promise<Carrier | null> {
  return findCarrier(ctx.pool, carrierId);
}
