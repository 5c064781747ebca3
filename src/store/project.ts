import type { Case, Dealing, EvidenceItem } from '../domain/cases/case.ts';
import { caseAllows, WITH_AUTHORITY } from '../domain/cases/case-transitions.ts';
import { openPrecheck } from '../domain/cases/precheck.ts';
import type { Clock } from '../domain/clocks/clock.ts';
import { wakeAt } from '../domain/clocks/clock.ts';
import type { Flag } from '../domain/flags/flag.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { findLine } from '../domain/journal/state.ts';
import { isFirstOfNumber } from '../domain/learning/verdict.ts';
import type { Lift, LiftStep } from '../domain/lifts/lift.ts';
import { isInFlight } from '../domain/lifts/lift.ts';
import type { Mandate } from '../domain/mandates/mandate.ts';
import type { Attention } from '../domain/notices/attention.ts';
import type { Delivery, Notice } from '../domain/notices/notice.ts';
import type { Line } from '../domain/numbers/line.ts';
import type { Hold } from '../domain/retention/hold.ts';
import type { Row } from './projection-tables.ts';

/** One thing of a number as the row that lists read. Pure: the same state always makes the same rows. */

export function lineRow(state: NumberState, line: Line): Row<'lines'> {
  return {
    number_id: state.numberId,
    line: line.line,
    origin: line.origin,
    kind: line.kind,
    carrier_id: line.carrierId,
    province: line.province,
    holder_id: line.holderId,
    user_id: line.userId,
    opened_at: line.openedAt,
    closed_at: line.closedAt,
  };
}

export function flagRow(state: NumberState, flag: Flag): Row<'flags'> {
  const { rule } = flag.reasons;
  return {
    number_id: state.numberId,
    flag_id: flag.flagId,
    line: flag.line,
    carrier_id: deskOf(state, flag.line),
    origin: flag.origin,
    status: flag.status,
    layer: flag.layer,
    imposed_by: flag.imposedBy,
    cause: flag.cause,
    code: flag.reasons.code,
    policy_id: rule?.policyId ?? null,
    policy_version: rule?.version ?? null,
    rule_id: rule?.ruleId ?? null,
    raised_by: flag.raisedBy.id,
    placed_at: flag.placedAt,
    lifted_because: flag.liftedBecause,
    lifted_at: flag.liftedAt,
  };
}

/** What decisions said of the rule that flagged; nothing for a flag that no rule of a connected carrier placed. */
export function verdictRows(state: NumberState, flag: Flag): Row<'flag_verdicts'>[] {
  const { verdict, reasons } = flag;
  if (!verdict || !reasons.rule) return [];
  const { policyId, version, ruleId, model = null } = reasons.rule;
  return [
    {
      number_id: state.numberId,
      flag_id: flag.flagId,
      carrier_id: deskOf(state, flag.line),
      province: findLine(state, flag.line)?.province ?? '',
      policy_id: policyId,
      policy_version: version,
      rule_id: ruleId,
      model,
      imposed_by: flag.imposedBy,
      outcome: verdict.outcome,
      given_by: verdict.by,
      decided_at: verdict.at,
      changed_at: verdict.changedAt,
      tested: isFirstOfNumber(state, flag),
    },
  ];
}

export function caseRow(state: NumberState, caseFile: Case): Row<'cases'> {
  const due = dueOf(state, caseFile);
  const bodyDue = bodyDueOf(state, caseFile);
  return {
    number_id: state.numberId,
    case_id: caseFile.caseId,
    line: caseFile.line,
    carrier_id: deskOf(state, caseFile.line),
    reference: caseFile.reference,
    status: caseFile.status,
    remedy: caseFile.remedy,
    flag_ids: caseFile.flagIds,
    opened_by: caseFile.openedBy.id,
    opened_at: caseFile.openedAt,
    reviewer_id: caseFile.reviewerId,
    due_at: due?.dueAt ?? null,
    due_rule_id: due?.ruleId ?? null,
    desk_assignee: caseFile.assignees.desk?.id ?? null,
    authority_id: caseFile.escalation?.authority?.authorityId ?? null,
    authority_assignee: caseFile.assignees.authority?.id ?? null,
    authority_due_at: bodyDue?.dueAt ?? null,
    authority_due_rule_id: bodyDue?.ruleId ?? null,
    ended_at: caseFile.endedAt,
    precheck_asked_at: caseAllows(caseFile.status, 'answer_precheck')
      ? (openPrecheck(caseFile)?.askedAt ?? null)
      : null,
    papers_turned_down: (caseFile.prechecks ?? []).reduce((times, { setAside }) => times + setAside.length, 0),
  };
}

/** The clock that presses the carrier most over a case: its own or one of its lifts', running, or run out with the matter still open. */
export function dueOf(state: NumberState, caseFile: Case): Clock | undefined {
  let first: Clock | undefined;
  for (const clock of Object.values(state.clocks)) {
    if (clock.binds !== 'carrier' || !presses(state, caseFile, clock)) continue;
    const thing = thingOf(clock);
    if (thing !== caseFile.caseId && !caseFile.liftIds.includes(thing)) continue;
    if (!first || clock.dueAt < first.dueAt) first = clock;
  }
  return first;
}

/** The clock that presses the body most that has the case: one that binds it and runs, or ran out with the matter still undone. */
export function bodyDueOf(state: NumberState, caseFile: Case): Clock | undefined {
  return Object.values(state.clocks)
    .filter((clock) => clock.binds === 'authority' && clock.subject.id === caseFile.caseId)
    .filter((clock) => clock.status === 'running' || (clock.status === 'breached' && bodyOwes(caseFile, clock)))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}

/** Whether what a body let pass is still to be done: it has the case as it had then, and has not put it to the carrier meanwhile. */
function bodyOwes({ status, escalation }: Case, { ruleId, startSeq }: Clock): boolean {
  if (!escalation || !WITH_AUTHORITY.includes(status) || startSeq < escalation.since.seq) return false;
  return ruleId !== 'miit.forward' || !escalation.asked;
}

function presses(state: NumberState, caseFile: Case, { status, subject, startSeq }: Clock): boolean {
  if (status !== 'breached') return status === 'running';
  // The answer that a body still waits for.
  if (startSeq === caseFile.escalation?.carrierAskedFrom?.seq) return true;
  const lift = state.lifts[subject.id];
  return subject.kind === 'case' ? caseFile.status === 'overdue' : lift !== undefined && isInFlight(lift);
}

export function evidenceRow(state: NumberState, caseFile: Case, item: EvidenceItem): Row<'evidence_items'> {
  return {
    number_id: state.numberId,
    evidence_id: item.evidenceId,
    case_id: caseFile.caseId,
    sha256: item.sha256,
    bytes: String(item.bytes),
    media_type: item.mediaType,
    material: item.material,
    added_by: item.addedBy.id,
    added_at: item.addedAt,
    forgotten_at: item.forgottenAt,
  };
}

export function dealingRow(state: NumberState, { caseId }: Case, dealing: Dealing): Row<'dealings'> {
  return {
    number_id: state.numberId,
    case_id: caseId,
    authority_id: dealing.authorityId,
    handed_at: dealing.at,
    ended_at: dealing.end?.at ?? null,
    ended_how: dealing.end?.how ?? null,
    left_status: dealing.left?.status ?? null,
  };
}

export function liftRow(state: NumberState, lift: Lift): Row<'lifts'> {
  return {
    number_id: state.numberId,
    lift_id: lift.liftId,
    line: lift.line,
    carrier_id: deskOf(state, lift.line),
    flag_ids: lift.flagIds,
    because: lift.because,
    case_id: lift.caseId,
    since: lift.since,
    ordered_at: lift.orderedAt,
    completed_at: lift.completedAt,
    abandoned_at: lift.abandonedAt,
    not_back_at: lift.notBackAt,
  };
}

export function stepRow(state: NumberState, lift: Lift, step: LiftStep): Row<'lift_steps'> {
  return {
    number_id: state.numberId,
    lift_id: lift.liftId,
    system: step.system,
    status: step.status,
    attempts: step.attempts,
    sent_at: step.sentAt,
    code: step.code,
  };
}

export function clockRow(state: NumberState, clock: Clock): Row<'clocks'> {
  const line = lineOf(state, clock);
  return {
    number_id: state.numberId,
    clock_id: clock.clockId,
    line,
    carrier_id: deskOf(state, line),
    rule_id: clock.ruleId,
    rule_version: clock.ruleVersion,
    binds: clock.binds,
    subject_kind: clock.subject.kind,
    subject_id: clock.subject.id,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    wake_at: wakeAt(clock),
    provisional: clock.provisional,
    status: clock.status,
    ended_at: clock.endedAt,
  };
}

export function noticeRow(state: NumberState, notice: Notice): Row<'notices'> {
  return {
    number_id: state.numberId,
    notice_id: notice.noticeId,
    line: notice.line,
    carrier_id: deskOf(state, notice.line),
    kind: notice.kind,
    person_id: notice.personId,
    subject_kind: notice.subject.kind,
    subject_id: notice.subject.id,
    values: notice.values,
    issued_at: notice.issuedAt,
  };
}

export function deliveryRow(state: NumberState, notice: Notice, delivery: Delivery): Row<'deliveries'> {
  return {
    number_id: state.numberId,
    notice_id: notice.noticeId,
    delivery_id: delivery.deliveryId,
    channel: delivery.channel,
    status: delivery.status,
    at: delivery.at,
    code: delivery.code,
  };
}

export function attentionRow(state: NumberState, one: Attention): Row<'attention'> {
  return {
    number_id: state.numberId,
    attention_id: one.attentionId,
    line: one.line,
    carrier_id: deskOf(state, one.line),
    kind: one.kind,
    subject_kind: one.subject.kind,
    subject_id: one.subject.id,
    detail: one.detail,
    raised_at: one.raisedAt,
    handled_at: one.handledAt,
  };
}

/** The carrier at whose desk a line shows; nobody's where it is only reported. */
function deskOf(state: NumberState, line: number): string | null {
  const found = findLine(state, line);
  return found?.origin === 'placed' ? found.carrierId : null;
}

/** The id of the case, lift, flag or mandate that a clock runs over; a step's clock runs over its lift. */
function thingOf(clock: Clock): string {
  return clock.subject.id.split('/')[0] ?? clock.subject.id;
}

function lineOf(state: NumberState, clock: Clock): number {
  const id = thingOf(clock);
  return (state.cases[id] ?? state.lifts[id] ?? state.flags[id] ?? state.mandates[id])?.line ?? 0;
}

export function mandateRow(state: NumberState, mandate: Mandate): Row<'mandates'> {
  return {
    number_id: state.numberId,
    mandate_id: mandate.mandateId,
    line: mandate.line,
    carrier_id: deskOf(state, mandate.line),
    principal_id: mandate.principalId,
    representative_id: mandate.representativeId,
    kind: mandate.kind,
    signed: mandate.signed,
    status: mandate.status,
    granted_at: mandate.grantedAt,
    until_at: mandate.until,
    ended_at: mandate.endedAt,
  };
}

export function holdRow(state: NumberState, hold: Hold): Row<'holds'> {
  return {
    number_id: state.numberId,
    hold_id: hold.holdId,
    line: hold.line,
    carrier_id: deskOf(state, hold.line),
    ground: hold.ground,
    case_ids: hold.caseIds,
    placed_by: hold.placedBy.id,
    placed_at: hold.placedAt,
    ended_at: hold.endedAt,
  };
}
