import type { NumberState } from '../journal/state.ts';
import { owedFen } from '../numbers/fact.ts';
import type { MoneyFact } from '../numbers/ledger.ts';
import { applyMoney, rankInMoment } from '../numbers/ledger.ts';

type Bills = NumberState['bills'];
type Item = { readonly line: number; readonly fact: MoneyFact };

/** The bills of a number while its facts are told in the order in which they took effect. */
export type Money = { bills: Bills; before: Bills; at: number; items: Item[]; moments: number };

/** After so many moments the bills that are settled and that nothing waits for are let go of. */
const MANY = 24;

export function noMoney(): Money {
  return { bills: {}, before: {}, at: Number.NEGATIVE_INFINITY, items: [], moments: 0 };
}

/** Takes one more fact in. Those of one moment count in the ledger's order, whichever was told first. */
export function takeIn(money: Money, item: Item, at: number, awaited: () => ReadonlySet<string>): void {
  if (money.at !== at) {
    money.moments += 1;
    money.before = money.moments % MANY === 0 ? withoutSettled(money.bills, awaited()) : money.bills;
    money.at = at;
    money.items = [item];
    money.bills = applyMoney(money.before, item);
    return;
  }
  money.items = [...money.items, item].toSorted((a, b) => rankInMoment(a.fact, b.fact));
  money.bills = money.items.reduce(applyMoney, money.before);
}

function withoutSettled(bills: Bills, awaited: ReadonlySet<string>): Bills {
  const kept = Object.values(bills).filter(
    (bill) => owedFen(bill) > 0 || bill.dueDate === null || awaited.has(bill.billId),
  );
  return Object.fromEntries(kept.map((bill) => [bill.billId, bill]));
}
