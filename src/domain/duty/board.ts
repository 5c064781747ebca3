import type { Cause } from '../flags/words.ts';
import type { Duty, DutyClass, DutyCounts } from './duty.ts';
import { addDuties, countedDuties, DUTIES, NO_DUTIES, SMALL } from './duty.ts';
import type { Share } from './share.ts';
import { shareOf } from './share.ts';
import type { Quantile, Waits } from './waiting.ts';
import { waitQuantile } from './waiting.ts';

/** How many duties of one carrier, period, cause and month of the due day came to one end. */
export type DutyCell = {
  readonly carrierId: string;
  readonly duty: Duty;
  readonly cause: Cause;
  /** `2026-11`, in Asia/Shanghai. */
  readonly month: string;
  readonly which: DutyClass;
  readonly count: number;
};

/** Waits of one carrier or of one cause, under one period: days under different periods are never mixed. */
export type WaitCell = { readonly key: string; readonly duty: Duty } & Waits;

export type DutyFigures = {
  readonly counts: DutyCounts;
  /** Those whose outcome is known. */
  readonly counted: number;
  /** On time among these. */
  readonly onTime: Share | null;
  /** Too few for the share to say much. */
  readonly small: boolean;
};
export type DutyRow = DutyFigures & { readonly key: string };
export type WaitRow = DutyRow & {
  readonly duty: Duty;
  /** Calendar days from the start of the period to the answer. */
  readonly median: Quantile | null;
  readonly p90: Quantile | null;
  /** Of how many the wait is known or still goes on. */
  readonly waits: number;
};

export type DutyBoard = {
  readonly total: DutyFigures;
  readonly carriers: readonly DutyRow[];
  readonly causes: readonly DutyRow[];
  readonly months: readonly DutyRow[];
  /** By period alone; `key` is the period. */
  readonly duties: readonly WaitRow[];
  readonly carrierWaits: readonly WaitRow[];
  readonly causeWaits: readonly WaitRow[];
  readonly cells: readonly DutyCell[];
};

export type WaitsBy = { readonly carriers: readonly WaitCell[]; readonly causes: readonly WaitCell[] };

/** Adds up what the board shows. Carriers and causes come most duties first, months in their order. */
export function dutyBoard(cells: readonly DutyCell[], waits: WaitsBy): DutyBoard {
  return {
    total: figuresOf(cells),
    carriers: rowsBy(cells, ({ carrierId }) => carrierId),
    causes: rowsBy(cells, ({ cause }) => cause),
    months: rowsBy(cells, ({ month }) => month).toSorted((a, b) => a.key.localeCompare(b.key)),
    duties: DUTIES.flatMap((duty) => waitRows(cells, waits.carriers, duty, () => duty)),
    carrierWaits: DUTIES.flatMap((duty) => waitRows(cells, waits.carriers, duty, ({ carrierId }) => carrierId)),
    causeWaits: DUTIES.flatMap((duty) => waitRows(cells, waits.causes, duty, ({ cause }) => cause)),
    cells,
  };
}

function rowsBy(cells: readonly DutyCell[], keyOf: (cell: DutyCell) => string): DutyRow[] {
  return [...Map.groupBy(cells, keyOf)]
    .map(([key, of]) => ({ key, ...figuresOf(of) }))
    .toSorted((a, b) => b.counted - a.counted || a.key.localeCompare(b.key));
}

function waitRows(
  cells: readonly DutyCell[],
  waits: readonly WaitCell[],
  duty: Duty,
  keyOf: (cell: DutyCell) => string,
): WaitRow[] {
  const whole = (key: string) => key === duty;
  return rowsBy(
    cells.filter((cell) => cell.duty === duty),
    keyOf,
  ).map((row) => {
    const own = waits.filter((one) => one.duty === duty && (whole(row.key) || one.key === row.key));
    return {
      ...row,
      duty,
      median: waitQuantile(own, 0.5),
      p90: waitQuantile(own, 0.9),
      waits: own.reduce((sum, { answered, open }) => sum + answered + open, 0),
    };
  });
}

function figuresOf(cells: readonly DutyCell[]): DutyFigures {
  const counts = cells.reduce((sum, { which, count }) => addDuties(sum, which, count), NO_DUTIES);
  const counted = countedDuties(counts);
  return { counts, counted, onTime: shareOf(counts.on_time, counted), small: counted < SMALL };
}
