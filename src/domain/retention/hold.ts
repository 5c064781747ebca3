import type { ActorRef } from '../journal/actor.ts';
import type { NumberState } from '../journal/state.ts';
import type { Instant } from '../time.ts';

/** Who asked that nothing be deleted, or why it must not be. */
export const HOLD_GROUNDS = ['court', 'procuratorate', 'police', 'authority', 'dispute'] as const;
export type HoldGround = (typeof HOLD_GROUNDS)[number];

/** A legal hold: while it stands, nothing in its scope is forgotten, whoever asks and whatever term is over. The document behind it is sealed in its entry. */
export type Hold = {
  readonly holdId: string;
  readonly line: number;
  readonly ground: HoldGround;
  /** The cases it keeps; null for all of the number. */
  readonly caseIds: readonly string[] | null;
  readonly placedBy: ActorRef;
  readonly placedAt: Instant;
  readonly endedAt: Instant | null;
};

/** Whether a hold stands over a case, or over anything of the number when no case is named. */
export function isHeld(state: NumberState, caseId?: string): boolean {
  return Object.values(state.holds).some(
    (one) => one.endedAt === null && (caseId === undefined || one.caseIds === null || one.caseIds.includes(caseId)),
  );
}
