import type { Actor } from '../domain/journal/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import { addMs } from '../domain/time.ts';

/** When and how a visit last proved to be its actor's; null when it never did. */
export type Proof = { readonly at: Instant; readonly by: string } | null;

/** Acts that weigh so much that a visit left open at an unwatched desk must not be enough. Commands stand under their own name. */
const WEIGHTY: ReadonlySet<string> = new Set([
  'case.decide',
  'case.settle',
  'bulk',
  'unmask',
  'publish_policy',
  'resume_rule',
  'change_sign_in',
  'place_hold',
  'end_hold',
  'prove_holder',
]);

/** How long a proof holds. */
export const PROOF_MINUTES = 10;
const PROOF_MS = PROOF_MINUTES * 60_000;

/** A code that was sent or written down shows a person to be back; whoever decides over others shows a key or an app that they hold. */
const STRONG: ReadonlySet<string> = new Set(['demo', 'passkey', 'totp', 'oidc']);

/** True for acts that ask for a fresh proof. */
export function isWeighty(act: string): boolean {
  return WEIGHTY.has(act);
}

/** Whether this proof still holds for this actor. */
export function isProved(actor: Actor, proof: Proof, now: Instant): boolean {
  if (!proof || addMs(proof.at, PROOF_MS) < now) return false;
  return actor.role === 'subscriber' || actor.role === 'representative' || STRONG.has(proof.by);
}

/** Why this act needs a proof first. Machines have none to give: their keys are bound to what they may do. */
export function stepUpObjection(actor: Actor, proof: Proof, act: string, now: Instant): Refusal | null {
  if (!isWeighty(act) || actor.role === 'system' || isProved(actor, proof, now)) return null;
  return refusal('access.step_up', { minutes: PROOF_MINUTES });
}
