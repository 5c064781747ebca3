import type { CorrectionOutcome } from '../../domain/corrections/correction.ts';
import { numberOf } from '../../domain/journal/thing-id.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound } from '../on-number.ts';
import type { CorrectionView } from './view-correction.ts';
import { getCorrection } from './view-correction.ts';

/** The carrier's desk corrects, or refuses with its reasons (PIPL arts. 44–50). The person is told either way. */
export async function answerCorrection(
  ctx: AppContext,
  asker: Asker,
  correctionId: string,
  input: { readonly outcome: CorrectionOutcome; readonly words: string },
): Promise<CorrectionView> {
  const numberId = numberOf('correction', correctionId);
  if (numberId === null) throw notFound();
  const answering = { do: 'answer_correction', correctionId, ...input } as const;
  await command(ctx, asker, { numberId, command: answering, purpose: answering.do }, () => correctionId);
  return getCorrection(ctx, asker, correctionId);
}
