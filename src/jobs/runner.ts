import type { JobHelpers, Runner as QueueRunner, TaskList } from 'graphile-worker';
import { Logger, run, runOnce } from 'graphile-worker';
import { commandAsProduct } from '../app/as-product.ts';
import type { AppContext } from '../app/context.ts';
import type { JobName } from '../app/later.ts';
import { SCHEDULE } from '../app/later.ts';
import { RefusalError } from '../domain/refusal.ts';
import { HANDLERS } from './handlers.ts';

/** A job that failed this often is shown to a human; the queue goes on trying. */
const PATIENT_ATTEMPTS = 5;
const CONCURRENCY = 8;

export type Runner = {
  start(): Promise<void>;
  /** Lets running jobs finish, then stops. */
  stop(): Promise<void>;
  /** Runs everything that may start now, until nothing is left. */
  runDue(): Promise<void>;
};

/** Runs the catalogue's jobs under the app role. The queue's tables are there already: migrating is the owner's. */
export function createRunner(ctx: AppContext): Runner {
  const taskList = Object.fromEntries(
    (Object.keys(HANDLERS) as JobName[]).map((name) => [name, taskFor(ctx, name)]),
  ) as TaskList;
  const shared = { pgPool: ctx.pool, taskList, logger: quietLogger(ctx), noHandleSignals: true };
  const crontab = SCHEDULE.map(({ cron, name }) => `${cron} ${name} ?max=1&fill=1h`).join('\n');
  let running: QueueRunner | undefined;
  return {
    start: async () => {
      running = await run({ ...shared, concurrency: CONCURRENCY, crontab });
      running.promise.catch((error: unknown) => ctx.log.error({ err: error }, 'the worker ended'));
      // Whoever worked on an import may have died with it; nobody waits for the next minute.
      await running.addJob('sweep_imports', {});
    },
    stop: async () => {
      await running?.stop();
    },
    runDue: () => runOnce(shared),
  };
}

function taskFor(ctx: AppContext, name: JobName) {
  const handle = HANDLERS[name] as (ctx: AppContext, payload: unknown) => Promise<unknown>;
  return async (payload: unknown, { job }: JobHelpers): Promise<void> => {
    try {
      await handle(ctx, payload);
    } catch (error) {
      const refused = error instanceof RefusalError;
      ctx.log.warn({ err: error, job: name, attempt: job.attempts }, 'a job failed');
      if (refused || job.attempts === PATIENT_ATTEMPTS) await tellHuman(ctx, name, job.id, payload);
      if (!refused) throw error;
    }
  };
}

/** Nothing fails in silence: a job that was refused, or fails again and again, waits on its number for a human. */
async function tellHuman(ctx: AppContext, name: JobName, jobId: string, payload: unknown): Promise<void> {
  const { numberId } = payload as { numberId?: string };
  if (numberId === undefined) return;
  const subject = { kind: 'job', id: `${name}/${jobId}` } as const;
  await commandAsProduct(ctx, numberId, { do: 'raise_attention', kind: 'job_failed', subject, detail: name }, jobId);
}

function quietLogger(ctx: AppContext): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') ctx.log.error(message);
    else ctx.log.trace(message);
  });
}
