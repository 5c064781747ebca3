import { Type } from 'typebox';
import { Id, Moment, nullable } from './parts.ts';

export const SubscriptionSchema = Type.Object(
  {
    subscription_id: Id,
    carrier_id: Id,
    url: Type.String(),
    kinds: Type.Array(Type.String()),
    active: Type.Boolean(),
    created_at: Moment,
    created_by: Id,
  },
  { title: 'Webhook' },
);

export const MessageSchema = Type.Object(
  {
    message_id: Id,
    subscription_id: Id,
    number_id: nullable(Id),
    event: Type.String(),
    status: Type.String({ description: 'pending, delivered or dead' }),
    attempts: Type.Integer(),
    next_attempt_at: nullable(Moment),
    last_status: nullable(Type.Integer()),
    last_error: nullable(Type.String()),
    created_at: Moment,
  },
  { title: 'WebhookMessage' },
);
