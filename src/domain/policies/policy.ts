import type { Spared } from '../flags/measure.ts';
import type { Ground } from '../flags/reasons.ts';
import type { LineFunction, ReasonCode, Remedy } from '../flags/words.ts';
import type { FactKind } from '../numbers/fact.ts';

export const OPERATORS = ['gte', 'gt', 'lte', 'lt', 'eq'] as const;
export type Operator = (typeof OPERATORS)[number];
export type Condition = { readonly field: string; readonly op: Operator; readonly value: number | string | boolean };

/** What the reasons will ask for: payment, settlement of the contract, a check, the end of its time, or a decision. */
export const LIFTS = ['paid', 'settled', 'verified', 'expires', 'decision'] as const;
export type LiftKind = (typeof LIFTS)[number];

/** One function switched off: days after the flag takes effect, for so many days or until the lift. */
export type MeasureStep = {
  readonly function: LineFunction;
  /** Absent: at once. Later steps make a flag graduated. */
  readonly afterDays?: number;
  readonly days: number | null;
  readonly spares: readonly Spared[];
};

/** One row of a carrier's decision table: all conditions hold → a flag with these measures. */
export type PolicyRule = {
  readonly ruleId: string;
  readonly code: ReasonCode;
  readonly on: FactKind;
  /** `human`: the rule never flags by itself; a named human who relies on it does. */
  readonly by: 'rule' | 'human';
  readonly when: readonly Condition[];
  readonly ground: Ground;
  readonly measures: readonly MeasureStep[];
  /** Days between the notice and the first measure; absent: none. */
  readonly graceDays?: number;
  /** Days after which a human looks at the flag again while it stands; absent: never. */
  readonly reviewDays?: number;
  readonly lift: LiftKind;
  readonly remedies: readonly Remedy[];
  readonly papers: readonly string[];
};

/** A carrier's published, versioned rule table. For each cause at most one row may fire on a fact. */
export type Policy = {
  readonly policyId: string;
  readonly carrierId: string;
  readonly version: number;
  readonly responsibleBody: string;
  readonly complainTo: readonly string[];
  readonly rules: readonly PolicyRule[];
};
