import { Webhook } from 'standardwebhooks';
import type { Instant } from '../../domain/time.ts';
import { addMs, jsDateOf, msOf } from '../../domain/time.ts';
import { enqueue } from '../../store/jobs.ts';
import type { OutgoingMessage } from '../../store/webhook-messages.ts';
import { findMessage, recordAttempt } from '../../store/webhook-messages.ts';
import { setSubscriptionActive } from '../../store/webhooks.ts';
import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';

/** 410 Gone: the other side wants no more. */
const GONE = 410;

/** Sends one message, signed by the Standard Webhooks rules; after the last pause of the schedule it is dead and a human sees it. */
export async function sendWebhook(ctx: AppContext, { messageId }: Jobs['send_webhook']): Promise<void> {
  const message = await findMessage(ctx.pool, ctx.sealer, messageId);
  if (message?.status !== 'pending' || !message.active) return;
  const now = ctx.clock.now();
  const { status, error } = await post(ctx, message, now);
  const tried = { at: now, status, error };
  if (status !== null && status >= 200 && status < 300)
    return recordAttempt(ctx.pool, messageId, tried, { status: 'delivered' });
  if (status === GONE) {
    const { subscriptionId, carrierId } = message;
    await setSubscriptionActive(ctx.pool, { subscriptionId, carrierId, active: false });
  }
  const pause = status === GONE ? undefined : ctx.patience.webhookRetriesMs[message.attempts];
  if (pause === undefined) return bury(ctx, message, tried);
  await recordAttempt(ctx.pool, messageId, tried, { status: 'pending', nextAttemptAt: addMs(now, pause) });
  await enqueue(ctx.pool, [{ name: 'send_webhook', payload: { messageId }, afterMs: pause, key: messageId }]);
}

async function bury(
  ctx: AppContext,
  { messageId, numberId, event }: OutgoingMessage,
  tried: Parameters<typeof recordAttempt>[2],
): Promise<void> {
  await recordAttempt(ctx.pool, messageId, tried, { status: 'dead' });
  if (numberId === null) return;
  const subject = { kind: 'webhook', id: messageId } as const;
  await commandAsProduct(
    ctx,
    numberId,
    { do: 'raise_attention', kind: 'webhook_dead', subject, detail: event },
    messageId,
  );
}

async function post(ctx: AppContext, { url, secret, messageId, text }: OutgoingMessage, now: Instant) {
  const at = jsDateOf(now);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(msOf(now) / 1000)),
    'webhook-signature': new Webhook(secret).sign(messageId, at, text),
  };
  try {
    const { status } = await ctx.webhook.post({ url, headers, body: text });
    return { status, error: null };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  }
}
