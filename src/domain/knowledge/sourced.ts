import type { Confidence } from '../clocks/period.ts';
import type { PlainDate } from '../time.ts';

/** One thing said in both languages. */
export type Bilingual = { readonly 'zh-CN': string; readonly en: string };

/** Where a claim comes from, when somebody last looked, and how sure it is; `RU` is shown as unverified. */
export type Sourced = {
  readonly source: string;
  readonly article?: string;
  /** Page of the source itself, without scheme, where it has one that may be shown. */
  readonly url?: string;
  readonly checked: PlainDate;
  readonly confidence: Confidence;
  /** What of it nobody could confirm; shown beside the claim. */
  readonly unsure?: Bilingual;
};
