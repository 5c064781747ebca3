import type { NewEntry } from '../journal/entry.ts';
import type { Reducers } from '../journal/evolve.ts';
import type { NumberState } from '../journal/state.ts';
import type { Clock, ClockEvent } from './clock.ts';

type Ends = 'clock.met' | 'clock.cancelled' | 'clock.breached';
type Bears = 'clock.paused' | 'clock.resumed' | 'clock.ran_on' | 'clock.settled';

export const clockReducers: Reducers<Ends | Bears | 'clock.started' | 'clock.reminded'> = {
  'clock.started': (state, entry) => {
    const clock: Clock = {
      ...entry.data,
      remindedAt: null,
      events: [],
      status: 'running',
      endedAt: null,
      endedSeq: null,
    };
    return { ...state, clocks: { ...state.clocks, [clock.clockId]: clock } };
  },
  'clock.reminded': (state, entry) => change(state, entry, () => ({ remindedAt: entry.recordedAt })),
  'clock.paused': (state, entry) =>
    change(state, entry, (clock) => ({ status: 'paused', events: [...clock.events, eventOf(entry, 'paused')] })),
  'clock.resumed': (state, entry) =>
    change(state, entry, (clock) => ({
      ...moved(clock, entry),
      status: 'running',
      events: [...clock.events, eventOf(entry, 'resumed')],
    })),
  'clock.ran_on': (state, entry) =>
    change(state, entry, (clock) => ({ events: [...clock.events, eventOf(entry, 'ran_on')] })),
  'clock.settled': (state, entry) =>
    change(state, entry, (clock) => ({
      ...moved(clock, entry),
      calendarVersion: entry.data.calendarVersion,
      events: [...clock.events, eventOf(entry, 'settled')],
    })),
  'clock.met': (state, entry) => end(state, entry, 'met'),
  'clock.cancelled': (state, entry) => end(state, entry, 'cancelled'),
  'clock.breached': (state, entry) => end(state, entry, 'breached'),
};

function moved({ remindedAt }: Clock, { data }: NewEntry<'clock.resumed' | 'clock.settled'>): Partial<Clock> {
  const { dueAt, shownDate, provisional, remindAt } = data;
  // A reminder that came before the new time for it named a day that no longer holds.
  const outdated = remindedAt !== null && remindAt !== null && remindAt > remindedAt;
  return { dueAt, shownDate, provisional, remindAt, remindedAt: outdated ? null : remindedAt };
}

function eventOf(entry: NewEntry<Bears>, what: ClockEvent['what']): ClockEvent {
  const ground = 'ground' in entry.data ? entry.data.ground : null;
  return { what, ground, at: entry.effectiveAt, seq: entry.seq, by: entry.actor };
}

function end(state: NumberState, entry: NewEntry<Ends>, status: Clock['status']): NumberState {
  return change(state, entry, () => ({ status, endedAt: entry.recordedAt, endedSeq: entry.seq }));
}

function change(
  state: NumberState,
  entry: NewEntry<Ends | Bears | 'clock.reminded'>,
  next: (clock: Clock) => Partial<Clock>,
): NumberState {
  const clock = state.clocks[entry.data.clockId];
  return clock ? { ...state, clocks: { ...state.clocks, [clock.clockId]: { ...clock, ...next(clock) } } } : state;
}
