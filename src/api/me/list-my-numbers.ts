import { Type } from 'typebox';
import { listMyNumbers } from '../../app/numbers/list-my-numbers.ts';
import { endpoint } from '../endpoint.ts';
import { StandingSchema, standingReply } from '../schemas/number.ts';
import { nullable } from '../schemas/parts.ts';

export const listMyNumbersEndpoint = endpoint({
  method: 'GET',
  path: '/me/numbers',
  tag: 'me',
  summary: '我的号码与现状 / My numbers and where they stand',
  description: 'A person has few, so they come in one piece.',
  who: ['subscriber', 'representative'],
  status: 200,
  reply: Type.Object({
    items: Type.Array(Type.Object({ ...StandingSchema.properties, mobile_number: nullable(Type.String()) })),
  }),
  refusals: [403],
  run: async ({ ctx, asker }) => {
    const numbers = await listMyNumbers(ctx, asker);
    return { items: numbers.map(({ mobileNumber, standing }) => ({ mobileNumber, ...standingReply(standing) })) };
  },
});
