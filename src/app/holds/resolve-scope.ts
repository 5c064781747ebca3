import { relationTo } from '../../access/relation.ts';
import { numberOf } from '../../domain/journal/thing-id.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { readSpokenReference } from '../../platform/ids.ts';
import { findCaseByReference } from '../../store/references.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { refuseEvenly } from '../evenly.ts';
import { readDigits } from '../numbers/resolve-number.ts';

/** The number and the cases that a hold is to be over, as an administrator writes them. What is not of this carrier is not there. */
export async function resolveScope(
  ctx: AppContext,
  asker: Asker,
  written: { readonly mobileNumber: string; readonly references: readonly string[] },
): Promise<{ readonly numberId: string; readonly caseIds: readonly string[] }> {
  const digits = readDigits(written.mobileNumber);
  return refuseEvenly(() => findScope(ctx, asker, digits, written.references));
}

async function findScope(ctx: AppContext, asker: Asker, digits: string, references: readonly string[]) {
  const numberId = await ctx.numbers.find(digits);
  const state = numberId === null ? null : (await ctx.journal.load(numberId)).state;
  const isOurs = state?.lines.some((line) => relationTo(state, line, asker.actor) === 'carrier');
  if (numberId === null || !isOurs) throw new RefusalError(refusal('hold.no_such_number', {}, '/mobile_number'));
  const caseIds: string[] = [];
  for (const spoken of references) {
    const reference = readSpokenReference(spoken);
    const place = reference && (await findCaseByReference(ctx.pool, reference));
    if (!place || numberOf('case', place.caseId) !== numberId)
      throw new RefusalError(refusal('hold.no_such_case', {}, '/references'));
    caseIds.push(place.caseId);
  }
  return { numberId, caseIds };
}
