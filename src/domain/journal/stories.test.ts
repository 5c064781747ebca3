import { describe, expect, it } from 'vitest';
import { CARRIER } from '../../../seed/city.ts';
import {
  AGENT,
  DAY,
  HOLDER,
  HOUR,
  NEXT_HOLDER,
  REVIEWER,
  SECOND_REVIEWER,
  STRANGER,
  SYSTEM,
  World,
} from '../../../test/support/world.ts';
import { objectToCommand } from '../../access/command.ts';
import { visibleState } from '../../access/relation.ts';

function confirmAll(world: World): World {
  for (const lift of Object.values(world.state.lifts)) {
    for (const step of lift.steps) world.try(SYSTEM, { do: 'confirm_lift', liftId: lift.liftId, system: step.system });
  }
  return world;
}

describe('story A, arrears', () => {
  it('flags with full reasons, lifts with the payment, and is over only when the switch confirms', () => {
    const world = new World().opened().inArrears();
    const flag = world.only(world.state.flags);
    expect(flag).toMatchObject({
      status: 'active',
      cause: 'arrears',
      imposedBy: 'billing',
      decidedAutomatically: true,
      detectedAutomatically: true,
    });
    expect(flag.reasons.rule?.values).toEqual({ overdueDays: 31, overdueFen: 8800 });
    world.wait(HOUR).pays(8800, 'p1');
    expect(world.only(world.state.flags).status).toBe('lifting');
    const lift = world.only(world.state.lifts);
    const clock = Object.values(world.state.clocks).find((one) => one.ruleId === 'carrier.restoreAfterPay');
    expect(clock?.status).toBe('running');
    world.wait(HOUR).do(SYSTEM, { do: 'confirm_lift', liftId: lift.liftId, system: 'switch' });
    expect(world.only(world.state.flags)).toMatchObject({ status: 'lifted', liftedBecause: 'remedied' });
    expect(world.state.clocks[clock?.clockId ?? '']?.status).toBe('met');
    expect(world.kinds()).toContain('lift.completed');
  });

  it('tells what is still owed after a payment that was too small, and lifts with the rest', () => {
    const world = new World().opened().inArrears().pays(5000, 'p1');
    expect(world.only(world.state.flags).status).toBe('active');
    expect(Object.values(world.state.notices).find((notice) => notice.kind === 'payment_short')?.values).toEqual({
      owed_fen: 3800,
    });
    world.pays(3800, 'p2');
    expect(world.only(world.state.flags).status).toBe('lifting');
  });

  it('counts a payment told twice once, and a second real payment changes nothing', () => {
    const world = new World().opened().inArrears().pays(5000, 'p1');
    const seq = world.state.seq;
    world.pays(5000, 'p1');
    expect(world.state.seq).toBe(seq);
    world.pays(3800, 'p2').pays(3800, 'p3');
    expect(Object.keys(world.state.lifts)).toHaveLength(1);
  });

  it('moves an open case to lifting when the bill is paid meanwhile', () => {
    const world = new World().opened().inArrears().appealed().pays(8800, 'p1');
    expect(world.only(world.state.cases).status).toBe('lifting');
    confirmAll(world);
    expect(world.only(world.state.cases).status).toBe('restored');
  });

  it('makes a silent switch a visible breach and never closes the lift', () => {
    const world = new World().opened().inArrears().pays(8800, 'p1');
    const { liftId } = world.only(world.state.lifts);
    world.do({ ...SYSTEM, id: 'qingbiao' }, { do: 'send_lift', liftId, system: 'switch' });
    world.wait(2 * HOUR).sweep();
    expect(world.only(world.state.lifts).steps[0]?.status).toBe('silent');
    world.wait(3 * DAY).sweep();
    expect(world.only(world.state.flags).status).toBe('lifting');
    expect(Object.values(world.state.attention).map((one) => one.kind)).toEqual(
      expect.arrayContaining(['lift_silent', 'lift_late']),
    );
    world.wait(30 * DAY).sweep();
    expect(world.only(world.state.lifts).completedAt).toBeNull();
    expect(Object.values(world.state.clocks).some((clock) => clock.status === 'running')).toBe(true);
  });

  it('opens a case when service is not back after a lift without one', () => {
    const world = confirmAll(new World().opened().inArrears().pays(8800, 'p1'));
    const { liftId } = world.only(world.state.lifts);
    world.do(HOLDER, { do: 'report_lift_not_back', liftId, reference: 'BBB-BBB-BBB', words: '还是打不出去' });
    expect(world.only(world.state.cases).status).toBe('submitted');
    const { caseId } = world.only(world.state.cases);
    world.do(AGENT, { do: 'case.start_review', caseId }).do(AGENT, { do: 'case.order_lift', caseId });
    expect(world.only(world.state.cases).status).toBe('lifting');
  });
});

describe('story B, misjudged', () => {
  it('lifts after a reviewer who did not flag her finds a misjudgement', () => {
    const world = new World().opened().suspected().appealed();
    const { caseId } = world.only(world.state.cases);
    const { flagId } = world.only(world.state.flags);
    world.do(REVIEWER, { do: 'case.start_review', caseId });
    world.do(REVIEWER, {
      do: 'case.decide',
      caseId,
      finding: 'misjudged',
      liftFlagIds: [flagId],
      ruleRelied: 'AF-32c',
      words: '快递员正常工作。',
    });
    expect(world.only(world.state.lifts).steps.map((step) => step.system)).toEqual(['sms_gateway', 'switch']);
    confirmAll(world);
    expect(world.only(world.state.flags)).toMatchObject({ status: 'lifted', liftedBecause: 'misjudged' });
    world.do(HOLDER, { do: 'case.confirm_back', caseId });
    expect(world.only(world.state.cases).status).toBe('closed');
  });

  it('refuses a decision by the human who raised the flag', () => {
    const world = new World().opened();
    world.do(
      SYSTEM,
      {
        do: 'record_fact',
        at: world.now,
        fact: { kind: 'usage_observed', windowHours: 24, callsOut: 90, distinctCallees: 120, shortCallShare: 0.85 },
      },
      null,
    );
    const [fact] = world.state.facts;
    world.do(SECOND_REVIEWER, {
      do: 'place_flag',
      reasons: {
        code: 'D1',
        ground: { kind: 'law', ruleId: 'AF-11', article: '11' },
        factIds: [fact?.factId ?? ''],
        rule: {
          policyId: 'qinghe-service',
          version: 1,
          ruleId: 'short-calls',
          values: { distinctCallees: 120, shortCallShare: 0.85 },
        },
        responsible: { body: '风控部', staffId: null },
        measures: [{ function: 'voice_out', from: world.now, until: null, spares: ['emergency', 'service_numbers'] }],
        liftCondition: { kind: 'verified', check: 'real_person' },
        remedies: ['reverify'],
        papers: ['id_card'],
        complainTo: ['carrier'],
      },
    });
    expect(world.only(world.state.flags)).toMatchObject({ decidedAutomatically: false, detectedAutomatically: true });
    world.appealed();
    const { caseId } = world.only(world.state.cases);
    world.do(REVIEWER, { do: 'case.start_review', caseId });
    const decision = {
      do: 'case.decide',
      caseId,
      finding: 'grounded',
      liftFlagIds: [],
      ruleRelied: 'AF-11',
      words: '维持',
    } as const;
    expect(world.refusalOf(SECOND_REVIEWER, decision)).toBe('case.raiser_cannot_decide');
    expect(world.refusalOf(AGENT, decision)).toBe('case.not_your_act');
    expect(world.refusalOf(REVIEWER, decision)).toBeNull();
  });

  it('lifts at once when the person passes verification', () => {
    const world = new World().opened().suspected();
    world.do(SYSTEM, {
      do: 'record_fact',
      at: world.now,
      fact: { kind: 'verification_result', check: 'real_person', passed: false },
    });
    expect(world.only(world.state.flags).status).toBe('active');
    world.do(SYSTEM, {
      do: 'record_fact',
      at: world.now,
      fact: { kind: 'verification_result', check: 'real_person', passed: true },
    });
    expect(world.only(world.state.flags).status).toBe('lifting');
  });

  it('takes the case up again when she says that service is not back', () => {
    const world = new World().opened().suspected().appealed();
    const { caseId } = world.only(world.state.cases);
    const { flagId } = world.only(world.state.flags);
    world.do(REVIEWER, { do: 'case.start_review', caseId });
    world.do(REVIEWER, {
      do: 'case.decide',
      caseId,
      finding: 'misjudged',
      liftFlagIds: [flagId],
      ruleRelied: 'AF-32c',
      words: '误判',
    });
    confirmAll(world).do(HOLDER, { do: 'case.report_not_back', caseId, words: '没恢复' });
    expect(world.only(world.state.cases).status).toBe('reopened');
    world.do(AGENT, { do: 'case.start_review', caseId }).do(AGENT, { do: 'case.order_lift', caseId });
    expect(Object.keys(world.state.lifts)).toHaveLength(2);
    expect(world.only(world.state.flags).status).toBe('lifting');
    confirmAll(world);
    expect(world.only(world.state.cases).status).toBe('restored');
  });
});

describe('the right door', () => {
  it('is overdue after fifteen days without an answer, and a late decision is still one', () => {
    const world = new World().opened().suspected().appealed();
    world.wait(16 * DAY).sweep();
    expect(world.only(world.state.cases).status).toBe('overdue');
    expect(Object.values(world.state.clocks).find((one) => one.ruleId === 'user.appealLimit.other')?.status).toBe(
      'running',
    );
    const { caseId } = world.only(world.state.cases);
    const { flagId } = world.only(world.state.flags);
    world.do(REVIEWER, {
      do: 'case.decide',
      caseId,
      finding: 'misjudged',
      liftFlagIds: [flagId],
      ruleRelied: 'AF-32c',
      words: '误判',
    });
    expect(world.only(world.state.cases).status).toBe('lifting');
  });

  it('sends a police order to the police and takes no case for the carrier', () => {
    const world = new World();
    world.do(
      HOLDER,
      {
        do: 'open_line',
        origin: 'reported',
        kind: 'personal',
        carrierId: 'unconnected',
        province: 'CN-ZJ',
        holderId: 'lin',
        userId: null,
        openedAt: '2024-01-01T00:00:00.000Z',
      },
      null,
    );
    world.do(
      HOLDER,
      {
        do: 'report_flag',
        code: 'E1',
        since: world.now,
        body: '',
        measures: [{ function: 'voice_out', from: world.now, until: null, spares: [] }],
      },
      null,
    );
    const flag = world.only(world.state.flags);
    expect(flag.missing).toEqual(['ground', 'facts', 'rule', 'responsible', 'lift_condition', 'papers', 'complain_to']);
    expect(flag.breaches).toEqual(['voice_out:emergency', 'voice_out:service_numbers']);
    const opening = {
      do: 'open_case',
      flagIds: [flag.flagId],
      remedy: 'appeal',
      reference: 'X',
      statement: '',
    } as const;
    expect(world.refusalOf(HOLDER, opening)).toBe('case.wrong_remedy');
  });
});

describe('a recycled number', () => {
  it('begins clean: flags are detached, and the next holder sees nothing of them', () => {
    const world = new World().opened().suspected().appealed();
    world.do(SYSTEM, { do: 'close_line', closedAt: world.now }).wait(DAY);
    expect(world.only(world.state.flags).status).toBe('detached');
    expect(world.only(world.state.cases).status).toBe('withdrawn');
    world.do(SYSTEM, {
      do: 'open_line',
      origin: 'placed',
      kind: 'personal',
      carrierId: CARRIER.carrierId,
      province: CARRIER.province,
      holderId: NEXT_HOLDER.personId,
      userId: null,
      openedAt: world.now,
    });
    const seen = visibleState(world.state, NEXT_HOLDER);
    expect(seen.lines.map((line) => line.line)).toEqual([2]);
    expect([seen.flags, seen.cases, seen.clocks, seen.notices].map((things) => Object.keys(things).length)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(seen.facts).toEqual([]);
  });
});

it('a stranger is answered as if there were nothing', () => {
  const world = new World().opened().suspected().appealed();
  const { caseId } = world.only(world.state.cases);
  expect(objectToCommand(world.state, { do: 'case.withdraw', caseId }, STRANGER, world.now)?.code).toBe(
    'access.not_found',
  );
});
