import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';

/** A message that was taken but whose receipt never came is silent: a human sees it. A receipt may still come later. */
export async function checkDelivery(
  ctx: AppContext,
  { numberId, noticeId, deliveryId, channel }: Jobs['check_delivery'],
): Promise<void> {
  const { state } = await ctx.journal.load(numberId);
  const delivery = state.notices[noticeId]?.deliveries.find((one) => one.deliveryId === deliveryId);
  if (delivery?.status !== 'sent') return;
  await commandAsProduct(
    ctx,
    numberId,
    { do: 'record_delivery', noticeId, deliveryId, channel, status: 'silent', code: 'no_receipt' },
    deliveryId,
  );
}
