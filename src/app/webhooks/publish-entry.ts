import type { NewEntry } from '../../domain/journal/entry.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { JsonValue } from '../../domain/refusal.ts';
import { enqueue } from '../../store/jobs.ts';
import { findEntry } from '../../store/timeline.ts';
import type { NewMessage } from '../../store/webhook-messages.ts';
import { addMessages } from '../../store/webhook-messages.ts';
import { findSubscribers } from '../../store/webhooks.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';
import type { LIFT_EVENT } from './event-kinds.ts';

/** Makes one entry into a message for every subscription of its carrier that wants the kind. The carrier sees no sealed words. */
export async function publishEntry(ctx: AppContext, { numberId, seq }: Jobs['publish_entry']): Promise<void> {
  const [entry, { state }] = await Promise.all([
    findEntry(ctx.pool, ctx.sealer, { numberId, seq }, { unseal: false }),
    ctx.journal.load(numberId),
  ]);
  const carrierId = entry && findLine(state, entry.line)?.carrierId;
  if (!entry || !carrierId) return;
  const data = { number_id: numberId, seq, ...(snakeCased(entry.data as JsonValue) as Record<string, JsonValue>) };
  await sendToSubscribers(ctx, {
    carrierId,
    kind: entry.kind,
    numberId,
    name: `${numberId}-${seq}`,
    at: entry.recordedAt,
    data,
  });
}

type News = {
  readonly carrierId: string;
  readonly kind: NewEntry['kind'] | typeof LIFT_EVENT;
  readonly numberId: string;
  /** Names the news, so that the same is sent once to each subscription. */
  readonly name: string;
  readonly at: string;
  readonly data: { readonly [name: string]: JsonValue };
};

/** Keeps a message for each subscriber and sends it. Done again it sends nothing twice and makes up what was cut off. */
export async function sendToSubscribers(ctx: AppContext, news: News): Promise<void> {
  const { carrierId, kind, numberId, name, at, data } = news;
  const subscribers = await findSubscribers(ctx.pool, carrierId, kind);
  const messages = subscribers.map(
    ({ subscriptionId }): NewMessage => ({
      messageId: `msg_${subscriptionId}_${name}`,
      subscriptionId,
      numberId,
      event: kind,
      body: { type: kind, at, data },
      createdAt: ctx.clock.now(),
    }),
  );
  await addMessages(ctx.pool, messages);
  await enqueue(
    ctx.pool,
    messages.map(({ messageId }) => ({ name: 'send_webhook', payload: { messageId }, key: messageId })),
  );
}

function snakeCased(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((one) => snakeCased(one as JsonValue));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCased(one as JsonValue),
    ]),
  );
}
