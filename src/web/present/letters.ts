import type { ReasonCode } from '../../domain/flags/words.ts';
import type { FactName, Letter, LetterKind, LetterTemplate } from '../../domain/letters/letter.ts';
import { FACT_NAMES } from '../../domain/letters/letter.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';

const SLOT = /\{([a-z_]+)\}/g;
const LONG: ReadonlySet<FactName> = new Set([
  'what_happened',
  'message_text',
  'reply',
  'request',
  'credit_entry',
  'work',
]);

export type FactField = { readonly name: FactName; readonly label: string; readonly long: boolean };

/** The facts that a letter has a place for, in their own order. */
export function factFields(locale: Locale, template: LetterTemplate): FactField[] {
  const pieces = [...template.paragraphs, ...template.requests, ...template.enclosures];
  const named = new Set<string>(['name']);
  for (const text of [template.addressee, ...pieces.map((piece) => piece.text)])
    for (const [, name] of text.matchAll(SLOT)) named.add(name ?? '');
  for (const piece of pieces) for (const name of piece.when ?? []) named.add(name);
  if (template.cosigner) named.add(template.cosigner.fact);
  return FACT_NAMES.filter((name) => named.has(name)).map((name) => ({
    name,
    label: t(locale, `letter.fact.${name}`),
    long: LONG.has(name),
  }));
}

/** Which letters help on each way, the first needed first. */
export function lettersFor(code: ReasonCode): LetterKind[] {
  switch (code) {
    case 'G1':
      return ['label_appeal'];
    case 'B2':
      return ['credit_objection'];
    case 'E1':
    case 'E2':
      return ['demand_for_reasons'];
    case 'C1':
    case 'C2':
      return ['undertaking', 'demand_for_reasons', 'carrier_complaint', 'regulator_complaint'];
    case 'A1':
    case 'A2':
    case 'B1':
      return ['carrier_complaint', 'regulator_complaint'];
    default:
      return ['demand_for_reasons', 'carrier_complaint', 'regulator_complaint', 'authorisation'];
  }
}

/** The pieces of a letter that can be edited, by the names that edits go by. */
export function editablePieces(
  letter: Letter,
): { readonly id: string; readonly text: string; readonly part: 'text' | 'request' | 'enclosure' }[] {
  return [
    ...letter.paragraphs.map(({ id, text }) => ({ id, text, part: 'text' as const })),
    ...letter.requests.map((text, at) => ({ id: `request.${at + 1}`, text, part: 'request' as const })),
    ...letter.enclosures.map((text, at) => ({ id: `enclosure.${at + 1}`, text, part: 'enclosure' as const })),
  ];
}

/** Whether a letter has a place for the person's word that the other side is mistaken. An objection to a credit entry always has. */
export function mayClaim({ kind, paragraphs, requests }: LetterTemplate): boolean {
  return kind === 'credit_objection' || [...paragraphs, ...requests].some(({ claims }) => claims === true);
}
