import type { Side } from '../../domain/cases/claim.ts';
import { hasWorkFor, statusesWithWork } from '../../domain/cases/work.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { House, InQueue } from '../../store/assignment.ts';
import { findTakenUnder, listUnassigned } from '../../store/assignment.ts';
import type { Asker } from '../asker.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import type { CaseView } from '../cases/case-view.ts';
import type { AppContext } from '../context.ts';
import { numberHolding, readVisible } from '../on-number.ts';
import { listColleagues, requireHouse } from './house.ts';

const AT_A_TIME = 20;

/**
 * Takes on the most pressing case that nobody works on, that no colleague of the same role has begun, and that waits for
 * somebody like the asker; null when there is none. Two who ask at once get two cases; one who asks twice under one key gets one.
 */
export async function takeNext(ctx: AppContext, asker: Asker): Promise<CaseView | null> {
  const house = requireHouse(asker);
  const { actor, key } = asker;
  const statuses = statusesWithWork(actor.role);
  if (statuses.length === 0) throw new RefusalError(refusal('access.denied'));
  const claim = (caseId: string) => actOnCase(ctx, asker, caseId, { do: 'case.claim' });
  // Looked for after the queue was read: what the same thumb took meanwhile is then found, or still in the queue.
  const before = () => (key ? findTakenUnder(ctx.pool, house, actor.id, key.key) : null);
  const colleagues = await listColleagues(ctx, house);
  const others = colleagues.filter(({ id, role }) => role === actor.role && id !== actor.id).map(({ id }) => id);
  let after: InQueue | null = null;
  for (;;) {
    const queue: InQueue[] = await listUnassigned(ctx.pool, house, { statuses, others, after, limit: AT_A_TIME });
    const taken = await before();
    if (taken) return claim(taken);
    for (const { caseId } of queue) {
      const state = await readVisible(ctx, asker, numberHolding('case', caseId));
      const caseFile = state.cases[caseId];
      if (!caseFile) continue;
      if (key && caseFile.assignees[sideOf(house)]?.id === actor.id) {
        const own = await before();
        if (own) return claim(own);
      }
      if (!hasWorkFor(state, caseFile, actor, ctx.clock.now())) continue;
      try {
        return await claim(caseId);
      } catch (error) {
        // Somebody was faster, or it moved on meanwhile: the next one.
        if (!(error instanceof RefusalError && error.refusal.code.startsWith('case.'))) throw error;
      }
    }
    after = queue.at(-1) ?? null;
    if (queue.length < AT_A_TIME) return null;
  }
}

function sideOf(house: House): Side {
  return 'carrierId' in house ? 'desk' : 'authority';
}
