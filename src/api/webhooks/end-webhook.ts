import { Type } from 'typebox';
import { endSubscription } from '../../app/webhooks/subscribe.ts';
import { endpoint } from '../endpoint.ts';
import { Id } from '../schemas/parts.ts';

export const endWebhookEndpoint = endpoint({
  method: 'DELETE',
  path: '/webhooks/:subscription_id',
  tag: 'webhooks',
  summary: '取消订阅 / End a subscription: nothing more is sent to it',
  who: ['system'],
  params: Type.Object({ subscription_id: Id }),
  keyless: true,
  status: 204,
  reply: null,
  refusals: [403, 404],
  run: ({ ctx, asker, params }) => endSubscription(ctx, asker, params.subscription_id),
});
