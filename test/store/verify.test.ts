import { beforeAll, describe, expect, test } from 'vitest';
import { createJournal, type Journal } from '../../src/store/journal.ts';
import { forgetLineKey } from '../../src/store/line-keys.ts';
import { rebuildNumbers } from '../../src/store/rebuild.ts';
import { listEntries } from '../../src/store/timeline.ts';
import { verifyNumbers } from '../../src/store/verify.ts';
import { useDatabase } from '../support/database.ts';
import { DAY, REVIEWER, SYSTEM, World } from '../support/world.ts';
import { complaint, sealer, someNumber, write, writeSteps, writeWorld } from './support.ts';

const database = useDatabase();
let journal: Journal;

beforeAll(() => {
  journal = createJournal({ pool: database.app, sealer });
});

/** What is found wrong with one number. */
async function faultsOf(numberId: string): Promise<string[]> {
  const found: string[] = [];
  await verifyNumbers(database.app, {
    onProblem: (problem) => {
      if (problem.numberId === numberId) found.push(problem.what);
    },
  });
  return found;
}

/** A life with a flag, a decided case, a lift and notices, written command by command. */
async function aLife(): Promise<string> {
  const world = new World(someNumber()).opened().suspected().appealed();
  const caseFile = world.only(world.state.cases);
  world.do(REVIEWER, { do: 'case.start_review', caseId: caseFile.caseId }).do(REVIEWER, {
    do: 'case.decide',
    caseId: caseFile.caseId,
    finding: 'misjudged',
    liftFlagIds: caseFile.flagIds,
    ruleRelied: 'AF-11',
    words: '通话用于派件，依据不足。',
  });
  const lift = world.only(world.state.lifts);
  for (const { system } of lift.steps) {
    world.do(SYSTEM, { do: 'send_lift', liftId: lift.liftId, system });
    world.wait(1000).do(SYSTEM, { do: 'confirm_lift', liftId: lift.liftId, system });
  }
  world.wait(8 * DAY).sweep();
  await writeSteps(journal, world);
  return world.state.numberId;
}

describe('verify', () => {
  test('finds nothing wrong with a life written command by command', async () => {
    expect(await faultsOf(await aLife())).toEqual([]);
  });

  test('finds an entry that was altered', async () => {
    const numberId = await aLife();
    await database.owner.query(
      `update entries set data = jsonb_set(data, '{fact,callsOut}', '20') where number_id = $1 and seq = 2`,
      [numberId],
    );
    expect(await faultsOf(numberId)).toEqual(['chain']);
  });

  test('finds sealed words that were altered', async () => {
    const numberId = await aLife();
    await database.owner.query(
      'update entries set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where number_id = $1 and sealed is not null',
      [numberId],
    );
    expect(await faultsOf(numberId)).toContain('chain');
  });

  test('finds an altered entry whose own hash was made to fit', async () => {
    const numberId = await aLife();
    await database.owner.query(`update entries set hash = sha256(hash) where number_id = $1 and seq = 3`, [numberId]);
    expect(await faultsOf(numberId)).toContain('chain');
  });

  test('finds an entry that was taken out', async () => {
    const numberId = await aLife();
    await database.owner.query('delete from entries where number_id = $1 and seq = 3', [numberId]);
    expect(await faultsOf(numberId)).toContain('gap');
  });

  test('finds a tail that was cut off', async () => {
    const numberId = await aLife();
    await database.owner.query(
      'delete from entries where number_id = $1 and seq = (select max(seq) from entries where number_id = $1)',
      [numberId],
    );
    expect(await faultsOf(numberId)).toEqual(['tail']);
  });

  test('finds a head that was taken away, and a journal that was taken away whole', async () => {
    const [headless, gone] = [await aLife(), await aLife()];
    await database.owner.query('delete from number_heads where number_id = any($1)', [[headless, gone]]);
    await database.owner.query('delete from entries where number_id = $1', [gone]);
    expect(await faultsOf(headless)).toEqual(['head_missing']);
    expect(await faultsOf(gone)).toEqual(['journal_missing']);
  });

  test.each([
    [`update number_heads set state = replace(state, 'lifted', 'active') where number_id = $1`, 'state'],
    [`update flags set status = 'active' where number_id = $1`, 'projection'],
    ['delete from notices where number_id = $1', 'projection'],
    [
      `insert into lift_steps select number_id, lift_id, 'ghost', status, 0 from lift_steps where number_id = $1 limit 1`,
      'projection',
    ],
  ])('finds and rebuild mends: %s', async (damage, what) => {
    const numberId = await aLife();
    await database.owner.query(damage, [numberId]);
    expect(new Set(await faultsOf(numberId))).toEqual(new Set([what]));
    await rebuildNumbers(database.app, { onProblem: () => {} });
    expect(await faultsOf(numberId)).toEqual([]);
  });
});

describe('rebuild', () => {
  test('makes every projected row anew, and the number goes on as if nothing had been', async () => {
    const numberId = await aLife();
    await database.owner.query('delete from cases where number_id = $1', [numberId]);
    await database.owner.query('delete from lines where number_id = $1', [numberId]);
    await rebuildNumbers(database.app, { onProblem: () => {} });
    await write(createJournal({ pool: database.app, sealer }), numberId, complaint(1));
    expect(await faultsOf(numberId)).toEqual([]);
  });

  test('leaves a number alone whose tail is missing, and says so', async () => {
    const numberId = await aLife();
    const head = 'select seq, state from number_heads where number_id = $1';
    const before = await database.owner.query(head, [numberId]);
    await database.owner.query('delete from entries where number_id = $1 and seq > 4', [numberId]);
    const told: string[] = [];
    await rebuildNumbers(database.app, {
      onProblem: (problem) => {
        if (problem.numberId === numberId) told.push(problem.what);
      },
    });
    expect(told).toEqual(['tail']);
    expect((await database.owner.query(head, [numberId])).rows).toEqual(before.rows);
  });
});

describe('personal words', () => {
  const words = '我是快递员。';

  async function withStatement(): Promise<string> {
    const world = new World(someNumber()).opened().suspected().appealed();
    await writeWorld(journal, world);
    return world.state.numberId;
  }

  test('are read back with their entry, and only when asked for', async () => {
    const numberId = await withStatement();
    const read = (unseal: boolean) => listEntries(database.app, sealer, numberId, { limit: 100, unseal });
    const open = (await read(true)).find((entry) => entry.kind === 'case.opened');
    const shut = (await read(false)).find((entry) => entry.kind === 'case.opened');
    expect(open).toMatchObject({ words: 'open', personal: { statement: words } });
    expect(shut).toMatchObject({ words: 'sealed' });
    expect(shut).not.toHaveProperty('personal');
  });

  test('stand nowhere in the database as they were spoken', async () => {
    const numberId = await withStatement();
    const { rows } = await database.owner.query(
      `select (select string_agg(e::text, '') from entries e where number_id = $1)
        || (select state from number_heads where number_id = $1)
        || (select string_agg(c::text, '') from cases c where number_id = $1) as everything,
        (select string_agg(encode(sealed, 'hex'), '') from entries where number_id = $1) as sealed`,
      [numberId],
    );
    expect(rows[0].everything).not.toContain(words);
    expect(rows[0].sealed).not.toContain(Buffer.from(words).toString('hex'));
  });

  test('cannot be moved to another entry', async () => {
    const numberId = await withStatement();
    await database.owner.query(
      `update entries set sealed = (select sealed from entries where number_id = $1 and kind = 'case.opened')
      where number_id = $1 and kind = 'case.submitted'`,
      [numberId],
    );
    await expect(listEntries(database.app, sealer, numberId, { limit: 100, unseal: true })).rejects.toThrow();
  });

  test('are gone once the key of their line was forgotten, and the chain still stands', async () => {
    const numberId = await withStatement();
    expect(await forgetLineKey(database.app, numberId, 1)).toBe(true);
    expect(await forgetLineKey(database.app, numberId, 1)).toBe(false);
    const entries = await listEntries(database.app, sealer, numberId, { limit: 100, unseal: true });
    expect(entries.find((entry) => entry.kind === 'case.opened')).toMatchObject({ words: 'forgotten' });
    expect(await faultsOf(numberId)).toEqual([]);
  });
});
