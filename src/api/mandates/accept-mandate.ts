import { Type } from 'typebox';
import { acceptMandate } from '../../app/mandates/accept-mandate.ts';
import { endpoint } from '../endpoint.ts';
import { Code, Id, input } from '../schemas/parts.ts';

export const acceptMandateEndpoint = endpoint({
  method: 'POST',
  path: '/mandates',
  tag: 'mandates',
  summary: '用授权码接受授权 / Take on a mandate with the code that the principal handed over',
  who: ['subscriber'],
  keyless: true,
  body: input({ code: Code, name: Type.String({ minLength: 1, maxLength: 60 }) }),
  status: 201,
  reply: Type.Object({ mandate_id: Id }),
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, body }) => ({ mandateId: await acceptMandate(ctx, asker, body) }),
});
