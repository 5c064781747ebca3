import { Type } from 'typebox';
import { getMandate } from '../../app/mandates/my-mandates.ts';
import { endpoint } from '../endpoint.ts';
import { Id, Moment, nullable } from '../schemas/parts.ts';
import { MandateSchema, mandateReply } from './list-mandates.ts';

export const getMandateEndpoint = endpoint({
  method: 'GET',
  path: '/mandates/:mandate_id',
  tag: 'mandates',
  summary: '一份授权和代办的每一件事 / A mandate with every act under it',
  description: 'Only its two sides find it; the representative only while it is live.',
  who: ['subscriber', 'representative'],
  params: Type.Object({ mandate_id: Id }),
  status: 200,
  reply: Type.Object({
    mandate: MandateSchema,
    acts: Type.Array(
      Type.Object({ seq: Type.Integer(), kind: Type.String(), at: Moment, words: nullable(Type.String()) }),
    ),
  }),
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => {
    const view = await getMandate(ctx, asker, params.mandate_id);
    return {
      mandate: mandateReply(view),
      acts: view.acts.map(({ seq, kind, recordedAt, personal }) => ({
        seq,
        kind,
        at: recordedAt,
        words: personal?.['words'] ?? personal?.['statement'] ?? null,
      })),
    };
  },
});
