import { newId } from '../../platform/ids.ts';
import { addLineProof } from '../../store/line-proofs.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { listMyOpenNumbers } from './my-open-numbers.ts';

/** Whoever read a code on a number of their own has it in hand. That says nothing of who is registered for it. */
export async function notePossession(ctx: AppContext, { actor }: Asker, mobile: string): Promise<void> {
  const now = ctx.clock.now();
  for (const one of await listMyOpenNumbers(ctx, actor)) {
    if (one.mobile !== mobile || actor.personId === null) continue;
    await addLineProof(ctx.pool, {
      numberId: one.numberId,
      proofId: newId('proof', now, ctx.random),
      line: one.line,
      personId: actor.personId,
      proves: 'possession',
      method: 'code',
      status: 'passed',
      reference: null,
      evidenceId: null,
      askedAt: now,
      decidedAt: now,
      decidedBy: null,
    });
  }
}
