import { actsOnCase } from '../../access/acts.ts';
import { mayBulk } from '../../access/bulk.ts';
import type { CaseStatus, Finding } from '../../domain/cases/case.ts';
import { caseObjection, flagsOf } from '../../domain/cases/objection.ts';
import { fillWords, objectToPlaceholders, recordValues } from '../../domain/cases/reason-words.ts';
import { numberOf } from '../../domain/journal/thing-id.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import { versionOf } from '../cases/case-view.ts';
import type { CaseListInput } from '../cases/list-cases.ts';
import { listCases } from '../cases/list-cases.ts';
import type { AppContext } from '../context.ts';
import { maskedNumbers } from '../desk/masked.ts';
import { noteAccess } from '../note-access.ts';
import { readVisible } from '../on-number.ts';

/** The most cases of one order: as many as somebody can have looked through. */
export const BULK_LIMIT = 200;

export type BulkInput =
  | { readonly act: 'order_lift' }
  | { readonly act: 'decide'; readonly finding: Finding; readonly ruleRelied: string; readonly words: string };
export type BulkSelection =
  | { readonly caseIds: readonly string[] }
  | { readonly filter: Pick<CaseListInput, 'statuses' | 'assignee'> };

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

/** What an order would do to each case, asked of the same guards that the order itself meets. Changes nothing. */
export async function previewBulk(
  ctx: AppContext,
  asker: Asker,
  input: BulkInput,
  selection: BulkSelection,
): Promise<{ readonly items: BulkPreview[]; readonly unknown: string[]; readonly more: boolean }> {
  demandBulk(asker, input);
  const { caseIds, more } = await select(ctx, asker, selection);
  const looked = await Promise.all(caseIds.map((caseId) => look(ctx, asker, input, caseId)));
  const found = looked.filter((one) => one !== null);
  const masked = await maskedNumbers(
    ctx,
    found.map(({ numberId }) => numberId),
  );
  return {
    items: found.map((one) => ({ ...one, maskedNumber: masked.get(one.numberId) ?? '' })),
    unknown: caseIds.filter((_, index) => looked[index] === null),
    more,
  };
}

/** Throws when the asker may not order this, or the order itself lacks something. */
export function demandBulk({ actor }: Asker, input: BulkInput): void {
  if (!mayBulk(actor, input.act)) throw new RefusalError(refusal('access.denied'));
  if (input.act !== 'decide') return;
  if (input.words.trim() === '') throw new RefusalError(refusal('case.reasons_missing', {}, '/words'));
  if (input.ruleRelied.trim() === '') throw new RefusalError(refusal('case.rule_missing', {}, '/rule_relied'));
  const refused = objectToPlaceholders(input.words);
  if (refused) throw new RefusalError(refused);
}

async function select(ctx: AppContext, asker: Asker, selection: BulkSelection) {
  if ('caseIds' in selection) return { caseIds: [...new Set(selection.caseIds)].slice(0, BULK_LIMIT), more: false };
  const { items, next } = await listCases(ctx, asker, { ...selection.filter, limit: BULK_LIMIT });
  return { caseIds: items.map(({ caseId }) => caseId), more: next !== null };
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
  const lacking = filled && 'code' in filled ? filled : null;
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
