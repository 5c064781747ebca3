import { PRODUCT } from '../../domain/journal/actor.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import { indexNames } from '../../store/people.ts';
import { dropOld, KEPT, listForgettable } from '../../store/retention.ts';
import type { AppContext } from '../context.ts';
import { removeUnneeded } from '../evidence/remove-unneeded.ts';
import { runCommand } from '../run-command.ts';

const DAY_MS = 86_400_000;
const PART = 500;
/** No month pair is shorter: what is found is asked of the rule itself. */
const SIX_MONTHS_AT_LEAST_MS = 181 * DAY_MS;

export type Retained = { readonly forgotten: number; readonly dropped: Readonly<Record<string, number>> };

/** Forgets what is kept no longer: files of cases that ended long ago, and old rows. A legal hold keeps the files. */
export async function retain(ctx: AppContext): Promise<Retained> {
  const now = ctx.clock.now();
  while ((await indexNames(ctx.pool, ctx.sealer, PART)) === PART);
  let forgotten = 0;
  for (const { numberId, caseId } of await listForgettable(ctx.pool, addMs(now, -SIX_MONTHS_AT_LEAST_MS), PART))
    forgotten += await forgetFiles(ctx, numberId, caseId);
  const dropped: Record<string, number> = {};
  for (const kept of KEPT) {
    const before = addMs(now, -kept.days * DAY_MS);
    let rows = PART;
    dropped[kept.table] = 0;
    while (rows === PART) {
      rows = await dropOld(ctx.pool, kept, before, PART);
      dropped[kept.table] = (dropped[kept.table] ?? 0) + rows;
    }
  }
  return { forgotten, dropped };
}

/** The entry first, then the bytes: an entry that says forgotten is made true by the next run, if this one is cut off. */
async function forgetFiles(ctx: AppContext, numberId: string, caseId: string): Promise<number> {
  try {
    const files = await runCommand(ctx, {
      actor: PRODUCT,
      numberId,
      command: { do: 'forget_evidence', caseId },
      source: 'job',
      sourceId: `retain:${caseId}`,
      purpose: 'forget_evidence',
      reply: ({ state }) => state.cases[caseId]?.evidence.map(({ sha256 }) => sha256) ?? [],
    });
    await removeUnneeded(ctx, numberId, [...new Set(files)]);
    return files.length;
  } catch (error) {
    // Still needed, or held: the rule knows the day.
    if (error instanceof RefusalError) return 0;
    throw error;
  }
}
