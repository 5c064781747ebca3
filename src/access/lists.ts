import type { Actor } from '../domain/journal/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';

const STAFF: readonly Actor['role'][] = ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'];

/** What a list may show, as data that the store turns into a condition. */
export type ListScope =
  | { readonly carrierId: string }
  | { readonly personId: string }
  | { readonly authorityId: string };

/** The carrier whose desk this actor works at, or why there is none. */
export function deskScope(actor: Actor): { readonly carrierId: string } | Refusal {
  return STAFF.includes(actor.role) && actor.carrierId !== null
    ? { carrierId: actor.carrierId }
    : refusal('access.denied');
}

/** The carrier at which this actor has any page of a desk at all; an administrator has some too. */
export function houseScope(actor: Actor): { readonly carrierId: string } | Refusal {
  return actor.role === 'admin' && actor.carrierId !== null ? { carrierId: actor.carrierId } : deskScope(actor);
}

/** The carrier whose legal holds this actor places, or looks at. */
export function holdScope(actor: Actor): { readonly carrierId: string } | Refusal {
  const may = actor.role === 'admin' || actor.role === 'auditor';
  return may && actor.carrierId !== null ? { carrierId: actor.carrierId } : refusal('access.denied');
}

/** The body whose files this officer may list. */
export function authorityScope(actor: Actor): { readonly authorityId: string } | Refusal {
  return actor.role === 'officer' && actor.authorityId !== null
    ? { authorityId: actor.authorityId }
    : refusal('access.denied');
}

/** The person whose own things this actor may list. */
export function ownScope(actor: Actor): { readonly personId: string } | Refusal {
  const ofFlesh = actor.role === 'subscriber' || actor.role === 'representative';
  return ofFlesh && actor.personId !== null ? { personId: actor.personId } : refusal('access.denied');
}

/** Whose keeping of duties may be seen: one carrier's, the carriers' that a body is for, or everybody's. */
export type DutyScope = { readonly carrierId: string } | { readonly authorityId: string } | { readonly all: true };

/** Carriers see themselves and never each other, a body sees the carriers it is for, an auditor of no carrier sees all. */
export function dutyScope(actor: Actor): DutyScope | Refusal {
  if (actor.role === 'officer') return authorityScope(actor);
  if (actor.role === 'auditor' && actor.carrierId === null) return { all: true };
  return deskScope(actor);
}

/** Whether an answer about scope is a refusal. */
export function isRefusal(answer: ListScope | DutyScope | Refusal): answer is Refusal {
  return 'code' in answer;
}
