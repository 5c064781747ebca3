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
