-- What decisions say of rules: verdicts, rules that are paused, and the flags of a bad rule decided together.

create table flag_verdicts (
  number_id bigint not null,
  flag_id text not null,
  carrier_id text,
  province text not null,
  policy_id text not null,
  policy_version integer not null,
  rule_id text not null,
  imposed_by text not null,
  outcome text not null check (outcome in ('overturned', 'upheld')),
  given_by text not null check (given_by in ('decision', 'settlement')),
  decided_at timestamptz not null,
  changed_at timestamptz,
  tested boolean not null,
  primary key (number_id, flag_id)
) with (fillfactor = 90);
comment on table flag_verdicts is 'What was decided of each flag, for or against the rule that placed it; one row a flag however often it was decided. Rebuilt from entries';
comment on column flag_verdicts.outcome is 'Overturned: found misjudged, or given up before a body after it was upheld';
comment on column flag_verdicts.given_by is 'What brought the outcome: a decision of the carrier, or a settlement';
comment on column flag_verdicts.decided_at is 'When it was first decided; a later change keeps the place';
comment on column flag_verdicts.changed_at is 'When an upheld flag was overturned after all';
comment on column flag_verdicts.tested is 'Counts in the sequential test: the first verdict of its number under this rule and version';
create index flag_verdicts_of_rule on flag_verdicts (carrier_id, policy_id, policy_version, rule_id, decided_at, flag_id)
  include (outcome, given_by, tested, province, imposed_by) where carrier_id is not null;
comment on index flag_verdicts_of_rule is 'countVerdicts, tallyOf, listOutcomes: the verdicts on a rule, in their order';

create table rule_tolerances (
  tolerance_id text primary key,
  carrier_id text not null references carriers,
  policy_id text not null,
  rule_id text not null,
  tolerated double precision not null check (tolerated >= 0.05 and tolerated <= 0.5),
  set_by text not null,
  set_at timestamptz not null,
  why text not null
);
comment on table rule_tolerances is 'Which share of overturns among decided appeals a carrier tolerates of a rule; the newest counts, older ones stay on record';

create index rule_tolerances_of_carrier on rule_tolerances (carrier_id, set_at desc);
comment on index rule_tolerances_of_carrier is 'listTolerances: newest first';

create table rule_pauses (
  pause_id text primary key,
  carrier_id text not null references carriers,
  policy_id text not null,
  policy_version integer not null,
  rule_id text not null,
  paused_at timestamptz not null,
  paused_by text not null,
  because text not null check (because in ('test', 'hand')),
  ground text not null,
  figures jsonb not null,
  ended_at timestamptz,
  ended_by text,
  ended_ground text,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_ground is null))
);
comment on table rule_pauses is 'Rules that flag nobody by themselves until somebody has looked at them; one version of one rule';
comment on column rule_pauses.because is 'The sequential test alarmed, or somebody paused it by hand';
comment on column rule_pauses.figures is 'Decided, overturned, tolerated rate and doubt at that moment';
comment on column rule_pauses.ended_at is 'When it was resumed; the test begins anew from there';
create unique index rule_pauses_open on rule_pauses (carrier_id, policy_id, policy_version, rule_id) where ended_at is null;
comment on index rule_pauses_open is 'listPaused: at most one open pause of a rule';
create index rule_pauses_of_rule on rule_pauses (carrier_id, policy_id, policy_version, rule_id, paused_at);
comment on index rule_pauses_of_rule is 'listPauses: what became of a rule';

create table flag_classes (
  class_id text primary key,
  carrier_id text not null references carriers,
  policy_id text not null,
  policy_version integer not null,
  rule_id text not null,
  from_at timestamptz,
  until_at timestamptz,
  opened_at timestamptz not null,
  opened_by text not null,
  because text not null check (because in ('test', 'hand')),
  why text not null,
  pause_id text references rule_pauses,
  status text not null check (status in ('open', 'working', 'decided', 'dropped')),
  ended_at timestamptz,
  leased_until timestamptz
);
comment on table flag_classes is 'Flags that one rule placed, looked at again together';
comment on column flag_classes.from_at is 'Flags placed from here on; null for all';
comment on column flag_classes.until_at is 'Flags placed before; null for all';
comment on column flag_classes.status is 'Working: a decision is being carried out on each number';
comment on column flag_classes.leased_until is 'Some worker is at it until then; only spares work';
create index flag_classes_of_carrier on flag_classes (carrier_id, opened_at desc, class_id);
comment on index flag_classes_of_carrier is 'listClasses: newest first';
create unique index flag_classes_open on flag_classes (carrier_id, policy_id, policy_version, rule_id) where status in ('open', 'working');
comment on index flag_classes_open is 'openClass: one class of a rule at a time';
create index flag_classes_working on flag_classes (class_id) where status = 'working';
comment on index flag_classes_working is 'leaseClasses: decisions to carry on with';

create table class_decisions (
  class_id text not null references flag_classes,
  round integer not null,
  decided_by text not null,
  decided_at timestamptz not null,
  finding text not null check (finding in ('misjudged', 'grounded')),
  rule_relied text not null,
  words text not null,
  finished_at timestamptz,
  primary key (class_id, round)
);
comment on table class_decisions is 'Common decisions on a class; the same words are sealed in the journal of each number';
comment on column class_decisions.words is 'Reasons in the reviewer''s words, about the rule and not about any person';
comment on column class_decisions.round is 'Flags that one reviewer may not decide on wait for another';

create table class_flags (
  number_id bigint not null,
  class_id text not null,
  flag_id text not null,
  province text not null,
  status text not null check (status in ('waiting', 'taken_out', 'decided', 'over')),
  round integer,
  why text,
  code text,
  primary key (number_id, class_id, flag_id)
);
comment on table class_flags is 'The flags of a class and how far each is';
comment on column class_flags.status is 'Over: it stood no more when it was its turn';
comment on column class_flags.why is 'Why somebody took it out';
comment on column class_flags.code is 'Why the last decision passed it over';
create index class_flags_of_class on class_flags (class_id, status, flag_id) include (province);
comment on index class_flags_of_class is 'listClassFlags, countClassFlags: the flags of a class by how far they are';

create table rule_reports (
  report_id text primary key,
  authority_id text not null references authorities,
  carrier_id text not null references carriers,
  province text not null,
  policy_id text not null,
  policy_version integer not null,
  rule_id text not null,
  class_id text not null references flag_classes,
  kind text not null check (kind in ('opened', 'decided', 'dropped')),
  figures jsonb not null,
  sent_at timestamptz not null,
  read_at timestamptz,
  read_by text,
  unique (authority_id, class_id, kind)
);
comment on table rule_reports is 'What bodies are told of a rule that was found bad and of what became of its flags; figures only, nothing of any person';
comment on column rule_reports.province is 'Of the company that runs the lines; the body is competent for it';
create index rule_reports_of_authority on rule_reports (authority_id, sent_at desc, report_id);
comment on index rule_reports_of_authority is 'listReports: newest first';

grant select, insert, update, delete on flag_verdicts to qingbiao_app;
grant select, insert on rule_tolerances to qingbiao_app;
grant select, insert, update on rule_pauses, flag_classes, class_decisions, class_flags, rule_reports to qingbiao_app;
