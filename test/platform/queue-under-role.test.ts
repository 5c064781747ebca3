import { Logger, run } from 'graphile-worker';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

test('a job added under the app role is run by a worker under the app role', async () => {
  const ran = Promise.withResolvers<{ payload: unknown; role: unknown }>();
  const runner = await run({
    pgPool: database.app,
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
    taskList: {
      look: async (payload, helpers) => {
        const { rows } = await helpers.query('select current_user as role');
        ran.resolve({ payload, role: rows[0]?.role });
      },
    },
  });
  try {
    await database.app.query(
      `select graphile_worker.add_job('look', json_build_object('at', 'once'), job_key => 'look')`,
    );
    expect(await ran.promise).toEqual({ payload: { at: 'once' }, role: 'qingbiao_app' });
  } finally {
    await runner.stop();
  }
  const left = await database.owner.query('select count(*)::int as jobs from graphile_worker.jobs');
  expect(left.rows[0].jobs).toBe(0);
});

test('a failing job is kept with its error and a named queue works', async () => {
  const failed = Promise.withResolvers<void>();
  const runner = await run({
    pgPool: database.app,
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
    taskList: {
      fail: async () => {
        throw new Error('not today');
      },
    },
  });
  runner.events.once('job:complete', () => failed.resolve());
  try {
    await database.app.query(`select graphile_worker.add_job('fail', queue_name => 'one by one', max_attempts => 25)`);
    await failed.promise;
  } finally {
    await runner.stop();
  }
  const { rows } = await database.app.query('select queue_name, attempts, last_error from graphile_worker.jobs');
  expect(rows).toEqual([{ queue_name: 'one by one', attempts: 1, last_error: expect.stringContaining('not today') }]);
});
