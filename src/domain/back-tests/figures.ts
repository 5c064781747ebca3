import type { Cause } from '../flags/words.ts';
import { ZONE } from '../time.ts';
import type { RealOutcome } from './recorded.ts';
import type { LineResult, RealFlag, SideResult } from './replay.ts';
import type { TestFlag } from './side.ts';
import { STANDS } from './side.ts';

/** Of so many: flagged under both tables, only under the one compared with, only under the tested one. */
export type Pair = { both: number; onlyBase: number; onlyDraft: number };
/** Flags that were really placed, by whether each table has one stand there. */
export type Stood = Pair & { neither: number };
export type Outcomes = Record<RealOutcome, Stood>;
/** `lines`: that a fact of the period speaks of. */
export type Segment = { lines: number; flagged: Pair; outcomes: Outcomes };
export type CauseFigures = { flagged: Pair; outcomes: Outcomes };
/** `days`: for how long its flags stood within the period, together. */
export type RuleFigures = { flags: number; days: number };
export type SideFigures = {
  flags: number;
  /** Times that the rule fired within three months of a misjudgement, so that a human would have been asked. */
  asked: number;
  byRule: Record<string, RuleFigures>;
  byMonth: Record<string, number>;
};

export const SEGMENTS = ['province', 'tenure', 'kind'] as const;
export type SegmentKind = (typeof SEGMENTS)[number];

/** All that a back-test counts, so that parts of it can be added up. Lines are counted by whether they were flagged at least once. */
export type Figures = {
  numbers: number;
  /** Entries read, also those before the period. */
  read: number;
  facts: number;
  all: Segment;
  byCause: Partial<Record<Cause, CauseFigures>>;
  bySegment: Record<SegmentKind, Record<string, Segment>>;
  base: SideFigures;
  draft: SideFigures;
  /** Really placed in the period: by a rule, by a human, and those whose facts lie outside it. */
  real: { byRule: number; byHand: number; outside: number };
};

/** A line that one table flags for a cause and the other does not. */
export type Change = {
  readonly line: number;
  readonly cause: Cause;
  readonly change: 'spared' | 'new';
  readonly ruleId: string;
  readonly at: number;
  /** What was decided of the flags that were really placed there for the cause. */
  readonly outcome: RealOutcome | null;
};

export type TenureBand = 'under_30' | 'under_180' | 'under_365' | 'under_1095' | 'over_1095';
export const TENURE_BANDS: readonly TenureBand[] = ['under_30', 'under_180', 'under_365', 'under_1095', 'over_1095'];
const BAND_ENDS = [30, 180, 365, 1095];

const DAY_MS = 86_400_000;
const MONTH = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit' });

export function noFigures(): Figures {
  return {
    numbers: 0,
    read: 0,
    facts: 0,
    all: noSegment(),
    byCause: {},
    bySegment: { province: {}, tenure: {}, kind: {} },
    base: { flags: 0, asked: 0, byRule: {}, byMonth: {} },
    draft: { flags: 0, asked: 0, byRule: {}, byMonth: {} },
    real: { byRule: 0, byHand: 0, outside: 0 },
  };
}

/** Adds what came of one line; `until` is the end of the period, in milliseconds since the epoch. Answers what changes on it. */
export function addLine(figures: Figures, result: LineResult, until: number): Change[] {
  figures.facts += result.facts;
  addSide(figures.base, result.base, until);
  addSide(figures.draft, result.draft, until);
  const segments = [figures.all, ...segmentsOf(figures, result)];
  for (const segment of segments) segment.lines += 1;
  const { base, draft, real } = result;
  if (base.flags.length === 0 && draft.flags.length === 0 && real.length === 0) return [];
  for (const segment of segments) addPair(segment.flagged, base.flags.length > 0, draft.flags.length > 0);
  for (const one of real) addReal(figures, segments, one);
  return changesOf(figures, result);
}

function addSide(side: SideFigures, { flags, asked }: SideResult, until: number): void {
  side.asked += asked;
  side.flags += flags.length;
  for (const { ruleId, placed, lifted } of flags) {
    if (ruleId === null) continue;
    side.byRule[ruleId] ??= { flags: 0, days: 0 };
    const rule = side.byRule[ruleId];
    rule.flags += 1;
    rule.days += (Math.min(lifted === STANDS ? until : lifted, until) - placed) / DAY_MS;
    const month = MONTH.format(placed);
    side.byMonth[month] = (side.byMonth[month] ?? 0) + 1;
  }
}

function segmentsOf({ bySegment }: Figures, { province, tenureDays, kind }: LineResult): Segment[] {
  const band = TENURE_BANDS[BAND_ENDS.filter((end) => tenureDays >= end).length] ?? 'over_1095';
  bySegment.province[province] ??= noSegment();
  bySegment.tenure[band] ??= noSegment();
  bySegment.kind[kind] ??= noSegment();
  return [bySegment.province[province], bySegment.tenure[band], bySegment.kind[kind]];
}

function addReal(figures: Figures, segments: readonly Segment[], one: RealFlag): void {
  if (one.byHand) {
    figures.real.byHand += 1;
    return;
  }
  figures.real.byRule += 1;
  if (!one.stood) {
    figures.real.outside += 1;
    return;
  }
  const { base, draft } = one.stood;
  for (const { outcomes } of [...segments, causeOf(figures, one.cause)]) {
    if (base || draft) addPair(outcomes[one.outcome], base, draft);
    else outcomes[one.outcome].neither += 1;
  }
}

function changesOf(figures: Figures, { line, base, draft, real }: LineResult): Change[] {
  const causes = new Set([...base.flags, ...draft.flags].map(({ cause }) => cause));
  return [...causes].flatMap((cause) => {
    const [before, after] = [firstOf(base.flags, cause), firstOf(draft.flags, cause)];
    addPair(causeOf(figures, cause).flagged, before !== undefined, after !== undefined);
    const only = before && after ? undefined : (before ?? after);
    if (!only || only.ruleId === null) return [];
    const change = before ? 'spared' : 'new';
    const outcome = worstOf(real.filter((one) => one.cause === cause && !one.byHand).map((one) => one.outcome));
    return [{ line, cause, change, ruleId: only.ruleId, at: only.placed, outcome }];
  });
}

function firstOf(flags: readonly TestFlag[], cause: Cause): TestFlag | undefined {
  return flags.find((flag) => flag.cause === cause);
}

function worstOf(outcomes: readonly RealOutcome[]): RealOutcome | null {
  return (['overturned', 'upheld', 'open'] as const).find((one) => outcomes.includes(one)) ?? null;
}

function addPair(pair: Pair, base: boolean, draft: boolean): void {
  if (base && draft) pair.both += 1;
  else if (base) pair.onlyBase += 1;
  else if (draft) pair.onlyDraft += 1;
}

function causeOf({ byCause }: Figures, cause: Cause): CauseFigures {
  byCause[cause] ??= { flagged: noPair(), outcomes: noOutcomes() };
  return byCause[cause];
}

function noPair(): Pair {
  return { both: 0, onlyBase: 0, onlyDraft: 0 };
}

function noOutcomes(): Outcomes {
  const stood = () => ({ ...noPair(), neither: 0 });
  return { overturned: stood(), upheld: stood(), open: stood() };
}

function noSegment(): Segment {
  return { lines: 0, flagged: noPair(), outcomes: noOutcomes() };
}
