import { firstDoor } from '../flags/words.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { isInFlight } from '../lifts/lift.ts';
import { orderLift } from '../lifts/order.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { addMs } from '../time.ts';
import type { Case } from './case.ts';
import type { Counterpart, Gist, Way } from './correspondence.ts';
import { GIST_RULES, openGists } from './correspondence.ts';
import { flagsOf } from './objection.ts';

export type RecordContact = {
  readonly do: 'case.record';
  readonly caseId: string;
  readonly way: Way;
  readonly counterpart: Counterpart;
  readonly gist: Gist;
  /** The flags it was about; empty for all of the case. */
  readonly flagIds: readonly string[];
  readonly at: Instant;
  readonly promisedFor: Instant | null;
  /** Papers they asked for, by code. */
  readonly materials: readonly string[];
  readonly ticket: string;
  readonly spokeWith: string;
  readonly words: string;
};

const YEAR_MS = 366 * 86_400_000;

/** Keeps a contact and lets the case follow from it: the clocks start from the moment it happened. */
export function recordContact(draft: Draft, caseFile: Case, command: RecordContact): Refusal | null {
  const objection = objectToContact(draft, caseFile, command);
  if (objection) return objection;
  const { caseId, line } = caseFile;
  const { way, counterpart, gist, at, promisedFor, ticket, spokeWith, words } = command;
  const flagIds = command.flagIds.length > 0 ? command.flagIds : caseFile.flagIds;
  const personal = Object.fromEntries(
    Object.entries({ ticket, spoke_with: spokeWith, words }).filter(([, value]) => value.trim() !== ''),
  );
  draft.add(
    'correspondence.recorded',
    { caseId, correspondenceId: draft.nextId('correspondence'), way, counterpart, gist, flagIds, at, promisedFor },
    { line, effectiveAt: at, personal },
  );
  follow(draft, caseFile, { ...command, flagIds });
  return null;
}

function objectToContact(draft: Draft, caseFile: Case, command: RecordContact): Refusal | null {
  const { gist, counterpart, at, promisedFor, flagIds } = command;
  if (!GIST_RULES[gist].from.includes(caseFile.status))
    return refusal(
      'correspondence.wrong_state',
      { gist, status: caseFile.status, open: openGists(caseFile.status) },
      '/gist',
    );
  if (!GIST_RULES[gist].with.includes(counterpart))
    return refusal('correspondence.wrong_counterpart', { gist, with: GIST_RULES[gist].with }, '/counterpart');
  if (at > draft.env.now) return refusal('correspondence.in_future', {}, '/at');
  if (at < addMs(draft.env.now, -2 * YEAR_MS)) return refusal('correspondence.too_old', {}, '/at');
  if (promisedFor !== null && (promisedFor <= at || promisedFor > addMs(at, YEAR_MS)))
    return refusal('correspondence.promise_out_of_range', {}, '/promised_for');
  if (gist === 'asked_papers' && command.materials.length === 0)
    return refusal('case.materials_missing', {}, '/materials');
  const doors = flagsOf(draft.state, caseFile).map((flag) => firstDoor(flag.imposedBy));
  if (gist === 'filed' && !doors.includes('carrier'))
    return refusal('case.wrong_door', { door: doors[0] ?? 'carrier' }, '/gist');
  const foreign = flagIds.filter((id) => !caseFile.flagIds.includes(id));
  return foreign.length > 0 ? refusal('case.flag_not_open', { flag_ids: foreign }, '/flag_ids') : null;
}

function follow(draft: Draft, caseFile: Case, command: RecordContact): void {
  const { caseId, line, status } = caseFile;
  const { gist, at } = command;
  const on = { line, effectiveAt: at };
  switch (gist) {
    case 'complained':
      if (status === 'draft') draft.add('case.submitted', { caseId }, on);
      return;
    case 'asked_papers':
      draft.add('case.material_asked', { caseId, materials: command.materials }, on);
      return;
    case 'gave_papers':
      draft.add('case.material_given', { caseId }, on);
      return;
    case 'refused':
      draft.add('case.told_refused', { caseId }, on);
      return;
    case 'filed':
      draft.add('case.escalated', { caseId, authority: null }, on);
      return;
    case 'accepted':
      draft.add('case.accepted', { caseId }, on);
      return;
    case 'declined':
      draft.add('case.declined', { caseId, ground: null }, on);
      return;
    case 'unsettled':
      draft.add('case.closed', { caseId, because: 'not_settled' }, { line, actor: PRODUCT });
      return;
    case 'agreed':
    case 'settled':
      agree(draft, caseFile, command);
      return;
    case 'not_theirs':
      detachFormer(draft, caseFile, command.flagIds);
      return;
    case 'back':
      comeBack(draft, caseFile, command);
      return;
    default:
  }
}

/** They said yes: from here the lift's own clock runs, and nothing is over before the phone works again. */
function agree(draft: Draft, caseFile: Case, { flagIds, at }: RecordContact): void {
  const flags = flagsOf(draft.state, caseFile).filter((flag) => flagIds.includes(flag.flagId));
  // Each flag has a lift of its own: label services act one by one.
  for (const flag of flags)
    orderLift(draft, { flags: [flag], because: 'remedied', caseId: caseFile.caseId, since: at });
}

/** What the former holder left behind falls away from the new holder's line. */
function detachFormer(draft: Draft, caseFile: Case, flagIds: readonly string[]): void {
  const { line } = caseFile;
  for (const flag of flagsOf(draft.state, caseFile)) {
    if (flagIds.includes(flag.flagId) && flag.status === 'active')
      draft.add('flag.detached', { flagId: flag.flagId }, { line });
  }
  restoreWhenClear(draft, caseFile);
}

/** The person's own test is the confirmation, since no system is connected that could give one. */
function comeBack(draft: Draft, caseFile: Case, command: RecordContact): void {
  agree(draft, caseFile, command);
  for (const lift of Object.values(draft.state.lifts)) {
    if (lift.line !== caseFile.line || !isInFlight(lift)) continue;
    if (!lift.flagIds.every((id) => command.flagIds.includes(id))) continue;
    for (const { system } of lift.steps)
      draft.add('lift.confirmed', { liftId: lift.liftId, system }, { line: lift.line, effectiveAt: command.at });
    draft.add('lift.completed', { liftId: lift.liftId }, { line: lift.line, actor: PRODUCT });
  }
  restoreWhenClear(draft, caseFile);
}

function restoreWhenClear(draft: Draft, { caseId, line }: Case): void {
  const caseFile = draft.state.cases[caseId];
  if (!caseFile) return;
  const standing = flagsOf(draft.state, caseFile).some(({ status }) => status === 'active' || status === 'lifting');
  if (!standing) draft.add('case.restored', { caseId }, { line, actor: PRODUCT });
}
