import type { CaseActInput } from '../../app/cases/act-on-case.ts';
import { PAPER_RESULTS } from '../../domain/cases/case.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import type { Typed } from '../form.ts';

/** What is said of papers again and again. */
export const PHRASES = ['blurred', 'glare', 'cut', 'expired', 'name', 'seal'] as const;

/** The answer that a form gives; a paper without a result is left out and so refused as not looked at. */
export function precheckAnswer(locale: Locale, typed: Typed): CaseActInput {
  const judged = Object.entries(typed).flatMap(([field, value]) => {
    const material = field.startsWith('result_') ? field.slice('result_'.length) : '';
    const result = PAPER_RESULTS.find((one) => one === value);
    return material && result ? [{ material, result, words: wordsOn(locale, typed, material) }] : [];
  });
  const lacking = listIn(typed.lacking).map((material) => ({ material, result: 'missing' as const, words: '' }));
  return {
    do: 'case.answer_precheck',
    enough: typed.enough === 'yes',
    papers: [...judged, ...lacking],
    originals: listIn(typed.originals),
    hall: (typed.hall ?? '').trim(),
    words: typed.precheck_words ?? '',
  };
}

function wordsOn(locale: Locale, typed: Typed, material: string): string {
  const phrase = PHRASES.find((one) => one === typed[`phrase_${material}`]);
  const own = (typed[`word_${material}`] ?? '').trim();
  return [phrase ? t(locale, `desk.precheck.phrase.${phrase}`) : '', own].filter(Boolean).join('\n');
}

function listIn(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((one) => one !== '');
}
