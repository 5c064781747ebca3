import type { PlainDate } from '../time.ts';

export const UNITS = ['hours', 'calendar_days', 'working_days', 'months', 'years'] as const;
export type Unit = (typeof UNITS)[number];
export type Bound = 'carrier' | 'authority' | 'person' | 'bureau' | 'label_service' | 'product';
export type DefaultOutcome = 'offer_escalation' | 'lift' | 'deem_refused' | 'notify' | 'close';
/** C confirmed, C- by secondary sources, RH and RU recalled (surely, unsurely), ours our own promise. */
export type Confidence = 'C' | 'C-' | 'RH' | 'RU' | 'ours';

export type Length = { readonly length: number; readonly unit: Unit };

/** What a period counts from. */
export const START_EVENTS = [
  'complaint_received',
  'paid_in_full',
  'formalities_done',
  'papers_received',
  'all_papers_received',
  'accepted',
  'forwarded',
  'both_agree',
  'event',
  'told',
  'objection_received',
  'bad_debt_ended',
  'payment_term_over',
  'suspended',
  'fault_reported',
  'query_sent',
  'line_closed',
  'joined',
  'listed',
  'known',
  'decision_received',
  'asked',
  'restored',
  'closed',
  'sent',
  'ran_out',
] as const;
export type StartEvent = (typeof START_EVENTS)[number];

/** A ground on which the law lets a period stand still, with where it says so. */
export type PauseGround = { readonly ground: string; readonly article: string; readonly source: string };

/** A period that law or a promise sets running. `length` is null where nobody could confirm it. */
export type PeriodRule = {
  readonly ruleId: string;
  readonly version: number;
  /** First day of this version; null for as long as is known. What began before keeps the version before. */
  readonly since: PlainDate | null;
  readonly length: number | null;
  readonly unit: Unit;
  readonly starts: StartEvent;
  readonly binds: Bound;
  readonly defaultOutcome: DefaultOutcome;
  readonly article: string;
  readonly source: string;
  readonly checked: PlainDate;
  readonly confidence: Confidence;
  /** Without a ground named here, the period runs on whatever happens. */
  readonly pauses: readonly PauseGround[];
  /** By ISO 3166-2 code; the earlier date reminds, only the later one declares late. */
  readonly provinces: { readonly [province: string]: Length & { readonly article: string; readonly source: string } };
};
