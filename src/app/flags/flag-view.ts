import type { FlagAct } from '../../access/acts.ts';
import { actsOnFlag } from '../../access/acts.ts';
import { isOpenCase } from '../../domain/cases/case-transitions.ts';
import type { Flag } from '../../domain/flags/flag.ts';
import { owedOn } from '../../domain/flags/settle.ts';
import type { Door } from '../../domain/flags/words.ts';
import { firstDoor } from '../../domain/flags/words.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { isInFlight } from '../../domain/lifts/lift.ts';
import type { Move } from '../clock-view.ts';
import { moveOf, runningClocks } from '../clock-view.ts';

/** A flag with what hangs on it and the acts open to the one who looks. */
export type FlagView = {
  readonly numberId: string;
  readonly flag: Flag;
  /** Fen still owed on the bills it waits for. */
  readonly owedFen: number;
  readonly door: Door;
  readonly caseId: string | null;
  readonly liftId: string | null;
  readonly move: Move | null;
  readonly acts: readonly FlagAct[];
};

export function viewFlag(state: NumberState, flag: Flag, actor: Actor): FlagView {
  const caseFile = Object.values(state.cases).findLast(
    (one) => isOpenCase(one.status) && one.flagIds.includes(flag.flagId),
  );
  const lift = Object.values(state.lifts).findLast((one) => isInFlight(one) && one.flagIds.includes(flag.flagId));
  return {
    numberId: state.numberId,
    flag,
    owedFen: owedOn(state, flag),
    door: firstDoor(flag.imposedBy),
    caseId: caseFile?.caseId ?? null,
    liftId: lift?.liftId ?? null,
    move: moveOnFlag(state, flag, [caseFile?.caseId, lift?.liftId]),
    acts: actsOnFlag(state, flag, actor),
  };
}

/** Somebody's clock where one runs; else a standing flag waits for its person. */
function moveOnFlag(state: NumberState, flag: Flag, about: readonly (string | undefined)[]): Move | null {
  const subjects = [flag.flagId, ...about.filter((id) => id !== undefined)];
  const first = runningClocks(state, subjects)[0];
  if (first) return moveOf(first);
  if (flag.status !== 'active') return null;
  return { party: 'person', dueAt: null, shownDate: null, provisional: false, ruleId: null, ifMissed: null };
}
