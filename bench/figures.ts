/** One line of the table. A ratio above 1 is better than the reference. */
export type Row = {
  readonly name: string;
  readonly ratio: number;
  readonly ours: number;
  readonly reference: number;
  readonly unit: string;
  readonly runs: readonly Run[];
};

export type Run = { readonly ours: number; readonly reference: number };

/** Rounds of both sides, taken one after the other, as a row of medians. */
export function rowOf(name: string, unit: 'per second' | 'ms', runs: readonly Run[]): Row {
  return {
    name,
    ratio: rounded(median(runs.map((run) => ratioOf(unit, run)))),
    ours: rounded(median(runs.map((run) => run.ours))),
    reference: rounded(median(runs.map((run) => run.reference))),
    unit,
    runs: runs.map((run) => ({ ours: rounded(run.ours), reference: rounded(run.reference) })),
  };
}

/** Of speeds ours by theirs, of times theirs by ours. */
function ratioOf(unit: string, { ours, reference }: Run): number {
  return unit === 'ms' ? reference / ours : ours / reference;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error('there is nothing to take a quantile of');
  return found;
}

/** The table for a terminal: medians, and the ratios of the worst and the best round. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ name, ratio, ours, reference, unit, runs }) => {
    const ratios = runs.map((run) => rounded(ratioOf(unit, run)));
    const range = `${Math.min(...ratios)}–${Math.max(...ratios)}`;
    return [name, String(ratio), range, String(ours), String(reference), unit, String(runs.length)];
  });
  const all = [['row', 'ratio', 'min–max', 'ours', 'reference', 'unit', 'runs'], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
