import type { Instant, PlainDate } from '../time.ts';
import type { Calendar, YearNotice } from './calendar.ts';
import { compileCalendar } from './calendar.ts';
import type { PeriodRule } from './period.ts';
import { shanghaiDate } from './plain-date.ts';
import type { MovingDays } from './statutory-days.ts';

/** Compiled knowledge that decisions about time rest on. */
export type RuleBook = {
  /** The calendar with every notice that is loaded. */
  readonly calendar: Calendar;
  /** The calendar as it was named then, for walking an older ledger again. */
  readonly calendarOf: (version: string) => Calendar;
  /** The newest version of every rule. */
  readonly periods: ReadonlyMap<string, PeriodRule>;
  /** Every version of a rule, oldest first. */
  readonly versions: ReadonlyMap<string, readonly PeriodRule[]>;
};

/** Compiles periods and notices once. The calendar is named after the day on which its newest notice was loaded. */
export function compileRuleBook(
  periods: readonly PeriodRule[],
  notices: readonly YearNotice[],
  moving: readonly MovingDays[],
): RuleBook {
  const calendars = new Map<string, Calendar>();
  const calendarOf = (version: PlainDate) => {
    const known = calendars.get(version) ?? compileCalendar(version, notices, moving);
    calendars.set(version, known);
    return known;
  };
  const newest =
    notices
      .map(({ loaded }) => loaded)
      .toSorted()
      .at(-1) ?? '0001-01-01';
  const versions = new Map<string, PeriodRule[]>();
  for (const rule of periods.toSorted((a, b) => a.version - b.version)) {
    versions.set(rule.ruleId, [...(versions.get(rule.ruleId) ?? []), rule]);
  }
  return {
    calendar: calendarOf(newest),
    calendarOf,
    periods: new Map([...versions].flatMap(([ruleId, all]) => all.slice(-1).map((rule) => [ruleId, rule] as const))),
    versions,
  };
}

/** The version of a rule under which something that began then stands. Throws when the knowledge lacks the rule, which a build check rules out. */
export function requireRule(book: RuleBook, ruleId: string, began: Instant): PeriodRule {
  const day = shanghaiDate(began);
  const rule = book.versions.get(ruleId)?.findLast(({ since }) => since === null || since <= day);
  if (!rule) throw new Error(`No period rule ${ruleId} on ${day}`);
  return rule;
}

/** That version of a rule, if the knowledge has it. */
export function ruleVersion(book: RuleBook, ruleId: string, version: number): PeriodRule | undefined {
  return book.versions.get(ruleId)?.find((rule) => rule.version === version);
}
