import type { Spared } from '../flags/measure.ts';
import { unsparedBy } from '../flags/measure.ts';
import type { Ground } from '../flags/reasons.ts';
import type { LineFunction, ReasonCode, Remedy } from '../flags/words.ts';
import type { FactKind } from '../numbers/fact.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';

export type Operator = 'gte' | 'gt' | 'lte' | 'lt' | 'eq';
export type Condition = { readonly field: string; readonly op: Operator; readonly value: number | string | boolean };

/** One row of a carrier's decision table: all conditions hold → a flag with these measures. */
export type PolicyRule = {
  readonly ruleId: string;
  readonly code: ReasonCode;
  readonly on: FactKind;
  /** `human`: the rule never flags by itself; a named human who relies on it does. */
  readonly by: 'rule' | 'human';
  readonly when: readonly Condition[];
  readonly ground: Ground;
  readonly measures: readonly {
    readonly function: LineFunction;
    readonly days: number | null;
    readonly spares: readonly Spared[];
  }[];
  readonly lift: 'paid' | 'verified' | 'expires' | 'decision';
  readonly remedies: readonly Remedy[];
  readonly papers: readonly string[];
};

/** A carrier's published, versioned rule table. */
export type Policy = {
  readonly policyId: string;
  readonly carrierId: string;
  readonly version: number;
  readonly responsibleBody: string;
  readonly complainTo: readonly string[];
  readonly rules: readonly PolicyRule[];
};

/** Refuses a policy that would cut emergency calls, service numbers or notices, or that names no ground. */
export function checkPolicy(policy: Policy): Refusal | null {
  for (const [index, rule] of policy.rules.entries()) {
    const unspared = unsparedBy(rule.measures);
    if (unspared.length > 0) return refusal('policy.cuts_protected', { unspared }, `/rules/${index}/measures`);
    if (rule.measures.length === 0) return refusal('policy.no_measure', {}, `/rules/${index}/measures`);
    if (rule.when.length === 0) return refusal('policy.no_condition', {}, `/rules/${index}/when`);
    if (rule.remedies.length === 0) return refusal('policy.no_remedy', {}, `/rules/${index}/remedies`);
  }
  return null;
}
