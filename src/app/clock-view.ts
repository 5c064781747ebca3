import type { Clock } from '../domain/clocks/clock.ts';
import type { Bound } from '../domain/clocks/period.ts';
import type { NumberState } from '../domain/journal/state.ts';
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
