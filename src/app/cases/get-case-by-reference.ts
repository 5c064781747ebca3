import { RefusalError, refusal } from '../../domain/refusal.ts';
import { readSpokenReference } from '../../platform/ids.ts';
import { findCaseByReference as findPlace } from '../../store/references.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { refuseEvenly } from '../evenly.ts';
import { notFound } from '../on-number.ts';
import type { CaseView } from './case-view.ts';
import { getCase } from './get-case.ts';

/** The case behind a reference as somebody read it out. A wrong sign is told apart from a case that is not there. */
export async function getCaseByReference(ctx: AppContext, asker: Asker, spoken: string): Promise<CaseView> {
  const reference = readSpokenReference(spoken);
  if (reference === null) throw new RefusalError(refusal('case.reference_misread'));
  return refuseEvenly(async () => {
    const place = await findPlace(ctx.pool, reference);
    if (!place) throw notFound();
    return getCase(ctx, asker, place.caseId);
  });
}
