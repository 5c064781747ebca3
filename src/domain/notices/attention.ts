import type { Instant } from '../time.ts';

export const ATTENTION_KINDS = [
  'lift_failed',
  'lift_silent',
  'lift_late',
  'delivery_failed',
  'delivery_silent',
  'delivery_skipped',
  'webhook_dead',
  'job_failed',
  'answer_near',
  'answer_late',
  'case_escalated',
  'authority_asks',
  'flag_refused',
  'rule_paused',
  'flag_review',
  'mandate_pattern',
  'correction_asked',
  'fact_corrected',
  'holder_check_silent',
  'holder_conflict',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** Something that went wrong and waits for a human eye: nothing fails in silence. */
export type Attention = {
  readonly attentionId: string;
  readonly line: number;
  readonly kind: AttentionKind;
  readonly subject: {
    readonly kind:
      | 'flag'
      | 'case'
      | 'lift'
      | 'notice'
      | 'webhook'
      | 'job'
      | 'policy'
      | 'mandate'
      | 'correction'
      | 'holder';
    readonly id: string;
  };
  readonly detail: string;
  readonly raisedAt: Instant;
  readonly handledAt: Instant | null;
};
