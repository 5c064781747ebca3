-- What those at a desk keep for their own work: named filters of its lists.

create table saved_filters (
  filter_id text primary key,
  carrier_id text not null references carriers,
  list text not null check (list in ('cases', 'flags')),
  name text not null,
  query jsonb not null,
  owner_id text not null,
  shared boolean not null,
  saved_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table saved_filters is 'Filters of a desk''s lists that somebody gave a name; they hold no number and no person of the public';
comment on column saved_filters.query is 'As the address of the list has it: status, assignee, cause, rule, sort';
comment on column saved_filters.owner_id is 'Who saved it, and alone may rename, share or delete it';
comment on column saved_filters.shared is 'Seen by everybody at the same desk';
create unique index saved_filters_name on saved_filters (owner_id, list, lower(name));
comment on index saved_filters_name is 'addSavedFilter, changeSavedFilter: a name once for each owner and list';
create index saved_filters_shared on saved_filters (carrier_id, list) where shared;
comment on index saved_filters_shared is 'listSavedFilters: those of colleagues';

grant select, insert, update, delete on saved_filters to qingbiao_app;

create table bulk_previews (
  preview_id text primary key,
  carrier_id text not null references carriers,
  act text not null check (act in ('decide', 'order_lift')),
  finding text check (finding in ('misjudged', 'condition_met', 'grounded')),
  rule_relied text,
  words_sealed bytea,
  selected jsonb,
  matched integer not null,
  asked_by text not null,
  asked_at timestamptz not null,
  valid_until timestamptz not null,
  bulk_id text,
  check ((act = 'decide') = (finding is not null))
);
comment on table bulk_previews is 'What somebody looked at before ordering one act for many cases: the cases as they were, fixed, so that none that comes later is in the order';
comment on column bulk_previews.words_sealed is 'Reasons of a decision with their placeholders, sealed';
comment on column bulk_previews.selected is 'The filter that the cases were selected by; null for cases picked by hand';
comment on column bulk_previews.matched is 'How many cases the filter held then, as far as they are counted';
comment on column bulk_previews.valid_until is 'Later it is deleted, and whoever still wants it looks again';
comment on column bulk_previews.bulk_id is 'The order that was made of it; there is never a second one';
create index bulk_previews_over on bulk_previews (valid_until);
comment on index bulk_previews_over is 'addBulkPreview: those whose time is over';

create table bulk_preview_cases (
  number_id bigint not null,
  preview_id text not null references bulk_previews on delete cascade,
  case_id text not null,
  reference text not null,
  case_version text not null,
  code text,
  data jsonb,
  primary key (number_id, preview_id, case_id)
);
comment on table bulk_preview_cases is 'The cases that were looked at, and why some are left out';
comment on column bulk_preview_cases.case_version is 'The content that was looked at';
comment on column bulk_preview_cases.code is 'Why it is left out; null when it can be done';
comment on column bulk_preview_cases.data is 'The values of that refusal: states, ids of staff, names of placeholders';
create index bulk_preview_cases_of_preview on bulk_preview_cases (preview_id, case_id);
comment on index bulk_preview_cases_of_preview is 'orderPreview: the cases of a preview';

grant select, insert, update, delete on bulk_previews, bulk_preview_cases to qingbiao_app;

alter table bulk_acts
  add column selected jsonb,
  add column matched integer,
  add column write_key text,
  add column request_hash text,
  add check ((write_key is null) = (request_hash is null));
comment on column bulk_acts.selected is 'The filter that the cases were selected by; null for cases picked by hand';
comment on column bulk_acts.matched is 'How many cases the filter held when they were looked at, as far as they are counted';
comment on column bulk_acts.write_key is 'The sender''s own name for the order: sent again, it is the same order';
comment on column bulk_acts.request_hash is 'What was asked under that name';
create unique index bulk_acts_key on bulk_acts (ordered_by, write_key) where write_key is not null;
comment on index bulk_acts_key is 'addBulkAct, findBulkByKey: one order for each key of a sender';

alter table bulk_cases
  add column data jsonb,
  drop constraint bulk_cases_status_check,
  add constraint bulk_cases_status_check check (status in ('waiting', 'done', 'refused', 'left_out'));
comment on column bulk_cases.status is 'Left out: it could not be done already when it was looked at, and was never in the order';
comment on column bulk_cases.data is 'The values of the refusal: states, ids of staff, names of placeholders';
