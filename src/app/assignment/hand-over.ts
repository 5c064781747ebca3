import { caseObjection } from '../../domain/cases/objection.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import type { CaseView } from '../cases/case-view.ts';
import type { AppContext } from '../context.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import { listColleagues, requireHouse } from './house.ts';

/** Hands a case that the asker works on to a colleague of the same house. One who is away is refused, naming the deputy. */
export async function handOver(
  ctx: AppContext,
  asker: Asker,
  caseId: string,
  to: string,
  ifVersion?: string,
): Promise<CaseView> {
  const house = requireHouse(asker);
  const seen = await readVisible(ctx, asker, numberHolding('case', caseId));
  const caseFile = seen.cases[caseId];
  if (!caseFile) throw notFound();
  const objection = caseObjection(seen, caseFile, 'hand_over', asker.actor, ctx.clock.now());
  if (objection?.code === 'case.not_your_act') throw new RefusalError(objection);
  const colleagues = await listColleagues(ctx, house);
  const colleague = colleagues.find(({ id }) => id === to);
  if (!colleague) throw new RefusalError(refusal('case.no_such_colleague', { to }, '/to'));
  const { id, role, displayName, absence } = colleague;
  if (absence) {
    const deputy = colleagues.find((one) => one.id === absence.deputyId);
    const away = { to, name: displayName, until: absence.untilAt };
    if (deputy?.id === asker.actor.id) throw new RefusalError(refusal('case.colleague_away_yours', away, '/to'));
    throw new RefusalError(
      deputy
        ? refusal('case.colleague_away', { ...away, deputy: deputy.id, deputy_name: deputy.displayName }, '/to')
        : refusal('case.colleague_away_alone', away, '/to'),
    );
  }
  return actOnCase(ctx, asker, caseId, { do: 'case.hand_over', to: { id, role } }, ifVersion);
}
