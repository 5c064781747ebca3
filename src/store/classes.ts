import type { FlagStatus } from '../domain/flags/flag.ts';
import type { RuleName } from '../domain/learning/board.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { Conditions, type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

export type ClassStatus = 'open' | 'working' | 'decided' | 'dropped';
export type MemberStatus = 'waiting' | 'taken_out' | 'decided' | 'over';

/** Flags that one rule placed, looked at again together. */
export type FlagClass = RuleName & {
  readonly classId: string;
  readonly carrierId: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly because: 'test' | 'hand';
  readonly why: string;
  readonly pauseId: string | null;
  readonly status: ClassStatus;
  readonly endedAt: Instant | null;
};

const CLASS = `class_id as "classId", carrier_id as "carrierId", policy_id as "policyId", policy_version as version,
  rule_id as "ruleId", from_at as "from", until_at as until, opened_at as "openedAt", opened_by as "openedBy", because, why,
  pause_id as "pauseId", status, ended_at as "endedAt"`;

/** The id of the class that is now open, or null when another one of the rule is. */
export async function beginClass(db: Queryable, one: FlagClass): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into flag_classes (class_id, carrier_id, policy_id, policy_version, rule_id, from_at, until_at, opened_at, opened_by,
      because, why, pause_id, status)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open')
    on conflict (carrier_id, policy_id, policy_version, rule_id) where status in ('open', 'working') do nothing`,
    [
      one.classId,
      one.carrierId,
      one.policyId,
      one.version,
      one.ruleId,
      one.from,
      one.until,
      one.openedAt,
      one.openedBy,
      one.because,
      one.why,
      one.pauseId,
    ],
  );
  return rowCount === 1;
}

/** Takes in every flag of the rule that stands and is not in the class yet; answers how many came. */
export async function gatherFlags(db: Queryable, one: FlagClass): Promise<number> {
  const { rowCount } = await db.query(
    `insert into class_flags (number_id, class_id, flag_id, province, status)
    select f.number_id, $1, f.flag_id, coalesce(l.province, ''), 'waiting'
    from flags f left join lines l on l.number_id = f.number_id and l.line = f.line
    where f.carrier_id = $2 and f.policy_id = $3 and f.rule_id = $4 and f.policy_version = $5 and f.status = 'active'
      and f.placed_at >= coalesce($6, '-infinity'::timestamptz) and f.placed_at < coalesce($7, 'infinity'::timestamptz)
    on conflict (number_id, class_id, flag_id) do nothing`,
    [one.classId, one.carrierId, one.policyId, one.ruleId, one.version, one.from, one.until],
  );
  return rowCount ?? 0;
}

export async function listClasses(db: Queryable, carrierId: string, request: PageRequest): Promise<Page<FlagClass>> {
  const where = new Conditions().add('carrier_id = $1', carrierId);
  const after = readCursor(request.cursor, ['moment', 'text']);
  if (after) where.add('(opened_at < $1::timestamptz or opened_at = $1::timestamptz and class_id > $2)', ...after);
  const { rows } = await db.query<FlagClass>(
    `select ${CLASS} from flag_classes ${where.sql} order by opened_at desc, class_id limit ${request.limit + 1}`,
    where.values,
  );
  return pageOf(rows, request.limit, (row) => [row.openedAt, row.classId]);
}

/** With `lock`, nobody else changes it until the transaction ends. */
export async function findClass(db: Queryable, classId: string, lock = false): Promise<FlagClass | null> {
  const { rows } = await db.query<FlagClass>(
    `select ${CLASS} from flag_classes where class_id = $1 ${lock ? 'for update' : ''}`,
    [classId],
  );
  return rows[0] ?? null;
}

/** Classes of one rule version, newest first. */
export async function listClassesOfRule(db: Queryable, carrierId: string, rule: RuleName): Promise<FlagClass[]> {
  const { rows } = await db.query<FlagClass>(
    `select ${CLASS} from flag_classes
    where carrier_id = $1 and policy_id = $2 and policy_version = $3 and rule_id = $4 order by opened_at desc, class_id`,
    [carrierId, rule.policyId, rule.version, rule.ruleId],
  );
  return rows;
}

export async function setClassStatus(db: Queryable, classId: string, status: ClassStatus, endedAt: Instant | null) {
  await db.query('update flag_classes set status = $2, ended_at = $3, leased_until = null where class_id = $1', [
    classId,
    status,
    endedAt,
  ]);
}

export type ClassCount = { readonly province: string; readonly status: MemberStatus; readonly count: number };

export async function countClassFlags(db: Queryable, classId: string): Promise<ClassCount[]> {
  const { rows } = await db.query<ClassCount>(
    `select province, status, count(*)::integer as count from class_flags where class_id = $1 group by 1, 2 order by 1, 2`,
    [classId],
  );
  return rows;
}

/** How service stands with the flags that were decided: a decision is over when every system has confirmed, not before. */
export type ClassService = {
  readonly back: number;
  readonly underWay: number;
  /** In effect again: a system refused, and somebody took the failure on. */
  readonly standing: number;
  /** The line was closed meanwhile. */
  readonly gone: number;
};

export async function countClassService(db: Queryable, classId: string): Promise<ClassService> {
  const { rows } = await db.query<ClassService>(
    `select (count(*) filter (where f.status = 'lifted'))::integer as back,
      (count(*) filter (where f.status = 'lifting'))::integer as "underWay",
      (count(*) filter (where f.status = 'active'))::integer as standing,
      (count(*) filter (where f.status = 'detached'))::integer as gone
    from class_flags c join flags f on f.number_id = c.number_id and f.flag_id = c.flag_id
    where c.class_id = $1 and c.status = 'decided'`,
    [classId],
  );
  return rows[0] ?? { back: 0, underWay: 0, standing: 0, gone: 0 };
}

export type ClassFlag = {
  readonly numberId: string;
  readonly flagId: string;
  readonly province: string;
  readonly status: MemberStatus;
  readonly why: string | null;
  readonly code: string | null;
  readonly flagStatus: FlagStatus;
  readonly placedAt: Instant;
  /** The newest case about it that is not over, or was refused. */
  readonly caseStatus: string | null;
  readonly reference: string | null;
};

/** The flags of a class as they stand now. */
export async function listClassFlags(
  db: Queryable,
  classId: string,
  {
    status,
    flagStatus,
    cursor,
    limit,
  }: PageRequest & { readonly status?: MemberStatus | undefined; readonly flagStatus?: FlagStatus | undefined },
): Promise<Page<ClassFlag>> {
  const where = new Conditions()
    .add('c.class_id = $1', classId)
    .when(status, 'c.status = $1')
    .when(flagStatus, 'f.status = $1');
  const after = readCursor(cursor, ['text', 'text']);
  if (after) where.add('(c.status, c.flag_id) > ($1, $2)', ...after);
  const { rows } = await db.query<ClassFlag>(
    `select c.number_id as "numberId", c.flag_id as "flagId", c.province, c.status, c.why, c.code, f.status as "flagStatus",
      f.placed_at as "placedAt", k.status as "caseStatus", k.reference
    from class_flags c
    join flags f on f.number_id = c.number_id and f.flag_id = c.flag_id
    left join lateral (
      select status, reference from cases
      where number_id = c.number_id and c.flag_id = any(flag_ids) and status <> 'withdrawn'
      order by opened_at desc, case_id desc limit 1
    ) k on true
    ${where.sql} order by c.status, c.flag_id limit ${limit + 1}`,
    where.values,
  );
  return pageOf(rows, limit, (row) => [row.status, row.flagId]);
}

/** Takes flags out of what is decided in common, or puts them back; answers how many moved. */
export async function moveMembers(
  db: Queryable,
  classId: string,
  flagIds: readonly string[],
  { from, to, why }: { readonly from: MemberStatus; readonly to: MemberStatus; readonly why: string | null },
): Promise<number> {
  const { rowCount } = await db.query(
    `update class_flags set status = $4, why = $5, code = null where class_id = $1 and flag_id = any($2) and status = $3`,
    [classId, flagIds, from, to, why],
  );
  return rowCount ?? 0;
}

export type ClassDecision = {
  readonly round: number;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  readonly finding: 'misjudged' | 'grounded';
  readonly ruleRelied: string;
  readonly words: string;
  readonly finishedAt: Instant | null;
};

const DECISION = `round, decided_by as "decidedBy", decided_at as "decidedAt", finding, rule_relied as "ruleRelied", words,
  finished_at as "finishedAt"`;

export async function listClassDecisions(db: Queryable, classId: string): Promise<ClassDecision[]> {
  const { rows } = await db.query<ClassDecision>(
    `select ${DECISION} from class_decisions where class_id = $1 order by round`,
    [classId],
  );
  return rows;
}

export async function addClassDecision(db: Queryable, classId: string, one: ClassDecision): Promise<void> {
  await db.query(
    `insert into class_decisions (class_id, round, decided_by, decided_at, finding, rule_relied, words, finished_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [classId, one.round, one.decidedBy, one.decidedAt, one.finding, one.ruleRelied, one.words, one.finishedAt],
  );
}

export async function finishDecision(db: Queryable, classId: string, round: number, at: Instant): Promise<void> {
  await db.query(
    'update class_decisions set finished_at = $3 where class_id = $1 and round = $2 and finished_at is null',
    [classId, round, at],
  );
}

/** Classes with a decision under way that no worker is at. */
export async function leaseClasses(db: Queryable, now: Instant, until: Instant): Promise<string[]> {
  const { rows } = await db.query<{ classId: string }>(
    `update flag_classes set leased_until = $2
    where status = 'working' and (leased_until is null or leased_until <= $1)
    returning class_id as "classId"`,
    [now, until],
  );
  return rows.map(({ classId }) => classId);
}

export async function renewLease(db: Queryable, classId: string, until: Instant): Promise<void> {
  await db.query(`update flag_classes set leased_until = $2 where class_id = $1 and status = 'working'`, [
    classId,
    until,
  ]);
}

export type ClassTask = { readonly numberId: string; readonly flagId: string };

/** Flags that this round has not come to. */
export async function listUndone(db: Queryable, classId: string, round: number, limit: number): Promise<ClassTask[]> {
  const { rows } = await db.query<ClassTask>(
    `select number_id as "numberId", flag_id as "flagId" from class_flags
    where class_id = $1 and status = 'waiting' and (round is null or round < $2) order by flag_id limit $3`,
    [classId, round, limit],
  );
  return rows;
}

export type TaskDone = ClassTask & { readonly status: MemberStatus; readonly code: string | null };

export async function markDone(
  db: Queryable,
  classId: string,
  round: number,
  done: readonly TaskDone[],
): Promise<void> {
  await db.query(
    `update class_flags c set status = r.status, code = r.code, round = $2
    from json_to_recordset($3::json) as r("numberId" bigint, "flagId" text, status text, code text)
    where c.class_id = $1 and c.number_id = r."numberId" and c.flag_id = r."flagId" and c.status = 'waiting'`,
    [classId, round, JSON.stringify(done)],
  );
}
