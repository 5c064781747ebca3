import type { Cause } from '../flags/words.ts';
import type { Bilingual, Sourced } from '../knowledge/sourced.ts';
import type { PlainDate } from '../time.ts';

export const LETTER_KINDS = [
  'carrier_complaint',
  'demand_for_reasons',
  'undertaking',
  'authorisation',
  'regulator_complaint',
  'credit_objection',
  'label_appeal',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What a person may confirm for a letter. Days are `YYYY-MM-DD` or words of their own; the number may be E.164. */
export const FACT_NAMES = [
  'name',
  'id_tail',
  'mobile_number',
  'carrier',
  'contact',
  'what_happened',
  'since',
  'measures',
  'message_text',
  'ticket',
  'complained_on',
  'reply',
  'request',
  'label_service',
  'label_text',
  'representative_name',
  'representative_contact',
  'mandate_until',
  'mandate_fee',
  'credit_entry',
  'work',
  'opened_on',
  'address',
  'postcode',
  'carrier_address',
  'province',
] as const;
export type FactName = (typeof FACT_NAMES)[number];
export type Facts = Readonly<Partial<Record<FactName, string>>>;

/** When a piece of a letter belongs into it: every condition that is named must hold. */
export type Piece = {
  /** `{fact}` is replaced by what was confirmed, or by a blank to fill by hand. */
  readonly text: string;
  readonly when?: readonly FactName[];
  readonly unless?: readonly FactName[];
  /** An untold cause counts as `unknown`. */
  readonly causes?: readonly Cause[];
  readonly exceptCauses?: readonly Cause[];
  /** Says that the decision was mistaken: only at the person's own word. */
  readonly claims?: true;
  /** Would deny what a person who admits lending has admitted. */
  readonly notAfterLending?: true;
  /** Ids of the articles this piece relies on. */
  readonly cites?: readonly string[];
};

export type Paragraph = Piece & { readonly id: string };

/** An article that letters cite, as it is printed under them. */
export type CitedArticle = Sourced & { readonly citationId: string; readonly article: string };

export type LetterTemplate = {
  readonly kind: LetterKind;
  readonly name: Bilingual;
  /** When it is the right letter, and what follows from it. */
  readonly use: Bilingual;
  /** What signs who signs it, for people who read no Chinese and for everybody who wants it plain. */
  readonly says: Bilingual;
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly Paragraph[];
  readonly requestsLead: string;
  readonly requests: readonly Piece[];
  readonly enclosures: readonly Piece[];
  readonly salute: boolean;
  readonly signerRole: string;
  readonly cosigner?: { readonly role: string; readonly fact: FactName };
};

export type LetterBook = {
  readonly templates: Readonly<Record<LetterKind, LetterTemplate>>;
  readonly citations: ReadonlyMap<string, CitedArticle>;
  /** Calendar days that a carrier has for its answer before the regulator may be asked. */
  readonly carrierReplyDays: number;
};

/** What the person asks for. Only `facts` reaches the paper. */
export type LetterRequest = {
  readonly kind: LetterKind;
  readonly facts: Facts;
  readonly date: PlainDate;
  readonly reference: string;
  readonly cause?: Cause;
  /** The person says that the card was lent, rented out or sold. */
  readonly admitsLending?: boolean;
  /** The person says that the decision, or the entry in the credit report, is mistaken; nothing claims it for them. */
  readonly claimsMisjudged?: boolean;
};

export type LetterParagraph = {
  readonly id: string;
  readonly text: string;
  /** Facts that are blanks in this paragraph. */
  readonly missing: readonly FactName[];
};

export type Letter = {
  readonly kind: LetterKind;
  readonly reference: string;
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly LetterParagraph[];
  readonly requestsLead: string;
  readonly requests: readonly string[];
  readonly enclosures: readonly string[];
  readonly citations: readonly Omit<CitedArticle, 'url' | 'unsure'>[];
  readonly salute: boolean;
  readonly signerRole: string;
  readonly signer: string;
  readonly cosigner?: { readonly role: string; readonly name: string };
  /** As `2026年11月23日`. */
  readonly date: string;
  /** Facts left as blanks anywhere in the letter. */
  readonly missing: readonly FactName[];
  /** Those of them that stand outside the paragraphs. */
  readonly missingOutside: readonly FactName[];
  /** True after an admission of lending: edits that claim a mistake are refused too. */
  readonly claimBarred: boolean;
};
