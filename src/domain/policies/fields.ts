import type { Cause } from '../flags/words.ts';
import type { Fact, FactKind } from '../numbers/fact.ts';
import type { JsonValue } from '../refusal.ts';

/** How a value is counted: whole numbers for all but shares; money in fen. */
export type Unit = 'count' | 'days' | 'hours' | 'fen' | 'share' | 'code' | 'yes_no';
export type Field = {
  readonly field: string;
  readonly unit: Unit;
  readonly least: number;
  readonly most: number;
  /** Less of it is graver: a line that is young is trusted less. */
  readonly falls?: true;
};

/** What is known of the line when a fact comes in, besides the fact. */
export type LineFacts = {
  readonly tenureDays: number;
  /** Flags of each cause placed on the line in the year before, those found misjudged left out. */
  readonly flagsBefore: { readonly [C in Cause]?: number };
};

const MANY = 1_000_000_000;

const count = (field: string): Field => ({ field, unit: 'count', least: 0, most: MANY });
const days = (field: string): Field => ({ field, unit: 'days', least: 0, most: 36_600 });
const fen = (field: string): Field => ({ field, unit: 'fen', least: 0, most: 1_000_000_000_00 });
const code = (field: string): Field => ({ field, unit: 'code', least: 0, most: 0 });

/** What rules on any fact may look at. */
export const LINE_FIELDS: readonly Field[] = [{ ...days('tenureDays'), falls: true }, count('flagsBefore')];

/** What rules on a fact of each kind may look at. */
export const FIELDS: { readonly [K in FactKind]: readonly Field[] } = {
  bill_issued: [fen('amountFen')],
  bill_overdue: [days('overdueDays'), fen('overdueFen')],
  payment_received: [fen('amountFen')],
  complaint_received: [count('complaints'), code('topic')],
  usage_observed: [
    { field: 'windowHours', unit: 'hours', least: 1, most: 8784 },
    count('callsOut'),
    count('distinctCallees'),
    { field: 'shortCallShare', unit: 'share', least: 0, most: 1 },
    code('model'),
  ],
  verification_result: [code('check'), { field: 'passed', unit: 'yes_no', least: 0, most: 1 }],
  contract_defaulted: [days('overdueDays'), fen('overdueFen')],
  contract_settled: [],
};

/** The field of this name that rules on such a fact may look at. */
export function findField(on: FactKind, field: string): Field | undefined {
  return [...FIELDS[on], ...LINE_FIELDS].find((one) => one.field === field);
}

/** True for values that lie on a line, so that they can be more or less. */
export function isMeasured({ unit }: Field): boolean {
  return unit !== 'code' && unit !== 'yes_no';
}

/** Reads one field; null where the fact does not tell. */
export type Reader = (fact: Fact, line: LineFacts) => JsonValue;

/** How a rule of this cause reads a field. */
export function readerOf(field: string, cause: Cause): Reader {
  if (field === 'tenureDays') return (_, { tenureDays }) => tenureDays;
  if (field === 'flagsBefore') return (_, { flagsBefore }) => flagsBefore[cause] ?? 0;
  return (fact) => (fact as unknown as Record<string, JsonValue>)[field] ?? null;
}
