import { Type } from 'typebox';
import { replayMessage } from '../../app/webhooks/list-messages.ts';
import { endpoint } from '../endpoint.ts';
import { Id } from '../schemas/parts.ts';

export const replayMessageEndpoint = endpoint({
  method: 'POST',
  path: '/webhooks/messages/:message_id/replay',
  tag: 'webhooks',
  summary: '重发消息 / Send a message once more, under its old id',
  who: ['agent', 'reviewer', 'policy_owner', 'system'],
  params: Type.Object({ message_id: Id }),
  keyless: true,
  status: 202,
  reply: null,
  refusals: [403, 404, 409],
  run: ({ ctx, asker, params }) => replayMessage(ctx, asker, params.message_id),
});
