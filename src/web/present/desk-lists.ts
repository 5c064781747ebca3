import type { Colleague } from '../../app/assignment/house.ts';
import type { AttentionRow, AttentionView } from '../../app/attention/list-attention.ts';
import type { CaseItem } from '../../app/cases/list-cases.ts';
import type { RuleCount } from '../../app/flags/count-rules.ts';
import type { FlagItem } from '../../app/flags/list-flags.ts';
import type { ReadEntry } from '../../app/timeline/list-timeline.ts';
import type { MessageItem, SubscriptionItem } from '../../app/webhooks/list-messages.ts';
import type { CaseStatus } from '../../domain/cases/case.ts';
import { CASE_STATUSES } from '../../domain/cases/case.ts';
import { CAUSES } from '../../domain/flags/words.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { DeskListPageProps, DeskRow } from '../pages/desk-list-page.tsx';
import type { JournalLine } from '../pages/desk-timeline-page.tsx';
import { paths } from '../paths.ts';
import { assigneeCell, assigneeFilter, openedCell, worksOnCases } from './assignee-filter.ts';
import { assignmentWords } from './assignment-entry.ts';
import { clockTitle, lineState } from './clocks.ts';
import { type Frame, lastMoment } from './frame.ts';
import { timelineOf, whoDid } from './timeline.ts';

type Numbers = ReadonlyMap<string, string>;
type Team = {
  readonly nameOf: (actorId: string) => string;
  readonly colleagues: readonly Colleague[];
  readonly reader: Actor;
  /** Whom the address asks for, though they left. */
  readonly left: { readonly id: string; readonly name: string } | null;
  readonly formKey: string;
};

/** Statuses in which a review that somebody began is still to be finished. */
const BEGUN: readonly CaseStatus[] = ['in_review', 'needs_material', 'overdue', 'reopened'];

export function queueList(
  frame: Frame,
  items: readonly CaseItem[],
  numbers: Numbers,
  { nameOf, colleagues, reader, left, formKey }: Team,
  next: string | null,
): DeskListPageProps {
  const { locale, now } = frame;
  const rows = items.map((item): DeskRow => {
    const late = item.status === 'overdue' || (item.dueAt !== null && item.dueAt <= now);
    return {
      id: item.caseId,
      href: paths.deskCase(item.caseId),
      late,
      cells: {
        reference: item.reference,
        number: numbers.get(item.numberId) ?? '',
        status: { pill: 'case', status: item.status },
        remedy: t(locale, `desk.remedy.${item.remedy}`),
        due: item.dueAt ? { clock: lineState(item.dueAt, now), due: lastMoment(item.dueAt) } : t(locale, 'desk.no_due'),
        opened: openedCell(locale, item.openedAt, now),
        assignee: assigneeCell(
          locale,
          { assignee: item.assignee, begunBy: BEGUN.includes(item.status) ? item.reviewerId : null },
          colleagues,
          nameOf,
        ),
      },
    };
  });
  return {
    title: t(locale, 'desk.queue.title'),
    hint: t(locale, 'desk.queue.hint'),
    link: worksOnCases(reader) ? { label: t(locale, 'bulk.link'), href: paths.deskBulk } : undefined,
    takeNext: worksOnCases(reader) ? { action: paths.deskNext, formKey } : undefined,
    carrier: frame.carrier,
    filters: [
      selectOf(
        frame,
        'status',
        CASE_STATUSES.filter((one) => one !== 'draft').map((one) => ({
          value: one,
          label: t(locale, `status.case.${one}`),
        })),
      ),
      assigneeFilter(locale, colleagues, reader, left),
    ],
    lists: [
      {
        columns: [
          { key: 'reference', label: t(locale, 'desk.col.reference'), main: true },
          { key: 'number', label: t(locale, 'desk.col.number') },
          { key: 'status', label: t(locale, 'desk.col.status') },
          { key: 'remedy', label: t(locale, 'desk.col.remedy') },
          { key: 'due', label: t(locale, 'desk.col.due'), sortable: true },
          { key: 'opened', label: t(locale, 'desk.col.opened'), sortable: true },
          { key: 'assignee', label: t(locale, 'assign.title') },
        ],
        rows,
        empty: t(locale, 'desk.queue.empty'),
        next,
      },
    ],
  };
}

export function flagList(
  frame: Frame,
  items: readonly FlagItem[],
  numbers: Numbers,
  next: string | null,
): DeskListPageProps {
  const { locale, now } = frame;
  const statuses = ['active', 'lifting', 'lifted', 'detached'] as const;
  return {
    title: t(locale, 'desk.flags.title'),
    carrier: frame.carrier,
    filters: [
      selectOf(
        frame,
        'status',
        statuses.map((one) => ({ value: one, label: t(locale, `status.flag.${one}`) })),
      ),
      selectOf(
        frame,
        'cause',
        CAUSES.map((one) => ({ value: one, label: t(locale, `desk.cause.${one}`) })),
      ),
      { kind: 'search', name: 'rule', label: t(locale, 'desk.filter.rule') },
    ],
    lists: [
      {
        columns: [
          { key: 'number', label: t(locale, 'desk.col.number'), main: true },
          { key: 'status', label: t(locale, 'desk.col.status') },
          { key: 'cause', label: t(locale, 'desk.col.cause') },
          { key: 'rule', label: t(locale, 'desk.col.rule') },
          { key: 'placed', label: t(locale, 'desk.col.placed') },
          { key: 'because', label: t(locale, 'desk.col.because') },
        ],
        rows: items.map((item) => ({
          id: item.flagId,
          href: paths.deskFlag(item.flagId),
          cells: {
            number: numbers.get(item.numberId) ?? '',
            status: { pill: 'flag', status: item.status },
            cause: t(locale, `desk.cause.${item.cause}`),
            rule: item.ruleId ?? '—',
            placed: formatMoment(locale, item.placedAt, now),
            because: item.liftedBecause ? t(locale, `lift.because.${item.liftedBecause}`) : '—',
          },
        })),
        empty: t(locale, 'desk.flags.empty'),
        next,
      },
    ],
  };
}

export function ruleList(frame: Frame, counts: readonly RuleCount[]): DeskListPageProps {
  const { locale } = frame;
  const number = (key: string, label: string) => ({ key, label, numeric: true });
  return {
    title: t(locale, 'desk.rules.title'),
    hint: t(locale, 'desk.rules.hint'),
    carrier: frame.carrier,
    filters: [],
    link: { label: t(locale, 'learning.title'), href: paths.deskLearning },
    lists: [
      {
        columns: [
          { key: 'rule', label: t(locale, 'desk.col.rule'), main: true },
          number('placed', t(locale, 'desk.col.placed_count')),
          number('lifted', t(locale, 'desk.col.lifted_count')),
          number('overturned', t(locale, 'desk.col.overturned')),
        ],
        rows: counts.map((count) => ({
          id: count.ruleId,
          href: `${paths.deskFlags}?rule=${encodeURIComponent(count.ruleId)}`,
          cells: {
            rule: count.ruleId,
            placed: String(count.placed),
            lifted: String(count.lifted),
            overturned: String(count.misjudged),
          },
        })),
        empty: t(locale, 'desk.rules.empty'),
      },
    ],
  };
}

type AttentionMore = {
  readonly next: string | null;
  readonly handled: boolean;
  readonly formKey: string;
  readonly done: string | null;
};

export function attentionList(
  frame: Frame,
  items: readonly AttentionRow[],
  numbers: Numbers,
  more: AttentionMore,
): DeskListPageProps {
  const { locale, now } = frame;
  const { next, handled, formKey, done } = more;
  return {
    title: t(locale, 'desk.attention.title'),
    hint: t(locale, 'desk.attention.hint'),
    carrier: frame.carrier,
    done,
    filters: [],
    link: handled
      ? { label: t(locale, 'desk.attention.open'), href: paths.deskAttention }
      : { label: t(locale, 'desk.attention.handled'), href: `${paths.deskAttention}?handled=yes` },
    lists: [
      {
        columns: [
          { key: 'what', label: t(locale, 'desk.col.what'), main: true },
          { key: 'number', label: t(locale, 'desk.col.number') },
          { key: 'raised', label: t(locale, 'desk.col.raised') },
          { key: 'act', label: t(locale, 'desk.attention.words') },
        ],
        rows: items.map((item) => ({
          id: item.attentionId,
          href: hrefOf(item),
          cells: {
            what: attentionWords(locale, item),
            number: numbers.get(item.numberId) ?? '',
            raised: formatMoment(locale, item.raisedAt, now),
            act: item.acts.includes('handle')
              ? {
                  act: t(locale, 'desk.attention.send'),
                  action: `${paths.deskAttention}/${item.attentionId}`,
                  formKey,
                  words: t(locale, 'desk.attention.words'),
                }
              : '—',
          },
        })),
        empty: t(locale, 'desk.attention.empty'),
        next,
      },
    ],
  };
}

type WebhookMore = { readonly next: string | null; readonly formKey: string; readonly done: string | null };

export function webhookLists(
  frame: Frame,
  subscriptions: readonly SubscriptionItem[],
  messages: readonly MessageItem[],
  more: WebhookMore,
): DeskListPageProps {
  const { locale, now } = frame;
  const statuses = ['pending', 'delivered', 'dead'] as const;
  return {
    title: t(locale, 'desk.webhooks.title'),
    carrier: frame.carrier,
    done: more.done,
    filters: [
      selectOf(
        frame,
        'status',
        statuses.map((one) => ({ value: one, label: t(locale, `desk.webhooks.status.${one}`) })),
      ),
    ],
    lists: [
      {
        title: t(locale, 'desk.webhooks.subscriptions'),
        columns: [
          { key: 'url', label: 'URL', main: true },
          { key: 'kinds', label: t(locale, 'desk.col.event') },
          { key: 'status', label: t(locale, 'desk.col.status') },
        ],
        rows: subscriptions.map((one) => ({
          id: one.subscriptionId,
          cells: {
            url: one.url,
            kinds: one.kinds.join(' '),
            status: t(locale, one.active ? 'desk.webhooks.active' : 'desk.webhooks.ended'),
          },
        })),
        empty: t(locale, 'desk.webhooks.none'),
      },
      {
        title: t(locale, 'desk.webhooks.messages'),
        columns: [
          { key: 'event', label: t(locale, 'desk.col.event'), main: true },
          { key: 'at', label: t(locale, 'desk.col.at') },
          { key: 'status', label: t(locale, 'desk.col.status') },
          { key: 'attempts', label: t(locale, 'desk.col.attempts'), numeric: true },
          { key: 'last', label: t(locale, 'desk.col.last') },
          { key: 'act', label: t(locale, 'desk.webhooks.replay') },
        ],
        rows: messages.map((one) => ({
          id: one.messageId,
          late: one.status === 'dead',
          cells: {
            event: one.event,
            at: formatMoment(locale, one.createdAt, now),
            status: t(locale, `desk.webhooks.status.${one.status}`),
            attempts: String(one.attempts),
            last: one.lastError ?? (one.lastStatus === null ? '—' : String(one.lastStatus)),
            act:
              one.status === 'pending'
                ? '—'
                : {
                    act: t(locale, 'desk.webhooks.replay'),
                    action: `${paths.deskWebhooks}/${one.messageId}`,
                    formKey: more.formKey,
                  },
          },
        })),
        empty: t(locale, 'desk.webhooks.empty'),
        next: more.next,
      },
    ],
  };
}

/** The journal of a number; `nameOf` knows staff and systems by name, people are shown by what they are to the number. */
export function journalLines(
  frame: Frame,
  reader: Actor,
  entries: readonly ReadEntry[],
  nameOf: (actorId: string) => string | undefined,
): JournalLine[] {
  const told = new Map(timelineOf(frame, reader, entries).map((line) => [line.id, line.what]));
  return entries.map((entry) => ({
    seq: entry.seq,
    kind: entry.kind,
    what:
      entry.kind === 'case.assigned'
        ? assignmentWords(frame.locale, entry, entries, nameOf)
        : (told.get(String(entry.seq)) ?? bookkeeping(frame, entry)),
    who: (entry.actor.id === reader.id ? undefined : nameOf(entry.actor.id)) ?? whoDid(frame, reader, entry),
    actorId: entry.actor.id,
    at: entry.recordedAt,
    hash: entry.hash.slice(0, 8),
    data: JSON.stringify(entry.data, null, 2),
    words: entry.personal ? Object.values(entry.personal).join('\n') : null,
  }));
}

/** The product's own entries, which a person need not read and an auditor must. */
function bookkeeping(frame: Frame, entry: ReadEntry): string {
  const { locale } = frame;
  switch (entry.kind) {
    case 'clock.started':
      return t(locale, 'desk.entry.clock_started', { title: clockTitle(frame, entry.data.ruleId) });
    case 'clock.met':
      return t(locale, 'desk.entry.clock_met');
    case 'clock.cancelled':
      return t(locale, 'desk.entry.clock_cancelled');
    case 'clock.reminded':
      return t(locale, 'desk.entry.clock_reminded');
    case 'notice.issued':
      return t(locale, 'desk.entry.notice', { kind: t(locale, `desk.notice.${entry.data.kind}`) });
    case 'delivery.recorded': {
      const { channel, status } = entry.data;
      return t(locale, 'desk.entry.delivery', {
        channel: t(locale, `desk.channel.${channel}`),
        status: t(locale, `desk.delivery.${status}`),
      });
    }
    case 'attention.raised':
      return findText(locale, `desk.attention.${entry.data.kind}`, { detail: entry.data.detail }) ?? entry.kind;
    case 'attention.handled':
      return t(locale, 'desk.entry.attention_handled');
    default:
      return entry.kind;
  }
}

function selectOf({ locale }: Frame, name: 'status' | 'cause', options: readonly { value: string; label: string }[]) {
  return {
    kind: 'select',
    name,
    label: t(locale, `desk.filter.${name}`),
    any: t(locale, 'desk.filter.any'),
    options,
  } as const;
}

function hrefOf({ place: { kind, id } }: AttentionRow): string {
  switch (kind) {
    case 'case':
      return paths.deskCase(id);
    case 'flag':
      return paths.deskFlag(id);
    case 'correction':
      return paths.deskCorrection(id);
    case 'number':
      return paths.deskTimeline(id);
  }
}

function attentionWords(locale: Locale, { kind, detail }: AttentionView): string {
  const subject = findText(locale, `correction.subject.${detail}`) ?? detail;
  return findText(locale, `desk.attention.${kind}`, { detail, subject }) ?? kind;
}
