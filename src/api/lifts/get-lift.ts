import { getLift } from '../../app/lifts/get-lift.ts';
import { endpoint } from '../endpoint.ts';
import { LiftSchema, liftReply } from '../schemas/lift.ts';
import { LiftParams } from '../schemas/parts.ts';

export const getLiftEndpoint = endpoint({
  method: 'GET',
  path: '/lifts/:lift_id',
  tag: 'lifts',
  summary: '解除指令与各系统的回复 / A lift and what each system said',
  who: 'signed_in',
  params: LiftParams,
  status: 200,
  reply: LiftSchema,
  refusals: [404],
  run: async ({ ctx, asker, params }) => liftReply(await getLift(ctx, asker, params.lift_id)),
});
