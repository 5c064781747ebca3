import type { Gist } from '../cases/correspondence.ts';
import type { Draft } from '../journal/draft.ts';
import type { EntryKind, NewEntry } from '../journal/entry.ts';
import type { NumberState } from '../journal/state.ts';
import type { Clock } from './clock.ts';
import { TOLD_PROMISE } from './which-rule.ts';

/** What a carrier, a lender or a label service is asked for: its word on the matter, or the lift that makes one needless. */
const WORD: readonly EntryKind[] = ['case.decided', 'case.told_refused', 'case.lifting'];
/** How a body brings a matter to an end. */
const OUTCOME: readonly EntryKind[] = ['case.settled', 'case.unsettled'];

/** The entries that a period over a case waits for. Any other end of it, such as the person's going further, is no answer. */
const WAITS_FOR: { readonly [ruleId: string]: readonly EntryKind[] } = {
  'carrier.reply': WORD,
  'credit.objection': WORD,
  'label.answer': WORD,
  'miit.accept': ['case.accepted', 'case.declined'],
  'miit.forward': ['case.carrier_asked'],
  'miit.carrierFeedback': ['case.carrier_answered'],
  'miit.answer': OUTCOME,
  'miit.mediate': OUTCOME,
  'user.appealLimit.fee': ['case.escalated'],
  'user.appealLimit.other': ['case.escalated'],
  'ours.supplement': ['case.material_given'],
  'ours.restored_close': ['case.closed', 'case.reopened'],
  'ours.follow_up': [
    ...WORD,
    ...OUTCOME,
    'case.accepted',
    'case.declined',
    'case.carrier_asked',
    'case.carrier_answered',
  ],
  [TOLD_PROMISE]: WORD,
};
/** What the person tells of a body that is not connected counts as its own act. */
const TOLD: { readonly [G in Gist]?: EntryKind } = { settled: 'case.settled', unsettled: 'case.unsettled' };

/** Whether a clock that is no longer called for ends because what it waited for came; otherwise the matter went another way. */
export function endsMet({ state, entries }: Pick<Draft, 'state' | 'entries'>, clock: Clock): boolean {
  const { kind, id } = clock.subject;
  switch (kind) {
    case 'case':
      return entries.some((entry) => entry.seq > clock.startSeq && isAwaited(state, entry, clock));
    case 'lift':
      return state.lifts[id]?.completedAt != null;
    case 'lift_step':
      return hasSpoken(state, id);
    default:
      return false;
  }
}

function isAwaited(state: NumberState, entry: NewEntry, { ruleId, startSeq, subject }: Clock): boolean {
  if (!('caseId' in entry.data) || entry.data.caseId !== subject.id) return false;
  if (entry.kind === 'case.lifting' && state.lifts[entry.data.liftId]?.because === 'ordered') return false;
  if (entry.kind === 'correspondence.recorded' && ruleId === TOLD_PROMISE) {
    const promise = state.cases[subject.id]?.correspondence.find(({ seq }) => seq === startSeq);
    return promise?.counterpart === entry.data.counterpart;
  }
  const kind = entry.kind === 'correspondence.recorded' ? (TOLD[entry.data.gist] ?? entry.kind) : entry.kind;
  return (WAITS_FOR[ruleId] ?? []).includes(kind);
}

/** A system that says no has answered as well. */
function hasSpoken(state: NumberState, id: string): boolean {
  const [liftId = '', system = ''] = id.split('/');
  const step = state.lifts[liftId]?.steps.find((one) => one.system === system);
  return step?.status === 'confirmed' || step?.status === 'failed';
}
