import { APP_ROLE, type Queryable } from '../platform/pool.ts';

/** Grants to the app role and to everybody; MAINTAIN exists only from PostgreSQL 17 on and is never ours. */
const GRANTS = `
  with thing as (
    select 'schema' as kind, quote_ident(nspname) as name, nspacl as acl from pg_namespace where nspname = 'public'
    union all
    select case relkind when 'S' then 'sequence' else 'table' end, quote_ident(relname), relacl
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select 'column', quote_ident(c.relname) || '.' || quote_ident(a.attname), a.attacl
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attacl is not null and not a.attisdropped
    union all
    select 'function', p.oid::regprocedure::text, p.proacl
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proacl is not null
      and not exists (select 1 from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  )
  select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' on ' || kind || ' ' || name || ' to ' || who || ';' as line
  from thing cross join lateral aclexplode(acl)
    cross join lateral (select case grantee when 0 then 'public' else pg_get_userbyid(grantee)::text end as who) grantees
  where who in ('public', $1) and privilege_type <> 'MAINTAIN'
  group by kind, name, who
  order by kind collate "C", name collate "C", who collate "C"`;

/** One line per thing and grantee. */
export async function readGrants(owner: Queryable): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(GRANTS, [APP_ROLE]);
  return rows.map(({ line }) => line);
}
