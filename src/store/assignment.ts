import type { CaseStatus } from '../domain/cases/case.ts';
import type { Instant } from '../domain/time.ts';
import { addMs } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

/** The desk of a carrier, or the officers of a body. */
export type House = { readonly carrierId: string } | { readonly authorityId: string };

/** Columns of the queue on either side. */
function sideOf(house: House) {
  return 'carrierId' in house
    ? { of: 'carrier_id', id: house.carrierId, assignee: 'desk_assignee', due: 'due_at' }
    : { of: 'authority_id', id: house.authorityId, assignee: 'authority_assignee', due: 'authority_due_at' };
}

/** Edges in days from now between the groups of lawful time left: late, within 1, 3 and 7 days, later. */
const LEFT_DAYS = [0, 1, 3, 7] as const;
/** Edges in days before now between the groups of age, the oldest in front: over 30 days, 15, 7, younger. */
const AGE_DAYS = [30, 15, 7] as const;

/** Open cases of one assignee (null: nobody) in one group of time left and one of age. */
export type LoadGroup = {
  readonly assignee: string | null;
  /** 0 late, 1 within a day, 2 within three, 3 within seven, 4 later; null where no clock binds the house. */
  readonly left: number | null;
  /** 0 over 30 days, 1 over 15, 2 over 7, 3 younger. */
  readonly age: number;
  readonly cases: number;
  readonly oldest: Instant;
  /** The first date of the group. */
  readonly due: Instant | null;
};

/** Open cases by who works on them, how much lawful time is left and how long ago they were opened. */
export async function listLoads(
  db: Queryable,
  house: House,
  statuses: readonly CaseStatus[],
  now: Instant,
): Promise<LoadGroup[]> {
  const { of, id, assignee, due } = sideOf(house);
  // A group ends before its edge: what is due at this very moment is late.
  const edges = (days: readonly number[]) => days.map((day) => addMs(now, day * DAY_MS + 1));
  const { rows } = await db.query<LoadGroup>(
    `select ${assignee} as assignee, width_bucket(${due}, $3::timestamptz[]) as left, width_bucket(opened_at, $4::timestamptz[]) as age,
      count(*)::integer as cases, min(opened_at) as oldest, min(${due}) as due
    from cases where ${of} = $1 and ended_at is null and status = any($2) group by 1, 2, 3 order by 1 nulls first, 2, 3`,
    [id, statuses, edges(LEFT_DAYS), edges(AGE_DAYS.map((day) => -day))],
  );
  return rows;
}

const DAY_MS = 86_400_000;

/** Where a walk through the queue goes on: after this case. */
export type InQueue = { readonly caseId: string; readonly due: Instant | 'infinity' };

/** The most pressing open cases that nobody works on and none of `others` has begun, by lawful time left, late ones in front. */
export async function listUnassigned(
  db: Queryable,
  house: House,
  {
    statuses,
    others,
    after,
    limit,
  }: {
    readonly statuses: readonly CaseStatus[];
    readonly others: readonly string[];
    readonly after: InQueue | null;
    readonly limit: number;
  },
): Promise<InQueue[]> {
  const { of, id, assignee, due } = sideOf(house);
  const byDue = `coalesce(${due}, 'infinity'::timestamptz)`;
  const { rows } = await db.query<{ caseId: string; due: Instant | null }>(
    `select case_id as "caseId", ${due} as due from cases
    where ${of} = $1 and ${assignee} is null and ended_at is null and status = any($2)
      and (reviewer_id is null or reviewer_id <> all($3)) and (${byDue}, case_id) > ($4::timestamptz, $5)
    order by ${byDue}, case_id limit $6`,
    [id, statuses, others, after?.due ?? '-infinity', after?.caseId ?? '', limit],
  );
  return rows.map((row) => ({ caseId: row.caseId, due: row.due ?? 'infinity' }));
}

/** The case that somebody works on and took on under this name of a write; null when there is none. */
export async function findTakenUnder(
  db: Queryable,
  house: House,
  actorId: string,
  key: string,
): Promise<string | null> {
  const { of, id, assignee } = sideOf(house);
  const { rows } = await db.query<{ caseId: string }>(
    `select case_id as "caseId" from cases join idempotency_keys using (number_id)
    where ${of} = $1 and ${assignee} = $2 and ended_at is null and actor_id = $2 and key = $3 limit 1`,
    [id, actorId, key],
  );
  return rows[0]?.caseId ?? null;
}

export type Absence = {
  readonly absenceId: string;
  readonly actorId: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly deputyId: string | null;
};

const ABSENCE = `absence_id as "absenceId", actor_id as "actorId", from_at as "fromAt", until_at as "untilAt", deputy_id as "deputyId"`;

/** Absences of these people that are not over, the first to begin in front. */
export async function listAbsences(db: Queryable, actorIds: readonly string[], now: Instant): Promise<Absence[]> {
  const { rows } = await db.query<Absence>(
    `select ${ABSENCE} from absences where actor_id = any($1) and until_at > $2 order by from_at, absence_id`,
    [actorIds, now],
  );
  return rows;
}

export async function addAbsence(db: Queryable, absence: Absence): Promise<void> {
  const { absenceId, actorId, fromAt, untilAt, deputyId } = absence;
  await db.query(
    'insert into absences (actor_id, absence_id, from_at, until_at, deputy_id) values ($1, $2, $3, $4, $5)',
    [actorId, absenceId, fromAt, untilAt, deputyId],
  );
}

/** Ends one's own absence; false when there is none of that name. */
export async function removeAbsence(db: Queryable, actorId: string, absenceId: string): Promise<boolean> {
  const { rowCount } = await db.query('delete from absences where actor_id = $1 and absence_id = $2', [
    actorId,
    absenceId,
  ]);
  return rowCount === 1;
}
