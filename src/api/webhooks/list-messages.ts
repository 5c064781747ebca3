import { Type } from 'typebox';
import { pageRequest } from '../../app/pages.ts';
import { listMessages } from '../../app/webhooks/list-messages.ts';
import { endpoint } from '../endpoint.ts';
import { choice, PageQuery, page } from '../schemas/parts.ts';
import { MessageSchema } from '../schemas/webhook.ts';

export const listMessagesEndpoint = endpoint({
  method: 'GET',
  path: '/webhooks/messages',
  tag: 'webhooks',
  summary: '已发消息与死信 / Messages sent, newest first; `status=dead` for dead letters',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  query: Type.Object({ ...PageQuery, status: Type.Optional(choice(['pending', 'delivered', 'dead'])) }),
  status: 200,
  reply: page(MessageSchema),
  refusals: [403],
  run: ({ ctx, asker, query }) => listMessages(ctx, asker, { ...pageRequest(query), status: query.status }),
});
