import { Logger, runMigrations } from 'graphile-worker';
import { APP_ROLE, type Pool, type Queryable } from '../platform/pool.ts';

/** The library reports by return value and exception; its chatter is not wanted. */
const silent = new Logger(() => () => {});

/** The queue's own schema, kept by its library. */
const SCHEMA = 'graphile_worker';

/** Brings the queue's schema up to the library's version, as the owner, and lets the app role work in it. */
export async function migrateQueue(owner: Pool): Promise<void> {
  await runMigrations({ pgPool: owner, logger: silent });
  await grantQueue(owner);
}

/**
 * The library turns row-level security on without a policy, which shuts out everybody but the owner;
 * one policy per table opens it to the app role alone.
 */
async function grantQueue(owner: Queryable): Promise<void> {
  await owner.query(`
    grant usage on schema ${SCHEMA} to ${APP_ROLE};
    grant select on ${SCHEMA}.migrations to ${APP_ROLE};
    grant select, insert, update, delete on
      ${SCHEMA}._private_jobs, ${SCHEMA}._private_job_queues, ${SCHEMA}._private_tasks, ${SCHEMA}._private_known_crontabs
      to ${APP_ROLE};
    grant select on ${SCHEMA}.jobs to ${APP_ROLE};
    do $$ declare queue_table regclass; begin
      for queue_table in
        select oid from pg_class c
        where relnamespace = '${SCHEMA}'::regnamespace and relrowsecurity
          and not exists (select 1 from pg_policy where polrelid = c.oid and polname = '${APP_ROLE}')
      loop
        execute format('create policy ${APP_ROLE} on %s to ${APP_ROLE} using (true) with check (true)', queue_table);
      end loop;
    end $$`);
}
