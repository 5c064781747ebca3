import type { Actor } from '../domain/journal/actor.ts';
import type { NumberState } from '../domain/journal/state.ts';
import type { Line } from '../domain/numbers/line.ts';

/** How an actor stands to a line: one of its two people, the carrier that runs it, or nobody. */
export type Relation = 'person' | 'carrier' | 'none';

/** A person is related to their own tenure only: never to the line before or after it on the same digits. */
export function relationTo(line: Line, actor: Actor): Relation {
  if (actor.role === 'subscriber') {
    return actor.personId !== null && (line.holderId === actor.personId || line.userId === actor.personId)
      ? 'person'
      : 'none';
  }
  if (actor.carrierId !== null && actor.carrierId === line.carrierId && line.origin === 'placed') return 'carrier';
  return 'none';
}

/** The state cut down to the lines that this actor may see; the rest of the number's life is not theirs. */
export function visibleState(state: NumberState, actor: Actor): NumberState {
  const lines = state.lines.filter((line) => relationTo(line, actor) !== 'none');
  if (lines.length === state.lines.length) return state;
  const seen = new Set(lines.map((line) => line.line));
  const keep = <T extends { readonly line: number }>(things: { readonly [id: string]: T }) =>
    Object.fromEntries(Object.entries(things).filter(([, thing]) => seen.has(thing.line)));
  const lifts = keep(state.lifts);
  const cases = keep(state.cases);
  const flags = keep(state.flags);
  const owned = (id: string) => id in cases || id in flags || (id.split('/')[0] ?? '') in lifts;
  return {
    ...state,
    lines,
    facts: state.facts.filter((fact) => seen.has(fact.line)),
    bills: keep(state.bills),
    flags,
    lifts,
    cases,
    clocks: Object.fromEntries(Object.entries(state.clocks).filter(([, clock]) => owned(clock.subject.id))),
    notices: keep(state.notices),
    attention: keep(state.attention),
  };
}
