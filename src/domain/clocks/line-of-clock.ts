import type { NumberState } from '../journal/state.ts';
import type { Clock } from './clock.ts';

/** The tenure that a clock belongs to: that of the thing it is set on. */
export function lineOfClock(state: NumberState, { subject: { kind, id } }: Pick<Clock, 'subject'>): number {
  const liftId = id.split('/')[0] ?? id;
  const owners = { case: state.cases[id], flag: state.flags[id], mandate: state.mandates[id] };
  const owner = kind === 'lift' || kind === 'lift_step' ? state.lifts[liftId] : owners[kind];
  return owner?.line ?? 0;
}
