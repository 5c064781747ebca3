import type { Authority, DeclineGround } from '../cases/authority.ts';
import type { Case, Decision, EvidenceItem, Precheck } from '../cases/case.ts';
import type { Side } from '../cases/claim.ts';
import type { CorrespondenceItem } from '../cases/correspondence.ts';
import type { Clock, StartedClock } from '../clocks/clock.ts';
import type { Correction, CorrectionOutcome } from '../corrections/correction.ts';
import type { Flag } from '../flags/flag.ts';
import type { Lift } from '../lifts/lift.ts';
import type { Mandate } from '../mandates/mandate.ts';
import type { Attention } from '../notices/attention.ts';
import type { Delivery, Notice } from '../notices/notice.ts';
import type { Fact } from '../numbers/fact.ts';
import type { Line } from '../numbers/line.ts';
import type { Hold } from '../retention/hold.ts';
import type { Instant } from '../time.ts';
import type { ActorRef } from './actor.ts';

type OnCase = { readonly caseId: string };
type OnStep = { readonly liftId: string; readonly system: string };
type OnMandate = { readonly mandateId: string };
type OnClock = { readonly clockId: string };
type MovedClock = Pick<Clock, 'dueAt' | 'shownDate' | 'provisional' | 'remindAt'>;

/** What each kind of entry says. Personal words are never here: they travel in `personal` and are sealed. */
export type EntryData = {
  'line.opened': Omit<Line, 'closedAt' | 'joinedTo' | 'joinedBy'>;
  /** On the carrier's line: who proved to be its holder. Nothing of what they told elsewhere. */
  'line.joined': { readonly personId: string };
  /** On the reported line: the carrier's line it belongs to. */
  'line.joined_to': NonNullable<Line['joinedTo']>;
  'holder.check_silent': { readonly personId: string };
  'line.closed': { readonly closedAt: Instant };
  'holder.checked': {
    readonly personId: string;
    readonly method: 'real_person' | 'papers';
    readonly passed: boolean;
  };
  'fact.recorded': { readonly factId: string; readonly fact: Fact };
  'flag.placed': Pick<
    Flag,
    | 'flagId'
    | 'origin'
    | 'reasons'
    | 'detectedAutomatically'
    | 'decidedAutomatically'
    | 'missing'
    | 'breaches'
    | 'placedAt'
  >;
  'flag.detached': { readonly flagId: string };
  'flag.class_decided': {
    readonly classId: string;
    readonly flagId: string;
    readonly finding: 'misjudged';
    readonly ruleRelied: string;
  };
  'lift.ordered': Pick<Lift, 'liftId' | 'flagIds' | 'because' | 'caseId' | 'since'> & {
    readonly systems: readonly string[];
  };
  'lift.sent': OnStep & { readonly attempt: number };
  'lift.confirmed': OnStep;
  'lift.failed': OnStep & { readonly code: string };
  'lift.silent': OnStep;
  'lift.completed': { readonly liftId: string };
  'lift.abandoned': { readonly liftId: string };
  'lift.not_back': { readonly liftId: string };
  'case.opened': Pick<Case, 'caseId' | 'reference' | 'flagIds' | 'remedy'>;
  'case.submitted': OnCase;
  'case.review_started': OnCase & { readonly reviewerId: string };
  'case.message': OnCase & { readonly from: 'person' | 'desk' | 'authority' };
  'case.material_asked': OnCase & { readonly materials: readonly string[] };
  'case.material_given': OnCase;
  'case.material_lapsed': OnCase;
  'evidence.added': OnCase & Omit<EvidenceItem, 'addedBy' | 'addedAt' | 'forgottenAt'>;
  /** Because their time of keeping is over, unless it says otherwise. */
  'evidence.forgotten': OnCase & Pick<EvidenceItem, 'evidenceId'> & { readonly because?: 'consent_withdrawn' };
  'hold.placed': Pick<Hold, 'holdId' | 'ground' | 'caseIds'>;
  'hold.ended': Pick<Hold, 'holdId'>;
  'correction.asked': Pick<Correction, 'correctionId' | 'subject' | 'factId' | 'personId'>;
  'correction.answered': { readonly correctionId: string; readonly outcome: CorrectionOutcome };
  /** What an account says of a person of the line; the former words are sealed. */
  'person.corrected': { readonly personId: string; readonly fields: readonly 'name'[] };
  /** Who the people of the line are, from now on. */
  'line.corrected': { readonly holderId?: string | null; readonly userId?: string | null };
  'case.precheck_asked': OnCase & Pick<Precheck, 'precheckId' | 'papers'>;
  'case.precheck_answered': OnCase &
    Pick<Precheck, 'precheckId'> &
    Pick<NonNullable<Precheck['answer']>, 'enough' | 'papers' | 'originals'>;
  /** What has changed since is sealed. */
  'case.precheck_set_aside': OnCase & { readonly materials: readonly string[] };
  'case.decided': OnCase & Omit<Decision, 'decidedBy' | 'decidedAt'>;
  'case.overdue': OnCase;
  'case.lifting': OnCase & { readonly liftId: string };
  'case.lift_failed': OnCase & { readonly liftId: string };
  'case.restored': OnCase;
  'case.restated': OnCase;
  'correspondence.recorded': OnCase & Omit<CorrespondenceItem, 'recordedBy' | 'recordedAt' | 'seq'>;
  'case.told_refused': OnCase;
  'case.escalated': OnCase & { readonly authority: Authority | null };
  'case.accepted': OnCase;
  'case.declined': OnCase & { readonly ground: DeclineGround | null };
  'case.carrier_asked': OnCase;
  'case.carrier_answered': OnCase;
  'case.mediating': OnCase;
  'case.settled': OnCase & { readonly liftFlagIds: readonly string[] };
  'case.unsettled': OnCase;
  'case.assigned': OnCase & { readonly side: Side; readonly assignee: ActorRef | null };
  'case.reopened': OnCase;
  'case.withdrawn': OnCase & { readonly because: 'asked' | 'condition_met' | 'line_closed' };
  'case.closed': OnCase & { readonly because: 'person_confirmed' | 'time_passed' | 'not_settled' | 'settled' };
  'clock.started': StartedClock;
  'clock.reminded': OnClock;
  'clock.paused': OnClock & { readonly ground: string };
  'clock.resumed': OnClock & MovedClock;
  'clock.ran_on': OnClock & { readonly ground: string };
  'clock.settled': OnClock & MovedClock & Pick<Clock, 'calendarVersion'>;
  'clock.met': OnClock;
  'clock.cancelled': OnClock;
  'clock.breached': OnClock;
  'mandate.granted': Omit<Mandate, 'line' | 'grantedBy' | 'grantedAt' | 'status' | 'endedAt'>;
  'mandate.revoked': OnMandate;
  'mandate.ended': OnMandate;
  'notice.issued': Omit<Notice, 'line' | 'issuedAt' | 'deliveries'>;
  'delivery.recorded': Omit<Delivery, 'at'> & { readonly noticeId: string };
  'attention.raised': Pick<Attention, 'attentionId' | 'kind' | 'subject' | 'detail'>;
  'attention.handled': { readonly attentionId: string };
};

export type EntryKind = keyof EntryData;

/** Personal words of an entry (names, free text), sealed under the line's key before hashing. */
export type Personal = { readonly [field: string]: string };

/** One appended fact of a number. `seq` has no gaps; `line` is 0 only for what belongs to the number itself. */
export type NewEntry<K extends EntryKind = EntryKind> = K extends EntryKind
  ? {
      readonly numberId: string;
      readonly seq: number;
      readonly line: number;
      readonly kind: K;
      readonly kindVersion: number;
      readonly recordedAt: Instant;
      readonly effectiveAt: Instant;
      readonly source: string;
      readonly sourceId: string;
      readonly actor: ActorRef;
      readonly purpose: string;
      readonly data: EntryData[K];
      readonly personal?: Personal;
    }
  : never;
