import { findLaw } from '../../app/knowledge/find-law.ts';
import type { PeriodRule, Confidence as RuleConfidence } from '../../domain/clocks/period.ts';
import type { Ground } from '../../domain/flags/reasons.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import type { Confidence, LawLinkProps } from '../pieces/law-link.tsx';

/** The day on which the articles worded in `locales` were compared with a public copy of the text. */
const CHECKED = '2026-11-23';

const CONFIDENCE: Readonly<Record<Exclude<RuleConfidence, 'ours'>, Confidence>> = {
  C: 'confirmed',
  'C-': 'secondary',
  RH: 'recalled_high',
  RU: 'recalled_unsure',
};

export type LawId = 'AF-11' | 'AF-32c' | 'TR-34b' | 'TR-34e' | 'TR-36' | 'TR-39' | 'UA-9' | 'UA-10' | 'UA-11';

/** One of the articles that pages cite, each confirmed against a public copy of the law. */
export function lawLink(locale: Locale, id: LawId): LawLinkProps {
  return {
    article: t(locale, `law.${id}`),
    plain: t(locale, `law.${id}.plain`),
    source: { label: t(locale, 'law.checked_source') },
    checkedOn: CHECKED,
    confidence: 'confirmed',
  };
}

/** The article a flag rests on; one of which nothing is known is cited as it stands, and says that it is unchecked. */
export function groundLaw(locale: Locale, ground: Extract<Ground, { kind: 'law' }>): LawLinkProps {
  const { ruleId, article } = ground;
  const law = findText(locale, `law.${ruleId}`) === undefined ? findLaw(ruleId) : undefined;
  if (law && law.confidence !== 'ours')
    return {
      article: law.title[locale],
      plain: law.plain[locale],
      source: { label: [law.source, law.article].filter(Boolean).join(' ') },
      checkedOn: law.checked,
      confidence: CONFIDENCE[law.confidence],
    };
  const plain = findText(locale, `law.${ruleId}.plain`);
  const known = plain !== undefined;
  return {
    article: findText(locale, `law.${ruleId}`) ?? t(locale, 'law.other', { rule: ruleId, article }),
    plain: plain ?? t(locale, 'law.other.plain'),
    ...(known ? { source: { label: t(locale, 'law.checked_source') } } : {}),
    checkedOn: CHECKED,
    confidence: known ? 'confirmed' : 'recalled_unsure',
  };
}

/** The law behind a period; nothing for a promise of our own, which is no law. */
export function periodLaw(locale: Locale, rule: PeriodRule): LawLinkProps | undefined {
  if (rule.confidence === 'ours') return undefined;
  return {
    article: findText(locale, `period.${rule.ruleId}.article`) ?? `${rule.source} ${rule.article}`,
    plain: findText(locale, `period.${rule.ruleId}.plain`) ?? `${rule.source} ${rule.article}`,
    checkedOn: rule.checked,
    confidence: CONFIDENCE[rule.confidence],
  };
}
