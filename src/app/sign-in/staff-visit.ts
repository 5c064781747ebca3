import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { findActorByIdentity } from '../../store/staff-identities.ts';
import type { AppContext } from '../context.ts';
import type { IdentityFlow } from './staff-identity-port.ts';
import { beginStep, endStep } from './steps.ts';

export type Leaving = { readonly next: string; readonly again: boolean };
type Kept = { readonly flow: IdentityFlow; readonly next: string; readonly again: boolean };

/** Where a browser is sent to sign in with the staff's own provider, and the name of the step that it comes back to. */
export async function leaveForProvider(
  ctx: AppContext,
  redirectUri: string,
  leaving: Leaving,
): Promise<{ readonly url: string; readonly step: string }> {
  if (!ctx.staffIdentity) throw new RefusalError(refusal('account.no_provider'));
  try {
    const { url, ...flow } = await ctx.staffIdentity.start({ redirectUri, again: leaving.again });
    return { url, step: await beginStep(ctx, 'oidc', null, { flow, ...leaving }) };
  } catch (error) {
    ctx.log.warn({ err: error }, 'the identity provider cannot be reached');
    throw new RefusalError(refusal('account.provider_away'));
  }
}

/**
 * Who came back. Never makes an actor: whom the provider knows and no operator has linked is refused as
 * `account.not_linked`, with the subject to tell the operator.
 */
export async function comeBackFromProvider(
  ctx: AppContext,
  answer: { readonly step: string; readonly url: string; readonly redirectUri: string },
): Promise<{ readonly actor: Actor } & Leaving> {
  const begun = await endStep(ctx, 'oidc', answer.step);
  if (!begun || !ctx.staffIdentity) throw new RefusalError(refusal('account.provider_failed'));
  const { flow, next, again } = begun.data as unknown as Kept;
  const { url, redirectUri } = answer;
  const identity = await ctx.staffIdentity.finish({ url, redirectUri, flow, again }).catch((error: unknown) => {
    ctx.log.warn({ err: error }, 'an answer of the identity provider does not hold');
    throw new RefusalError(refusal('account.provider_failed'));
  });
  const actor = await findActorByIdentity(ctx.pool, identity);
  if (!actor) throw new RefusalError(refusal('account.not_linked', { subject: identity.subject }));
  return { actor, next, again };
}
