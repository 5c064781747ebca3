import { actOnLift } from '../../app/lifts/act-on-lift.ts';
import { endpoint } from '../endpoint.ts';
import { LiftSchema, liftReply } from '../schemas/lift.ts';
import { Code, input, LiftParams } from '../schemas/parts.ts';

export const failLiftEndpoint = endpoint({
  method: 'POST',
  path: '/lifts/:lift_id/failures',
  tag: 'lifts',
  summary: '系统报告失败 / A system reports that the lift failed',
  description: 'Put before a human; the order is sent again until it is confirmed or somebody accepts the failure.',
  who: ['system'],
  params: LiftParams,
  body: input({ system: Code, code: Code }, [{ system: 'switch', code: 'hlr_timeout' }]),
  status: 200,
  reply: LiftSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, params, body: { system, code } }) =>
    liftReply(await actOnLift(ctx, asker, params.lift_id, { do: 'fail_lift', system, code })),
});
