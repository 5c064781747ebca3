import { beforeEach, describe, expect, test } from 'vitest';
import { emptyState } from '../../src/domain/journal/state.ts';
import { createJournal, type Journal } from '../../src/store/journal.ts';
import { useDatabase } from '../support/database.ts';
import { HOLDER, World } from '../support/world.ts';
import { sealer, someNumber, write, writeWorld } from './support.ts';

const database = useDatabase();
let journal: Journal;

beforeEach(() => {
  journal = createJournal({ pool: database.app, sealer });
});

describe('one caller', () => {
  test('a number that was never written is empty', async () => {
    const loaded = await journal.load(someNumber());
    expect(loaded).toMatchObject({ hash: '0'.repeat(64), keys: [], replay: null });
    expect(loaded.state).toEqual(emptyState(loaded.state.numberId));
  });

  test('what was appended is loaded again, by the same process and by another', async () => {
    const world = new World(someNumber()).opened().inArrears().appealed();
    await writeWorld(journal, world);
    const here = await journal.load(world.state.numberId);
    const there = await createJournal({ pool: database.app, sealer }).load(world.state.numberId);
    expect(here.state).toEqual(world.state);
    expect(there).toEqual(here);
    expect(JSON.stringify(there.state)).toBe(JSON.stringify(world.state));
  });

  test('a command decided on a past state writes nothing', async () => {
    const world = new World(someNumber()).opened();
    const before = await journal.load(world.state.numberId);
    const append = { before, after: world.state, entries: world.entries, key: null, jobs: [] };
    expect(await journal.append(append)).toBe('done');
    expect(await journal.append(append)).toBe('conflict');
    expect(await createJournal({ pool: database.app, sealer }).append(append)).toBe('conflict');
    const { rows } = await database.owner.query('select seq from entries where number_id = $1', [world.state.numberId]);
    expect(rows).toEqual([{ seq: '1' }]);
  });
});

test('case words are sealed', async () => {
  const numberId = someNumber();
  const world = new World(numberId).opened().suspected();
  await writeWorld(journal, world);
  await write(
    journal,
    numberId,
    {
      do: 'open_case',
      flagIds: Object.keys(world.state.flags),
      remedy: 'appeal',
      reference: 'ABC',
      statement: '我是快递员',
    },
    { by: HOLDER, jobs: [{ name: 'deliver_notice', payload: { numberId }, afterMs: 60_000 }] },
  );
  const { rows } = await database.owner.query(
    'select task_identifier, run_at > now() as later from graphile_worker.jobs',
  );
  expect(rows).toEqual([{ task_identifier: 'deliver_notice', later: true }]);
});
