import { caseReducers } from '../cases/evolve.ts';
import { clockReducers } from '../clocks/evolve.ts';
import { correctionReducers } from '../corrections/evolve.ts';
import { flagReducers } from '../flags/evolve.ts';
import { liftReducers } from '../lifts/evolve.ts';
import { mandateReducers } from '../mandates/evolve.ts';
import { noticeReducers } from '../notices/evolve.ts';
import { numberReducers } from '../numbers/evolve.ts';
import { retentionReducers } from '../retention/evolve.ts';
import type { EntryKind, NewEntry } from './entry.ts';
import type { NumberState } from './state.ts';
import { emptyState } from './state.ts';

/** What one kind of entry does to the state; the `seq` is moved by `evolve`. */
export type Reducers<K extends EntryKind> = {
  readonly [P in K]: (state: NumberState, entry: NewEntry<P>) => NumberState;
};

const REDUCERS: Reducers<EntryKind> = {
  ...numberReducers,
  ...flagReducers,
  ...liftReducers,
  ...caseReducers,
  ...clockReducers,
  ...noticeReducers,
  ...mandateReducers,
  ...retentionReducers,
  ...correctionReducers,
};

/** The state after one more entry. Throws on a gap or an unknown kind: such a journal was written by newer code. */
export function evolve(state: NumberState, entry: NewEntry): NumberState {
  if (entry.seq !== state.seq + 1)
    throw new Error(`Entry ${entry.seq} follows ${state.seq} on number ${state.numberId}`);
  const reduce = REDUCERS[entry.kind] as ((state: NumberState, entry: NewEntry) => NumberState) | undefined;
  if (!reduce) throw new Error(`Entry ${entry.seq} has the unknown kind ${entry.kind}`);
  return { ...reduce(state, entry), seq: entry.seq };
}

/** The state that a whole journal tells. */
export function fold(numberId: string, entries: readonly NewEntry[]): NumberState {
  return entries.reduce(evolve, emptyState(numberId));
}
