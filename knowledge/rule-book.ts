import { compileRuleBook } from '../src/domain/clocks/rule-book.ts';
import { MOVING_DAYS, NOTICES } from './calendars.ts';
import { PERIODS } from './periods.ts';

/** The knowledge about time, compiled once. */
export const ruleBook = compileRuleBook(PERIODS, NOTICES, MOVING_DAYS);
