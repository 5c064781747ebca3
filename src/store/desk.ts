import type { CaseStatus } from '../domain/cases/case.ts';
import type { FlagStatus, LiftedBecause } from '../domain/flags/flag.ts';
import type { Cause, Imposer, Layer, ReasonCode, Remedy } from '../domain/flags/words.ts';
import type { Attention, AttentionKind } from '../domain/notices/attention.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

/** Every list here is one carrier's; what somebody reported on their own shows at no desk. */
type OfCarrier = PageRequest & { readonly carrierId: string };

export type CaseItem = {
  readonly numberId: string;
  readonly caseId: string;
  readonly line: number;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly remedy: Remedy;
  readonly flagIds: readonly string[];
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly reviewerId: string | null;
  readonly assignee: string | null;
  /** The end of the carrier's lawful time, by the clock that presses most; null when none runs. */
  readonly dueAt: Instant | null;
  readonly dueRuleId: string | null;
  readonly endedAt: Instant | null;
};

const CASE_COLUMNS = `number_id as "numberId", case_id as "caseId", line, reference, status, remedy,
  flag_ids as "flagIds", opened_by as "openedBy", opened_at as "openedAt", reviewer_id as "reviewerId",
  desk_assignee as assignee, due_at as "dueAt", due_rule_id as "dueRuleId", ended_at as "endedAt"`;

/** Stands for "no clock runs": after every date. */
const NEVER = 'infinity';

export type CaseFilter = {
  readonly carrierId: string;
  readonly statuses?: readonly CaseStatus[] | undefined;
  readonly reviewerId?: string | undefined;
  /** Who works on it; null for what nobody works on. */
  readonly assignees?: readonly string[] | null | undefined;
};

function casesWhere({ carrierId, statuses, reviewerId, assignees }: CaseFilter): Conditions {
  const where = new Conditions()
    .add('carrier_id = $1', carrierId)
    .when(statuses, 'status = any($1)')
    .when(reviewerId, 'reviewer_id = $1');
  return assignees === null ? where.add('desk_assignee is null') : where.when(assignees, 'desk_assignee = any($1)');
}

/** Cases by lawful time left (the most pressing first, those without a clock last), or newest first. */
export async function listCases(
  db: Queryable,
  filters: OfCarrier & CaseFilter & { readonly sort: 'due' | 'opened' },
): Promise<Page<CaseItem>> {
  const { sort, cursor, limit } = filters;
  const where = casesWhere(filters);
  const after = readCursor(cursor, ['moment', 'text']);
  const byDue = `coalesce(due_at, 'infinity'::timestamptz)`;
  if (after) {
    if (sort === 'due') where.add(`(${byDue}, case_id) > ($1::timestamptz, $2)`, ...after);
    else where.add('(opened_at < $1::timestamptz or opened_at = $1::timestamptz and case_id > $2)', ...after);
  }
  const { rows } = await db.query<CaseItem>(
    `select ${CASE_COLUMNS} from cases ${where.sql}
    order by ${sort === 'due' ? byDue : 'opened_at desc'}, case_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [sort === 'due' ? (row.dueAt ?? NEVER) : row.openedAt, row.caseId]);
}

export type FlagItem = {
  readonly numberId: string;
  readonly flagId: string;
  readonly line: number;
  readonly status: FlagStatus;
  readonly layer: Layer;
  readonly imposedBy: Imposer;
  readonly cause: Cause;
  readonly code: ReasonCode;
  readonly policyId: string | null;
  readonly policyVersion: number | null;
  readonly ruleId: string | null;
  readonly raisedBy: string;
  readonly placedAt: Instant;
  readonly liftedBecause: LiftedBecause | null;
  readonly liftedAt: Instant | null;
};

export type FlagFilter = {
  readonly carrierId: string;
  readonly status?: FlagStatus | undefined;
  readonly cause?: Cause | undefined;
  readonly ruleId?: string | undefined;
};

function flagsWhere({ carrierId, status, cause, ruleId }: FlagFilter): Conditions {
  return new Conditions()
    .add('carrier_id = $1', carrierId)
    .when(status, 'status = $1')
    .when(cause, 'cause = $1')
    .when(ruleId, 'rule_id = $1');
}

/** Flags, newest first. */
export async function listFlags(db: Queryable, filters: OfCarrier & FlagFilter): Promise<Page<FlagItem>> {
  const { cursor, limit } = filters;
  const where = flagsWhere(filters);
  const after = readCursor(cursor, ['moment', 'text']);
  if (after) where.add('(placed_at < $1::timestamptz or placed_at = $1::timestamptz and flag_id > $2)', ...after);
  const { rows } = await db.query<FlagItem>(
    `select number_id as "numberId", flag_id as "flagId", line, status, layer, imposed_by as "imposedBy", cause, code,
      policy_id as "policyId", policy_version as "policyVersion", rule_id as "ruleId", raised_by as "raisedBy",
      placed_at as "placedAt", lifted_because as "liftedBecause", lifted_at as "liftedAt"
    from flags ${where.sql} order by placed_at desc, flag_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [row.placedAt, row.flagId]);
}

/** Which rows a count is about. */
export type Counted = { readonly cases: CaseFilter } | { readonly flags: FlagFilter };

/** Of these statuses alone cases have ended. */
const ENDED: readonly CaseStatus[] = ['withdrawn', 'closed'];

/** How many rows each of these filters holds, none counted beyond `most`; all in one statement. */
export async function countEach(db: Queryable, all: readonly Counted[], most: number): Promise<number[]> {
  if (all.length === 0) return [];
  const values: unknown[] = [];
  const texts = all.map((one, index) => {
    const where = 'cases' in one ? casesWhere(one.cases) : flagsWhere(one.flags);
    // A desk's open cases are few among all that it ever had, and have an index of their own.
    if ('cases' in one && one.cases.statuses?.every((status) => !ENDED.includes(status))) where.add('ended_at is null');
    const offset = values.length;
    values.push(...where.values);
    const sql = where.sql.replaceAll(/\$(\d+)/g, (_, place) => `$${Number(place) + offset}`);
    const from = 'cases' in one ? 'cases' : 'flags';
    return `select ${index} as place, count(*)::integer as count from (select 1 from ${from} ${sql} limit ${most}) counted`;
  });
  const { rows } = await db.query<{ place: number; count: number }>(
    `${texts.join(' union all ')} order by place`,
    values,
  );
  return rows.map(({ count }) => count);
}

/** How often a rule of a policy flagged, and what came of it. */
export type RuleCount = {
  readonly policyId: string;
  readonly ruleId: string;
  readonly placed: number;
  readonly lifted: number;
  /** Found to have had no sufficient ground. */
  readonly misjudged: number;
};

export async function countRules(db: Queryable, carrierId: string): Promise<RuleCount[]> {
  const { rows } = await db.query<RuleCount>(
    `select policy_id as "policyId", rule_id as "ruleId", count(*)::integer as placed,
      (count(*) filter (where status = 'lifted'))::integer as lifted,
      (count(*) filter (where lifted_because = 'misjudged'))::integer as misjudged
    from flags where carrier_id = $1 and rule_id is not null
    group by policy_id, rule_id order by policy_id, rule_id`,
    [carrierId],
  );
  return rows;
}

export type AttentionItem = {
  readonly numberId: string;
  readonly attentionId: string;
  readonly line: number;
  readonly kind: AttentionKind;
  readonly subject: Attention['subject'];
  readonly detail: string;
  readonly raisedAt: Instant;
  readonly handledAt: Instant | null;
};

/** What waits for a human, oldest first; or what was handled, newest first. */
export async function listAttention(
  db: Queryable,
  filters: OfCarrier & { readonly open: boolean },
): Promise<Page<AttentionItem>> {
  const { carrierId, open, cursor, limit } = filters;
  const where = new Conditions()
    .add('carrier_id = $1', carrierId)
    .add(open ? 'handled_at is null' : 'handled_at is not null');
  const after = readCursor(cursor, ['moment', 'text']);
  if (after) {
    if (open) where.add('(raised_at, attention_id) > ($1::timestamptz, $2)', ...after);
    else where.add('(handled_at < $1::timestamptz or handled_at = $1::timestamptz and attention_id > $2)', ...after);
  }
  const { rows } = await db.query<AttentionItem>(
    `select number_id as "numberId", attention_id as "attentionId", line, kind,
      json_build_object('kind', subject_kind, 'id', subject_id) as subject, detail,
      raised_at as "raisedAt", handled_at as "handledAt"
    from attention ${where.sql} order by ${open ? 'raised_at' : 'handled_at desc'}, attention_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [(open ? row.raisedAt : row.handledAt) ?? NEVER, row.attentionId]);
}
