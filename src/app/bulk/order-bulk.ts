import { mayBulk, objectToUndo } from '../../access/bulk.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import type { Queryable } from '../../platform/pool.ts';
import { inTransaction } from '../../platform/pool.ts';
import type { BulkAct, BulkCase, BulkCounts } from '../../store/bulk-acts.ts';
import {
  addBulkAct,
  findBulkAct,
  findBulkByKey,
  listBulkActs,
  listBulkCases,
  undoBulkAct,
} from '../../store/bulk-acts.ts';
import { listPreviewCases, lockBulkPreview, noteBulkOf } from '../../store/bulk-previews.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';
import { demandProof } from '../sign-in/step-up.ts';
import type { BulkInput } from './bulk-input.ts';
import { demandBulk } from './bulk-input.ts';
import { lookAtCases, naming } from './look-at-cases.ts';
import { PREVIEW_MS } from './preview-bulk.ts';

/** Until then whoever ordered it can take it back, and nothing has happened to any case. */
export const UNDO_MS = 120_000;

export type Chosen = { readonly caseId: string; readonly version: string };
/** What was looked at and kept, or cases each as it was looked at. */
export type BulkOrder =
  | { readonly previewId: string }
  | { readonly input: BulkInput; readonly chosen: readonly Chosen[] };
export type BulkView = BulkAct & {
  readonly cases: readonly BulkCase[];
  readonly counts: BulkCounts;
  readonly mayUndo: boolean;
};

/**
 * Orders one act for many cases, as each was looked at. It waits its undo time in the database; then each case gets it
 * as a command of its own, under the asker’s name and with the guards of that moment; what they refuse is kept case by case.
 * The same key again, or the same preview again, is the same order.
 */
export async function orderBulk(ctx: AppContext, asker: Asker, order: BulkOrder): Promise<BulkView> {
  requireDesk(asker.actor);
  const known = await orderUnderKey(ctx, asker);
  if (known) return getBulk(ctx, asker, known);
  if (!mayBulk(asker.actor, 'order_lift')) throw new RefusalError(refusal('access.denied'));
  const named = 'previewId' in order ? null : await namedOrder(ctx, asker, order.input, order.chosen);
  demandProof(ctx, asker, 'bulk');
  const bulkId = await inTransaction(ctx.pool, async (connection) => {
    const preview = 'previewId' in order ? await usePreview(ctx, connection, asker, order.previewId) : null;
    if (preview?.bulkId) return preview.bulkId;
    const { what, cases } = preview ?? named ?? { what: null, cases: [] };
    if (!what) throw notFound();
    const act = actOf(ctx, asker, what);
    const key = asker.key ?? null;
    if (!(await addBulkAct(connection, ctx.sealer, act, cases, key))) return null;
    if (preview) await noteBulkOf(connection, preview.previewId, act.bulkId);
    await enqueue(connection, [{ name: 'work_bulk', payload: {}, afterMs: UNDO_MS, key: act.bulkId }]);
    return act.bulkId;
  });
  // Somebody's other finger was faster, under the same key.
  const made = bulkId ?? (await orderUnderKey(ctx, asker));
  if (!made) throw notFound();
  return getBulk(ctx, asker, made);
}

type What = Pick<BulkAct, 'act' | 'finding' | 'ruleRelied' | 'words' | 'selected' | 'matched'>;

function actOf(ctx: AppContext, { actor }: Asker, what: What): BulkAct {
  const orderedAt = ctx.clock.now();
  return {
    ...what,
    bulkId: newId('bulk', orderedAt, ctx.random),
    carrierId: requireDesk(actor),
    orderedBy: actor.id,
    orderedAt,
    effectiveAt: addMs(orderedAt, UNDO_MS),
    status: 'waiting',
    undoneBy: null,
    undoneAt: null,
    finishedAt: null,
  };
}

/** The order that the asker gave under this key already; refused when it asked for something else. */
async function orderUnderKey(ctx: AppContext, { actor, key }: Asker): Promise<string | null> {
  const known = key ? await findBulkByKey(ctx.pool, actor.id, key.key) : null;
  if (known && known.requestHash !== key?.requestHash) throw new RefusalError(refusal('request.key_reused'));
  return known?.bulkId ?? null;
}

/** Cases that the sender names with their versions, looked at once more so that nobody orders what is not theirs. */
async function namedOrder(ctx: AppContext, asker: Asker, input: BulkInput, chosen: readonly Chosen[]) {
  demandBulk(asker, input);
  if (chosen.length === 0) throw new RefusalError(refusal('bulk.nothing_selected', {}, '/cases'));
  const versions = new Map(chosen.map(({ caseId, version }) => [caseId, version]));
  const { items, unknown } = await lookAtCases(ctx, asker, input, [...versions.keys()]);
  if (unknown.length > 0 || items.length === 0) throw notFound();
  const decision = input.act === 'decide' ? input : { finding: null, ruleRelied: null, words: null };
  const { finding, ruleRelied, words } = decision;
  const what: What = { act: input.act, finding, ruleRelied, words, selected: null, matched: items.length };
  const cases = items.map(({ numberId, caseId, reference }) => ({
    ...{ numberId, caseId, reference },
    version: versions.get(caseId) ?? '',
    status: 'waiting' as const,
    code: null,
    data: null,
  }));
  return { what, cases, previewId: null, bulkId: null };
}

/** What the asker looked at, as it was then. Somebody else's is not there for them. */
async function usePreview(ctx: AppContext, db: Queryable, asker: Asker, previewId: string) {
  const kept = await lockBulkPreview(db, ctx.sealer, previewId);
  if (kept && kept.askedBy !== asker.actor.id) throw notFound();
  if (!kept || (!kept.bulkId && kept.validUntil <= ctx.clock.now()))
    throw new RefusalError(refusal('bulk.preview_over', { minutes: PREVIEW_MS / 60_000 }));
  const { act, finding, ruleRelied, words, selected, matched, bulkId } = kept;
  if (!mayBulk(asker.actor, act)) throw new RefusalError(refusal('access.denied'));
  const looked = await listPreviewCases(db, previewId);
  if (!looked.some(({ code }) => code === null)) throw new RefusalError(refusal('bulk.nothing_can'));
  const what: What = { act, finding, ruleRelied, words, selected, matched };
  const cases = looked.map((one) => ({ ...one, status: one.code === null ? 'waiting' : 'left_out' }) as BulkCase);
  return { what, cases, previewId, bulkId };
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
  const kept = await listBulkCases(ctx.pool, bulkId);
  const named = await naming(
    ctx,
    kept.map(({ data }) => data),
  );
  const cases = kept.map((each) => ({ ...each, data: named(each.data) }));
  const count = (status: BulkCase['status']) => cases.filter((each) => each.status === status).length;
  const over = ctx.clock.now() >= one.effectiveAt;
  return {
    ...one,
    cases,
    counts: {
      waiting: count('waiting'),
      done: count('done'),
      refused: count('refused'),
      left_out: count('left_out'),
    },
    mayUndo: !over && objectToUndo(asker.actor, one) === null,
  };
}

/** What the asker's desk ordered for many, newest first. */
export async function listBulk(ctx: AppContext, asker: Asker, input: PageInput): Promise<Page<BulkAct>> {
  return listBulkActs(ctx.pool, ctx.sealer, { carrierId: requireDesk(asker.actor), ...pageRequest(input) });
}
