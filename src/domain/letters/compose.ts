import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { FactName, Facts, Letter, LetterBook, LetterKind, LetterRequest, Piece } from './letter.ts';
import { FACT_NAMES } from './letter.ts';
import { BLANK, chineseDay, claimsMistake, cleanText, fillText, lengthOf, limitOf } from './text.ts';

export type LetterResult =
  | { readonly ok: true; readonly letter: Letter }
  | { readonly ok: false; readonly refusal: Refusal };

/** Letters that ask somebody to take a decision back. */
const APPEALS: ReadonlySet<LetterKind> = new Set(['carrier_complaint', 'regulator_complaint', 'label_appeal']);

/**
 * Writes a letter out of confirmed facts alone. What a sentence needs and nobody confirmed becomes a blank, named in
 * `missing`; a sentence about something optional is left out.
 */
export function composeLetter(request: LetterRequest, book: LetterBook): LetterResult {
  const facts = confirmed(request.facts);
  const refused = refuseLetter(request, facts);
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

function refuseLetter(request: LetterRequest, facts: Facts): Refusal | null {
  for (const fact of FACT_NAMES) {
    const limit = limitOf(fact);
    if (lengthOf(facts[fact] ?? '') > limit) return refusal('letter.too_long', { limit }, `/facts/${fact}`);
  }
  if (request.kind === 'regulator_complaint' && request.cause === 'ordered') return refusal('letter.police_first');
  if (request.kind === 'regulator_complaint' && facts.complained_on === undefined)
    return refusal('letter.carrier_first', {}, '/facts/complained_on');
  return request.admitsLending ? refuseClaim(request, facts) : null;
}

/** Whoever admits lending may still ask for reasons, and appeal without claiming a mistake, but has to say so. */
function refuseClaim({ kind, claimsMisjudged }: LetterRequest, facts: Facts): Refusal | null {
  if (claimsMisjudged || (APPEALS.has(kind) && claimsMisjudged !== false)) return refusal('letter.lending_admitted');
  const claiming = FACT_NAMES.find((fact) => fact !== 'message_text' && claimsMistake(facts[fact] ?? ''));
  return claiming ? refusal('letter.lending_admitted', {}, `/facts/${claiming}`) : null;
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
    return { article: cited.article, source: cited.source };
  });
}

/** True while something in this text waits to be filled by hand. */
export function hasBlank(text: string): boolean {
  return text.includes(BLANK);
}
