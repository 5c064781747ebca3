import type { Remedy } from '../flags/words.ts';
import type { ActorRef } from '../journal/actor.ts';
import type { Instant } from '../time.ts';
import type { Authority, DeclineGround } from './authority.ts';
import type { Side } from './claim.ts';
import type { CorrespondenceItem } from './correspondence.ts';

export const CASE_STATUSES = [
  'draft',
  'submitted',
  'in_review',
  'needs_material',
  'granted',
  'partly',
  'refused',
  'overdue',
  'lifting',
  'restored',
  'closed',
  'reopened',
  'escalated',
  'accepted',
  'mediating',
  'settled',
  'unsettled',
  'withdrawn',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** A file with its hash and custody; the bytes lie in the file store, the name is sealed in the journal. */
export type EvidenceItem = {
  readonly evidenceId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly material: string | null;
  readonly addedBy: ActorRef;
  readonly addedAt: Instant;
  /** When its bytes were deleted because their time of keeping was over or the consent to them was withdrawn; the hash stays. */
  readonly forgottenAt: Instant | null;
  /** The separate consent under which it was taken; left out for what tells nothing sensitive. */
  readonly consentId?: string;
};

export type Outcome = 'granted' | 'partly' | 'refused';
/** What the reviewer found: no sufficient ground, condition met, or a ground that stands. */
export type Finding = 'misjudged' | 'condition_met' | 'grounded';

export type Decision = {
  readonly outcome: Outcome;
  readonly finding: Finding;
  readonly liftFlagIds: readonly string[];
  /** The rule relied on: a law rule or a policy rule id. */
  readonly ruleRelied: string;
  readonly decidedBy: ActorRef;
  readonly decidedAt: Instant;
};

/** What an agent found of one paper before the person travels. */
export const PAPER_RESULTS = ['good', 'unreadable', 'wrong', 'missing'] as const;
export type PaperResult = (typeof PAPER_RESULTS)[number];

/** Papers shown before a way to a hall, and whether the carrier says that they are enough. */
export type Precheck = {
  readonly precheckId: string;
  readonly papers: readonly string[];
  readonly askedBy: ActorRef;
  readonly askedAt: Instant;
  readonly answer: {
    readonly enough: boolean;
    readonly papers: readonly { readonly material: string; readonly result: PaperResult }[];
    readonly originals: readonly string[];
    readonly answeredBy: ActorRef;
    readonly answeredAt: Instant;
  } | null;
  /** Accepted papers that the carrier turned down after all. */
  readonly setAside: readonly { readonly materials: readonly string[]; readonly at: Instant }[];
};

/** Where a clock starts: the moment and the entry that proves it. */
export type Anchor = { readonly at: Instant; readonly seq: number };

/** Handed to an authority: from which status, and since when it is there or was taken on. */
export type Escalation = {
  readonly from: CaseStatus;
  readonly since: Anchor;
  /** Null where the person took it there herself. */
  readonly authority: Authority | null;
  /** When the body put it to the carrier last, and whether it still waits for the answer. */
  readonly carrierAskedFrom: Anchor | null;
  readonly asked: boolean;
  readonly mediatingFrom: Anchor | null;
};

/** How a body's part in a case came to its end: its own word, or what happened to the case while it was there. */
export const DEALING_ENDS = ['declined', 'settled', 'unsettled', 'lifting', 'closed', 'withdrawn'] as const;
export type DealingEnd = (typeof DEALING_ENDS)[number];

/** What one body had to do with a case: since when, how it ended, and up to where it may read. */
export type Dealing = {
  readonly authorityId: string;
  readonly at: Instant;
  readonly end: { readonly how: DealingEnd; readonly at: Instant } | null;
  /** The last entry that it may read and how the case stood then; null as long as the case went nowhere else. */
  readonly left: (Anchor & { readonly status: CaseStatus }) | null;
};

export type Decline = {
  readonly authorityId: string | null;
  readonly ground: DeclineGround | null;
  readonly at: Instant;
  readonly seq: number;
};

/** One person's effort to have flags of a line lifted. Called `caseFile` in variables. */
export type Case = {
  readonly caseId: string;
  readonly reference: string;
  readonly line: number;
  readonly status: CaseStatus;
  readonly flagIds: readonly string[];
  readonly remedy: Remedy;
  readonly openedBy: ActorRef;
  readonly openedAt: Instant;
  /** Submission or reopening: the carrier's time to answer counts from here. */
  readonly answerFrom: Anchor | null;
  readonly reviewerId: string | null;
  readonly askedFor: readonly string[];
  readonly askedFrom: Anchor | null;
  readonly evidence: readonly EvidenceItem[];
  readonly decisions: readonly Decision[];
  /** The oldest first; absent before the first one. */
  readonly prechecks?: readonly Precheck[];
  readonly correspondence: readonly CorrespondenceItem[];
  readonly escalation: Escalation | null;
  /** Bodies that it was handed to inside the product, each once, the last one at the end: they keep sight of what they dealt with. */
  readonly dealings: readonly Dealing[];
  readonly declines: readonly Decline[];
  /** Who works on it now, on either side: not to be mixed up with the holder of the line. */
  readonly assignees: { readonly [S in Side]: ActorRef | null };
  /** When the authority last declined it: the person's time to go on counts anew as one of its own. */
  readonly declinedFrom: Anchor | null;
  readonly liftIds: readonly string[];
  readonly restoredFrom: Anchor | null;
  readonly endedAt: Instant | null;
};

/** The decision in force, if any. */
export function lastDecision(caseFile: Case): Decision | undefined {
  return caseFile.decisions.at(-1);
}
