import type { Clock } from '../domain/clocks/clock.ts';
import type { LedgerStep } from '../domain/clocks/due.ts';
import { computeDue } from '../domain/clocks/due.ts';
import type { Bound } from '../domain/clocks/period.ts';
import type { RuleBook } from '../domain/clocks/rule-book.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { findLine } from '../domain/journal/state.ts';
import type { Instant, PlainDate } from '../domain/time.ts';

/** Whose move it is and until when, by which rule, and what follows if it is missed. */
export type Move = {
  readonly party: Bound;
  readonly dueAt: Instant | null;
  readonly shownDate: PlainDate | null;
  readonly provisional: boolean;
  readonly ruleId: string | null;
  readonly ifMissed: Clock['defaultOutcome'] | null;
};

/** The running clocks over these things, the one that ends first in front. A lift's steps count as the lift's. */
export function runningClocks(state: NumberState, subjectIds: readonly string[]): Clock[] {
  return Object.values(state.clocks)
    .filter((clock) => clock.status === 'running' && subjectIds.includes(clock.subject.id.split('/')[0] ?? ''))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** The move that a running clock binds somebody to. */
export function moveOf(clock: Clock): Move {
  const { binds, dueAt, shownDate, provisional, ruleId, defaultOutcome } = clock;
  return { party: binds, dueAt, shownDate, provisional, ruleId, ifMissed: defaultOutcome };
}

/** The steps by which anyone can compute the due date again; null where the rule in force is not the one it ran under. */
export function ledgerOf(
  rules: RuleBook,
  state: NumberState,
  line: number,
  clock: Clock,
): readonly LedgerStep[] | null {
  const rule = rules.periods.get(clock.ruleId);
  if (!rule || rule.version !== clock.ruleVersion || rule.length === null) return null;
  const province = findLine(state, line)?.province ?? null;
  return computeDue({ rule, startedAt: clock.startedAt, calendar: rules.calendar, province }).ledger;
}
