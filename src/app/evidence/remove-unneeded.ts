import { hasEvidenceElsewhere } from '../../store/evidence.ts';
import type { AppContext } from '../context.ts';

/** Deletes the bytes of forgotten files, except where the same bytes still serve another case. */
export async function removeUnneeded(ctx: AppContext, numberId: string, hashes: readonly string[]): Promise<void> {
  const { state } = await ctx.journal.load(numberId);
  const kept = new Set(
    Object.values(state.cases).flatMap((one) =>
      one.evidence.filter(({ forgottenAt }) => forgottenAt === null).map(({ sha256 }) => sha256),
    ),
  );
  for (const sha256 of hashes) {
    if (kept.has(sha256) || (await hasEvidenceElsewhere(ctx.pool, sha256, numberId))) continue;
    await ctx.files.remove(sha256);
  }
}
