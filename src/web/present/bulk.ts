import { mayBulk } from '../../access/bulk.ts';
import type { Colleague } from '../../app/assignment/house.ts';
import type { BulkInput } from '../../app/bulk/bulk-input.ts';
import type { BulkPreview } from '../../app/bulk/look-at-cases.ts';
import type { BulkView } from '../../app/bulk/order-bulk.ts';
import type { Previewed } from '../../app/bulk/preview-bulk.ts';
import { BULK_LIMIT, FILTER_LIMIT } from '../../app/bulk/preview-bulk.ts';
import type { ReasonTemplate } from '../../app/bulk/reason-templates.ts';
import type { CaseItem } from '../../app/cases/list-cases.ts';
import { CASE_STATUSES } from '../../domain/cases/case.ts';
import { PLACEHOLDERS } from '../../domain/cases/reason-words.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { bulkNext, bulkWhy } from '../../locales/bulk-words.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { Typed } from '../form.ts';
import type { DeskBulkActProps, DeskBulkPreviewProps, DeskBulkProps } from '../pages/desk-bulk-pages.tsx';
import { paths } from '../paths.ts';
import { withQuery } from '../pieces/query.ts';
import { assigneeFilter } from './assignee-filter.ts';
import { LAWS } from './desk-case.ts';
import type { Frame } from './frame.ts';
import { lastMoment } from './frame.ts';
import { ANY_STATUS, countWords, filterWords } from './saved-filters.ts';

type Past = Pick<BulkView, 'bulkId' | 'act' | 'finding' | 'orderedAt' | 'orderedBy' | 'status'>;
type More = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly nameOf: (actorId: string) => string;
  readonly colleagues: readonly Colleague[];
  readonly reader: Actor;
  readonly left: { readonly id: string; readonly name: string } | null;
  readonly past: readonly Past[];
  readonly more: boolean;
  /** How many the filter holds, as far as they are counted. */
  readonly matching: number;
  readonly templates: readonly ReasonTemplate[];
  /** The address as it is, so that a template keeps the filter. */
  readonly query: Readonly<Record<string, string>>;
};

export function bulkPage(
  frame: Frame,
  items: readonly CaseItem[],
  { numbers, nameOf, colleagues, reader, left, past, more, matching, templates, query }: More,
): Omit<DeskBulkProps, 'form' | 'done' | 'saved'> {
  const { locale, now, carrier } = frame;
  const statuses = CASE_STATUSES.filter((one) => one !== 'draft');
  return {
    carrier,
    filters: [
      {
        kind: 'select',
        name: 'status',
        label: t(locale, 'desk.filter.status'),
        any: t(locale, 'status.case.in_review'),
        options: [
          { value: ANY_STATUS, label: t(locale, 'desk.filter.any') },
          ...statuses
            .filter((one) => one !== 'in_review')
            .map((one) => ({ value: one, label: t(locale, `status.case.${one}`) })),
        ],
      },
      assigneeFilter(locale, colleagues, reader, left),
    ],
    rows: items.map((item) => ({
      id: item.caseId,
      href: paths.deskCase(item.caseId),
      cells: {
        reference: item.reference,
        number: numbers.get(item.numberId) ?? '',
        status: t(locale, `status.case.${item.status}`),
        remedy: t(locale, `desk.remedy.${item.remedy}`),
        due: item.dueAt ? formatMoment(locale, lastMoment(item.dueAt), now) : t(locale, 'desk.no_due'),
      },
    })),
    more: more ? t(locale, 'bulk.more', { shown: items.length, count: countWords(locale, matching) }) : null,
    action: withQuery(paths.deskBulk, query),
    which: [
      {
        value: 'ticked',
        label: t(locale, 'bulk.which.ticked'),
        hint: t(locale, 'bulk.which.ticked.hint', { limit: BULK_LIMIT }),
      },
      {
        value: 'all',
        label: t(locale, 'bulk.which.all', { count: countWords(locale, matching) }),
        hint: t(locale, 'bulk.which.all.hint', { limit: FILTER_LIMIT }),
      },
    ],
    mayDecide: mayBulk(reader, 'decide'),
    rules: LAWS.map((id) => ({ value: id, label: t(locale, `desk.rule.${id}`) })),
    placeholders: PLACEHOLDERS.map((name) => `{${name}} ${t(locale, `bulk.placeholder.${name}`)}`).join(
      t(locale, 'list.and'),
    ),
    templates: templates.map(({ templateId, cause, name }) => ({
      name: cause === null ? name : `${t(locale, `desk.cause.${cause}`)} · ${name}`,
      href: withQuery(paths.deskBulk, query, { template: templateId }),
    })),
    past: past.map((one) => ({
      id: one.bulkId,
      href: paths.deskBulkAct(one.bulkId),
      cells: {
        what: whatOf(frame, one),
        when: formatMoment(locale, one.orderedAt, now),
        by: nameOf(one.orderedBy),
        status: t(locale, `bulk.status.${one.status}`),
      },
    })),
  };
}

type People = { readonly nameOf: (actorId: string) => string; readonly colleagues: readonly Colleague[] };
type Looked = People & {
  readonly minutes: number;
  /** What was chosen and typed, to come back with when the order is refused. */
  readonly typed: Typed;
  readonly formKey: string;
  readonly query: Readonly<Record<string, string>>;
};

export function bulkPreviewPage(
  frame: Frame,
  input: BulkInput,
  looked: Previewed,
  { minutes, typed, formKey, query, ...people }: Looked,
): DeskBulkPreviewProps {
  const { locale, now, carrier } = frame;
  const { items, matched, more, selected, previewId, validUntil } = looked;
  const row = (one: BulkPreview) => ({
    id: one.caseId,
    href: paths.deskCase(one.caseId),
    cells: {
      reference: one.reference,
      number: one.maskedNumber,
      status: t(locale, `status.case.${one.status}`),
      words: one.refused
        ? bulkWhy(locale, one.refused)
        : (one.words ?? t(locale, 'bulk.will_lift', { count: one.flags })),
      next: one.refused ? bulkNext(locale, one.refused.code) : '',
    },
  });
  const cannot = items.filter(({ refused }) => refused !== null).map(row);
  const { csrf: _, idempotency_key: __, ...chosen } = typed;
  const count = countWords(locale, matched);
  return {
    carrier,
    what: whatOf(frame, { act: input.act, finding: input.act === 'decide' ? input.finding : null }),
    action: withQuery(paths.deskBulk, query),
    facts: [
      selectedWords(frame, selected, people),
      ...(selected ? [t(locale, more ? 'bulk.matched_more' : 'bulk.matched', { count, taken: items.length })] : []),
      t(locale, 'bulk.fixed', { at: formatMoment(locale, validUntil, now) }),
    ],
    can: items.filter(({ refused }) => refused === null).map(row),
    cannot,
    groups: groupsOf(
      frame,
      cannot.map(({ cells }) => cells.words),
    ),
    minutes,
    formKey,
    hidden: { ...chosen, step: 'order', preview_id: previewId },
  };
}

export function bulkActPage(frame: Frame, one: BulkView, people: People): Omit<DeskBulkActProps, 'form' | 'done'> {
  const { locale, now, carrier } = frame;
  const { counts } = one;
  const { nameOf } = people;
  const all = one.cases.length - counts.left_out;
  const whyOf = ({ code, data }: BulkView['cases'][number]) =>
    code === null ? null : bulkWhy(locale, { code, data: data ?? {} });
  return {
    carrier,
    id: one.bulkId,
    what: whatOf(frame, one),
    who: t(locale, 'bulk.who', { who: nameOf(one.orderedBy), at: formatMoment(locale, one.orderedAt, now) }),
    state: stateOf(frame, one, nameOf),
    words: one.words,
    selected: selectedWords(frame, one.selected, people),
    under: one.status === 'waiting' || one.status === 'working',
    part: all === 0 ? 100 : Math.round((100 * (counts.done + counts.refused)) / all),
    progress: t(locale, 'bulk.progress', { all, done: counts.done, refused: counts.refused }),
    leftOut: counts.left_out === 0 ? null : t(locale, 'bulk.left_out', { count: counts.left_out }),
    groups: groupsOf(
      frame,
      one.cases.flatMap((each) => whyOf(each) ?? []),
    ),
    rows: one.cases.map((each) => ({
      id: each.caseId,
      href: paths.deskCase(each.caseId),
      cells: {
        reference: each.reference,
        status: t(
          locale,
          one.status === 'undone' && each.status === 'waiting' ? 'bulk.case.undone' : `bulk.case.${each.status}`,
        ),
        why: whyOf(each) ?? '—',
        next: each.code === null ? '—' : bulkNext(locale, each.code),
      },
    })),
    fileHref: paths.deskBulkFile(one.bulkId),
    mayUndo: one.mayUndo,
  };
}

/** How many were stopped by each thing, the most frequent first; nothing when a look at the table is as quick. */
function groupsOf({ locale }: Frame, whys: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const why of whys) counts.set(why, (counts.get(why) ?? 0) + 1);
  if (whys.length < 4 || counts.size === whys.length) return [];
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([why, count]) => t(locale, 'bulk.group', { count, why }));
}

function selectedWords({ locale }: Frame, selected: BulkView['selected'], people: People): string {
  if (selected === null) return t(locale, 'bulk.by_hand');
  const words = filterWords(locale, 'cases', selected, people) || t(locale, 'bulk.every');
  return t(locale, 'bulk.by_filter', { words });
}

function stateOf({ locale, now }: Frame, one: BulkView, nameOf: (actorId: string) => string): string {
  if (one.status === 'undone')
    return t(locale, 'bulk.undone_by', {
      who: nameOf(one.undoneBy ?? ''),
      at: formatMoment(locale, one.undoneAt ?? now, now),
    });
  if (one.mayUndo || (one.status === 'waiting' && now < one.effectiveAt))
    return t(locale, 'bulk.waits_until', { at: formatMoment(locale, one.effectiveAt, now) });
  return t(locale, `bulk.status.${one.status === 'waiting' ? 'working' : one.status}`);
}

function whatOf({ locale }: Frame, { act, finding }: Pick<BulkView, 'act' | 'finding'>): string {
  const words = t(locale, `bulk.act.${act}`);
  return finding === null
    ? words
    : t(locale, 'bulk.what_of', { act: words, finding: t(locale, `desk.act.finding.${finding}`) });
}
