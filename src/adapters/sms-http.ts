import type { SmsPort } from '../app/ports.ts';

const PATIENCE_MS = 10_000;

type Gateway = { readonly url: string; readonly token: string };

/**
 * Text messages through an operator's JSON gateway: `POST {delivery_id, to, text}` is answered with `{message_id}`, or with a
 * 4xx and `{code}` when the message is not taken. Anything else throws, so that the job tries again.
 */
export function createHttpSms({ url, token }: Gateway): SmsPort {
  return {
    async send({ deliveryId, to, text }) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ delivery_id: deliveryId, to, text }),
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: 'error',
      });
      const body = (await answer.json().catch(() => ({}))) as { message_id?: unknown; code?: unknown };
      if (answer.ok && typeof body.message_id === 'string') return { taken: true, messageId: body.message_id };
      if (answer.status >= 400 && answer.status < 500)
        return { taken: false, code: typeof body.code === 'string' ? body.code : `http_${answer.status}` };
      throw new Error(`the message gateway answered ${answer.status}`);
    },
  };
}

/** Where no operator is configured, every message is refused by name instead of vanishing. */
export function createNoSms(): SmsPort {
  return { send: async () => ({ taken: false, code: 'not_configured' }) };
}
