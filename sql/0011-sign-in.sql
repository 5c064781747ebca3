-- Who is who: visits that can be listed and ended, keys for systems, passkeys, authenticator apps, staff known elsewhere.

alter table access_tokens
  add column token_id text generated always as ('tok_' || encode(substring(token_hash from 1 for 10), 'hex')) stored,
  add column device text,
  add column scopes text[] check (cardinality(scopes) > 0),
  add column last_used_at timestamptz,
  add column proved_at timestamptz,
  add column proved_by text check (proved_by in ('demo', 'return_code', 'mail', 'sms', 'passkey', 'totp', 'oidc'));
comment on column access_tokens.token_id is 'Its name in lists; part of the hash, which tells nothing of the token';
comment on column access_tokens.device is 'Coarse name of browser and system, for its owner to know it by';
comment on column access_tokens.scopes is 'What a system''s key may do: read, write, or tags of endpoints; null for everything its actor may';
comment on column access_tokens.last_used_at is 'Told at most once an hour';
comment on column access_tokens.proved_at is 'When whoever holds it last proved to be its actor';
create unique index access_tokens_by_id on access_tokens (token_id);
comment on index access_tokens_by_id is 'endSession: one token of its owner';

alter table account_keys drop constraint account_keys_kind_check;
alter table account_keys add constraint account_keys_kind_check check (kind in ('mail', 'sms', 'return_code'));
comment on column account_keys.key_hash is 'mail, sms: the keyed blind index of the address; return_code: SHA-256 of the code';
comment on table mail_codes is 'The last code sent to an address of mail or a phone: good for a few minutes and a few tries';

create table passkeys (
  credential_id bytea primary key,
  actor_id text not null references actors,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  label text not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
comment on table passkeys is 'Passkeys of people and staff: public keys alone, nothing of a face or finger';
comment on column passkeys.sign_count is 'The authenticator''s own count; one that goes back is a copy';
comment on column passkeys.label is 'Coarse name of the device it was made on';
create index passkeys_of_actor on passkeys (actor_id, created_at);
comment on index passkeys_of_actor is 'listPasskeys: the passkeys of one actor';

create table totp_secrets (
  actor_id text primary key references actors,
  secret_sealed bytea not null,
  last_counter bigint not null,
  tries_in_window integer not null default 0,
  window_from timestamptz not null,
  created_at timestamptz not null
);
comment on table totp_secrets is 'Authenticator apps of staff, each secret sealed and bound to its actor';
comment on column totp_secrets.last_counter is 'The period of the last code taken: a code is good once';
comment on column totp_secrets.tries_in_window is 'Codes tried since window_from; too many are refused unread';

create table staff_identities (
  issuer text not null,
  subject text not null,
  actor_id text not null references actors,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
comment on table staff_identities is 'Who of the staff somebody is whom an OpenID provider vouches for; linked by an operator, never made by signing in';
create index staff_identities_of_actor on staff_identities (actor_id);
comment on index staff_identities_of_actor is 'listIdentities: where one actor is known';

create table sign_in_steps (
  step_hash bytea primary key check (octet_length(step_hash) = 32),
  kind text not null check (kind in ('passkey_add', 'passkey_use', 'oidc', 'act', 'invite')),
  actor_id text references actors,
  data_sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table sign_in_steps is 'Ceremonies half done, acts that wait for a proof, and invitations: each is taken once, or forgotten when its time is over';
comment on column sign_in_steps.step_hash is 'SHA-256 of the name that the browser or the invited person holds';
comment on column sign_in_steps.data_sealed is 'Challenges, and what was typed before the proof was asked for';
create index sign_in_steps_by_end on sign_in_steps (expires_at);
comment on index sign_in_steps_by_end is 'putStep: forgets those whose time is over';
create index sign_in_steps_of_actor on sign_in_steps (actor_id) where actor_id is not null;
comment on index sign_in_steps_of_actor is 'endStepsOf: a new invitation ends the former one';

grant select, insert, update, delete on passkeys, totp_secrets, sign_in_steps to qingbiao_app;
grant select, insert, delete on staff_identities to qingbiao_app;

create table line_proofs (
  number_id bigint not null,
  proof_id text not null,
  line integer not null,
  person_id text not null references people,
  proves text not null check (proves in ('possession', 'holder')),
  method text not null check (method in ('code', 'real_person', 'papers')),
  status text not null check (status in ('waiting', 'passed', 'failed', 'silent')),
  reference text,
  evidence_id text,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by text references actors,
  primary key (number_id, proof_id),
  check ((proves = 'possession') = (method = 'code')),
  check ((status = 'waiting') = (decided_at is null)),
  check ((method = 'papers') = (decided_by is not null))
);
comment on table line_proofs is 'That somebody has a number in hand, and that they are its holder: two proofs, each with its result and time alone; nothing of a face';
comment on column line_proofs.reference is 'What the provider of the real-person check calls it';
comment on column line_proofs.evidence_id is 'The paper that the desk compared';
create index line_proofs_of_person on line_proofs (person_id, asked_at desc);
comment on index line_proofs_of_person is 'countProofsSince: how often somebody began a check';

grant select, insert, update on line_proofs to qingbiao_app;
