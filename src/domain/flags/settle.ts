import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { orderLift } from '../lifts/order.ts';
import { issueNotice } from '../notices/issue.ts';
import { owedFen } from '../numbers/fact.ts';
import type { Instant } from '../time.ts';
import type { Flag, LiftedBecause } from './flag.ts';

/** Whether the record shows what the flag's reasons ask for. */
export function conditionMet(
  state: NumberState,
  flag: Pick<Flag, 'line' | 'reasons' | 'placedAt'>,
  now: Instant,
): boolean {
  const condition = flag.reasons.liftCondition;
  switch (condition?.kind) {
    case 'paid':
      return condition.billIds.length > 0 && condition.billIds.every((id) => isPaid(state, id));
    case 'settled':
      return condition.contractIds.length > 0 && condition.contractIds.every((id) => isSettled(state, flag.line, id));
    case 'verified':
      return state.facts.some(
        ({ fact, line, at }) =>
          line === flag.line &&
          at >= flag.placedAt &&
          fact.kind === 'verification_result' &&
          fact.passed &&
          fact.check === condition.check,
      );
    case 'expires':
      return now >= condition.at;
    default:
      return false;
  }
}

/** Fen still owed on the bills that a flag waits for. */
export function owedOn(state: NumberState, flag: Flag): number {
  const condition = flag.reasons.liftCondition;
  if (condition?.kind !== 'paid') return 0;
  return condition.billIds.reduce((sum, id) => sum + (state.bills[id] ? owedFen(state.bills[id]) : 0), 0);
}

/** Orders the lift of every active flag whose condition is now met: in the same append as the fact that met it. */
export function settleConditions(draft: Draft, line: number, since: Instant): void {
  const active = Object.values(draft.state.flags).filter((flag) => flag.line === line && flag.status === 'active');
  const met = active.filter((flag) => conditionMet(draft.state, flag, draft.env.now));
  for (const because of ['remedied', 'expired'] as const) {
    const flags = met.filter((flag) => becauseOf(flag) === because);
    if (flags.length > 0) orderLift(draft, { flags, because, caseId: null, since });
  }
}

/** Tells the person what is still missing after a payment that was too small. */
export function tellShortPayment(draft: Draft, line: number): void {
  for (const flag of Object.values(draft.state.flags)) {
    const owed = owedOn(draft.state, flag);
    if (flag.line !== line || flag.status !== 'active' || owed === 0) continue;
    issueNotice(draft, line, 'payment_short', { kind: 'flag', id: flag.flagId }, { owed_fen: owed });
  }
}

function becauseOf(flag: Flag): LiftedBecause {
  return flag.reasons.liftCondition?.kind === 'expires' ? 'expired' : 'remedied';
}

/** A contract that was settled in full is settled, whichever was told first. */
function isSettled(state: NumberState, line: number, contractId: string): boolean {
  return state.facts.some(
    ({ line: of, fact }) => of === line && fact.kind === 'contract_settled' && fact.contractId === contractId,
  );
}

/** A bill that the state no longer carries was settled before. */
function isPaid(state: NumberState, billId: string): boolean {
  const bill = state.bills[billId];
  return bill === undefined || owedFen(bill) === 0;
}
