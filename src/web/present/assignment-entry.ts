import type { ReadEntry } from '../../app/timeline/list-timeline.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';

type Assigned = Extract<ReadEntry, { kind: 'case.assigned' }>;

/** What became of who works on a case: taken on, taken over from a colleague, handed over or put back. */
export function assignmentWords(
  locale: Locale,
  entry: Assigned,
  around: readonly ReadEntry[],
  nameOf: (actorId: string) => string | undefined,
): string {
  const { assignee } = entry.data;
  if (!assignee) return t(locale, 'assign.entry.put_back');
  const named = (id: string) => ({ name: nameOf(id) ?? id });
  if (assignee.id !== entry.actor.id) return t(locale, 'assign.entry.handed_over', named(assignee.id));
  const before = beforeIn(entry, around)?.data.assignee;
  return before ? t(locale, 'assign.entry.taken_over', named(before.id)) : t(locale, 'assign.entry.taken_on');
}

/** The last change on the same side of the same case before this one, among the entries at hand. */
function beforeIn({ seq, data }: Assigned, around: readonly ReadEntry[]): Assigned | undefined {
  return around
    .filter((one): one is Assigned => one.kind === 'case.assigned' && Number(one.seq) < Number(seq))
    .filter((one) => one.data.caseId === data.caseId && one.data.side === data.side)
    .toSorted((a, b) => Number(b.seq) - Number(a.seq))[0];
}
