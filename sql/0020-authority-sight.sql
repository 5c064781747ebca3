-- What bodies had to do with cases: they find it again, and read no further than they dealt with it.

create table dealings (
  number_id bigint not null,
  case_id text not null,
  authority_id text not null,
  handed_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('declined', 'settled', 'unsettled', 'lifting', 'closed', 'withdrawn')),
  left_status text,
  primary key (number_id, case_id, authority_id),
  check ((ended_at is null) = (ended_how is null))
);
comment on table dealings is 'What each body had to do with each case that was handed to it, the last time it was';
comment on column dealings.authority_id is 'The body that it was handed to';
comment on column dealings.handed_at is 'When the person handed it over';
comment on column dealings.ended_at is 'When the body''s part came to its end; null while it has the case';
comment on column dealings.ended_how is 'By the body''s own word, or by what happened to the case while it lay there';
comment on column dealings.left_status is 'How the case stood when the body lost sight of it; null while it keeps sight';
create index dealings_of_authority on dealings (authority_id, ended_at desc, case_id) where ended_at is not null;
comment on index dealings_of_authority is 'listDealings: what a body dealt with, the latest in front';
grant select, insert, update, delete on dealings to qingbiao_app;

comment on column cases.authority_id is 'The body that has it, or has seen it through to its end; null once it was declined';
