import { timingSafeEqual } from 'node:crypto';
import { numberOf } from '../../domain/journal/thing-id.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';

export type Receipt = {
  readonly deliveryId: string;
  readonly status: 'delivered' | 'failed';
  readonly code: string | null;
};

/** Whether a bearer token is the operator's own. */
export function isOperator(ctx: AppContext, token: string): boolean {
  const expected = Buffer.from(ctx.config.receiptToken ?? '');
  const given = Buffer.from(token);
  return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given);
}

/** The operator says what became of a message. Told twice or late, it changes nothing that is settled. */
export async function receiveReceipt(ctx: AppContext, { deliveryId, status, code }: Receipt): Promise<void> {
  const noticeId = deliveryId.replace(/^delivery_/, 'notice_').replace(/_sms$/, '');
  const numberId = numberOf('notice', noticeId);
  if (numberId === null) throw new RefusalError(refusal('notice.not_found'));
  await commandAsProduct(
    ctx,
    numberId,
    { do: 'record_delivery', noticeId, deliveryId, channel: 'sms', status, code },
    deliveryId,
  );
}
