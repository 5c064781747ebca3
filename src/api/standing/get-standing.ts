import { getStanding } from '../../app/numbers/get-standing.ts';
import { endpoint } from '../endpoint.ts';
import { StandingSchema, standingReply } from '../schemas/number.ts';
import { NumberParams } from '../schemas/parts.ts';

export const getStandingEndpoint = endpoint({
  method: 'GET',
  path: '/numbers/:number_id/standing',
  tag: 'numbers',
  summary: '号码现状 / Where a number stands',
  who: 'signed_in',
  params: NumberParams,
  status: 200,
  reply: StandingSchema,
  refusals: [404],
  run: async ({ ctx, asker, params }) => standingReply(await getStanding(ctx, asker, { numberId: params.number_id })),
});
