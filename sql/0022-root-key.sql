-- The key under all other keys, kept under one or more master keys, so that a master key can be changed without touching what is sealed.

create table root_key_wraps (
  master_id text primary key check (master_id ~ '^[0-9a-f]{16}$'),
  wrapped bytea not null,
  made_at timestamptz not null
);
comment on table root_key_wraps is 'The one root key of this installation, once for each master key that opens it';
comment on column root_key_wraps.master_id is 'Names a master key without telling it: the first 16 hex digits of a hash under a key derived from it';
comment on column root_key_wraps.wrapped is 'The root key, AES-256-GCM under a key derived from the master key';
comment on column root_key_wraps.made_at is 'When this master key was given access';
grant select, insert, delete on root_key_wraps to qingbiao_app;
