import { refusal } from '../refusal.ts';
import type { LetterResult } from './compose.ts';
import { hasBlank } from './compose.ts';
import type { FactName, Letter } from './letter.ts';
import { FACT_NAMES } from './letter.ts';
import { claimsMistake, cleanText, LETTER_LIMIT, lengthOf, PARAGRAPH_LIMIT } from './text.ts';

/** New texts by paragraph id, or by `request.1`, `enclosure.2` …; an empty text takes the piece out. */
export type LetterEdits = Readonly<Record<string, string>>;

/** The letter in the person's own words. All edits hold, or none. */
export function editLetter(letter: Letter, edits: LetterEdits): LetterResult {
  const texts = new Map(Object.entries(edits).map(([id, text]) => [id, cleanText(text)]));
  const before = new Map([
    ...letter.paragraphs.map(({ id, text }) => [id, text] as const),
    ...letter.requests.map((text, index) => [`request.${index + 1}`, text] as const),
    ...letter.enclosures.map((text, index) => [`enclosure.${index + 1}`, text] as const),
  ]);
  for (const [id, text] of texts) {
    const pointer = `/edits/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!before.has(id)) return { ok: false, refusal: refusal('letter.paragraph_unknown', {}, pointer) };
    if (lengthOf(text) > PARAGRAPH_LIMIT)
      return { ok: false, refusal: refusal('letter.too_long', { limit: PARAGRAPH_LIMIT }, pointer) };
    if (letter.claimBarred && text !== before.get(id) && claimsMistake(text))
      return { ok: false, refusal: refusal('letter.lending_admitted', {}, pointer) };
  }
  const edited = apply(letter, texts);
  const length = [...edited.paragraphs.map(({ text }) => text), ...edited.requests, ...edited.enclosures].reduce(
    (sum, text) => sum + lengthOf(text),
    0,
  );
  if (length > LETTER_LIMIT) return { ok: false, refusal: refusal('letter.whole_too_long', { limit: LETTER_LIMIT }) };
  return { ok: true, letter: edited };
}

function apply(letter: Letter, texts: ReadonlyMap<string, string>): Letter {
  const paragraphs = letter.paragraphs
    .map(({ id, text, missing }) => {
      const words = texts.get(id) ?? text;
      return { id, text: words, missing: hasBlank(words) ? missing : [] };
    })
    .filter(({ text }) => text !== '');
  const listed = (name: string, items: readonly string[]) =>
    items.map((item, index) => texts.get(`${name}.${index + 1}`) ?? item).filter((item) => item !== '');
  const missing: readonly FactName[] = FACT_NAMES.filter(
    (fact) => letter.missingOutside.includes(fact) || paragraphs.some((one) => one.missing.includes(fact)),
  );
  return {
    ...letter,
    paragraphs,
    requests: listed('request', letter.requests),
    enclosures: listed('enclosure', letter.enclosures),
    missing,
  };
}
