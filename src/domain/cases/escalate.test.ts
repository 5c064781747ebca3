import { describe, expect, it } from 'vitest';
import { CONSUMER_BODY, REGULATOR } from '../../../seed/city.ts';
import {
  AGENT,
  DAY,
  HOLDER,
  OFFICER,
  OTHER_OFFICER,
  REVIEWER,
  STRANGER,
  SYSTEM,
  World,
} from '../../../test/support/world.ts';
import { objectToCommand } from '../../access/command.ts';
import { lastSeen, visibleState } from '../../access/relation.ts';
import type { Actor } from '../journal/actor.ts';
import type { Authority } from './authority.ts';
import { authoritiesFor } from './authority.ts';

const PAPER = { sha256: 'a'.repeat(64), bytes: 1_000, mediaType: 'image/png', material: null };
const CONSUMER_OFFICER = { ...OTHER_OFFICER, authorityId: CONSUMER_BODY.authorityId };
const CENTRE: Authority = { authorityId: 'ministry', kind: 'ministry_centre', province: null };

function caseOf(world: World) {
  return world.only(world.state.cases);
}

function escalation(world: World, authority: Authority = REGULATOR, acceptedElsewhere = false) {
  return { do: 'case.escalate', caseId: caseOf(world).caseId, authority, acceptedElsewhere, words: '' } as const;
}

const live = (world: World) =>
  Object.values(world.state.clocks)
    .filter(({ status }) => status === 'running')
    .map(({ ruleId, binds }) => `${ruleId} ${binds}`)
    .toSorted();

/** As access and the domain answer together. */
function refused(world: World, by: Actor, command: Parameters<World['do']>[1]): string | null {
  return objectToCommand(world.state, command, by, world.now)?.code ?? world.refusalOf(by, command);
}

describe('right door, right order', () => {
  it('goes to the carrier first', () => {
    const world = new World().opened().suspected().appealed();
    expect(world.refusalOf(HOLDER, escalation(world))).toBe('escalation.carrier_first');
  });

  it.each(['refused', 'overdue'])('is open once the carrier has %s', (how) => {
    const world = new World().opened().suspected().appealed();
    const { caseId } = caseOf(world);
    if (how === 'overdue') world.wait(16 * DAY).sweep();
    else
      world.do(REVIEWER, { do: 'case.start_review', caseId }).do(REVIEWER, {
        do: 'case.decide',
        caseId,
        finding: 'grounded',
        liftFlagIds: [],
        ruleRelied: 'AF-11',
        words: '维持。',
      });
    expect(world.refusalOf(HOLDER, escalation(world))).toBeNull();
  });

  it('is the body of the carrier company’s province, or the ministry’s centre where it has none', () => {
    const elsewhere = { ...REGULATOR, authorityId: 'gd', province: 'CN-GD' } as const;
    expect(authoritiesFor('CN-ZJ', [REGULATOR, CONSUMER_BODY, CENTRE, elsewhere])).toEqual([REGULATOR, CONSUMER_BODY]);
    expect(authoritiesFor('CN-XZ', [REGULATOR, CENTRE, elsewhere])).toEqual([CENTRE]);
    const world = new World()
      .opened()
      .suspected()
      .appealed()
      .wait(16 * DAY)
      .sweep();
    expect(world.refusalOf(HOLDER, escalation(world, elsewhere))).toBe('escalation.wrong_province');
  });

  it('is one body at a time: what another has taken on is not handed over', () => {
    const world = new World()
      .opened()
      .suspected()
      .appealed()
      .wait(16 * DAY)
      .sweep();
    expect(world.refusalOf(HOLDER, escalation(world, REGULATOR, true))).toBe('escalation.accepted_elsewhere');
    world.do(HOLDER, escalation(world));
    expect(world.refusalOf(HOLDER, escalation(world, CONSUMER_BODY))).toBe('case.wrong_state');
  });

  it('in 重庆 is the consumer body at once, the regulator only after the carrier', () => {
    const world = new World().do(SYSTEM, {
      do: 'open_line',
      origin: 'placed',
      kind: 'personal',
      carrierId: AGENT.carrierId ?? '',
      province: 'CN-CQ',
      holderId: 'lin',
      userId: 'lin',
      openedAt: '2024-01-01T00:00:00.000Z',
    });
    world.suspected().appealed();
    const local = { authorityId: 'cq', province: 'CN-CQ' } as const;
    expect(world.refusalOf(HOLDER, escalation(world, { ...local, kind: 'telecom_regulator' }))).toBe(
      'escalation.carrier_first',
    );
    expect(world.refusalOf(HOLDER, escalation(world, { ...local, kind: 'consumer_association' }))).toBeNull();
  });

  it('is closed when the time for complaints is over', () => {
    const world = new World()
      .opened()
      .suspected()
      .appealed()
      .wait(16 * DAY)
      .sweep();
    world.wait(2 * 366 * DAY);
    expect(world.refusalOf(HOLDER, escalation(world))).toBe('case.wrong_state');
    expect(caseOf(world.sweep()).status).toBe('closed');
  });

  it('a body that declined for good is not asked again; for a lack that can be mended it is', () => {
    const world = new World().opened().suspected().appealed().escalated();
    const { caseId } = caseOf(world);
    world.do(OFFICER, { do: 'case.decline', caseId, ground: 'no_prior_complaint', words: '请先找运营商。' });
    expect(caseOf(world)).toMatchObject({ status: 'overdue', escalation: null });
    expect(live(world)).toEqual(['user.appealLimit.other person']);
    world.do(HOLDER, escalation(world));
    world.do(OFFICER, { do: 'case.decline', caseId, ground: 'out_of_time', words: '超过两年。' });
    expect(world.refusalOf(HOLDER, escalation(world))).toBe('escalation.declined_before');
    expect(world.refusalOf(HOLDER, escalation(world, CONSUMER_BODY))).toBeNull();
  });
});

describe('at the body', () => {
  const given = () => new World().opened().suspected().appealed().escalated();

  it('each step has its own clock on the side that must act', () => {
    const world = given();
    const { caseId, flagIds } = caseOf(world);
    expect(live(world)).toEqual(['miit.accept authority']);
    world.do(OFFICER, { do: 'case.accept', caseId });
    expect(live(world)).toEqual(['miit.answer authority', 'miit.forward authority']);
    world.do(OFFICER, { do: 'case.ask_carrier', caseId, words: '请说明依据。' });
    expect(live(world)).toEqual(['miit.answer authority', 'miit.carrierFeedback carrier']);
    world.do(AGENT, { do: 'case.answer_authority', caseId, words: '系统误判。' });
    expect(live(world)).toEqual(['miit.answer authority']);
    world.do(OFFICER, { do: 'case.mediate', caseId });
    expect(live(world)).toEqual(['miit.answer authority', 'miit.mediate authority']);
    world.do(OFFICER, { do: 'case.settle', caseId, liftFlagIds: flagIds, words: '同意恢复。' });
    expect(caseOf(world).status).toBe('lifting');
    expect(world.only(world.state.lifts)).toMatchObject({ because: 'ordered', caseId });
    expect(live(world)).toEqual(['carrier.reopen carrier']);
  });

  it('silence of the carrier breaks its clock and is seen, and the matter goes on', () => {
    const world = given().accepted();
    const { caseId } = caseOf(world);
    world
      .do(OFFICER, { do: 'case.ask_carrier', caseId, words: '请说明依据。' })
      .wait(13 * DAY)
      .sweep();
    expect(Object.values(world.state.clocks).find(({ ruleId }) => ruleId === 'miit.carrierFeedback')?.status).toBe(
      'breached',
    );
    expect(Object.values(world.state.attention).map(({ kind }) => kind)).toContain('answer_late');
    expect(world.refusalOf(AGENT, { do: 'case.answer_authority', caseId, words: '补充说明。' })).toBeNull();
    expect(world.refusalOf(OFFICER, { do: 'case.mediate', caseId })).toBeNull();
  });

  it('what was settled without a lift, or not at all, closes the case', () => {
    const settled = given().accepted();
    settled.do(OFFICER, { do: 'case.settle', caseId: caseOf(settled).caseId, liftFlagIds: [], words: '退费。' });
    expect(caseOf(settled).status).toBe('closed');
    const unsettled = given().accepted();
    unsettled.do(OFFICER, { do: 'case.end_unsettled', caseId: caseOf(unsettled).caseId, words: '未达成一致。' });
    expect(caseOf(unsettled).status).toBe('closed');
    expect(unsettled.kinds()).toContain('case.unsettled');
  });

  it('only its own officers act and see, and only this case', () => {
    const world = given();
    const { caseId } = caseOf(world);
    expect(refused(world, OTHER_OFFICER, { do: 'case.accept', caseId })).toBe('access.not_found');
    expect(visibleState(world.state, OTHER_OFFICER).lines).toEqual([]);
    expect(visibleState(world.state, STRANGER).lines).toEqual([]);
    const seen = visibleState(world.state, OFFICER);
    expect(Object.keys(seen.cases)).toEqual([caseId]);
    expect([seen.bills, seen.notices, seen.attention]).toEqual([{}, {}, {}]);
    expect(refused(world, AGENT, { do: 'case.accept', caseId })).toBe('case.not_your_act');
  });

  it('words are needed where somebody must understand why', () => {
    const world = given();
    const { caseId } = caseOf(world);
    expect(world.refusalOf(OFFICER, { do: 'case.decline', caseId, ground: 'not_telecom', words: ' ' })).toBe(
      'case.reasons_missing',
    );
    world.accepted();
    expect(world.refusalOf(OFFICER, { do: 'case.ask_carrier', caseId, words: '' })).toBe('case.words_missing');
    expect(world.refusalOf(AGENT, { do: 'case.answer_authority', caseId, words: '好' })).toBe('escalation.not_asked');
    expect(world.refusalOf(OFFICER, { do: 'case.end_unsettled', caseId, words: '' })).toBe('case.reasons_missing');
  });
});

describe('a body that let a case go', () => {
  /** Declined by the regulator, given to the consumer body, which settles it. */
  function passedOn() {
    const world = new World()
      .opened()
      .suspected()
      .appealed()
      .wait(16 * DAY)
      .sweep();
    world.do(HOLDER, escalation(world));
    const { caseId } = caseOf(world);
    world.do(OFFICER, { do: 'case.decline', caseId, ground: 'papers_missing', words: '请补工单号。' });
    const declinedAt = world.state.seq;
    world.wait(DAY).do(HOLDER, { do: 'case.add_evidence', caseId, item: PAPER, fileName: '工单.png' });
    world.do(HOLDER, escalation(world, CONSUMER_BODY)).do(CONSUMER_OFFICER, { do: 'case.accept', caseId });
    return { world, caseId, declinedAt };
  }

  it('keeps sight of what it dealt with, and sees nothing of what came after', () => {
    const { world, caseId, declinedAt } = passedOn();
    const seen = visibleState(world.state, OFFICER);
    expect(seen.cases[caseId]).toMatchObject({
      status: 'overdue',
      escalation: null,
      evidence: [],
      declines: [{ ground: 'papers_missing' }],
      dealings: [{ authorityId: REGULATOR.authorityId, end: { how: 'declined' } }],
    });
    expect(seen.cases[caseId]?.dealings).toHaveLength(1);
    expect(seen.clocks).toEqual({});
    expect(lastSeen(caseOf(world), OFFICER)).toBeLessThanOrEqual(declinedAt);
    expect(lastSeen(caseOf(world), CONSUMER_OFFICER)).toBe(Number.POSITIVE_INFINITY);
    expect(visibleState(world.state, CONSUMER_OFFICER).cases[caseId]).toMatchObject({
      status: 'accepted',
      evidence: [{ sha256: PAPER.sha256 }],
    });
  });

  it('sees all of it again once it is handed over anew; the other one then no more', () => {
    const { world, caseId } = passedOn();
    world.do(CONSUMER_OFFICER, { do: 'case.settle', caseId, liftFlagIds: caseOf(world).flagIds, words: '同意恢复。' });
    expect(caseOf(world).dealings.at(-1)?.end?.how).toBe('settled');
    expect(lastSeen(caseOf(world), CONSUMER_OFFICER)).toBe(Number.POSITIVE_INFINITY);
    world
      .do(HOLDER, { do: 'case.report_not_back', caseId, words: '还是打不出去。' })
      .wait(20 * DAY)
      .sweep();
    const handedBackAt = world.state.seq;
    world.do(HOLDER, escalation(world));
    expect(caseOf(world).dealings.map(({ authorityId }) => authorityId)).toEqual([
      CONSUMER_BODY.authorityId,
      REGULATOR.authorityId,
    ]);
    expect(lastSeen(caseOf(world), OFFICER)).toBe(Number.POSITIVE_INFINITY);
    expect(lastSeen(caseOf(world), CONSUMER_OFFICER)).toBe(handedBackAt);
    expect(visibleState(world.state, CONSUMER_OFFICER).cases[caseId]?.status).toBe('overdue');
  });
});

describe('who works on a case', () => {
  it('is one at a time on each side, is taken over deliberately, and hands over or lets go alone', () => {
    const world = new World().opened().suspected().appealed();
    const { caseId } = caseOf(world);
    const second = { ...AGENT, id: 'second' };
    world.do(AGENT, { do: 'case.claim', caseId });
    expect(world.refusalOf(second, { do: 'case.claim', caseId })).toBe('case.assigned_to_other');
    expect(world.refusalOf(second, { do: 'case.start_review', caseId })).toBe('case.assigned_to_other');
    expect(world.refusalOf(second, { do: 'case.release', caseId })).toBe('case.not_yours');
    expect(world.refusalOf(REVIEWER, { do: 'case.start_review', caseId })).toBeNull();
    world.do(AGENT, { do: 'case.hand_over', caseId, to: { id: 'second', role: 'agent' } });
    expect(world.refusalOf(AGENT, { do: 'case.start_review', caseId })).toBe('case.assigned_to_other');
    world.do(AGENT, { do: 'case.take_over', caseId });
    expect(world.refusalOf(AGENT, { do: 'case.take_over', caseId })).toBe('case.yours_already');
    world.do(AGENT, { do: 'case.release', caseId });
    expect(caseOf(world).assignees.desk).toBeNull();
    expect(world.refusalOf(second, { do: 'case.take_over', caseId })).toBe('case.assigned_to_nobody');
  });

  it('is the reviewer who starts the review of a case that nobody holds; an agent keeps what they hold and takes nothing', () => {
    const free = new World().opened().suspected().appealed();
    free.do(REVIEWER, { do: 'case.start_review', caseId: caseOf(free).caseId });
    expect(caseOf(free).assignees.desk).toMatchObject({ id: REVIEWER.id, role: 'reviewer' });
    const looked = new World().opened().suspected().appealed();
    looked.do(AGENT, { do: 'case.start_review', caseId: caseOf(looked).caseId });
    expect(caseOf(looked).assignees.desk).toBeNull();
    const held = new World().opened().suspected().appealed();
    const { caseId } = caseOf(held);
    held.do(AGENT, { do: 'case.claim', caseId }).do(REVIEWER, { do: 'case.start_review', caseId });
    expect(caseOf(held).assignees.desk?.id).toBe(AGENT.id);
  });

  it('is nobody once the service is not back after a decision: who decided cannot do so again', () => {
    const world = new World().opened().suspected().appealed();
    const { caseId, flagIds } = caseOf(world);
    world.do(REVIEWER, { do: 'case.start_review', caseId });
    world.do(REVIEWER, {
      do: 'case.decide',
      caseId,
      finding: 'misjudged',
      liftFlagIds: flagIds,
      ruleRelied: 'AF-32c',
      words: '核对无误。',
    });
    expect(caseOf(world).assignees.desk?.id).toBe(REVIEWER.id);
    world.do(HOLDER, { do: 'case.report_not_back', caseId, words: '还是打不出去。' });
    expect(caseOf(world)).toMatchObject({ status: 'reopened', assignees: { desk: null } });
  });
});

describe('a partly yes', () => {
  const partly = () => {
    const world = new World().opened().suspected().inArrears().appealed();
    const { caseId, flagIds } = caseOf(world);
    const [granted = '', left = ''] = flagIds;
    world.do(REVIEWER, { do: 'case.start_review', caseId }).do(REVIEWER, {
      do: 'case.decide',
      caseId,
      finding: 'misjudged',
      liftFlagIds: [granted],
      ruleRelied: 'AF-11',
      words: '一项解除，一项维持。',
    });
    const { liftId, steps } = world.only(world.state.lifts);
    for (const { system } of steps) world.do(SYSTEM, { do: 'confirm_lift', liftId, system });
    return { world, caseId, left };
  };

  it('is taken further for what it left standing, and a body that declines leads back to it', () => {
    const { world, caseId, left } = partly();
    expect(caseOf(world).status).toBe('restored');
    expect(world.state.flags[left]?.status).toBe('active');
    world.do(HOLDER, escalation(world));
    expect(live(world)).toEqual(['miit.accept authority']);
    world.do(OFFICER, { do: 'case.decline', caseId, ground: 'no_prior_complaint', words: '请补材料。' });
    expect(caseOf(world).status).toBe('partly');
    expect(live(world)).toEqual([expect.stringMatching(/^user\.appealLimit\./)]);
    world.wait(30 * DAY).sweep();
    expect(refused(world, HOLDER, escalation(world))).toBeNull();
  });

  it('leads nowhere further once nothing is left standing', () => {
    const world = new World().opened().suspected().appealed();
    const { caseId, flagIds } = caseOf(world);
    world.do(REVIEWER, { do: 'case.start_review', caseId }).do(REVIEWER, {
      do: 'case.decide',
      caseId,
      finding: 'misjudged',
      liftFlagIds: flagIds,
      ruleRelied: 'AF-11',
      words: '解除。',
    });
    const { liftId, steps } = world.only(world.state.lifts);
    for (const { system } of steps) world.do(SYSTEM, { do: 'confirm_lift', liftId, system });
    expect(caseOf(world).status).toBe('restored');
    expect(refused(world, HOLDER, escalation(world))).toBe('case.wrong_state');
  });
});
