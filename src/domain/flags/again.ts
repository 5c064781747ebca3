import type { NumberState } from '../journal/state.ts';
import type { KnownFact } from '../numbers/fact.ts';
import type { Instant } from '../time.ts';
import { addMs } from '../time.ts';
import type { Flag } from './flag.ts';

const HOUR_MS = 3_600_000;
/** For so long after a misjudgement the rule does not flag the line again by itself. Ours: no law names a time. */
export const MISJUDGED_MS = 90 * 24 * HOUR_MS;

/** Why a rule does not flag on a fact by itself: it stands already, the matter was over before, or a human has to look. */
export type Again = 'standing' | 'same_period' | 'after_misjudgement';

/** The guard against flagging twice for the same cause, rule and period. */
export function flagsAgain(
  state: NumberState,
  { line, ruleId, known, now }: { line: number; ruleId: string; known: KnownFact; now: Instant },
): Again | null {
  const before = Object.values(state.flags).filter(
    (flag) => flag.line === line && flag.origin === 'placed' && flag.reasons.rule?.ruleId === ruleId,
  );
  if (before.some(({ status }) => status === 'active' || status === 'lifting')) return 'standing';
  if (before.some((flag) => isSamePeriod(flag, known))) return 'same_period';
  const misjudged = before.some(
    ({ liftedBecause, liftedAt }) =>
      liftedBecause === 'misjudged' && liftedAt !== null && now < addMs(liftedAt, MISJUDGED_MS),
  );
  return misjudged ? 'after_misjudgement' : null;
}

/** Whether a fact tells of the time, the bill or the contract that a flag was placed and lifted for. */
export function isSamePeriod({ reasons, liftedAt }: Flag, { fact, at }: KnownFact): boolean {
  const condition = reasons.liftCondition;
  if (condition?.kind === 'paid' && 'billId' in fact && fact.billId !== null && condition.billIds.includes(fact.billId))
    return true;
  if (condition?.kind === 'settled' && 'contractId' in fact && condition.contractIds.includes(fact.contractId))
    return true;
  const begins = fact.kind === 'usage_observed' ? addMs(at, -fact.windowHours * HOUR_MS) : at;
  return liftedAt !== null && begins < liftedAt;
}
