import type { NewEntry } from '../journal/entry.ts';
import type { Reducers } from '../journal/evolve.ts';
import type { NumberState } from '../journal/state.ts';
import type { Clock } from './clock.ts';

type Ends = 'clock.met' | 'clock.cancelled' | 'clock.breached';

export const clockReducers: Reducers<Ends | 'clock.started'> = {
  'clock.started': (state, entry) => {
    const clock: Clock = { ...entry.data, status: 'running', endedAt: null, endedSeq: null };
    return { ...state, clocks: { ...state.clocks, [clock.clockId]: clock } };
  },
  'clock.met': (state, entry) => end(state, entry, 'met'),
  'clock.cancelled': (state, entry) => end(state, entry, 'cancelled'),
  'clock.breached': (state, entry) => end(state, entry, 'breached'),
};

function end(state: NumberState, entry: NewEntry<Ends>, status: Clock['status']): NumberState {
  const clock = state.clocks[entry.data.clockId];
  if (!clock) return state;
  return {
    ...state,
    clocks: { ...state.clocks, [clock.clockId]: { ...clock, status, endedAt: entry.recordedAt, endedSeq: entry.seq } },
  };
}
