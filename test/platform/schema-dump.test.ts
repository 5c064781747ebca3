import { expect, test } from 'vitest';
import { dumpSchema } from '../../src/store/schema-dump.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase({ empty: true });

const MADE = `
  create type mood as enum ('calm', 'cross');
  create domain fen as bigint not null constraint fen_positive check (value >= 0);
  create sequence tickets start 7;
  create table parents (
    id bigint generated always as identity primary key,
    name text not null collate "C",
    born date default current_date,
    seen timestamptz(3) not null default now(),
    mood mood not null default 'calm',
    paid fen,
    ticket bigint not null default nextval('tickets'),
    twice text generated always as (name || name) stored,
    constraint name_said check (name <> ''),
    unique (name, born)
  ) with (fillfactor = 70);
  create table children (parent_id bigint not null references parents on delete cascade, n int not null, primary key (parent_id, n));
  create index children_by_n on children (n desc) where n > 0;
  comment on table parents is 'It''s a table';
  comment on column parents.name is 'As said';
  comment on constraint name_said on parents is 'No blank';
  comment on index children_by_n is 'For the list';
  alter table children enable row level security;
  create policy app_only on children for select to qingbiao_app using (n > 1);
  create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
  create trigger touched before update on parents for each row execute function touch();
  grant select, insert on children to qingbiao_app;
  grant update (mood) on parents to qingbiao_app;
  grant usage on sequence tickets to qingbiao_app;
`;

const DUMPED = `create domain fen as bigint not null constraint fen_positive CHECK ((VALUE >= 0));

create type mood as enum ('calm', 'cross');

create sequence tickets as bigint increment 1 start 7;

create table children (
  parent_id bigint not null,
  n integer not null,
  constraint children_pkey PRIMARY KEY (parent_id, n),
  constraint children_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES parents(id) ON DELETE CASCADE
);
CREATE INDEX children_by_n ON public.children USING btree (n DESC) WHERE (n > 0);
alter table children enable row level security;
create policy app_only on children for select to qingbiao_app using ((n > 1));
comment on index children_by_n is 'For the list';

create table parents (
  id bigint generated always as identity not null,
  name text collate "C" not null,
  born date default CURRENT_DATE,
  seen timestamp(3) with time zone default now() not null,
  mood mood default 'calm'::mood not null,
  paid fen,
  ticket bigint default nextval('tickets'::regclass) not null,
  twice text generated always as ((name || name)) stored,
  constraint parents_pkey PRIMARY KEY (id),
  constraint parents_name_born_key UNIQUE (name, born),
  constraint name_said CHECK ((name <> ''::text))
) with (fillfactor=70);
CREATE TRIGGER touched BEFORE UPDATE ON public.parents FOR EACH ROW EXECUTE FUNCTION touch();
comment on table parents is 'It''s a table';
comment on column parents.name is 'As said';
comment on constraint name_said on parents is 'No blank';

CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin return new; end $function$;

grant update on column parents.mood to qingbiao_app;
grant usage on schema public to public;
grant usage on sequence tickets to qingbiao_app;
grant insert, select on table children to qingbiao_app;
`;

test('the dump says all that was made, the same on PostgreSQL 15 and 18', async () => {
  await database.owner.query(MADE);
  const text = await dumpSchema(database.owner);
  expect(text.slice(text.indexOf('create domain'))).toBe(DUMPED);
});

test.each([
  'alter table parents alter column born set not null',
  'alter table parents alter column name set default $$x$$',
  'revoke insert on children from qingbiao_app',
  'drop index children_by_n',
  `comment on column parents.born is 'The day'`,
])('%s shows', async (change) => {
  const before = await dumpSchema(database.owner);
  await database.owner.query(change);
  expect(await dumpSchema(database.owner)).not.toBe(before);
});
