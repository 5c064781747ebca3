import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SYSTEM, World } from '../../../test/support/world.ts';
import type { Fact } from './fact.ts';
import { owedFen } from './fact.ts';

const RUNS = 300;
const NOW = '2026-06-01T00:00:00.000Z';

type Told = { readonly fact: Fact; readonly at: string };

function worldOf(told: readonly Told[]): World {
  const world = new World();
  world.now = NOW;
  world.do(SYSTEM, {
    do: 'open_line',
    origin: 'placed',
    kind: 'personal',
    carrierId: 'qinghe',
    province: 'CN-ZJ',
    holderId: 'lin',
    userId: 'lin',
    openedAt: '2025-01-01T00:00:00.000Z',
  });
  for (const { fact, at } of told) world.do(SYSTEM, { do: 'record_fact', fact, at });
  return world;
}

const owed = ({ state }: World) =>
  Object.fromEntries(
    Object.values(state.bills)
      .map((bill) => [bill.billId, owedFen(bill)] as const)
      .filter(([, fen]) => fen > 0)
      .toSorted(),
  );
const active = ({ state }: World) => Object.values(state.flags).filter(({ status }) => status === 'active').length;

const moment = fc
  .integer({ min: 0, max: 100 * 24 })
  .map((hours) => new Date(Date.UTC(2026, 1, 1) + hours * 3_600_000).toISOString());
const fen = fc.integer({ min: 1, max: 20 }).map((yuan) => yuan * 100);

function billFact(billId: string, amountFen: number): Fact {
  return { kind: 'bill_issued', billId, amountFen, dueDate: '2026-02-20' };
}

/** A few bills with payments and reports on them, each told once. */
function moneyOf(billIds: readonly string[]) {
  const bills = fc.tuple(...billIds.map((id) => fc.record({ fact: fen.map((one) => billFact(id, one)), at: moment })));
  const payment = fc.record({
    at: moment,
    amountFen: fen,
    billId: fc.constantFrom(...billIds, ...(billIds.length > 1 ? [null] : [])),
  });
  const overdue = fc.record({
    at: moment,
    billId: fc.constantFrom(...billIds),
    overdueFen: fen,
    overdueDays: fc.constantFrom(10, 40),
  });
  return fc
    .tuple(bills, fc.array(payment, { maxLength: 5 }), fc.array(overdue, { maxLength: 3 }))
    .map(([issued, paid, late]): Told[] => [
      ...issued,
      ...paid.map(({ at, ...rest }, index) => ({
        at,
        fact: { kind: 'payment_received', paymentId: `p${index}`, ...rest } as const,
      })),
      ...late.map(({ at, ...rest }) => ({ at, fact: { kind: 'bill_overdue', ...rest } as const })),
    ]);
}

/** Reports as a carrier's own books make them: of a bill that is issued, and of what is unpaid on it by then. */
function truthful(told: Told[]): Told[] {
  const issued = told.find(({ fact }) => fact.kind === 'bill_issued');
  return told.flatMap(({ fact, at }): Told[] => {
    if (fact.kind !== 'bill_overdue' || issued?.fact.kind !== 'bill_issued') return [{ fact, at }];
    const paid = told.reduce(
      (sum, one) => (one.fact.kind === 'payment_received' && one.at < at ? sum + one.fact.amountFen : sum),
      0,
    );
    const overdueFen = issued.fact.amountFen - paid;
    return at > issued.at && overdueFen > 0 ? [{ at, fact: { ...fact, overdueFen } }] : [];
  });
}

/** Any order in which each report follows its bill: a report of a bill that nobody knows is refused. */
function shuffled(told: fc.Arbitrary<Told[]>) {
  return told.chain((facts) =>
    fc.tuple(
      fc.constant(facts),
      fc.shuffledSubarray(facts, { minLength: facts.length }).map((order) => {
        const late = order.filter(({ fact }) => fact.kind === 'bill_overdue');
        const known = (billId: string, at: number) =>
          order.slice(0, at).some(({ fact }) => fact.kind === 'bill_issued' && fact.billId === billId);
        const wait = late.filter(
          ({ fact }) =>
            fact.kind === 'bill_overdue' &&
            !known(
              fact.billId,
              order.findIndex((one) => one.fact === fact),
            ),
        );
        return [...order.filter((one) => !wait.includes(one)), ...wait];
      }),
    ),
  );
}

describe('facts about money that overtake one another', () => {
  it('come to the same debts in any order', () => {
    fc.assert(
      fc.property(shuffled(moneyOf(['a', 'b', 'c'])), ([told, order]) => {
        expect(owed(worldOf(order))).toEqual(owed(worldOf(told)));
      }),
      { numRuns: RUNS, seed: 20_261_123 },
    );
  });

  it('leave the same flag standing on a bill in any order, where each report says what was owed at its moment', () => {
    let flagged = 0;
    fc.assert(
      fc.property(shuffled(moneyOf(['a']).map(truthful)), ([told, order]) => {
        flagged += active(worldOf(told));
        expect(active(worldOf(order))).toBe(active(worldOf(told)));
      }),
      { numRuns: RUNS, seed: 20_261_123 },
    );
    expect(flagged).toBeGreaterThan(RUNS / 20);
  });

  it('a payment that is told before its bill settles it, and the report of before the payment flags nothing', () => {
    const at = (day: string) => `2026-03-${day}T00:00:00.000Z`;
    const world = worldOf([
      { at: at('09'), fact: { kind: 'payment_received', paymentId: 'p', amountFen: 8800, billId: 'a' } },
      { at: at('01'), fact: billFact('a', 8800) },
      { at: at('08'), fact: { kind: 'bill_overdue', billId: 'a', overdueDays: 40, overdueFen: 8800 } },
    ]);
    expect(owed(world)).toEqual({});
    expect(world.state.flags).toEqual({});
  });
});
