-- How a person without a connected carrier comes back: a return code shown once, or a code sent to their mail.

create table account_keys (
  key_hash bytea primary key check (octet_length(key_hash) = 32),
  kind text not null check (kind in ('mail', 'return_code')),
  actor_id text not null references actors,
  created_at timestamptz not null,
  revoked_at timestamptz
);
comment on table account_keys is 'What opens an account; only hashes are kept';
comment on column account_keys.key_hash is 'mail: the keyed blind index of the address; return_code: SHA-256 of the code';
create index account_keys_of_actor on account_keys (actor_id);
comment on index account_keys_of_actor is 'The keys of an account, for showing and ending them';

create table mail_codes (
  mail_index bytea primary key check (octet_length(mail_index) = 32),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries_left integer not null,
  sent_in_window integer not null,
  window_from timestamptz not null
);
comment on table mail_codes is 'The last code sent to an address: good for a few minutes and a few tries';
comment on column mail_codes.sent_in_window is 'Codes sent since window_from; too many are refused';

grant select, insert, update on account_keys to qingbiao_app;
grant select, insert, update, delete on mail_codes to qingbiao_app;
