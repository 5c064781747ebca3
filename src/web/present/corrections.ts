import type { CorrectionView } from '../../app/corrections/view-correction.ts';
import { factWords } from '../../app/numbers/fact-words.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';

/** One request in words: what, in which state, and what the other side said. */
export function correctionLine(locale: Locale, one: CorrectionView) {
  const state = one.outcome ?? 'open';
  return {
    id: one.correctionId,
    what: t(locale, `correction.subject.${one.subject}`),
    words: one.words,
    state: t(locale, `correction.${state}`, { at: formatMoment(locale, one.answeredAt ?? one.askedAt) }),
    answer: one.answer,
    fact: one.fact && factWords(locale, one.fact),
  };
}

const PEOPLE = ['not_holder', 'not_user', 'i_am_holder', 'i_am_user'];

/** What "corrected" brings about, for who decides on it. */
export function correctionEffect(locale: Locale, { subject }: CorrectionView): string {
  if (PEOPLE.includes(subject)) return t(locale, 'desk.correction.effect.people');
  return t(locale, subject === 'fact' ? 'desk.correction.effect.fact' : 'desk.correction.effect.register');
}
