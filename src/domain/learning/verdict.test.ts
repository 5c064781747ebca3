import { describe, expect, it } from 'vitest';
import { REGULATOR } from '../../../seed/city.ts';
import {
  AGENT,
  BOOK,
  DAY,
  HOLDER,
  OFFICER,
  REVIEWER,
  SECOND_REVIEWER,
  SYSTEM,
  World,
} from '../../../test/support/world.ts';
import type { Flag } from '../flags/flag.ts';
import { isFirstOfNumber } from './verdict.ts';

const RULE = { policyId: 'qinghe-service', version: 1, ruleId: 'short-calls' };
const flagOf = (world: World, ruleId = RULE.ruleId): Flag | undefined =>
  Object.values(world.state.flags).find((flag) => flag.reasons.rule?.ruleId === ruleId);
const caseIdOf = (world: World) => world.only(world.state.cases).caseId;
const inReview = () => {
  const world = new World().opened().suspected().appealed();
  return world.do(AGENT, { do: 'case.start_review', caseId: caseIdOf(world) });
};
const decide = (world: World, by: typeof REVIEWER, finding: 'misjudged' | 'condition_met' | 'grounded') =>
  world.do(by, {
    do: 'case.decide',
    caseId: caseIdOf(world),
    finding,
    liftFlagIds: finding === 'grounded' ? [] : [flagOf(world)?.flagId ?? ''],
    ruleRelied: 'AF-32c',
    words: '已核对。',
  });
/** Refused, handed over and taken on. */
const withBody = (world: World) =>
  world
    .do(HOLDER, {
      do: 'case.escalate',
      caseId: caseIdOf(world),
      authority: REGULATOR,
      acceptedElsewhere: false,
      words: '不服。',
    })
    .accepted();
const settle = (world: World) =>
  world.do(OFFICER, {
    do: 'case.settle',
    caseId: caseIdOf(world),
    liftFlagIds: [flagOf(world)?.flagId ?? ''],
    words: '同意恢复。',
  });
const classLift = { do: 'lift_as_class', classId: 'class_x', ruleRelied: 'AF-32c', words: '规则有误。' } as const;

describe('what a decision says of the rule that flagged', () => {
  it('counts misjudged against it, what is left standing for it, and a met condition as neither', () => {
    expect(flagOf(decide(inReview(), REVIEWER, 'misjudged'))?.verdict).toMatchObject({
      outcome: 'overturned',
      by: 'decision',
      changedAt: null,
    });
    expect(flagOf(decide(inReview(), REVIEWER, 'grounded'))?.verdict).toMatchObject({ outcome: 'upheld' });
    expect(flagOf(decide(inReview(), REVIEWER, 'condition_met'))?.verdict).toBeUndefined();
    expect(flagOf(inReview())?.verdict).toBeUndefined();
  });

  it('of a case with two flags speaks for each by itself', () => {
    const world = new World().opened().inArrears().suspected().appealed();
    world.do(AGENT, { do: 'case.start_review', caseId: caseIdOf(world) });
    decide(world, REVIEWER, 'misjudged');
    expect(flagOf(world)?.verdict?.outcome).toBe('overturned');
    expect(flagOf(world, 'arrears-30')?.verdict?.outcome).toBe('upheld');
  });

  it('turns what was upheld when the carrier gives way before a body, in its old place', () => {
    const world = withBody(decide(inReview(), REVIEWER, 'grounded'));
    const upheld = flagOf(world)?.verdict;
    settle(world.wait(DAY));
    expect(flagOf(world)?.verdict).toEqual({
      ...upheld,
      outcome: 'overturned',
      by: 'settlement',
      changedAt: world.now,
    });
  });

  it('counts nothing for a settlement on what nobody had decided: of those only the ones given in to would count', () => {
    const world = settle(new World().opened().suspected().appealed().escalated().accepted());
    expect(flagOf(world)?.status).toBe('lifting');
    expect(flagOf(world)?.verdict).toBeUndefined();
  });

  it('says nothing where a flag is lifted with its class, and nothing new where it was upheld before', () => {
    const never = new World().opened().suspected();
    never.do(REVIEWER, { ...classLift, rule: RULE, flagId: flagOf(never)?.flagId ?? '' });
    expect(flagOf(never)).toMatchObject({ status: 'lifting', liftedBecause: 'misjudged' });
    expect(flagOf(never)?.verdict).toBeUndefined();
    const refused = decide(inReview(), REVIEWER, 'grounded');
    refused.do(SECOND_REVIEWER, { ...classLift, rule: RULE, flagId: flagOf(refused)?.flagId ?? '' });
    expect(flagOf(refused)?.verdict?.outcome).toBe('upheld');
    expect(refused.only(refused.state.cases).status).toBe('lifting');
  });

  it('counts a number once in the test, with the flag that was decided first', () => {
    const world = decide(inReview(), REVIEWER, 'misjudged');
    const first = flagOf(world);
    if (!first?.verdict) throw new Error('undecided');
    const { verdict } = first;
    const second = { ...first, flagId: 'flag_later', verdict: { ...verdict, seq: verdict.seq + 9 } };
    const other = {
      ...second,
      flagId: 'flag_other_rule',
      reasons: { ...first.reasons, rule: { ...RULE, values: {}, version: 2 } },
    };
    const state = { ...world.state, flags: { [first.flagId]: first, [second.flagId]: second, [other.flagId]: other } };
    expect([first, second, other].map((flag) => isFirstOfNumber(state, flag))).toEqual([true, false, true]);
  });
});

describe('a flag that is lifted with its class', () => {
  const code = (world: World, by: typeof REVIEWER, more: object = {}) =>
    world.refusalOf(by, { ...classLift, rule: RULE, flagId: flagOf(world)?.flagId ?? '', ...more });

  it('is decided by a reviewer who neither placed it nor decided on it, with reasons and a rule', () => {
    const refused = decide(inReview(), REVIEWER, 'grounded');
    expect(code(refused, REVIEWER)).toBe('case.decider_cannot_decide_again');
    expect(code(refused, SECOND_REVIEWER)).toBeNull();
    expect(code(refused, SECOND_REVIEWER, { words: ' ' })).toBe('case.reasons_missing');
    expect(code(refused, SECOND_REVIEWER, { ruleRelied: '' })).toBe('case.rule_missing');
    expect(code(refused, SECOND_REVIEWER, { rule: { ...RULE, version: 2 } })).toBe('class.other_rule');
    const gone = refused.do(SYSTEM, {
      do: 'record_fact',
      at: refused.now,
      fact: { kind: 'verification_result', check: 'real_person', passed: true },
    });
    expect(code(gone, SECOND_REVIEWER)).toBe('flag.not_active');
  });

  it('has its decision and its lift in one append, and its people told in words of their own', () => {
    const world = new World().opened().suspected();
    const before = world.entries.length;
    world.do(REVIEWER, { ...classLift, rule: RULE, flagId: flagOf(world)?.flagId ?? '' });
    const kinds = world.entries.slice(before).map((entry) => entry.kind);
    expect(kinds.slice(0, 3)).toEqual(['flag.class_decided', 'lift.ordered', 'notice.issued']);
    const notices = Object.values(world.state.notices).map(({ kind }) => kind);
    expect(notices).toContain('class_lifted');
    expect(notices).not.toContain('lift_ordered');
  });
});

describe('a paused rule', () => {
  const paused = { ...BOOK, pausedRules: ['short-calls'] };
  const usage = {
    do: 'record_fact',
    fact: { kind: 'usage_observed', windowHours: 24, callsOut: 180, distinctCallees: 150, shortCallShare: 0.92 },
  } as const;

  it('flags nobody by itself and puts the fact before a human once; the other rules go on', () => {
    const world = new World().opened();
    for (let n = 0; n < 3; n += 1) world.do(SYSTEM, { ...usage, at: world.now }, paused).wait(DAY);
    expect(Object.keys(world.state.flags)).toEqual([]);
    const raised = Object.values(world.state.attention);
    expect(raised).toMatchObject([{ kind: 'rule_paused', detail: 'short-calls' }]);
    expect(Object.values(world.inArrears().state.flags)).toHaveLength(1);
  });

  it('is not for machines to place by, while a named human may rely on it and answers for that', () => {
    const placed = new World().opened().suspected();
    const reasons = flagOf(placed)?.reasons;
    if (!reasons) throw new Error('not flagged');
    const world = new World().opened();
    world.do(SYSTEM, { ...usage, at: world.now }, paused);
    const place = { do: 'place_flag', reasons: { ...reasons, factIds: [world.state.facts[0]?.factId ?? ''] } } as const;
    const refused = world.try(SYSTEM, place, paused);
    expect(refused.ok ? null : refused.refusal.code).toBe('flag.rule_paused');
    expect(world.try(AGENT, place, paused).ok).toBe(true);
  });
});
