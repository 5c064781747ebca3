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
 * What was done before stays lawful (PIPL art. 15), and so does a result: hashes, decisions, and that a check was passed.
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
    const files = await forget(ctx, asker, numberId, consentIds);
    if (files === null) held.push(numberId);
    else deleted += files;
  }
  return { ended: ended.length, deleted, held };
}

/** How many files went; null where a hold keeps them. */
async function forget(
  ctx: AppContext,
  { actor, source, sourceId }: Asker,
  numberId: string,
  consentIds: readonly string[],
): Promise<number | null> {
  const of = ({ consentId }: { readonly consentId?: string }) =>
    consentId !== undefined && consentIds.includes(consentId);
  const { state } = await ctx.journal.load(numberId);
  const items = Object.values(state.cases).flatMap((one) => one.evidence.filter(of));
  if (items.length === 0) return 0;
  const standing = items.filter((one) => one.forgottenAt === null).length;
  try {
    await command(
      ctx,
      { actor, source, sourceId },
      { numberId, command: { do: 'withdraw_evidence', consentIds }, purpose: 'withdraw_consent' },
      () => null,
    );
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === 'hold.stands') return null;
    throw error;
  }
  await removeUnneeded(ctx, numberId, [...new Set(items.map(({ sha256 }) => sha256))]);
  return standing;
}

async function endedOnes(ctx: AppContext, personId: string, kind: ConsentKind): Promise<string[]> {
  return (await listConsents(ctx.pool, personId))
    .filter((one) => one.kind === kind && one.withdrawnAt !== null)
    .map((one) => one.consentId);
}
