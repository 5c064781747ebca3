import type { LiftedBecause } from '../flags/flag.ts';
import type { Instant } from '../time.ts';

export type StepStatus = 'ordered' | 'sent' | 'confirmed' | 'failed' | 'silent';

/** What one system of the carrier did with a lift. */
export type LiftStep = {
  readonly system: string;
  readonly status: StepStatus;
  readonly attempts: number;
  /** When the order first left for this system, with its entry: its confirmation clock runs from here. */
  readonly sentAt: Instant | null;
  readonly sentSeq: number | null;
  readonly code: string | null;
};

/** The order that takes measures off; complete only when every system confirms. */
export type Lift = {
  readonly liftId: string;
  readonly line: number;
  readonly flagIds: readonly string[];
  readonly because: LiftedBecause;
  readonly caseId: string | null;
  /** When the condition was met: the restoration period counts from here. */
  readonly since: Instant;
  readonly orderedAt: Instant;
  readonly orderedSeq: number;
  readonly steps: readonly LiftStep[];
  readonly completedAt: Instant | null;
  /** When a human accepted that it failed and the flags went back to active. */
  readonly abandonedAt: Instant | null;
  /** When the person said that service is not back after all. */
  readonly notBackAt: Instant | null;
};

/** from → to for one system's step. A confirmation may overtake our record of sending. */
export const STEP_TRANSITIONS = {
  send: { from: ['ordered', 'sent', 'failed', 'silent'], to: 'sent' },
  confirm: { from: ['ordered', 'sent', 'failed', 'silent'], to: 'confirmed' },
  fail: { from: ['ordered', 'sent', 'silent'], to: 'failed' },
  fall_silent: { from: ['sent', 'failed'], to: 'silent' },
} as const satisfies Record<string, { from: readonly StepStatus[]; to: StepStatus }>;

export type StepAct = keyof typeof STEP_TRANSITIONS;

/** Whether the act is open for a step in this status. */
export function stepAllows(status: StepStatus, act: StepAct): boolean {
  return (STEP_TRANSITIONS[act].from as readonly StepStatus[]).includes(status);
}

/** Still waiting for at least one system. */
export function isInFlight(lift: Lift): boolean {
  return lift.completedAt === null && lift.abandonedAt === null;
}

export function findStep(lift: Lift, system: string): LiftStep | undefined {
  return lift.steps.find((step) => step.system === system);
}
