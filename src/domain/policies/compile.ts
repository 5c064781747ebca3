import type { Cause } from '../flags/words.ts';
import { REASON_CODES } from '../flags/words.ts';
import type { Fact, FactKind } from '../numbers/fact.ts';
import type { JsonValue } from '../refusal.ts';
import type { LineFacts, Reader } from './fields.ts';
import { readerOf } from './fields.ts';
import type { Condition, Policy, PolicyRule } from './policy.ts';

export type ConditionTrace = Condition & { readonly saw: JsonValue; readonly holds: boolean };
export type RuleTrace = {
  readonly ruleId: string;
  readonly cause: Cause;
  readonly fired: boolean;
  readonly conditions: readonly ConditionTrace[];
};
export type Evaluation = { readonly fired: readonly PolicyRule[]; readonly trace: readonly RuleTrace[] };

type Test = (fact: Fact, line: LineFacts) => boolean;
type CompiledCondition = { readonly condition: Condition; readonly read: Reader; readonly holds: Test };
type CompiledRule = {
  readonly rule: PolicyRule;
  readonly cause: Cause;
  readonly conditions: readonly CompiledCondition[];
  readonly fires: Test;
};
/** The rows that flag by themselves, by the kind of fact they look at and then by cause. */
export type CompiledPolicy = { readonly [K in FactKind]?: readonly (readonly CompiledRule[])[] };

const COMPILED = new WeakMap<Policy, CompiledPolicy>();

/** The table as functions, made once for each table. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const known = COMPILED.get(policy);
  if (known) return known;
  const byKind: { [K in FactKind]?: CompiledRule[][] } = {};
  for (const rule of policy.rules) {
    if (rule.by === 'human') continue;
    const compiled = compileRule(rule);
    byKind[rule.on] ??= [];
    const causes = byKind[rule.on] ?? [];
    const own = causes.find((rows) => rows[0]?.cause === compiled.cause);
    if (own) own.push(compiled);
    else causes.push([compiled]);
  }
  COMPILED.set(policy, byKind);
  return byKind;
}

/** Runs a fact through the rows that flag by themselves; the trace holds every row tried and what each condition saw. */
export function evaluatePolicy(policy: Policy, fact: Fact, line: LineFacts): Evaluation {
  const fired: PolicyRule[] = [];
  const trace: RuleTrace[] = [];
  for (const rows of compilePolicy(policy)[fact.kind] ?? []) {
    for (const { rule, cause, conditions } of rows) {
      let all = true;
      const seen: ConditionTrace[] = [];
      for (const { condition, read, holds } of conditions) {
        const held = holds(fact, line);
        all &&= held;
        seen.push({
          field: condition.field,
          op: condition.op,
          value: condition.value,
          saw: read(fact, line),
          holds: held,
        });
      }
      trace.push({ ruleId: rule.ruleId, cause, fired: all, conditions: seen });
      if (!all) continue;
      fired.push(rule);
      break;
    }
  }
  return { fired, trace };
}

/** The rows that fire, without a trace: for many facts at once. */
export function firingRules(compiled: CompiledPolicy, fact: Fact, line: LineFacts, found: PolicyRule[]): void {
  for (const rows of compiled[fact.kind] ?? []) {
    for (const row of rows) {
      if (!row.fires(fact, line)) continue;
      found.push(row.rule);
      break;
    }
  }
}

/** The values that a rule looks at. */
export function valuesSeen(rule: PolicyRule, fact: Fact, line: LineFacts): { [field: string]: JsonValue } {
  const { cause } = REASON_CODES[rule.code];
  return Object.fromEntries(rule.when.map(({ field }) => [field, readerOf(field, cause)(fact, line)]));
}

/** Whether recorded values satisfy every condition of a rule. */
export function ruleHolds(rule: PolicyRule, values: { readonly [field: string]: JsonValue }): boolean {
  return rule.when.every(({ field, op, value }) => compare(values[field] ?? null, op, value));
}

function compileRule(rule: PolicyRule): CompiledRule {
  const { cause } = REASON_CODES[rule.code];
  const conditions = rule.when.map((condition): CompiledCondition => {
    const read = readerOf(condition.field, cause);
    return { condition, read, holds: testOf(condition, read) };
  });
  const tests = conditions.map(({ holds }) => holds);
  return { rule, cause, conditions, fires: allOf(tests) };
}

/** Most rows have one to three conditions, and a loop costs more than they do. */
function allOf(tests: readonly Test[]): Test {
  const [first, second, third, ...rest] = tests;
  if (!first) return () => false;
  if (!second) return first;
  if (!third) return (fact, line) => first(fact, line) && second(fact, line);
  if (rest.length === 0) return (fact, line) => first(fact, line) && second(fact, line) && third(fact, line);
  return (fact, line) => tests.every((test) => test(fact, line));
}

function testOf({ op, value }: Condition, read: Reader): Test {
  if (op === 'eq') return (fact, line) => read(fact, line) === value;
  if (typeof value !== 'number') return () => false;
  switch (op) {
    case 'gte':
      return (fact, line) => isAtLeast(read(fact, line), value);
    case 'gt':
      return (fact, line) => isAtLeast(read(fact, line), value) && read(fact, line) !== value;
    case 'lte':
      return (fact, line) => isAtMost(read(fact, line), value);
    case 'lt':
      return (fact, line) => isAtMost(read(fact, line), value) && read(fact, line) !== value;
  }
}

function isAtLeast(saw: JsonValue, value: number): boolean {
  return typeof saw === 'number' && saw >= value;
}

function isAtMost(saw: JsonValue, value: number): boolean {
  return typeof saw === 'number' && saw <= value;
}

function compare(saw: JsonValue, op: Condition['op'], value: Condition['value']): boolean {
  if (op === 'eq') return saw === value;
  if (typeof saw !== 'number' || typeof value !== 'number') return false;
  if (op === 'gte') return saw >= value;
  if (op === 'gt') return saw > value;
  if (op === 'lte') return saw <= value;
  return saw < value;
}
