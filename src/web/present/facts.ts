import { percent, factWords as sentenceOf } from '../../app/numbers/fact-words.ts';
import type { KnownFact } from '../../domain/numbers/fact.ts';
import type { JsonValue } from '../../domain/refusal.ts';
import { findText, t } from '../../locales/index.ts';
import { formatMoment, formatMoney } from '../../platform/locale.ts';
import type { Frame } from './frame.ts';

type Fact = KnownFact['fact'];

/** A fact in one plain sentence. */
export function factWords({ locale }: Frame, fact: Fact): string {
  return sentenceOf(locale, fact);
}

/** Where a fact comes from. */
export function factSource({ locale, carrier, now }: Frame, known: KnownFact): string {
  return t(locale, 'fact.source', { carrier, at: formatMoment(locale, known.at, now) });
}

/** A value that a rule saw: its name and what it was, in the reader's units. */
export function seenValue({ locale }: Frame, field: string, value: JsonValue): { name: string; value: string } {
  const name = findText(locale, `value.${field}`) ?? field;
  if (typeof value === 'number' && field.endsWith('Fen')) return { name, value: formatMoney(locale, value) };
  if (typeof value === 'number' && field.endsWith('Share')) return { name, value: percent(value) };
  return { name, value: typeof value === 'string' ? value : JSON.stringify(value) };
}
