import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_EXAMPLES, policyLaw } from '../../../knowledge/policies.ts';
import { POLICY } from '../../../seed/city.ts';
import { checkPolicy } from './check.ts';
import { evaluatePolicy } from './compile.ts';
import { findField } from './fields.ts';
import { covers, type Point } from './grid.ts';
import type { Condition, Policy, PolicyRule } from './policy.ts';

const [arrears, , , calls] = POLICY_EXAMPLES;
if (!arrears || !calls) throw new Error('the examples begin with arrears');

const table = (...rules: PolicyRule[]): Policy => ({ ...POLICY, rules });
const row = (ruleId: string, when: readonly Condition[], more: Partial<PolicyRule> = {}): PolicyRule => ({
  ...calls,
  ruleId,
  when,
  ...more,
});
const findings = (policy: Policy) => checkPolicy(policy, policyLaw).map(({ code, pointer }) => `${code} ${pointer}`);
const people = (op: Condition['op'], value: number): Condition => ({ field: 'distinctCallees', op, value });
const share = (op: Condition['op'], value: number): Condition => ({ field: 'shortCallShare', op, value });

describe('a table that may be published', () => {
  it('is the demo carrier’s, and the ready-made one', () => {
    expect(checkPolicy(POLICY, policyLaw)).toEqual([]);
    expect(checkPolicy(table(...POLICY_EXAMPLES), policyLaw)).toEqual([]);
  });

  it('may have steps that meet without a gap, over one field and over two', () => {
    const steps = table(
      row('mild', [people('gte', 100), people('lt', 200)]),
      row('grave', [people('gte', 200)], { reviewDays: 1 }),
    );
    expect(findings(steps)).toEqual([]);
    const corner = table(
      row('both', [people('gte', 100), people('lt', 300), share('gte', 0.8)]),
      row('many', [people('gte', 300)]),
    );
    expect(findings(corner)).toEqual([]);
  });

  it('may be stricter with a young line without that being a gap', () => {
    const young: Condition = { field: 'tenureDays', op: 'lt', value: 30 };
    const old: Condition = { field: 'tenureDays', op: 'gte', value: 30 };
    expect(findings(table(row('young', [people('gte', 100), young]), row('old', [people('gte', 300), old])))).toEqual(
      [],
    );
  });
});

describe('a table that may not', () => {
  it.each([
    [
      'a gap',
      [row('mild', [people('gte', 100), people('lt', 200)]), row('grave', [people('gte', 250)])],
      'policy.gap /rules/1/when/0',
    ],
    [
      'an overlap',
      [row('mild', [people('gte', 100)]), row('grave', [people('gte', 250)])],
      'policy.overlap /rules/1/when',
    ],
    [
      'a row that never fires',
      [row('never', [people('gte', 100), people('lt', 50)])],
      'policy.never_fires /rules/0/when',
    ],
    [
      'a breach of the minimum service',
      [
        row('cut', [people('gte', 100)], {
          measures: [{ function: 'voice_out', days: null, spares: ['service_numbers'] }],
        }),
      ],
      'policy.cuts_protected /rules/0/measures',
    ],
    [
      'no appeal against a judgement',
      [row('mute', [people('gte', 9)], { remedies: ['reverify'] })],
      'policy.no_appeal /rules/0/remedies',
    ],
    [
      'a field of another fact',
      [row('odd', [{ field: 'overdueDays', op: 'gte', value: 3 }])],
      'policy.unknown_field /rules/0/when/0',
    ],
    ['a share above one', [row('odd', [share('gte', 80)])], 'policy.bad_value /rules/0/when/0'],
    ['half a person', [row('odd', [people('gte', 99.5)])], 'policy.bad_value /rules/0/when/0'],
    [
      'no ground',
      [row('odd', [people('gte', 9)], { ground: { kind: 'contract', document: '协议', clause: ' ' } })],
      'policy.no_ground /rules/0/ground',
    ],
    [
      'a law that nobody knows',
      [row('odd', [people('gte', 9)], { ground: { kind: 'law', ruleId: 'XX-1', article: '1' } })],
      'policy.unknown_law /rules/0/ground',
    ],
    [
      'an end without a date',
      [row('odd', [people('gte', 9)], { lift: 'expires' })],
      'policy.never_ends /rules/0/measures/0/days',
    ],
    [
      'two rows of one name',
      [row('a', [people('gte', 9)]), row('a', [people('lt', 9)])],
      'policy.same_name /rules/1/rule_id',
    ],
  ] as const)('has %s: the cell is named', (_, rules, expected) => {
    expect(findings(table(...rules))).toContain(expected);
  });

  it('flags for arrears sooner than the law that it rests on; under a contract it may', () => {
    const soon = { ...arrears, when: [{ field: 'overdueDays', op: 'gte', value: 30 }] as const };
    expect(checkPolicy(table(soon), policyLaw)).toEqual([
      {
        code: 'policy.sooner_than_law',
        pointer: '/rules/0/when/0',
        data: { field: 'overdueDays', at_least: 31, law: 'TR-34b' },
      },
    ]);
    expect(findings(table({ ...arrears, when: [] }))).toContain('policy.sooner_than_law /rules/0/when');
    expect(findings(table({ ...soon, ground: { kind: 'contract', document: '协议', clause: '5.1' } }))).toEqual([]);
  });

  it('shows values that prove it', () => {
    const gap = table(row('mild', [people('gte', 100), people('lt', 200)]), row('grave', [people('gte', 250)]));
    const [found] = checkPolicy(gap, policyLaw);
    const example = found?.data['example'] as Point;
    expect(gap.rules.some((one) => covers(one, example))).toBe(false);
    expect(Number(example['distinctCallees'])).toBeGreaterThanOrEqual(200);
    expect(Number(example['distinctCallees'])).toBeLessThan(250);
  });
});

const OPS = ['gte', 'gt', 'lte', 'lt'] as const;
const anyCondition = fc.oneof(
  fc.record({
    field: fc.constant('distinctCallees'),
    op: fc.constantFrom(...OPS),
    value: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({
    field: fc.constant('shortCallShare'),
    op: fc.constantFrom(...OPS),
    value: fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
  }),
  fc.record({ field: fc.constant('flagsBefore'), op: fc.constantFrom(...OPS), value: fc.integer({ min: 0, max: 3 }) }),
);
const anyTable = fc
  .array(fc.array(anyCondition, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((all) => table(...all.map((when, at) => row(`row-${at}`, when))));
const anyPoint = fc.record({
  distinctCallees: fc.integer({ min: 0, max: 12 }),
  shortCallShare: fc.integer({ min: 0, max: 64 }).map((n) => n / 64),
  flagsBefore: fc.integer({ min: 0, max: 5 }),
});

describe('tried against points drawn at random', () => {
  it('a table without a finding of overlap has no point that two rows cover', () => {
    fc.assert(
      fc.property(anyTable, fc.array(anyPoint, { minLength: 40, maxLength: 40 }), (policy, points) => {
        const found = findings(policy);
        const overlaps = found.some((one) => one.startsWith('policy.overlap'));
        for (const point of points) {
          const by = policy.rules.filter((one) => covers(one, point));
          if (by.length > 1)
            expect(overlaps, JSON.stringify({ rules: policy.rules.map(({ when }) => when), point })).toBe(true);
        }
        for (const [at, one] of policy.rules.entries())
          if (points.some((point) => covers(one, point)))
            expect(found).not.toContain(`policy.never_fires /rules/${at}/when`);
      }),
      { numRuns: 400, seed: 20_261_123 },
    );
  });

  it('a table without a finding has no gap on one field', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(steps, (bounds) => {
        const rules = bounds.map(([a, b], at) =>
          row(`row-${at}`, [people('gte', Math.min(a, b)), people('lte', Math.max(a, b))]),
        );
        const flagged = Array.from(
          { length: 32 },
          (_, n) => rules.filter((one) => covers(one, { distinctCallees: n })).length,
        );
        const [first, last] = [flagged.findIndex((n) => n > 0), flagged.findLastIndex((n) => n > 0)];
        const hole = flagged.slice(first, last).includes(0);
        const twice = flagged.some((n) => n > 1);
        const found = findings(table(...rules)).map((one) => one.split(' ')[0]);
        expect(found.includes('policy.overlap')).toBe(twice);
        if (!twice) expect(found.includes('policy.gap')).toBe(hole);
      }),
      { numRuns: 400, seed: 20_261_123 },
    );
  });

  it('a row fires on a fact exactly when it covers the fact’s point, and the trace says what was seen', () => {
    fc.assert(
      fc.property(anyTable, anyPoint, (policy, point) => {
        const fact = { kind: 'usage_observed', windowHours: 24, callsOut: 1, ...point } as const;
        const { fired, trace } = evaluatePolicy(policy, fact, {
          tenureDays: 9,
          flagsBefore: { suspicion: point.flagsBefore },
        });
        const first = policy.rules.find((one) => covers(one, point));
        expect(fired.map(({ ruleId }) => ruleId)).toEqual(first ? [first.ruleId] : []);
        for (const { conditions } of trace)
          for (const { field, saw } of conditions) {
            expect(findField('usage_observed', field)).toBeDefined();
            expect(saw).toBe(point[field as keyof typeof point]);
          }
      }),
      { numRuns: 400, seed: 20_261_123 },
    );
  });
});
