-- What somebody agreed to, in the words that they read, and when they took it back.

create table consents (
  consent_id text primary key,
  person_id text not null references people,
  kind text not null check (kind in ('identity_paper', 'money_paper', 'private_paper', 'real_person_check')),
  version integer not null check (version > 0),
  locale text not null check (locale in ('zh-CN', 'en')),
  words text not null,
  given_at timestamptz not null,
  given_by text not null references actors,
  withdrawn_at timestamptz,
  withdrawn_by text references actors,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table consents is 'Separate consent to sensitive data (PIPL arts. 13–16, 29), one row each time it was given';
comment on column consents.person_id is 'Whose data it is';
comment on column consents.version is 'Of the text: another version is asked for anew';
comment on column consents.words is 'The text as it was shown';
comment on column consents.given_by is 'The person, or who acts for them under a mandate';
create unique index consents_in_force on consents (person_id, kind, version) where withdrawn_at is null;
comment on index consents_in_force is 'findConsent: the one that stands; giving it twice is giving it once';
create index consents_of_person on consents (person_id, given_at desc);
comment on index consents_of_person is 'listConsents: all that a person ever gave';

grant select, insert, update (withdrawn_at, withdrawn_by) on consents to qingbiao_app;

alter table line_proofs drop constraint line_proofs_status_check;
alter table line_proofs add constraint line_proofs_status_check
  check (status in ('waiting', 'passed', 'failed', 'silent', 'withdrawn'));

-- Legal holds: nothing in their scope is forgotten while they stand.

create table holds (
  number_id bigint not null,
  hold_id text not null,
  line integer not null,
  carrier_id text,
  ground text not null,
  case_ids text[],
  placed_by text not null,
  placed_at timestamptz not null,
  ended_at timestamptz,
  primary key (number_id, hold_id)
) with (fillfactor = 90);
comment on table holds is 'Legal holds over a number or some of its cases; the document behind each is sealed in its entry';
comment on column holds.case_ids is 'Null for all of the number';
create index holds_of_carrier on holds (carrier_id, placed_at desc, hold_id);
comment on index holds_of_carrier is 'listHolds: a carrier''s holds, newest first';

grant select, insert, update, delete on holds to qingbiao_app;

-- Organisations and those who act for others by office.

create table organisations (
  organisation_id text primary key references people,
  credit_code text not null unique check (credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
  created_at timestamptz not null
);
comment on table organisations is 'Legal persons that hold numbers; name and account are those of their row in people';
comment on column organisations.credit_code is 'Unified social credit code (GB 32100), its check sign verified; tells of no person of flesh';

create table representatives (
  actor_id text primary key references actors,
  kind text not null check (kind in ('lawyer', 'legal_aid', 'clerk')),
  created_at timestamptz not null
);
comment on table representatives is 'Accounts of those who act for others by office; an operator enters them';

create table appointments (
  appointment_id text primary key,
  organisation_id text not null references organisations,
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  member_role text not null check (member_role in ('manager', 'clerk')),
  days integer not null check (days between 1 and 365),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text references people,
  until_at timestamptz,
  ended_at timestamptz,
  check ((accepted_at is null) = (accepted_by is null) and (accepted_at is null) = (until_at is null))
);
comment on table appointments is 'Who acts for an organisation, in which role and until when; the mandate on each of its numbers follows from it';
comment on column appointments.code_hash is 'SHA-256 of the code that is handed to the one appointed; the code itself is kept nowhere';
create index appointments_of_organisation on appointments (organisation_id, created_at desc);
comment on index appointments_of_organisation is 'listAppointments: an organisation''s people';
create index appointments_of_person on appointments (accepted_by) where accepted_by is not null;
comment on index appointments_of_person is 'findMembership: for which organisation somebody acts';

grant select, insert on organisations, representatives to qingbiao_app;
grant select, insert, update (accepted_at, accepted_by, until_at, ended_at) on appointments to qingbiao_app;
