import type { LiftAct } from '../../access/acts.ts';
import { actsOnLift } from '../../access/acts.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import type { Lift } from '../../domain/lifts/lift.ts';
import { runningClocks } from '../clock-view.ts';

export type LiftStatus = 'in_flight' | 'completed' | 'abandoned';

/** A lift with its running clocks and the acts open to the one who looks. */
export type LiftView = {
  readonly numberId: string;
  readonly lift: Lift;
  readonly status: LiftStatus;
  readonly clocks: readonly Clock[];
  readonly acts: readonly LiftAct[];
};

export function viewLift(state: NumberState, lift: Lift, actor: Actor): LiftView {
  const status = lift.completedAt !== null ? 'completed' : lift.abandonedAt !== null ? 'abandoned' : 'in_flight';
  return {
    numberId: state.numberId,
    lift,
    status,
    clocks: runningClocks(state, [lift.liftId]),
    acts: actsOnLift(state, lift, actor),
  };
}
