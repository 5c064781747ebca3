import type { Confidence } from '../clocks/period.ts';
import type { PlainDate } from '../time.ts';

/** One thing said in both languages. */
export type Bilingual = { readonly 'zh-CN': string; readonly en: string };

/** Where a claim comes from, when somebody last looked, and how sure it is; `RU` is shown as unverified. */
export type Sourced = {
  readonly source: string;
  readonly article?: string;
  readonly checked: PlainDate;
  readonly confidence: Confidence;
};
