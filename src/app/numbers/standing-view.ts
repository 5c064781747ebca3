import type { NumberAct } from '../../access/acts.ts';
import { actsOnNumber } from '../../access/acts.ts';
import { visibleState } from '../../access/relation.ts';
import type { Flag } from '../../domain/flags/flag.ts';
import type { LineFunction } from '../../domain/flags/words.ts';
import { FUNCTIONS } from '../../domain/flags/words.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { standingFlags } from '../../domain/journal/state.ts';
import type { Line } from '../../domain/numbers/line.ts';
import type { Instant } from '../../domain/time.ts';
import type { Move } from '../clock-view.ts';
import type { FlagView } from '../flags/flag-view.ts';
import { viewFlag } from '../flags/flag-view.ts';

/** One function of a line: on, or off until an instant (null: until a lift), by which flags. */
export type FunctionStanding = {
  readonly function: LineFunction;
  readonly on: boolean;
  readonly until: Instant | null;
  readonly flagIds: readonly string[];
};

/** Where a line stands: what is off and why, whose move it is, and what this actor may do now. */
export type Standing = {
  readonly numberId: string;
  readonly line: Line;
  readonly functions: readonly FunctionStanding[];
  readonly flags: readonly FlagView[];
  readonly move: Move | null;
  readonly acts: readonly NumberAct[];
  readonly at: Instant;
};

/** The standing of the newest line that this actor may see; null when there is none. */
export function viewStanding(state: NumberState, actor: Actor, now: Instant): Standing | null {
  const seen = visibleState(state, actor);
  const line = seen.lines.at(-1);
  if (!line) return null;
  const standing = standingFlags(seen, line.line);
  const flags = standing.map((flag) => viewFlag(seen, flag, actor));
  const off = standing.flatMap((flag) => measuresInForce(flag, now));
  return {
    numberId: state.numberId,
    line,
    functions: FUNCTIONS.map((name) => functionStanding(name, off)),
    flags,
    move: firstMove(flags),
    acts: actsOnNumber(state, actor),
    at: now,
  };
}

type MeasureInForce = { readonly flagId: string; readonly function: LineFunction; readonly until: Instant | null };

function measuresInForce({ flagId, reasons }: Flag, now: Instant): MeasureInForce[] {
  return reasons.measures
    .filter(({ from, until }) => from <= now && (until === null || now < until))
    .map((one) => ({ flagId, function: one.function, until: one.until }));
}

/** Switched off while any standing flag says so; the longest of their ends counts, and an open end is the longest. */
function functionStanding(name: LineFunction, measures: readonly MeasureInForce[]): FunctionStanding {
  const off = measures.filter((one) => one.function === name);
  const ends = off.map((one) => one.until);
  const until = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  return { function: name, on: off.length === 0, until, flagIds: off.map((one) => one.flagId) };
}

function firstMove(flags: readonly FlagView[]): Move | null {
  const moves = flags.flatMap((one) => one.move ?? []);
  return moves.toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))[0] ?? null;
}
