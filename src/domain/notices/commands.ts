import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { currentLine } from '../journal/state.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Attention, AttentionKind } from './attention.ts';
import { raiseAttention, settleAttention } from './issue.ts';
import type { Channel, DeliveryStatus } from './notice.ts';
import { CHANNELS, DELIVERY_TRANSITIONS } from './notice.ts';

export type NoticeCommand =
  | {
      readonly do: 'record_delivery';
      readonly noticeId: string;
      /** Names the attempt: the same attempt told twice moves one delivery on. */
      readonly deliveryId: string;
      readonly channel: Channel;
      readonly status: DeliveryStatus;
      readonly code: string | null;
    }
  | {
      readonly do: 'raise_attention';
      readonly kind: AttentionKind;
      readonly subject: Attention['subject'];
      readonly detail: string;
    }
  | { readonly do: 'handle_attention'; readonly attentionId: string; readonly words: string };

const BAD: Partial<Record<DeliveryStatus, AttentionKind>> = {
  failed: 'delivery_failed',
  silent: 'delivery_silent',
};

/** A person with a mail address but no second phone is reached; one whom no channel outside the product reaches is not. */
function isOutOfReach(draft: Draft, noticeId: string): boolean {
  const deliveries = draft.state.notices[noticeId]?.deliveries ?? [];
  const outside = CHANNELS.filter((channel) => channel !== 'inbox');
  return outside.every((channel) =>
    deliveries.some((one) => one.channel === channel && one.status !== 'sent' && one.status !== 'delivered'),
  );
}

export function decideOnNotice(draft: Draft, command: NoticeCommand): Refusal | null {
  switch (command.do) {
    case 'record_delivery':
      return recordDelivery(draft, command);
    case 'raise_attention':
      raiseAttention(draft, currentLine(draft.state)?.line ?? 0, command.kind, command.subject, command.detail);
      return null;
    case 'handle_attention':
      return handleAttention(draft, command.attentionId, command.words);
  }
}

/** A duplicate or overtaken receipt changes nothing; whatever failed, fell silent or found no way out reaches a human. */
function recordDelivery(draft: Draft, command: Extract<NoticeCommand, { do: 'record_delivery' }>): Refusal | null {
  const { noticeId, deliveryId, channel, status, code } = command;
  const notice = draft.state.notices[noticeId];
  if (!notice) return refusal('notice.not_found');
  const before = notice.deliveries.find((one) => one.deliveryId === deliveryId)?.status ?? 'none';
  if (before === status || !DELIVERY_TRANSITIONS[status].includes(before)) return null;
  draft.add(
    'delivery.recorded',
    { noticeId, deliveryId, channel, status, code },
    { line: notice.line, actor: PRODUCT },
  );
  const kind = BAD[status];
  if (kind) raiseAttention(draft, notice.line, kind, { kind: 'notice', id: noticeId }, channel);
  if (status === 'skipped' && isOutOfReach(draft, noticeId)) {
    raiseAttention(draft, notice.line, 'delivery_skipped', { kind: 'notice', id: noticeId }, 'all');
  }
  if (status === 'delivered') settleAttention(draft, noticeId, channel);
  return null;
}

function handleAttention(draft: Draft, attentionId: string, words: string): Refusal | null {
  const one = draft.state.attention[attentionId];
  if (!one) return refusal('attention.not_found');
  if (one.handledAt !== null) return refusal('attention.already_handled');
  // Answering it settles it; a word here would leave the person without an answer.
  if (one.kind === 'correction_asked') return refusal('correction.answer_it', {});
  if (words.trim() === '') return refusal('attention.no_words', {}, '/words');
  draft.add('attention.handled', { attentionId }, { line: one.line, personal: { words } });
  return null;
}
