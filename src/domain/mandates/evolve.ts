import type { NewEntry } from '../journal/entry.ts';
import type { Reducers } from '../journal/evolve.ts';
import type { NumberState } from '../journal/state.ts';
import type { Mandate } from './mandate.ts';

type Ends = 'mandate.revoked' | 'mandate.ended';

export const mandateReducers: Reducers<Ends | 'mandate.granted'> = {
  'mandate.granted': (state, entry) => {
    const mandate: Mandate = {
      ...entry.data,
      line: entry.line,
      grantedBy: entry.actor,
      grantedAt: entry.recordedAt,
      status: 'live',
      endedAt: null,
    };
    return { ...state, mandates: { ...state.mandates, [mandate.mandateId]: mandate } };
  },
  'mandate.revoked': (state, entry) => end(state, entry, 'revoked'),
  'mandate.ended': (state, entry) => end(state, entry, 'ended'),
};

function end(state: NumberState, entry: NewEntry<Ends>, status: Mandate['status']): NumberState {
  const mandate = state.mandates[entry.data.mandateId];
  if (!mandate) return state;
  const ended: Mandate = { ...mandate, status, endedAt: entry.effectiveAt };
  return { ...state, mandates: { ...state.mandates, [ended.mandateId]: ended } };
}
