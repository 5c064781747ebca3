import { describe, expect, it } from 'vitest';
import { verifyJournals } from '../../src/app/journal/verify-journals.ts';
import { useApp } from '../support/app.ts';
import type { Body, Reply } from '../support/client.ts';
import { PNG } from '../support/files.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';
const ROUNDS = 6;
const person = () => app.as(COURIER);
const systems = () => app.as('qinghe-systems');

async function stateOf(numberId: string) {
  return (await app.ctx.journal.load(numberId)).state;
}

async function inReview(): Promise<{ numberId: string; mobile: string; flagId: string; caseFile: Body; path: string }> {
  const { mobile, numberId } = await lives.line();
  const flagId = await lives.suspected(mobile);
  const caseFile = await lives.inReview(flagId, 'zhou-min');
  return { numberId, mobile, flagId, caseFile, path: `/cases/${caseFile.case_id}` };
}

function statuses(replies: readonly Reply[]): number[] {
  return replies.map((reply) => reply.status).toSorted();
}

async function kindsOf(numberId: string): Promise<string[]> {
  const { items } = done(await app.as('zheng-jie').get(`/numbers/${numberId}/timeline?limit=200`), 200);
  return items.map((entry: { kind: string }) => entry.kind);
}

function count(kinds: readonly string[], kind: string): number {
  return kinds.filter((one) => one === kind).length;
}

describe.for(Array.from({ length: ROUNDS }, (_, round) => round))('at the same moment, round %i', (round) => {
  it('two reviewers decide one case: one decision stands, the other is told', async () => {
    const { numberId, caseFile, path } = await inReview();
    const refuse = { finding: 'grounded', lift_flag_ids: [], rule_relied: 'AF-32c', words: '维持。' };
    const both = [() => lives.grants(caseFile, 'zhao-lei'), () => app.as('qian-feng').post(`${path}/decision`, refuse)];
    const replies = await Promise.all((round % 2 ? both : both.toReversed()).map((decide) => decide()));
    expect(statuses(replies)).toEqual([200, 409]);
    expect((await stateOf(numberId)).cases[caseFile.case_id]?.decisions).toHaveLength(1);
  });

  it('the person withdraws and the reviewer decides: the case ends in one way', async () => {
    const { numberId, caseFile, path } = await inReview();
    const both = [() => person().post(`${path}/withdrawal`), () => lives.grants(caseFile)];
    const replies = await Promise.all((round % 2 ? both : both.toReversed()).map((act) => act()));
    const kinds = await kindsOf(numberId);
    expect(statuses(replies)[0]).toBe(200);
    const decided = count(kinds, 'case.decided');
    expect(count(kinds, 'lift.ordered')).toBe(decided);
    if (decided === 0) expect((await stateOf(numberId)).cases[caseFile.case_id]?.status).toBe('withdrawn');
    else expect(kinds.slice(0, kinds.indexOf('case.decided'))).not.toContain('case.withdrawn');
  });

  it('a payment arrives and the reviewer grants: one lift is ordered', async () => {
    const { mobile, numberId } = await lives.line();
    const bill = `race-${round}`;
    const flagId = await lives.inArrears(mobile, bill);
    const caseFile = await lives.inReview(flagId);
    const both = [() => lives.pays(mobile, bill, 8800, `pay-${bill}`), () => lives.grants(caseFile)];
    await Promise.all((round % 2 ? both : both.toReversed()).map((act) => act()));
    const { lifts, flags } = await stateOf(numberId);
    expect(Object.values(lifts).filter((lift) => lift.flagIds.includes(flagId))).toHaveLength(1);
    const [liftId = ''] = Object.keys(lifts);
    await lives.confirmAll(liftId);
    expect((await stateOf(numberId)).flags[flagId]?.status).toBe('lifted');
    expect(flags[flagId]?.status).toBe('lifting');
  });

  it('a payment arrives again and again while the lift is under way: nothing is ordered anew', async () => {
    const { mobile, numberId } = await lives.line();
    const bill = `again-${round}`;
    await lives.inArrears(mobile, bill);
    const [liftId] = done(await lives.pays(mobile, bill, 8800, `first-${bill}`), 201).lift_ids;
    const more = Array.from({ length: 4 }, (_, n) => lives.pays(mobile, bill, 100, `more-${bill}-${n % 2}`));
    const replies = await Promise.all([...more, lives.confirmAll(liftId).then(() => null)]);
    expect(replies.every((reply) => reply === null || reply.status === 201 || reply.status === 409)).toBe(true);
    const state = await stateOf(numberId);
    expect(Object.keys(state.lifts)).toEqual([liftId]);
    expect(Object.values(state.flags).map((flag) => flag.status)).toEqual(['lifted']);
  });

  it('systems confirm twice, early and out of order: each counts once', async () => {
    const { numberId, caseFile } = await inReview();
    const lift = done(await lives.grants(caseFile), 200).lifts[0];
    const path = `/lifts/${lift.lift_id}`;
    const { steps } = done(await systems().get(path), 200);
    const confirm = ({ system }: { system: string }) => systems().post(`${path}/confirmations`, { system });
    const twice = [...steps, ...steps.toReversed(), ...steps].map(confirm);
    const replies = await Promise.all([...twice, lives.send(lift.lift_id)]);
    expect(replies.every((reply) => reply === undefined || reply.status === 200)).toBe(true);
    const late = await systems().post(`${path}/failures`, { system: steps[0].system, code: 'late' });
    expect(late.body).toMatchObject({ status: 409, code: 'lift.not_in_flight' });
    const kinds = await kindsOf(numberId);
    expect(count(kinds, 'lift.confirmed')).toBe(steps.length);
    expect(count(kinds, 'lift.completed')).toBe(1);
    expect(count(kinds, 'case.restored')).toBe(1);
  });

  it('a file comes in while the case ends: it is in the case, or it is refused', async () => {
    const { numberId, caseFile, path } = await inReview();
    done(await app.as('zhao-lei').post(`${path}/material-requests`, { materials: ['id_card'], words: '请补' }), 200);
    const bytes = Buffer.concat([PNG, Buffer.from([round])]);
    const both = [
      () => person().upload(`${path}/evidence`, { bytes, name: 'a.png' }),
      () => person().post(`${path}/withdrawal`),
    ];
    const replies = await Promise.all((round % 2 ? both : both.toReversed()).map((act) => act()));
    const taken = replies.some((reply) => reply.status === 201);
    expect(statuses(replies)).toEqual(taken ? [200, 201] : [200, 409]);
    const state = await stateOf(numberId);
    expect(state.cases[caseFile.case_id]).toMatchObject({ status: 'withdrawn' });
    expect(state.cases[caseFile.case_id]?.evidence).toHaveLength(taken ? 1 : 0);
    const kinds = await kindsOf(numberId);
    if (taken) expect(kinds.indexOf('evidence.added')).toBeLessThan(kinds.indexOf('case.withdrawn'));
  });

  it('one key names two different requests: one is done, the other is told', async () => {
    const { numberId, path } = await inReview();
    const say = (words: string) => person().post(`${path}/messages`, { words }, { key: `race-${round}` });
    const replies = await Promise.all(['一', '二', '一', '二'].map(say));
    expect(statuses(replies)).toEqual([200, 200, 409, 409]);
    expect(count(await kindsOf(numberId), 'case.message')).toBe(1);
  });
});

it('leaves every journal sound', async () => {
  const found: unknown[] = [];
  const examined = await verifyJournals(app.ctx, { onProblem: (problem) => found.push(problem) });
  expect(found).toEqual([]);
  expect(examined.numbers).toBeGreaterThanOrEqual(ROUNDS);
});
