import { Webhook, WebhookVerificationError } from 'standardwebhooks';
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

/** Where the product's signed messages arrive. Orders of lifts go on to the systems. */
export function createWebhookInbox(api: ApiClient, switches: Switches): WebhookInbox {
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
      const message = verify(webhook, headers, body);
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

function verify(webhook: Webhook, headers: NodeJS.Dict<string | string[]>, body: string): Received | null {
  try {
    const { type, at, data } = webhook.verify(body, headers as Record<string, string>) as Json;
    return { messageId: String(headers['webhook-id']), type: String(type), at: String(at), data: data as Json };
  } catch (error) {
    if (error instanceof WebhookVerificationError) return null;
    throw error;
  }
}
