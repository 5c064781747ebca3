import type { Case } from '../cases/case.ts';
import { flagsOf } from '../cases/objection.ts';
import type { Flag } from '../flags/flag.ts';
import { firstDoor } from '../flags/words.ts';
import type { NumberState } from '../journal/state.ts';
import type { Lift } from '../lifts/lift.ts';
import type { Instant } from '../time.ts';

/** The rule of a flag that ends by itself: not a period of law but the date in its reasons. */
export const FLAG_ENDS = 'flag.ends';
/** The rule of the day on which a human looks at a standing flag again, as its reasons say. */
export const FLAG_REVIEW = 'flag.review';
/** The rule of a mandate's term. */
export const MANDATE_ENDS = 'mandate.ends';
/** The rule of a date that the other side named to the person. */
export const TOLD_PROMISE = 'told.promise';

/** Who was asked must answer by their own period; where the law gives none, a label service's own word or our reminder. */
export function answerRule(state: NumberState, caseFile: Case): string {
  const doors = new Set(flagsOf(state, caseFile).map((flag) => firstDoor(flag.imposedBy)));
  if (doors.has('carrier') || doors.size === 0) return 'carrier.reply';
  if (doors.has('lender')) return 'credit.objection';
  return doors.has('label_platform') ? 'label.answer' : 'ours.follow_up';
}

/** Fee disputes may be taken to the authority for five months, other matters for two years (Order 35 art. 11(1)). */
export function limitRule(state: NumberState, caseFile: Case): string {
  return flagsOf(state, caseFile).every((flag) => flag.cause === 'arrears')
    ? 'user.appealLimit.fee'
    : 'user.appealLimit.other';
}

export function eventOf(state: NumberState, caseFile: Case): Instant {
  return (
    flagsOf(state, caseFile)
      .map((flag) => flag.placedAt)
      .toSorted()[0] ?? caseFile.openedAt
  );
}

/** Full payment: 48 hours, 24 in 河南 (Telecom Regulations art. 34(4)); anything else: the service standard's 24 hours. */
export function liftRule(state: NumberState, lift: Lift): string {
  const flags = lift.flagIds.flatMap((id) => state.flags[id] ?? []);
  if (flags.some((flag) => flag.origin === 'reported')) return reportedLiftRule(flags);
  const paid = lift.flagIds.every((id) => state.flags[id]?.reasons.liftCondition?.kind === 'paid');
  return paid && lift.because === 'remedied' ? 'carrier.restoreAfterPay' : 'carrier.reopen';
}

/** What was reported carries no condition, so the cause tells which period the yes of the other side sets running. */
function reportedLiftRule(flags: readonly Flag[]): string {
  const doors = new Set(flags.map((flag) => firstDoor(flag.imposedBy)));
  if (doors.has('label_platform')) return 'label.answer';
  if (!doors.has('carrier')) return 'ours.follow_up';
  return flags.every((flag) => flag.cause === 'arrears') ? 'carrier.restoreAfterPay' : 'carrier.reopen';
}
