import { actsOnAttention } from '../../access/acts.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound, numberHolding } from '../on-number.ts';
import type { AttentionView } from './list-attention.ts';

/** A human takes care of something that went wrong, and says in words how. */
export async function handleAttention(
  ctx: AppContext,
  asker: Asker,
  attentionId: string,
  words: string,
): Promise<AttentionView> {
  const numberId = numberHolding('attention', attentionId);
  const handling = { do: 'handle_attention', attentionId, words } as const;
  return command(ctx, asker, { numberId, command: handling, purpose: handling.do }, ({ state }) => {
    const one = state.attention[attentionId];
    if (!one) throw notFound();
    return { ...one, numberId, acts: actsOnAttention(state, one, asker.actor) };
  });
}
