import { Type } from 'typebox';
import type { CaseView } from '../../app/cases/case-view.ts';
import { caseActions } from '../actions.ts';
import { ClockSchema } from './clock.ts';
import { FlagSchema, flagReply } from './flag.ts';
import { LiftSchema, liftReply } from './lift.ts';
import { Actions, ActorName, AuthorityFields, Id, Moment, nullable } from './parts.ts';

export const EvidenceSchema = Type.Object(
  {
    evidence_id: Id,
    sha256: Type.String(),
    bytes: Type.Integer(),
    media_type: Type.String(),
    material: nullable(Type.String()),
    added_by: ActorName,
    added_at: Moment,
    href: Type.String(),
  },
  { title: 'Evidence' },
);

/** What an upload is answered with: the item, and what can be done in its case now. */
export const EvidenceAddedSchema = Type.Object(
  { ...EvidenceSchema.properties, case_id: Id, case_status: Type.String(), actions: Actions },
  { title: 'EvidenceAdded' },
);

const DecisionSchema = Type.Object(
  {
    outcome: Type.String(),
    finding: Type.String(),
    lift_flag_ids: Type.Array(Id),
    rule_relied: Type.String(),
    decided_by: ActorName,
    decided_at: Moment,
  },
  { title: 'Decision' },
);

const CorrespondenceSchema = Type.Object(
  {
    correspondence_id: Id,
    way: Type.String(),
    counterpart: Type.String(),
    gist: Type.String(),
    flag_ids: Type.Array(Id),
    at: Moment,
    promised_for: nullable(Moment),
  },
  { title: 'Correspondence' },
);

const AnchorSchema = Type.Object(
  { at: Moment, seq: Type.Integer() },
  { title: 'Anchor', description: 'A moment and the entry that proves it' },
);

const EscalationSchema = Type.Object(
  {
    from: Type.String({ description: 'The status that it came from, and goes back to when declined' }),
    since: AnchorSchema,
    authority: nullable(Type.Object(AuthorityFields)),
    carrier_asked_from: nullable(AnchorSchema),
    asked: Type.Boolean(),
    mediating_from: nullable(AnchorSchema),
  },
  { title: 'Escalation' },
);

const DeclineSchema = Type.Object(
  { authority_id: nullable(Id), ground: nullable(Type.String()), at: Moment, seq: Type.Integer() },
  { title: 'Decline' },
);

export const CaseSchema = Type.Object(
  {
    case_id: Id,
    number_id: Id,
    reference: Type.String(),
    line: Type.Integer(),
    status: Type.String(),
    flag_ids: Type.Array(Id),
    remedy: Type.String(),
    opened_by: ActorName,
    opened_at: Moment,
    reviewer_id: nullable(Id),
    asked_for: Type.Array(Type.String()),
    evidence: Type.Array(EvidenceSchema),
    decisions: Type.Array(DecisionSchema),
    correspondence: Type.Array(CorrespondenceSchema),
    escalation: nullable(EscalationSchema),
    handed_to: Type.Array(Id, { description: 'Bodies that it was handed to' }),
    declines: Type.Array(DeclineSchema),
    assignees: Type.Object({ desk: nullable(ActorName), authority: nullable(ActorName) }),
    ended_at: nullable(Moment),
    flags: Type.Array(FlagSchema),
    lifts: Type.Array(LiftSchema),
    clocks: Type.Array(ClockSchema),
    version: Type.String({ description: 'Also the ETag' }),
    actions: Actions,
  },
  { title: 'Case' },
);

export function caseReply({ numberId, caseFile, flags, lifts, clocks, version, acts }: CaseView) {
  return {
    ...caseFile,
    handedTo: caseFile.dealings.map(({ authorityId }) => authorityId),
    numberId,
    evidence: caseFile.evidence.map((item) => evidenceReply(caseFile.caseId, item)),
    flags: flags.map(flagReply),
    lifts: lifts.map(liftReply),
    clocks,
    version,
    actions: caseActions(caseFile.caseId, acts),
  };
}

export function evidenceReply<Item extends { readonly evidenceId: string }>(caseId: string, item: Item) {
  return { ...item, href: `/api/v1/cases/${caseId}/evidence/${item.evidenceId}` };
}
