import { describe, expect, it } from 'vitest';
import { policyLaw } from '../../../knowledge/policies.ts';
import { POLICY } from '../../../seed/city.ts';
import { BOOK, SYSTEM, World } from '../../../test/support/world.ts';
import { checkPolicy } from '../policies/check.ts';

describe('reasons', () => {
  const whole = (world: World) => ({
    code: 'D1' as const,
    ground: { kind: 'law' as const, ruleId: 'AF-11', article: '11' },
    factIds: [world.state.facts[0]?.factId ?? ''],
    rule: {
      policyId: 'qinghe-service',
      version: 1,
      ruleId: 'short-calls',
      values: { distinctCallees: 150, shortCallShare: 0.92 },
    },
    responsible: { body: '风控部', staffId: null },
    measures: [
      {
        function: 'voice_out' as const,
        from: world.now,
        until: null,
        spares: ['emergency' as const, 'service_numbers' as const],
      },
    ],
    liftCondition: { kind: 'verified' as const, check: 'real_person' },
    remedies: ['reverify' as const],
    papers: ['id_card'],
    complainTo: ['carrier'],
  });
  const prepared = () => {
    const world = new World().opened();
    world.do(
      SYSTEM,
      {
        do: 'record_fact',
        at: world.now,
        fact: { kind: 'usage_observed', windowHours: 24, callsOut: 180, distinctCallees: 150, shortCallShare: 0.92 },
      },
      null,
    );
    return world;
  };

  it.each([
    ['ground', { ground: null }, 'flag.reasons_missing'],
    ['facts', { factIds: [] }, 'flag.reasons_missing'],
    ['rule', { rule: null }, 'flag.reasons_missing'],
    ['responsible', { responsible: { body: '', staffId: null } }, 'flag.reasons_missing'],
    ['measures', { measures: [] }, 'flag.reasons_missing'],
    ['what lifts it', { liftCondition: null }, 'flag.reasons_missing'],
    ['papers', { papers: null }, 'flag.reasons_missing'],
    ['where to complain', { complainTo: [] }, 'flag.reasons_missing'],
    ['a fact of nobody', { factIds: ['fact_x_1'] }, 'flag.fact_unknown'],
    [
      'emergency calls cut',
      {
        measures: [
          { function: 'voice_out', from: '2026-03-02T02:00:00.000Z', until: null, spares: ['service_numbers'] },
        ],
      },
      'flag.cuts_protected',
    ],
    [
      'notices cut',
      { measures: [{ function: 'sms_in', from: '2026-03-02T02:00:00.000Z', until: null, spares: [] }] },
      'flag.cuts_protected',
    ],
    ['another article', { ground: { kind: 'law', ruleId: 'AF-12', article: '12' } }, 'flag.contradicts_record'],
    [
      'other values',
      {
        rule: {
          policyId: 'qinghe-service',
          version: 1,
          ruleId: 'short-calls',
          values: { distinctCallees: 151, shortCallShare: 0.92 },
        },
      },
      'flag.contradicts_record',
    ],
    [
      'a rule of another version',
      { rule: { policyId: 'qinghe-service', version: 2, ruleId: 'short-calls', values: {} } },
      'flag.contradicts_record',
    ],
    [
      'a measure beyond the rule',
      { measures: [{ function: 'data', from: '2026-03-02T02:00:00.000Z', until: null, spares: [] }] },
      'flag.contradicts_record',
    ],
    ['a remedy that cannot move it', { remedies: ['repay'] }, 'flag.contradicts_record'],
  ])('refuse a placed flag that lacks or contradicts: %s', (_, change, code) => {
    const world = prepared();
    const reasons = { ...whole(world), ...change } as ReturnType<typeof whole>;
    expect(world.refusalOf(SYSTEM, { do: 'place_flag', reasons })).toBe(code);
  });

  it('accept the whole statement', () => {
    const world = prepared();
    expect(world.refusalOf(SYSTEM, { do: 'place_flag', reasons: whole(world) })).toBeNull();
  });
});

it('never places the flag of a rule that cuts emergency calls: a human sees it instead', () => {
  const [rule] = POLICY.rules;
  const cruel = {
    ...POLICY,
    rules: rule ? [{ ...rule, measures: [{ function: 'voice_out' as const, days: null, spares: [] }] }] : [],
  };
  expect(checkPolicy(cruel, policyLaw).map(({ code }) => code)).toContain('policy.cuts_protected');
  const world = new World().opened();
  const book = { ...BOOK, policy: cruel };
  const at = world.now;
  world.do(
    SYSTEM,
    { do: 'record_fact', at, fact: { kind: 'bill_issued', billId: 'b', amountFen: 100, dueDate: '2026-01-31' } },
    book,
  );
  world.do(
    SYSTEM,
    { do: 'record_fact', at, fact: { kind: 'bill_overdue', billId: 'b', overdueDays: 40, overdueFen: 100 } },
    book,
  );
  expect(world.state.flags).toEqual({});
  expect(world.only(world.state.attention)).toMatchObject({ kind: 'flag_refused', handledAt: null });
});
