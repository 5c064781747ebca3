import type { AttentionAct } from '../../access/acts.ts';
import { actsOnAttention } from '../../access/acts.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import type { AttentionItem } from '../../store/desk.ts';
import { listAttention as listAttentionOfCarrier } from '../../store/desk.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';

export type AttentionListInput = PageInput & { readonly open?: boolean | undefined };

/** Something that went wrong, with what the one who looks may do about it now. */
export type AttentionView = AttentionItem & { readonly acts: readonly AttentionAct[] };

/** Where one who takes care of it goes: the case or flag it is about, else the number's own history. */
export type Place = { readonly kind: 'case' | 'flag' | 'correction' | 'number'; readonly id: string };
export type AttentionRow = AttentionView & { readonly place: Place };

/** What went wrong at the asker's carrier: waiting, oldest first, or handled, newest first. */
export async function listAttention(
  ctx: AppContext,
  asker: Asker,
  input: AttentionListInput,
): Promise<Page<AttentionRow>> {
  const filters = { carrierId: requireDesk(asker.actor), open: input.open ?? true, ...pageRequest(input) };
  const { items, next } = await listAttentionOfCarrier(ctx.pool, filters);
  const states = await Promise.all(items.map((item) => ctx.journal.load(item.numberId)));
  const views = items.map((item, index) => {
    const state = states[index]?.state;
    const one = state?.attention[item.attentionId];
    return {
      ...item,
      acts: state && one ? actsOnAttention(state, one, asker.actor) : [],
      place: placeOf(item, state),
    };
  });
  return { items: views, next };
}

function placeOf({ subject, numberId }: AttentionItem, state: NumberState | undefined): Place {
  const { kind, id } = subject;
  if (kind === 'case' || kind === 'flag' || kind === 'correction') return { kind, id };
  const lift = kind === 'lift' ? state?.lifts[id] : undefined;
  if (lift?.caseId) return { kind: 'case', id: lift.caseId };
  const flagId = lift?.flagIds[0];
  return flagId ? { kind: 'flag', id: flagId } : { kind: 'number', id: numberId };
}
