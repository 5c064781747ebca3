import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_EXAMPLES, policyLaw } from '../../../knowledge/policies.ts';
import { POLICY } from '../../../seed/city.ts';
import { BOOK, SYSTEM, World } from '../../../test/support/world.ts';
import { unsparedBy } from '../flags/measure.ts';
import { missingParts } from '../flags/reasons.ts';
import { addMs } from '../time.ts';
import { checkPolicy } from './check.ts';
import { ruleHolds } from './compile.ts';
import type { Policy, PolicyRule } from './policy.ts';

const DAY_MS = 86_400_000;
const calls = POLICY_EXAMPLES.find(({ on }) => on === 'usage_observed');
if (!calls) throw new Error('there is no example on calls');

/** Tables of one to three rows on calls, of which those are used that may be published. */
const anyTable = fc
  .array(
    fc.record({
      least: fc.integer({ min: 0, max: 200 }),
      share: fc.integer({ min: 0, max: 100 }),
      graceDays: fc.integer({ min: 0, max: 9 }),
      reviewDays: fc.integer({ min: 1, max: 9 }),
      afterDays: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (rows): Policy => ({
      ...POLICY,
      rules: rows.map(
        ({ least, share, graceDays, reviewDays, afterDays }, at): PolicyRule => ({
          ...calls,
          ruleId: `row-${at}`,
          when: [
            { field: 'distinctCallees', op: 'gte', value: least },
            { field: 'shortCallShare', op: 'gte', value: share / 100 },
          ],
          measures: [{ function: 'voice_out', days: null, afterDays, spares: ['emergency', 'service_numbers'] }],
          graceDays,
          reviewDays,
        }),
      ),
    }),
  )
  .filter((policy) => checkPolicy(policy, policyLaw).length === 0);

describe('under any table that may be published', () => {
  it('a flag carries whole reasons that its own record bears out, and nobody has to step in', () => {
    let placed = 0;
    fc.assert(
      fc.property(
        anyTable,
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 0, max: 100 }),
        (policy, people, share) => {
          const world = new World().opened();
          const fact = {
            kind: 'usage_observed',
            windowHours: 24,
            callsOut: 300,
            distinctCallees: people,
            shortCallShare: share / 100,
          } as const;
          world.do(SYSTEM, { do: 'record_fact', at: world.now, fact }, { ...BOOK, policy });
          const due = policy.rules.find((rule) => ruleHolds(rule, { ...fact }));
          const flags = Object.values(world.state.flags);
          expect(flags.map(({ reasons }) => reasons.rule?.ruleId)).toEqual(due ? [due.ruleId] : []);
          expect(world.state.attention).toEqual({});
          for (const { reasons, decidedAutomatically } of flags) {
            placed += 1;
            expect(missingParts(reasons)).toEqual([]);
            expect(unsparedBy(reasons.measures)).toEqual([]);
            expect(reasons.rule?.values).toEqual({ distinctCallees: people, shortCallShare: share / 100 });
            expect(due && ruleHolds(due, reasons.rule?.values ?? {})).toBe(true);
            expect(decidedAutomatically).toBe(true);
            const effect = addMs(world.now, (due?.graceDays ?? 0) * DAY_MS);
            expect(reasons.measures[0]?.from).toBe(addMs(effect, (due?.measures[0]?.afterDays ?? 0) * DAY_MS));
            expect(reasons.reviewAt).toBe(addMs(effect, (due?.reviewDays ?? 0) * DAY_MS));
          }
        },
      ),
      { numRuns: 300, seed: 20_261_123 },
    );
    expect(placed).toBeGreaterThan(50);
  });
});
