import type { FilterList, FilterQuery } from '../domain/filters/saved-filter.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

export type SavedFilter = {
  readonly filterId: string;
  readonly carrierId: string;
  readonly list: FilterList;
  readonly name: string;
  readonly query: FilterQuery;
  readonly ownerId: string;
  /** Seen by everybody at the same desk. */
  readonly shared: boolean;
  readonly savedAt: Instant;
  readonly changedAt: Instant;
};

const COLUMNS = `filter_id as "filterId", carrier_id as "carrierId", list, name, query, owner_id as "ownerId", shared,
  saved_at as "savedAt", changed_at as "changedAt"`;

/** Somebody's own filters and those that colleagues share, one's own first, by name. */
export async function listSavedFilters(
  db: Queryable,
  {
    carrierId,
    ownerId,
    list,
  }: { readonly carrierId: string; readonly ownerId: string; readonly list: FilterList | null },
): Promise<SavedFilter[]> {
  const { rows } = await db.query<SavedFilter>(
    `select ${COLUMNS} from saved_filters
    where carrier_id = $1 and (owner_id = $2 or shared) and ($3::text is null or list = $3)
    order by owner_id <> $2, lower(name), filter_id`,
    [carrierId, ownerId, list],
  );
  return rows;
}

export async function findSavedFilter(db: Queryable, filterId: string): Promise<SavedFilter | null> {
  const { rows } = await db.query<SavedFilter>(`select ${COLUMNS} from saved_filters where filter_id = $1`, [filterId]);
  return rows[0] ?? null;
}

/** How many somebody keeps, and how many of a desk are shared. */
export async function countSavedFilters(
  db: Queryable,
  { carrierId, ownerId }: { readonly carrierId: string; readonly ownerId: string },
): Promise<{ readonly own: number; readonly shared: number }> {
  const { rows } = await db.query<{ own: number; shared: number }>(
    `select (count(*) filter (where owner_id = $2))::integer as own, (count(*) filter (where shared))::integer as shared
    from saved_filters where carrier_id = $1`,
    [carrierId, ownerId],
  );
  return rows[0] ?? { own: 0, shared: 0 };
}

/** Keeps a filter; throws on the constraint `saved_filters_name` when its owner has the name already. */
export async function addSavedFilter(db: Queryable, one: SavedFilter): Promise<void> {
  const { filterId, carrierId, list, name, query, ownerId, shared, savedAt, changedAt } = one;
  await db.query(
    `insert into saved_filters (filter_id, carrier_id, list, name, query, owner_id, shared, saved_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [filterId, carrierId, list, name, JSON.stringify(query), ownerId, shared, savedAt, changedAt],
  );
}

/** Renames and shares; throws on the constraint `saved_filters_name` when its owner has the name already. */
export async function changeSavedFilter(
  db: Queryable,
  { filterId, name, shared, changedAt }: Pick<SavedFilter, 'filterId' | 'name' | 'shared' | 'changedAt'>,
): Promise<void> {
  await db.query(`update saved_filters set name = $2, shared = $3, changed_at = $4 where filter_id = $1`, [
    filterId,
    name,
    shared,
    changedAt,
  ]);
}

export async function removeSavedFilter(db: Queryable, filterId: string): Promise<void> {
  await db.query('delete from saved_filters where filter_id = $1', [filterId]);
}
