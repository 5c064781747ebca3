import { mandateOf } from '../../domain/mandates/mandate.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { hashOfSecretCode } from '../../platform/secret-code.ts';
import { findActorOfPerson } from '../../store/actors.ts';
import { returnOffer, takeOffer } from '../../store/mandates.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';
import { grantOf } from './offer-mandate.ts';
import { questionPatterns } from './question-patterns.ts';

/** Whoever has the principal's code takes the mandate on, once. Answers its id. */
export async function acceptMandate(
  ctx: AppContext,
  asker: Asker,
  { code, name }: { readonly code: string; readonly name: string },
): Promise<string> {
  const representativeId = requirePerson(asker);
  if (name.trim() === '') throw new RefusalError(refusal('mandate.name_missing', {}, '/name'));
  const offerHash = hashOfSecretCode(code);
  const offer = await takeOffer(ctx.pool, { offerHash, by: representativeId, now: ctx.clock.now() });
  if (!offer) throw new RefusalError(refusal('mandate.unknown_offer', {}, '/code'));
  const { numberId, principalId, terms } = offer;
  try {
    const principal = await findActorOfPerson(ctx.pool, principalId);
    if (!principal) throw new RefusalError(refusal('mandate.unknown_offer', {}, '/code'));
    // The principal signed these very terms: the entry is theirs.
    const as = { ...asker, actor: principal, key: undefined };
    const mandateId = await command(
      ctx,
      as,
      { numberId, command: grantOf(terms, principalId, representativeId, name.trim()), purpose: 'accept_mandate' },
      ({ state }) => mandateOf(state, state.lines.at(-1)?.line ?? 0, asker.actor)?.mandateId ?? '',
    );
    await questionPatterns(ctx, { numberId, mandateId, representativeId });
    return mandateId;
  } catch (error) {
    await returnOffer(ctx.pool, offerHash);
    throw error;
  }
}
