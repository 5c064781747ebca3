import type { RuleName } from '../domain/learning/board.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

/** Counts of one province and of all; never anything of a person. */
export type ReportFigures = {
  readonly decided: number;
  readonly overturned: number;
  readonly tolerated: number;
  readonly inProvince: number;
  readonly inAll: number;
  /** Lifted in the province, taken out there with a reason, over by themselves; null while nothing is decided. */
  readonly lifted: number | null;
  readonly takenOut: number | null;
  readonly over: number | null;
};

export type RuleReport = RuleName & {
  readonly reportId: string;
  readonly authorityId: string;
  readonly carrierId: string;
  readonly province: string;
  readonly classId: string;
  readonly kind: 'opened' | 'decided' | 'dropped';
  readonly figures: ReportFigures;
  readonly sentAt: Instant;
  readonly readAt: Instant | null;
};

const COLUMNS = `report_id as "reportId", authority_id as "authorityId", carrier_id as "carrierId", province, policy_id as "policyId",
  policy_version as version, rule_id as "ruleId", class_id as "classId", kind, figures, sent_at as "sentAt", read_at as "readAt"`;

/** Tells bodies once of each step of a class. */
export async function addReports(db: Queryable, reports: readonly RuleReport[]): Promise<void> {
  if (reports.length === 0) return;
  await db.query(
    `insert into rule_reports (report_id, authority_id, carrier_id, province, policy_id, policy_version, rule_id, class_id, kind, figures, sent_at)
    select "reportId", "authorityId", "carrierId", province, "policyId", version, "ruleId", "classId", kind, figures, "sentAt"
    from json_to_recordset($1::json) as r("reportId" text, "authorityId" text, "carrierId" text, province text, "policyId" text,
      version integer, "ruleId" text, "classId" text, kind text, figures jsonb, "sentAt" timestamptz)
    on conflict (authority_id, class_id, kind) do nothing`,
    [JSON.stringify(reports)],
  );
}

/** What a body was told, newest first. */
export async function listReports(
  db: Queryable,
  authorityId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<RuleReport>> {
  const where = new Conditions().add('authority_id = $1', authorityId);
  const after = readCursor(cursor, ['moment', 'text']);
  if (after) where.add('(sent_at < $1::timestamptz or sent_at = $1::timestamptz and report_id > $2)', ...after);
  const { rows } = await db.query<RuleReport>(
    `select ${COLUMNS} from rule_reports ${where.sql} order by sent_at desc, report_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [row.sentAt, row.reportId]);
}

/** Who was told of a class. */
export async function listReportsOfClass(db: Queryable, classId: string): Promise<RuleReport[]> {
  const { rows } = await db.query<RuleReport>(
    `select ${COLUMNS} from rule_reports where class_id = $1 order by sent_at, report_id`,
    [classId],
  );
  return rows;
}

/** Whether the body has such a report; the first reading is kept. */
export async function markReportRead(
  db: Queryable,
  reportId: string,
  authorityId: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update rule_reports set read_at = coalesce(read_at, $3), read_by = coalesce(read_by, $4)
    where report_id = $1 and authority_id = $2`,
    [reportId, authorityId, at, by],
  );
  return rowCount === 1;
}
