import { mayBulk } from '../../access/bulk.ts';
import type { Colleague } from '../../app/assignment/house.ts';
import type { BulkView } from '../../app/bulk/order-bulk.ts';
import type { BulkInput, BulkPreview } from '../../app/bulk/preview-bulk.ts';
import type { ReasonTemplate } from '../../app/bulk/reason-templates.ts';
import type { CaseItem } from '../../app/cases/list-cases.ts';
import { CASE_STATUSES } from '../../domain/cases/case.ts';
import { PLACEHOLDERS } from '../../domain/cases/reason-words.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { findText, t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { DeskBulkActProps, DeskBulkPreviewProps, DeskBulkProps } from '../pages/desk-bulk-pages.tsx';
import { paths } from '../paths.ts';
import { withQuery } from '../pieces/query.ts';
import { assigneeFilter } from './assignee-filter.ts';
import { LAWS } from './desk-case.ts';
import type { Frame } from './frame.ts';
import { lastMoment } from './frame.ts';
import { ANY_STATUS } from './saved-filters.ts';

type Past = Pick<BulkView, 'bulkId' | 'act' | 'finding' | 'orderedAt' | 'orderedBy' | 'status'>;
type More = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly nameOf: (actorId: string) => string;
  readonly colleagues: readonly Colleague[];
  readonly reader: Actor;
  readonly left: { readonly id: string; readonly name: string } | null;
  readonly past: readonly Past[];
  readonly more: boolean;
  readonly templates: readonly ReasonTemplate[];
  /** The address as it is, so that a template keeps the filter. */
  readonly query: Readonly<Record<string, string>>;
};

export function bulkPage(
  frame: Frame,
  items: readonly CaseItem[],
  { numbers, nameOf, colleagues, reader, left, past, more, templates, query }: More,
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
    more,
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

export function bulkPreviewPage(
  frame: Frame,
  input: BulkInput,
  items: readonly BulkPreview[],
  minutes: number,
): DeskBulkPreviewProps {
  const { locale, carrier } = frame;
  const row = (one: BulkPreview) => ({
    id: one.caseId,
    href: paths.deskCase(one.caseId),
    cells: {
      reference: one.reference,
      number: one.maskedNumber,
      status: t(locale, `status.case.${one.status}`),
      words: one.refused
        ? refusalWords(locale, one.refused)
        : (one.words ?? t(locale, 'bulk.will_lift', { count: one.flags })),
    },
  });
  const can = items.filter(({ refused }) => refused === null);
  const typed: Readonly<Record<string, string>> =
    input.act === 'decide' ? { finding: input.finding, rule_relied: input.ruleRelied, words: input.words } : {};
  return {
    carrier,
    what: whatOf(frame, { act: input.act, finding: input.act === 'decide' ? input.finding : null }),
    can: can.map(row),
    cannot: items.filter(({ refused }) => refused !== null).map(row),
    minutes,
    hidden: {
      step: 'order',
      act: input.act,
      ...typed,
      case_ids: can.map(({ caseId }) => caseId).join(','),
      versions: can.map(({ version }) => version).join(','),
    },
  };
}

export function bulkActPage(
  frame: Frame,
  one: BulkView,
  nameOf: (actorId: string) => string,
): Omit<DeskBulkActProps, 'form' | 'done'> {
  const { locale, now, carrier } = frame;
  const { counts } = one;
  const all = one.cases.length;
  return {
    carrier,
    id: one.bulkId,
    what: whatOf(frame, one),
    who: t(locale, 'bulk.who', { who: nameOf(one.orderedBy), at: formatMoment(locale, one.orderedAt, now) }),
    state: stateOf(frame, one, nameOf),
    words: one.words,
    under: one.status === 'waiting' || one.status === 'working',
    part: all === 0 ? 100 : Math.round((100 * (counts.done + counts.refused)) / all),
    progress: t(locale, 'bulk.progress', { all, done: counts.done, refused: counts.refused }),
    rows: one.cases.map(({ caseId, reference, status, code }) => ({
      id: caseId,
      href: paths.deskCase(caseId),
      cells: {
        reference,
        status: t(locale, one.status === 'undone' ? 'bulk.case.undone' : `bulk.case.${status}`),
        why: code === null ? '—' : (findText(locale, `bulk.code.${code}`) ?? findText(locale, code) ?? code),
      },
    })),
    mayUndo: one.mayUndo,
  };
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
  return finding === null ? words : `${words}：${t(locale, `desk.act.finding.${finding}`)}`;
}
