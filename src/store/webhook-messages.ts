import type { JsonValue } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';
import type { Sealer } from './seal.ts';

export type MessageStatus = 'pending' | 'delivered' | 'dead';

export type NewMessage = {
  /** Sent as webhook-id. Made from subscription and entry, so that the same news is kept once. */
  readonly messageId: string;
  readonly subscriptionId: string;
  readonly numberId: string | null;
  readonly event: string;
  readonly body: JsonValue;
  readonly createdAt: Instant;
};

export type Message = NewMessage & {
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
};

const COLUMNS = `m.message_id as "messageId", m.subscription_id as "subscriptionId", m.number_id as "numberId", m.event,
  m.body, m.status, m.attempts, m.next_attempt_at as "nextAttemptAt", m.last_status as "lastStatus",
  m.last_error as "lastError", m.created_at as "createdAt"`;

/** Keeps messages that are not known yet; answers the ids of the new ones. */
export async function addMessages(db: Queryable, messages: readonly NewMessage[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const rows = messages.map((message) => ({
    message_id: message.messageId,
    subscription_id: message.subscriptionId,
    number_id: message.numberId,
    event: message.event,
    body: message.body,
    created_at: message.createdAt,
  }));
  const added = await db.query<{ message_id: string }>(
    `insert into webhook_messages (message_id, subscription_id, number_id, event, body, status, next_attempt_at, created_at)
    select message_id, subscription_id, number_id, event, body, 'pending', created_at, created_at
    from json_to_recordset($1) as r(message_id text, subscription_id text, number_id bigint, event text, body json, created_at timestamptz)
    on conflict (message_id) do nothing returning message_id`,
    [JSON.stringify(rows)],
  );
  return added.rows.map((row) => row.message_id);
}

/** A message with all that is needed to send it; `text` is the body byte for byte. */
export type OutgoingMessage = Message & {
  readonly text: string;
  readonly url: string;
  readonly secret: string;
  readonly active: boolean;
  readonly carrierId: string;
};

export async function findMessage(db: Queryable, sealer: Sealer, messageId: string): Promise<OutgoingMessage | null> {
  const { rows } = await db.query<Omit<OutgoingMessage, 'secret'> & { secret: Buffer }>(
    `select ${COLUMNS}, m.body::text as text, s.url, s.active, s.carrier_id as "carrierId", s.secret_sealed as secret
    from webhook_messages m join webhook_subscriptions s using (subscription_id) where m.message_id = $1`,
    [messageId],
  );
  const row = rows[0];
  if (!row) return null;
  return { ...row, secret: sealer.open('webhook secret', row.subscriptionId, row.secret).toString() };
}

/** A carrier's messages, newest first. */
export async function listMessages(
  db: Queryable,
  filters: PageRequest & {
    readonly carrierId: string;
    readonly status?: MessageStatus | undefined;
    readonly subscriptionId?: string | undefined;
  },
): Promise<Page<Message>> {
  const { carrierId, status, subscriptionId, cursor, limit } = filters;
  const where = new Conditions()
    .add('s.carrier_id = $1', carrierId)
    .when(status, 'm.status = $1')
    .when(subscriptionId, 'm.subscription_id = $1');
  const after = readCursor(cursor, ['moment', 'text']);
  if (after)
    where.add('(m.created_at < $1::timestamptz or m.created_at = $1::timestamptz and m.message_id > $2)', ...after);
  const { rows } = await db.query<Message>(
    `select ${COLUMNS} from webhook_messages m join webhook_subscriptions s using (subscription_id) ${where.sql}
    order by m.created_at desc, m.message_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [row.createdAt, row.messageId]);
}

export type MessageAttempt = {
  readonly at: Instant;
  readonly status: number | null;
  readonly error: string | null;
};

/** Writes down one try. `after` says what comes next: taken, tried again at an instant, or dead. */
export async function recordAttempt(
  db: Queryable,
  messageId: string,
  tried: MessageAttempt,
  after: { readonly status: 'delivered' | 'dead' } | { readonly status: 'pending'; readonly nextAttemptAt: Instant },
): Promise<void> {
  await db.query(
    `with told as (
      update webhook_messages set attempts = attempts + 1, status = $5, next_attempt_at = $6, last_status = $3, last_error = $4
      where message_id = $1 returning attempts
    )
    insert into webhook_attempts (message_id, attempt, at, status, error) select $1, attempts, $2, $3, $4 from told`,
    [
      messageId,
      tried.at,
      tried.status,
      tried.error,
      after.status,
      'nextAttemptAt' in after ? after.nextAttemptAt : null,
    ],
  );
}

export async function listAttempts(
  db: Queryable,
  messageId: string,
): Promise<(MessageAttempt & { readonly attempt: number })[]> {
  const { rows } = await db.query<MessageAttempt & { readonly attempt: number }>(
    'select attempt, at, status, error from webhook_attempts where message_id = $1 order by attempt',
    [messageId],
  );
  return rows;
}

/** Takes a message up again that was delivered or is dead; the caller enqueues it. False when it is still on its way. */
export async function replayMessage(db: Queryable, messageId: string, now: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `update webhook_messages set status = 'pending', next_attempt_at = $2 where message_id = $1 and status <> 'pending'`,
    [messageId, now],
  );
  return rowCount === 1;
}
