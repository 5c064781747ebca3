import type { Queryable } from '../platform/pool.ts';

/** Whether the same bytes lie in a case of another number too. */
export async function hasEvidenceElsewhere(db: Queryable, sha256: string, numberId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'select from evidence_items where sha256 = $1 and number_id <> $2 and forgotten_at is null limit 1',
    [sha256, numberId],
  );
  return (rowCount ?? 0) > 0;
}
