import { Type } from 'typebox';
import { listAttention } from '../../app/attention/list-attention.ts';
import { endpoint } from '../endpoint.ts';
import { AttentionSchema, attentionReply } from '../schemas/attention.ts';
import { PageQuery, page } from '../schemas/parts.ts';

export const listAttentionEndpoint = endpoint({
  method: 'GET',
  path: '/attention',
  tag: 'attention',
  summary: '等人处理的事 / What went wrong and waits for a human, oldest first',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  query: Type.Object({ ...PageQuery, open: Type.Optional(Type.Boolean()) }),
  status: 200,
  reply: page(AttentionSchema),
  refusals: [403],
  run: async ({ ctx, asker, query }) => {
    const { items, next } = await listAttention(ctx, asker, query);
    return { items: items.map(attentionReply), next };
  },
});
