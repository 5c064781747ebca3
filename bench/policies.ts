import { POLICY_EXAMPLES } from '../knowledge/policies.ts';
import { POLICY } from '../seed/city.ts';
import type { Fact } from '../src/domain/numbers/fact.ts';
import { evaluatePolicy } from '../src/domain/policies/compile.ts';
import type { Policy } from '../src/domain/policies/policy.ts';
import type { Run } from './figures.ts';

/** What one core must judge in a second, with the whole trace. */
const LIMIT = 1_000_000;
const MS = 2_000;
const LINE = { tenureDays: 400, flagsBefore: {} };

/** Facts of every kind through the ready-made table, each with what every condition saw, beside the limit. */
export function benchPolicies(rounds: number): Run[] {
  const policy: Policy = { ...POLICY, rules: POLICY_EXAMPLES };
  const facts = Array.from({ length: 1_000 }, (_, at) => factOf(at));
  return Array.from({ length: rounds }, () => {
    let judged = 0;
    let fired = 0;
    const begun = performance.now();
    while (performance.now() - begun < MS) {
      for (const fact of facts) fired += evaluatePolicy(policy, fact, LINE).fired.length;
      judged += facts.length;
    }
    if (fired === 0) throw new Error('no fact fired a rule: nothing was measured');
    return { ours: judged / ((performance.now() - begun) / 1000), reference: LIMIT };
  });
}

function factOf(at: number): Fact {
  switch (at % 4) {
    case 0:
      return { kind: 'bill_overdue', billId: `b${at}`, overdueDays: at % 60, overdueFen: at };
    case 1:
      return {
        kind: 'usage_observed',
        windowHours: 24,
        callsOut: at,
        distinctCallees: at % 300,
        shortCallShare: (at % 100) / 100,
      };
    case 2:
      return { kind: 'complaint_received', complaintId: `c${at}`, topic: 'x', complaints: at % 5 };
    default:
      return { kind: 'verification_result', check: 'real_person', passed: at % 3 === 0 };
  }
}
