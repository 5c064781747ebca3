import type { AttentionAct } from '../../access/acts.ts';
import { actsOnAttention } from '../../access/acts.ts';
import type { AttentionItem } from '../../store/desk.ts';
import { listAttention as listAttentionOfCarrier } from '../../store/desk.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';

export type AttentionListInput = PageInput & { readonly open?: boolean | undefined };

/** Something that went wrong, with what the one who looks may do about it now. */
export type AttentionView = AttentionItem & { readonly acts: readonly AttentionAct[] };

/** What went wrong at the asker's carrier: waiting, oldest first, or handled, newest first. */
export async function listAttention(
  ctx: AppContext,
  asker: Asker,
  input: AttentionListInput,
): Promise<Page<AttentionView>> {
  const filters = { carrierId: requireDesk(asker.actor), open: input.open ?? true, ...pageRequest(input) };
  const { items, next } = await listAttentionOfCarrier(ctx.pool, filters);
  const states = await Promise.all(items.map((item) => ctx.journal.load(item.numberId)));
  const views = items.map((item, index) => {
    const state = states[index]?.state;
    const one = state?.attention[item.attentionId];
    return { ...item, acts: state && one ? actsOnAttention(state, one, asker.actor) : [] };
  });
  return { items: views, next };
}
