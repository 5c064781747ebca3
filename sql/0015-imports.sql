-- Many facts in one file: what was sent, how far it was worked off, and what became of each row.

create table imports (
  import_id text primary key,
  carrier_id text not null references carriers,
  system_id text not null references actors,
  uploaded_by text not null references actors,
  file_name text not null,
  format text not null check (format in ('ndjson', 'csv')),
  columns text[] not null,
  status text not null check (status in ('receiving', 'running', 'paused', 'cancelled', 'failed', 'done')),
  fault text,
  bytes bigint not null default 0,
  at_byte bigint not null default 0,
  rows_read bigint not null default 0,
  recorded bigint not null default 0,
  duplicate bigint not null default 0,
  flagged bigint not null default 0,
  lifted bigint not null default 0,
  refused bigint not null default 0,
  worked_ms bigint not null default 0,
  leased_until timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  check (rows_read = recorded + duplicate + flagged + lifted + refused)
);
comment on table imports is 'Files of facts that a carrier sent: each figure moves in the commit of the rows that it counts';
comment on column imports.system_id is 'The connected system whose facts these are: its own ids name them, whoever uploaded the file';
comment on column imports.file_name is 'As the sender called the file';
comment on column imports.columns is 'The header of a CSV file; empty for NDJSON';
comment on column imports.fault is 'Why the file could not be read further';
comment on column imports.bytes is 'Length of the unpacked file; known once it was received';
comment on column imports.at_byte is 'Where the next row begins: all rows before are committed, none after';
comment on column imports.worked_ms is 'Time spent on it, without pauses';
comment on column imports.leased_until is 'Some worker is at it; only spares work, what is committed twice is refused by at_byte';
create index imports_of_carrier on imports (carrier_id, created_at desc, import_id);
comment on index imports_of_carrier is 'listImports: a carrier''s imports, newest first';
create index imports_under_way on imports (created_at, import_id) where status in ('receiving', 'running');
comment on index imports_under_way is 'listUnderWay: what is to be worked on, oldest first';

create table import_parts (
  import_id text not null references imports,
  part integer not null,
  first_byte bigint not null,
  sha256 text not null,
  primary key (import_id, part)
);
comment on table import_parts is 'The unpacked file in pieces, which lie in the file store packed and encrypted; deleted when the import ends';
comment on column import_parts.first_byte is 'Where this piece begins in the unpacked file';

create table import_chunks (
  import_id text not null references imports,
  first_row bigint not null,
  rows integer not null,
  verdicts bytea not null,
  primary key (import_id, first_row)
);
comment on table import_chunks is 'What became of each row, as many rows together as were committed together';
comment on column import_chunks.verdicts is 'One line of JSON a row, packed with gzip; ids and codes, no digits of numbers';

create table import_faults (
  import_id text not null references imports,
  code text not null,
  rows bigint not null,
  examples jsonb not null,
  primary key (import_id, code)
);
comment on table import_faults is 'Refused rows by reason, with the first few of each';
comment on column import_faults.examples is 'Row, field and what was found there';

grant select, insert, update, delete on imports to qingbiao_app;
grant select, insert, delete on import_parts to qingbiao_app;
grant select, insert on import_chunks to qingbiao_app;
grant select, insert, update on import_faults to qingbiao_app;
