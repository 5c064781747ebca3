import { findActors } from '../../store/actors.ts';
import type { AppContext } from '../context.ts';

/** Names of colleagues, by their ids; one who is not known keeps the id. */
export async function staffNames(
  ctx: AppContext,
  actorIds: readonly (string | null)[],
): Promise<(actorId: string) => string> {
  const nameOf = await knownStaffNames(ctx, actorIds);
  return (actorId) => nameOf(actorId) ?? actorId;
}

/** The same, without an answer for whoever is not known. */
export async function knownStaffNames(
  ctx: AppContext,
  actorIds: readonly (string | null)[],
): Promise<(actorId: string) => string | undefined> {
  const wanted = [...new Set(actorIds)].filter((id) => id !== null);
  const found = await findActors(ctx.pool, wanted);
  const names = new Map(found.map(({ id, displayName }) => [id, displayName]));
  return (actorId) => names.get(actorId);
}
