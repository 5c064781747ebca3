import type { Reducers } from '../journal/evolve.ts';

export const retentionReducers: Reducers<'hold.placed' | 'hold.ended'> = {
  'hold.placed': (state, entry) => ({ ...state, hold: { placedBy: entry.actor, placedAt: entry.recordedAt } }),
  'hold.ended': (state) => ({ ...state, hold: null }),
};
