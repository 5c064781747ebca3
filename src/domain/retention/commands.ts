import { isOpenCase } from '../cases/case-transitions.ts';
import { computeDue } from '../clocks/due.ts';
import { requireRule } from '../clocks/rule-book.ts';
import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';

export type RetentionCommand =
  /** The files of a case whose time of keeping is over are forgotten; their hashes stay in the chain. */
  | { readonly do: 'forget_evidence'; readonly caseId: string }
  /** What was taken under consents that were withdrawn is forgotten at once, unless a hold keeps it. */
  | { readonly do: 'withdraw_evidence'; readonly consentIds: readonly string[] }
  | { readonly do: 'place_hold'; readonly why: string }
  | { readonly do: 'end_hold'; readonly why: string };

export function decideOnRetention(draft: Draft, command: RetentionCommand): Refusal | null {
  switch (command.do) {
    case 'forget_evidence':
      return forgetEvidence(draft, command.caseId);
    case 'withdraw_evidence':
      return withdrawEvidence(draft, command.consentIds);
    case 'place_hold':
      if (draft.state.hold) return refusal('hold.placed_already');
      if (command.why.trim() === '') return refusal('hold.why_missing', {}, '/why');
      draft.add('hold.placed', {}, { line: 0 });
      return null;
    case 'end_hold':
      if (!draft.state.hold) return refusal('hold.none');
      if (command.why.trim() === '') return refusal('hold.why_missing', {}, '/why');
      draft.add('hold.ended', {}, { line: 0 });
      return null;
  }
}

function forgetEvidence(draft: Draft, caseId: string): Refusal | null {
  const { state, env } = draft;
  const caseFile = state.cases[caseId];
  if (!caseFile) return refusal('case.not_found');
  if (state.hold) return refusal('hold.stands');
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
  if (draft.state.hold) return refusal('hold.stands');
  for (const { caseId, line, evidence } of Object.values(draft.state.cases)) {
    for (const { evidenceId, forgottenAt, consentId } of evidence) {
      if (forgottenAt === null && consentId !== undefined && consentIds.includes(consentId))
        draft.add('evidence.forgotten', { caseId, evidenceId, because: 'consent_withdrawn' }, { line });
    }
  }
  return null;
}
