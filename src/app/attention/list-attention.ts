import type { AttentionItem } from '../../store/desk.ts';
import { listAttention as listAttentionOfCarrier } from '../../store/desk.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';

export type AttentionListInput = PageInput & { readonly open?: boolean | undefined };

export type { AttentionItem };

/** What went wrong at the asker's carrier: waiting, oldest first, or handled, newest first. */
export function listAttention(ctx: AppContext, asker: Asker, input: AttentionListInput): Promise<Page<AttentionItem>> {
  return listAttentionOfCarrier(ctx.pool, { carrierId: requireDesk(asker.actor), open: input.open ?? true, ...pageRequest(input) });
}
