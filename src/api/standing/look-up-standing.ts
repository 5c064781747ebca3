import { getStanding } from '../../app/numbers/get-standing.ts';
import { endpoint } from '../endpoint.ts';
import { nameIn, StandingSchema, standingReply } from '../schemas/number.ts';
import { input, MobileInput } from '../schemas/parts.ts';

export const lookUpStandingEndpoint = endpoint({
  method: 'POST',
  path: '/standing',
  tag: 'numbers',
  summary: '按号码查现状 / Where a number stands, by its digits',
  description: 'A look-up that changes nothing; digits never stand in an address. Each look is kept in the access log.',
  who: 'signed_in',
  keyless: true,
  body: input({ mobile_number: MobileInput }, [{ mobile_number: '+8615400000001' }]),
  status: 200,
  reply: StandingSchema,
  refusals: [404, 422],
  run: async ({ ctx, asker, body }) => standingReply(await getStanding(ctx, asker, nameIn(body))),
});
