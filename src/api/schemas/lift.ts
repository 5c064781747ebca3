import { Type } from 'typebox';
import type { LiftView } from '../../app/lifts/lift-view.ts';
import { liftActions } from '../actions.ts';
import { ClockSchema } from './clock.ts';
import { Actions, Id, Moment, nullable } from './parts.ts';

export const LiftSchema = Type.Object(
  {
    lift_id: Id,
    number_id: Id,
    line: Type.Integer(),
    flag_ids: Type.Array(Id),
    because: Type.String(),
    case_id: nullable(Id),
    since: Moment,
    ordered_at: Moment,
    status: Type.String({ description: 'in_flight, completed or abandoned' }),
    steps: Type.Array(
      Type.Object({
        system: Type.String(),
        status: Type.String(),
        attempts: Type.Integer(),
        sent_at: nullable(Moment),
        code: nullable(Type.String()),
      }),
    ),
    completed_at: nullable(Moment),
    abandoned_at: nullable(Moment),
    not_back_at: nullable(Moment),
    clocks: Type.Array(ClockSchema),
    actions: Actions,
  },
  { title: 'Lift' },
);

export function liftReply({ numberId, lift, status, clocks, acts }: LiftView) {
  return { ...lift, numberId, status, clocks, actions: liftActions(lift.liftId, acts) };
}
