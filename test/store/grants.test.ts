import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

test.each([
  `update entries set purpose = 'other'`,
  'delete from entries',
  'truncate entries',
  'alter table entries add column more text',
  'drop table entries',
  'delete from number_heads',
  'truncate number_heads',
  'update idempotency_keys set reply = null',
  `update access_log set purpose = 'other'`,
  'delete from access_log',
  'delete from line_keys',
  'delete from numbers',
  'update case_references set case_id = null',
  'delete from webhook_attempts',
  'delete from policies',
])('the app role may not: %s', async (sql) => {
  await expect(database.app.query(sql)).rejects.toMatchObject({ code: '42501' });
});

test('the app role may read the journal and add to it', async () => {
  const { rows } = await database.app.query(
    `select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
    where has_table_privilege(current_user, 'entries', privilege)`,
  );
  expect(rows.map((row) => row.privilege)).toEqual(['SELECT', 'INSERT']);
});

test('every table and every index says what it is for', async () => {
  const { rows } = await database.owner.query(
    `select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
      and not exists (select from pg_constraint where conindid = pg_class.oid)
      and obj_description(pg_class.oid, 'pg_class') is null`,
  );
  expect(rows).toEqual([]);
});

test('every table of a number’s life has the number first in its primary key', async () => {
  const { rows } = await database.owner.query(
    `select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'number_id'
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and i.indkey[0] <> a.attnum
    order by 1`,
  );
  expect(rows.map((row) => row.relname)).toEqual([
    'case_references',
    'mandate_offers',
    'number_lookups',
    'webhook_messages',
  ]);
});
