import { deskScope, isRefusal } from '../access/lists.ts';
import type { Actor } from '../domain/journal/actor.ts';
import { RefusalError } from '../domain/refusal.ts';

/** Where a list goes on and how much of it is wanted. */
export type PageInput = { readonly cursor?: string | undefined; readonly limit?: number | undefined };

const USUAL = 50;
const MOST = 200;

/** A page as the store wants it. */
export function pageRequest({ cursor, limit = USUAL }: PageInput): { cursor: string | undefined; limit: number } {
  return { cursor, limit: Math.min(Math.max(limit, 1), MOST) };
}

/** The carrier whose lists the actor may read; throws when there is none. */
export function requireDesk(actor: Actor): string {
  const scope = deskScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.carrierId;
}
