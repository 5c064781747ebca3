-- What carriers' systems are told, with every attempt.

create table webhook_subscriptions (
  subscription_id text primary key,
  carrier_id text not null references carriers,
  url text not null,
  secret_sealed bytea not null,
  kinds text[] not null,
  active boolean not null default true,
  created_at timestamptz not null,
  created_by text not null
);
comment on table webhook_subscriptions is 'Where a carrier wants to be told what';
comment on column webhook_subscriptions.secret_sealed is 'The signing secret, sealed and bound to the subscription';
create index webhook_subscriptions_of_carrier on webhook_subscriptions (carrier_id);
comment on index webhook_subscriptions_of_carrier is 'listSubscriptions: a carrier''s subscriptions; findSubscribers: those who want an event';

create table webhook_messages (
  message_id text primary key,
  subscription_id text not null references webhook_subscriptions,
  number_id bigint,
  event text not null,
  body json not null,
  status text not null check (status in ('pending', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  last_status integer,
  last_error text,
  created_at timestamptz not null
);
comment on table webhook_messages is 'One message to one subscriber; its id is the webhook-id, so that a repeat is noticed';
comment on column webhook_messages.body is 'Sent byte for byte: json, not jsonb, because the signature covers the bytes';
create index webhook_messages_of_subscription on webhook_messages (subscription_id, created_at desc, message_id);
comment on index webhook_messages_of_subscription is 'listMessages: what a subscriber was told, newest first';
create index webhook_messages_dead on webhook_messages (subscription_id, created_at desc, message_id) where status = 'dead';
comment on index webhook_messages_dead is 'listMessages: dead letters, newest first';

create table webhook_attempts (
  message_id text not null references webhook_messages,
  attempt integer not null,
  at timestamptz not null,
  status integer,
  error text,
  primary key (message_id, attempt)
);
comment on table webhook_attempts is 'Each try at a message with its outcome';
comment on column webhook_attempts.attempt is 'From 1; a replay counts on';

grant select, insert, update on webhook_subscriptions, webhook_messages to qingbiao_app;
grant select, insert on webhook_attempts to qingbiao_app;
