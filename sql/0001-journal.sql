-- The journal of a number and what hangs on one command: head, entries, keys of lines, idempotency keys.
-- Every table of a number's life has number_id first in its primary key, so that it can be distributed by it.

create table number_heads (
  number_id bigint primary key,
  seq bigint not null check (seq >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  prev_hash bytea not null check (octet_length(prev_hash) = 32),
  state text not null
) with (fillfactor = 60, toast_tuple_target = 8160);
comment on table number_heads is 'Where each journal stands: the one row that a command moves on, guarded by the hash it was read at';
comment on column number_heads.number_id is 'Random 63-bit name of a number; the digits stand only in numbers';
comment on column number_heads.seq is 'seq of the last entry; a journal that ends earlier has lost its tail';
comment on column number_heads.hash is 'Hash of the last entry; 32 zero bytes before the first';
comment on column number_heads.prev_hash is 'The hash that this move was decided on: an append finds exactly this one or changes nothing';
comment on column number_heads.state is 'The fold of all entries, JSON as text: the order of keys is part of the fold, and only the product reads it';

create table entries (
  number_id bigint not null,
  seq bigint not null check (seq > 0),
  line integer not null,
  kind text not null,
  kind_version integer not null,
  recorded_at timestamptz not null,
  effective_at timestamptz not null,
  source text not null,
  source_id text not null,
  actor_id text not null,
  actor_role text not null,
  purpose text not null,
  data jsonb not null,
  sealed bytea,
  prev_hash bytea not null check (octet_length(prev_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (number_id, seq)
);
comment on table entries is 'The journal: facts of a number, appended only; everything else is folded from it';
comment on column entries.seq is 'From 1 without gaps within a number';
comment on column entries.line is 'The tenure it belongs to; 0 for what belongs to the number itself';
comment on column entries.kind_version is 'Shape of data, so that old entries stay readable';
comment on column entries.effective_at is 'When it was true, where that differs from when it was recorded';
comment on column entries.source is 'The door it came in by';
comment on column entries.source_id is 'What the sender calls it';
comment on column entries.data is 'What the kind says; never personal words';
comment on column entries.sealed is 'Personal words under the key of the line (12 bytes nonce, ciphertext, 16 bytes tag), bound to number and seq';
comment on column entries.prev_hash is 'Hash of the entry before';
comment on column entries.hash is 'SHA-256 over prev_hash and the RFC 8785 form of the entry, sealed bytes in base64';

create table line_keys (
  number_id bigint not null,
  line integer not null,
  key_version integer not null,
  wrapped_key bytea,
  primary key (number_id, line)
);
comment on table line_keys is 'One data key per tenure: without it the sealed words of that tenure are gone, and the chain still stands';
comment on column line_keys.key_version is 'The generation of the master key that wraps it';
comment on column line_keys.wrapped_key is 'The data key under the master key; null once it was forgotten';

create table idempotency_keys (
  number_id bigint not null,
  actor_id text not null,
  key text not null,
  request_hash text not null,
  reply json not null,
  created_at timestamptz not null default now(),
  primary key (number_id, actor_id, key)
);
comment on table idempotency_keys is 'A client''s own name for a write with the answer it got, kept in the append that did it';
comment on column idempotency_keys.request_hash is 'What was asked under this key: another request under the same key is refused';
comment on column idempotency_keys.reply is 'Repeated word for word when the same is asked again';
comment on column idempotency_keys.created_at is 'For forgetting old keys';

create table case_references (
  reference text primary key,
  number_id bigint not null,
  case_id text not null
);
comment on table case_references is 'A case by the reference that is read over the phone; small, kept whole on every node of a distributed database';

create table numbers (
  number_id bigint primary key,
  blind_index bytea not null check (octet_length(blind_index) = 32),
  digits_sealed bytea,
  owner_account text,
  created_at timestamptz not null
);
comment on table numbers is 'The only place of the digits; deleting a row shreds the link between digits and journal';
comment on column numbers.blind_index is 'HMAC-SHA-256 of the E.164 form under a key derived from the master key';
comment on column numbers.digits_sealed is 'The E.164 form, sealed and bound to number_id; null once it was shredded';
comment on column numbers.owner_account is 'The account that reported it, for a line that only its reporter sees; null for carriers'' lines';

create table number_lookups (
  blind_index bytea not null,
  account text not null,
  number_id bigint not null,
  primary key (blind_index, account)
);
comment on table number_lookups is 'From digits to number_id';
comment on column number_lookups.account is 'Whose reported number it is; empty for what connected carriers placed';

create table access_log (
  number_id bigint not null,
  id bigint generated always as identity,
  at timestamptz not null,
  actor_id text not null,
  purpose text not null,
  what text not null,
  primary key (number_id, id)
);
comment on table access_log is 'Who read personal data of a number, when, and why';
comment on column access_log.what is 'Which data were read';

grant select, insert on entries to qingbiao_app;
grant select, insert, update on number_heads to qingbiao_app;
grant select, insert, update on line_keys to qingbiao_app;
grant select, insert, delete on idempotency_keys to qingbiao_app;
grant select, insert on case_references to qingbiao_app;
grant select, insert, update on numbers to qingbiao_app;
grant select, insert, delete on number_lookups to qingbiao_app;
grant select, insert on access_log to qingbiao_app;
