import { visibleState } from '../../access/relation.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { myNumberIds } from '../numbers/list-my-numbers.ts';
import { readState } from '../on-number.ts';
import type { CaseView } from './case-view.ts';
import { viewCase } from './case-view.ts';

/** Every case on the asker's own lines, newest first. */
export async function listMyCases(ctx: AppContext, asker: Asker): Promise<CaseView[]> {
  const numberIds = await myNumberIds(ctx, asker);
  const loaded = await Promise.all(numberIds.map((id) => readState(ctx, id)));
  const now = ctx.clock.now();
  const cases = loaded.flatMap((state) => {
    const seen = visibleState(state, asker.actor);
    return Object.values(seen.cases).map((caseFile) => viewCase(seen, caseFile, asker.actor, now));
  });
  return cases.toSorted((a, b) => b.caseFile.openedAt.localeCompare(a.caseFile.openedAt));
}
