import type { NewEntry } from '../domain/journal/entry.ts';
import { evolve } from '../domain/journal/evolve.ts';
import type { NumberState } from '../domain/journal/state.ts';
import {
  attentionRow,
  bodyDueOf,
  caseRow,
  clockRow,
  dealingRow,
  deliveryRow,
  dueOf,
  evidenceRow,
  flagRow,
  holdRow,
  liftRow,
  lineRow,
  mandateRow,
  noticeRow,
  stepRow,
  verdictRows,
} from './project.ts';
import type { Rows } from './projection-tables.ts';

const MAPS = ['flags', 'lifts', 'cases', 'clocks', 'notices', 'attention', 'mandates', 'holds'] as const;
type MapName = (typeof MAPS)[number];
type Touched = { [M in MapName]: Map<string, NumberState[M][string]> };

/** Follows a fold and remembers every thing that it touched, also what the state lets go of later. */
export type RowCollector = {
  readonly state: NumberState;
  add(entry: NewEntry): void;
  /** The rows of all that was touched, as it was last seen. */
  rows(): Rows;
};

/**
 * Folding shares what it does not change, so a thing was touched exactly when it is another object. The walk goes entry
 * by entry because one append may both change a thing and let go of it.
 */
export function createRowCollector(before: NumberState): RowCollector {
  let state = before;
  const touched: Touched = {
    flags: new Map(),
    lifts: new Map(),
    cases: new Map(),
    clocks: new Map(),
    notices: new Map(),
    attention: new Map(),
    mandates: new Map(),
    holds: new Map(),
  };
  return {
    get state() {
      return state;
    },
    add(entry) {
      const next = evolve(state, entry);
      for (const name of MAPS) note(touched, name, state, next);
      state = next;
    },
    rows: () => rowsOf(before, state, touched),
  };
}

function note<M extends MapName>(touched: Touched, name: M, state: NumberState, next: NumberState): void {
  const [old, now] = [state[name] as Record<string, NumberState[M][string]>, next[name]];
  if (old === now) return;
  for (const [id, thing] of Object.entries(now) as [string, NumberState[M][string]][]) {
    if (old[id] !== thing) touched[name].set(id, thing);
  }
}

function rowsOf(before: NumberState, after: NumberState, touched: Touched): Rows {
  const lines = after.lines.filter((line, index) => line !== before.lines[index]);
  const notices = [...touched.notices.values()];
  const lifts = [...touched.lifts.values()];
  return {
    lines: lines.map((line) => lineRow(after, line)),
    flags: [...touched.flags.values()].map((flag) => flagRow(after, flag)),
    flag_verdicts: [...touched.flags.values()].flatMap((flag) => verdictRows(after, flag)),
    cases: casesToWrite(before, after, touched).map((caseFile) => caseRow(after, caseFile)),
    evidence_items: [...touched.cases.values()].flatMap((caseFile) =>
      caseFile.evidence
        .filter((item) => !before.cases[caseFile.caseId]?.evidence.includes(item))
        .map((item) => evidenceRow(after, caseFile, item)),
    ),
    dealings: [...touched.cases.values()].flatMap((caseFile) =>
      caseFile.dealings
        .filter((dealing) => !before.cases[caseFile.caseId]?.dealings.includes(dealing))
        .map((dealing) => dealingRow(after, caseFile, dealing)),
    ),
    lifts: lifts.map((lift) => liftRow(after, lift)),
    lift_steps: lifts.flatMap((lift) =>
      lift.steps
        .filter((step) => !before.lifts[lift.liftId]?.steps.includes(step))
        .map((step) => stepRow(after, lift, step)),
    ),
    clocks: [...touched.clocks.values()].map((clock) => clockRow(after, clock)),
    notices: notices
      .filter((notice) => before.notices[notice.noticeId] === undefined)
      .map((notice) => noticeRow(after, notice)),
    deliveries: notices.flatMap((notice) =>
      notice.deliveries
        .filter((delivery) => !before.notices[notice.noticeId]?.deliveries.includes(delivery))
        .map((delivery) => deliveryRow(after, notice, delivery)),
    ),
    attention: [...touched.attention.values()].map((one) => attentionRow(after, one)),
    holds: [...touched.holds.values()].map((one) => holdRow(after, one)),
    mandates: [...touched.mandates.values()].map((one) => mandateRow(after, one)),
  };
}

/** Cases that changed themselves, and those whose lawful time left did because a clock or lift changed. */
function casesToWrite(before: NumberState, after: NumberState, touched: Touched) {
  if (touched.clocks.size === 0) return [...touched.cases.values()];
  return Object.values(after.cases).filter((caseFile) => {
    if (touched.cases.has(caseFile.caseId)) return true;
    const old = before.cases[caseFile.caseId];
    return [dueOf, bodyDueOf].some((pressing) => !old || pressing(before, old) !== pressing(after, caseFile));
  });
}
