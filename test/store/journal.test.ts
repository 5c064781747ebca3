import { beforeEach, describe, expect, test } from 'vitest';
import { decide } from '../../src/domain/journal/decide.ts';
import { emptyState } from '../../src/domain/journal/state.ts';
import { createPool } from '../../src/platform/pool.ts';
import { createJournal, type Journal } from '../../src/store/journal.ts';
import { verifyNumbers } from '../../src/store/verify.ts';
import { useDatabase } from '../support/database.ts';
import { HOLDER, SYSTEM, World } from '../support/world.ts';
import { complaint, sealer, someNumber, write, writeWorld } from './support.ts';

const database = useDatabase();
let journal: Journal;

beforeEach(() => {
  journal = createJournal({ pool: database.app, sealer });
});

async function sound(): Promise<unknown[]> {
  const problems: unknown[] = [];
  await verifyNumbers(database.app, { onProblem: (problem) => problems.push(problem) });
  return problems;
}

async function seqsOf(numberId: string): Promise<number[]> {
  const { rows } = await database.owner.query('select seq from entries where number_id = $1 order by seq', [numberId]);
  return rows.map((row) => Number(row.seq));
}

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
    expect(await seqsOf(world.state.numberId)).toEqual([1]);
  });

  test('what another process wrote is seen by the next load', async () => {
    const numberId = someNumber();
    await writeWorld(journal, new World(numberId).opened());
    await journal.load(numberId);
    const other = createJournal({ pool: database.app, sealer });
    await write(other, numberId, complaint(1));
    expect((await journal.load(numberId)).state.seq).toBe(2);
  });

  test('jobs are enqueued in the append, in their order, each at its time', async () => {
    const numberId = someNumber();
    await writeWorld(journal, new World(numberId).opened());
    const jobs = [
      { name: 'publish_entry', payload: { numberId, seq: 2 } },
      { name: 'check_delivery', payload: { numberId }, afterMs: 60_000 },
    ];
    await write(journal, numberId, complaint(1), { jobs });
    const { rows } = await database.app.query(
      `select task_identifier as name, extract(epoch from run_at - created_at)::integer as seconds from graphile_worker.jobs
      order by id`,
    );
    expect(rows).toEqual([
      { name: 'publish_entry', seconds: 0 },
      { name: 'check_delivery', seconds: 60 },
    ]);
  });

  test('nothing is enqueued for a command that lost', async () => {
    const world = new World(someNumber()).opened();
    const before = await journal.load(world.state.numberId);
    const append = { before, after: world.state, entries: world.entries, key: null };
    await journal.append({ ...append, jobs: [] });
    await journal.append({ ...append, jobs: [{ name: 'never', payload: {} }] });
    const { rows } = await database.app.query(`select from graphile_worker.jobs where task_identifier = 'never'`);
    expect(rows).toEqual([]);
  });

  test('an entry dated in another spelling is refused, because its hash would not fit what is read back', async () => {
    const world = new World(someNumber()).opened();
    const before = await journal.load(world.state.numberId);
    const entries = world.entries.map((entry) => ({ ...entry, effectiveAt: '2024-01-01T08:00:00+08:00' }));
    await expect(journal.append({ before, after: world.state, entries, key: null, jobs: [] })).rejects.toThrow(
      'no instant',
    );
  });
});

describe('many callers', () => {
  test('32 writers on one number: nothing lost, nothing doubled, no gap', async () => {
    const numberId = someNumber();
    await writeWorld(journal, new World(numberId).opened());
    const others = [journal, createJournal({ pool: database.app, sealer })];
    const writers = Array.from({ length: 32 }, async (_, writer) => {
      for (let turn = 0; turn < 4; turn += 1) {
        await write(others[writer % 2] as Journal, numberId, complaint(writer * 4 + turn));
      }
    });
    await Promise.all(writers);
    expect(await seqsOf(numberId)).toEqual(Array.from({ length: 1 + 32 * 4 }, (_, index) => index + 1));
    const { rows } = await database.owner.query(
      `select count(distinct data #>> '{fact,complaintId}') as complaints from entries where number_id = $1`,
      [numberId],
    );
    expect(rows).toEqual([{ complaints: '128' }]);
    expect(await sound()).toEqual([]);
  });

  test('commands of many numbers share statements', async () => {
    const numberIds = Array.from({ length: 50 }, someNumber);
    await Promise.all(numberIds.map((numberId) => writeWorld(journal, new World(numberId).opened().suspected())));
    await Promise.all(numberIds.map((numberId) => write(journal, numberId, complaint(1))));
    const { rows } = await database.owner.query(
      'select count(*)::integer as entries, count(distinct xmin::text)::integer as commits from entries where number_id = any($1)',
      [numberIds],
    );
    expect(rows[0].entries).toBeGreaterThan(100);
    expect(rows[0].commits).toBeLessThan(30);
    expect(await sound()).toEqual([]);
  });

  test('one bad command hurts nobody else', async () => {
    const worlds = Array.from({ length: 20 }, () => new World(someNumber()).opened());
    const outcomes = await Promise.allSettled(
      worlds.map(async (world, index) => {
        const before = await journal.load(world.state.numberId);
        // PostgreSQL refuses this sign in any text.
        const entries = world.entries.map((entry) => ({ ...entry, sourceId: index === 7 ? 'a\u0000b' : 'fine' }));
        return await journal.append({ before, after: world.state, entries, key: null, jobs: [] });
      }),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      worlds.map((_, index) => (index === 7 ? 'rejected' : 'fulfilled')),
    );
    expect(await seqsOf((worlds[7] as World).state.numberId)).toEqual([]);
    expect(await seqsOf((worlds[8] as World).state.numberId)).toEqual([1]);
  });

  test('one bad number id hurts no other reader', async () => {
    const asked = await Promise.allSettled([
      journal.load(someNumber()),
      journal.load('abc'),
      journal.load(someNumber()),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('the same request twice', () => {
  const key = { key: 'payment-1', requestHash: 'abc' };

  test('is answered from the first one', async () => {
    const numberId = someNumber();
    await writeWorld(journal, new World(numberId).opened());
    await write(journal, numberId, complaint(1), { key });
    const again = await journal.load(numberId, { actor: SYSTEM.id, key: key.key });
    expect(again.replay).toEqual({ requestHash: 'abc', reply: { seq: 2 } });
    expect((await journal.load(numberId, { actor: HOLDER.id, key: key.key })).replay).toBeNull();
  });

  test('writes once, however many come at the same time', async () => {
    const numberId = someNumber();
    await writeWorld(journal, new World(numberId).opened());
    const journals = [journal, createJournal({ pool: database.app, sealer })];
    await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        write(journals[index % 2] as Journal, numberId, complaint(index), { key }),
      ),
    );
    expect(await seqsOf(numberId)).toEqual([1, 2]);
  });

  test('that changes nothing is remembered as well, and the later one is told to read again', async () => {
    const numberId = someNumber();
    await writeWorld(journal, new World(numberId).opened());
    const before = await journal.load(numberId);
    const nothing = {
      before,
      after: before.state,
      entries: [],
      key: { actor: SYSTEM.id, ...key, reply: 'nothing to do' },
      jobs: [],
    };
    const outcomes = await Promise.all([journal.append(nothing), journal.append(nothing)]);
    expect(outcomes.toSorted()).toEqual(['conflict', 'done']);
    expect(await seqsOf(numberId)).toEqual([1]);
    expect(await sound()).toEqual([]);
  });
});

describe('a number recalled without asking', () => {
  const key = { key: 'payment-2', requestHash: 'abc' };

  /** A record_fact decided on what is recalled, as an append. */
  function decided(numberId: string, index: number, keyed: boolean) {
    const before = journal.recall(numberId);
    if (!before) throw new Error('nothing is remembered');
    const outcome = decide(before.state, complaint(index), new World(numberId).env(SYSTEM));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const kept = keyed ? { actor: SYSTEM.id, ...key, reply: index } : null;
    return { before, after: outcome.state, entries: outcome.entries, key: kept, jobs: [] };
  }

  test('is as good as a loaded one while nobody else wrote it, and a conflict after', async () => {
    const numberId = someNumber();
    expect(journal.recall(numberId)).toBeUndefined();
    await writeWorld(journal, new World(numberId).opened());
    expect(await journal.append(decided(numberId, 1, false))).toBe('done');
    await write(createJournal({ pool: database.app, sealer }), numberId, complaint(2));
    expect(await journal.append(decided(numberId, 3, false))).toBe('conflict');
    await journal.load(numberId);
    expect(await journal.append(decided(numberId, 3, false))).toBe('done');
    expect(await seqsOf(numberId)).toEqual([1, 2, 3, 4]);
  });

  test('takes no command whose key was used, and takes its neighbours', async () => {
    const [used, other] = [someNumber(), someNumber()];
    await writeWorld(journal, new World(used).opened());
    await writeWorld(journal, new World(other).opened());
    expect(await journal.append(decided(used, 1, true))).toBe('done');
    const outcomes = [journal.append(decided(used, 2, true)), journal.append(decided(other, 1, true))];
    expect(await Promise.all(outcomes)).toEqual(['conflict', 'done']);
    expect(await seqsOf(used)).toEqual([1, 2]);
    const again = await journal.load(used, { actor: SYSTEM.id, key: key.key });
    expect(again.replay).toEqual({ requestHash: 'abc', reply: 1 });
  });
});

test('a dead pool fails every caller and hangs none', async () => {
  const pool = createPool({ url: database.url, name: 'doomed', role: 'qingbiao_app', max: 2 });
  const doomed = createJournal({ pool, sealer });
  const world = new World(someNumber()).opened();
  const before = await doomed.load(world.state.numberId);
  await pool.end();
  const append = { before, after: world.state, entries: world.entries, key: null, jobs: [] };
  const outcomes = await Promise.allSettled([
    doomed.load(someNumber()),
    doomed.load(someNumber()),
    doomed.append(append),
    doomed.append(append),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
});
