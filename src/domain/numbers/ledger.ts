import type { NumberState } from '../journal/state.ts';
import type { Instant } from '../time.ts';
import type { Bill, Fact } from './fact.ts';
import { owedFen } from './fact.ts';

export type MoneyFact = Extract<Fact, { kind: 'bill_issued' | 'bill_overdue' | 'payment_received' }>;

type Item = { readonly line: number; readonly at: Instant; readonly fact: MoneyFact };

/**
 * The latest facts about money in the order in which they took effect, and the bills as they stood before the first of
 * them. However late one of them is told, what is owed is the same.
 */
export type Ledger = { readonly opening: NumberState['bills']; readonly items: readonly Item[] };

/** So many facts may overtake one another: months of bills and payments of one line. Older ones are closed into the opening. */
const ITEMS_KEPT = 12;

export function isMoneyFact(fact: Fact): fact is MoneyFact {
  return fact.kind === 'bill_issued' || fact.kind === 'bill_overdue' || fact.kind === 'payment_received';
}

/** The bills and the ledger after one more fact about money, told late or not. */
export function afterMoney(state: NumberState, item: Item): Pick<NumberState, 'bills' | 'ledger'> {
  const { opening, items } = state.ledger ?? { opening: state.bills, items: [] };
  const ledger = close(state, { opening, items: [...items, item].toSorted(inEffect) });
  return { ledger, bills: ledger.items.reduce(applyMoney, ledger.opening) };
}

/** Whether a bill was issued, and not only paid in advance. */
export function isIssued(bill: Bill | undefined): boolean {
  return bill !== undefined && bill.dueDate !== null;
}

const RANK: Record<MoneyFact['kind'], number> = { bill_issued: 0, bill_overdue: 1, payment_received: 2 };

function inEffect(a: Item, b: Item): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return rankInMoment(a.fact, b.fact);
}

/** At one moment a bill comes before a report of what is owed on it, and that before the payment that settles it. */
export function rankInMoment(a: MoneyFact, b: MoneyFact): number {
  return RANK[a.kind] - RANK[b.kind] || compare(idOf(a), idOf(b));
}

function idOf(fact: MoneyFact): string {
  return fact.kind === 'payment_received' ? fact.paymentId : fact.billId;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Closes the oldest facts into the opening, and lets go of bills that are settled there and that no flag waits for. */
function close(state: NumberState, { opening, items }: Ledger): Ledger {
  if (items.length <= ITEMS_KEPT) return { opening, items };
  const closed = items.slice(0, -ITEMS_KEPT).reduce(applyMoney, opening);
  return { opening: withoutSettled(state, closed), items: items.slice(-ITEMS_KEPT) };
}

/** The bills after one more fact about money that took effect after all that they are made of. */
export function applyMoney(
  bills: NumberState['bills'],
  { line, fact }: Pick<Item, 'line' | 'fact'>,
): NumberState['bills'] {
  switch (fact.kind) {
    case 'bill_issued': {
      const { billId, amountFen, dueDate } = fact;
      const ahead = bills[billId];
      if (isIssued(ahead)) return bills;
      return { ...bills, [billId]: { ...(ahead ?? unissued(billId, line)), amountFen, dueDate } };
    }
    case 'bill_overdue': {
      const bill = bills[fact.billId];
      if (!bill) return bills;
      const amountFen = Math.max(bill.amountFen, bill.paidFen + fact.overdueFen);
      return { ...bills, [bill.billId]: { ...bill, amountFen } };
    }
    case 'payment_received':
      return pay(bills, line, fact);
  }
}

/** A bill that is only spoken of: what was paid on it waits for it. */
function unissued(billId: string, line: number): Bill {
  return { billId, line, amountFen: 0, paidFen: 0, dueDate: null, paymentIds: [] };
}

/** The named bill first, also one that is not told yet; then the oldest: what is left over is the carrier's to keep as credit. */
function pay(
  bills: NumberState['bills'],
  line: number,
  { paymentId, billId, amountFen }: Extract<Fact, { kind: 'payment_received' }>,
): NumberState['bills'] {
  if (billId !== null && !isIssued(bills[billId])) {
    const ahead = bills[billId] ?? unissued(billId, line);
    const paid = { paidFen: ahead.paidFen + amountFen, paymentIds: [...ahead.paymentIds, paymentId] };
    return { ...bills, [billId]: { ...ahead, ...paid } };
  }
  const open = Object.values(bills).filter((bill) => bill.line === line && owedFen(bill) > 0);
  const inOrder = open.toSorted((a, b) => compare(rank(a, billId), rank(b, billId)));
  const after = { ...bills };
  let left = amountFen;
  for (const bill of inOrder) {
    if (left <= 0) break;
    const part = Math.min(left, owedFen(bill));
    left -= part;
    after[bill.billId] = { ...bill, paidFen: bill.paidFen + part, paymentIds: [...bill.paymentIds, paymentId] };
  }
  return after;
}

function rank(bill: Bill, named: string | null): string {
  return `${bill.billId === named ? 0 : 1}${bill.dueDate ?? ''}${bill.billId}`;
}

function withoutSettled(state: NumberState, bills: NumberState['bills']): NumberState['bills'] {
  const awaited = new Set(
    Object.values(state.flags).flatMap((flag) => {
      const condition = flag.reasons.liftCondition;
      return flag.status === 'active' && condition?.kind === 'paid' ? condition.billIds : [];
    }),
  );
  const needed = (bill: Bill) => owedFen(bill) > 0 || !isIssued(bill) || awaited.has(bill.billId);
  return Object.fromEntries(Object.entries(bills).filter(([, bill]) => needed(bill)));
}
