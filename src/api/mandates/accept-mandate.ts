import { Type } from 'typebox';
import { acceptMandate } from '../../app/mandates/accept-mandate.ts';
import { endpoint } from '../endpoint.ts';
import { Code, Id, input, nullable } from '../schemas/parts.ts';

export const acceptMandateEndpoint = endpoint({
  method: 'POST',
  path: '/mandates',
  tag: 'mandates',
  summary: '用授权码接受授权 / Take on a mandate with the code that the principal handed over',
  who: ['subscriber', 'representative'],
  description:
    '`mandate_id` is null for an organisation’s appointment: the mandate on each of its numbers follows. An account by office takes on mandates of that office alone.',
  keyless: true,
  body: input({ code: Code, name: Type.String({ minLength: 1, maxLength: 60 }) }),
  status: 201,
  reply: Type.Object({ mandate_id: nullable(Id) }),
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, body }) => ({ mandateId: await acceptMandate(ctx, asker, body) }),
});
