import type { Actor } from '../domain/journal/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';

/** A version of a rule table as far as rights hang on it. */
export type PolicyThing = {
  readonly carrierId: string;
  readonly status: 'draft' | 'published';
  readonly draftedBy: string;
};
export type PolicyAct = 'draft' | 'publish';

/** Whether this actor writes rule tables at all; a carrier's own people see them. */
export function mayDraft(actor: Actor): boolean {
  return actor.role === 'policy_owner' && actor.carrierId !== null;
}

/** Why an act on a version is not open to this actor; null when it is. Nobody publishes what they wrote. */
export function objectToPolicyAct(actor: Actor, thing: PolicyThing, act: PolicyAct): Refusal | null {
  if (!mayDraft(actor) || actor.carrierId !== thing.carrierId) return refusal('access.denied');
  if (thing.status === 'published') return refusal('policy.published_already');
  return act === 'publish' && actor.id === thing.draftedBy ? refusal('policy.own_draft') : null;
}

/** The acts open to this actor: exactly those that are accepted. */
export function actsOnPolicy(actor: Actor, thing: PolicyThing): PolicyAct[] {
  return (['draft', 'publish'] as const).filter((act) => objectToPolicyAct(actor, thing, act) === null);
}
