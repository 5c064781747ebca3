import { relationTo } from '../../access/relation.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { Mandate } from '../../domain/mandates/mandate.ts';
import { findActorOfPerson } from '../../store/actors.ts';
import type { MandateItem } from '../../store/mandates.ts';
import { listMandatesBy, listMandatesFor } from '../../store/mandates.ts';
import type { ReadEntry } from '../../store/timeline.ts';
import { listEntries } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { maskedNumbers } from '../desk/masked.ts';
import { noteAccess } from '../note-access.ts';
import { command, notFound, numberHolding, readVisible } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';

/** A mandate as one of its two sides sees it. */
export type MandateView = {
  readonly numberId: string;
  readonly mandate: Mandate;
  /** Masked digits of the number it is for. */
  readonly mobile: string;
  readonly side: 'principal' | 'representative';
  readonly representative: string;
  /** What was done under it, newest first, with the words. */
  readonly acts: readonly ReadEntry[];
};

const ENTRIES_AT_MOST = 2_000;

/** The mandates that the asker gave, and the live ones that were given to them; without what was done under them. */
export async function listMyMandates(
  ctx: AppContext,
  asker: Asker,
): Promise<{ readonly given: readonly MandateView[]; readonly received: readonly MandateView[] }> {
  const personId = requirePerson(asker);
  const [given, received] = await Promise.all([
    listMandatesBy(ctx.pool, personId),
    listMandatesFor(ctx.pool, personId),
  ]);
  const see = (items: readonly MandateItem[]) =>
    Promise.all(items.map((item) => view(ctx, asker, item).catch(() => null)));
  const [mine, others] = await Promise.all([see(given), see(received)]);
  return { given: mine.filter((one) => one !== null), received: others.filter((one) => one !== null) };
}

/** One mandate with every act under it. Only its two sides find it. */
export async function getMandate(ctx: AppContext, asker: Asker, mandateId: string): Promise<MandateView> {
  const numberId = numberHolding('mandate', mandateId);
  await noteAccess(ctx, asker, numberId, 'mandate');
  return view(ctx, asker, { numberId, mandateId });
}

/** Ends a mandate at once; either side may. */
export async function revokeMandate(ctx: AppContext, asker: Asker, mandateId: string): Promise<void> {
  const numberId = numberHolding('mandate', mandateId);
  await command(
    ctx,
    asker,
    { numberId, command: { do: 'revoke_mandate', mandateId }, purpose: 'revoke_mandate' },
    () => null,
  );
}

async function view(ctx: AppContext, asker: Asker, { numberId, mandateId }: MandateItem): Promise<MandateView> {
  const state = await readVisible(ctx, asker, numberId);
  const mandate = state.mandates[mandateId];
  const line = mandate && findLine(state, mandate.line);
  if (!mandate || !line) throw notFound();
  const relation = relationTo(state, line, asker.actor);
  if (relation !== 'person' && relation !== 'representative') throw notFound();
  const entries = await listEntries(ctx.pool, ctx.sealer, numberId, { limit: ENTRIES_AT_MOST, unseal: true });
  const granted = entries.find((one) => one.kind === 'mandate.granted' && one.data.mandateId === mandateId);
  const actor = await findActorOfPerson(ctx.pool, mandate.representativeId);
  const acts = entries.filter(
    (one) =>
      one.seq > (granted?.seq ?? 0) && one.line === mandate.line && one.actor.id === actor?.id && !isOver(mandate, one),
  );
  const numbers = await maskedNumbers(ctx, [numberId]);
  return {
    numberId,
    mandate,
    mobile: numbers.get(numberId) ?? '',
    side: relation === 'person' ? 'principal' : 'representative',
    representative: granted?.personal?.['representative'] ?? '',
    acts: acts.toReversed(),
  };
}

function isOver({ endedAt }: Mandate, { recordedAt }: ReadEntry): boolean {
  return endedAt !== null && recordedAt > endedAt;
}
