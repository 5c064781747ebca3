import type { SearchPurpose } from '../../access/search.ts';
import { objectToSearch, objectToUnmask } from '../../access/search.ts';
import type { CaseStatus } from '../../domain/cases/case.ts';
import { numberOf } from '../../domain/journal/thing-id.ts';
import { readMobileNumber } from '../../domain/numbers/mobile-number.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { readSpokenReference } from '../../platform/ids.ts';
import { listLinesOf } from '../../store/mine.ts';
import { findPeopleByName, findPerson } from '../../store/people.ts';
import { findCaseByReference } from '../../store/references.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { readVisible } from '../on-number.ts';
import { demandProof } from '../sign-in/step-up.ts';
import { maskedName, maskedNumbers } from './masked.ts';

/** The most people of one name, and numbers, that one search answers with. */
const MOST = 20;

export type SearchInput = { readonly text: string; readonly purpose: SearchPurpose };
export type SearchKind = 'number' | 'reference' | 'name';
export type FoundNumber = {
  readonly numberId: string;
  readonly maskedNumber: string;
  readonly maskedHolder: string | null;
  readonly open: boolean;
  readonly activeFlags: number;
  readonly cases: readonly { readonly caseId: string; readonly reference: string; readonly status: CaseStatus }[];
};

/** Looks for a number, a case by its reference, or a holder by the whole name, among the asker's own carrier's; masked, and each find is written down with its purpose. */
export async function searchDesk(
  ctx: AppContext,
  asker: Asker,
  { text, purpose }: SearchInput,
): Promise<{ readonly by: SearchKind; readonly items: FoundNumber[] }> {
  const refused = objectToSearch(asker.actor);
  if (refused) throw new RefusalError(refused);
  if (text.trim() === '') throw new RefusalError(refusal('search.empty', {}, '/text'));
  const { by, numberIds } = await resolve(ctx, text.trim());
  const found = await Promise.all(numberIds.slice(0, MOST).map((id) => describe(ctx, { ...asker, purpose }, id)));
  return { by, items: found.filter((one) => one !== null) };
}

export type Unmasked = { readonly mobileNumber: string | null; readonly holder: string | null };

/** The digits and the holder's name, whole: after a fresh proof, with the purpose, and written down before the answer leaves. */
export async function unmask(
  ctx: AppContext,
  asker: Asker,
  numberId: string,
  purpose: SearchPurpose,
): Promise<Unmasked> {
  const refused = objectToUnmask(asker.actor);
  if (refused) throw new RefusalError(refused);
  const { lines } = await readVisible(ctx, asker, numberId);
  demandProof(ctx, asker, 'unmask');
  await noteAccess(ctx, { ...asker, purpose }, numberId, 'unmasked');
  const holderId = lines.at(-1)?.holderId ?? null;
  const [digits, holder] = await Promise.all([
    ctx.numbers.digitsOf([numberId]),
    holderId === null ? null : findPerson(ctx.pool, ctx.sealer, holderId),
  ]);
  return { mobileNumber: digits.get(numberId) ?? null, holder: holder?.name ?? null };
}

async function resolve(ctx: AppContext, text: string): Promise<{ by: SearchKind; numberIds: readonly string[] }> {
  const reference = readSpokenReference(text);
  if (reference !== null) {
    const place = await findCaseByReference(ctx.pool, reference);
    const numberId = place && numberOf('case', place.caseId);
    return { by: 'reference', numberIds: numberId ? [numberId] : [] };
  }
  const reading = readMobileNumber(text);
  if (reading.ok) {
    const numberId = await ctx.numbers.find(reading.mobile);
    return { by: 'number', numberIds: numberId === null ? [] : [numberId] };
  }
  // Something with digits that is no number is a slip of the hand, not a name.
  if (/\d/.test(text)) throw new RefusalError({ ...reading.refusal, pointer: '/text' });
  const people = await findPeopleByName(ctx.pool, ctx.sealer, text, MOST);
  const lines = await Promise.all(people.map((personId) => listLinesOf(ctx.pool, personId)));
  const held = lines.flatMap((ofOne, index) => ofOne.filter(({ holderId }) => holderId === people[index]));
  return { by: 'name', numberIds: [...new Set(held.map(({ numberId }) => numberId))] };
}

/** One number as this desk may see it; null when it is not there or not theirs. */
async function describe(ctx: AppContext, asker: Asker, numberId: string): Promise<FoundNumber | null> {
  const state = await readVisible(ctx, asker, numberId).catch((error) => {
    if (error instanceof RefusalError) return null;
    throw error;
  });
  const line = state?.lines.at(-1);
  if (!state || !line) return null;
  await noteAccess(ctx, asker, numberId, 'search');
  const [numbers, maskedHolder] = await Promise.all([maskedNumbers(ctx, [numberId]), maskedName(ctx, line.holderId)]);
  return {
    numberId,
    maskedNumber: numbers.get(numberId) ?? '',
    maskedHolder,
    open: line.closedAt === null,
    activeFlags: Object.values(state.flags).filter(({ status }) => status === 'active').length,
    cases: Object.values(state.cases)
      .filter(({ status }) => status !== 'draft')
      .map(({ caseId, reference, status }) => ({ caseId, reference, status })),
  };
}
