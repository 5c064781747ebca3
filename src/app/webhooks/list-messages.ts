import { deskScope, isRefusal } from '../../access/lists.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Page, PageRequest } from '../../store/pages.ts';
import type { Message, MessageStatus } from '../../store/webhook-messages.ts';
import { findMessage, listMessages as list, replayMessage as takeUpAgain } from '../../store/webhook-messages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';

export type { Message as MessageItem, MessageStatus } from '../../store/webhook-messages.ts';
export type { Subscription as SubscriptionItem } from '../../store/webhooks.ts';

/** A carrier's webhook messages, newest first; with `status: 'dead'` those that nobody took. */
export async function listMessages(
  ctx: AppContext,
  { actor }: Asker,
  filters: PageRequest & { readonly status?: MessageStatus | undefined },
): Promise<Page<Message>> {
  return list(ctx.pool, { ...filters, carrierId: scopeOf(actor) });
}

/** Sends a delivered or dead message once more, under its old id, so that the other side can tell. */
export async function replayMessage(ctx: AppContext, { actor }: Asker, messageId: string): Promise<void> {
  if (actor.role === 'auditor') throw new RefusalError(refusal('access.denied'));
  const message = await findMessage(ctx.pool, ctx.sealer, messageId);
  if (message?.carrierId !== scopeOf(actor)) throw new RefusalError(refusal('access.not_found'));
  if (!message.active) throw new RefusalError(refusal('webhook.ended'));
  if (!(await takeUpAgain(ctx.pool, messageId, ctx.clock.now()))) throw new RefusalError(refusal('webhook.under_way'));
  await enqueue(ctx.pool, [{ name: 'send_webhook', payload: { messageId }, key: messageId }]);
}

function scopeOf(actor: Asker['actor']): string {
  const scope = deskScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.carrierId;
}
