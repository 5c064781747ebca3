import { dateOfDay, dayNumber } from '../clocks/plain-date.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { readDay } from './days.ts';
import {
  FACT_NAMES,
  type FactName,
  type Facts,
  type LetterBook,
  type LetterKind,
  type LetterRequest,
} from './letter.ts';
import { claimsMistake, DAYS, lengthOf, limitOf, tellsNoAnswer } from './text.ts';

/** Letters that ask somebody to take a decision back. */
const APPEALS: ReadonlySet<LetterKind> = new Set(['carrier_complaint', 'regulator_complaint', 'label_appeal']);
const NOT_AHEAD: readonly FactName[] = ['complained_on', 'opened_on'];

/** Why a letter is not written: a fact that cannot be, the wrong door, too early, or a claim against an admission. */
export function refuseLetter(request: LetterRequest, facts: Facts, book: LetterBook): Refusal | null {
  return (
    refuseFacts(request, facts) ??
    (request.kind === 'regulator_complaint' ? refuseRegulator(request, facts, book) : null) ??
    (request.kind === 'credit_objection' ? refuseCredit(request, facts) : null) ??
    (request.admitsLending ? refuseClaim(request, facts) : null)
  );
}

function refuseFacts({ date }: LetterRequest, facts: Facts): Refusal | null {
  for (const fact of FACT_NAMES) {
    const words = facts[fact] ?? '';
    const limit = limitOf(fact);
    if (lengthOf(words) > limit) return refusal('letter.too_long', { limit }, `/facts/${fact}`);
    const day = DAYS.has(fact) ? readDay(words) : null;
    if (day === null) continue;
    if (day === 'none') return refusal('letter.no_such_day', {}, `/facts/${fact}`);
    if (NOT_AHEAD.includes(fact) && day > date) return refusal('letter.day_ahead', {}, `/facts/${fact}`);
    if (fact === 'mandate_until' && day < date) return refusal('letter.day_past', {}, `/facts/${fact}`);
  }
  return null;
}

/** The regulator comes after the carrier has answered, or has had its time; what the police ordered never goes there. */
function refuseRegulator({ cause, date }: LetterRequest, facts: Facts, book: LetterBook): Refusal | null {
  if (cause === 'ordered') return refusal('letter.police_first');
  if (facts.complained_on === undefined) return refusal('letter.carrier_first', {}, '/facts/complained_on');
  const complained = readDay(facts.complained_on);
  if (complained === null || complained === 'none') return null;
  const until = dateOfDay(dayNumber(complained) + book.carrierReplyDays);
  const answered = facts.reply !== undefined && !tellsNoAnswer(facts.reply);
  if (answered || date > until) return null;
  return refusal('letter.carrier_has_time', { days: book.carrierReplyDays, until }, '/facts/reply');
}

/** Only an entry that stands in a report, and is wrong in the person's own word, can be objected to. */
function refuseCredit({ claimsMisjudged }: LetterRequest, facts: Facts): Refusal | null {
  if (facts.credit_entry === undefined) return refusal('letter.credit_entry_first', {}, '/facts/credit_entry');
  return claimsMisjudged ? null : refusal('letter.credit_entry_correct');
}

/** Whoever admits lending may still ask for reasons, and appeal without claiming a mistake, but has to say so. */
function refuseClaim({ kind, claimsMisjudged }: LetterRequest, facts: Facts): Refusal | null {
  const claims = kind !== 'credit_objection' && (claimsMisjudged || (APPEALS.has(kind) && claimsMisjudged !== false));
  if (claims) return refusal('letter.lending_admitted');
  const claiming = FACT_NAMES.find((fact) => fact !== 'message_text' && claimsMistake(facts[fact] ?? ''));
  return claiming ? refusal('letter.lending_admitted', {}, `/facts/${claiming}`) : null;
}
