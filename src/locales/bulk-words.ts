import type { Refusal } from '../domain/refusal.ts';
import type { Locale } from './index.ts';
import { findText, hasText, t } from './index.ts';
import { refusalWords } from './refusal-words.ts';

/** Why one case of many was not done, said to somebody who has the others in mind, with the values of its refusal. */
export function bulkWhy(locale: Locale, { code, data }: Pick<Refusal, 'code' | 'data'>): string {
  const own = `bulk.code.${code}`;
  return refusalWords(locale, { code: hasText(own) ? own : code, data: data ?? {} });
}

/** What to do about it. */
export function bulkNext(locale: Locale, code: string): string {
  return findText(locale, `bulk.next.${code}`) ?? t(locale, 'bulk.next');
}
