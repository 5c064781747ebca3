import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import type { Sealer } from './seal.ts';

export type Subscription = {
  readonly subscriptionId: string;
  readonly carrierId: string;
  readonly url: string;
  /** Kinds of entries it wants; `*` is every published kind. */
  readonly kinds: readonly string[];
  readonly active: boolean;
  readonly createdAt: Instant;
  readonly createdBy: string;
};

export const SUBSCRIPTION_COLUMNS = `subscription_id as "subscriptionId", carrier_id as "carrierId", url, kinds, active,
  created_at as "createdAt", created_by as "createdBy"`;

/** Keeps a subscription with its signing secret, which is shown once and sealed here. */
export async function addSubscription(
  db: Queryable,
  sealer: Sealer,
  subscription: Subscription,
  secret: string,
): Promise<void> {
  const { subscriptionId, carrierId, url, kinds, active, createdAt, createdBy } = subscription;
  const sealed = sealer.seal('webhook secret', subscriptionId, Buffer.from(secret));
  await db.query(
    `insert into webhook_subscriptions (subscription_id, carrier_id, url, secret_sealed, kinds, active, created_at, created_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [subscriptionId, carrierId, url, sealed, kinds, active, createdAt, createdBy],
  );
}

export async function findSubscription(db: Queryable, subscriptionId: string): Promise<Subscription | null> {
  const { rows } = await db.query<Subscription>(
    `select ${SUBSCRIPTION_COLUMNS} from webhook_subscriptions where subscription_id = $1`,
    [subscriptionId],
  );
  return rows[0] ?? null;
}

export async function listSubscriptions(db: Queryable, carrierId: string): Promise<Subscription[]> {
  const { rows } = await db.query<Subscription>(
    `select ${SUBSCRIPTION_COLUMNS} from webhook_subscriptions where carrier_id = $1 order by created_at, subscription_id`,
    [carrierId],
  );
  return rows;
}

/** Active subscriptions of a carrier that want this kind of entry. */
export async function findSubscribers(db: Queryable, carrierId: string, kind: string): Promise<Subscription[]> {
  const { rows } = await db.query<Subscription>(
    `select ${SUBSCRIPTION_COLUMNS} from webhook_subscriptions
    where carrier_id = $1 and active and kinds && array[$2, '*'] order by subscription_id`,
    [carrierId, kind],
  );
  return rows;
}

/** Ends or takes up a subscription. False when it is not this carrier's. */
export async function setSubscriptionActive(
  db: Queryable,
  change: { readonly subscriptionId: string; readonly carrierId: string; readonly active: boolean },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'update webhook_subscriptions set active = $3 where subscription_id = $1 and carrier_id = $2',
    [change.subscriptionId, change.carrierId, change.active],
  );
  return rowCount === 1;
}
