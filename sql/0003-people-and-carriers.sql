-- What is not a number's life: who acts, for whom, by which rules.

create table people (
  person_id text primary key,
  name_sealed bytea not null,
  email_sealed bytea,
  sms_digits_sealed bytea,
  created_at timestamptz not null
);
comment on table people is 'People of flesh; every field sealed and bound to the person and the field';
comment on column people.sms_digits_sealed is 'Where text messages go: never the flagged number itself, unless the person says so';

create table carriers (
  carrier_id text primary key,
  name_zh text not null,
  name_en text not null,
  province text not null,
  systems jsonb not null,
  connected boolean not null
);
comment on table carriers is 'Carriers, connected or not';
comment on column carriers.province is 'ISO 3166-2 code';
comment on column carriers.systems is 'Which of its systems carries out each function of a line';

create table actors (
  actor_id text primary key,
  role text not null,
  carrier_id text references carriers,
  person_id text references people,
  display_name text not null,
  locale text not null check (locale in ('zh-CN', 'en')),
  active boolean not null default true
);
comment on table actors is 'Who can act: people, staff, connected systems';
create index actors_of_carrier on actors (carrier_id, role) where carrier_id is not null;
comment on index actors_of_carrier is 'listActors: the staff of a carrier';
create index actors_of_person on actors (person_id) where person_id is not null;
comment on index actors_of_person is 'findActorOfPerson: the language to write to a person in';

create table access_tokens (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  actor_id text not null references actors,
  kind text not null check (kind in ('bearer', 'browser')),
  label text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
comment on table access_tokens is 'Tokens by their SHA-256; the token itself is shown once and kept nowhere';
create index access_tokens_of_actor on access_tokens (actor_id);
comment on index access_tokens_of_actor is 'revokeTokensOf: every token of one actor';

create table policies (
  policy_id text not null,
  version integer not null,
  carrier_id text not null references carriers,
  status text not null check (status in ('draft', 'published')),
  body jsonb not null,
  drafted_by text not null,
  published_at timestamptz,
  published_by text,
  primary key (policy_id, version),
  check ((status = 'published') = (published_at is not null and published_by is not null)),
  check (published_by is distinct from drafted_by)
);
comment on table policies is 'Carriers'' rule tables; a published version never changes';
comment on column policies.published_by is 'Another person than the one who drafted it';
create index policies_in_force on policies (carrier_id, published_at desc, version desc) where status = 'published';
comment on index policies_in_force is 'findPolicyInForce: the newest published rule table of a carrier';

grant select, insert, update on people, carriers, actors, access_tokens, policies to qingbiao_app;
