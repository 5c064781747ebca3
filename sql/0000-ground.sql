-- The ground: what the migrations themselves need. The role qingbiao_app exists before the first migration runs.
-- Each migration writes its grants out, table by table; nothing is granted by default.

create table schema_migrations (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);
comment on table schema_migrations is 'Forward migrations that this database has been through';
comment on column schema_migrations.checksum is 'SHA-256 of the file, so that an edit after the fact is noticed';

revoke create on schema public from public;
grant usage on schema public to qingbiao_app;
grant select on schema_migrations to qingbiao_app;
