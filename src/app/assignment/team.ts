import type { CaseStatus } from '../../domain/cases/case.ts';
import { WITH_AUTHORITY } from '../../domain/cases/case-transitions.ts';
import type { Role } from '../../domain/journal/actor.ts';
import { findActors } from '../../store/actors.ts';
import type { House } from '../../store/assignment.ts';
import { listAbsences, listLoads } from '../../store/assignment.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { Absence } from './house.ts';
import { absenceOf, listColleagues, requireHouse } from './house.ts';
import type { Load } from './load.ts';
import { loadOf } from './load.ts';

/** A colleague with what they have on their hands, whether they are away, and when they will be next. */
export type TeamMember = {
  /** Null in the row of what nobody works on. */
  readonly actorId: string | null;
  readonly name: string | null;
  readonly role: Role | null;
  /** No longer somebody who can work on cases here, though cases are still in their name. */
  readonly gone: boolean;
  readonly load: Load;
  readonly absence: Absence | null;
  readonly nextAbsence: Absence | null;
};

/** Statuses in which a desk has something to do or to see through; a body has its own. */
const AT_THE_DESK: readonly CaseStatus[] = [
  'submitted',
  'in_review',
  'needs_material',
  'overdue',
  'reopened',
  'lifting',
  ...WITH_AUTHORITY,
];

/** Everybody of the asker's house, in front what nobody works on yet, at the end who left cases behind. */
export async function viewTeam(ctx: AppContext, asker: Asker): Promise<TeamMember[]> {
  const house = requireHouse(asker);
  const now = ctx.clock.now();
  const [colleagues, groups] = await Promise.all([
    listColleagues(ctx, house),
    listLoads(ctx.pool, house, statusesOf(house), now),
  ]);
  const ids = colleagues.map(({ id }) => id);
  const named = new Set(groups.flatMap(({ assignee }) => assignee ?? []));
  const left = [...named].filter((id) => !ids.includes(id));
  const [absences, gone] = await Promise.all([listAbsences(ctx.pool, ids, now), findActors(ctx.pool, left)]);
  const here = { gone: false, absence: null, nextAbsence: null };
  return [
    { ...here, actorId: null, name: null, role: null, load: loadOf(groups, null) },
    ...colleagues.map(({ id, displayName, role }) => ({
      ...here,
      actorId: id,
      name: displayName,
      role,
      load: loadOf(groups, id),
      absence: absenceOf(absences, id, now),
      nextAbsence: absences.find(({ actorId, fromAt }) => actorId === id && fromAt > now) ?? null,
    })),
    ...left.map((id) => {
      const known = gone.find((one) => one.id === id);
      return {
        ...here,
        actorId: id,
        name: known?.displayName ?? id,
        role: known?.role ?? null,
        gone: true,
        load: loadOf(groups, id),
      };
    }),
  ];
}

function statusesOf(house: House): readonly CaseStatus[] {
  return 'carrierId' in house ? AT_THE_DESK : WITH_AUTHORITY;
}
