import type { Reducers } from '../journal/evolve.ts';
import type { NumberState } from '../journal/state.ts';
import type { Flag } from './flag.ts';
import { REASON_CODES } from './words.ts';

type Kinds = 'flag.placed' | 'flag.detached' | 'flag.class_decided';

export const flagReducers: Reducers<Kinds> = {
  'flag.placed': (state, entry) => {
    const { data } = entry;
    const flag: Flag = {
      ...data,
      ...REASON_CODES[data.reasons.code],
      line: entry.line,
      status: 'active',
      raisedBy: entry.actor,
      liftedBecause: null,
      liftedAt: null,
    };
    return { ...state, flags: { ...state.flags, [flag.flagId]: flag } };
  },

  // The lift that it orders follows at once; what a class decides is no verdict on the rule, but came of one.
  'flag.class_decided': (state) => state,

  'flag.detached': (state, entry) => withFlags(state, [entry.data.flagId], { status: 'detached' }),
};

/** The state with a change to each of these flags. */
export function withFlags(state: NumberState, flagIds: readonly string[], change: Partial<Flag>): NumberState {
  const changed = flagIds.flatMap((id) => {
    const flag = state.flags[id];
    return flag ? [[id, { ...flag, ...change }] as const] : [];
  });
  return { ...state, flags: { ...state.flags, ...Object.fromEntries(changed) } };
}
