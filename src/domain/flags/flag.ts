import type { ActorRef } from '../journal/actor.ts';
import type { Instant } from '../time.ts';
import type { ReasonPart, Reasons } from './reasons.ts';
import type { Cause, Imposer, Layer } from './words.ts';

export type FlagStatus = 'active' | 'lifting' | 'lifted' | 'detached';
export type LiftedBecause = 'remedied' | 'misjudged' | 'expired' | 'ordered' | 'superseded';

/** What decisions say of the rule that flagged: it was wrong here, or right. */
export type RuleVerdict = {
  readonly outcome: 'overturned' | 'upheld';
  /** `settlement`: the carrier had upheld it, and gave way before a body. */
  readonly by: 'decision' | 'settlement';
  /** Of the first decision: the flag's place in the order stays, whatever comes later. */
  readonly at: Instant;
  readonly seq: number;
  /** When an upheld flag was overturned after all. */
  readonly changedAt: Instant | null;
};

/** A mark on a line. `origin` tells whether a connected party placed it or the person reported it. */
export type Flag = {
  readonly flagId: string;
  readonly line: number;
  readonly origin: 'placed' | 'reported';
  readonly status: FlagStatus;
  readonly layer: Layer;
  readonly imposedBy: Imposer;
  readonly cause: Cause;
  readonly reasons: Reasons;
  /** Derived from the record: no human acted when the facts were found. */
  readonly detectedAutomatically: boolean;
  /** Derived from the record: no human acted when the flag was set. */
  readonly decidedAutomatically: boolean;
  readonly raisedBy: ActorRef;
  readonly placedAt: Instant;
  /** Parts the person was not told (reported flags only): each one is demanded. */
  readonly missing: readonly ReasonPart[];
  /** What the flag cuts although nobody may (reported flags only), as `function:spared`. */
  readonly breaches: readonly string[];
  readonly liftedBecause: LiftedBecause | null;
  readonly liftedAt: Instant | null;
  /** Absent until somebody decides on it. */
  readonly verdict?: RuleVerdict;
};

/** from → to for each act on a flag; everything else is refused with `flag.wrong_state`. */
export const FLAG_TRANSITIONS = {
  order_lift: { from: ['active'], to: 'lifting' },
  order_again: { from: ['lifted', 'lifting'], to: 'lifting' },
  complete_lift: { from: ['lifting'], to: 'lifted' },
  accept_failure: { from: ['lifting'], to: 'active' },
  detach: { from: ['active', 'lifting'], to: 'detached' },
} as const satisfies Record<string, { from: readonly FlagStatus[]; to: FlagStatus }>;

export type FlagAct = keyof typeof FLAG_TRANSITIONS;

/** Whether the act is open in this status. */
export function flagAllows(status: FlagStatus, act: FlagAct): boolean {
  return (FLAG_TRANSITIONS[act].from as readonly FlagStatus[]).includes(status);
}

/** People and machines who raised the flag or stand for it: they may not decide on its appeal. */
export function raisersOf(flag: Flag): string[] {
  const staffId = flag.reasons.responsible.staffId;
  return staffId === null ? [flag.raisedBy.id] : [flag.raisedBy.id, staffId];
}
