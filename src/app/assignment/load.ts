import type { Instant } from '../../domain/time.ts';
import type { LoadGroup } from '../../store/assignment.ts';

/** What somebody has on their hands: open cases by lawful time left and by time since they were opened. */
export type Load = {
  readonly cases: number;
  readonly late: number;
  readonly withinDay: number;
  readonly withinThree: number;
  readonly withinWeek: number;
  readonly later: number;
  /** No clock that binds the house runs. */
  readonly undated: number;
  readonly ageWeek: number;
  readonly ageHalfMonth: number;
  readonly ageMonth: number;
  readonly ageMore: number;
  readonly oldest: Instant | null;
  /** The first date that is not past. */
  readonly nextDue: Instant | null;
};

/** The load of one assignee, or of nobody, from the groups of a house. */
export function loadOf(groups: readonly LoadGroup[], assignee: string | null): Load {
  const own = groups.filter((group) => group.assignee === assignee);
  const count = (wanted: (group: LoadGroup) => boolean) =>
    own.filter(wanted).reduce((sum, { cases }) => sum + cases, 0);
  const first = (moments: readonly (Instant | null)[]) => moments.filter((one) => one !== null).toSorted()[0] ?? null;
  return {
    cases: count(() => true),
    late: count(({ left }) => left === 0),
    withinDay: count(({ left }) => left === 1),
    withinThree: count(({ left }) => left === 2),
    withinWeek: count(({ left }) => left === 3),
    later: count(({ left }) => left === 4),
    undated: count(({ left }) => left === null),
    ageWeek: count(({ age }) => age === 3),
    ageHalfMonth: count(({ age }) => age === 2),
    ageMonth: count(({ age }) => age === 1),
    ageMore: count(({ age }) => age === 0),
    oldest: first(own.map(({ oldest }) => oldest)),
    nextDue: first(own.filter(({ left }) => left !== 0).map(({ due }) => due)),
  };
}
