import { beforeAll, describe, expect, test } from 'vitest';
import { CARRIER, REGULATOR } from '../../seed/city.ts';
import type { DutyClass } from '../../src/domain/duty/duty.ts';
import { DUTIES, dutyClass } from '../../src/domain/duty/duty.ts';
import type { DutyFilters } from '../../src/store/duty.ts';
import { readDuties } from '../../src/store/duty.ts';
import { createJournal, type Journal } from '../../src/store/journal.ts';
import { useDatabase } from '../support/database.ts';
import { AGENT, DAY, HOLDER, HOUR, OFFICER, REVIEWER, SYSTEM, World } from '../support/world.ts';
import { sealer, someNumber, writeSteps } from './support.ts';

const database = useDatabase();
const NOW = '2026-05-01T00:00:00.000Z';
let journal: Journal;

beforeAll(() => {
  journal = createJournal({ pool: database.app, sealer });
});

const appealed = () => new World(someNumber()).opened().suspected().wait(HOUR).appealed();

/** A reviewer refuses, or finds a misjudgement and so orders the lift. */
function decided(world: World, outcome: 'refused' | 'granted'): World {
  const { caseId, flagIds, status } = world.only(world.state.cases);
  if (status === 'submitted') world.do(REVIEWER, { do: 'case.start_review', caseId });
  return world.do(REVIEWER, {
    do: 'case.decide',
    caseId,
    finding: outcome === 'granted' ? 'misjudged' : 'grounded',
    liftFlagIds: outcome === 'granted' ? flagIds : [],
    ruleRelied: 'AF-11',
    words: '已核实。',
  });
}

/** What the store says of the one world that was written, by rule. */
async function dutiesOf(world: World, now = NOW): Promise<Record<string, [DutyClass, number]>> {
  await database.owner.query('delete from clocks');
  await writeSteps(journal, world);
  const { counts, waits } = await read({ now });
  expect(counts.map(({ cause }) => cause).every((cause) => cause === 'suspicion' || cause === 'arrears')).toBe(true);
  return Object.fromEntries(waits.map((one) => [one.ruleId, [dutyClass(one), one.tenths / 10] as [DutyClass, number]]));
}

function read(filters: Partial<DutyFilters> = {}) {
  const all = { carrierIds: [CARRIER.carrierId], ruleIds: DUTIES, from: null, until: null, now: NOW };
  return readDuties(database.app, { ...all, ...filters });
}

describe('the duty to answer', () => {
  test('is kept by a decision before the day', async () => {
    const world = decided(appealed().wait(3 * DAY), 'refused');
    expect(await dutiesOf(world)).toEqual({ 'carrier.reply': ['on_time', 3] });
  });

  test('is kept late by a decision after the day, and the days are those to the decision', async () => {
    const world = decided(
      appealed()
        .wait(16 * DAY)
        .sweep()
        .wait(4.5 * DAY),
      'refused',
    );
    expect(await dutiesOf(world)).toEqual({ 'carrier.reply': ['late', 20.5] });
  });

  test('is not kept while nobody answers, and the days go on', async () => {
    const world = appealed()
      .wait(16 * DAY)
      .sweep();
    expect(await dutiesOf(world, world.now)).toEqual({ 'carrier.reply': ['unanswered', 16] });
    expect((await read({ now: '2026-04-01T03:00:00.000Z' })).waits[0]?.tenths).toBe(300);
  });

  test('is not kept where the day is over and no sweep has come by yet', async () => {
    expect(await dutiesOf(appealed())).toMatchObject({ 'carrier.reply': ['unanswered', expect.any(Number)] });
  });

  test('runs while its day is ahead', async () => {
    const world = appealed().wait(2 * DAY);
    expect(await dutiesOf(world, world.now)).toEqual({ 'carrier.reply': ['running', 2] });
  });

  test('says nothing of the carrier when the person withdraws', async () => {
    const world = appealed().wait(2 * DAY);
    const { caseId } = world.only(world.state.cases);
    world.do(HOLDER, { do: 'case.withdraw', caseId });
    expect(await dutiesOf(world)).toMatchObject({ 'carrier.reply': ['ended_otherwise', expect.any(Number)] });
  });

  test('is not kept by the lift that a body’s settlement ordered', async () => {
    const world = appealed().escalated().accepted().wait(DAY);
    const { caseId, flagIds } = world.only(world.state.cases);
    world.do(OFFICER, { do: 'case.settle', caseId, liftFlagIds: flagIds, words: '双方同意。' });
    expect(await dutiesOf(world)).toMatchObject({ 'carrier.reply': ['unanswered', expect.any(Number)] });
  });
});

describe('the duty to answer the body', () => {
  const asked = () => {
    const world = appealed().escalated().accepted();
    const { caseId } = world.only(world.state.cases);
    return { caseId, world: world.do(OFFICER, { do: 'case.ask_carrier', caseId, words: '请说明。' }) };
  };

  test('is kept by an answer to it, in time or late', async () => {
    for (const [days, expected] of [
      [4, 'on_time'],
      [13, 'late'],
    ] as const) {
      const { world, caseId } = asked();
      world
        .wait(days * DAY)
        .sweep()
        .do(AGENT, { do: 'case.answer_authority', caseId, words: '已核实。' });
      expect(await dutiesOf(world)).toMatchObject({
        'carrier.reply': ['unanswered', expect.any(Number)],
        'miit.carrierFeedback': [expected, days],
      });
    }
  });

  test('says nothing of the carrier when the body ends the matter before the day', async () => {
    const { world, caseId } = asked();
    world.wait(2 * DAY).do(OFFICER, { do: 'case.end_unsettled', caseId, words: '双方不能一致。' });
    expect(await dutiesOf(world)).toMatchObject({ 'miit.carrierFeedback': ['ended_otherwise', expect.any(Number)] });
  });
});

describe('the duty to put service back', () => {
  const confirmed = (hours: number) => {
    const world = decided(appealed().wait(DAY), 'granted')
      .wait(hours * HOUR)
      .sweep();
    const { liftId, steps } = world.only(world.state.lifts);
    for (const { system } of steps) world.do(SYSTEM, { do: 'confirm_lift', liftId, system });
    return world;
  };

  test('is kept when the last system confirms, in time or late', async () => {
    expect(await dutiesOf(confirmed(12))).toEqual({
      'carrier.reply': ['on_time', 1],
      'carrier.reopen': ['on_time', 0.5],
    });
    expect(await dutiesOf(confirmed(36))).toEqual({ 'carrier.reply': ['on_time', 1], 'carrier.reopen': ['late', 1.5] });
  });
});

describe('many duties', () => {
  beforeAll(async () => {
    await database.owner.query('delete from clocks');
    await writeSteps(journal, decided(appealed().wait(DAY), 'refused'));
    await writeSteps(journal, appealed());
    const arrears = new World(someNumber())
      .wait(40 * DAY)
      .opened()
      .inArrears()
      .wait(HOUR)
      .appealed()
      .wait(DAY);
    await writeSteps(journal, arrears.pays(8_800, 'p1'));
  });

  const count = async (filters: Partial<DutyFilters>) =>
    (await read(filters)).counts.reduce((sum, one) => sum + one.count, 0);

  test('are counted by carrier, rule, cause and month of the due day in Shanghai', async () => {
    const { counts } = await read();
    const keys = counts.map(({ ruleId, cause, month, count: many }) => [ruleId, cause, month, many]);
    expect(keys).toEqual(
      expect.arrayContaining([
        ['carrier.reply', 'suspicion', '2026-03', 1],
        ['carrier.reply', 'arrears', '2026-04', 1],
        ['carrier.restoreAfterPay', 'arrears', '2026-04', 1],
      ]),
    );
  });

  test('are cut by period, cause, rule, province and carrier', async () => {
    expect(await count({})).toBe(4);
    expect(await count({ from: '2026-03-31T16:00:00.000Z' })).toBe(2);
    expect(await count({ until: '2026-03-31T16:00:00.000Z' })).toBe(2);
    expect(await count({ cause: 'arrears' })).toBe(2);
    expect(await count({ ruleIds: ['carrier.reply'] })).toBe(3);
    expect(await count({ province: REGULATOR.province })).toBe(4);
    expect(await count({ province: 'CN-GD' })).toBe(0);
    expect(await count({ carrierIds: ['lanqiao'] })).toBe(0);
    expect(await count({ carrierIds: [] })).toBe(0);
  });

  test('are as many by how long they took', async () => {
    const { counts, waits } = await read();
    const sum = (some: readonly { readonly count: number }[]) => some.reduce((all, one) => all + one.count, 0);
    expect(sum(waits)).toBe(sum(counts));
  });

  test('leave out what a person reported of the same carrier', async () => {
    const world = new World(someNumber()).do(HOLDER, {
      do: 'open_line',
      origin: 'reported',
      kind: 'personal',
      carrierId: CARRIER.carrierId,
      province: 'CN-ZJ',
      holderId: 'lin',
      userId: 'lin',
      openedAt: '2026-01-01T00:00:00.000Z',
    });
    world.do(HOLDER, { do: 'report_flag', code: 'D1', measures: [], since: world.now, body: '' }, null);
    const opening = { flagIds: Object.keys(world.state.flags), reference: 'BBB-BBB-BBB', statement: '' };
    world.do(HOLDER, { do: 'open_case', remedy: 'appeal', ...opening }, null);
    const { caseId } = world.only(world.state.cases);
    const complained = { way: 'call', counterpart: 'carrier', gist: 'complained', at: world.now, flagIds: [] } as const;
    const nothingMore = { promisedFor: null, materials: [], ticket: '', spokeWith: '', words: '' };
    world.do(HOLDER, { do: 'case.record', caseId, ...complained, ...nothingMore }, null);
    const before = await count({});
    await writeSteps(journal, world);
    const { rows } = await database.owner.query('select rule_id from clocks where number_id = $1', [
      world.state.numberId,
    ]);
    expect(rows).toContainEqual({ rule_id: 'carrier.reply' });
    expect(await count({})).toBe(before);
  });
});
