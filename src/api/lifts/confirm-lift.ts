import { actOnLift } from '../../app/lifts/act-on-lift.ts';
import { endpoint } from '../endpoint.ts';
import { LiftSchema, liftReply } from '../schemas/lift.ts';
import { Code, input, LiftParams } from '../schemas/parts.ts';

export const confirmLiftEndpoint = endpoint({
  method: 'POST',
  path: '/lifts/:lift_id/confirmations',
  tag: 'lifts',
  summary: '系统确认已恢复 / A system confirms the lift',
  description:
    'A second confirmation changes nothing. When every system has confirmed, the flags are lifted and the person is told.',
  who: ['system'],
  params: LiftParams,
  body: input({ system: Code }, [{ system: 'switch' }]),
  status: 200,
  reply: LiftSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body }) =>
    liftReply(await actOnLift(ctx, asker, params.lift_id, { do: 'confirm_lift', system: body.system })),
});
