import { Type } from 'typebox';
import { EVENT_KINDS, LIFT_EVENT } from '../../app/webhooks/event-kinds.ts';
import { createSubscription } from '../../app/webhooks/subscribe.ts';
import { endpoint } from '../endpoint.ts';
import { choice, input } from '../schemas/parts.ts';
import { SubscriptionSchema } from '../schemas/webhook.ts';

export const createWebhookEndpoint = endpoint({
  method: 'POST',
  path: '/webhooks',
  tag: 'webhooks',
  summary: '订阅事件 / Subscribe an address to kinds of events',
  description:
    'Messages are signed as Standard Webhooks say (`webhook-id`, `webhook-timestamp`, `webhook-signature`). The secret is told this once, so a repeat makes another subscription whatever its key.',
  who: ['system'],
  body: input(
    {
      url: Type.String({ minLength: 1, maxLength: 500 }),
      kinds: Type.Array(choice(['*', ...EVENT_KINDS, LIFT_EVENT]), { minItems: 1, maxItems: 20 }),
    },
    [{ url: 'https://carrier.example/hooks', kinds: ['lift.ordered', 'case.submitted'] }],
  ),
  keyless: true,
  status: 201,
  reply: Type.Object({ ...SubscriptionSchema.properties, secret: Type.String() }),
  refusals: [403, 422],
  run: async ({ ctx, asker, body }) => {
    const { subscription, secret } = await createSubscription(ctx, asker, body);
    return { ...subscription, secret };
  },
});
