import { caseObjection } from '../../domain/cases/objection.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import type { CaseView } from '../cases/case-view.ts';
import type { AppContext } from '../context.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import { findCompetent } from './list-authorities-for.ts';

export type EscalateInput = {
  readonly authorityId: string;
  /** The person's own answer: another body has already taken the matter on. */
  readonly acceptedElsewhere: boolean;
  /** May be empty. */
  readonly words: string;
};

/** Hands a case over to a competent body. Refused with `escalation.unknown_authority` for any other. */
export async function escalateCase(
  ctx: AppContext,
  asker: Asker,
  caseId: string,
  input: EscalateInput,
  ifVersion?: string,
): Promise<CaseView> {
  const state = await readVisible(ctx, asker, numberHolding('case', caseId));
  const caseFile = state.cases[caseId];
  if (!caseFile) throw notFound();
  const { authorityId, acceptedElsewhere, words } = input;
  const authority = await findCompetent(ctx, state, caseFile, authorityId);
  if (!authority) {
    // Whoever may not hand it over at all hears that, not which bodies there are.
    const closed = caseObjection(state, caseFile, 'escalate', asker.actor, ctx.clock.now());
    throw new RefusalError(closed ?? refusal('escalation.unknown_authority', {}, '/authority_id'));
  }
  return actOnCase(ctx, asker, caseId, { do: 'case.escalate', authority, acceptedElsewhere, words }, ifVersion);
}
