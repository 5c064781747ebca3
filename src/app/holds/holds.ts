import { holdScope, isRefusal } from '../../access/lists.ts';
import { PRODUCT } from '../../domain/journal/actor.ts';
import { isNumberId, numberOf, seqOf } from '../../domain/journal/thing-id.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { Hold, HoldGround } from '../../domain/retention/hold.ts';
import { listWithdrawn } from '../../store/consents.ts';
import type { HoldItem } from '../../store/holds.ts';
import { listHolds } from '../../store/holds.ts';
import type { Page } from '../../store/pages.ts';
import { findEntry } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import { forgetWithdrawn } from '../consents/withdraw-consent.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { command, notFound } from '../on-number.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest } from '../pages.ts';

export type HoldInput = { readonly ground: HoldGround; readonly caseIds: readonly string[]; readonly why: string };
/** A hold with the document behind it. */
export type HoldView = HoldItem & { readonly why: string };

/** The holds of the asker's carrier; each reading of the words behind them is written down. */
export async function listMyHolds(
  ctx: AppContext,
  asker: Asker,
  input: PageInput & { readonly ended?: boolean | undefined },
): Promise<Page<HoldView>> {
  const scope = holdScope(asker.actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  const filters = { carrierId: scope.carrierId, ended: input.ended ?? false, ...pageRequest(input) };
  const { items, next } = await listHolds(ctx.pool, filters);
  const views = items.map(async (item) => {
    await noteAccess(ctx, asker, item.numberId, 'hold');
    const place = { numberId: item.numberId, seq: seqOf(item.holdId) };
    const entry = await findEntry(ctx.pool, ctx.sealer, place, { unseal: true });
    return { ...item, why: entry?.personal?.['why'] ?? '' };
  });
  return { items: await Promise.all(views), next };
}

/** From now on nothing in its scope is deleted, whoever asks. */
export async function placeHold(ctx: AppContext, asker: Asker, numberId: string, input: HoldInput): Promise<Hold> {
  if (!isNumberId(numberId)) throw notFound();
  const placing = { do: 'place_hold', ...input } as const;
  return command(ctx, asker, { numberId, command: placing, purpose: placing.do }, ({ state }) => {
    const hold = Object.values(state.holds).at(-1);
    if (!hold) throw notFound();
    return hold;
  });
}

/** The hold ends; files whose consent was taken back meanwhile go now, the rest when its time is over. */
export async function endHold(ctx: AppContext, asker: Asker, holdId: string, why: string): Promise<Hold> {
  const numberId = numberOf('hold', holdId);
  if (numberId === null) throw notFound();
  const ending = { do: 'end_hold', holdId, why } as const;
  const hold = await command(ctx, asker, { numberId, command: ending, purpose: ending.do }, ({ state }) => {
    const one = state.holds[holdId];
    if (!one) throw notFound();
    return one;
  });
  const { state } = await ctx.journal.load(numberId);
  const named = Object.values(state.cases).flatMap((one) => one.evidence.flatMap(({ consentId }) => consentId ?? []));
  const withdrawn = await listWithdrawn(ctx.pool, [...new Set(named)]);
  if (withdrawn.length > 0)
    await forgetWithdrawn(ctx, { actor: PRODUCT, source: 'job', sourceId: holdId }, numberId, withdrawn);
  return hold;
}
