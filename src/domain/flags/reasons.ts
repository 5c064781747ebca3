import type { JsonValue } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { Measure } from './measure.ts';
import type { ReasonCode, Remedy } from './words.ts';

/** Why a flag is lawful: a law with its article or a contract with its clause, never blurred. */
export type Ground =
  | { readonly kind: 'law'; readonly ruleId: string; readonly article: string }
  | { readonly kind: 'contract'; readonly document: string; readonly clause: string };

/** The rule that fired and the values it saw, so that anyone can run it again. */
export type FiredRule = {
  readonly policyId: string;
  readonly version: number;
  readonly ruleId: string;
  readonly values: { readonly [field: string]: JsonValue };
  /** The model that the facts name; absent where they name none, or several. */
  readonly model?: string;
};

/** What exactly takes the flag off. */
export type LiftCondition =
  | { readonly kind: 'paid'; readonly billIds: readonly string[] }
  | { readonly kind: 'settled'; readonly contractIds: readonly string[] }
  | { readonly kind: 'verified'; readonly check: string }
  | { readonly kind: 'expires'; readonly at: Instant }
  | { readonly kind: 'decision' }
  | { readonly kind: 'orderer' };

/** The statement that must come with every placed flag. */
export type Reasons = {
  readonly code: ReasonCode;
  readonly ground: Ground | null;
  readonly factIds: readonly string[];
  readonly rule: FiredRule | null;
  readonly responsible: { readonly body: string; readonly staffId: string | null };
  readonly measures: readonly Measure[];
  readonly liftCondition: LiftCondition | null;
  /** When a human looks at it again while it stands; absent when no rule says so. */
  readonly reviewAt?: Instant;
  readonly remedies: readonly Remedy[];
  /** Codes of papers to bring; an empty list says that none is needed. */
  readonly papers: readonly string[] | null;
  /** Channels for a complaint, in their lawful order. */
  readonly complainTo: readonly string[];
};

export type ReasonPart =
  | 'ground'
  | 'facts'
  | 'rule'
  | 'responsible'
  | 'measures'
  | 'lift_condition'
  | 'papers'
  | 'complain_to';

/** The parts that are not there, in the order in which a page asks for them. */
export function missingParts(reasons: Reasons): ReasonPart[] {
  const missing: ReasonPart[] = [];
  if (!reasons.ground) missing.push('ground');
  if (reasons.factIds.length === 0) missing.push('facts');
  if (!reasons.rule) missing.push('rule');
  if (reasons.responsible.body === '') missing.push('responsible');
  if (reasons.measures.length === 0) missing.push('measures');
  if (!reasons.liftCondition || reasons.remedies.length === 0) missing.push('lift_condition');
  if (!reasons.papers) missing.push('papers');
  if (reasons.complainTo.length === 0) missing.push('complain_to');
  return missing;
}
