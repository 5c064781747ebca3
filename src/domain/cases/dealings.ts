import type { NewEntry } from '../journal/entry.ts';
import { seqOf } from '../journal/thing-id.ts';
import type { Case, Dealing, DealingEnd } from './case.ts';
import { DEALING_ENDS } from './case.ts';
import { WITH_AUTHORITY } from './case-transitions.ts';

/** What bodies have had to do with a case after one more entry: one begins, ends, or is left behind by the next. */
export function dealingsAfter(before: Case, after: Case, entry: NewEntry): readonly Dealing[] {
  const last = before.dealings.at(-1);
  if (entry.kind === 'case.escalated') {
    const authorityId = entry.data.authority?.authorityId;
    if (authorityId === undefined) return before.dealings;
    const left = { at: entry.recordedAt, seq: entry.seq - 1, status: before.status };
    return [
      ...before.dealings
        .filter((one) => one.authorityId !== authorityId)
        .map((one) => ({ ...one, left: one.left ?? left })),
      { authorityId, at: entry.effectiveAt, end: null, left: null },
    ];
  }
  if (!last || last.end || !WITH_AUTHORITY.includes(before.status) || WITH_AUTHORITY.includes(after.status))
    return before.dealings;
  const ended = { ...last, end: { how: endBy(entry), at: entry.effectiveAt } };
  const left = { at: entry.recordedAt, seq: entry.seq, status: after.status };
  return [...before.dealings.slice(0, -1), entry.kind === 'case.declined' ? { ...ended, left } : ended];
}

function endBy({ kind }: NewEntry): DealingEnd {
  const how = DEALING_ENDS.find((one) => kind === `case.${one}`);
  if (!how) throw new Error(`${kind} ends no body's part in a case`);
  return how;
}

/** The last entry of a case that a body may read: it keeps sight of what it dealt with, not of what comes after it let go. */
export function lastSeenBy({ dealings }: Case, authorityId: string | null): number {
  const own = dealings.find((one) => one.authorityId === authorityId);
  return own ? (own.left?.seq ?? Number.POSITIVE_INFINITY) : 0;
}

/** A case as it stood when a body let go of it; the whole of it as long as it has not, without what other bodies did before. */
export function asLeftBy(caseFile: Case, authorityId: string): Case {
  const own = caseFile.dealings.filter((one) => one.authorityId === authorityId);
  const left = own[0]?.left;
  if (!left) return { ...caseFile, dealings: own };
  const { answerFrom, evidence, decisions, correspondence, declines, liftIds } = caseFile;
  return {
    ...caseFile,
    dealings: own,
    status: left.status,
    answerFrom: answerFrom && answerFrom.seq <= left.seq ? answerFrom : null,
    askedFor: [],
    askedFrom: null,
    restoredFrom: null,
    endedAt: null,
    reviewerId: null,
    escalation: null,
    assignees: { desk: null, authority: null },
    evidence: evidence.filter(({ evidenceId }) => seqOf(evidenceId) <= left.seq),
    decisions: decisions.filter(({ decidedAt }) => decidedAt <= left.at),
    correspondence: correspondence.filter(({ seq }) => seq <= left.seq),
    declines: declines.filter(({ seq }) => seq <= left.seq),
    declinedFrom: declines.findLast(({ seq }) => seq <= left.seq) ?? null,
    liftIds: liftIds.filter((id) => seqOf(id) <= left.seq),
  };
}
