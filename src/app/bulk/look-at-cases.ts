import { actsOnCase } from '../../access/acts.ts';
import type { CaseStatus } from '../../domain/cases/case.ts';
import { caseObjection, flagsOf } from '../../domain/cases/objection.ts';
import { acceptedPapers } from '../../domain/cases/precheck.ts';
import { fillWords, recordValues } from '../../domain/cases/reason-words.ts';
import { numberOf } from '../../domain/journal/thing-id.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import { versionOf } from '../cases/case-view.ts';
import type { AppContext } from '../context.ts';
import { maskedNumbers } from '../desk/masked.ts';
import { staffNames } from '../desk/staff-names.ts';
import { noteAccess } from '../note-access.ts';
import { readVisible } from '../on-number.ts';
import type { BulkInput } from './bulk-input.ts';

/** What would happen to one case, and its content as it was looked at. */
export type BulkPreview = {
  readonly caseId: string;
  readonly numberId: string;
  readonly reference: string;
  readonly maskedNumber: string;
  readonly status: CaseStatus;
  readonly version: string;
  readonly flags: number;
  /** Reasons with the record's values in; null for a lift. */
  readonly words: string | null;
  /** Why it will be left out; null when it can be done. */
  readonly refused: Refusal | null;
};

/** Each case through the guards that an order meets; ids that are nobody's at this desk apart. */
export async function lookAtCases(
  ctx: AppContext,
  asker: Asker,
  input: BulkInput,
  caseIds: readonly string[],
): Promise<{ readonly items: BulkPreview[]; readonly unknown: string[] }> {
  const looked = await Promise.all(caseIds.map((caseId) => look(ctx, asker, input, caseId)));
  const found = looked.filter((one) => one !== null);
  const [masked, named] = await Promise.all([
    maskedNumbers(
      ctx,
      found.map(({ numberId }) => numberId),
    ),
    naming(
      ctx,
      found.map(({ refused }) => refused?.data),
    ),
  ]);
  const items = found.map((one) => ({
    ...one,
    maskedNumber: masked.get(one.numberId) ?? '',
    refused: one.refused && { ...one.refused, data: named(one.refused.data) ?? {} },
  }));
  return { items, unknown: caseIds.filter((_, index) => looked[index] === null) };
}

/** Puts a colleague's name beside their id in the values of refusals. */
export async function naming(
  ctx: AppContext,
  all: readonly (Refusal['data'] | null)[],
): Promise<<Data extends Refusal['data'] | null>(data: Data) => Data> {
  const idIn = (data: Refusal['data'] | null) => (typeof data?.assigned_to === 'string' ? data.assigned_to : null);
  const nameOf = await staffNames(ctx, all.map(idIn));
  return (data) => {
    const id = idIn(data);
    return id === null ? data : { ...data, assigned_to_name: nameOf(id) };
  };
}

/** One case through the guards; null when it is not there, or not this desk's. */
async function look(
  ctx: AppContext,
  asker: Asker,
  input: BulkInput,
  caseId: string,
): Promise<Omit<BulkPreview, 'maskedNumber'> | null> {
  const numberId = numberOf('case', caseId);
  if (numberId === null) return null;
  const state = await readVisible(ctx, asker, numberId).catch((error) => {
    if (error instanceof RefusalError) return null;
    throw error;
  });
  const caseFile = state?.cases[caseId];
  if (!state || !caseFile) return null;
  await noteAccess(ctx, asker, numberId, 'case');
  const now = ctx.clock.now();
  const open = actsOnCase(state, caseFile, asker.actor, now).includes(input.act);
  const guard = caseObjection(state, caseFile, input.act, asker.actor, now);
  const filled = input.act === 'decide' ? fillWords(input.words, recordValues(state, caseFile)) : null;
  const accepted = input.act === 'decide' && input.finding === 'grounded' ? acceptedPapers(caseFile) : [];
  // What a no says of accepted papers differs from case to case: it is given on the page of the case.
  const unsaid = accepted.length > 0 ? refusal('precheck.papers_unsaid', { materials: accepted }) : null;
  const lacking = unsaid ?? (filled && 'code' in filled ? filled : null);
  return {
    caseId,
    numberId,
    reference: caseFile.reference,
    status: caseFile.status,
    version: versionOf(state, caseFile),
    flags: flagsOf(state, caseFile).filter(({ status }) => status === 'active').length,
    words: filled && 'words' in filled ? filled.words : null,
    refused: guard ?? (open ? lacking : refusal('case.not_your_act', { act: input.act })),
  };
}
