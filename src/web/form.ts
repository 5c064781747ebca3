import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { WriteKey } from '../app/run-command.ts';
import type { Refusal } from '../domain/refusal.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';
import { isStorable } from '../domain/storable-text.ts';
import type { Locale } from '../locales/index.ts';
import { refusalWords } from '../locales/refusal-words.ts';
import { checkForm } from './visit.ts';

/** What somebody typed, kept so that nothing is lost when it has to come back. */
export type Typed = Readonly<Record<string, string>>;
export type FieldErrors = Readonly<Record<string, string>>;
/** A form on its way back to the person: what was typed and what is wrong with it, by field; `form` is for the whole. */
export type FormState = { readonly typed: Typed; readonly errors: FieldErrors };

export const EMPTY_FORM: FormState = { typed: {}, errors: {} };

/** The fields of a posted form, after the check that it came from a page of ours. Repeated fields are joined by commas. */
export function readForm(request: FastifyRequest): Typed {
  const body = (request.body ?? {}) as Record<string, unknown>;
  checkForm(request, body.csrf);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value ?? '')]),
  );
}

/** The longest text of a field, in characters; the API takes no more. */
export const TEXT_LIMIT = 4_000;
const LIMITS: Readonly<Record<string, number>> = {
  number_ids: 12_000,
  case_ids: 12_000,
  rule_relied: 80,
  ticket: 100,
  spoke_with: 100,
};

/** Throws for the first field that cannot be kept as it was typed. */
export function checkText(typed: Typed): void {
  for (const [name, text] of Object.entries(typed)) {
    const limit = LIMITS[name] ?? TEXT_LIMIT;
    if (text.length > limit) throw new RefusalError(refusal('request.text_too_long', { limit }, `/${name}`));
    if (!isStorable(text)) throw new RefusalError(refusal('request.bad_text', {}, `/${name}`));
  }
}

/** A form's own key: sent twice by an impatient thumb, it is done once. */
export function formKey(typed: Typed): WriteKey | undefined {
  const { idempotency_key: key, csrf: _, ...rest } = typed;
  if (!key) return undefined;
  return { key: `form:${key}`, requestHash: createHash('sha256').update(JSON.stringify(rest)).digest('hex') };
}

/** A form that comes back for a reason that lies in none of its fields. */
export function formRefused(locale: Locale, typed: Typed, refused: Refusal): FormState {
  return { typed, errors: { form: refusalWords(locale, refused) } };
}

/** What to show when the product refused what a form asked; anything else is thrown on. */
export function refusedForm(
  locale: Locale,
  typed: Typed,
  error: unknown,
  fields: Readonly<Record<string, string>> = {},
): FormState {
  if (!(error instanceof RefusalError)) throw error;
  // Asked for on a page of its own, from where the form goes on as it was typed.
  if (error.refusal.code === 'access.step_up') throw error;
  const field = error.refusal.pointer ? (fields[error.refusal.pointer] ?? error.refusal.pointer.slice(1)) : 'form';
  return { typed, errors: { [field]: refusalWords(locale, error.refusal) } };
}
