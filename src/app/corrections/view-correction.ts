import { isCorrectionOpenTo } from '../../access/acts.ts';
import type { Correction } from '../../domain/corrections/correction.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { numberOf, seqOf } from '../../domain/journal/thing-id.ts';
import type { Fact } from '../../domain/numbers/fact.ts';
import { findEntry } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { notFound, readVisible } from '../on-number.ts';

/** A request to put something right, with the words of both sides. */
export type CorrectionView = Correction & {
  readonly numberId: string;
  readonly fact: Fact | null;
  readonly words: string;
  readonly answer: string | null;
  /** Whether this reader may answer it now. */
  readonly mayAnswer: boolean;
};

/** All that was asked on a number, as far as the asker may see it, newest first. */
export async function listCorrections(ctx: AppContext, asker: Asker, numberId: string): Promise<CorrectionView[]> {
  const state = await readVisible(ctx, asker, numberId);
  await noteAccess(ctx, asker, numberId, 'correction');
  const all = Object.values(state.corrections).toSorted((a, b) => b.askedAt.localeCompare(a.askedAt));
  return Promise.all(all.map((one) => viewCorrection(ctx, asker, state, one)));
}

export async function getCorrection(ctx: AppContext, asker: Asker, correctionId: string): Promise<CorrectionView> {
  const numberId = numberOf('correction', correctionId);
  if (numberId === null) throw notFound();
  const state = await readVisible(ctx, asker, numberId);
  const one = state.corrections[correctionId];
  if (!one) throw notFound();
  await noteAccess(ctx, asker, numberId, 'correction');
  return viewCorrection(ctx, asker, state, one);
}

async function viewCorrection(
  ctx: AppContext,
  asker: Asker,
  state: NumberState,
  one: Correction,
): Promise<CorrectionView> {
  const { numberId } = state;
  const words = async (seq: number | null) =>
    seq === null ? null : await findEntry(ctx.pool, ctx.sealer, { numberId, seq }, { unseal: true });
  const [asked, answered] = await Promise.all([words(seqOf(one.correctionId)), words(one.answeredSeq)]);
  return {
    ...one,
    numberId,
    fact: state.facts.find(({ factId }) => factId === one.factId)?.fact ?? null,
    words: asked?.personal?.['words'] ?? '',
    answer: answered?.personal?.['words'] ?? null,
    mayAnswer: isCorrectionOpenTo(state, one, asker.actor),
  };
}
