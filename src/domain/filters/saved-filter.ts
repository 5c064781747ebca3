import type { CaseStatus } from '../cases/case.ts';
import { CASE_STATUSES } from '../cases/case.ts';
import type { FlagStatus } from '../flags/flag.ts';
import { CAUSES } from '../flags/words.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { isStorable } from '../storable-text.ts';

/** The lists of a desk whose filters can be kept under a name. */
export const FILTER_LISTS = ['cases', 'flags'] as const;
export type FilterList = (typeof FILTER_LISTS)[number];

export const FILTER_FIELDS = {
  cases: ['status', 'assignee', 'sort'],
  flags: ['status', 'cause', 'rule'],
} as const satisfies Readonly<Record<FilterList, readonly string[]>>;
export type FilterField = (typeof FILTER_FIELDS)[FilterList][number];
/** As the address of the list has it. */
export type FilterQuery = { readonly [F in FilterField]?: string };

export const FILED_STATUSES: readonly CaseStatus[] = CASE_STATUSES.filter((status) => status !== 'draft');
export const FLAG_STATUSES: readonly FlagStatus[] = ['active', 'lifting', 'lifted', 'detached'];
/** Whose cases, said from whoever looks: the same filter shows each colleague their own. */
export const WHOSE = ['mine', 'nobody', 'away'] as const;
export const FILTER_NAME_LIMIT = 40;
const VALUE_LIMIT = 80;

/** A name in its one spelling: trimmed, and blanks as single ones, so that two cannot look alike. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/** Why a name cannot be given; null when it can. The name comes tidied. */
export function objectToName(name: string): Refusal | null {
  if (!isStorable(name) || /\p{C}/u.test(name)) return refusal('filter.name_unreadable', {}, '/name');
  if (name === '') return refusal('filter.name_missing', {}, '/name');
  return [...name].length > FILTER_NAME_LIMIT
    ? refusal('filter.name_too_long', { limit: FILTER_NAME_LIMIT }, '/name')
    : null;
}

/** Why this cannot be kept as a filter of the list; null when it can. What orders a list alone filters nothing. */
export function objectToQuery(list: FilterList, query: FilterQuery, colleagueIds: readonly string[]): Refusal | null {
  const known: readonly string[] = FILTER_FIELDS[list];
  const strange = Object.keys(query).filter((name) => !known.includes(name));
  if (strange.length > 0) return refusal('filter.unknown_field', { names: strange, known }, '/query');
  const wrong = valuesGone(list, query, colleagueIds)[0];
  if (wrong) return refusal('filter.unknown_value', { criterion: wrong }, `/query/${wrong}`);
  const filtering = known.some((name) => name !== 'sort' && query[name as FilterField] !== undefined);
  return filtering ? null : refusal('filter.nothing_chosen', {}, '/query');
}

/** What of a kept filter is not there any more: words that the product no longer has, and, where colleagues are given, one who left. */
export function valuesGone(list: FilterList, query: FilterQuery, colleagueIds?: readonly string[]): FilterField[] {
  const { status, assignee, cause, rule, sort } = query;
  const statuses: readonly string[] = list === 'cases' ? FILED_STATUSES : FLAG_STATUSES;
  const there: readonly string[] = [...WHOSE, ...(colleagueIds ?? [])];
  const isGone: Readonly<Record<FilterField, boolean>> = {
    status: status !== undefined && !statuses.includes(status),
    assignee:
      assignee !== undefined && (!isValue(assignee) || (colleagueIds !== undefined && !there.includes(assignee))),
    cause: cause !== undefined && !CAUSES.some((one) => one === cause),
    rule: rule !== undefined && !isValue(rule),
    sort: sort !== undefined && sort !== 'opened',
  };
  return FILTER_FIELDS[list].filter((name) => isGone[name]);
}

/** What of a kept filter still filters: a status or a cause that is no more is left out, a colleague who left still has cases. */
export function standing(list: FilterList, query: FilterQuery): FilterQuery {
  const gone = valuesGone(list, query);
  return Object.fromEntries(
    FILTER_FIELDS[list].flatMap((name) => {
      const value = query[name];
      return value === undefined || gone.includes(name) ? [] : [[name, value]];
    }),
  );
}

function isValue(text: string): boolean {
  return text !== '' && text.length <= VALUE_LIMIT && isStorable(text);
}
