import type { Reducers } from '../journal/evolve.ts';

export const correctionReducers: Reducers<
  'correction.asked' | 'correction.answered' | 'line.corrected' | 'person.corrected'
> = {
  'person.corrected': (state) => state,
  'correction.asked': (state, entry) => {
    const open = { outcome: null, answeredBy: null, answeredAt: null, answeredSeq: null };
    const asked = { ...entry.data, line: entry.line, askedBy: entry.actor, askedAt: entry.recordedAt, ...open };
    return { ...state, corrections: { ...state.corrections, [asked.correctionId]: asked } };
  },
  'correction.answered': (state, entry) => {
    const one = state.corrections[entry.data.correctionId];
    if (!one) return state;
    const by = { answeredBy: entry.actor, answeredAt: entry.recordedAt, answeredSeq: entry.seq };
    const answered = { outcome: entry.data.outcome, ...by };
    return { ...state, corrections: { ...state.corrections, [one.correctionId]: { ...one, ...answered } } };
  },
  'line.corrected': (state, entry) => ({
    ...state,
    lines: state.lines.map((line) => (line.line === entry.line ? { ...line, ...entry.data } : line)),
  }),
};
