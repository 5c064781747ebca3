import { authorityScope, deskScope, isRefusal } from '../../access/lists.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import type { KnownActor } from '../../store/actors.ts';
import { listActors } from '../../store/actors.ts';
import type { Absence, House } from '../../store/assignment.ts';
import { listAbsences } from '../../store/assignment.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';

export type { Absence };

/** Somebody who can work on cases of a house, and until when they are away, if they are. */
export type Colleague = KnownActor & { readonly absence: Absence | null };

/** The house that the asker works in: a carrier's desk or a body. Refused for everybody else. */
export function requireHouse({ actor }: Asker): House {
  const scope = actor.role === 'officer' ? authorityScope(actor) : deskScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  if (actor.role === 'system') throw new RefusalError(refusal('access.denied'));
  return scope;
}

/** Those who can work on a case in this house. */
export async function listColleagues(ctx: AppContext, house: House): Promise<Colleague[]> {
  const now = ctx.clock.now();
  const all = await listActors(ctx.pool, house);
  const able = all.filter(({ role }) =>
    'carrierId' in house ? role === 'agent' || role === 'reviewer' : role === 'officer',
  );
  const ids = able.map(({ id }) => id);
  const absences = await listAbsences(ctx.pool, ids, now);
  return able.map((one) => ({ ...one, absence: absenceOf(absences, one.id, now) }));
}

/** Everybody of a house by name, whatever they do there. */
export function listStaff(ctx: AppContext, house: House): Promise<KnownActor[]> {
  return listActors(ctx.pool, house);
}

/** The absence of somebody that lasts longest of those that have begun. */
export function absenceOf(absences: readonly Absence[], actorId: string, now: Instant): Absence | null {
  const begun = absences.filter((one) => one.actorId === actorId && one.fromAt <= now && one.untilAt > now);
  return begun.toSorted((a, b) => b.untilAt.localeCompare(a.untilAt))[0] ?? null;
}
