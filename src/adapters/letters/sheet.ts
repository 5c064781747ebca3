import type { Letter } from '../../domain/letters/letter.ts';
import { BLANK, cleanText } from '../../domain/letters/text.ts';

/** A letter as lines of a page, the same for both formats; every text is free of control characters. */
export type Sheet = {
  readonly reference: string;
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly requestsLead: string;
  readonly requests: readonly string[];
  readonly salute: boolean;
  readonly signature: readonly string[];
  readonly enclosures: readonly string[];
  readonly citations: readonly string[];
};

export function sheetOf(letter: Letter): Sheet {
  const { cosigner } = letter;
  return {
    reference: cleanText(letter.reference),
    title: cleanText(letter.title),
    addressee: cleanText(letter.addressee),
    paragraphs: letter.paragraphs.map(({ text }) => cleanText(text)),
    requestsLead: cleanText(letter.requestsLead),
    requests: numbered(letter.requests),
    salute: letter.salute,
    signature: [
      signature(letter.signerRole, letter.signer),
      ...(cosigner ? [signature(cosigner.role, cosigner.name)] : []),
      cleanText(letter.date),
    ],
    enclosures: numbered(letter.enclosures),
    citations: citedSources(letter.citations),
  };
}

function numbered(items: readonly string[]): string[] {
  if (items.length === 1) return items.map(cleanText);
  return items.map((item, index) => `${index + 1}. ${cleanText(item)}`);
}

/** A printed name is not yet signed, so there is room for a hand beside it. */
function signature(role: string, name: string): string {
  const printed = cleanText(name);
  return printed === BLANK ? `${role}（签名）：${BLANK}` : `${role}：${printed}（签名：${BLANK}）`;
}

/** One line for each source, with its articles; the source bears the full name, so the short one goes. */
function citedSources(citations: Letter['citations']): string[] {
  const bySource = new Map<string, string[]>();
  for (const { article, source } of citations) {
    const articles = bySource.get(source) ?? [];
    bySource.set(source, [...articles, article.replace(/《[^》]*》/g, '')]);
  }
  return [...bySource].map(([source, articles]) => cleanText(`${source}：${articles.join('、')}`));
}
