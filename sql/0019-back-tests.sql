-- What a rule table would have done with the facts of a past period, beside another table.

create table back_tests (
  back_test_id text primary key,
  carrier_id text not null references carriers,
  policy_id text not null,
  policy_version integer not null,
  draft jsonb not null,
  base jsonb,
  from_at timestamptz not null,
  until_at timestamptz not null,
  status text not null check (status in ('running', 'cancelled', 'failed', 'done')),
  fault text,
  asked_by text not null references actors,
  asked_at timestamptz not null,
  ended_at timestamptz,
  changed_at timestamptz not null,
  after_number bigint not null default 0,
  numbers_all bigint not null,
  worked_ms bigint not null default 0,
  changes_kept bigint not null default 0,
  figures jsonb not null,
  leased_until timestamptz,
  check (from_at < until_at),
  check ((status = 'running') = (ended_at is null))
);
comment on table back_tests is 'Rule tables tried on the facts of a past period: figures only, what changes on which line is in back_test_changes';
comment on column back_tests.draft is 'The tested table as it was when the test was asked for: a draft may be written on meanwhile';
comment on column back_tests.base is 'The table compared with, as it was; null where none was in force';
comment on column back_tests.from_at is 'Facts that took effect from here on are judged; what was before is only carried along';
comment on column back_tests.until_at is 'Facts that took effect before this moment are judged';
comment on column back_tests.fault is 'Why it could not be finished';
comment on column back_tests.after_number is 'All numbers up to this one are counted, none after';
comment on column back_tests.numbers_all is 'How many numbers the carrier had when it began, for the progress';
comment on column back_tests.worked_ms is 'Time spent on it';
comment on column back_tests.changes_kept is 'Rows in back_test_changes; the figures count all changes';
comment on column back_tests.figures is 'The counts so far, moved on in the commit that moves after_number';
comment on column back_tests.leased_until is 'Some worker is at it; only spares work, what is counted twice is refused by after_number';
create index back_tests_of_policy on back_tests (carrier_id, policy_id, policy_version, asked_at desc, back_test_id);
comment on index back_tests_of_policy is 'listBackTests: those of a version, newest first';
create unique index back_tests_under_way on back_tests (carrier_id) where status = 'running';
comment on index back_tests_under_way is 'addBackTest: a carrier runs one at a time; listRunningBackTests: what is to be worked on';

create table back_test_changes (
  number_id bigint not null,
  back_test_id text not null,
  line integer not null,
  cause text not null,
  change text not null check (change in ('spared', 'new')),
  rule_id text not null,
  at timestamptz not null,
  outcome text check (outcome in ('overturned', 'upheld', 'open')),
  recorded_at timestamptz not null,
  primary key (number_id, back_test_id, line, cause)
);
comment on table back_test_changes is 'Lines that one table flags for a cause and the other does not';
comment on column back_test_changes.change is 'Spared: only the table compared with flags it. New: only the tested one does';
comment on column back_test_changes.rule_id is 'The row that flags it first, of the table that flags it';
comment on column back_test_changes.at is 'When it would have been flagged first';
comment on column back_test_changes.outcome is 'What was decided of the flag that was really placed there; null where none was';
comment on column back_test_changes.recorded_at is 'For forgetting old ones';
create index back_test_changes_of_test on back_test_changes (back_test_id, change, number_id, line, cause);
comment on index back_test_changes_of_test is 'listBackTestChanges: in the order of the list, of one kind or all';
create index back_test_changes_by_age on back_test_changes (recorded_at);
comment on index back_test_changes_by_age is 'dropOld: what is kept no longer';

grant select, insert, update, delete on back_tests to qingbiao_app;
grant select, insert, delete on back_test_changes to qingbiao_app;
