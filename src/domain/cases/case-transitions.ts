import type { CaseStatus } from './case.ts';

/** The side that does an act: the person (or a representative), the carrier's desk, a body's officer, or the product on its own. */
export type Party = 'person' | 'agent' | 'reviewer' | 'officer' | 'product';

type Transition = {
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus | 'same' | 'by_outcome';
  readonly by: readonly Party[];
};

const OPEN: readonly CaseStatus[] = [
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
  'reopened',
  'escalated',
  'accepted',
  'mediating',
];
/** The carrier has answered and not given everything, or let its time pass. */
export const AFTER_THE_CARRIER: readonly CaseStatus[] = ['partly', 'refused', 'overdue'];
const WITH_CARRIER: readonly CaseStatus[] = ['submitted', 'in_review', 'needs_material', 'reopened'];
const TAKEN_ON: readonly CaseStatus[] = ['accepted', 'mediating'];
/** Lies with a body, inside the product or outside. */
export const WITH_AUTHORITY: readonly CaseStatus[] = ['escalated', ...TAKEN_ON];
const FILED: readonly CaseStatus[] = [
  'submitted',
  'in_review',
  'needs_material',
  'overdue',
  'reopened',
  'lifting',
  'partly',
  'refused',
  'restored',
  'escalated',
  'accepted',
  'mediating',
];

/** The carrier has yet to say its word, or is late with it: so long a way to a hall may still be spared. */
const BEFORE_THE_WORD: readonly CaseStatus[] = [...WITH_CARRIER, 'overdue'];

/**
 * draft → submitted → in_review ⇄ needs_material → granted | partly | refused → lifting → restored → closed;
 * submitted | in_review | needs_material → overdue, which a late decision can still leave;
 * partly | refused | overdue → escalated → accepted → (mediating →) settled → lifting | closed, or unsettled → closed;
 * restored → escalated as well, while a flag stands that a partly yes left; declined goes back to where it was, there to partly;
 * lifting | restored | closed → reopened → in_review; withdrawn from any open state.
 */
export const CASE_TRANSITIONS = {
  submit: { from: ['draft'], to: 'submitted', by: ['person'] },
  start_review: { from: ['submitted', 'reopened'], to: 'in_review', by: ['agent', 'reviewer'] },
  say: { from: FILED, to: 'same', by: ['person', 'agent', 'reviewer', 'officer'] },
  record: { from: OPEN, to: 'same', by: ['person'] },
  restate: { from: ['draft'], to: 'same', by: ['person'] },
  add_evidence: {
    from: [
      'draft',
      'submitted',
      'in_review',
      'needs_material',
      'overdue',
      'reopened',
      'partly',
      'refused',
      'escalated',
      'accepted',
      'mediating',
    ],
    to: 'same',
    by: ['person'],
  },
  ask_material: { from: ['submitted', 'in_review', 'reopened'], to: 'needs_material', by: ['agent', 'reviewer'] },
  give_material: { from: ['needs_material'], to: 'in_review', by: ['person'] },
  ask_precheck: { from: BEFORE_THE_WORD, to: 'same', by: ['person'] },
  answer_precheck: { from: BEFORE_THE_WORD, to: 'same', by: ['agent', 'reviewer'] },
  decide: { from: ['in_review', 'overdue'], to: 'by_outcome', by: ['reviewer'] },
  order_lift: { from: ['in_review', 'overdue'], to: 'lifting', by: ['agent', 'reviewer'] },
  withdraw: { from: OPEN, to: 'withdrawn', by: ['person'] },
  confirm_back: { from: ['restored'], to: 'closed', by: ['person'] },
  report_not_back: { from: ['lifting', 'restored', 'closed'], to: 'reopened', by: ['person'] },
  lapse_material: { from: ['needs_material'], to: 'in_review', by: ['product'] },
  run_late: { from: ['submitted', 'in_review', 'needs_material', 'reopened'], to: 'overdue', by: ['product'] },
  begin_lift: {
    from: [
      'submitted',
      'in_review',
      'needs_material',
      'granted',
      'partly',
      'refused',
      'overdue',
      'reopened',
      'escalated',
      'accepted',
      'mediating',
      'settled',
    ],
    to: 'lifting',
    by: ['product'],
  },
  fail_lift: { from: ['lifting'], to: 'in_review', by: ['product'] },
  restore: { from: ['lifting'], to: 'restored', by: ['product'] },
  close: { from: ['restored', 'partly', 'refused', 'overdue', 'accepted'], to: 'closed', by: ['product'] },
  escalate: { from: [...WITH_CARRIER, ...AFTER_THE_CARRIER, 'restored'], to: 'escalated', by: ['person'] },
  accept: { from: ['escalated'], to: 'accepted', by: ['officer'] },
  decline: { from: ['escalated'], to: 'same', by: ['officer'] },
  ask_carrier: { from: TAKEN_ON, to: 'same', by: ['officer'] },
  answer_authority: { from: TAKEN_ON, to: 'same', by: ['agent', 'reviewer'] },
  mediate: { from: ['accepted'], to: 'mediating', by: ['officer'] },
  settle: { from: TAKEN_ON, to: 'settled', by: ['officer'] },
  end_unsettled: { from: TAKEN_ON, to: 'unsettled', by: ['officer'] },
  claim: { from: FILED, to: 'same', by: ['agent', 'reviewer', 'officer'] },
  take_over: { from: FILED, to: 'same', by: ['agent', 'reviewer', 'officer'] },
  release: { from: FILED, to: 'same', by: ['agent', 'reviewer', 'officer'] },
  hand_over: { from: FILED, to: 'same', by: ['agent', 'reviewer', 'officer'] },
} as const satisfies Record<string, Transition>;

export type CaseAct = keyof typeof CASE_TRANSITIONS;

/** Whether the table opens the act in this status. */
export function caseAllows(status: CaseStatus, act: CaseAct): boolean {
  return (CASE_TRANSITIONS[act].from as readonly CaseStatus[]).includes(status);
}

/** Whether this side may do the act at all. */
export function partyMay(party: Party, act: CaseAct): boolean {
  return (CASE_TRANSITIONS[act].by as readonly Party[]).includes(party);
}

/** Open: filed or being written, and not yet over. */
export function isOpenCase(status: CaseStatus): boolean {
  return OPEN.includes(status);
}

/** The acts that a person or the desk can do; the product's own acts are left out. */
export const OFFERABLE_ACTS = (Object.keys(CASE_TRANSITIONS) as CaseAct[]).filter((act) => !partyMay('product', act));
