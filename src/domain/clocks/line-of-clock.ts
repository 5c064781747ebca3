import type { NumberState } from '../journal/state.ts';
import type { Clock } from './clock.ts';

/** The tenure that a clock belongs to: that of the case, flag or lift it is set on. */
export function lineOfClock(state: NumberState, { subject: { kind, id } }: Pick<Clock, 'subject'>): number {
  const liftId = id.split('/')[0] ?? id;
  const owner = kind === 'case' ? state.cases[id] : kind === 'flag' ? state.flags[id] : state.lifts[liftId];
  return owner?.line ?? 0;
}
