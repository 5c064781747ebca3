import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import type { Absence } from '../../store/assignment.ts';
import { addAbsence, listAbsences, removeAbsence } from '../../store/assignment.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { listColleagues, requireHouse } from './house.ts';

const YEAR_MS = 366 * 86_400_000;
const MOST = 20;

/** Says that the asker is away from one moment to another, with a deputy of the same house or none. */
export async function goAway(
  ctx: AppContext,
  asker: Asker,
  { from, until, deputyId }: { readonly from: Instant; readonly until: Instant; readonly deputyId: string | null },
): Promise<Absence> {
  const house = requireHouse(asker);
  const now = ctx.clock.now();
  const actorId = asker.actor.id;
  if (until <= from || until <= now) throw new RefusalError(refusal('absence.ends_before', {}, '/until'));
  if (until > addMs(now, YEAR_MS)) throw new RefusalError(refusal('absence.too_long', {}, '/until'));
  const colleagues = await listColleagues(ctx, house);
  if (deputyId !== null && (deputyId === actorId || !colleagues.some(({ id }) => id === deputyId)))
    throw new RefusalError(refusal('case.no_such_colleague', { to: deputyId }, '/deputy_id'));
  const known = await listAbsences(ctx.pool, [actorId], now);
  const same = known.find((one) => one.fromAt === from && one.untilAt === until && one.deputyId === deputyId);
  if (same) return same;
  if (known.length >= MOST) throw new RefusalError(refusal('absence.too_many', { limit: MOST }, '/from'));
  const absence = {
    absenceId: newId('absence', now, ctx.random),
    actorId,
    fromAt: from,
    untilAt: until,
    deputyId,
  };
  await addAbsence(ctx.pool, absence);
  return absence;
}

export async function listMyAbsences(ctx: AppContext, asker: Asker): Promise<Absence[]> {
  requireHouse(asker);
  return listAbsences(ctx.pool, [asker.actor.id], ctx.clock.now());
}

export async function comeBackEarly(ctx: AppContext, asker: Asker, absenceId: string): Promise<void> {
  requireHouse(asker);
  if (!(await removeAbsence(ctx.pool, asker.actor.id, absenceId))) throw notFound();
}
