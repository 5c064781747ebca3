import type { Attention } from '../../domain/notices/attention.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound, numberHolding } from '../on-number.ts';

/** A human takes care of something that went wrong, in words. */
export async function handleAttention(ctx: AppContext, asker: Asker, attentionId: string, words: string): Promise<Attention> {
  const numberId = numberHolding('attention', attentionId);
  const handling = { do: 'handle_attention', attentionId, words } as const;
  return command(ctx, asker, { numberId, command: handling, purpose: handling.do }, ({ state }) => {
    const one = state.attention[attentionId];
    if (!one) throw notFound();
    return one;
  });
}
