import { actOnLift } from '../../app/lifts/act-on-lift.ts';
import { endpoint } from '../endpoint.ts';
import { LiftSchema, liftReply } from '../schemas/lift.ts';
import { input, LiftParams, Words } from '../schemas/parts.ts';

export const acceptFailureEndpoint = endpoint({
  method: 'POST',
  path: '/lifts/:lift_id/accepted-failure',
  tag: 'lifts',
  summary: '接受失败，标记继续生效 / Accept the failure: the flags stand again',
  who: ['agent', 'reviewer'],
  params: LiftParams,
  body: input({ why: Words }, [{ why: '交换机检修，改日再试。' }]),
  status: 200,
  reply: LiftSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body: { why } }) =>
    liftReply(await actOnLift(ctx, asker, params.lift_id, { do: 'accept_lift_failure', why })),
});
