import type { Role } from '../domain/journal/actor.ts';
import type { Asker } from './asker.ts';
import type { AppContext } from './context.ts';

/** What somebody may read of a number; each reading is written down. */
export type ReadableData =
  | 'standing'
  | 'flag'
  | 'case'
  | 'lift'
  | 'timeline'
  | 'evidence'
  | 'numbers'
  | 'mandate'
  | 'correction'
  | 'hold'
  | 'search'
  | 'unmasked';

/** Why somebody reads who does not say; everybody else works at a carrier's desk. */
const PURPOSES: Partial<Record<Role, string>> = { subscriber: 'own', officer: 'authority' };

/** Writes a reading down before the answer leaves; shared with everybody who reads at the same time. */
export async function noteAccess(ctx: AppContext, asker: Asker, numberId: string, what: ReadableData): Promise<void> {
  const purpose = asker.purpose ?? PURPOSES[asker.actor.role] ?? 'desk';
  await ctx.recordAccess({ at: ctx.clock.now(), actorId: asker.actor.id, purpose, numberId, what });
}
