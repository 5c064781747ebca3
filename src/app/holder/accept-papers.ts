import { relationTo } from '../../access/relation.ts';
import { findLine } from '../../domain/journal/state.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { newId } from '../../platform/ids.ts';
import type { LineProof } from '../../store/line-proofs.ts';
import { addLineProof } from '../../store/line-proofs.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';

/** The carrier's desk compared a paper of the case with its register: whoever opened the case is the holder of the line. */
export async function acceptHolderPapers(
  ctx: AppContext,
  asker: Asker,
  caseId: string,
  evidenceId: string,
): Promise<LineProof> {
  const numberId = numberHolding('case', caseId);
  const state = await readVisible(ctx, asker, numberId);
  const caseFile = state.cases[caseId];
  const line = caseFile && findLine(state, caseFile.line);
  if (!line || relationTo(state, line, asker.actor) !== 'carrier') throw notFound();
  if (asker.actor.role !== 'agent' && asker.actor.role !== 'reviewer') throw new RefusalError(refusal('access.denied'));
  if (!caseFile.evidence.some((one) => one.evidenceId === evidenceId))
    throw new RefusalError(refusal('holder.no_such_paper', {}, '/evidence_id'));
  if (line.holderId === null) throw new RefusalError(refusal('holder.nobody_registered'));
  const now = ctx.clock.now();
  const proof: LineProof = {
    numberId,
    proofId: newId('proof', now, ctx.random),
    line: line.line,
    personId: line.holderId,
    proves: 'holder',
    method: 'papers',
    status: 'passed',
    reference: null,
    evidenceId,
    askedAt: now,
    decidedAt: now,
    decidedBy: asker.actor.id,
  };
  await addLineProof(ctx.pool, proof);
  await noteAccess(ctx, asker, numberId, 'evidence');
  return proof;
}
