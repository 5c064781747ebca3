import type { Fact } from '../numbers/fact.ts';
import type { JsonValue } from '../refusal.ts';
import type { Condition, Policy, PolicyRule } from './policy.ts';

export type ConditionTrace = Condition & { readonly saw: JsonValue; readonly holds: boolean };
export type RuleTrace = {
  readonly ruleId: string;
  readonly fired: boolean;
  readonly conditions: readonly ConditionTrace[];
};
export type Evaluation = { readonly fired: PolicyRule | null; readonly trace: readonly RuleTrace[] };

/** Runs a fact through the rules that flag by themselves, first hit wins; the trace holds every rule tried and what each condition saw. */
export function evaluatePolicy(policy: Policy, fact: Fact): Evaluation {
  const trace: RuleTrace[] = [];
  for (const rule of policy.rules) {
    if (rule.on !== fact.kind || rule.by === 'human') continue;
    const conditions = rule.when.map((condition) => traceCondition(condition, fact));
    const fired = conditions.every((condition) => condition.holds);
    trace.push({ ruleId: rule.ruleId, fired, conditions });
    if (fired) return { fired: rule, trace };
  }
  return { fired: null, trace };
}

/** The values of a fact that a rule looked at. */
export function valuesSeen(rule: PolicyRule, fact: Fact): { [field: string]: JsonValue } {
  return Object.fromEntries(rule.when.map((condition) => [condition.field, fieldOf(fact, condition.field)]));
}

/** Whether recorded values satisfy every condition of a rule. */
export function ruleHolds(rule: PolicyRule, values: { readonly [field: string]: JsonValue }): boolean {
  return rule.when.every((condition) => compare(values[condition.field] ?? null, condition));
}

function traceCondition(condition: Condition, fact: Fact): ConditionTrace {
  const saw = fieldOf(fact, condition.field);
  return { ...condition, saw, holds: compare(saw, condition) };
}

function fieldOf(fact: Fact, field: string): JsonValue {
  return (fact as unknown as Record<string, JsonValue>)[field] ?? null;
}

function compare(saw: JsonValue, condition: Condition): boolean {
  const { op, value } = condition;
  if (op === 'eq') return saw === value;
  if (typeof saw !== 'number' || typeof value !== 'number') return false;
  if (op === 'gte') return saw >= value;
  if (op === 'gt') return saw > value;
  if (op === 'lte') return saw <= value;
  return saw < value;
}
