-- Bodies that take on complaints, who holds a case, clocks that stand still and wake for reminders.

create table authorities (
  authority_id text primary key,
  kind text not null check (kind in ('telecom_regulator', 'ministry_centre', 'consumer_association')),
  province text,
  name_zh text not null,
  name_en text not null,
  check ((kind = 'ministry_centre') = (province is null))
);
comment on table authorities is 'Connected bodies that take on complaints against carriers; their officers work in the product';
comment on column authorities.province is 'ISO 3166-2 code of the carrier companies it is for; null for the whole country';
grant select, insert, update on authorities to qingbiao_app;

alter table actors add column authority_id text references authorities;
comment on column actors.authority_id is 'The body that an officer belongs to';
create index actors_of_authority on actors (authority_id, role) where authority_id is not null;
comment on index actors_of_authority is 'listActors: the officers of a body';

alter table clocks drop constraint clocks_status_check;
alter table clocks add constraint clocks_status_check
  check (status in ('running', 'paused', 'met', 'cancelled', 'breached'));
alter table clocks add column wake_at timestamptz;
comment on column clocks.wake_at is 'When it next reminds or runs out by itself; null when it is over or stands still';
alter table clocks add column provisional boolean not null default false;
comment on column clocks.provisional is 'The date hangs on a year whose holiday notice was not loaded';
update clocks set wake_at = due_at where status = 'running';
drop index clocks_due;
create index clocks_wake on clocks (wake_at) where wake_at is not null;
comment on index clocks_wake is 'leaseDueClocks: clocks whose next moment has come';
create index clocks_provisional on clocks (number_id) where provisional and status = 'running';
comment on index clocks_provisional is 'listProvisional: dates to settle once a holiday notice is loaded';

alter table cases add column desk_assignee text;
comment on column cases.desk_assignee is 'Who works on it at the carrier''s desk';
alter table cases add column authority_id text;
comment on column cases.authority_id is 'The body that has it now, or had it last';
alter table cases add column authority_assignee text;
comment on column cases.authority_assignee is 'Which officer works on it';
alter table cases add column authority_due_at timestamptz;
comment on column cases.authority_due_at is 'The earliest running clock over the case that binds the body';
alter table cases add column authority_due_rule_id text;
comment on column cases.authority_due_rule_id is 'The rule of that clock';
create index cases_of_authority on cases (authority_id, coalesce(authority_due_at, 'infinity'::timestamptz), case_id)
  where authority_id is not null;
comment on index cases_of_authority is 'listCases: a body''s queue by lawful time left';

create table absences (
  actor_id text not null references actors,
  absence_id text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  deputy_id text references actors,
  primary key (actor_id, absence_id),
  check (until_at > from_at)
);
comment on table absences is 'When somebody at a desk is away; what they hold may then be taken over';
comment on column absences.deputy_id is 'Who looks after it meanwhile';
grant select, insert, update, delete on absences to qingbiao_app;
