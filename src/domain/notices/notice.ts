import type { JsonValue } from '../refusal.ts';
import type { Instant } from '../time.ts';

export const NOTICE_KINDS = [
  'flag_placed',
  'payment_short',
  'lift_ordered',
  'class_lifted',
  'service_back',
  'lift_late',
  'lift_failed',
  'precheck_enough',
  'precheck_lacking',
  'precheck_set_aside',
  'case_received',
  'material_asked',
  'material_lapsed',
  'message_received',
  'case_granted',
  'case_partly',
  'case_refused',
  'case_overdue',
  'case_closed',
  'not_back_received',
  'promise_passed',
  'follow_up',
  'clock_near',
  'case_escalated',
  'case_accepted',
  'case_declined',
  'case_mediating',
  'case_settled',
  'case_unsettled',
  'mandate_granted',
  'mandate_revoked',
  'mandate_ended',
  'acted_for_you',
  'correction_answered',
  'holder_checked',
  'line_joined',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const CHANNELS = ['inbox', 'mail', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

export type DeliveryStatus = 'sent' | 'delivered' | 'failed' | 'silent' | 'skipped';

/** One attempt to reach the person, with its receipt. */
export type Delivery = {
  readonly deliveryId: string;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly at: Instant;
  readonly code: string | null;
};

/** The formal document; its text is composed from the kind and the values when it is read. */
export type Notice = {
  readonly noticeId: string;
  readonly line: number;
  readonly kind: NoticeKind;
  readonly personId: string;
  readonly subject: {
    readonly kind: 'flag' | 'case' | 'lift' | 'mandate' | 'correction' | 'holder';
    readonly id: string;
  };
  readonly values: { readonly [name: string]: JsonValue };
  readonly issuedAt: Instant;
  readonly deliveries: readonly Delivery[];
};

/** from → to for one delivery; a receipt may overtake our record of sending, and a second receipt changes nothing. */
export const DELIVERY_TRANSITIONS: Record<DeliveryStatus, readonly (DeliveryStatus | 'none')[]> = {
  sent: ['none', 'failed', 'silent'],
  delivered: ['none', 'sent', 'silent'],
  failed: ['none', 'sent', 'silent'],
  silent: ['sent'],
  skipped: ['none'],
};
