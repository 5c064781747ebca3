-- Templates of reasons out of use, and papers that are looked at before a person travels.

alter table reason_templates add column retired boolean not null default false;
comment on column reason_templates.retired is 'This version takes the template out of use; what was written with it stays as it is';

-- Papers looked at before a person travels.

alter table cases add column precheck_asked_at timestamptz;
comment on column cases.precheck_asked_at is 'Since when a person waits to hear whether their papers are enough; null when nobody waits';
alter table cases add column papers_turned_down smallint not null default 0;
comment on column cases.papers_turned_down is 'How often the carrier turned down papers that it had accepted';
create index cases_precheck on cases (carrier_id, precheck_asked_at, case_id) where precheck_asked_at is not null;
comment on index cases_precheck is 'listPrechecks: who waits to hear whether their papers are enough, the longest first';
