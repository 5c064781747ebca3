import type { Knowledge } from '../../domain/knowledge/knowledge.ts';
import type { LetterBook, LetterKind, LetterTemplate } from '../../domain/letters/letter.ts';
import { LETTER_KINDS } from '../../domain/letters/letter.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { paths } from '../paths.ts';
import type { GuideLine, GuideView } from './guides.ts';

/** A guide for each letter, in the order of the letters. */
export function listLetterGuides(locale: Locale, { templates }: LetterBook): GuideLine[] {
  return LETTER_KINDS.map((kind) => ({
    href: paths.guide('letter', kind.replaceAll('_', '-')),
    kind: 'letter' as const,
    title: templates[kind].name[locale],
    summary: templates[kind].use[locale],
  }));
}

/** What a letter is for, says and needs; null for a letter that is not there. */
export function viewLetterGuide(locale: Locale, book: LetterBook, knowledge: Knowledge, id: string): GuideView | null {
  const kind = LETTER_KINDS.find((one): one is LetterKind => one === id.replaceAll('-', '_'));
  if (!kind) return null;
  const template = book.templates[kind];
  const cited = [...citedIn(template)].flatMap((one) => book.citations.get(one) ?? []);
  const [oldest] = cited.map(({ checked }) => checked).toSorted();
  const enclosures = template.enclosures.map(({ text }) => plain(text));
  return {
    title: template.name[locale],
    summary: template.use[locale],
    sections: [
      { heading: t(locale, 'letter.says'), text: template.says[locale] },
      { heading: t(locale, 'letter.to'), text: plain(template.addressee) },
      ...(enclosures.length > 0
        ? [{ heading: t(locale, 'letter.enclosures'), items: enclosures.map((title) => ({ title, body: '' })) }]
        : []),
      ...(cited.length > 0
        ? [
            {
              heading: t(locale, 'letter.citations'),
              items: cited.map(({ citationId, article, source }) => ({
                title: article,
                body: source,
                ...(knowledge.laws.has(citationId) ? { href: paths.guide('right', citationId) } : {}),
              })),
            },
          ]
        : []),
      {
        heading: t(locale, 'letter.fill'),
        items: [{ title: template.name[locale], body: t(locale, 'letter.fill_body'), href: paths.letter(kind) }],
      },
    ],
    plan: null,
    phones: [],
    source: t(locale, 'guides.sources_above'),
    checked: oldest ?? '2026-11-23',
  };
}

function citedIn(template: LetterTemplate): Set<string> {
  const pieces = [...template.paragraphs, ...template.requests, ...template.enclosures];
  return new Set(pieces.flatMap(({ cites }) => cites ?? []));
}

/** A text of the letter with its places for facts left open. */
function plain(text: string): string {
  return text.replaceAll(/\{[a-z_]+\}/g, '……');
}
