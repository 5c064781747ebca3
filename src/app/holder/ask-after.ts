import { createHash } from 'node:crypto';
import { PRODUCT } from '../../domain/journal/actor.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs, msOf } from '../../domain/time.ts';
import { enqueue } from '../../store/jobs.ts';
import type { LineProof } from '../../store/line-proofs.ts';
import { decideLineProof, findLineProof } from '../../store/line-proofs.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';
import { runCommand } from '../run-command.ts';

/** A provider that has said nothing by then is taken for silent: the person is told, and the desk where there is one. */
const SILENT_MS = 30 * 60_000;
const FIRST_PAUSE_MS = 20_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

type Result = 'passed' | 'failed' | 'silent';

/** Asks the provider after a check that waits, and settles it when there is an answer or none came in time. Safe to run twice. */
export async function askAfter(ctx: AppContext, proof: LineProof): Promise<LineProof> {
  if (proof.status !== 'waiting' || proof.reference === null) return proof;
  const answer = await ctx.holderCheck?.result(proof.reference).catch((error: unknown) => {
    ctx.log.warn({ err: error }, 'the holder check gave no answer');
    return 'waiting' as const;
  });
  if (answer === 'passed' || answer === 'failed') return settle(ctx, proof, answer);
  return addMs(proof.askedAt, SILENT_MS) <= ctx.clock.now() ? settle(ctx, proof, 'silent') : proof;
}

/** The entry first, once for each check whoever asks; the row follows what the journal says. */
async function settle(ctx: AppContext, proof: LineProof, result: Result): Promise<LineProof> {
  const { numberId, proofId, line, personId } = proof;
  const said = await runCommand(ctx, {
    actor: PRODUCT,
    numberId,
    command: { do: 'end_holder_check', line, personId, result },
    key: { key: `holder:${proofId}`, requestHash: createHash('sha256').update(proofId).digest('hex') },
    source: 'job',
    sourceId: proofId,
    purpose: 'end_holder_check',
    reply: () => result,
  });
  const now = ctx.clock.now();
  await decideLineProof(ctx.pool, { numberId, proofId, status: said as Result, now });
  return { ...proof, status: said as Result, decidedAt: now };
}

/** The job: asks again and again with growing pauses, until there is an answer, the person took back their consent, or it was silent. */
export async function askHolderCheck(
  ctx: AppContext,
  { numberId, proofId, attempt }: Jobs['ask_holder_check'],
): Promise<void> {
  const proof = await findLineProof(ctx.pool, numberId, proofId);
  if (!proof || (await askAfter(ctx, proof)).status !== 'waiting') return;
  await askLater(ctx, { numberId, proofId, askedAt: proof.askedAt, attempt: attempt + 1 });
}

/** Puts the next asking into the queue; never later than the moment at which silence is silence. */
export async function askLater(
  ctx: AppContext,
  { askedAt, ...payload }: Jobs['ask_holder_check'] & { readonly askedAt: Instant },
): Promise<void> {
  const left = msOf(askedAt) + SILENT_MS - msOf(ctx.clock.now());
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** payload.attempt, LONGEST_PAUSE_MS);
  const afterMs = Math.max(1_000, Math.min(pause, left));
  await enqueue(ctx.pool, [{ name: 'ask_holder_check', payload, afterMs, key: `holder:${payload.proofId}` }]);
}
