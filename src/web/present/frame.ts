import type { Carrier } from '../../app/mine/carrier.ts';
import type { RuleBook } from '../../domain/clocks/rule-book.ts';
import type { LineFunction } from '../../domain/flags/words.ts';
import type { Instant } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';

/** What every presenter needs: the language, the moment, the periods, and the carrier's name. */
export type Frame = {
  readonly locale: Locale;
  readonly now: Instant;
  readonly rules: RuleBook;
  readonly carrier: string;
};

/** The name of a carrier in the reader's language. */
export function carrierName(locale: Locale, carrier: Carrier | null): string {
  if (!carrier) return t(locale, 'party.carrier');
  return locale === 'zh-CN' ? carrier.nameZh : carrier.nameEn;
}

/** A list in words: 打电话、发短信. */
export function listOf(locale: Locale, words: readonly string[]): string {
  return words.join(t(locale, 'list.and'));
}

/** Functions of a line in words, in their own order. */
export function functionsOf(locale: Locale, functions: readonly LineFunction[]): string[] {
  return [...new Set(functions)].map((name) => t(locale, `function.${name}`));
}

/** The name of a paper; a carrier may ask for one that has no words of ours, which is shown as it came. */
export function paperName(locale: Locale, code: string): string {
  return findText(locale, `paper.${code}`) ?? code;
}

/** The name of a carrier's system; one without words of ours is shown as it came. */
export function systemName(locale: Locale, code: string): string {
  return findText(locale, `system.${code}`) ?? code;
}
