import type { EvidenceItem } from '../../domain/cases/case.ts';
import type { ConsentKind } from '../../domain/consents/consent.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { listConsents, withdrawConsents } from '../../store/consents.ts';
import { endWaitingProofs } from '../../store/line-proofs.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { removeUnneeded } from '../evidence/remove-unneeded.ts';
import { ownNumberIds } from '../mine/own-numbers.ts';
import { command } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';

/** What came of it: how many consents ended, how many files were deleted, and the numbers whose files a legal hold keeps. */
export type Withdrawn = { readonly ended: number; readonly deleted: number; readonly held: readonly string[] };

/**
 * The person takes a consent back. What was taken under it is deleted at once, wherever the case stands; a legal hold lets it only lie.
 * What was done before stays lawful (PIPL arts. 13–16), and so does a result: hashes, decisions, and that a check was passed.
 */
export async function withdrawConsent(ctx: AppContext, asker: Asker, kind: ConsentKind): Promise<Withdrawn> {
  const personId = requirePerson(asker);
  const now = ctx.clock.now();
  const ended = await withdrawConsents(ctx.pool, { personId, kind, at: now, by: asker.actor.id });
  if (kind === 'real_person_check') await endWaitingProofs(ctx.pool, { personId, now });
  let deleted = 0;
  const held: string[] = [];
  // Asked again it goes on where it was cut off: what was ended before may still have files.
  const consentIds = await endedOnes(ctx, personId, kind);
  if (consentIds.length === 0) return { ended: 0, deleted, held };
  for (const numberId of await ownNumberIds(ctx, asker)) {
    const came = await forgetWithdrawn(ctx, asker, numberId, consentIds);
    deleted += came.deleted;
    if (came.held) held.push(numberId);
  }
  return { ended: ended.length, deleted, held };
}

/** Deletes what was taken under consents that were taken back; how many files went, and whether a hold keeps any. */
export async function forgetWithdrawn(
  ctx: AppContext,
  { actor, source, sourceId }: Asker,
  numberId: string,
  consentIds: readonly string[],
): Promise<{ readonly deleted: number; readonly held: boolean }> {
  const itemsNow = async () => {
    const { state } = await ctx.journal.load(numberId);
    const all = Object.values(state.cases).flatMap((one) => one.evidence);
    return all.filter(({ consentId }) => consentId !== undefined && consentIds.includes(consentId));
  };
  const standing = (items: readonly EvidenceItem[]) => items.filter((one) => one.forgottenAt === null).length;
  const before = await itemsNow();
  if (before.length === 0) return { deleted: 0, held: false };
  const forgetting = { do: 'withdraw_evidence', consentIds } as const;
  const request = { numberId, command: forgetting, purpose: 'withdraw_consent' };
  await command(ctx, { actor, source, sourceId }, request, () => null).catch((error: unknown) => {
    if (!(error instanceof RefusalError) || error.refusal.code !== 'hold.stands') throw error;
  });
  const after = await itemsNow();
  const gone = after.filter((one) => one.forgottenAt !== null).map(({ sha256 }) => sha256);
  await removeUnneeded(ctx, numberId, [...new Set(gone)]);
  return { deleted: standing(before) - standing(after), held: standing(after) > 0 };
}

async function endedOnes(ctx: AppContext, personId: string, kind: ConsentKind): Promise<string[]> {
  return (await listConsents(ctx.pool, personId))
    .filter((one) => one.kind === kind && one.withdrawnAt !== null)
    .map((one) => one.consentId);
}
