import { Type } from 'typebox';
import type { NumberName } from '../../app/numbers/resolve-number.ts';
import type { Standing } from '../../app/numbers/standing-view.ts';
import { numberActions } from '../actions.ts';
import { MoveSchema } from './clock.ts';
import { FlagSchema, flagReply } from './flag.ts';
import { Actions, Id, MobileInput, Moment, nullable } from './parts.ts';

export const LineSchema = Type.Object(
  {
    line: Type.Integer(),
    origin: Type.String(),
    kind: Type.String(),
    carrier_id: Id,
    province: Type.String(),
    holder_id: nullable(Id),
    user_id: nullable(Id),
    opened_at: Moment,
    closed_at: nullable(Moment),
    joined_to: Type.Optional(
      Type.Object(
        { number_id: Id, line: Type.Integer() },
        { description: 'Of a reported line: the carrier’s line it was joined to after holder proof' },
      ),
    ),
  },
  { title: 'Line' },
);

export const StandingSchema = Type.Object(
  {
    number_id: Id,
    line: LineSchema,
    functions: Type.Array(
      Type.Object({ function: Type.String(), on: Type.Boolean(), until: nullable(Moment), flag_ids: Type.Array(Id) }),
    ),
    flags: Type.Array(FlagSchema),
    move: nullable(MoveSchema),
    at: Moment,
    actions: Actions,
  },
  { title: 'Standing', description: 'What is off and why, whose move it is and until when' },
);

export function standingReply({ acts, flags, ...standing }: Standing) {
  return { ...standing, flags: flags.map(flagReply), actions: numberActions(acts) };
}

/** A number is named by its digits or by our id of it, one of the two. Digits travel in bodies only. */
export const namingFields = {
  mobile_number: Type.Optional(MobileInput),
  number_id: Type.Optional(Type.String({ pattern: '^[0-9]{1,19}$', description: 'Our own id, where you know it' })),
};

export function nameIn(body: { readonly mobile_number?: string; readonly number_id?: string }): NumberName {
  return { mobileNumber: body.mobile_number, numberId: body.number_id };
}
