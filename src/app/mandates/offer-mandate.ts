import type { MandateCommand } from '../../domain/mandates/commands.ts';
import { objectToGrant } from '../../domain/mandates/commands.ts';
import type { MandateTerms } from '../../domain/mandates/mandate.ts';
import { MANDATE_ACTS, MANDATE_KINDS } from '../../domain/mandates/mandate.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import { hashOfSecretCode, newSecretCode } from '../../platform/secret-code.ts';
import { addOffer } from '../../store/mandates.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { readVisible } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';
import { takeSignature } from './prove-self.ts';

const OFFER_LIVES_MS = 7 * 86_400_000;

/** What somebody typed as terms, as far as it is any; refusals name the field. */
export function readTerms(given: {
  readonly kind: string | undefined;
  readonly acts: readonly string[];
  readonly days: number;
  readonly feeFen: number;
}): MandateTerms {
  const kind = MANDATE_KINDS.find((one) => one === given.kind);
  if (!kind) throw new RefusalError(refusal('mandate.kind_missing', {}, '/kind'));
  return { kind, acts: MANDATE_ACTS.filter((act) => given.acts.includes(act)), days: given.days, feeFen: given.feeFen };
}

/**
 * The principal signs terms with a code; answers the code that they hand to whoever shall act for them. Whoever that is
 * need not be named to us before they take it on.
 */
export async function offerMandate(
  ctx: AppContext,
  asker: Asker,
  { numberId, terms, code }: { readonly numberId: string; readonly terms: MandateTerms; readonly code: string },
): Promise<string> {
  const principalId = requirePerson(asker);
  await tryTerms(ctx, asker, numberId, terms);
  await takeSignature(ctx, asker, code);
  const offer = newSecretCode(ctx.random);
  const createdAt = ctx.clock.now();
  await addOffer(ctx.pool, {
    offerHash: hashOfSecretCode(offer),
    numberId,
    principalId,
    terms,
    createdAt,
    expiresAt: addMs(createdAt, OFFER_LIVES_MS),
  });
  return offer;
}

/** Refuses terms that could not become a mandate, before anything is signed. */
export async function tryTerms(ctx: AppContext, asker: Asker, numberId: string, terms: MandateTerms): Promise<void> {
  const seen = await readVisible(ctx, asker, numberId);
  const refused = objectToGrant(seen, grantOf(terms, asker.actor.personId ?? '', '', ''));
  if (refused) throw new RefusalError(refused);
}

export function grantOf(
  terms: MandateTerms,
  principalId: string,
  representativeId: string,
  representativeName: string,
  paperSha256: string | null = null,
): Extract<MandateCommand, { do: 'grant_mandate' }> {
  const signed = paperSha256 === null ? 'code' : 'paper';
  return { do: 'grant_mandate', ...terms, principalId, representativeId, representativeName, signed, paperSha256 };
}
