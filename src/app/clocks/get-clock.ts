import type { Clock } from '../../domain/clocks/clock.ts';
import type { LedgerStep } from '../../domain/clocks/due.ts';
import { ledgerOf } from '../../domain/clocks/ledger.ts';
import { lineOfClock } from '../../domain/clocks/line-of-clock.ts';
import type { PeriodRule } from '../../domain/clocks/period.ts';
import { ruleVersion } from '../../domain/clocks/rule-book.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { Carrier } from '../mine/carrier.ts';
import { carrierOf } from '../mine/my-flag.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';

/** A clock with the steps by which anyone can compute its date again. */
export type ClockView = {
  readonly clock: Clock;
  /** Null for a date that somebody named: there is nothing to reckon. */
  readonly ledger: readonly LedgerStep[] | null;
  readonly rule: PeriodRule | null;
  readonly carrier: Carrier | null;
  /** The case that it runs over, itself or through a lift. */
  readonly caseId: string | null;
  readonly reference: string | null;
};

/** One clock, for whoever may see what it runs over. It says nothing of the person, so that the reading leaves no record. */
export async function getClock(ctx: AppContext, asker: Asker, clockId: string): Promise<ClockView> {
  const state = await readVisible(ctx, asker, numberHolding('clock', clockId));
  const clock = state.clocks[clockId];
  if (!clock) throw notFound();
  const subject = clock.subject.id.split('/')[0] ?? '';
  const caseId = state.cases[subject]?.caseId ?? state.lifts[subject]?.caseId ?? null;
  return {
    clock,
    ledger: ledgerOf(ctx.rules, state, clock, ctx.clock.now()),
    rule: ruleVersion(ctx.rules, clock.ruleId, clock.ruleVersion) ?? null,
    carrier: await carrierOf(ctx, state, lineOfClock(state, clock)),
    caseId,
    reference: (caseId && state.cases[caseId]?.reference) ?? null,
  };
}
