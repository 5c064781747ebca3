import { APP_ROLE, type Queryable } from '../platform/pool.ts';
import { StartRefused } from '../platform/start-refused.ts';

/** The role exists and this login may work under it; raced by another database of the same server, the other's is as good. */
const MAKE_ROLE = `do $$ begin
  if not exists (select 1 from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$`;

const INSUFFICIENT_PRIVILEGE = '42501';

/** Makes the app role and lets the owner's login take it on, or refuses with the SQL for an administrator. */
export async function ensureAppRole(owner: Queryable): Promise<void> {
  if (await mayTakeOnRole(owner)) return;
  try {
    await owner.query(MAKE_ROLE);
    await owner.query(`grant ${APP_ROLE} to current_user`);
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw await roleMissing(owner);
  }
  if (!(await mayTakeOnRole(owner))) throw await roleMissing(owner);
}

async function mayTakeOnRole(owner: Queryable): Promise<boolean> {
  const found = await owner.query<{ member: boolean }>(
    `select pg_has_role(current_user, oid, 'MEMBER') as member from pg_roles where rolname = $1`,
    [APP_ROLE],
  );
  return found.rows[0]?.member ?? false;
}

async function roleMissing(owner: Queryable): Promise<StartRefused> {
  const { rows } = await owner.query<{ login: string; exists: boolean }>(
    `select quote_ident(current_user) as login, exists (select 1 from pg_roles where rolname = $1) as exists`,
    [APP_ROLE],
  );
  const { login, exists } = rows[0] as { login: string; exists: boolean };
  return new StartRefused(
    'start.app_role_missing',
    `This database login may not make the role ${APP_ROLE}: have an administrator run the SQL below, then start again.`,
    '当前数据库账号无权创建应用角色，请管理员执行以下 SQL 后重新启动。',
    [...(exists ? [] : [`create role ${APP_ROLE} nologin;`]), `grant ${APP_ROLE} to ${login};`],
  );
}
