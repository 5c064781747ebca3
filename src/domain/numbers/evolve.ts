import { isHuman } from '../journal/actor.ts';
import type { Reducers } from '../journal/evolve.ts';
import type { NumberState } from '../journal/state.ts';
import type { Bill, Fact } from './fact.ts';
import { owedFen } from './fact.ts';

/** The state keeps this many facts; a flag copies what it relies on, the journal keeps everything. */
const FACTS_KEPT = 40;

type Kinds =
  | 'line.opened'
  | 'line.closed'
  | 'fact.recorded'
  | 'holder.checked'
  | 'holder.check_silent'
  | 'line.joined'
  | 'line.joined_to';

export const numberReducers: Reducers<Kinds> = {
  'line.opened': (state, entry) => ({ ...state, lines: [...state.lines, { ...entry.data, closedAt: null }] }),

  'line.closed': (state, entry) => ({
    ...state,
    lines: state.lines.map((line) => (line.line === entry.line ? { ...line, closedAt: entry.data.closedAt } : line)),
  }),

  'holder.checked': (state) => state,
  'holder.check_silent': (state) => state,

  'line.joined': (state, entry) => ({
    ...state,
    lines: state.lines.map((line) =>
      line.line === entry.line ? { ...line, holderId: entry.data.personId, joinedBy: entry.data.personId } : line,
    ),
  }),

  'line.joined_to': (state, entry) => ({
    ...state,
    lines: state.lines.map((line) => (line.line === entry.line ? { ...line, joinedTo: entry.data } : line)),
  }),

  'fact.recorded': (state, entry) => {
    const { factId, fact } = entry.data;
    const known = { factId, line: entry.line, fact, at: entry.effectiveAt, byHuman: isHuman(entry.actor) };
    return { ...state, facts: [...state.facts, known].slice(-FACTS_KEPT), bills: billsAfter(state, entry.line, fact) };
  },
};

function billsAfter(state: NumberState, line: number, fact: Fact): NumberState['bills'] {
  switch (fact.kind) {
    case 'bill_issued':
      return { ...withoutSettled(state), [fact.billId]: newBill(fact, line) };
    case 'bill_overdue': {
      const bill = state.bills[fact.billId];
      if (!bill) return state.bills;
      const amountFen = Math.max(bill.amountFen, bill.paidFen + fact.overdueFen);
      return { ...state.bills, [bill.billId]: { ...bill, amountFen } };
    }
    case 'payment_received':
      return payBills(state, line, fact);
    default:
      return state.bills;
  }
}

function newBill(fact: Extract<Fact, { kind: 'bill_issued' }>, line: number): Bill {
  return { billId: fact.billId, line, amountFen: fact.amountFen, paidFen: 0, dueDate: fact.dueDate, paymentIds: [] };
}

/** The named bill first, then the oldest: what is left over is the carrier's to keep as credit. */
function payBills(
  state: NumberState,
  line: number,
  fact: Extract<Fact, { kind: 'payment_received' }>,
): NumberState['bills'] {
  const open = Object.values(state.bills).filter((bill) => bill.line === line && owedFen(bill) > 0);
  const inOrder = open.toSorted((a, b) => rank(a, fact.billId).localeCompare(rank(b, fact.billId)));
  const bills = { ...state.bills };
  let left = fact.amountFen;
  for (const bill of inOrder) {
    if (left <= 0) break;
    const part = Math.min(left, owedFen(bill));
    left -= part;
    bills[bill.billId] = { ...bill, paidFen: bill.paidFen + part, paymentIds: [...bill.paymentIds, fact.paymentId] };
  }
  return bills;
}

function rank(bill: Bill, named: string | null): string {
  return `${bill.billId === named ? 0 : 1}${bill.dueDate ?? ''}${bill.billId}`;
}

/** Bills paid in full that no flag waits for need not be carried along. */
function withoutSettled(state: NumberState): NumberState['bills'] {
  const awaited = new Set(
    Object.values(state.flags).flatMap((flag) => {
      const condition = flag.reasons.liftCondition;
      return flag.status === 'active' && condition?.kind === 'paid' ? condition.billIds : [];
    }),
  );
  return Object.fromEntries(Object.entries(state.bills).filter(([id, bill]) => owedFen(bill) > 0 || awaited.has(id)));
}
