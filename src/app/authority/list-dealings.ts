import type { DealingItem } from '../../store/dealings.ts';
import { listDealings as listDealingsOf } from '../../store/dealings.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest } from '../pages.ts';
import { requireAuthority } from './list-authority-cases.ts';

export type { DealingItem };

/** What the asker's body dealt with and no longer has, with how that ended. */
export async function listDealings(ctx: AppContext, asker: Asker, input: PageInput): Promise<Page<DealingItem>> {
  return listDealingsOf(ctx.pool, { authorityId: requireAuthority(asker.actor), ...pageRequest(input) });
}
