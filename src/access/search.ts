import type { Actor } from '../domain/journal/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';

/** Why somebody at a desk looks for a person; each search is kept with it, and the person sees it. */
export const SEARCH_PURPOSES = ['caller', 'case_work', 'complaint', 'audit'] as const;
export type SearchPurpose = (typeof SEARCH_PURPOSES)[number];

const MAY_SEARCH: readonly Actor['role'][] = ['agent', 'reviewer', 'auditor'];
const MAY_UNMASK: readonly Actor['role'][] = ['agent', 'reviewer'];

/** Why this actor may not search a carrier's numbers; null when they may. What they find is their own carrier's. */
export function objectToSearch({ role, carrierId }: Actor): Refusal | null {
  return MAY_SEARCH.includes(role) && carrierId !== null ? null : refusal('access.denied');
}

/** Why this actor may not see a number and a name whole: looking on does not need that. */
export function objectToUnmask({ role, carrierId }: Actor): Refusal | null {
  return MAY_UNMASK.includes(role) && carrierId !== null ? null : refusal('access.denied');
}
