import { Type } from 'typebox';
import { listOwnSubscriptions } from '../../app/webhooks/subscribe.ts';
import { endpoint } from '../endpoint.ts';
import { SubscriptionSchema } from '../schemas/webhook.ts';

export const listWebhooksEndpoint = endpoint({
  method: 'GET',
  path: '/webhooks',
  tag: 'webhooks',
  summary: '订阅列表 / The carrier’s subscriptions',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  status: 200,
  reply: Type.Object({ items: Type.Array(SubscriptionSchema) }),
  refusals: [403],
  run: async ({ ctx, asker }) => ({ items: await listOwnSubscriptions(ctx, asker) }),
});
