import type { CaseCommand } from '../../domain/cases/commands.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { refusal } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import { nameAssignee } from '../assignment/name-assignee.ts';
import type { AppContext } from '../context.ts';
import { watchRepresentative } from '../mandates/as-representative.ts';
import { command, notFound, numberHolding } from '../on-number.ts';
import type { CaseView } from './case-view.ts';
import { versionOf, viewCase } from './case-view.ts';

/** A command on an existing case without its id: `{ do: 'case.say', words }`. */
export type CaseActInput = DistributiveOmit<Exclude<CaseCommand, { readonly do: 'open_case' }>, 'caseId'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * Does one act on a case and answers with the case as it is then. With `ifVersion` it is refused with
 * `request.changed_meanwhile` when the case is no longer the one that was read.
 */
export async function actOnCase(
  ctx: AppContext,
  asker: Asker,
  caseId: string,
  act: CaseActInput,
  ifVersion?: string,
): Promise<CaseView> {
  const numberId = numberHolding('case', caseId);
  const object =
    ifVersion === undefined ? undefined : (state: NumberState) => objectToVersion(state, caseId, ifVersion);
  const whole = { ...act, caseId } as CaseCommand;
  let after: NumberState | null = null;
  const view = await command(ctx, asker, { numberId, command: whole, purpose: act.do, object }, ({ state, now }) => {
    const caseFile = state.cases[caseId];
    if (!caseFile) throw notFound();
    after = state;
    return viewCase(state, caseFile, asker.actor, now);
  }).catch(async (error) => {
    throw await nameAssignee(ctx, error);
  });
  if (after) await watchRepresentative(ctx, asker, after, view.caseFile.line, usedIn(act));
  return view;
}

/** What a representative's act brings along that is looked at. */
function usedIn(act: CaseActInput): { readonly sha256?: string; readonly words?: string } {
  if (act.do === 'case.add_evidence') return { sha256: act.item.sha256 };
  return 'words' in act ? { words: act.words } : {};
}

function objectToVersion(state: NumberState, caseId: string, version: string): Refusal | null {
  const caseFile = state.cases[caseId];
  return caseFile && versionOf(state, caseFile) !== version ? refusal('request.changed_meanwhile') : null;
}
