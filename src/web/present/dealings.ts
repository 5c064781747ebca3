import type { DealingItem } from '../../app/authority/list-dealings.ts';
import { t } from '../../locales/index.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { AuthorityListPageProps } from '../pages/authority-list-page.tsx';
import type { DeskRow } from '../pages/desk-list-page.tsx';
import { paths } from '../paths.ts';
import type { AuthorityFrame } from './authority.ts';

type Names = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly carrierOf: (carrierId: string | null) => string;
};

/** What a body dealt with: its own part, and how the case stands where it still sees that. */
export function dealingList(
  { locale, now, body }: AuthorityFrame,
  items: readonly DealingItem[],
  { numbers, carrierOf }: Names,
  next: string | null,
): AuthorityListPageProps {
  const own = (key: 'carrier' | 'handed' | 'ended' | 'how' | 'now') => ({
    key,
    label: t(locale, `authority.col.${key}`),
  });
  const column = (key: 'reference' | 'number') => ({ key, label: t(locale, `desk.col.${key}`) });
  const rows = items.map(
    (item): DeskRow => ({
      id: item.caseId,
      href: paths.authorityCase(item.caseId),
      cells: {
        reference: item.reference,
        carrier: carrierOf(item.carrierId),
        number: numbers.get(item.numberId) ?? '',
        how: t(locale, `dealing.${item.endedHow}`),
        ended: formatMoment(locale, item.endedAt, now),
        handed: formatMoment(locale, item.handedAt, now),
        now: item.status ? { pill: 'case', status: item.status } : t(locale, 'authority.dealings.out_of_sight'),
      },
    }),
  );
  return {
    title: t(locale, 'authority.tab.dealings'),
    hint: t(locale, 'authority.dealings.hint'),
    body,
    filters: [],
    lists: [
      {
        columns: [
          { ...column('reference'), main: true },
          own('carrier'),
          column('number'),
          own('how'),
          own('ended'),
          own('handed'),
          own('now'),
        ],
        rows,
        empty: t(locale, 'authority.dealings.empty'),
        next,
      },
    ],
  };
}
