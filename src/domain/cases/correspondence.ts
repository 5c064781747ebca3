import type { ActorRef } from '../journal/actor.ts';
import type { Instant } from '../time.ts';
import type { CaseStatus } from './case.ts';

export const WAYS = ['call', 'visit', 'chat', 'app', 'letter', 'message'] as const;
export type Way = (typeof WAYS)[number];

/** Whom the person dealt with; `self` is the person's own test of the phone. */
export const COUNTERPARTS = [
  'carrier',
  'authority',
  'police',
  'label_service',
  'credit_centre',
  'other',
  'self',
] as const;
export type Counterpart = (typeof COUNTERPARTS)[number];

export const GISTS = [
  'complained',
  'told_to_wait',
  'asked_papers',
  'gave_papers',
  'refused',
  'agreed',
  'not_theirs',
  'no_answer',
  'filed',
  'accepted',
  'declined',
  'settled',
  'unsettled',
  'back',
  'other',
] as const;
/** What a contact came to, in the person's own account. */
export type Gist = (typeof GISTS)[number];

/** A call, visit, chat or letter as the person recorded it. Names, ticket and words are sealed with the entry. */
export type CorrespondenceItem = {
  readonly correspondenceId: string;
  readonly way: Way;
  readonly counterpart: Counterpart;
  readonly gist: Gist;
  /** The flags it was about. */
  readonly flagIds: readonly string[];
  readonly at: Instant;
  /** The moment they named for an answer, when they named one. */
  readonly promisedFor: Instant | null;
  readonly recordedBy: ActorRef;
  readonly recordedAt: Instant;
  readonly seq: number;
};

type GistRule = {
  readonly with: readonly Counterpart[];
  readonly from: readonly CaseStatus[];
};

const DOORS: readonly Counterpart[] = ['carrier', 'police', 'label_service', 'credit_centre', 'other'];
const WAITING: readonly CaseStatus[] = ['submitted', 'in_review', 'needs_material', 'overdue', 'reopened'];
const UNDECIDED: readonly CaseStatus[] = [...WAITING, 'partly', 'refused', 'escalated', 'accepted'];
const ANY: readonly CaseStatus[] = ['draft', ...UNDECIDED, 'lifting', 'restored'];

/**
 * What can be recorded, with whom and in which status. The authority comes after the carrier has refused, answered in part
 * or let its time pass (gate: carrier first).
 */
export const GIST_RULES: Record<Gist, GistRule> = {
  complained: { with: DOORS, from: ['draft', ...WAITING, 'partly', 'refused'] },
  told_to_wait: { with: [...DOORS, 'authority'], from: [...UNDECIDED, 'lifting'] },
  asked_papers: { with: DOORS, from: ['submitted', 'in_review', 'overdue', 'reopened', 'refused'] },
  gave_papers: { with: DOORS, from: ['needs_material'] },
  refused: { with: DOORS, from: WAITING },
  agreed: { with: DOORS, from: UNDECIDED },
  not_theirs: { with: DOORS, from: UNDECIDED },
  no_answer: { with: [...DOORS, 'authority'], from: ANY },
  filed: { with: ['authority'], from: ['partly', 'refused', 'overdue'] },
  accepted: { with: ['authority'], from: ['escalated'] },
  declined: { with: ['authority'], from: ['escalated'] },
  settled: { with: ['authority'], from: ['accepted'] },
  unsettled: { with: ['authority'], from: ['accepted'] },
  back: { with: ['self'], from: [...UNDECIDED, 'lifting'] },
  other: { with: [...DOORS, 'authority'], from: ANY },
};

/** What the person can record in this status, in the order of the list. */
export function openGists(status: CaseStatus): Gist[] {
  return GISTS.filter((gist) => GIST_RULES[gist].from.includes(status));
}
