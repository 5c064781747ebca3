import { relationTo } from '../../access/relation.ts';
import { findLine } from '../../domain/journal/state.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { newId } from '../../platform/ids.ts';
import type { LineProof } from '../../store/line-proofs.ts';
import { addLineProof } from '../../store/line-proofs.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { command, notFound, numberHolding, readVisible } from '../on-number.ts';

export type PapersSeen = {
  /** The paper of the case that was compared; null for one that was shown at a counter and given back. */
  readonly evidenceId: string | null;
  readonly passed: boolean;
};

/**
 * The carrier's desk compared a paper with its register: whether the line's registered holder is who showed it. Kept are the result, its time
 * and who compared; nothing of the paper itself.
 */
export async function acceptHolderPapers(
  ctx: AppContext,
  asker: Asker,
  caseId: string,
  { evidenceId, passed }: PapersSeen,
): Promise<LineProof> {
  const numberId = numberHolding('case', caseId);
  const state = await readVisible(ctx, asker, numberId);
  const caseFile = state.cases[caseId];
  const line = caseFile && findLine(state, caseFile.line);
  if (!line || relationTo(state, line, asker.actor) !== 'carrier') throw notFound();
  if (asker.actor.role !== 'agent' && asker.actor.role !== 'reviewer') throw new RefusalError(refusal('access.denied'));
  if (evidenceId !== null && !caseFile.evidence.some((one) => one.evidenceId === evidenceId))
    throw new RefusalError(refusal('holder.no_such_paper', {}, '/evidence_id'));
  if (line.holderId === null) throw new RefusalError(refusal('holder.nobody_registered'));
  const proving = { do: 'prove_holder', line: line.line, personId: line.holderId, method: 'papers', passed } as const;
  const now = ctx.clock.now();
  const fresh = newId('proof', now, ctx.random);
  // Sent twice under one key it is one proof: the first answer names it.
  const proofId = await command(ctx, asker, { numberId, command: proving, purpose: proving.do }, () => fresh);
  const proof: LineProof = {
    numberId,
    proofId,
    line: line.line,
    personId: line.holderId,
    proves: 'holder',
    method: 'papers',
    status: passed ? 'passed' : 'failed',
    reference: null,
    evidenceId,
    askedAt: now,
    decidedAt: now,
    decidedBy: asker.actor.id,
  };
  await addLineProof(ctx.pool, proof);
  if (evidenceId !== null) await noteAccess(ctx, asker, numberId, 'evidence');
  return proof;
}
