import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import type { CaseView } from './case-view.ts';
import { viewCase } from './case-view.ts';

/** A case as it stands, without what was said in it. */
export async function getCase(ctx: AppContext, asker: Asker, caseId: string): Promise<CaseView> {
  const state = await readVisible(ctx, asker, numberHolding('case', caseId));
  const caseFile = state.cases[caseId];
  if (!caseFile) throw notFound();
  return viewCase(state, caseFile, asker.actor, ctx.clock.now());
}
