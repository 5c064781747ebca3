import { isHuman } from '../journal/actor.ts';
import type { Reducers } from '../journal/evolve.ts';
import { afterMoney, isMoneyFact } from './ledger.ts';

/** The state keeps this many facts; a flag copies what it relies on, the journal keeps everything. */
const FACTS_KEPT = 40;

type Kinds =
  | 'line.opened'
  | 'line.closed'
  | 'fact.recorded'
  | 'holder.checked'
  | 'holder.check_silent'
  | 'line.joined'
  | 'line.joined_to';

export const numberReducers: Reducers<Kinds> = {
  'line.opened': (state, entry) => ({ ...state, lines: [...state.lines, { ...entry.data, closedAt: null }] }),

  'line.closed': (state, entry) => ({
    ...state,
    lines: state.lines.map((line) => (line.line === entry.line ? { ...line, closedAt: entry.data.closedAt } : line)),
  }),

  'holder.checked': (state) => state,
  'holder.check_silent': (state) => state,

  'line.joined': (state, entry) => ({
    ...state,
    lines: state.lines.map((line) =>
      line.line === entry.line ? { ...line, holderId: entry.data.personId, joinedBy: entry.data.personId } : line,
    ),
  }),

  'line.joined_to': (state, entry) => ({
    ...state,
    lines: state.lines.map((line) => (line.line === entry.line ? { ...line, joinedTo: entry.data } : line)),
  }),

  'fact.recorded': (state, entry) => {
    const { factId, fact } = entry.data;
    const known = { factId, line: entry.line, fact, at: entry.effectiveAt, byHuman: isHuman(entry.actor) };
    const facts = [...state.facts, known].slice(-FACTS_KEPT);
    if (!isMoneyFact(fact)) return { ...state, facts };
    return { ...state, facts, ...afterMoney(state, { line: entry.line, at: entry.effectiveAt, fact }) };
  },
};
