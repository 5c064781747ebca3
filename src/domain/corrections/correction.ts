import type { ActorRef } from '../journal/actor.ts';
import type { Instant } from '../time.ts';

/** What somebody says is wrong: who they are to the line, what the carrier keeps of them, a fact, or something else. */
export const CORRECTION_SUBJECTS = [
  'not_holder',
  'not_user',
  'i_am_holder',
  'i_am_user',
  'name',
  'contact',
  'fact',
  'other',
] as const;
export type CorrectionSubject = (typeof CORRECTION_SUBJECTS)[number];

export const CORRECTION_OUTCOMES = ['corrected', 'refused'] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];

/**
 * A person's request to have something of theirs put right (PIPL arts. 44–50). The wrong and the right both stay in the journal: what is corrected is
 * what is true from then on. The words of both sides are sealed in their entries.
 */
export type Correction = {
  readonly correctionId: string;
  readonly line: number;
  readonly subject: CorrectionSubject;
  /** The fact that is wrong, for `fact`. */
  readonly factId: string | null;
  readonly personId: string;
  readonly askedBy: ActorRef;
  readonly askedAt: Instant;
  readonly outcome: CorrectionOutcome | null;
  readonly answeredBy: ActorRef | null;
  readonly answeredAt: Instant | null;
  readonly answeredSeq: number | null;
};
