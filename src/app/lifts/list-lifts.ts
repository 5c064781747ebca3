import type { LiftItem } from '../../store/lifts.ts';
import { listLifts as listLiftsOfCarrier } from '../../store/lifts.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';

export type LiftListInput = PageInput & { readonly underWay?: boolean | undefined };

export type { LiftItem };

/** The lifts of the asker's carrier with what each system said, newest first. */
export function listLifts(ctx: AppContext, asker: Asker, input: LiftListInput): Promise<Page<LiftItem>> {
  return listLiftsOfCarrier(ctx.pool, {
    carrierId: requireDesk(asker.actor),
    underWay: input.underWay,
    ...pageRequest(input),
  });
}
