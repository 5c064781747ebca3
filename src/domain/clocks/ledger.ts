import type { NumberState } from '../journal/state.ts';
import { findLine } from '../journal/state.ts';
import type { Instant } from '../time.ts';
import type { Clock } from './clock.ts';
import { pausesOf } from './clock.ts';
import type { LedgerStep } from './due.ts';
import { computeDue } from './due.ts';
import { lineOfClock } from './line-of-clock.ts';
import type { RuleBook } from './rule-book.ts';
import { ruleVersion } from './rule-book.ts';

/**
 * The steps by which anyone can compute a clock's date again, with what bore on it and did not stop it, and what follows if it
 * is missed. Under the version of rule and calendar that it ran on; null for a date that somebody named or that a flag carries.
 */
export function ledgerOf(
  rules: RuleBook,
  state: NumberState,
  clock: Clock,
  now: Instant,
): readonly LedgerStep[] | null {
  const rule = ruleVersion(rules, clock.ruleId, clock.ruleVersion);
  if (!rule || rule.length === null) return null;
  const { ledger } = computeDue({
    rule,
    startedAt: clock.startedAt,
    calendar: rules.calendarOf(clock.calendarVersion),
    province: findLine(state, lineOfClock(state, clock))?.province ?? null,
    pauses: pausesOf(clock, now),
  });
  const [start, ...steps] = ledger;
  return [
    ...(start ? [{ ...start, values: { ...start.values, entry: clock.startSeq } }] : []),
    ...clock.events.filter(({ what }) => what !== 'resumed').map(stepOf),
    ...steps,
    ...(clock.provisional ? [{ step: 'provisional', values: { calendar: clock.calendarVersion } }] : []),
    { step: 'if_missed', values: { outcome: clock.defaultOutcome } },
  ];
}

function stepOf({ what, ground, at, seq }: Clock['events'][number]): LedgerStep {
  return { step: what, values: { at, entry: seq, ...(ground === null ? {} : { ground }) } };
}
