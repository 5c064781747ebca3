-- The schema as the catalogues tell it, for reading and for noticing drift.
-- Written by `qingbiao db dump`; never edited by hand. What runs is sql/NNNN-*.sql.

create table schema_migrations (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migrations_pkey PRIMARY KEY (number)
);
comment on table schema_migrations is 'Forward migrations that this database has been through';
comment on column schema_migrations.checksum is 'SHA-256 of the file, so that an edit after the fact is noticed';

grant usage on schema public to public;
grant usage on schema public to qingbiao_app;
grant select on table schema_migrations to qingbiao_app;
