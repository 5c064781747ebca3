import { objectToUndo } from '../../access/bulk.ts';
import { numberOf } from '../../domain/journal/thing-id.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import { inTransaction } from '../../platform/pool.ts';
import type { BulkAct, BulkCase, BulkCounts } from '../../store/bulk-acts.ts';
import { addBulkAct, findBulkAct, listBulkActs, listBulkCases, undoBulkAct } from '../../store/bulk-acts.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';
import { demandProof } from '../sign-in/step-up.ts';
import type { BulkInput } from './preview-bulk.ts';
import { demandBulk, previewBulk } from './preview-bulk.ts';

/** Until then whoever ordered it can take it back, and nothing has happened to any case. */
export const UNDO_MS = 120_000;

export type Chosen = { readonly caseId: string; readonly version: string };
export type BulkView = BulkAct & {
  readonly cases: readonly BulkCase[];
  readonly counts: BulkCounts;
  readonly mayUndo: boolean;
};

/**
 * Orders one act for many cases, as each was looked at. It waits its undo time in the database; then each case gets it
 * as a command of its own, under the asker’s name and with the guards of that moment; what they refuse is kept case by case.
 */
export async function orderBulk(
  ctx: AppContext,
  asker: Asker,
  input: BulkInput,
  chosen: readonly Chosen[],
): Promise<BulkView> {
  const carrierId = requireDesk(asker.actor);
  demandBulk(asker, input);
  if (chosen.length === 0) throw new RefusalError(refusal('bulk.nothing_selected', {}, '/cases'));
  demandProof(ctx, asker, 'bulk');
  const versions = new Map(chosen.map(({ caseId, version }) => [caseId, version]));
  const { items, unknown } = await previewBulk(ctx, asker, input, { caseIds: [...versions.keys()] });
  if (unknown.length > 0 || items.length === 0) throw notFound();
  const orderedAt = ctx.clock.now();
  const bulkId = newId('bulk', orderedAt, ctx.random);
  const decision = input.act === 'decide' ? input : { finding: null, ruleRelied: null, words: null };
  const act: BulkAct = {
    bulkId,
    carrierId,
    act: input.act,
    finding: decision.finding,
    ruleRelied: decision.ruleRelied,
    words: decision.words,
    orderedBy: asker.actor.id,
    orderedAt,
    effectiveAt: addMs(orderedAt, UNDO_MS),
    status: 'waiting',
    undoneBy: null,
    undoneAt: null,
    finishedAt: null,
  };
  const cases = items.map(({ caseId, reference }) => ({
    caseId,
    reference,
    numberId: numberOf('case', caseId) ?? '',
    version: versions.get(caseId) ?? '',
  }));
  await inTransaction(ctx.pool, async (connection) => {
    await addBulkAct(connection, ctx.sealer, act, cases);
    await enqueue(connection, [{ name: 'work_bulk', payload: {}, afterMs: UNDO_MS, key: bulkId }]);
  });
  return getBulk(ctx, asker, bulkId);
}

/** Takes an order back before it became effective. The order stays on record, with who took it back and when. */
export async function undoBulk(ctx: AppContext, asker: Asker, bulkId: string): Promise<BulkView> {
  requireDesk(asker.actor);
  const one = await findBulkAct(ctx.pool, ctx.sealer, bulkId);
  if (!one) throw notFound();
  const refused = objectToUndo(asker.actor, one);
  if (refused) throw new RefusalError(refused);
  const undone = await undoBulkAct(ctx.pool, bulkId, asker.actor.id, ctx.clock.now());
  if (!undone) throw new RefusalError(refusal('bulk.too_late', { status: 'working' }));
  return getBulk(ctx, asker, bulkId);
}

export async function getBulk(ctx: AppContext, asker: Asker, bulkId: string): Promise<BulkView> {
  const carrierId = requireDesk(asker.actor);
  const one = await findBulkAct(ctx.pool, ctx.sealer, bulkId);
  if (one?.carrierId !== carrierId) throw notFound();
  const cases = await listBulkCases(ctx.pool, bulkId);
  const count = (status: BulkCase['status']) => cases.filter((each) => each.status === status).length;
  const over = ctx.clock.now() >= one.effectiveAt;
  return {
    ...one,
    cases,
    counts: { waiting: count('waiting'), done: count('done'), refused: count('refused') },
    mayUndo: !over && objectToUndo(asker.actor, one) === null,
  };
}

/** What the asker's desk ordered for many, newest first. */
export async function listBulk(ctx: AppContext, asker: Asker, input: PageInput): Promise<Page<BulkAct>> {
  return listBulkActs(ctx.pool, ctx.sealer, { carrierId: requireDesk(asker.actor), ...pageRequest(input) });
}
