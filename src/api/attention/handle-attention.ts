import { Type } from 'typebox';
import { handleAttention } from '../../app/attention/handle-attention.ts';
import { endpoint } from '../endpoint.ts';
import { AttentionSchema, attentionReply } from '../schemas/attention.ts';
import { Id, input, Words } from '../schemas/parts.ts';

export const handleAttentionEndpoint = endpoint({
  method: 'POST',
  path: '/attention/:attention_id/handling',
  tag: 'attention',
  summary: '处理一件出错的事 / Take care of something that went wrong',
  who: ['agent', 'reviewer'],
  params: Type.Object({ attention_id: Id }),
  body: input({ words: Words }, [{ words: '已电话通知本人。' }]),
  status: 200,
  reply: AttentionSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params, body }) =>
    attentionReply(await handleAttention(ctx, asker, params.attention_id, body.words)),
});
