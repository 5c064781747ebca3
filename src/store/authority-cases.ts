import type { CaseStatus } from '../domain/cases/case.ts';
import type { Remedy } from '../domain/flags/words.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

/** A case as the queue of a body shows it. */
export type AuthorityCaseItem = {
  readonly numberId: string;
  readonly caseId: string;
  readonly line: number;
  readonly carrierId: string | null;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly remedy: Remedy;
  readonly flagIds: readonly string[];
  readonly openedAt: Instant;
  readonly authorityAssignee: string | null;
  /** The end of the body's own lawful time, by the clock that presses it most; null when none runs. */
  readonly authorityDueAt: Instant | null;
  readonly authorityDueRuleId: string | null;
  readonly endedAt: Instant | null;
};

/** Stands for "no clock runs": after every date. */
const NEVER = 'infinity';

/** Cases that a body was given last, by its lawful time left: the latest in front, those without a clock at the end. */
export async function listAuthorityCases(
  db: Queryable,
  filters: PageRequest & {
    readonly authorityId: string;
    readonly statuses: readonly CaseStatus[];
    /** Who works on it; null for what nobody works on. */
    readonly assignees?: readonly string[] | null | undefined;
  },
): Promise<Page<AuthorityCaseItem>> {
  const { authorityId, statuses, assignees, cursor, limit } = filters;
  const where = new Conditions().add('authority_id = $1', authorityId).add('status = any($1)', statuses);
  if (assignees === null) where.add('authority_assignee is null');
  else where.when(assignees, 'authority_assignee = any($1)');
  const byDue = `coalesce(authority_due_at, 'infinity'::timestamptz)`;
  const after = readCursor(cursor, ['moment', 'text']);
  if (after) where.add(`(${byDue}, case_id) > ($1::timestamptz, $2)`, ...after);
  const { rows } = await db.query<AuthorityCaseItem>(
    `select number_id as "numberId", case_id as "caseId", line, carrier_id as "carrierId", reference, status, remedy,
      flag_ids as "flagIds", opened_at as "openedAt", authority_assignee as "authorityAssignee",
      authority_due_at as "authorityDueAt", authority_due_rule_id as "authorityDueRuleId", ended_at as "endedAt"
    from cases ${where.sql} order by ${byDue}, case_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [row.authorityDueAt ?? NEVER, row.caseId]);
}
