import type { Actor } from '../../domain/journal/actor.ts';
import type { ProofKind } from '../../store/tokens.ts';
import { createToken } from '../actors/create-token.ts';
import type { AppContext } from '../context.ts';

export type ProofBy = ProofKind;

/** Somebody signed in: the token is for their browser and kept nowhere else. */
export type Visit = { readonly token: string; readonly actor: Actor };

/** Begins a visit of somebody who proved just now who they are. `device` is a coarse name for their own list. */
export async function beginVisit(
  ctx: AppContext,
  actor: Actor,
  provedBy: ProofKind,
  device: string | null,
): Promise<Visit> {
  const token = await createToken(ctx, actor.id, 'browser', provedBy, { provedBy, device });
  if (token === null) throw new Error(`${actor.id} has an account and is not known`);
  return { token, actor };
}
