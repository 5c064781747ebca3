import { isStorable } from '../../domain/storable-text.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { listColleagues, requireHouse } from './house.ts';

/**
 * Whose cases a queue is cut down to: `mine`, `nobody`, `away` for those of colleagues who are away now, or somebody's id.
 * Answers ids, null for what nobody works on, undefined for everybody's.
 */
export async function assigneesOf(
  ctx: AppContext,
  asker: Asker,
  whose: string | undefined,
): Promise<readonly string[] | null | undefined> {
  if (whose === undefined) return undefined;
  if (whose === 'nobody') return null;
  if (whose === 'mine') return [asker.actor.id];
  if (whose !== 'away') return isStorable(whose) ? [whose] : [];
  return (await listColleagues(ctx, requireHouse(asker))).filter(({ absence }) => absence).map(({ id }) => id);
}
