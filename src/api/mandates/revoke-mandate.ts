import { Type } from 'typebox';
import { revokeMandate } from '../../app/mandates/my-mandates.ts';
import { endpoint } from '../endpoint.ts';
import { Id } from '../schemas/parts.ts';

export const revokeMandateEndpoint = endpoint({
  method: 'DELETE',
  path: '/mandates/:mandate_id',
  tag: 'mandates',
  summary: '收回授权，立即生效 / End a mandate at once; either side may',
  who: ['subscriber', 'representative'],
  params: Type.Object({ mandate_id: Id }),
  status: 204,
  reply: null,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params }) => {
    await revokeMandate(ctx, asker, params.mandate_id);
  },
});
