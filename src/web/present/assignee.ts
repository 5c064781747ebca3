import type { Colleague } from '../../app/assignment/house.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import type { Side } from '../../domain/cases/claim.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { NewEntry } from '../../domain/journal/entry.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatDayOf, formatMoment } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import type { AssigneeProps } from '../pieces/assignee.tsx';
import type { Option } from '../pieces/field.tsx';

export const ASSIGNMENT_ACTS = ['claim', 'take_over', 'release', 'hand_over'] as const;
export type AssignmentAct = (typeof ASSIGNMENT_ACTS)[number];

type Given = {
  readonly locale: Locale;
  readonly now: Instant;
  readonly reader: Actor;
  readonly side: Side;
  readonly caseFile: Case;
  readonly acts: readonly CaseAct[];
  readonly colleagues: readonly Colleague[];
  readonly entries: readonly NewEntry[];
  readonly form: FormState;
  readonly formKey: string;
};

/** Who works on a case on one side, with the acts that change it, and the words that came back because it is a colleague's. */
export function assigneeOf({
  locale,
  now,
  reader,
  side,
  caseFile,
  acts,
  colleagues,
  entries,
  form,
  formKey,
}: Given): AssigneeProps {
  const assignee = caseFile.assignees[side];
  const pathOf = side === 'desk' ? paths.deskCaseAct : paths.authorityCaseAct;
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.displayName ?? id;
  const absence = colleagues.find(({ id }) => id === assignee?.id)?.absence;
  const others = assignee && assignee.id !== reader.id;
  const kept = others && form.errors.form ? keptOf(form) : {};
  const taken = takenFrom(reader, side, entries);
  return {
    state: assignee === null ? 'none' : others ? 'other' : 'you',
    name: assignee ? nameOf(assignee.id) : '',
    away: absence
      ? [
          t(locale, 'team.away', { until: lastDayOf(locale, absence.untilAt, now) }),
          ...(absence.deputyId ? [t(locale, 'team.deputy', { name: nameOf(absence.deputyId) })] : []),
        ].join(' · ')
      : null,
    acts: ASSIGNMENT_ACTS.filter((act) => acts.includes(act)).map((act) => ({
      act,
      action: pathOf(caseFile.caseId, act),
    })),
    colleagues: colleagueOptions(locale, colleagues, reader),
    kept,
    keptWhy: taken
      ? t(locale, 'assign.kept_taken', {
          name: nameOf(taken.actor.id),
          when: formatMoment(locale, taken.recordedAt, now),
        })
      : t(locale, 'assign.kept_other'),
    typed: form.typed.to,
    error: form.errors.to,
    formKey,
  };
}

/** The entry by which a colleague took the case out of the reader's hands, if that is how it came to where it is. */
function takenFrom(reader: Actor, side: Side, entries: readonly NewEntry[]): NewEntry | null {
  const [last, before] = entries
    .flatMap((entry) => (entry.kind === 'case.assigned' && entry.data.side === side ? [entry] : []))
    .toReversed();
  const theirs = last !== undefined && last.actor.id !== reader.id && last.data.assignee?.id === last.actor.id;
  return theirs && before?.data.assignee?.id === reader.id ? last : null;
}

/** Colleagues to choose from, those who are away marked. */
export function colleagueOptions(locale: Locale, colleagues: readonly Colleague[], reader: Actor): Option[] {
  return colleagues
    .filter(({ id }) => id !== reader.id)
    .map(({ id, displayName, role, absence }) => ({
      value: id,
      label: [displayName, t(locale, `role.${role as 'agent'}`), ...(absence ? [t(locale, 'team.is_away')] : [])].join(
        ' · ',
      ),
    }));
}

/** The last day of an absence that ends at a moment. */
export function lastDayOf(locale: Locale, until: Instant, now: Instant): string {
  return formatDayOf(locale, addMs(until, -1), now);
}

const BOOKKEEPING = new Set(['idempotency_key', 'csrf', 'to']);

function keptOf({ typed }: FormState): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => !BOOKKEEPING.has(name) && text.trim()));
}
