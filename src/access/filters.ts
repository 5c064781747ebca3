import type { Actor } from '../domain/journal/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';
import { deskScope, isRefusal } from './lists.ts';

/** A kept filter as far as rights hang on it. */
export type FilterThing = { readonly carrierId: string; readonly ownerId: string; readonly shared: boolean };

/** The desk at which this actor keeps filters, or why there is none: a machine has no lists to look at. */
export function filterScope(actor: Actor): { readonly carrierId: string } | Refusal {
  const scope = deskScope(actor);
  return isRefusal(scope) || actor.role !== 'system' ? scope : refusal('access.denied');
}

/** Why this actor cannot rename, share or delete the filter; null for whoever saved it. What is not shared is not there for others. */
export function objectToFilterChange(actor: Actor, one: FilterThing): Refusal | null {
  if (actor.id === one.ownerId && actor.carrierId === one.carrierId) return null;
  return one.shared && actor.carrierId === one.carrierId ? refusal('filter.not_yours') : refusal('access.not_found');
}
