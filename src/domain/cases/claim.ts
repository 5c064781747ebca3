import type { ActorRef } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import type { CaseAct, Party } from './case-transitions.ts';

/** The two sides at which somebody works on a case. */
export type Side = 'desk' | 'authority';

type OnCase = { readonly caseId: string };

export type ClaimCommand =
  | ({ readonly do: 'case.claim' } & OnCase)
  /** Takes it on from a colleague, who is away or was told: a deliberate act of its own, so that nobody does it unawares. */
  | ({ readonly do: 'case.take_over' } & OnCase)
  | ({ readonly do: 'case.release' } & OnCase)
  | ({ readonly do: 'case.hand_over'; readonly to: ActorRef } & OnCase);

export function sideOf(party: Party): Side | null {
  if (party === 'officer') return 'authority';
  return party === 'agent' || party === 'reviewer' ? 'desk' : null;
}

/** Acts that only the one who holds a case does, while somebody of the same role holds it. */
const ASSIGNED: ReadonlySet<CaseAct> = new Set([
  'start_review',
  'ask_material',
  'decide',
  'answer_precheck',
  'order_lift',
  'answer_authority',
  'accept',
  'decline',
  'ask_carrier',
  'mediate',
  'settle',
  'end_unsettled',
]);

/** Why somebody else’s work on the case stands in the way; null when it does not. */
export function objectToAssignment(caseFile: Case, act: CaseAct, party: Party, actorId: string): Refusal | null {
  const side = sideOf(party);
  const assignee = side && caseFile.assignees[side];
  if (act === 'release' || act === 'hand_over')
    return assignee?.id === actorId ? null : refusal('case.not_yours', { assigned_to: assignee?.id ?? null });
  if ((act === 'claim' || act === 'take_over') && assignee?.id === actorId) return refusal('case.yours_already');
  if (act === 'claim') return assignee ? refusal('case.assigned_to_other', { assigned_to: assignee.id }) : null;
  if (act === 'take_over') return assignee ? null : refusal('case.assigned_to_nobody');
  const blocked = assignee && assignee.id !== actorId && assignee.role === party;
  return blocked && ASSIGNED.has(act) ? refusal('case.assigned_to_other', { assigned_to: assignee.id }) : null;
}

export const CLAIM_HANDLERS = {
  'case.claim': hold,
  'case.take_over': hold,
  'case.release': release,
  'case.hand_over': handOver,
};

function hold(draft: Draft, { caseId, line }: Case): null {
  const { id, role } = draft.env.actor;
  draft.add('case.assigned', { caseId, side: sideOfActor(draft), assignee: { id, role } }, { line });
  return null;
}

/** Who begins to work on a case that nobody holds, holds it from then on. */
export function holdIfFree(draft: Draft, caseFile: Case): void {
  if (caseFile.assignees[sideOfActor(draft)] === null) hold(draft, caseFile);
}

function release(draft: Draft, { caseId, line }: Case): null {
  draft.add('case.assigned', { caseId, side: sideOfActor(draft), assignee: null }, { line });
  return null;
}

function handOver(draft: Draft, { caseId, line }: Case, { to }: Extract<ClaimCommand, { do: 'case.hand_over' }>) {
  if (to.id === draft.env.actor.id) return refusal('case.yours_already', {}, '/to');
  draft.add('case.assigned', { caseId, side: sideOfActor(draft), assignee: to }, { line });
  return null;
}

function sideOfActor(draft: Draft): Side {
  return draft.env.actor.role === 'officer' ? 'authority' : 'desk';
}
