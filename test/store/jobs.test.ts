import { Logger, run } from 'graphile-worker';
import { expect, test } from 'vitest';
import { enqueue } from '../../src/store/jobs.ts';
import { createJournal } from '../../src/store/journal.ts';
import { useDatabase } from '../support/database.ts';
import { World } from '../support/world.ts';
import { complaint, sealer, someNumber, write, writeWorld } from './support.ts';

const database = useDatabase();

/** Every column of the jobs of a name but those that tell one from another. */
async function rowsOf(name: string): Promise<unknown[]> {
  const { rows } = await database.owner.query(
    `select to_jsonb(j) - array['id', 'task_id', 'created_at', 'updated_at', 'run_at'] as row
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where identifier = $1`,
    [name],
  );
  return rows.map(({ row }) => row);
}

test('an append leaves the very rows that the queue’s own function leaves', async () => {
  const journal = createJournal({ pool: database.app, sealer });
  const numberId = someNumber();
  await writeWorld(journal, new World(numberId).opened());
  const payload = { numberId, liftId: 'lift_1_1', attempt: 1 };
  await write(journal, numberId, complaint(1), { jobs: [{ name: 'ours', payload }] });
  await enqueue(database.app, [{ name: 'theirs', payload }]);
  expect(await rowsOf('ours')).toHaveLength(1);
  expect(await rowsOf('ours')).toEqual(await rowsOf('theirs'));
});

test('the job of an append wakes a worker that sleeps', async () => {
  const journal = createJournal({ pool: database.app, sealer });
  const numberId = someNumber();
  await writeWorld(journal, new World(numberId).opened());
  const ran: unknown[] = [];
  // A worker that only polls would come too late for this test.
  const runner = await run({
    pgPool: database.app,
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
    pollInterval: 600_000,
    taskList: { wake: async (payload) => void ran.push(payload) },
  });
  const left = async () =>
    (await database.owner.query(`select from graphile_worker.jobs where task_identifier = 'wake'`)).rowCount;
  try {
    // Once it has done one and found no more, it listens and sleeps.
    await enqueue(database.app, [{ name: 'wake', payload: { first: true } }]);
    await expect.poll(left).toBe(0);
    await write(journal, numberId, complaint(1), { jobs: [{ name: 'wake', payload: { numberId } }] });
    await expect.poll(() => ran).toEqual([{ first: true }, { numberId }]);
  } finally {
    await runner.stop();
  }
});

test('two processes may be the first to use a job’s name at the same time', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `new_${index}`);
  for (const name of names) {
    await Promise.all(
      [1, 2].map(async () => {
        const journal = createJournal({ pool: database.app, sealer });
        const numberId = someNumber();
        await writeWorld(journal, new World(numberId).opened());
        await write(journal, numberId, complaint(1), { jobs: [{ name, payload: {} }] });
      }),
    );
  }
  const { rows } = await database.app.query(
    `select task_identifier as name, count(*)::integer as jobs from graphile_worker.jobs where task_identifier like 'new_%' group by 1 order by 1`,
  );
  expect(rows).toEqual(names.map((name) => ({ name, jobs: 2 })));
});
