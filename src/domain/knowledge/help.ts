import type { Bilingual, Sourced } from './sourced.ts';

/** A trick that plays on a stop: what it says, how to tell it from the real thing, what to do. */
export type Scam = Sourced & {
  readonly scamId: string;
  readonly says: Bilingual;
  readonly tell: Bilingual;
  readonly act: Bilingual;
};

/** A sentence to say to a call centre, at a counter or in a chat. */
export type ReadyWords = Sourced & {
  readonly wordsId: string;
  readonly when: Bilingual;
  readonly say: Bilingual;
  readonly laws: readonly string[];
};

export const DUNNING_KINDS = ['owed', 'may', 'may_not', 'act'] as const;

/** Dunning: what is owed and to whom, what a collector may and may not do, what to do about it. */
export type DunningRule = Sourced & {
  readonly dunningId: string;
  readonly kind: (typeof DUNNING_KINDS)[number];
  readonly title: Bilingual;
  readonly plain: Bilingual;
  readonly laws: readonly string[];
};

/** What one court did, so that nobody is promised a victory. */
export type CourtLesson = Sourced & {
  readonly lessonId: string;
  readonly what: Bilingual;
  readonly result: 'lost' | 'unknown';
  readonly lesson: Bilingual;
};

/** How to get through the day while the number is dead. */
export type LivingTip = Sourced & {
  readonly livingId: string;
  readonly need: Bilingual;
  readonly how: Bilingual;
  readonly laws?: readonly string[];
};
