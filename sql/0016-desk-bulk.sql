-- The desk's work on many cases at once: acts that wait for their undo window, templates of reasons, saved filters.

create table bulk_acts (
  bulk_id text primary key,
  carrier_id text not null references carriers,
  act text not null check (act in ('decide', 'order_lift')),
  finding text check (finding in ('misjudged', 'condition_met', 'grounded')),
  rule_relied text,
  words_sealed bytea,
  ordered_by text not null,
  ordered_at timestamptz not null,
  effective_at timestamptz not null,
  status text not null check (status in ('waiting', 'undone', 'working', 'done')),
  undone_by text,
  undone_at timestamptz,
  finished_at timestamptz,
  leased_until timestamptz,
  check ((act = 'decide') = (finding is not null)),
  check ((status = 'undone') = (undone_at is not null))
);
comment on table bulk_acts is 'One act that somebody at a desk ordered for many cases; each case gets it in its own journal';
comment on column bulk_acts.words_sealed is 'Reasons of a decision with their placeholders, sealed; each case keeps its own filled words in its journal';
comment on column bulk_acts.effective_at is 'Until then it can be undone and nothing has happened to any case';
comment on column bulk_acts.status is 'Undone: taken back in time; the row stays and says by whom';
comment on column bulk_acts.leased_until is 'Some worker is at it until then; only spares work';
create index bulk_acts_of_carrier on bulk_acts (carrier_id, ordered_at desc, bulk_id);
comment on index bulk_acts_of_carrier is 'listBulkActs: newest first';
create index bulk_acts_due on bulk_acts (effective_at) where status in ('waiting', 'working');
comment on index bulk_acts_due is 'leaseBulkActs: acts whose undo window is over and that are not finished';

create table bulk_cases (
  number_id bigint not null,
  bulk_id text not null references bulk_acts,
  case_id text not null,
  reference text not null,
  case_version text not null,
  status text not null check (status in ('waiting', 'done', 'refused')),
  code text,
  primary key (number_id, bulk_id, case_id)
);
comment on table bulk_cases is 'The cases of a bulk act and what became of each';
comment on column bulk_cases.case_version is 'The content that was looked at; a case that changed since is left alone';
comment on column bulk_cases.code is 'Why it was refused';
create index bulk_cases_of_act on bulk_cases (bulk_id, status, case_id);
comment on index bulk_cases_of_act is 'listBulkCases, listUndoneCases: the cases of an act by how far they are';

grant select, insert, update on bulk_acts, bulk_cases to qingbiao_app;

alter table people add column name_index bytea;
comment on column people.name_index is 'Keyed blind index of the name in one spelling: found by whoever knows the whole name, says nothing without the key';
create index people_name on people (name_index) where name_index is not null;
comment on index people_name is 'findPeopleByName: the search at a desk';

create table reason_templates (
  template_id text not null,
  version integer not null,
  carrier_id text not null references carriers,
  cause text,
  name text not null,
  words text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (template_id, version)
);
comment on table reason_templates is 'Reasons that a desk words again and again, with placeholders for what each record holds; every edit is a version';
comment on column reason_templates.cause is 'For flags of this cause; null for any';
create index reason_templates_of_carrier on reason_templates (carrier_id, template_id, version desc);
comment on index reason_templates_of_carrier is 'listTemplates: the newest version of each';

grant select, insert on reason_templates to qingbiao_app;
