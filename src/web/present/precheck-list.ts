import type { listPrechecks } from '../../app/prechecks/list-prechecks.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { DeskListPageProps } from '../pages/desk-list-page.tsx';
import { paths } from '../paths.ts';
import type { Frame } from './frame.ts';

/** Whose papers wait, the longest first, and how often accepted ones were turned down after all. */
export function precheckList(
  { locale, now, carrier }: Frame,
  { items, next, turnedDown }: Awaited<ReturnType<typeof listPrechecks>>,
  numbers: ReadonlyMap<string, string>,
): DeskListPageProps {
  const hint = t(locale, 'desk.precheck.list_hint');
  return {
    title: t(locale, 'desk.precheck.list'),
    hint: turnedDown > 0 ? `${hint} ${t(locale, 'desk.precheck.turned_down', { times: turnedDown })}` : hint,
    carrier,
    filters: [],
    lists: [
      {
        columns: [
          { key: 'reference', label: t(locale, 'desk.col.reference'), main: true },
          { key: 'number', label: t(locale, 'desk.col.number') },
          { key: 'status', label: t(locale, 'desk.col.status') },
          { key: 'since', label: t(locale, 'desk.precheck.since') },
        ],
        rows: items.map((item) => ({
          id: item.caseId,
          href: `${paths.deskCase(item.caseId)}#precheck`,
          cells: {
            reference: item.reference,
            number: numbers.get(item.numberId) ?? '',
            status: { pill: 'case', status: item.status },
            since: formatMoment(locale, item.askedAt, now),
          },
        })),
        empty: t(locale, 'desk.precheck.none'),
        next,
      },
    ],
  };
}
