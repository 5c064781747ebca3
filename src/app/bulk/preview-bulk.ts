import type { CaseStatus } from '../../domain/cases/case.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import { inTransaction } from '../../platform/pool.ts';
import type { BulkFilter } from '../../store/bulk-acts.ts';
import { addBulkPreview } from '../../store/bulk-previews.ts';
import { countEach } from '../../store/desk.ts';
import type { Asker } from '../asker.ts';
import { caseFilter, listCases } from '../cases/list-cases.ts';
import type { AppContext } from '../context.ts';
import { COUNT_LIMIT } from '../filters/saved-filters.ts';
import { requireDesk } from '../pages.ts';
import type { BulkInput } from './bulk-input.ts';
import { demandBulk } from './bulk-input.ts';
import type { BulkPreview } from './look-at-cases.ts';
import { lookAtCases } from './look-at-cases.ts';

/** The most cases that somebody can pick by hand for one order. */
export const BULK_LIMIT = 200;
/** The most cases that a filter selects for one order: as many as one page can show to be looked through. */
export const FILTER_LIMIT = 500;
/** What was looked at so long ago says nothing of today's cases. */
export const PREVIEW_MS = 30 * 60_000;

export type BulkSelection =
  | { readonly caseIds: readonly string[] }
  | { readonly filter: { readonly status?: CaseStatus | undefined; readonly assignee?: string | undefined } };

export type Previewed = {
  /** Under this the cases that can be done are ordered, these and no other. */
  readonly previewId: string;
  readonly validUntil: Instant;
  readonly items: readonly BulkPreview[];
  /** Ids that nobody at this desk has. */
  readonly unknown: readonly string[];
  /** How many the filter holds, as far as they are counted; of cases picked by hand, how many were named. */
  readonly matched: number;
  /** The filter holds more than one order takes: those with the least time left were taken. */
  readonly more: boolean;
  readonly selected: BulkFilter | null;
};

/**
 * What an order would do to each case, asked of the same guards that the order itself meets. Changes no case. The cases
 * are kept as they were looked at: what the filter holds later is not in the order.
 */
export async function previewBulk(
  ctx: AppContext,
  asker: Asker,
  input: BulkInput,
  selection: BulkSelection,
): Promise<Previewed> {
  const carrierId = requireDesk(asker.actor);
  demandBulk(asker, input);
  const { caseIds, matched, selected } = await select(ctx, asker, selection);
  const { items, unknown } = await lookAtCases(ctx, asker, input, caseIds);
  const askedAt = ctx.clock.now();
  const previewId = newId('preview', askedAt, ctx.random);
  const validUntil = addMs(askedAt, PREVIEW_MS);
  const decision = input.act === 'decide' ? input : { finding: null, ruleRelied: null, words: null };
  const { finding, ruleRelied, words } = decision;
  const kept = { previewId, carrierId, act: input.act, finding, ruleRelied, words, selected, matched };
  const cases = items.map(({ numberId, caseId, reference, version, refused }) => ({
    ...{ numberId, caseId, reference, version },
    code: refused?.code ?? null,
    data: refused?.data ?? null,
  }));
  await inTransaction(ctx.pool, (connection) =>
    addBulkPreview(
      connection,
      ctx.sealer,
      { ...kept, askedBy: asker.actor.id, askedAt, validUntil, bulkId: null },
      cases,
    ),
  );
  return {
    previewId,
    validUntil,
    items,
    unknown,
    matched,
    more: selected !== null && matched > items.length,
    selected,
  };
}

/** How many cases a filter of the queue holds, as far as they are counted. */
export async function countMatching(
  ctx: AppContext,
  asker: Asker,
  { status, assignee }: { readonly status?: CaseStatus | undefined; readonly assignee?: string | undefined },
): Promise<number> {
  const cases = await caseFilter(ctx, asker, { statuses: status && [status], assignee });
  return (await countEach(ctx.pool, [{ cases }], COUNT_LIMIT))[0] ?? 0;
}

async function select(ctx: AppContext, asker: Asker, selection: BulkSelection) {
  if ('caseIds' in selection) {
    const caseIds = [...new Set(selection.caseIds)];
    if (caseIds.length > BULK_LIMIT)
      throw new RefusalError(refusal('bulk.too_many', { limit: BULK_LIMIT }, '/case_ids'));
    return { caseIds, matched: caseIds.length, selected: null };
  }
  const { status, assignee } = selection.filter;
  const caseIds: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await listCases(ctx, asker, {
      statuses: status && [status],
      assignee,
      limit: Math.min(BULK_LIMIT, FILTER_LIMIT - caseIds.length),
      cursor,
    });
    caseIds.push(...items.map(({ caseId }) => caseId));
    cursor = next ?? undefined;
  } while (cursor && caseIds.length < FILTER_LIMIT);
  const matched = cursor ? await countMatching(ctx, asker, { status, assignee }) : caseIds.length;
  const selected: BulkFilter = { ...(status ? { status } : {}), ...(assignee ? { assignee } : {}) };
  return { caseIds, matched, selected };
}
