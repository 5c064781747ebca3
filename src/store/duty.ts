import type { DutyFacts } from '../domain/duty/duty.ts';
import type { Cause } from '../domain/flags/words.ts';
import type { Instant } from '../domain/time.ts';
import { inTransaction, type Pool } from '../platform/pool.ts';

export type DutyFilters = {
  readonly carrierIds: readonly string[];
  readonly ruleIds: readonly string[];
  readonly cause?: Cause | undefined;
  /** Of the company that runs the line: it decides which body is competent. */
  readonly province?: string | undefined;
  /** Duties whose due moment lies from here on, and before there; null for no bound. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly now: Instant;
};

type Known = DutyFacts & { readonly ruleId: string; readonly count: number };
/** How many duties of one carrier, rule, cause and month of the due day stand alike. */
export type DutyCount = Known & { readonly carrierId: string; readonly cause: Cause; readonly month: string };
/** How many of one carrier or of one cause took so many tenths of a day, or have been open so long. */
export type WaitCount = Known & {
  readonly carrierId: string | null;
  readonly cause: Cause | null;
  readonly tenths: number;
};
export type DutyCounts = { readonly counts: readonly DutyCount[]; readonly waits: readonly WaitCount[] };

/**
 * A case that no body was given ends its clock in time only by an answer; where the clock does not tell, the journal does.
 * A case is answered by a decision, by the lift that makes one needless, or to the body that asked. A lift that a body's
 * settlement ordered is no answer of the carrier's. A lift is answered when the last system confirmed. An answer at the due
 * moment comes too late, as the clock itself has it. A case counts under the cause of its first flag.
 */
const readSql = (inProvince: string) => `
  with duty as materialized (
    select c.carrier_id, c.rule_id, coalesce(f.cause, 'unknown') as cause,
      date_trunc('month', c.due_at at time zone 'Asia/Shanghai') as month,
      c.status, c.due_at <= $4 as passed,
      case when a.at is null then 'none' when a.at < c.due_at then 'in_time' else 'after' end as answer,
      least(99999, greatest(0, round(extract(epoch from
        coalesce(a.at, least($4, coalesce(k.ended_at, l.abandoned_at, $4))) - c.started_at)::float8 / 8640)))::integer as tenths
    from clocks c ${inProvince}
    left join cases k on c.subject_kind = 'case' and k.number_id = c.number_id and k.case_id = c.subject_id
    left join lifts l on c.subject_kind = 'lift' and l.number_id = c.number_id and l.lift_id = c.subject_id
    left join flags f on f.number_id = c.number_id and f.flag_id = coalesce(k.flag_ids[1], l.flag_ids[1])
    left join lateral (
      select case
        when c.subject_kind = 'lift' then l.completed_at
        when c.status = 'met' and k.authority_id is null then c.ended_at
        when c.status in ('met', 'breached') then (
          select min(e.recorded_at) from entries e
          where e.number_id = c.number_id and e.data ->> 'caseId' = c.subject_id and e.recorded_at >= c.started_at
            and e.kind in ('case.decided', 'case.lifting', 'case.carrier_answered')
            and (e.kind = 'case.carrier_answered') = (c.rule_id = 'miit.carrierFeedback')
            and not (e.kind = 'case.lifting' and exists (
              select from lifts o
              where o.number_id = e.number_id and o.lift_id = e.data ->> 'liftId' and o.because = 'ordered'
            ))
        )
      end as at
      offset 0
    ) a on true
    where c.binds = 'carrier' and c.carrier_id = any($1) and c.rule_id = any($2)
      and c.due_at >= coalesce($5, '-infinity'::timestamptz) and c.due_at < coalesce($6, 'infinity'::timestamptz)
      and ($3::text is null or coalesce(f.cause, 'unknown') = $3)
  ),
  by_carrier as (
    select carrier_id, rule_id, status, passed, answer, tenths, count(*)::integer as count
    from duty group by 1, 2, 3, 4, 5, 6
  ),
  by_cause as (
    select cause, rule_id, status, passed, answer, tenths, count(*)::integer as count
    from duty group by 1, 2, 3, 4, 5, 6
  ),
  by_month as (
    select carrier_id, rule_id, cause, month, status, passed, answer, count(*)::integer as count
    from duty group by 1, 2, 3, 4, 5, 6, 7
  )
  select carrier_id as "carrierId", rule_id as "ruleId", cause, to_char(month, 'YYYY-MM') as month, status, passed, answer,
    null as tenths, count from by_month
  union all
  select carrier_id, rule_id, null, null, status, passed, answer, tenths, count from by_carrier
  union all
  select null, rule_id, cause, null, status, passed, answer, tenths, count from by_cause`;

const ANYWHERE = readSql('');
const IN_PROVINCE = readSql('join lines n on n.number_id = c.number_id and n.line = c.line and n.province = $7');

/** Duties of carriers by what became of them, and how long each took; nothing of any person. */
export async function readDuties(pool: Pool, filters: DutyFilters): Promise<DutyCounts> {
  const { carrierIds, ruleIds, cause = null, province, now, from, until } = filters;
  const values = [carrierIds, ruleIds, cause, now, from, until];
  const { rows } = await inTransaction(pool, async (connection) => {
    // A country's clocks do not fit into the few megabytes that other questions need; sorted on disk they take three times as long.
    await connection.query(`set local work_mem = '64MB'`);
    return province === undefined
      ? connection.query<DutyCount & WaitCount>(ANYWHERE, values)
      : connection.query<DutyCount & WaitCount>(IN_PROVINCE, [...values, province]);
  });
  return { counts: rows.filter(({ month }) => month !== null), waits: rows.filter(({ month }) => month === null) };
}
