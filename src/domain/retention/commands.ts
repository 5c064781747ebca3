import { isOpenCase } from '../cases/case-transitions.ts';
import { computeDue } from '../clocks/due.ts';
import { requireRule } from '../clocks/rule-book.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { currentLine } from '../journal/state.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { HoldGround } from './hold.ts';
import { isHeld } from './hold.ts';

export type RetentionCommand =
  /** The files of a case whose time of keeping is over are forgotten; their hashes stay in the chain. */
  | { readonly do: 'forget_evidence'; readonly caseId: string }
  /** What was taken under consents that were withdrawn is forgotten at once, unless a hold keeps it. */
  | { readonly do: 'withdraw_evidence'; readonly consentIds: readonly string[] }
  | {
      readonly do: 'place_hold';
      readonly ground: HoldGround;
      /** The cases to keep; none for all of the number. */
      readonly caseIds: readonly string[];
      readonly why: string;
    }
  | { readonly do: 'end_hold'; readonly holdId: string; readonly why: string };

export function decideOnRetention(draft: Draft, command: RetentionCommand): Refusal | null {
  switch (command.do) {
    case 'forget_evidence':
      return forgetEvidence(draft, command.caseId);
    case 'withdraw_evidence':
      return withdrawEvidence(draft, command.consentIds);
    case 'place_hold':
      return placeHold(draft, command);
    case 'end_hold':
      return endHold(draft, command);
  }
}

function placeHold(
  draft: Draft,
  { ground, caseIds, why }: Extract<RetentionCommand, { do: 'place_hold' }>,
): Refusal | null {
  if (why.trim() === '') return refusal('hold.why_missing', {}, '/why');
  const line = currentLine(draft.state) ?? draft.state.lines.at(-1);
  if (!line) return refusal('line.none');
  if (caseIds.some((id) => draft.state.cases[id] === undefined)) return refusal('hold.no_such_case', {}, '/case_ids');
  const scope = caseIds.length === 0 ? null : [...new Set(caseIds)].toSorted();
  const twin = Object.values(draft.state.holds).some(
    (one) => one.endedAt === null && one.ground === ground && String(one.caseIds) === String(scope),
  );
  if (twin) return refusal('hold.placed_already');
  const holdId = draft.nextId('hold');
  draft.add('hold.placed', { holdId, ground, caseIds: scope }, { line: line.line, personal: { why } });
  return null;
}

function endHold(draft: Draft, { holdId, why }: Extract<RetentionCommand, { do: 'end_hold' }>): Refusal | null {
  const hold = draft.state.holds[holdId];
  if (!hold) return refusal('hold.not_found');
  if (hold.endedAt !== null) return refusal('hold.over');
  if (why.trim() === '') return refusal('hold.why_missing', {}, '/why');
  draft.add('hold.ended', { holdId }, { line: hold.line, personal: { why } });
  return null;
}

function forgetEvidence(draft: Draft, caseId: string): Refusal | null {
  const { state, env } = draft;
  const caseFile = state.cases[caseId];
  if (!caseFile) return refusal('case.not_found');
  if (isHeld(state, caseId)) return refusal('hold.stands');
  const { status, endedAt, line, evidence } = caseFile;
  if (isOpenCase(status) || endedAt === null) return refusal('evidence.still_needed');
  const rule = requireRule(env.rules, 'ours.evidence', endedAt);
  const { dueAt } = computeDue({ rule, startedAt: endedAt, calendar: env.rules.calendar, province: null, roll: false });
  if (env.now < dueAt) return refusal('evidence.still_needed', { until: dueAt });
  for (const { evidenceId, forgottenAt } of evidence) {
    if (forgottenAt === null) draft.add('evidence.forgotten', { caseId, evidenceId }, { line, actor: PRODUCT });
  }
  return null;
}

function withdrawEvidence(draft: Draft, consentIds: readonly string[]): Refusal | null {
  const files = Object.values(draft.state.cases).flatMap(({ caseId, line, evidence }) =>
    evidence
      .filter(({ forgottenAt, consentId }) => !forgottenAt && consentId !== undefined && consentIds.includes(consentId))
      .map(({ evidenceId }) => ({ caseId, line, evidenceId })),
  );
  const free = files.filter(({ caseId }) => !isHeld(draft.state, caseId));
  if (free.length === 0 && files.length > 0) return refusal('hold.stands');
  for (const { caseId, line, evidenceId } of free)
    draft.add('evidence.forgotten', { caseId, evidenceId, because: 'consent_withdrawn' }, { line });
  return null;
}
