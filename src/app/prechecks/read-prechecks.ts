import type { PaperResult } from '../../domain/cases/case.ts';
import type { NewEntry } from '../../domain/journal/entry.ts';
import type { Instant } from '../../domain/time.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { getMyCase } from '../mine/my-case.ts';

/** A look at somebody's papers before they travel, with what both sides said. */
export type PrecheckView = {
  readonly precheckId: string;
  readonly askedAt: Instant;
  readonly papers: readonly string[];
  readonly words: string;
  readonly answer: {
    readonly enough: boolean;
    readonly answeredAt: Instant;
    readonly papers: readonly { readonly material: string; readonly result: PaperResult; readonly words: string }[];
    readonly originals: readonly string[];
    /** Where and when to come, as the carrier said it; empty where it named no hall. */
    readonly hall: string;
    readonly words: string;
  } | null;
  /** Papers accepted before that were turned down after this answer, and what changed. */
  readonly turnedDown: readonly {
    readonly at: Instant;
    readonly materials: readonly string[];
    readonly changed: string;
  }[];
};

/** Every look at the papers of a case, the oldest first, out of the entries that the reader may see. */
export function prechecksIn(entries: readonly NewEntry[]): PrecheckView[] {
  const found: PrecheckView[] = [];
  const change = (at: number, by: (one: PrecheckView) => PrecheckView) => {
    const one = found[at];
    if (one) found[at] = by(one);
  };
  for (const entry of entries) {
    const { personal = {} } = entry;
    if (entry.kind === 'case.precheck_asked') {
      const { precheckId, papers } = entry.data;
      const words = personal['words'] ?? '';
      found.push({ precheckId, askedAt: entry.recordedAt, papers, words, answer: null, turnedDown: [] });
    }
    if (entry.kind === 'case.precheck_answered') {
      const { enough, originals } = entry.data;
      const papers = entry.data.papers.map((one) => ({ ...one, words: personal[`paper_${one.material}`] ?? '' }));
      const { hall = '', words = '' } = personal;
      const answer = { enough, answeredAt: entry.recordedAt, papers, originals, hall, words };
      change(
        found.findIndex(({ precheckId }) => precheckId === entry.data.precheckId),
        (one) => ({ ...one, answer }),
      );
    }
    if (entry.kind === 'case.precheck_set_aside') {
      const turned = { at: entry.recordedAt, materials: entry.data.materials, changed: personal['changed'] ?? '' };
      change(
        found.findLastIndex(({ answer }) => answer !== null),
        (one) => ({ ...one, turnedDown: [...one.turnedDown, turned] }),
      );
    }
  }
  return found;
}

/** The looks at the papers of one case, for whoever may read it. */
export async function readPrechecks(ctx: AppContext, asker: Asker, caseId: string): Promise<PrecheckView[]> {
  return prechecksIn((await getMyCase(ctx, asker, caseId)).entries);
}
