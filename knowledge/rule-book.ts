import { compileCalendar } from '../src/domain/clocks/calendar.ts';
import type { RuleBook } from '../src/domain/clocks/rule-book.ts';
import { NOTICES } from './calendars.ts';
import { PERIODS } from './periods.ts';

/** The knowledge about time, compiled once. */
export const ruleBook: RuleBook = {
  calendar: compileCalendar('2026-11-23', NOTICES),
  periods: new Map(PERIODS.map((rule) => [rule.ruleId, rule])),
};
