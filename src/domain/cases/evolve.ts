import type { NewEntry } from '../journal/entry.ts';
import type { Reducers } from '../journal/evolve.ts';
import type { NumberState } from '../journal/state.ts';
import { judgeByDecision, judgeBySettlement } from '../learning/verdict.ts';
import type { Anchor, Case, CaseStatus, Decision, Escalation, EvidenceItem, Precheck } from './case.ts';
import type { CorrespondenceItem } from './correspondence.ts';
import { dealingsAfter } from './dealings.ts';

type OnCaseKinds =
  | 'case.submitted'
  | 'case.review_started'
  | 'case.message'
  | 'case.material_asked'
  | 'case.material_given'
  | 'case.material_lapsed'
  | 'evidence.added'
  | 'evidence.forgotten'
  | 'case.precheck_asked'
  | 'case.precheck_answered'
  | 'case.precheck_set_aside'
  | 'case.decided'
  | 'case.overdue'
  | 'case.lifting'
  | 'case.lift_failed'
  | 'case.restored'
  | 'case.restated'
  | 'case.told_refused'
  | 'case.escalated'
  | 'case.accepted'
  | 'case.declined'
  | 'case.carrier_asked'
  | 'case.carrier_answered'
  | 'case.mediating'
  | 'case.settled'
  | 'case.unsettled'
  | 'case.assigned'
  | 'correspondence.recorded'
  | 'case.reopened'
  | 'case.withdrawn'
  | 'case.closed';

export const caseReducers: Reducers<OnCaseKinds | 'case.opened'> = {
  'case.opened': (state, entry) => {
    const caseFile: Case = {
      ...entry.data,
      line: entry.line,
      status: 'draft',
      openedBy: entry.actor,
      openedAt: entry.recordedAt,
      answerFrom: null,
      reviewerId: null,
      askedFor: [],
      askedFrom: null,
      evidence: [],
      decisions: [],
      correspondence: [],
      escalation: null,
      declinedFrom: null,
      dealings: [],
      declines: [],
      assignees: { desk: null, authority: null },
      liftIds: [],
      restoredFrom: null,
      endedAt: null,
    };
    return { ...state, cases: { ...state.cases, [caseFile.caseId]: caseFile } };
  },

  'case.submitted': (state, entry) => change(state, entry, () => ({ status: 'submitted', answerFrom: anchor(entry) })),
  'case.review_started': (state, entry) =>
    change(state, entry, () => ({ status: 'in_review', reviewerId: entry.data.reviewerId })),
  'case.message': (state) => state,
  'case.restated': (state) => state,
  'case.material_asked': (state, entry) =>
    change(state, entry, () => ({
      status: 'needs_material',
      askedFor: entry.data.materials,
      askedFrom: anchor(entry),
    })),
  'case.material_given': (state, entry) =>
    change(state, entry, () => ({ status: 'in_review', askedFor: [], askedFrom: null })),
  'case.material_lapsed': (state, entry) => change(state, entry, () => ({ status: 'in_review', askedFrom: null })),
  'evidence.added': (state, entry) =>
    change(state, entry, (caseFile) => ({ evidence: [...caseFile.evidence, evidenceOf(entry)] })),
  'evidence.forgotten': (state, entry) =>
    change(state, entry, ({ evidence }) => ({
      evidence: evidence.map((item) =>
        item.evidenceId === entry.data.evidenceId ? { ...item, forgottenAt: entry.recordedAt } : item,
      ),
    })),
  'case.precheck_asked': (state, entry) =>
    change(state, entry, ({ prechecks }) => ({ prechecks: [...(prechecks ?? []), precheckOf(entry)] })),
  'case.precheck_answered': (state, entry) =>
    change(state, entry, ({ prechecks }) => ({
      prechecks:
        prechecks?.map((one) =>
          one.precheckId === entry.data.precheckId ? { ...one, answer: answerOf(entry) } : one,
        ) ?? [],
    })),
  // It weighs on what was answered last: what is in force is folded over all of them in their order.
  'case.precheck_set_aside': (state, entry) =>
    change(state, entry, ({ prechecks = [] }) => ({
      prechecks: prechecks.map((one, at) =>
        at === prechecks.findLastIndex(({ answer }) => answer !== null)
          ? { ...one, setAside: [...one.setAside, { materials: entry.data.materials, at: entry.recordedAt }] }
          : one,
      ),
    })),
  'case.decided': (state, entry) =>
    change(judgeByDecision(state, flagIdsOf(state, entry), entry.data, judgedAt(entry)), entry, (caseFile) => ({
      status: entry.data.outcome,
      decisions: [...caseFile.decisions, decisionOf(entry)],
    })),
  'correspondence.recorded': (state, entry) =>
    change(state, entry, (caseFile) => ({ correspondence: [...caseFile.correspondence, contactOf(entry)] })),
  'case.told_refused': (state, entry) => change(state, entry, () => ({ status: 'refused' })),
  'case.escalated': (state, entry) =>
    change(state, entry, ({ status }) => ({ status: 'escalated', escalation: escalationOf(entry, status) })),
  'case.accepted': (state, entry) =>
    change(state, entry, ({ status, escalation }) => ({
      status: 'accepted',
      escalation: { ...(escalation ?? escalationOf(entry, status)), since: anchor(entry) },
    })),
  'case.declined': (state, entry) =>
    change(state, entry, ({ status, escalation, declines, assignees }) => ({
      // What had come back stays back: what is left is the no of a partly yes, which no clock of ours closes.
      status: escalation?.from === 'restored' ? 'partly' : (escalation?.from ?? status),
      escalation: null,
      declinedFrom: anchor(entry),
      declines: [...declines, { ...anchor(entry), ground: entry.data.ground, authorityId: authorityOf(escalation) }],
      assignees: { ...assignees, authority: null },
    })),
  'case.carrier_asked': (state, entry) =>
    onEscalation(state, entry, () => ({ carrierAskedFrom: anchor(entry), asked: true })),
  'case.carrier_answered': (state, entry) => onEscalation(state, entry, () => ({ carrierAskedFrom: null })),
  'case.mediating': (state, entry) =>
    change(
      onEscalation(state, entry, () => ({ mediatingFrom: anchor(entry) })),
      entry,
      () => ({ status: 'mediating' }),
    ),
  'case.settled': (state, entry) =>
    change(judgeBySettlement(state, entry.data.liftFlagIds, judgedAt(entry)), entry, () => ({ status: 'settled' })),
  'case.unsettled': (state, entry) => change(state, entry, () => ({ status: 'unsettled' })),
  'case.assigned': (state, entry) =>
    change(state, entry, ({ assignees, reviewerId }) => ({
      assignees: { ...assignees, [entry.data.side]: entry.data.assignee },
      // Put back by whoever had begun, it waits for anybody again.
      reviewerId: entry.data.assignee === null && entry.actor.id === reviewerId ? null : reviewerId,
    })),
  'case.overdue': (state, entry) => change(state, entry, () => ({ status: 'overdue' })),
  'case.lifting': (state, entry) =>
    change(state, entry, (caseFile) => ({ status: 'lifting', liftIds: [...caseFile.liftIds, entry.data.liftId] })),
  'case.lift_failed': (state, entry) =>
    change(state, entry, () => ({ status: 'in_review', answerFrom: anchor(entry) })),
  'case.restored': (state, entry) => change(state, entry, () => ({ status: 'restored', restoredFrom: anchor(entry) })),
  'case.reopened': (state, entry) =>
    change(state, entry, ({ assignees, decisions }) => ({
      status: 'reopened',
      answerFrom: anchor(entry),
      restoredFrom: null,
      endedAt: null,
      // Whoever decided cannot do so again: it waits for somebody else.
      assignees: decisions.some(({ decidedBy }) => decidedBy.id === assignees.desk?.id)
        ? { ...assignees, desk: null }
        : assignees,
    })),
  'case.withdrawn': (state, entry) => change(state, entry, () => ({ status: 'withdrawn', endedAt: entry.recordedAt })),
  'case.closed': (state, entry) => change(state, entry, () => ({ status: 'closed', endedAt: entry.recordedAt })),
};

function change(
  state: NumberState,
  entry: NewEntry<OnCaseKinds>,
  next: (caseFile: Case) => Partial<Case>,
): NumberState {
  const caseFile = state.cases[entry.data.caseId];
  if (!caseFile) return state;
  const after = { ...caseFile, ...next(caseFile) };
  const dealings = dealingsAfter(caseFile, after, entry);
  return { ...state, cases: { ...state.cases, [caseFile.caseId]: { ...after, dealings } } };
}

function onEscalation(
  state: NumberState,
  entry: NewEntry<OnCaseKinds>,
  next: (escalation: Escalation) => Partial<Escalation>,
): NumberState {
  return change(state, entry, ({ escalation }) =>
    escalation ? { escalation: { ...escalation, ...next(escalation) } } : {},
  );
}

function escalationOf(entry: NewEntry<'case.escalated' | 'case.accepted'>, from: CaseStatus): Escalation {
  const authority = 'authority' in entry.data ? entry.data.authority : null;
  return { from, since: anchor(entry), authority, carrierAskedFrom: null, asked: false, mediatingFrom: null };
}

function authorityOf(escalation: Escalation | null): string | null {
  return escalation?.authority?.authorityId ?? null;
}

function flagIdsOf(state: NumberState, entry: NewEntry<'case.decided'>): readonly string[] {
  return state.cases[entry.data.caseId]?.flagIds ?? [];
}

function judgedAt(entry: NewEntry) {
  return { at: entry.recordedAt, seq: entry.seq };
}

/** Periods run from when a thing happened, also where it was recorded later. */
function anchor(entry: { readonly effectiveAt: string; readonly seq: number }): Anchor {
  return { at: entry.effectiveAt, seq: entry.seq };
}

function evidenceOf(entry: NewEntry<'evidence.added'>): EvidenceItem {
  const { caseId: _, ...item } = entry.data;
  return { ...item, addedBy: entry.actor, addedAt: entry.recordedAt, forgottenAt: null };
}

function contactOf(entry: NewEntry<'correspondence.recorded'>): CorrespondenceItem {
  const { caseId: _, ...item } = entry.data;
  return { ...item, recordedBy: entry.actor, recordedAt: entry.recordedAt, seq: entry.seq };
}

function precheckOf(entry: NewEntry<'case.precheck_asked'>): Precheck {
  const { precheckId, papers } = entry.data;
  return { precheckId, papers, askedBy: entry.actor, askedAt: entry.recordedAt, answer: null, setAside: [] };
}

function answerOf(entry: NewEntry<'case.precheck_answered'>): Precheck['answer'] {
  const { enough, papers, originals } = entry.data;
  return { enough, papers, originals, answeredBy: entry.actor, answeredAt: entry.recordedAt };
}

function decisionOf(entry: NewEntry<'case.decided'>): Decision {
  const { caseId: _, ...decision } = entry.data;
  return { ...decision, decidedBy: entry.actor, decidedAt: entry.recordedAt };
}
