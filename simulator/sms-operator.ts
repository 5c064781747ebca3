import type { IncomingMessage, ServerResponse } from 'node:http';
import { createErrands } from './lib/errands.ts';
import { type Answer, bearerOf, type Listening, listen, objectIn } from './lib/http.ts';
import { persist } from './lib/persist.ts';

export const SMS_MODES = ['normal', 'slow', 'failing', 'down', 'duplicate', 'silent', 'undeliverable'] as const;
/**
 * How the operator behaves: `slow` answers and reports late, `failing` refuses with 422 and a code, `down` resets the
 * connection, `duplicate` reports twice, `silent` takes messages and never reports, `undeliverable` reports a failure.
 */
export type SmsMode = (typeof SMS_MODES)[number];

export type TakenMessage = {
  readonly messageId: string;
  readonly deliveryId: string;
  readonly to: string;
  readonly text: string;
  /** How often the same delivery was handed in. */
  readonly times: number;
};

type Options = {
  /** 0 takes any free port. */
  readonly port: number;
  /** What the sender must show. */
  readonly token: string;
  /** Where receipts go, and what the operator shows there. */
  readonly receiptUrl: string;
  readonly receiptToken: string;
  readonly mode?: SmsMode;
  /** Until the receipt; in `slow` also until the answer. */
  readonly delayMs?: number;
};

export type SmsOperator = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Where messages are handed in; there once it runs. */
  readonly url: string;
  readonly mode: SmsMode;
  setMode(mode: SmsMode, delayMs?: number): void;
  /** What was taken, oldest first, each delivery once. */
  readonly taken: readonly TakenMessage[];
  readonly faults: readonly string[];
};

type Receipt = { readonly delivery_id: string; readonly status: 'delivered' | 'failed'; readonly code: string | null };

const REFUSED_CODE = 'destination_barred';
const UNDELIVERED_CODE = 'handset_absent';

class ReceiptRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the receipt was answered with ${status}`);
    this.status = status;
  }
}

/** An operator's message gateway on loopback that behaves to order and keeps what it took. */
export function createSmsOperator(options: Options): SmsOperator {
  const { port, token, receiptUrl, receiptToken } = options;
  const messages = new Map<string, TakenMessage>();
  const errands = createErrands();
  let mode = options.mode ?? 'normal';
  let delayMs = options.delayMs ?? 0;
  let server: Listening | null = null;

  const report = (receipt: Receipt) =>
    errands.after(delayMs, (signal) =>
      persist(signal, isTransient, () => postReceipt(receiptUrl, receiptToken, receipt, signal)),
    );

  const take = (deliveryId: string, to: string, text: string): Answer => {
    const known = messages.get(deliveryId);
    if (known) {
      messages.set(deliveryId, { ...known, times: known.times + 1 });
      return { status: 200, body: { message_id: known.messageId } };
    }
    if (mode === 'failing') return { status: 422, body: { code: REFUSED_CODE } };
    const messageId = `sms-${messages.size + 1}`;
    messages.set(deliveryId, { messageId, deliveryId, to, text, times: 1 });
    const receipt: Receipt =
      mode === 'undeliverable'
        ? { delivery_id: deliveryId, status: 'failed', code: UNDELIVERED_CODE }
        : { delivery_id: deliveryId, status: 'delivered', code: null };
    if (mode !== 'silent') report(receipt);
    if (mode === 'duplicate') report(receipt);
    return { status: 200, body: { message_id: messageId } };
  };

  const answer = (request: IncomingMessage, body: string, reply: ServerResponse): Answer | Promise<Answer> | null => {
    if (mode === 'down') {
      reply.socket?.resetAndDestroy();
      return null;
    }
    if (request.method !== 'POST') return { status: 405, body: { code: 'post_only' } };
    if (bearerOf(request) !== token) return { status: 401, body: { code: 'bad_token' } };
    const { delivery_id: deliveryId, to, text } = objectIn(body) ?? {};
    if (typeof deliveryId !== 'string' || typeof to !== 'string' || typeof text !== 'string')
      return { status: 400, body: { code: 'bad_message' } };
    if (mode !== 'slow') return take(deliveryId, to, text);
    return new Promise((resolve) => errands.after(delayMs, async () => resolve(take(deliveryId, to, text))));
  };

  return {
    async start() {
      server = await listen(port, answer);
    },
    async stop() {
      await Promise.all([errands.stop(), server?.close()]);
      server = null;
    },
    get url() {
      if (!server) throw new Error('the operator does not run');
      return `${server.url}/messages`;
    },
    get mode() {
      return mode;
    },
    setMode(next, delay) {
      mode = next;
      delayMs = delay ?? delayMs;
    },
    get taken() {
      return [...messages.values()];
    },
    faults: errands.faults,
  };
}

async function postReceipt(url: string, token: string, receipt: Receipt, signal: AbortSignal): Promise<void> {
  const { status } = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(receipt),
    signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    redirect: 'error',
  });
  if (status >= 300) throw new ReceiptRefused(status);
}

function isTransient(error: unknown): boolean {
  return !(error instanceof ReceiptRefused) || error.status >= 500;
}
