import type { Cause, Imposer, Layer, LineFunction } from '../flags/words.ts';

/** A piece of the given text, in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

export type Genuineness = 'genuine' | 'scam' | 'cannot_tell';
export type TextStatus = 'in_effect' | 'announced' | 'conditional' | 'none';

export const SPEAKERS = [
  'carrier',
  'virtual_carrier',
  'regulator',
  'police',
  'bank',
  'label_service',
  'company',
  'person',
  'unknown',
] as const;
/** Who speaks, as the text claims; nothing here proves it. */
export type Speaker = { readonly kind: (typeof SPEAKERS)[number]; readonly name: string | null };

export const ASKS = [
  'pay',
  'verify_identity',
  'visit_shop',
  'visit_police',
  'call_service',
  'call_other_number',
  'open_link',
  'open_app',
  'reply_message',
  'send_papers',
  'give_code',
  'transfer_money',
  'install_app',
  'add_contact',
  'use_number',
] as const;
/** What the text wants done. */
export type Ask = (typeof ASKS)[number];

/** A deadline in the text: an ISO 8601 period or date, null where only words say it. */
export type Deadline = Span & { readonly text: string; readonly iso: string | null };

/** Words of the text that say something, and what they say: a code such as `cause.arrears` or `scam.foreign_link`. */
export type Evidence = Span & { readonly says: string };

export type RankedCause = { readonly cause: Cause; readonly score: number };

/** What a text and four answers leave open; never a finding about the number itself. */
export type Verdict = {
  readonly genuineness: Genuineness;
  /** Why it is taken so, as codes, the strongest first. */
  readonly grounds: readonly string[];
  /** Whether it is about the standing of the reader's own number. */
  readonly ownNumber: boolean;
  readonly speaker: Speaker;
  readonly layer: Layer | null;
  readonly imposedBy: Imposer;
  /** Best first; scores between 0 and 1. Empty when nothing is said to be wrong, and for scams. */
  readonly causes: readonly RankedCause[];
  /** Whether the text names one cause, several of which it does not say which, or none. */
  readonly told: 'one' | 'one_of_several' | 'not_told';
  readonly measures: readonly LineFunction[];
  readonly status: TextStatus;
  readonly deadlines: readonly Deadline[];
  readonly asks: readonly Ask[];
  readonly evidence: readonly Evidence[];
  /** What must be done before anything else. */
  readonly danger: 'sim_swap' | null;
  /** What stood in the way of reading: nothing to read, too long, or words of no language known here. */
  readonly trouble: 'empty' | 'too_long' | 'unknown_language' | null;
};
