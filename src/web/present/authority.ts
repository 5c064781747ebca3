import type { Colleague } from '../../app/assignment/house.ts';
import type { AuthorityCase } from '../../app/authority/authority-case.ts';
import type { KnownAuthority } from '../../app/authority/list-authorities-for.ts';
import type { AuthorityCaseItem } from '../../app/authority/list-authority-cases.ts';
import { AUTHORITY_STATUSES } from '../../app/authority/list-authority-cases.ts';
import { DECLINE_GROUNDS } from '../../domain/cases/authority.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { Instant } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import type { AuthorityCasePageProps } from '../pages/authority-case-page.tsx';
import type { AuthorityListPageProps } from '../pages/authority-list-page.tsx';
import type { DeskRow } from '../pages/desk-list-page.tsx';
import { paths } from '../paths.ts';
import { assigneeOf } from './assignee.ts';
import { assigneeCell, assigneeFilter, openedCell } from './assignee-filter.ts';
import { decisionsOf, evidenceOf, filedOn, messagesOf } from './case.ts';
import { clockBadge, isOpenDoor, lineState } from './clocks.ts';
import { flagTitle, reasonsSheet } from './flags.ts';
import type { Frame } from './frame.ts';
import { lastMoment } from './frame.ts';
import { liftProgress } from './lifts.ts';
import { timelineOf } from './timeline.ts';

/** What presenters need at an authority: the frame with the body's name and id. */
export type AuthorityFrame = Frame & { readonly body: string; readonly authorityId: string };

/** The name of a body in the reader's language. */
export function authorityName(locale: Locale, authority: KnownAuthority | null | undefined): string {
  if (!authority) return t(locale, 'declined.body');
  return locale === 'zh-CN' ? authority.nameZh : authority.nameEn;
}

type Names = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly carrierOf: (carrierId: string | null) => string;
  readonly nameOf: (actorId: string) => string;
  readonly colleagues: readonly Colleague[];
  readonly reader: Actor;
  readonly formKey: string;
};

export function authorityQueue(
  frame: AuthorityFrame,
  items: readonly AuthorityCaseItem[],
  { numbers, carrierOf, nameOf, colleagues, reader, formKey }: Names,
  next: string | null,
): AuthorityListPageProps {
  const { locale, now, body } = frame;
  const column = (key: 'reference' | 'number' | 'status' | 'opened') => ({ key, label: t(locale, `desk.col.${key}`) });
  const own = (key: 'carrier' | 'due' | 'assignee') => ({ key, label: t(locale, `authority.col.${key}`) });
  const rows = items.map(
    (item): DeskRow => ({
      id: item.caseId,
      href: paths.authorityCase(item.caseId),
      late: item.authorityDueAt !== null && item.authorityDueAt <= now,
      cells: {
        reference: item.reference,
        carrier: carrierOf(item.carrierId),
        number: numbers.get(item.numberId) ?? '',
        status: { pill: 'case', status: item.status },
        due: item.authorityDueAt
          ? { clock: lineState(item.authorityDueAt, now), due: lastMoment(item.authorityDueAt) }
          : t(locale, 'authority.no_due'),
        opened: openedCell(locale, item.openedAt, now),
        assignee: assigneeCell(locale, { assignee: item.authorityAssignee }, colleagues, nameOf),
      },
    }),
  );
  const filter = { kind: 'select', any: t(locale, 'desk.filter.any') } as const;
  return {
    title: t(locale, 'authority.tab.queue'),
    hint: t(locale, 'authority.queue.hint'),
    takeNext: { action: paths.authorityNext, formKey },
    body,
    filters: [
      {
        ...filter,
        any: t(locale, 'authority.filter.open'),
        name: 'status',
        label: t(locale, 'desk.filter.status'),
        options: AUTHORITY_STATUSES.map((one) => ({ value: one, label: t(locale, `status.case.${one}`) })),
      },
      assigneeFilter(locale, colleagues, reader),
    ],
    lists: [
      {
        columns: [
          { ...column('reference'), main: true },
          own('carrier'),
          column('number'),
          column('status'),
          own('due'),
          column('opened'),
          own('assignee'),
        ],
        rows,
        empty: t(locale, 'authority.queue.empty'),
        next,
      },
    ],
  };
}

type More = { readonly form: FormState; readonly formKey: string; readonly done: string | null };

export function authorityCasePage(
  given: AuthorityFrame,
  reader: Actor,
  found: AuthorityCase,
  { colleagues, ...more }: More & { readonly colleagues: readonly Colleague[] },
): AuthorityCasePageProps {
  const frame = { ...given, representatives: found.representatives };
  const { locale, carrier, body, authorityId } = frame;
  const { view, entries, grounds } = found;
  const { caseFile, acts, flags } = view;
  return {
    ...more,
    body,
    carrier,
    caseId: caseFile.caseId,
    reference: caseFile.reference,
    status: caseFile.status,
    remedy: t(locale, `desk.remedy.${caseFile.remedy}`),
    parties: partiesOf(frame, found),
    acts,
    assignee: assigneeOf({ ...frame, ...more, reader, side: 'authority', caseFile, acts, colleagues, entries }),
    here: caseFile.escalation?.authority?.authorityId === authorityId,
    asked: caseFile.escalation?.asked ?? false,
    flags: flags.map((one) => ({
      flagId: one.flag.flagId,
      title: flagTitle(frame, one.flag),
      open: one.flag.status === 'active',
      reasons: reasonsSheet(frame, one, grounds[one.flag.flagId] ?? { facts: [], bills: [] }),
    })),
    clocks: clocksOf(found).map((clock) => clockBadge(frame, clock)),
    lifts: view.lifts.toReversed().map((lift) => liftProgress(frame, lift)),
    decisions: decisionsOf(frame, entries),
    evidence: evidenceOf(frame, reader, view, entries).map((file) => ({
      ...file,
      href: `/authority${file.href}`,
      ...(file.thumb ? { thumb: `/authority${file.thumb}` } : {}),
    })),
    messages: messagesOf(frame, reader, entries),
    timeline: timelineOf(frame, reader, entries),
    grounds: DECLINE_GROUNDS.map((ground) => ({ value: ground, label: t(locale, `decline.${ground}`) })),
  };
}

function partiesOf(frame: AuthorityFrame, { view, people, mobile, entries }: AuthorityCase) {
  const { locale, carrier, now } = frame;
  const { escalation } = view.caseFile;
  const handed = escalation && entries.findLast((entry) => entry.kind === 'case.escalated');
  const taken = handed && entries.findLast((entry) => entry.kind === 'case.accepted' && entry.seq > handed.seq);
  const on = (label: 'handed' | 'taken', entry: { readonly effectiveAt: Instant } | null | undefined) =>
    entry ? [{ label: t(locale, `authority.case.${label}`), value: formatMoment(locale, entry.effectiveAt, now) }] : [];
  return [
    ...people.map((one) => ({ label: t(locale, `authority.case.${one.as}`), value: one.name })),
    { label: t(locale, 'authority.case.number'), value: mobile },
    { label: t(locale, 'authority.case.carrier'), value: carrier },
    { label: t(locale, 'authority.case.complained'), value: filedOn(frame, view) },
    ...on('handed', handed),
    ...on('taken', taken),
  ];
}

/** Clocks that run over the matter, after those that ran out since the body has it; our reminders to the person are theirs. */
function clocksOf({ view, late }: AuthorityCase): Clock[] {
  const since = view.caseFile.escalation?.since.seq ?? Number.POSITIVE_INFINITY;
  const open = view.clocks.filter((clock) => clock.subject.kind !== 'lift_step' && !isOpenDoor(clock));
  return [...late.filter(({ startSeq }) => startSeq >= since), ...open].filter(
    ({ ruleId }) => !ruleId.startsWith('ours.'),
  );
}
