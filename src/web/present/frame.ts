import type { Carrier } from '../../app/mine/carrier.ts';
import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import type { RuleBook } from '../../domain/clocks/rule-book.ts';
import type { LineFunction } from '../../domain/flags/words.ts';
import type { Instant, PlainDate } from '../../domain/time.ts';
import { addMs, msOf } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatDate } from '../../platform/locale.ts';

/** What every presenter needs: the language, the moment, the periods, and the carrier's name. */
export type Frame = {
  readonly locale: Locale;
  readonly now: Instant;
  readonly rules: RuleBook;
  readonly carrier: string;
  /** Which side of the counter reads: the same period is "your move" to one and the person's to the other. */
  readonly side: 'person' | 'desk' | 'authority';
  /** Accounts that acted for the person, where what they did is shown. */
  readonly representatives?: ReadonlySet<string> | undefined;
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

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** The last moment in which something is still in time: a period that ends with a day is shown on that day, not at the next midnight. */
export function lastMoment(dueAt: Instant): Instant {
  return (msOf(dueAt) + SHANGHAI_MS) % DAY_MS === 0 ? addMs(dueAt, -1) : dueAt;
}

/** A day as people say it: the year only when it is another one. */
export function shortDate({ locale, now }: Pick<Frame, 'locale' | 'now'>, date: PlainDate): string {
  const year = date.slice(0, 4);
  const whole = formatDate(locale, date);
  return shanghaiDate(now).startsWith(year) ? whole.replace(locale === 'zh-CN' ? `${year}年` : ` ${year}`, '') : whole;
}

/** The name of a paper; a carrier may ask for one that has no words of ours, which is shown as it came. */
export function paperName(locale: Locale, code: string): string {
  return findText(locale, `paper.${code}`) ?? code;
}

/** The name of a carrier's system; one without words of ours is shown as it came. */
export function systemName(locale: Locale, code: string): string {
  return findText(locale, `system.${code}`) ?? code;
}
