import type { LiftedBecause } from '../flags/flag.ts';
import type { Reasons } from '../flags/reasons.ts';
import type { Fact } from '../numbers/fact.ts';
import type { Line } from '../numbers/line.ts';

/** The entries that a back-test reads of a journal; nearly all are facts, so a search through the list finds them at once. */
export const RECORDED_KINDS = [
  'fact.recorded',
  'line.opened',
  'line.closed',
  'flag.placed',
  'flag.detached',
  'lift.ordered',
  'lift.completed',
  'lift.abandoned',
] as const;

type Says = {
  'line.opened': Pick<Line, 'line' | 'origin' | 'kind' | 'carrierId' | 'province'>;
  'line.closed': object;
  'fact.recorded': { readonly factId: string; readonly fact: Fact };
  'flag.placed': { readonly flagId: string; readonly reasons: Reasons; readonly decidedAutomatically: boolean };
  'flag.detached': { readonly flagId: string };
  'lift.ordered': {
    readonly liftId: string;
    readonly flagIds: readonly string[];
    readonly because: LiftedBecause;
  };
  'lift.completed': { readonly liftId: string };
  'lift.abandoned': { readonly liftId: string };
};

/** One entry as far as a back-test needs it; `at` is when it took effect, in milliseconds since the epoch. */
export type Recorded = {
  readonly [K in keyof Says]: { readonly kind: K; readonly line: number; readonly at: number; readonly data: Says[K] };
}[keyof Says];

/** What was decided of a flag that was really placed; `open` where nobody decided. */
export type RealOutcome = 'overturned' | 'upheld' | 'open';
