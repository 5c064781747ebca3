import { describe, expect, it } from 'vitest';
import { AGENT, DAY, HOLDER, OFFICER, REVIEWER, SYSTEM, World } from '../../../test/support/world.ts';
import type { Command } from '../journal/command.ts';

const caseId = (world: World) => world.only(world.state.cases).caseId;
const appealed = () => new World().opened().suspected().appealed();
const accepted = () => appealed().escalated().accepted();
const authority = { authorityId: 'cq', province: 'CN-CQ', kind: 'consumer_association' } as const;

/** How the last clock under a rule ended. */
function endOf(world: World, ruleId: string): string | undefined {
  return Object.values(world.state.clocks).findLast((clock) => clock.ruleId === ruleId)?.status;
}

function onCase(world: World, command: Record<string, unknown>): Command {
  return { caseId: caseId(world), words: '说明。', ...command } as unknown as Command;
}

const decided = (world: World) => {
  const { flagIds } = world.only(world.state.cases);
  world.try(REVIEWER, onCase(world, { do: 'case.start_review' }));
  const decision = { do: 'case.decide', finding: 'misjudged', liftFlagIds: flagIds, ruleRelied: 'AF-11' };
  return world.do(REVIEWER, onCase(world, decision));
};

describe('what a carrier was asked for', () => {
  it('came when it decided', () => {
    expect(endOf(decided(appealed()), 'carrier.reply')).toBe('met');
  });

  it('came when the lift made a word needless', () => {
    expect(endOf(new World().opened().inArrears().appealed().pays(8800, 'p1'), 'carrier.reply')).toBe('met');
  });

  it('did not come when the person withdrew', () => {
    const world = appealed();
    expect(endOf(world.do(HOLDER, onCase(world, { do: 'case.withdraw' })), 'carrier.reply')).toBe('cancelled');
  });

  it('did not come when the person went to a body that needs no answer first', () => {
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
    world.do(HOLDER, onCase(world, { do: 'case.escalate', authority, acceptedElsewhere: false }));
    expect(endOf(world, 'carrier.reply')).toBe('cancelled');
  });

  it('by a body came with its answer to that body', () => {
    const world = accepted();
    world.do(OFFICER, onCase(world, { do: 'case.ask_carrier' }));
    world.do(AGENT, onCase(world, { do: 'case.answer_authority' }));
    expect(endOf(world, 'miit.carrierFeedback')).toBe('met');
  });

  it.each(['case.settle', 'case.end_unsettled'])('by a body did not come before %s', (end) => {
    const world = accepted();
    world.do(OFFICER, onCase(world, { do: 'case.ask_carrier' }));
    world.do(OFFICER, onCase(world, { do: end, liftFlagIds: world.only(world.state.cases).flagIds }));
    expect(endOf(world, 'miit.carrierFeedback')).toBe('cancelled');
    expect(endOf(world, 'miit.answer')).toBe('met');
  });

  it('as a switch came with its no as well as it would with its yes', () => {
    const world = decided(appealed());
    const { liftId, steps } = world.only(world.state.lifts);
    const system = steps[0]?.system ?? '';
    world.do(SYSTEM, { do: 'send_lift', liftId, system } as Command);
    world.do(SYSTEM, { do: 'fail_lift', liftId, system, code: 'E1' } as Command);
    expect(endOf(world, 'ours.switch_confirm')).toBe('met');
    expect(endOf(world, 'carrier.reopen')).toBe('running');
  });
});

describe('what a body was asked for', () => {
  it.each([
    ['case.accept', 'met'],
    ['case.decline', 'met'],
  ])('came with %s', (act, status) => {
    const world = appealed().escalated();
    world.do(OFFICER, onCase(world, { do: act, ground: 'no_prior_complaint' }));
    expect(endOf(world, 'miit.accept')).toBe(status);
  });

  it('did not come when the phone was back by a late payment', () => {
    const world = new World()
      .opened()
      .inArrears()
      .appealed()
      .wait(16 * DAY)
      .sweep()
      .escalated();
    world.pays(8800, 'p1');
    expect(endOf(world, 'miit.accept')).toBe('cancelled');
    expect(endOf(world, 'user.appealLimit.fee')).toBe('met');
  });

  it('is to be put to the carrier: mediating without asking is no asking', () => {
    const world = accepted();
    world.do(OFFICER, onCase(world, { do: 'case.mediate' }));
    expect(endOf(world, 'miit.forward')).toBe('cancelled');
    world.do(OFFICER, onCase(world, { do: 'case.end_unsettled' }));
    expect(endOf(world, 'miit.mediate')).toBe('met');
  });
});

describe('what the person was asked for', () => {
  it('came with the material', () => {
    const world = appealed();
    world.do(REVIEWER, onCase(world, { do: 'case.ask_material', materials: ['id_card'] }));
    world.do(HOLDER, onCase(world, { do: 'case.give_material' }));
    expect(endOf(world, 'ours.supplement')).toBe('met');
  });

  it('was not needed when the carrier decided late without it', () => {
    const world = appealed()
      .wait(16 * DAY)
      .sweep();
    expect(endOf(decided(world), 'user.appealLimit.other')).toBe('cancelled');
  });
});
