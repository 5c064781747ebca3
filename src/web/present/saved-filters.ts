import type { Colleague } from '../../app/assignment/house.ts';
import type { FilterView } from '../../app/filters/saved-filters.ts';
import { COUNT_LIMIT } from '../../app/filters/saved-filters.ts';
import type { FilterField, FilterList, FilterQuery } from '../../domain/filters/saved-filter.ts';
import { FILTER_FIELDS, WHOSE } from '../../domain/filters/saved-filter.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { paths } from '../paths.ts';
import { withQuery } from '../pieces/query.ts';
import type { SavedFiltersProps } from '../pieces/saved-filters.tsx';

/** Where a filter opens: the queue, the flags, or the same cases on the page for many at once. */
export type FilterPlace = 'queue' | 'flags' | 'bulk';

type Query = Readonly<Record<string, string>>;

export const LIST_OF: Readonly<Record<FilterPlace, FilterList>> = { queue: 'cases', flags: 'flags', bulk: 'cases' };
const PATH_OF: Readonly<Record<FilterPlace, string>> = {
  queue: paths.desk,
  flags: paths.deskFlags,
  bulk: paths.deskBulk,
};
/** On the page for many at once a bare address means the cases in review; this word means all. */
export const ANY_STATUS = 'any';
const BULK_STATUS = 'in_review';

/** What an address filters by, as it would be kept. */
export function filterIn(place: FilterPlace, query: Query): FilterQuery {
  const asked = Object.fromEntries(
    FILTER_FIELDS[LIST_OF[place]].flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  ) as FilterQuery;
  const { sort, ...rest } = asked;
  const kept = sort === 'opened' && place !== 'bulk' ? asked : rest;
  if (place !== 'bulk') return kept;
  const { status = BULK_STATUS, ...others } = kept;
  return status === ANY_STATUS ? others : { status, ...others };
}

/** The address at which a kept filter opens. */
export function filterHref(place: FilterPlace, { filterId, query }: Pick<FilterView, 'filterId' | 'query'>): string {
  const { sort, ...rest } = query;
  const asked: Query = place === 'bulk' ? { ...rest, status: rest.status ?? ANY_STATUS } : query;
  // In one order, so that an address is the same whenever it is made.
  const shown = Object.fromEntries(
    FILTER_FIELDS[LIST_OF[place]].flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])),
  );
  return withQuery(PATH_OF[place], shown, { saved: filterId });
}

/** The row of kept filters above a list, and what to say of the one that is open. */
export function savedFilters(
  locale: Locale,
  place: FilterPlace,
  { all, query, nameOf, found }: Given,
): SavedFiltersProps {
  const present = filterIn(place, query);
  const same = all.filter((one) => sameFilter(place, one.query, present));
  const current = same.find(({ filterId }) => filterId === query.saved) ?? same[0];
  const filtering = Object.keys(present).some((name) => name !== 'sort');
  const bare = place === 'bulk' && Object.keys(present).length === 1 && present.status === BULK_STATUS;
  const whole = {
    label: t(locale, place === 'bulk' ? 'filter.all_in_review' : 'filter.all'),
    href: PATH_OF[place],
    current: !current && (bare || !filtering),
  };
  return {
    tabs: [
      whole,
      ...all.map((one) => ({
        label: one.mayChange ? one.name : t(locale, 'filter.of', { name: one.name, who: nameOf(one.ownerId) }),
        href: filterHref(place, one),
        current: one === current,
        count: countWords(locale, one.count),
      })),
    ],
    notes: notesOn(locale, query, all, current, found),
    unsaved: filtering && !current && !bare ? { place, ...present } : null,
    manageHref: withQuery(paths.deskFilters, { place }),
  };
}

type Given = {
  readonly all: readonly FilterView[];
  readonly query: Query;
  readonly nameOf: (actorId: string) => string;
  /** How many the list shows. */
  readonly found: number;
};

function notesOn(
  locale: Locale,
  query: Query,
  all: readonly FilterView[],
  current: FilterView | undefined,
  found: number,
): string[] {
  if (!current) {
    const missing = query.saved !== undefined && !all.some(({ filterId }) => filterId === query.saved);
    return missing ? [t(locale, 'filter.missing')] : [];
  }
  const left = current.gone.filter((name) => name !== 'assignee');
  const names = left.map((name) => t(locale, `filter.criterion.${name}`)).join(t(locale, 'list.and'));
  return [
    ...(current.gone.includes('assignee') ? [t(locale, 'filter.gone.assignee')] : []),
    ...(left.length > 0 ? [t(locale, 'filter.gone', { names })] : []),
    ...(found === 0 && current.query.rule ? [t(locale, 'filter.gone.rule')] : []),
  ];
}

/** What a filter filters by, in words. */
export function filterWords(
  locale: Locale,
  list: FilterList,
  query: FilterQuery,
  { nameOf, colleagues }: { readonly nameOf: (actorId: string) => string; readonly colleagues: readonly Colleague[] },
): string {
  const valueWords = (name: FilterField, value: string): string => {
    if (name === 'status') return findText(locale, `status.${list === 'cases' ? 'case' : 'flag'}.${value}`) ?? value;
    if (name === 'cause') return findText(locale, `desk.cause.${value}`) ?? value;
    if (name === 'sort') return t(locale, 'filter.value.opened');
    if (name === 'rule') return value;
    if (WHOSE.some((one) => one === value)) return findText(locale, `assign.filter.${value}`) ?? value;
    const there = colleagues.some(({ id }) => id === value);
    return there ? nameOf(value) : t(locale, 'filter.gone_person', { name: nameOf(value) });
  };
  return FILTER_FIELDS[list]
    .flatMap((name) => {
      const value = query[name as FilterField];
      const criterion = t(locale, `filter.criterion.${name}`);
      return value === undefined ? [] : [t(locale, 'filter.word', { criterion, value: valueWords(name, value) })];
    })
    .join(t(locale, 'filter.words_between'));
}

/** How many, as far as they are counted. */
export function countWords(locale: Locale, count: number): string {
  return count >= COUNT_LIMIT ? t(locale, 'filter.many', { count: COUNT_LIMIT - 1 }) : String(count);
}

function sameFilter(place: FilterPlace, kept: FilterQuery, present: FilterQuery): boolean {
  const { sort, ...rest } = kept;
  const asked = place === 'bulk' ? rest : kept;
  const names = new Set([...Object.keys(asked), ...Object.keys(present)]) as Set<FilterField>;
  return [...names].every((name) => asked[name as 'status'] === present[name]);
}
