import type { Channel, DeliveryStatus, Notice } from '../../domain/notices/notice.ts';
import { findActorOfPerson } from '../../store/actors.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Person } from '../../store/people.ts';
import { findPerson } from '../../store/people.ts';
import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';
import type { Composed } from './compose-notice.ts';
import { wordNotice } from './notice-facts.ts';

type Result = { readonly status: DeliveryStatus; readonly code: string | null };

/**
 * Hands one notice to one channel and records the attempt. Run twice, it sends once: an attempt that is recorded is not
 * made again, and the other side drops a repeat by its delivery id.
 */
export async function deliverNotice(
  ctx: AppContext,
  { numberId, noticeId, channel }: Jobs['deliver_notice'],
): Promise<void> {
  const { state } = await ctx.journal.load(numberId);
  const notice = state.notices[noticeId];
  const deliveryId = deliveryIdOf(noticeId, channel);
  if (!notice || notice.deliveries.some((one) => one.deliveryId === deliveryId)) return;
  const [person, actor] = await Promise.all([
    findPerson(ctx.pool, ctx.sealer, notice.personId),
    findActorOfPerson(ctx.pool, notice.personId),
  ]);
  const words = await wordNotice(ctx, actor?.locale ?? 'zh-CN', state, notice);
  const { status, code } = await hand(ctx, channel, {
    notice,
    deliveryId,
    person,
    words,
    locale: actor?.locale ?? 'zh-CN',
  });
  await commandAsProduct(
    ctx,
    numberId,
    { do: 'record_delivery', noticeId, deliveryId, channel, status, code },
    deliveryId,
  );
  if (channel === 'sms' && status === 'sent') {
    const payload = { numberId, noticeId, deliveryId, channel };
    await enqueue(ctx.pool, [
      { name: 'check_delivery', payload, afterMs: ctx.patience.receiptMs, key: `check:${deliveryId}` },
    ]);
  }
}

/** One attempt a notice and channel: its name says so. */
export function deliveryIdOf(noticeId: string, channel: Channel): string {
  return `${noticeId.replace('notice_', 'delivery_')}_${channel}`;
}

type Letter = {
  readonly notice: Notice;
  readonly deliveryId: string;
  readonly person: Person | null;
  readonly words: Composed;
  readonly locale: 'zh-CN' | 'en';
};

async function hand(ctx: AppContext, channel: Channel, { deliveryId, person, words, locale }: Letter): Promise<Result> {
  switch (channel) {
    case 'inbox':
      // The projected notice is the inbox: it is there with the entry that issued it.
      return { status: 'delivered', code: null };
    case 'mail': {
      if (!ctx.mail) return { status: 'skipped', code: 'not_configured' };
      if (!person?.email) return { status: 'skipped', code: 'no_address' };
      return sendMail(ctx, { deliveryId, to: person.email, subject: words.subject, text: words.text, locale });
    }
    case 'sms': {
      if (!person?.smsDigits) return { status: 'skipped', code: 'no_address' };
      const taken = await ctx.sms.send({ deliveryId, to: person.smsDigits, text: words.short });
      if (taken.taken) return { status: 'sent', code: null };
      return { status: taken.code === 'not_configured' ? 'skipped' : 'failed', code: taken.code };
    }
  }
}

/** A server that refuses the letter for good has answered; anything else is tried again by the queue. */
async function sendMail(
  ctx: AppContext,
  letter: Parameters<NonNullable<AppContext['mail']>['send']>[0],
): Promise<Result> {
  try {
    await ctx.mail?.send(letter);
    return { status: 'delivered', code: null };
  } catch (error) {
    const { responseCode } = error as { responseCode?: number };
    if (responseCode !== undefined && responseCode >= 500) return { status: 'failed', code: `smtp_${responseCode}` };
    throw error;
  }
}
