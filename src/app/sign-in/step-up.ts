import { stepUpObjection } from '../../access/step-up.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';

/** `access.step_up` when the act asks for a fresh proof that this visit has not given; null where none is needed. */
export function objectUnproved(ctx: AppContext, asker: Asker, act: string): Refusal | null {
  if (!ctx.config.stepUp || asker.proof === undefined) return null;
  return stepUpObjection(asker.actor, asker.proof, act, ctx.clock.now());
}

/** Throws `access.step_up` in the same case: for acts that are no command on a number. */
export function demandProof(ctx: AppContext, asker: Asker, act: string): void {
  const refused = objectUnproved(ctx, asker, act);
  if (refused) throw new RefusalError(refused);
}
