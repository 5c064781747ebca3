import type { CaseCommand } from '../../domain/cases/commands.ts';
import { flagsOf } from '../../domain/cases/objection.ts';
import { fillWords, recordValues } from '../../domain/cases/reason-words.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import { findActor } from '../../store/actors.ts';
import type { BulkAct, BulkCase } from '../../store/bulk-acts.ts';
import {
  findBulkAct,
  finishBulkAct,
  leaseBulkActs,
  listUndoneCases,
  markBulkCases,
  renewBulkLease,
} from '../../store/bulk-acts.ts';
import { versionOf } from '../cases/case-view.ts';
import type { AppContext } from '../context.ts';
import { readState } from '../on-number.ts';
import { runCommand } from '../run-command.ts';

const PART = 50;
/** A worker that dies leaves its acts to the next one after this time. */
const LEASE_MS = 60_000;

/** Carries orders for many cases out once their undo window is over. Broken off anywhere it goes on from there: each number knows whether it was done. */
export async function workBulk(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now();
  for (const bulkId of await leaseBulkActs(ctx.pool, now, addMs(now, LEASE_MS))) {
    const act = await findBulkAct(ctx.pool, ctx.sealer, bulkId);
    if (!act) continue;
    const actor = await findActor(ctx.pool, act.orderedBy);
    for (;;) {
      const cases = await listUndoneCases(ctx.pool, bulkId, PART);
      if (cases.length === 0) break;
      await markBulkCases(ctx.pool, bulkId, await Promise.all(cases.map((one) => actOnOne(ctx, act, actor, one))));
      await renewBulkLease(ctx.pool, bulkId, addMs(ctx.clock.now(), LEASE_MS));
    }
    await finishBulkAct(ctx.pool, bulkId, ctx.clock.now());
  }
}

/** The act on one case, in its own journal, under the name of who ordered it and with the guards of that moment. */
async function actOnOne(
  ctx: AppContext,
  act: BulkAct,
  actor: (Actor & { readonly active: boolean }) | null,
  one: BulkCase,
): Promise<BulkCase> {
  const key = `bulk:${act.bulkId}:${one.caseId}`;
  try {
    if (!actor?.active) throw new RefusalError(refusal('access.denied'));
    const command = await commandFor(ctx, act, one);
    await runCommand(ctx, {
      actor,
      numberId: one.numberId,
      command,
      key: { key, requestHash: key },
      source: 'job',
      sourceId: act.bulkId,
      purpose: command.do,
      object: (state) => {
        const caseFile = state.cases[one.caseId];
        if (!caseFile) return refusal('access.not_found');
        const same = versionOf(state, caseFile) === one.version;
        return same ? null : refusal('request.changed_meanwhile', { status: caseFile.status });
      },
      reply: () => ({ bulk_id: act.bulkId }),
    });
    return { ...one, status: 'done', code: null, data: null };
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.code === 'number.too_busy') throw error;
    return { ...one, status: 'refused', code: error.refusal.code, data: error.refusal.data ?? null };
  }
}

/** What is read here is bound by the version that the command asks for again. */
async function commandFor(ctx: AppContext, act: BulkAct, { numberId, caseId }: BulkCase): Promise<CaseCommand> {
  if (act.act === 'order_lift') return { do: 'case.order_lift', caseId };
  const state = await readState(ctx, numberId);
  const caseFile = state.cases[caseId];
  if (!caseFile || act.finding === null) throw new RefusalError(refusal('access.not_found'));
  const filled = fillWords(act.words ?? '', recordValues(state, caseFile));
  if ('code' in filled) throw new RefusalError(filled);
  const active = flagsOf(state, caseFile).filter(({ status }) => status === 'active');
  const liftFlagIds = act.finding === 'grounded' ? [] : active.map(({ flagId }) => flagId);
  const { finding, ruleRelied } = act;
  return { do: 'case.decide', caseId, finding, liftFlagIds, ruleRelied: ruleRelied ?? '', words: filled.words };
}
