import { timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { ApiClient, Json } from './lib/api-client.ts';
import type { Answer } from './lib/http.ts';
import type { LiftOrder, Switches } from './switches.ts';

export const INBOX_PATH = '/qingbiao/events';

export type Received = { readonly messageId: string; readonly type: string; readonly at: string; readonly data: Json };

export type WebhookInbox = {
  /** Subscribes an address and ends what an earlier run left, whose secret nobody knows any more. */
  subscribe(url: string, kinds: readonly string[]): Promise<void>;
  /** Takes one message as it came; a signature that does not fit is answered 401. */
  receive(headers: NodeJS.Dict<string | string[]>, body: string): Answer;
  /** What was taken, oldest first, each message once. */
  readonly received: readonly Received[];
};

type Subscription = { readonly subscription_id: string; readonly url: string; readonly active: boolean };

const REMEMBERED = 1_000;
const TOLERANCE_MS = 5 * 60_000;

/** Where the product's signed messages arrive. Orders of lifts go on to the systems. */
export function createWebhookInbox(api: ApiClient, switches: Switches, now: () => string): WebhookInbox {
  const received: Received[] = [];
  const known = new Set<string>();
  let webhook: Webhook | null = null;

  const keep = (message: Received) => {
    known.add(message.messageId);
    received.push(message);
    const oldest = received.length > REMEMBERED ? received.shift() : undefined;
    if (oldest) known.delete(oldest.messageId);
  };

  return {
    received,

    async subscribe(url, kinds) {
      const { items = [] } = (await api.get('/webhooks')) as { items?: readonly Subscription[] };
      const left = items.filter((one) => one.active && isLeftBehind(one.url, url));
      const answer = await api.post('/webhooks', { url, kinds });
      webhook = new Webhook(String(answer['secret']));
      for (const { subscription_id: id } of left) await api.delete(`/webhooks/${id}`);
    },

    receive(headers, body) {
      if (!webhook) return { status: 503, body: { code: 'not_subscribed_yet' } };
      const message = verify(webhook, headers, body, now());
      if (!message) return { status: 401, body: { code: 'bad_signature' } };
      if (known.has(message.messageId)) return { status: 204 };
      const order = message.data as unknown as LiftOrder;
      if (message.type === 'lift.ordered' && !switches.take(order))
        return { status: 503, body: { code: 'system_down' } };
      keep(message);
      return { status: 204 };
    },
  };
}

/** Another address of this very program on this machine. */
function isLeftBehind(former: string, url: string): boolean {
  return new URL(former).pathname === new URL(url).pathname && new URL(former).hostname === new URL(url).hostname;
}

/** As `Webhook.verify` of the package, but by the carrier's own clock, which a demo may have moved. */
function verify(webhook: Webhook, headers: NodeJS.Dict<string | string[]>, body: string, now: string): Received | null {
  const { 'webhook-id': messageId, 'webhook-timestamp': stamp, 'webhook-signature': signatures } = headers;
  if (typeof messageId !== 'string' || typeof stamp !== 'string' || typeof signatures !== 'string') return null;
  const sentMs = Number(stamp) * 1_000;
  if (!(Math.abs(sentMs - Date.parse(now)) <= TOLERANCE_MS)) return null;
  const expected = Buffer.from(webhook.sign(messageId, new Date(sentMs), body));
  const given = signatures.split(' ').map((one) => Buffer.from(one));
  if (!given.some((one) => one.length === expected.length && timingSafeEqual(one, expected))) return null;
  const { type, at, data } = JSON.parse(body) as Json;
  return { messageId, type: String(type), at: String(at), data: data as Json };
}
