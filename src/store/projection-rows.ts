import type { Queryable } from '../platform/pool.ts';
import {
  columnList,
  PROJECTION_NAMES,
  PROJECTIONS,
  type ProjectionName,
  type Row,
  type Rows,
  upsertSql,
} from './projection-tables.ts';

/** Every projected row of these numbers as it is stored, by number. */
export async function readRows(db: Queryable, numberIds: readonly string[]): Promise<Map<string, Rows>> {
  const found = new Map<string, { [N in ProjectionName]?: Row[] }>();
  for (const name of PROJECTION_NAMES) {
    const { rows } = await db.query<Row>(
      `select ${columnList(name)} from ${name} where number_id = any($1::bigint[])`,
      [numberIds],
    );
    for (const row of rows) {
      const ofNumber = found.get(String(row.number_id)) ?? {};
      found.set(String(row.number_id), ofNumber);
      ofNumber[name] = [...(ofNumber[name] ?? []), row];
    }
  }
  return found as Map<string, unknown> as Map<string, Rows>;
}

/** Makes the projected rows of these numbers be exactly the given ones; what is not folded in them (a lease) stays. */
export async function replaceRows(db: Queryable, numberIds: readonly string[], given: readonly Rows[]): Promise<void> {
  for (const name of PROJECTION_NAMES) {
    const keys = PROJECTIONS[name].keys.map((key) => `"${key}"`).join(', ');
    const rows = JSON.stringify(given.flatMap((one): readonly Row[] => one[name] ?? []));
    await db.query(
      `delete from ${name} where number_id = any($1::bigint[])
        and (${keys}) not in (select ${keys} from json_populate_recordset(null::${name}, $2::json))`,
      [numberIds, rows],
    );
    await db.query(upsertSql(name, '$1', ''), [rows]);
  }
}
