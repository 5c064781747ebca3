-- What lists are read from. Written in the append that changes it, rebuilt from entries by `qingbiao rebuild`, never a source of truth.
-- carrier_id is the carrier at whose desk a thing shows: null on a line that somebody reported, which no carrier sees.

create table lines (
  number_id bigint not null,
  line integer not null,
  origin text not null check (origin in ('placed', 'reported')),
  kind text not null,
  carrier_id text not null,
  province text not null,
  holder_id text,
  user_id text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (number_id, line)
);
comment on table lines is 'Tenures of a number';
comment on column lines.carrier_id is 'The carrier that runs the line, also where it is only reported';
create index lines_holder on lines (holder_id, number_id) where holder_id is not null;
comment on index lines_holder is 'listLinesOf: the lines that a person holds';
create index lines_user on lines (user_id, number_id) where user_id is not null;
comment on index lines_user is 'listLinesOf: the lines that a person uses';

create table flags (
  number_id bigint not null,
  flag_id text not null,
  line integer not null,
  carrier_id text,
  origin text not null,
  status text not null check (status in ('active', 'lifting', 'lifted', 'detached')),
  layer text not null,
  imposed_by text not null,
  cause text not null,
  code text not null,
  policy_id text,
  policy_version integer,
  rule_id text,
  raised_by text not null,
  placed_at timestamptz not null,
  lifted_because text,
  lifted_at timestamptz,
  primary key (number_id, flag_id)
) with (fillfactor = 90);
comment on table flags is 'Marks on lines';
comment on column flags.rule_id is 'The rule of the policy that fired';
comment on column flags.lifted_because is 'Set when the lift is ordered';
create index flags_of_carrier on flags (carrier_id, placed_at desc, flag_id) where carrier_id is not null;
comment on index flags_of_carrier is 'listFlags: a carrier''s flags, newest first';
create index flags_of_rule on flags (carrier_id, policy_id, rule_id) where rule_id is not null;
comment on index flags_of_rule is 'countRules: how often each rule fired and was overturned; listFlags by rule';

create table cases (
  number_id bigint not null,
  case_id text not null,
  line integer not null,
  carrier_id text,
  reference text not null,
  status text not null,
  remedy text not null,
  flag_ids text[] not null,
  opened_by text not null,
  opened_at timestamptz not null,
  reviewer_id text,
  due_at timestamptz,
  due_rule_id text,
  ended_at timestamptz,
  primary key (number_id, case_id)
) with (fillfactor = 80);
comment on table cases is 'Efforts to have flags lifted';
comment on column cases.due_at is 'The earliest running clock over the case or its lifts that binds the carrier; null when none runs';
comment on column cases.due_rule_id is 'The rule of that clock';
create index cases_by_due on cases (carrier_id, coalesce(due_at, 'infinity'::timestamptz), case_id) where carrier_id is not null;
comment on index cases_by_due is 'listCases: a carrier''s queue by lawful time left';
create index cases_by_opening on cases (carrier_id, opened_at desc, case_id) where carrier_id is not null;
comment on index cases_by_opening is 'listCases: a carrier''s cases, newest first';

create table evidence_items (
  number_id bigint not null,
  evidence_id text not null,
  case_id text not null,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  material text,
  added_by text not null,
  added_at timestamptz not null,
  primary key (number_id, evidence_id)
);
comment on table evidence_items is 'Files of cases; the bytes lie in the file store under their hash, the names are sealed in the journal';

create table lifts (
  number_id bigint not null,
  lift_id text not null,
  line integer not null,
  carrier_id text,
  flag_ids text[] not null,
  because text not null,
  case_id text,
  since timestamptz not null,
  ordered_at timestamptz not null,
  completed_at timestamptz,
  abandoned_at timestamptz,
  not_back_at timestamptz,
  primary key (number_id, lift_id)
) with (fillfactor = 90);
comment on table lifts is 'Orders that take measures off';
comment on column lifts.since is 'When the condition was met: the restoration period counts from here';
comment on column lifts.abandoned_at is 'When a human accepted that it failed';
comment on column lifts.not_back_at is 'When the person said that service is not back';
create index lifts_of_carrier on lifts (carrier_id, ordered_at desc, lift_id) where carrier_id is not null;
comment on index lifts_of_carrier is 'listLifts: a carrier''s lifts, newest first';
create index lifts_under_way on lifts (carrier_id, ordered_at desc, lift_id)
  where carrier_id is not null and completed_at is null and abandoned_at is null;
comment on index lifts_under_way is 'listLifts: those still waiting for a system';

create table lift_steps (
  number_id bigint not null,
  lift_id text not null,
  system text not null,
  status text not null check (status in ('ordered', 'sent', 'confirmed', 'failed', 'silent')),
  attempts integer not null,
  sent_at timestamptz,
  code text,
  primary key (number_id, lift_id, system)
) with (fillfactor = 80);
comment on table lift_steps is 'What each system of the carrier did with a lift';
comment on column lift_steps.sent_at is 'When the order first left for this system';

create table clocks (
  number_id bigint not null,
  clock_id text not null,
  line integer not null,
  carrier_id text,
  rule_id text not null,
  rule_version integer not null,
  binds text not null,
  subject_kind text not null,
  subject_id text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  status text not null check (status in ('running', 'met', 'cancelled', 'breached')),
  ended_at timestamptz,
  leased_until timestamptz,
  primary key (number_id, clock_id)
) with (fillfactor = 90);
comment on table clocks is 'Periods that law or a promise set running';
comment on column clocks.leased_until is 'Some sweep is about to run it out; not folded, only spares work';
create index clocks_due on clocks (due_at) where status = 'running';
comment on index clocks_due is 'leaseDueClocks: running clocks whose time is over';

create table notices (
  number_id bigint not null,
  notice_id text not null,
  line integer not null,
  carrier_id text,
  kind text not null,
  person_id text not null,
  subject_kind text not null,
  subject_id text not null,
  "values" json not null,
  issued_at timestamptz not null,
  primary key (number_id, notice_id)
);
comment on table notices is 'Formal documents to people; the text is composed from kind and values when it is read';
create index notices_of_person on notices (person_id, issued_at desc, notice_id);
comment on index notices_of_person is 'listInbox: a person''s notices, newest first';

create table deliveries (
  number_id bigint not null,
  notice_id text not null,
  delivery_id text not null,
  channel text not null,
  status text not null check (status in ('sent', 'delivered', 'failed', 'silent', 'skipped')),
  at timestamptz not null,
  code text,
  primary key (number_id, notice_id, delivery_id)
) with (fillfactor = 90);
comment on table deliveries is 'Attempts to reach a person with a notice, each with its receipt';

create table notice_reads (
  number_id bigint not null,
  notice_id text not null,
  person_id text not null,
  read_at timestamptz not null,
  primary key (number_id, notice_id, person_id)
);
comment on table notice_reads is 'When a person opened a notice in the inbox; not folded';

create table attention (
  number_id bigint not null,
  attention_id text not null,
  line integer not null,
  carrier_id text,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  detail text not null,
  raised_at timestamptz not null,
  handled_at timestamptz,
  primary key (number_id, attention_id)
) with (fillfactor = 90);
comment on table attention is 'What went wrong and waits for a human eye';
create index attention_open on attention (carrier_id, raised_at, attention_id) where handled_at is null;
comment on index attention_open is 'listAttention: what nobody has handled, oldest first';
create index attention_handled on attention (carrier_id, handled_at desc, attention_id) where handled_at is not null;
comment on index attention_handled is 'listAttention: what was handled, newest first';

grant select, insert, update, delete on
  lines, flags, cases, evidence_items, lifts, lift_steps, clocks, notices, deliveries, attention
  to qingbiao_app;
grant select, insert on notice_reads to qingbiao_app;
