import { Type } from 'typebox';
import { countRules } from '../../app/flags/count-rules.ts';
import { endpoint } from '../endpoint.ts';
import { Id } from '../schemas/parts.ts';

export const countRulesEndpoint = endpoint({
  method: 'GET',
  path: '/rules',
  tag: 'flags',
  summary: '每条规则的标记数与推翻数 / How often each rule flagged and was overturned',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  status: 200,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        policy_id: Id,
        rule_id: Id,
        placed: Type.Integer(),
        lifted: Type.Integer(),
        misjudged: Type.Integer({ description: 'Found to have had no sufficient ground' }),
      }),
    ),
  }),
  refusals: [403],
  run: async ({ ctx, asker }) => ({ items: await countRules(ctx, asker) }),
});
