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
  const left = () => database.owner.query('select from graphile_worker.jobs');
  await expect.poll(async () => (await left()).rowCount).toBe(0);
});

test('a failing job of a named queue is kept with its error, and the queue is free again', async () => {
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
  const kept = async () =>
    (await database.app.query('select queue_name, attempts, locked_by, last_error from graphile_worker.jobs')).rows;
  try {
    await database.app.query(`select graphile_worker.add_job('fail', queue_name => 'one by one', max_attempts => 25)`);
    // The library writes the failure after it has told of it.
    await expect
      .poll(kept)
      .toEqual([
        { queue_name: 'one by one', attempts: 1, locked_by: null, last_error: expect.stringContaining('not today') },
      ]);
  } finally {
    await runner.stop();
  }
});
