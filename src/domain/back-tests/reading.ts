import type { Share } from '../duty/share.ts';
import { shareOf } from '../duty/share.ts';
import type { Difference } from './difference.ts';
import { differenceOf } from './difference.ts';
import type { Figures, Outcomes, Pair, RuleFigures, Segment, SegmentKind, Stood, TenureBand } from './figures.ts';
import { TENURE_BANDS } from './figures.ts';

/** How many lines each table flags, as shares of the lines that facts speak of. Null where there were none. */
export type FlaggedReading = {
  readonly base: number;
  readonly draft: number;
  readonly baseShare: Share | null;
  readonly draftShare: Share | null;
  readonly difference: Difference | null;
};

/** Of flags that were really placed and decided on one way: on how many the tested table has none stand. */
export type OutcomeReading = {
  readonly all: number;
  readonly withoutDraft: number;
  readonly withoutBase: number;
  readonly draftShare: Share | null;
  readonly baseShare: Share | null;
};

/** The shares of a count of lines. */
export function readFlagged({ both, onlyBase, onlyDraft }: Pair, lines: number): FlaggedReading {
  return {
    base: both + onlyBase,
    draft: both + onlyDraft,
    baseShare: shareOf(both + onlyBase, lines),
    draftShare: shareOf(both + onlyDraft, lines),
    difference: differenceOf({ both, first: onlyBase, second: onlyDraft, all: lines }),
  };
}

/** Overturned: flags of people who would have been spared. Upheld: flags that would have been missed. */
export function readOutcome(outcomes: Outcomes, which: keyof Outcomes): OutcomeReading {
  const { both, onlyBase, onlyDraft, neither }: Stood = outcomes[which];
  const all = both + onlyBase + onlyDraft + neither;
  return {
    all,
    withoutDraft: onlyBase + neither,
    withoutBase: onlyDraft + neither,
    draftShare: shareOf(onlyBase + neither, all),
    baseShare: shareOf(onlyDraft + neither, all),
  };
}

/** One line of a table: a cause, or a part of the lines. */
export type ReadingRow = Pair & {
  readonly key: string;
  /** What the shares are of. */
  readonly lines: number;
  readonly flagged: FlaggedReading;
  readonly overturned: OutcomeReading;
  readonly upheld: OutcomeReading;
};
export type RuleRow = {
  readonly ruleId: string;
  readonly base: RuleFigures | null;
  readonly draft: RuleFigures | null;
};
export type MonthRow = { readonly month: string; readonly base: number; readonly draft: number };
export type Reading = {
  readonly all: ReadingRow;
  readonly causes: readonly ReadingRow[];
  readonly segments: Readonly<Record<SegmentKind, readonly ReadingRow[]>>;
  readonly rules: readonly RuleRow[];
  readonly months: readonly MonthRow[];
};

/** The counts as tables with their shares: what pages, files and replies are made of. The most flagged come first. */
export function readFigures({ all, byCause, bySegment, base, draft }: Figures): Reading {
  const causes = Object.entries(byCause).map(([key, one]) => rowOf(key, { ...one, lines: all.lines }));
  const segment = (kind: SegmentKind) => Object.entries(bySegment[kind]).map(([key, one]) => rowOf(key, one));
  const rules = [...new Set([...Object.keys(base.byRule), ...Object.keys(draft.byRule)])].map((ruleId) => ({
    ruleId,
    base: base.byRule[ruleId] ?? null,
    draft: draft.byRule[ruleId] ?? null,
  }));
  const months = [...new Set([...Object.keys(base.byMonth), ...Object.keys(draft.byMonth)])].toSorted();
  return {
    all: rowOf('', all),
    causes: byWeight(causes),
    segments: {
      province: byWeight(segment('province')),
      tenure: segment('tenure').toSorted((a, b) => bandOf(a) - bandOf(b)),
      kind: byWeight(segment('kind')),
    },
    rules: rules.toSorted((a, b) => weightOf(b) - weightOf(a)),
    months: months.map((month) => ({ month, base: base.byMonth[month] ?? 0, draft: draft.byMonth[month] ?? 0 })),
  };
}

/** On how many lines the two tables differ, once for each cause. */
export function countDiffering({ causes }: Pick<Reading, 'causes'>): number {
  return causes.reduce((sum, { onlyBase, onlyDraft }) => sum + onlyBase + onlyDraft, 0);
}

function rowOf(key: string, { lines, flagged, outcomes }: Segment): ReadingRow {
  return {
    key,
    lines,
    ...flagged,
    flagged: readFlagged(flagged, lines),
    overturned: readOutcome(outcomes, 'overturned'),
    upheld: readOutcome(outcomes, 'upheld'),
  };
}

function byWeight(rows: readonly ReadingRow[]): ReadingRow[] {
  const weight = ({ both, onlyBase, onlyDraft }: ReadingRow) => both + onlyBase + onlyDraft;
  return rows.toSorted((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1));
}

function weightOf({ base, draft }: RuleRow): number {
  return (base?.flags ?? 0) + (draft?.flags ?? 0);
}

function bandOf({ key }: ReadingRow): number {
  return TENURE_BANDS.indexOf(key as TenureBand);
}
