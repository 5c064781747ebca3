import { beforeAll, describe, expect, test } from 'vitest';
import { CARRIER } from '../../seed/city.ts';
import { systemRandomness } from '../../src/platform/randomness.ts';
import { leaseDueClocks } from '../../src/store/clocks.ts';
import { countRules, listAttention, listCases, listFlags } from '../../src/store/desk.ts';
import { createJournal, type Journal } from '../../src/store/journal.ts';
import { listLifts } from '../../src/store/lifts.ts';
import { countUnread, listInbox, listLinesOf, markRead } from '../../src/store/mine.ts';
import { createNumbers } from '../../src/store/numbers.ts';
import { findCaseByReference } from '../../src/store/references.ts';
import { listEntries } from '../../src/store/timeline.ts';
import { useDatabase } from '../support/database.ts';
import { DAY, HOLDER, HOUR, REVIEWER, START, SYSTEM, World } from '../support/world.ts';
import { sealer, someNumber, write, writeSteps } from './support.ts';

const database = useDatabase();
const { carrierId } = CARRIER;
let journal: Journal;
/** Cases of four people, submitted a day after another; the last one's lift is under way. */
let worlds: World[];

beforeAll(async () => {
  journal = createJournal({ pool: database.app, sealer });
  worlds = [];
  for (let day = 0; day < 4; day += 1) {
    const world = new World(someNumber())
      .wait(day * DAY)
      .opened()
      .suspected()
      .wait(HOUR)
      .appealed();
    worlds.push(world);
  }
  const last = worlds[3] as World;
  const caseFile = last.only(last.state.cases);
  last.wait(HOUR).do(REVIEWER, { do: 'case.start_review', caseId: caseFile.caseId }).do(REVIEWER, {
    do: 'case.decide',
    caseId: caseFile.caseId,
    finding: 'misjudged',
    liftFlagIds: caseFile.flagIds,
    ruleRelied: 'AF-11',
    words: '依据不足。',
  });
  for (const world of worlds) await writeSteps(journal, world);
});

function idOf(index: number): string {
  return (worlds[index] as World).state.numberId;
}

/** Every item of a list, page by page. */
async function allPages<Item>(
  page: (cursor: string | null) => Promise<{ items: readonly Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = null; ; ) {
    const one: { items: readonly Item[]; next: string | null } = await page(cursor);
    items.push(...one.items);
    if (one.next === null) return items;
    cursor = one.next;
  }
}

describe('the desk', () => {
  test('lists cases by lawful time left: the 24 hours of a lift press more than the days of an answer', async () => {
    const cases = await allPages((cursor) => listCases(database.app, { carrierId, sort: 'due', cursor, limit: 1 }));
    expect(cases.map(({ numberId }) => numberId)).toEqual([3, 0, 1, 2].map(idOf));
    expect(cases[0]).toMatchObject({ status: 'lifting', dueRuleId: 'carrier.reopen' });
    expect(cases[1]).toMatchObject({ status: 'submitted', dueRuleId: 'carrier.reply' });
  });

  test('lists cases newest first, by status and by reviewer', async () => {
    const list = (filters: object) =>
      allPages((cursor) => listCases(database.app, { carrierId, sort: 'opened', cursor, limit: 2, ...filters }));
    expect((await list({})).map(({ numberId }) => numberId)).toEqual([3, 2, 1, 0].map(idOf));
    expect((await list({ statuses: ['submitted'] })).map(({ numberId }) => numberId)).toEqual([2, 1, 0].map(idOf));
    expect((await list({ reviewerId: REVIEWER.id })).map(({ numberId }) => numberId)).toEqual([idOf(3)]);
  });

  test('shows a carrier nothing of another’s', async () => {
    const others = { carrierId: 'lanqiao', limit: 10 };
    expect((await listCases(database.app, { ...others, sort: 'due' })).items).toEqual([]);
    expect((await listFlags(database.app, others)).items).toEqual([]);
    expect((await listLifts(database.app, others)).items).toEqual([]);
    expect(await countRules(database.app, 'lanqiao')).toEqual([]);
  });

  test('shows no carrier a line that somebody reported', async () => {
    const numberId = someNumber();
    const person = { by: HOLDER };
    await write(
      journal,
      numberId,
      {
        do: 'open_line',
        origin: 'reported',
        kind: 'personal',
        carrierId: 'quiet',
        province: 'CN-ZJ',
        holderId: 'lin',
        userId: 'lin',
        openedAt: START,
      },
      person,
    );
    const lines = await listLinesOf(database.app, 'lin');
    expect(lines.find((line) => line.numberId === numberId)).toMatchObject({ origin: 'reported', carrierId: 'quiet' });
    const { rows } = await database.owner.query('select from flags where carrier_id is not null and number_id = $1', [
      numberId,
    ]);
    expect(rows).toEqual([]);
  });

  test('lists flags newest first, by status, cause and rule', async () => {
    const list = (filters: object) =>
      allPages((cursor) => listFlags(database.app, { carrierId, cursor, limit: 3, ...filters }));
    expect((await list({})).map(({ numberId }) => numberId)).toEqual([3, 2, 1, 0].map(idOf));
    expect((await list({ status: 'lifting' })).map(({ numberId }) => numberId)).toEqual([idOf(3)]);
    expect(await list({ cause: 'arrears' })).toEqual([]);
    expect(await list({ ruleId: 'short-calls' })).toHaveLength(4);
  });

  test('counts how often a rule was overturned', async () => {
    expect(await countRules(database.app, carrierId)).toEqual([
      { policyId: 'qinghe-service', ruleId: 'short-calls', placed: 4, lifted: 0, misjudged: 1 },
    ]);
  });

  test('lists lifts with their steps, those under way apart', async () => {
    const list = (filters: object) => listLifts(database.app, { carrierId, limit: 10, ...filters });
    const [lift] = (await list({ underWay: true })).items;
    expect(lift).toMatchObject({ numberId: idOf(3), because: 'misjudged' });
    expect(lift?.steps.map(({ system, status }) => [system, status])).toEqual([
      ['sms_gateway', 'ordered'],
      ['switch', 'ordered'],
    ]);
    expect((await list({ underWay: false })).items).toEqual([]);
  });

  test('lists what waits for a human until it is handled', async () => {
    const numberId = idOf(0);
    await write(journal, numberId, {
      do: 'raise_attention',
      kind: 'webhook_dead',
      subject: { kind: 'webhook', id: 'w1' },
      detail: 'gone',
    });
    const list = async (open: boolean) => (await listAttention(database.app, { carrierId, open, limit: 10 })).items;
    const [raised] = await list(true);
    expect(raised).toMatchObject({
      numberId,
      kind: 'webhook_dead',
      subject: { kind: 'webhook', id: 'w1' },
      handledAt: null,
    });
    await write(
      journal,
      numberId,
      { do: 'handle_attention', attentionId: raised?.attentionId ?? '', words: '已联系' },
      { by: REVIEWER },
    );
    expect(await list(true)).toEqual([]);
    expect((await list(false)).map(({ attentionId }) => attentionId)).toEqual([raised?.attentionId]);
  });

  test('refuses a cursor that it never handed out', async () => {
    const ask = (cursor: string) => listFlags(database.app, { carrierId, cursor, limit: 3 });
    for (const cursor of [
      'x',
      '',
      Buffer.from('[1,2]').toString('base64url'),
      Buffer.from('["a"]').toString('base64url'),
    ])
      await expect(ask(cursor)).rejects.toMatchObject({ refusal: { code: 'request.bad_cursor' } });
  });
});

describe('a person', () => {
  test('sees every line of theirs, and nobody else’s', async () => {
    const lines = await listLinesOf(database.app, 'lin');
    expect(lines.map(({ numberId }) => numberId)).toEqual(expect.arrayContaining([0, 1, 2, 3].map(idOf)));
    expect(await listLinesOf(database.app, 'someone')).toEqual([]);
  });

  test('reads the inbox newest first; reading is noted once', async () => {
    const inbox = await allPages((cursor) => listInbox(database.app, 'lin', { cursor, limit: 3 }));
    const times = inbox.map(({ issuedAt }) => issuedAt);
    expect(times).toEqual(times.toSorted().reverse());
    expect(inbox.length).toBeGreaterThan(8);
    const unread = await countUnread(database.app, 'lin');
    expect(unread).toBe(inbox.length);
    const noticeId = inbox[0]?.noticeId ?? '';
    expect(await markRead(database.app, { personId: 'someone', noticeId, at: START })).toBe(false);
    expect(await markRead(database.app, { personId: 'lin', noticeId, at: START })).toBe(true);
    expect(await markRead(database.app, { personId: 'lin', noticeId, at: '2027-01-01T00:00:00.000Z' })).toBe(true);
    expect(await countUnread(database.app, 'lin')).toBe(unread - 1);
    expect((await listInbox(database.app, 'lin', { limit: 1 })).items[0]).toMatchObject({ noticeId, readAt: START });
  });
});

describe('the timeline', () => {
  test('goes on after an entry', async () => {
    const read = (afterSeq: number) =>
      listEntries(database.app, sealer, idOf(3), { afterSeq, limit: 3, unseal: false });
    expect((await read(0)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await read(3)).map(({ seq }) => seq)).toEqual([4, 5, 6]);
  });

  test('of a case has its notices, clocks and lifts, and nothing from before it', async () => {
    const world = worlds[3] as World;
    const { caseId } = world.only(world.state.cases);
    const entries = await listEntries(database.app, sealer, idOf(3), { limit: 100, unseal: false, caseId });
    const kinds = entries.map(({ kind }) => kind);
    expect(kinds).toEqual(world.kinds().slice(world.kinds().indexOf('case.opened')));
    expect(kinds).toEqual(expect.arrayContaining(['clock.started', 'clock.met', 'lift.ordered', 'notice.issued']));
  });
});

test('a case is found by its reference', async () => {
  const world = new World(someNumber()).opened().suspected();
  await writeSteps(journal, world);
  const flagIds = Object.keys(world.state.flags);
  await write(
    journal,
    world.state.numberId,
    { do: 'open_case', flagIds, remedy: 'appeal', reference: 'KKK-KKK-KKK', statement: '误判' },
    { by: HOLDER },
  );
  const found = await findCaseByReference(database.app, 'KKK-KKK-KKK');
  expect(found?.numberId).toBe(world.state.numberId);
  expect(await findCaseByReference(database.app, 'none')).toBeNull();
});

describe('due clocks', () => {
  test('each goes to one of many sweeps at once, and comes round again when its lease ends', async () => {
    const now = '2026-12-31T00:00:00.000Z';
    const lease = (at: string) => leaseDueClocks(database.app, { now: at, limit: 3, leaseMs: HOUR });
    const { rows } = await database.owner.query('select count(*)::integer as due from clocks where wake_at <= $1', [
      now,
    ]);
    let taken = 0;
    for (;;) {
      const sweeps = await Promise.all([lease(now), lease(now), lease(now)]);
      const found = sweeps.reduce((sum, { clocks }) => sum + clocks, 0);
      if (found === 0) break;
      taken += found;
    }
    expect(rows[0].due).toBeGreaterThan(3);
    expect(taken).toBe(rows[0].due);
    expect((await lease('2026-12-31T02:00:00.000Z')).clocks).toBe(3);
  });
});

describe('digits', () => {
  const digits = '+8615400000001';

  test('lead to one number however many ask first, apart for each account', async () => {
    const numbers = createNumbers({ pool: database.app, sealer, random: systemRandomness });
    expect(await numbers.find(digits)).toBeNull();
    const made = await Promise.all(Array.from({ length: 8 }, () => numbers.findOrCreate(digits, START)));
    expect(new Set(made).size).toBe(1);
    const own = await numbers.findOrCreate(digits, START, 'lin');
    expect(own).not.toBe(made[0]);
    expect(await numbers.find(digits)).toBe(made[0]);
    expect(await numbers.find(digits, 'lin')).toBe(own);
    expect(await numbers.find(digits, 'someone')).toBeNull();
    expect(await numbers.digitsOf([own, someNumber()])).toEqual(new Map([[own, digits]]));
    const { rows } = await database.owner.query('select count(*)::integer as kept from numbers');
    expect(rows).toEqual([{ kept: 2 }]);
  });

  test('stand nowhere as they are', async () => {
    const { rows } = await database.owner.query(
      `select string_agg(n::text, '') || (select string_agg(l::text, '') from number_lookups l) as all from numbers n`,
    );
    expect(rows[0].all).not.toContain(Buffer.from(digits).toString('hex'));
    expect(rows[0].all).not.toContain(digits);
  });
});

test('what a system of the carrier did shows in the projected steps', async () => {
  const world = worlds[3] as World;
  const { liftId, steps } = world.only(world.state.lifts);
  const system = steps[0]?.system ?? '';
  await write(journal, idOf(3), { do: 'send_lift', liftId, system }, { by: SYSTEM });
  const [lift] = (await listLifts(database.app, { carrierId, limit: 1 })).items;
  expect(lift?.steps.find((step) => step.system === system)).toMatchObject({ status: 'sent', attempts: 1 });
});
