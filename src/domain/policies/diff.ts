import type { Policy, PolicyRule } from './policy.ts';

/** What became of a row between two versions, and which of its cells differ. */
export type RowChange =
  | { readonly ruleId: string; readonly change: 'added' | 'removed' | 'same' }
  | { readonly ruleId: string; readonly change: 'changed'; readonly cells: readonly string[] };

/** The rows of the newer table in their order, then those that are gone. */
export function diffPolicies(older: Policy, newer: Policy): RowChange[] {
  const before = new Map(older.rules.map((rule) => [rule.ruleId, rule]));
  const now = newer.rules.map((rule): RowChange => {
    const { ruleId } = rule;
    const former = before.get(ruleId);
    if (!former) return { ruleId, change: 'added' };
    const cells = changedCells(former, rule);
    return cells.length === 0 ? { ruleId, change: 'same' } : { ruleId, change: 'changed', cells };
  });
  const kept = new Set(newer.rules.map(({ ruleId }) => ruleId));
  const gone = older.rules.filter(({ ruleId }) => !kept.has(ruleId));
  return [...now, ...gone.map(({ ruleId }): RowChange => ({ ruleId, change: 'removed' }))];
}

function changedCells(former: PolicyRule, now: PolicyRule): string[] {
  const cells = [...new Set([...Object.keys(former), ...Object.keys(now)])] as (keyof PolicyRule)[];
  return cells.filter((cell) => canonical(former[cell]) !== canonical(now[cell]));
}

/** The same text for the same content, in whatever order its fields came out of the database. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => a.localeCompare(b)))
      : one,
  );
}
