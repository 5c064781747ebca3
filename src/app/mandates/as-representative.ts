import { relationTo } from '../../access/relation.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { findLine } from '../../domain/journal/state.ts';
import { mandateOf } from '../../domain/mandates/mandate.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { questionPatterns } from './question-patterns.ts';

/** After an act on a case: if somebody did it for another, what they used and wrote is looked at. */
export async function watchRepresentative(
  ctx: AppContext,
  asker: Asker,
  state: NumberState,
  lineNumber: number,
  used: { readonly sha256?: string; readonly words?: string },
): Promise<void> {
  const line = findLine(state, lineNumber);
  if (!line || relationTo(state, line, asker.actor) !== 'representative') return;
  const mandate = mandateOf(state, lineNumber, asker.actor);
  if (!mandate) return;
  const { mandateId, representativeId } = mandate;
  await questionPatterns(ctx, { numberId: state.numberId, mandateId, representativeId, ...used });
}
