import type { Reducers } from '../journal/evolve.ts';

export const retentionReducers: Reducers<'hold.placed' | 'hold.ended'> = {
  'hold.placed': (state, entry) => {
    const hold = {
      ...entry.data,
      line: entry.line,
      placedBy: entry.actor,
      placedAt: entry.recordedAt,
      endedAt: null,
    };
    return { ...state, holds: { ...state.holds, [hold.holdId]: hold } };
  },
  'hold.ended': (state, entry) => {
    const hold = state.holds[entry.data.holdId];
    if (!hold) return state;
    return { ...state, holds: { ...state.holds, [hold.holdId]: { ...hold, endedAt: entry.recordedAt } } };
  },
};
