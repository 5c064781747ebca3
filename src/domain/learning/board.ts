import type { Share } from '../duty/share.ts';
import { shareOf } from '../duty/share.ts';
import type { RuleVerdict } from '../flags/flag.ts';
import type { Imposer } from '../flags/words.ts';

/** One row of one version of a rule table. */
export type RuleName = { readonly policyId: string; readonly version: number; readonly ruleId: string };

/** How many flags of one rule, imposer, province and model got one verdict. */
export type VerdictCell = RuleName &
  Pick<RuleVerdict, 'outcome' | 'by'> & {
    readonly imposedBy: Imposer;
    readonly province: string;
    /** Null where the facts name none. */
    readonly model: string | null;
    readonly count: number;
  };

export type OverturnFigures = {
  readonly decided: number;
  readonly overturned: number;
  /** Of these, upheld by the carrier first and given up before a body. */
  readonly bySettlement: number;
  /** Overturned among decided appeals, which are not all flags. */
  readonly rate: Share | null;
  /** Too few to say much. */
  readonly small: boolean;
};
export type OverturnRow = OverturnFigures & { readonly key: string };

/** As with duties: fewer say nothing. */
export const SMALL = 5;

export type LearningBoard = {
  readonly total: OverturnFigures;
  readonly rules: readonly (RuleName & OverturnFigures)[];
  readonly imposers: readonly OverturnRow[];
  readonly provinces: readonly OverturnRow[];
  /** Only flags whose facts name a model. */
  readonly models: readonly OverturnRow[];
};

/** Adds up what the page of learning shows; most decided first. */
export function learningBoard(cells: readonly VerdictCell[]): LearningBoard {
  return {
    total: figuresOf(cells),
    rules: [...Map.groupBy(cells, ruleKey).values()]
      .flatMap((of) => {
        const [one] = of;
        if (!one) return [];
        const { policyId, version, ruleId } = one;
        return [{ policyId, version, ruleId, ...figuresOf(of) }];
      })
      .toSorted((a, b) => b.decided - a.decided || ruleKey(a).localeCompare(ruleKey(b))),
    imposers: rowsBy(cells, ({ imposedBy }) => imposedBy),
    provinces: rowsBy(cells, ({ province }) => province),
    models: rowsBy(
      cells.filter(({ model }) => model !== null),
      ({ model }) => model ?? '',
    ),
  };
}

/** Names a rule and version as one text. */
export function ruleKey({ policyId, version, ruleId }: RuleName): string {
  return `${policyId}@${version}/${ruleId}`;
}

function rowsBy(cells: readonly VerdictCell[], keyOf: (cell: VerdictCell) => string): OverturnRow[] {
  return [...Map.groupBy(cells, keyOf)]
    .map(([key, of]) => ({ key, ...figuresOf(of) }))
    .toSorted((a, b) => b.decided - a.decided || a.key.localeCompare(b.key));
}

export function figuresOf(cells: readonly Pick<VerdictCell, 'outcome' | 'by' | 'count'>[]): OverturnFigures {
  const sum = (some: typeof cells) => some.reduce((total, { count }) => total + count, 0);
  const overturns = cells.filter(({ outcome }) => outcome === 'overturned');
  const [decided, overturned] = [sum(cells), sum(overturns)];
  return {
    decided,
    overturned,
    bySettlement: sum(overturns.filter(({ by }) => by === 'settlement')),
    rate: shareOf(overturned, decided),
    small: decided < SMALL,
  };
}
