import type { PlainDate } from '../time.ts';

export type Unit = 'hours' | 'calendar_days' | 'working_days' | 'months' | 'years';
export type Bound = 'carrier' | 'authority' | 'person' | 'bureau' | 'label_service' | 'product';
export type DefaultOutcome = 'offer_escalation' | 'lift' | 'deem_refused' | 'notify' | 'close';
/** C confirmed, C- by secondary sources, RH and RU recalled (surely, unsurely), ours our own promise. */
export type Confidence = 'C' | 'C-' | 'RH' | 'RU' | 'ours';

export type Length = { readonly length: number; readonly unit: Unit };

/** A period that law or a promise sets running. `length` is null where nobody could confirm it. */
export type PeriodRule = {
  readonly ruleId: string;
  readonly version: number;
  readonly length: number | null;
  readonly unit: Unit;
  readonly binds: Bound;
  readonly defaultOutcome: DefaultOutcome;
  readonly article: string;
  readonly source: string;
  readonly checked: PlainDate;
  readonly confidence: Confidence;
  /** By ISO 3166-2 code; the earlier date reminds, only the later one declares late. */
  readonly provinces: { readonly [province: string]: Length & { readonly article: string; readonly source: string } };
};
