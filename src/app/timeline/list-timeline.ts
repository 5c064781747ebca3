import { lastSeen, relationTo } from '../../access/relation.ts';
import { findLine } from '../../domain/journal/state.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { ReadEntry } from '../../store/timeline.ts';
import { listEntries } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import { notFound, readVisible } from '../on-number.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest } from '../pages.ts';

export type { ReadEntry };
export type Timeline = { readonly items: readonly ReadEntry[]; readonly next: string | null };
export type TimelineInput = PageInput & { readonly caseId?: string | undefined };

const PLACE = /^[0-9]{1,15}$/;

/** Entries of a number in their order, on lines that the asker may see; personal words are opened, and the reading written down first. */
export async function listTimeline(
  ctx: AppContext,
  asker: Asker,
  numberId: string,
  input: TimelineInput,
): Promise<Timeline> {
  const state = await readVisible(ctx, asker, numberId);
  // A body reads the cases that it was given, never the rest of the number's life.
  const caseFile = state.cases[input.caseId ?? ''];
  if (asker.actor.role === 'officer' && !caseFile) throw notFound();
  const until = caseFile ? lastSeen(caseFile, asker.actor) : Number.POSITIVE_INFINITY;
  const { cursor, limit } = pageRequest(input);
  if (cursor !== undefined && !PLACE.test(cursor)) throw new RefusalError(refusal('request.bad_cursor'));
  await noteAccess(ctx, asker, numberId, 'timeline');
  const items: ReadEntry[] = [];
  let afterSeq = Number(cursor ?? 0);
  for (;;) {
    const wanted = limit - items.length + 1;
    const read = await listEntries(ctx.pool, ctx.sealer, numberId, {
      afterSeq,
      limit: wanted,
      unseal: true,
      caseId: input.caseId,
    });
    items.push(...read.filter(({ line, seq }) => seq <= until && isVisible(line)));
    afterSeq = read.at(-1)?.seq ?? afterSeq;
    if (read.length < wanted || items.length > limit) break;
  }
  const page = items.slice(0, limit);
  return { items: page, next: items.length > limit ? String(page.at(-1)?.seq) : null };

  function isVisible(lineNumber: number): boolean {
    const line = findLine(state, lineNumber);
    return line !== undefined && relationTo(state, line, asker.actor) !== 'none';
  }
}
