import type { NumberState } from '../domain/journal/state.ts';
import type { Pool } from '../platform/pool.ts';
import { canonicalJson } from './canonical.ts';
import { type Examined, examineNumbers, type Problem } from './examine.ts';
import { readRows } from './projection-rows.ts';
import { PROJECTION_NAMES, PROJECTIONS, type ProjectionName, type Row, type Rows } from './projection-tables.ts';

export type Watch = {
  readonly onProblem: (problem: Problem) => void;
  /** Hears how many numbers are done. */
  readonly progress?: ((numbers: number) => void) | undefined;
};

/** Folds every number anew and compares chain, head, state and every projected row. Changes nothing. */
export async function verifyNumbers(
  pool: Pool,
  watch: Watch,
): Promise<{ readonly numbers: number; readonly problems: number }> {
  return await examineNumbers(pool, {
    ...watch,
    readOnly: true,
    visit: async (page, connection) => {
      const sound = page.filter(({ faults }) => faults.length === 0);
      const stored = await readRows(
        connection,
        sound.map(({ numberId }) => numberId),
      );
      return sound.flatMap((examined) => compare(examined, stored.get(examined.numberId) ?? {}));
    },
  });
}

function compare({ numberId, state, rows, head }: Examined, stored: Rows): Problem[] {
  const problems: Problem[] = differences(rows, stored).map((detail) => ({ numberId, what: 'projection', detail }));
  return head && spelled(head.state) === spelled(state)
    ? problems
    : [{ numberId, what: 'state', detail: 'the stored state is not the fold of the journal' }, ...problems];
}

/** The order of things is part of the fold; the order of a thing's own fields is not, since jsonb does not keep it. */
function spelled(state: NumberState): string {
  const { bills, flags, lifts, cases, clocks, notices, attention, mandates } = state;
  const orders = [bills, flags, lifts, cases, clocks, notices, attention, mandates].map((things) =>
    Object.keys(things),
  );
  return canonicalJson([state, orders]);
}

/** Rows that are missing, superfluous or different, table by table. */
function differences(told: Rows, stored: Rows): string[] {
  return PROJECTION_NAMES.flatMap((name) => {
    const wanted = byKey(name, told[name] ?? []);
    const found = byKey(name, stored[name] ?? []);
    const wrong = [...wanted].flatMap(([key, row]) => {
      const other = found.get(key);
      if (other === row) return [];
      return [other === undefined ? `${name} ${key} is missing` : `${name} ${key} is ${other} instead of ${row}`];
    });
    const surplus = [...found.keys()].filter((key) => !wanted.has(key)).map((key) => `${name} ${key} has no entry`);
    return [...wrong, ...surplus];
  });
}

function byKey(name: ProjectionName, rows: readonly Row[]): Map<string, string> {
  return new Map(
    rows.map((row) => {
      const key = PROJECTIONS[name].keys.map((column) => String((row as Record<string, unknown>)[column])).join(' ');
      return [key, canonicalJson(row)] as const;
    }),
  );
}
