import type { Cause, LineFunction, ReasonCode, Remedy } from '../flags/words.ts';
import type { Bilingual, Sourced } from './sourced.ts';

/** One cause in everybody's words. What to do about it stands in the routes of its codes. */
export type CauseFacts = Sourced & {
  readonly cause: Cause;
  readonly name: Bilingual;
  readonly means: Bilingual;
  /** What it is often taken for, and how to tell them apart. */
  readonly mistakenFor: Bilingual;
};

/** What people say and what notices say for one reason code; for search and for the synonym table. */
export type Synonyms = Sourced & {
  readonly code: ReasonCode;
  readonly people: readonly string[];
  readonly notices: readonly string[];
  readonly english: readonly string[];
};

/** One function that can be switched off: what is felt, how to find out, what a stop may not touch. */
export type MeasureFacts = Sourced & {
  readonly fn: LineFunction;
  readonly name: Bilingual;
  readonly felt: Bilingual;
  readonly tryIt: Bilingual;
  readonly spared: Bilingual;
};

export type Works = 'yes' | 'no' | 'maybe';

/** What works and what does not, and what that mostly means. */
export type Pattern = Sourced & {
  readonly patternId: string;
  readonly works: Readonly<Record<'voice_out' | 'voice_in' | 'sms' | 'data', Works>>;
  readonly likely: readonly ReasonCode[];
  readonly note: Bilingual;
};

/** One way out. Lifting is free: the type admits no other cost. */
export type RemedyFacts = Sourced & {
  readonly remedy: Remedy;
  readonly name: Bilingual;
  readonly what: Bilingual;
  readonly where: Bilingual;
  /** Who must do it themself, and what somebody else may do. */
  readonly byWhom: Bilingual;
  readonly materials: readonly string[];
  readonly steps: readonly string[];
  readonly promised: Bilingual;
  readonly seen: Bilingual;
  readonly costFen: 0;
  readonly refused: Bilingual;
};
