import { filterScope, objectToFilterChange } from '../../access/filters.ts';
import { isRefusal } from '../../access/lists.ts';
import type { FilterField, FilterList, FilterQuery } from '../../domain/filters/saved-filter.ts';
import { objectToName, objectToQuery, standing, tidyName, valuesGone } from '../../domain/filters/saved-filter.ts';
import type { Cause } from '../../domain/flags/words.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { hitsConstraint } from '../../store/database-errors.ts';
import type { Counted } from '../../store/desk.ts';
import { countEach } from '../../store/desk.ts';
import type { SavedFilter } from '../../store/saved-filters.ts';
import {
  addSavedFilter,
  changeSavedFilter,
  countSavedFilters,
  findSavedFilter,
  listSavedFilters,
  removeSavedFilter,
} from '../../store/saved-filters.ts';
import type { Asker } from '../asker.ts';
import { listColleagues, requireHouse } from '../assignment/house.ts';
import type { CaseListInput } from '../cases/list-cases.ts';
import { caseFilter } from '../cases/list-cases.ts';
import type { AppContext } from '../context.ts';
import type { FlagListInput } from '../flags/list-flags.ts';
import { notFound } from '../on-number.ts';

/** More than somebody can tell apart in a row above a list. */
export const OWN_LIMIT = 20;
export const SHARED_LIMIT = 40;
/** Beyond this a count says "or more": it is read at a glance, and the list shows the rest. */
export const COUNT_LIMIT = 1_000;

export type FilterView = SavedFilter & {
  /** How many it holds now for whoever looks, at most `COUNT_LIMIT`. */
  readonly count: number;
  /** What it names that is not there any more; the rest of it still filters. */
  readonly gone: readonly FilterField[];
  readonly mayChange: boolean;
};

export type FilterInput = {
  readonly list: FilterList;
  readonly name: string;
  readonly query: FilterQuery;
  readonly shared: boolean;
};

/** The asker's own filters, and those that colleagues of the same desk share. */
export async function listFilters(ctx: AppContext, asker: Asker, list: FilterList | null): Promise<FilterView[]> {
  const carrierId = requireFilters(asker);
  const all = await listSavedFilters(ctx.pool, { carrierId, ownerId: asker.actor.id, list });
  if (all.length === 0) return [];
  const colleagueIds = await colleagueIdsOf(ctx, asker);
  const counted = await Promise.all(all.map((one) => countedOf(ctx, asker, one)));
  const counts = await countEach(ctx.pool, counted, COUNT_LIMIT);
  return all.map((one, index) => ({
    ...one,
    count: counts[index] ?? 0,
    gone: valuesGone(one.list, one.query, colleagueIds),
    mayChange: objectToFilterChange(asker.actor, one) === null,
  }));
}

/** Keeps a filter of a list under a name that its owner has not given yet. */
export async function saveFilter(ctx: AppContext, asker: Asker, input: FilterInput): Promise<FilterView> {
  const carrierId = requireFilters(asker);
  const { list, query, shared } = input;
  const name = tidyName(input.name);
  const refused = objectToQuery(list, query, await colleagueIdsOf(ctx, asker)) ?? objectToName(name);
  if (refused) throw new RefusalError(refused);
  const ownerId = asker.actor.id;
  const now = ctx.clock.now();
  const have = await countSavedFilters(ctx.pool, { carrierId, ownerId });
  if (have.own >= OWN_LIMIT) throw new RefusalError(refusal('filter.too_many', { limit: OWN_LIMIT }, '/name'));
  if (shared && have.shared >= SHARED_LIMIT) throw tooManyShared();
  const filterId = newId('filter', now, ctx.random);
  const one: SavedFilter = { filterId, carrierId, list, name, query, ownerId, shared, savedAt: now, changedAt: now };
  await named(name, () => addSavedFilter(ctx.pool, one));
  return getFilter(ctx, asker, filterId);
}

/** Renames a filter, or shares it and takes that back. */
export async function changeFilter(
  ctx: AppContext,
  asker: Asker,
  filterId: string,
  change: { readonly name?: string | undefined; readonly shared?: boolean | undefined },
): Promise<FilterView> {
  const one = await requireOwn(ctx, asker, filterId);
  const name = change.name === undefined ? one.name : tidyName(change.name);
  const shared = change.shared ?? one.shared;
  const refused = objectToName(name);
  if (refused) throw new RefusalError(refused);
  if (shared && !one.shared) {
    const have = await countSavedFilters(ctx.pool, { carrierId: one.carrierId, ownerId: one.ownerId });
    if (have.shared >= SHARED_LIMIT) throw tooManyShared();
  }
  await named(name, () => changeSavedFilter(ctx.pool, { filterId, name, shared, changedAt: ctx.clock.now() }));
  return getFilter(ctx, asker, filterId);
}

/** Deletes a filter; the cases and flags that it showed are not touched. */
export async function deleteFilter(ctx: AppContext, asker: Asker, filterId: string): Promise<SavedFilter> {
  const one = await requireOwn(ctx, asker, filterId);
  await removeSavedFilter(ctx.pool, filterId);
  return one;
}

/** The list of cases that a filter of cases stands for. */
export function caseInput({ status, assignee, sort }: FilterQuery): CaseListInput {
  const statuses = status === undefined ? undefined : ([status] as NonNullable<CaseListInput['statuses']>);
  return { statuses, assignee, sort: sort === 'opened' ? 'opened' : 'due' };
}

function flagInput({ status, cause, rule }: FilterQuery): FlagListInput {
  return { status: status as FlagListInput['status'], cause: cause as Cause | undefined, ruleId: rule };
}

async function countedOf(ctx: AppContext, asker: Asker, { carrierId, list, ...one }: SavedFilter): Promise<Counted> {
  const query = standing(list, one.query);
  return list === 'cases'
    ? { cases: await caseFilter(ctx, asker, caseInput(query)) }
    : { flags: { carrierId, ...flagInput(query) } };
}

async function colleagueIdsOf(ctx: AppContext, asker: Asker): Promise<string[]> {
  return (await listColleagues(ctx, requireHouse(asker))).map(({ id }) => id);
}

async function getFilter(ctx: AppContext, asker: Asker, filterId: string): Promise<FilterView> {
  const one = (await listFilters(ctx, asker, null)).find((each) => each.filterId === filterId);
  if (!one) throw notFound();
  return one;
}

async function requireOwn(ctx: AppContext, asker: Asker, filterId: string): Promise<SavedFilter> {
  requireFilters(asker);
  const one = await findSavedFilter(ctx.pool, filterId);
  if (!one) throw notFound();
  const refused = objectToFilterChange(asker.actor, one);
  if (refused) throw new RefusalError(refused);
  return one;
}

function requireFilters({ actor }: Asker): string {
  const scope = filterScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.carrierId;
}

async function named(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!hitsConstraint(error, 'saved_filters_name')) throw error;
    throw new RefusalError(refusal('filter.name_taken', { name }, '/name'));
  }
}

function tooManyShared(): RefusalError {
  return new RefusalError(refusal('filter.too_many_shared', { limit: SHARED_LIMIT }, '/shared'));
}
