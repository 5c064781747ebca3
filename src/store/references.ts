import type { Queryable } from '../platform/pool.ts';

export type CaseLocation = { readonly numberId: string; readonly caseId: string };

/** The case behind a reference in its one spelling. */
export async function findCaseByReference(db: Queryable, reference: string): Promise<CaseLocation | null> {
  const { rows } = await db.query<CaseLocation>(
    'select number_id as "numberId", case_id as "caseId" from case_references where reference = $1',
    [reference],
  );
  return rows[0] ?? null;
}
