import { newSpokenReference } from '../../platform/ids.ts';
import type { Asker } from '../asker.ts';
import type { CaseView } from '../cases/case-view.ts';
import { viewCase } from '../cases/case-view.ts';
import type { AppContext } from '../context.ts';
import { command, notFound, numberHolding } from '../on-number.ts';

/** The person says that service is not back although the lift had no case: this opens one and files it. */
export async function reportNotBack(ctx: AppContext, asker: Asker, liftId: string, words: string): Promise<CaseView> {
  const numberId = numberHolding('lift', liftId);
  const reference = newSpokenReference(ctx.random);
  const report = { do: 'report_lift_not_back', liftId, reference, words } as const;
  return command(ctx, asker, { numberId, command: report, purpose: report.do }, ({ state, entries, now }) => {
    const caseId = entries.find((entry) => entry.kind === 'case.opened')?.data.caseId;
    const caseFile = caseId === undefined ? undefined : state.cases[caseId];
    if (!caseFile) throw notFound();
    return viewCase(state, caseFile, asker.actor, now);
  });
}
