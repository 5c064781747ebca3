import { relationTo } from '../../access/relation.ts';
import type { ConsentKind } from '../../domain/consents/consent.ts';
import { CONSENT_KINDS, CONSENT_VERSION } from '../../domain/consents/consent.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { findLine } from '../../domain/journal/state.ts';
import { mandateOf } from '../../domain/mandates/mandate.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Consent } from '../../store/consents.ts';
import { addConsent, findConsent, listConsents } from '../../store/consents.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';

/** One kind as its person sees it: the text in force, and every time they gave it or took it back. */
export type ConsentStanding = {
  readonly kind: ConsentKind;
  readonly version: number;
  readonly words: string;
  readonly inForce: Consent | null;
  readonly past: readonly Consent[];
};

/** The text of a consent as it is asked for now. */
export function consentWords(locale: Locale, kind: ConsentKind): string {
  return t(locale, `consent.${kind}.words` as const);
}

/** What the asker agreed to, kind by kind. */
export async function listMyConsents(ctx: AppContext, asker: Asker, locale: Locale): Promise<ConsentStanding[]> {
  const all = await listConsents(ctx.pool, requirePerson(asker));
  return CONSENT_KINDS.map((kind) => {
    const ofKind = all.filter((one) => one.kind === kind);
    const version = CONSENT_VERSION[kind];
    const inForce = ofKind.find((one) => one.version === version && one.withdrawnAt === null) ?? null;
    return { kind, version, words: consentWords(locale, kind), inForce, past: ofKind.filter((one) => one !== inForce) };
  });
}

/** The asker agrees for themselves, to the text of this version. Another version was not what they read. */
export async function giveConsent(
  ctx: AppContext,
  asker: Asker,
  given: { readonly kind: ConsentKind; readonly version: number; readonly locale: Locale },
): Promise<Consent> {
  const personId = requirePerson(asker);
  if (given.version !== CONSENT_VERSION[given.kind])
    throw new RefusalError(refusal('consent.other_version', { version: CONSENT_VERSION[given.kind] }, '/version'));
  return keep(ctx, asker, personId, given.kind, given.locale);
}

/**
 * The consent under which something sensitive is taken: the one that stands, or one given along with it.
 * Refused with `consent.needed` when there is neither, before anything is kept.
 */
export async function demandConsent(
  ctx: AppContext,
  asker: Asker,
  asked: {
    readonly personId: string;
    readonly kind: ConsentKind;
    readonly agrees: boolean;
    readonly locale: Locale;
  },
): Promise<Consent> {
  const { personId, kind, agrees, locale } = asked;
  const standing = await findConsent(ctx.pool, { personId, kind, version: CONSENT_VERSION[kind] });
  if (standing) return standing;
  if (!agrees) throw new RefusalError(refusal('consent.needed', { kind, version: CONSENT_VERSION[kind] }, '/consent'));
  if (personId !== asker.actor.personId) await demandNotWithdrawn(ctx, personId, kind);
  return keep(ctx, asker, personId, kind, locale);
}

/** Whether a consent to the text in force stands. */
export async function hasAgreed(ctx: AppContext, personId: string, kind: ConsentKind): Promise<boolean> {
  return (await findConsent(ctx.pool, { personId, kind, version: CONSENT_VERSION[kind] })) !== null;
}

/** The kinds that the person behind a line has agreed to; none for a reader who is not on their side. */
export async function listAgreed(
  ctx: AppContext,
  state: NumberState,
  lineNumber: number,
  asker: Asker,
): Promise<ConsentKind[]> {
  if (asker.actor.role !== 'subscriber' && asker.actor.role !== 'representative') return [];
  const all = await listConsents(ctx.pool, personBehind(state, lineNumber, asker));
  return CONSENT_KINDS.filter((kind) =>
    all.some((one) => one.kind === kind && one.version === CONSENT_VERSION[kind] && one.withdrawnAt === null),
  );
}

/** Whose data a line's papers tell: the asker's own, or that of the person for whom they act. */
export function personBehind(state: NumberState, lineNumber: number, asker: Asker): string {
  const line = findLine(state, lineNumber);
  const { personId } = asker.actor;
  if (!line || personId === null) throw notFound();
  if (relationTo(state, line, asker.actor) === 'person') return personId;
  const mandate = mandateOf(state, lineNumber, asker.actor);
  if (!mandate) throw notFound();
  return mandate.principalId;
}

/** What a person took back, nobody gives again for them. */
async function demandNotWithdrawn(ctx: AppContext, personId: string, kind: ConsentKind): Promise<void> {
  const last = (await listConsents(ctx.pool, personId)).find((one) => one.kind === kind);
  if (last && last.withdrawnAt !== null) throw new RefusalError(refusal('consent.withdrawn', { kind }, '/consent'));
}

async function keep(
  ctx: AppContext,
  asker: Asker,
  personId: string,
  kind: ConsentKind,
  locale: Locale,
): Promise<Consent> {
  const givenAt = ctx.clock.now();
  const consent = await addConsent(ctx.pool, {
    consentId: newId('consent', givenAt, ctx.random),
    personId,
    kind,
    version: CONSENT_VERSION[kind],
    locale,
    words: consentWords(locale, kind),
    givenAt,
    givenBy: asker.actor.id,
  });
  // Taken back in the same moment by another of their visits: what they said last counts.
  if (!consent) throw new RefusalError(refusal('consent.needed', { kind, version: CONSENT_VERSION[kind] }, '/consent'));
  return consent;
}
