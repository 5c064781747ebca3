import { PRODUCT } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { findLine } from '../journal/state.ts';
import { peopleOf } from '../numbers/line.ts';
import type { Attention } from './attention.ts';
import type { Notice, NoticeKind } from './notice.ts';

/** On a reported line the person does everything themselves; only what time does is told. */
const REMINDERS: readonly NoticeKind[] = [
  'case_overdue',
  'case_closed',
  'lift_late',
  'promise_passed',
  'follow_up',
  'clock_near',
  'mandate_granted',
  'mandate_revoked',
  'mandate_ended',
  'acted_for_you',
  'holder_checked',
];

/** One notice for each person of the line, or for `only` one of them. A line without people gets none: there is nobody to tell. */
export function issueNotice(
  draft: Draft,
  line: number,
  kind: NoticeKind,
  subject: Notice['subject'],
  values: Notice['values'] = {},
  only?: string,
): void {
  const owner = findLine(draft.state, line);
  if (owner?.origin === 'reported' && !REMINDERS.includes(kind)) return;
  for (const personId of owner ? peopleOf(owner) : []) {
    if (only !== undefined && personId !== only) continue;
    const noticeId = draft.nextId('notice');
    draft.add('notice.issued', { noticeId, kind, personId, subject, values }, { line, actor: PRODUCT });
  }
}

/** Puts something that went wrong before a human, once for each open subject. */
export function raiseAttention(
  draft: Draft,
  line: number,
  kind: Attention['kind'],
  subject: Attention['subject'],
  detail: string,
): void {
  const open = Object.values(draft.state.attention).some(
    (one) => one.handledAt === null && one.kind === kind && one.subject.id === subject.id && one.detail === detail,
  );
  // A reported line has no desk that could act.
  if (open || findLine(draft.state, line)?.origin === 'reported') return;
  draft.add(
    'attention.raised',
    { attentionId: draft.nextId('attention'), kind, subject, detail },
    { line, actor: PRODUCT },
  );
}

/** Takes what a subject raised off the list, because it came right by itself. */
export function settleAttention(draft: Draft, subjectId: string, detail?: string): void {
  for (const one of Object.values(draft.state.attention)) {
    if (one.handledAt !== null || one.subject.id !== subjectId) continue;
    if (detail !== undefined && one.detail !== detail) continue;
    draft.add('attention.handled', { attentionId: one.attentionId }, { line: one.line, actor: PRODUCT });
  }
}
