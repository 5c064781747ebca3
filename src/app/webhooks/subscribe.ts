import { Webhook } from 'standardwebhooks';
import { deskScope, isRefusal } from '../../access/lists.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { newId } from '../../platform/ids.ts';
import type { Subscription } from '../../store/webhooks.ts';
import { addSubscription, listSubscriptions, setSubscriptionActive } from '../../store/webhooks.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { EventKind } from './event-kinds.ts';

const SECRET_BYTES = 32;

/** A new subscription with the secret that signs its messages, told this once. */
export type Subscribed = { readonly subscription: Subscription; readonly secret: string };

/** Subscribes a carrier's address to kinds of events. Only its connected system may; https, or loopback in a demo. */
export async function createSubscription(
  ctx: AppContext,
  { actor }: Asker,
  { url, kinds }: { readonly url: string; readonly kinds: readonly (EventKind | '*')[] },
): Promise<Subscribed> {
  if (actor.role !== 'system' || actor.carrierId === null) throw new RefusalError(refusal('access.denied'));
  checkAddress(url, ctx.config.demo);
  const now = ctx.clock.now();
  const secret = `whsec_${Buffer.from(ctx.random(SECRET_BYTES)).toString('base64')}`;
  // Made here so that a secret the library cannot sign with is never handed out.
  new Webhook(secret);
  const subscription: Subscription = {
    subscriptionId: newId('sub', now, ctx.random),
    carrierId: actor.carrierId,
    url,
    kinds: [...new Set(kinds)],
    active: true,
    createdAt: now,
    createdBy: actor.id,
  };
  await addSubscription(ctx.pool, ctx.sealer, subscription, secret);
  return { subscription, secret };
}

/** A carrier's subscriptions, oldest first. */
export async function listOwnSubscriptions(ctx: AppContext, { actor }: Asker): Promise<readonly Subscription[]> {
  return listSubscriptions(ctx.pool, scopeOf(actor));
}

/** Ends a subscription: nothing more is sent to it. */
export async function endSubscription(ctx: AppContext, { actor }: Asker, subscriptionId: string): Promise<void> {
  if (actor.role !== 'system') throw new RefusalError(refusal('access.denied'));
  const ended = await setSubscriptionActive(ctx.pool, { subscriptionId, carrierId: scopeOf(actor), active: false });
  if (!ended) throw new RefusalError(refusal('access.not_found'));
}

function scopeOf(actor: Asker['actor']): string {
  const scope = deskScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.carrierId;
}

function checkAddress(url: string, demo: boolean): void {
  const target = URL.canParse(url) ? new URL(url) : null;
  const plain = demo && target?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(target.hostname);
  if (!target || (target.protocol !== 'https:' && !plain) || target.username !== '') {
    throw new RefusalError(refusal('webhook.bad_address', {}, '/url'));
  }
}
