import type { Correction, CorrectionSubject } from '../../domain/corrections/correction.ts';
import { isNumberId } from '../../domain/journal/thing-id.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound } from '../on-number.ts';

export type CorrectionInput = {
  readonly subject: CorrectionSubject;
  readonly factId: string | null;
  readonly words: string;
};

/** The person asks that something kept of them be put right (PIPL arts. 44–50). The law says "in time" and no number of days, so no clock runs. */
export async function askCorrection(
  ctx: AppContext,
  asker: Asker,
  numberId: string,
  input: CorrectionInput,
): Promise<Correction> {
  if (!isNumberId(numberId)) throw notFound();
  const asking = { do: 'ask_correction', ...input } as const;
  return command(ctx, asker, { numberId, command: asking, purpose: asking.do }, ({ state }) => {
    const newest = Object.values(state.corrections).findLast((one) => one.askedBy.id === asker.actor.id);
    if (!newest) throw notFound();
    return newest;
  });
}
