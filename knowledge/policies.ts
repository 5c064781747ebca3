import type { LegalFloor, PolicyLaw } from '../src/domain/policies/check.ts';
import type { PolicyRule } from '../src/domain/policies/policy.ts';
import { BACKGROUND, LAWS } from './laws/index.ts';

/** Where a law on whose ground a rule rests says how much must have come together first. */
const FLOORS: readonly LegalFloor[] = [
  { lawIds: ['TR-34b'], on: 'bill_overdue', field: 'overdueDays', atLeast: 31 },
  { lawIds: ['TR-34c'], on: 'bill_overdue', field: 'overdueDays', atLeast: 91 },
];

const KNOWN = new Set([...LAWS, ...BACKGROUND].map(({ lawId }) => lawId));

/** What the law says that a carrier's table must keep to. */
export const policyLaw: PolicyLaw = { floors: FLOORS, knownLaw: (lawId) => KNOWN.has(lawId) };

const CALLS = { function: 'voice_out', days: null, spares: ['emergency', 'service_numbers'] } as const;
const TEXTS = { function: 'sms_out', days: null, spares: ['service_numbers'] } as const;

/** A contract's own clause: which one, only the carrier knows. */
const own = (clause: string) => ({ kind: 'contract', document: '入网服务协议', clause }) as const;

/** Ready-made rows to begin a table with, one example for each cause that carriers flag for themselves. */
export const POLICY_EXAMPLES: readonly PolicyRule[] = [
  {
    ruleId: 'arrears-31',
    code: 'A1',
    on: 'bill_overdue',
    by: 'rule',
    when: [
      { field: 'overdueDays', op: 'gte', value: 31 },
      { field: 'overdueFen', op: 'gt', value: 0 },
    ],
    ground: { kind: 'law', ruleId: 'TR-34b', article: '34(2)' },
    measures: [CALLS, { ...TEXTS, afterDays: 15 }],
    graceDays: 3,
    lift: 'paid',
    remedies: ['repay', 'appeal'],
    papers: [],
  },
  {
    ruleId: 'contract-default',
    code: 'B1',
    on: 'contract_defaulted',
    by: 'rule',
    when: [{ field: 'overdueDays', op: 'gte', value: 30 }],
    ground: own('信用购机违约条款'),
    measures: [{ function: 'new_business', days: null, spares: [] }],
    graceDays: 7,
    lift: 'settled',
    remedies: ['repair_credit', 'appeal'],
    papers: ['settlement_proof'],
  },
  {
    ruleId: 'complaints',
    code: 'C1',
    on: 'complaint_received',
    by: 'rule',
    when: [{ field: 'complaints', op: 'gte', value: 3 }],
    ground: own('违规使用条款'),
    measures: [{ ...CALLS, days: 7 }],
    reviewDays: 3,
    lift: 'expires',
    remedies: ['explain', 'undertake', 'appeal'],
    papers: ['id_card', 'explanation'],
  },
  {
    ruleId: 'many-short-calls',
    code: 'D1',
    on: 'usage_observed',
    by: 'rule',
    when: [
      { field: 'distinctCallees', op: 'gte', value: 150 },
      { field: 'shortCallShare', op: 'gte', value: 0.9 },
    ],
    ground: { kind: 'law', ruleId: 'AF-11', article: '11' },
    measures: [CALLS],
    reviewDays: 2,
    lift: 'verified',
    remedies: ['reverify', 'explain', 'undertake', 'appeal'],
    papers: ['id_card', 'work_proof', 'undertaking'],
  },
  {
    ruleId: 'check-failed',
    code: 'F1',
    on: 'verification_result',
    by: 'rule',
    when: [{ field: 'passed', op: 'eq', value: false }],
    ground: { kind: 'law', ruleId: 'AF-11', article: '11' },
    measures: [CALLS],
    graceDays: 7,
    lift: 'verified',
    remedies: ['reverify', 'appeal'],
    papers: ['id_card'],
  },
];
