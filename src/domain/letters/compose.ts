import type { Refusal } from '../refusal.ts';
import { chineseDay } from './days.ts';
import { refuseLetter } from './gates.ts';
import type { FactName, Facts, Letter, LetterBook, LetterRequest, Piece } from './letter.ts';
import { FACT_NAMES } from './letter.ts';
import { BLANK, cleanText, fillText } from './text.ts';

export type LetterResult =
  | { readonly ok: true; readonly letter: Letter }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Writes a letter out of confirmed facts alone. What a sentence needs and nobody confirmed becomes a blank, named in
 * `missing`; a sentence about something optional is left out.
 */
export function composeLetter(request: LetterRequest, book: LetterBook): LetterResult {
  const facts = confirmed(request.facts);
  const refused = refuseLetter(request, facts, book);
  if (refused) return { ok: false, refusal: refused };
  return { ok: true, letter: write(request, facts, book) };
}

function confirmed(given: Facts): Facts {
  const facts: Partial<Record<FactName, string>> = {};
  for (const fact of FACT_NAMES) {
    const text = cleanText(given[fact] ?? '');
    if (text !== '') facts[fact] = text;
  }
  return facts;
}

function write(request: LetterRequest, facts: Facts, book: LetterBook): Letter {
  const template = book.templates[request.kind];
  const factOf = (fact: FactName) => facts[fact];
  const belongs = (piece: Piece) => isCalledFor(piece, request, facts);
  const outside = new Set<FactName>();
  const fillOutside = (text: string) => {
    const filled = fillText(text, factOf);
    for (const fact of filled.missing) outside.add(fact);
    return filled.text;
  };

  const paragraphs = template.paragraphs
    .filter(belongs)
    .map((paragraph) => ({ id: paragraph.id, ...fillText(paragraph.text, factOf) }));
  const requests = template.requests.filter(belongs);
  const { cosigner } = template;
  const letter = {
    kind: request.kind,
    reference: cleanText(request.reference),
    title: template.title,
    addressee: fillOutside(template.addressee),
    paragraphs,
    requestsLead: template.requestsLead,
    requests: requests.map(({ text }) => fillOutside(text)),
    enclosures: template.enclosures.filter(belongs).map(({ text }) => fillOutside(text)),
    citations: citationsOf([...template.paragraphs.filter(belongs), ...requests], book),
    salute: template.salute,
    signerRole: template.signerRole,
    signer: fillOutside('{name}'),
    ...(cosigner ? { cosigner: { role: cosigner.role, name: fillOutside(`{${cosigner.fact}}`) } } : {}),
    date: chineseDay(request.date),
    claimBarred: request.admitsLending === true,
  };
  const missing = FACT_NAMES.filter(
    (fact) => outside.has(fact) || paragraphs.some((paragraph) => paragraph.missing.includes(fact)),
  );
  return { ...letter, missing, missingOutside: FACT_NAMES.filter((fact) => outside.has(fact)) };
}

function isCalledFor(piece: Piece, request: LetterRequest, facts: Facts): boolean {
  const cause = request.cause ?? 'unknown';
  return (
    (piece.when ?? []).every((fact) => facts[fact] !== undefined) &&
    (piece.unless ?? []).every((fact) => facts[fact] === undefined) &&
    (piece.causes?.includes(cause) ?? true) &&
    !piece.exceptCauses?.includes(cause) &&
    (!piece.claims || (request.claimsMisjudged === true && !request.admitsLending)) &&
    !(piece.notAfterLending && request.admitsLending)
  );
}

function citationsOf(pieces: readonly Piece[], book: LetterBook): Letter['citations'] {
  const ids = [...new Set(pieces.flatMap((piece) => piece.cites ?? []))];
  return ids.map((id) => {
    const cited = book.citations.get(id);
    if (!cited) throw new Error(`no article ${id} among the citations of letters`);
    const { article, source, confidence, checked } = cited;
    return { citationId: id, article, source, confidence, checked };
  });
}

/** True while something in this text waits to be filled by hand. */
export function hasBlank(text: string): boolean {
  return text.includes(BLANK);
}
