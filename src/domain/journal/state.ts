import type { Case } from '../cases/case.ts';
import type { Clock } from '../clocks/clock.ts';
import type { Correction } from '../corrections/correction.ts';
import type { Flag } from '../flags/flag.ts';
import type { Lift } from '../lifts/lift.ts';
import type { Mandate } from '../mandates/mandate.ts';
import type { Attention } from '../notices/attention.ts';
import type { Notice } from '../notices/notice.ts';
import type { Bill, KnownFact } from '../numbers/fact.ts';
import type { Ledger } from '../numbers/ledger.ts';
import type { Line } from '../numbers/line.ts';
import type { Hold } from '../retention/hold.ts';

type ById<T> = { readonly [id: string]: T };

/** Everything true of one number, folded from its journal. JSON-safe; holds no personal text. */
export type NumberState = {
  readonly numberId: string;
  readonly seq: number;
  readonly lines: readonly Line[];
  readonly facts: readonly KnownFact[];
  readonly bills: ById<Bill>;
  /** What the bills are made of; absent before the first fact about money. */
  readonly ledger?: Ledger;
  readonly flags: ById<Flag>;
  readonly lifts: ById<Lift>;
  readonly cases: ById<Case>;
  readonly clocks: ById<Clock>;
  readonly notices: ById<Notice>;
  readonly attention: ById<Attention>;
  readonly mandates: ById<Mandate>;
  readonly corrections: ById<Correction>;
  readonly holds: ById<Hold>;
};

/** The state of a number before its first entry. */
export function emptyState(numberId: string): NumberState {
  return {
    numberId,
    seq: 0,
    lines: [],
    facts: [],
    bills: {},
    flags: {},
    lifts: {},
    cases: {},
    clocks: {},
    notices: {},
    attention: {},
    mandates: {},
    corrections: {},
    holds: {},
  };
}

/** The line that is open now, if any. */
export function currentLine(state: NumberState): Line | undefined {
  const last = state.lines.at(-1);
  return last && last.closedAt === null ? last : undefined;
}

export function findLine(state: NumberState, line: number): Line | undefined {
  return state.lines.find((one) => one.line === line);
}

/** Flags of a line that still bear on it: active, or with a lift under way. */
export function standingFlags(state: NumberState, line: number): Flag[] {
  return Object.values(state.flags).filter(
    (flag) => flag.line === line && (flag.status === 'active' || flag.status === 'lifting'),
  );
}
