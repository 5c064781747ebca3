import type { MandateTerms } from '../../domain/mandates/mandate.ts';
import { mandateOf } from '../../domain/mandates/mandate.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { hashOfSecretCode } from '../../platform/secret-code.ts';
import { findActorOfPerson } from '../../store/actors.ts';
import { returnOffer, takeOffer } from '../../store/mandates.ts';
import { findRepresentativeKind } from '../../store/organisations.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command } from '../on-number.ts';
import { acceptAppointment } from '../organisations/appointments.ts';
import { requirePerson } from '../own-person.ts';
import { grantOf } from './offer-mandate.ts';
import { questionPatterns } from './question-patterns.ts';

/** Whoever has the principal's code takes the mandate on, once. Answers its id; null for an organisation's appointment, whose mandates follow. */
export async function acceptMandate(
  ctx: AppContext,
  asker: Asker,
  { code, name }: { readonly code: string; readonly name: string },
): Promise<string | null> {
  const representativeId = requirePerson(asker);
  if (name.trim() === '') throw new RefusalError(refusal('mandate.name_missing', {}, '/name'));
  const offerHash = hashOfSecretCode(code);
  const offer = await takeOffer(ctx.pool, { offerHash, by: representativeId, now: ctx.clock.now() });
  if (!offer && (await acceptAppointment(ctx, asker, code))) return null;
  if (!offer) throw new RefusalError(refusal('mandate.unknown_offer', {}, '/code'));
  const { numberId, principalId, terms } = offer;
  try {
    await checkOffice(ctx, asker, terms);
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

/** An account by office takes on mandates of that office alone; who has none is nobody's lawyer (律师法 art. 13) and no organisation's clerk. */
async function checkOffice(ctx: AppContext, { actor }: Asker, { kind }: MandateTerms): Promise<void> {
  const office = actor.role === 'representative' ? await findRepresentativeKind(ctx.pool, actor.id) : 'relative';
  if (office === kind) return;
  throw new RefusalError(refusal('mandate.other_office', { kind }, '/code'));
}
