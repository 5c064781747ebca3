import type { Calendar } from './calendar.ts';
import type { PeriodRule } from './period.ts';

/** Compiled knowledge that decisions about time rest on. */
export type RuleBook = { readonly calendar: Calendar; readonly periods: ReadonlyMap<string, PeriodRule> };

/** The rule of that id; throws when the knowledge lacks it, which a build check rules out. */
export function requireRule(book: RuleBook, ruleId: string): PeriodRule {
  const rule = book.periods.get(ruleId);
  if (!rule) throw new Error(`No period rule ${ruleId}`);
  return rule;
}
