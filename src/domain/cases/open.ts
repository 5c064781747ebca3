import type { Flag } from '../flags/flag.ts';
import type { Remedy } from '../flags/words.ts';
import { firstDoor, REMEDIES_BY_IMPOSER } from '../flags/words.ts';
import type { Draft } from '../journal/draft.ts';
import type { NumberState } from '../journal/state.ts';
import { currentLine } from '../journal/state.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { isOpenCase } from './case-transitions.ts';

export type OpenCase = {
  readonly do: 'open_case';
  readonly flagIds: readonly string[];
  readonly remedy: Remedy;
  /** The short reference that can be read over the phone. */
  readonly reference: string;
  readonly statement: string;
};

/** Why no case can be opened on this flag; null when it can. */
export function objectToOpening(state: NumberState, flag: Flag | undefined): Refusal | null {
  const line = currentLine(state);
  if (!line || flag?.line !== line.line) return refusal('flag.not_found');
  if (flag.status !== 'active') return refusal('flag.not_active', { status: flag.status });
  const door = firstDoor(flag.imposedBy);
  if (door !== 'carrier' && line.origin === 'placed')
    return refusal('case.wrong_door', { door, imposed_by: flag.imposedBy });
  const other = Object.values(state.cases).find((one) => isOpenCase(one.status) && one.flagIds.includes(flag.flagId));
  return other ? refusal('case.already_open', { case_id: other.caseId, reference: other.reference }) : null;
}

function remediesFor(flag: Flag | undefined): readonly Remedy[] {
  return flag ? REMEDIES_BY_IMPOSER[flag.imposedBy] : [];
}

export function openCase(draft: Draft, command: OpenCase): Refusal | null {
  if (command.flagIds.length === 0) return refusal('case.no_flags', {}, '/flag_ids');
  for (const flagId of command.flagIds) {
    const flag = draft.state.flags[flagId];
    const objection = objectToOpening(draft.state, flag);
    if (objection) return { ...objection, pointer: '/flag_ids' };
  }
  const remedies = command.flagIds.map((id) => remediesFor(draft.state.flags[id]));
  const fits = remedies.map((some) => some.includes(command.remedy));
  // A case that the person keeps may hold marks of several doors; the remedy names the first way out.
  const accepted = currentLine(draft.state)?.origin === 'reported' ? fits.some(Boolean) : fits.every(Boolean);
  if (!accepted) return refusal('case.wrong_remedy', { remedies: [...new Set(remedies.flat())] }, '/remedy');
  const { flagIds, remedy, reference, statement } = command;
  draft.add(
    'case.opened',
    { caseId: draft.nextId('case'), reference, flagIds: [...new Set(flagIds)], remedy },
    { personal: { statement } },
  );
  return null;
}
