import { createHash } from 'node:crypto';
import { actsOnCase } from '../../access/acts.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import { flagsOf } from '../../domain/cases/objection.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import type { Instant } from '../../domain/time.ts';
import { runningClocks } from '../clock-view.ts';
import type { FlagView } from '../flags/flag-view.ts';
import { viewFlag } from '../flags/flag-view.ts';
import type { LiftView } from '../lifts/lift-view.ts';
import { viewLift } from '../lifts/lift-view.ts';

/** A case with its flags, lifts and running clocks, and the acts open to the one who looks. */
export type CaseView = {
  readonly numberId: string;
  readonly caseFile: Case;
  readonly flags: readonly FlagView[];
  readonly lifts: readonly LiftView[];
  readonly clocks: readonly Clock[];
  readonly acts: readonly CaseAct[];
  /** Changes whenever what is decided upon changes; deliveries and clocks of other matters leave it alone. */
  readonly version: string;
};

export function viewCase(state: NumberState, caseFile: Case, actor: Actor, now: Instant): CaseView {
  const lifts = caseFile.liftIds.flatMap((id) => state.lifts[id] ?? []);
  return {
    numberId: state.numberId,
    caseFile,
    flags: flagsOf(state, caseFile).map((flag) => viewFlag(state, flag, actor)),
    lifts: lifts.map((lift) => viewLift(state, lift, actor)),
    clocks: runningClocks(state, [caseFile.caseId, ...caseFile.liftIds]),
    acts: actsOnCase(state, caseFile, actor, now),
    version: versionOf(state, caseFile),
  };
}

/** Names the content of a case and the standing of its flags. */
export function versionOf(state: NumberState, caseFile: Case): string {
  const standing = flagsOf(state, caseFile).map((flag) => flag.status);
  return createHash('sha256')
    .update(JSON.stringify([caseFile, standing]))
    .digest('base64url')
    .slice(0, 22);
}
