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

type Known = DutyFacts & {
  readonly carrierId: string;
  readonly ruleId: string;
  readonly cause: Cause;
  readonly count: number;
};
/** How many duties of one carrier, rule, cause and month of the due day stand alike. */
export type DutyCount = Known & { readonly month: string };
/** How many of them took so many tenths of a day, or have been open so long. */
export type WaitCount = Known & { readonly tenths: number };
export type DutyCounts = { readonly counts: readonly DutyCount[]; readonly waits: readonly WaitCount[] };

const STATUSES = ['running', 'paused', 'met', 'cancelled', 'breached'] as const;
const ANSWERS = ['none', 'in_time', 'after'] as const;
/** What is known of a duty, by the number that the database groups it under: one small number is grouped faster than three texts. */
const FACTS: readonly DutyFacts[] = STATUSES.flatMap((status) =>
  [false, true].flatMap((passed) => ANSWERS.map((answer) => ({ status, passed, answer }))),
);

/**
 * A clock that was met tells itself when the answer came; one that ran out leaves that to the journal. A case is answered by
 * a decision, by the lift that makes one needless, or to the body that asked. A lift that a body's settlement ordered is no
 * answer of the carrier's. A lift is answered when the last system confirmed. An answer at the due
 * moment comes too late, as the clock itself has it. A case counts under the cause of its first flag.
 */
const readSql = (inProvince: string) => `
  with duty as materialized (
    select c.carrier_id, c.rule_id, coalesce(f.cause, 'unknown') as cause,
      date_trunc('month', c.due_at at time zone 'Asia/Shanghai') as month,
      array_position('{${STATUSES.join()}}'::text[], c.status) * 6 - 6
        + case when c.due_at <= $4 then 3 else 0 end
        + case when a.at is null then 0 when a.at < c.due_at then 1 else 2 end as facts,
      least(99999, greatest(0, round(extract(epoch from
        coalesce(a.at, least($4, coalesce(k.ended_at, l.abandoned_at, $4))) - c.started_at)::float8 / 8640)))::integer as tenths
    from clocks c ${inProvince}
    left join cases k on c.subject_kind = 'case' and k.number_id = c.number_id and k.case_id = c.subject_id
    left join lifts l on c.subject_kind = 'lift' and l.number_id = c.number_id and l.lift_id = c.subject_id
    left join flags f on f.number_id = c.number_id and f.flag_id = coalesce(k.flag_ids[1], l.flag_ids[1])
    left join lateral (
      select case
        when c.subject_kind = 'lift' then l.completed_at
        when c.status = 'met' then c.ended_at
        when c.status = 'breached' then (
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
  by_month as (
    select carrier_id, rule_id, cause, month, facts, count(*)::integer as count from duty group by 1, 2, 3, 4, 5
  ),
  by_wait as (
    select carrier_id, rule_id, cause, facts, tenths, count(*)::integer as count from duty group by 1, 2, 3, 4, 5
  )
  select carrier_id as "carrierId", rule_id as "ruleId", cause, to_char(month, 'YYYY-MM') as month, facts,
    null as tenths, count from by_month
  union all
  select carrier_id, rule_id, cause, null, facts, tenths, count from by_wait`;

const ANYWHERE = readSql('');
const IN_PROVINCE = readSql('join lines n on n.number_id = c.number_id and n.line = c.line and n.province = $7');

type Row = Omit<Known, keyof DutyFacts> & {
  readonly facts: number;
  readonly month: string | null;
  readonly tenths: number | null;
};

/** Duties of carriers by what became of them, and how long each took; nothing of any person. */
export async function readDuties(pool: Pool, filters: DutyFilters): Promise<DutyCounts> {
  const { carrierIds, ruleIds, cause = null, province, now, from, until } = filters;
  const values = [carrierIds, ruleIds, cause, now, from, until];
  const rows = await inTransaction(pool, async (connection) => {
    // A country's clocks do not fit into the few megabytes that other questions need; sorted on disk they take three times as long.
    await connection.query(`set local work_mem = '64MB'`);
    return province === undefined
      ? (await connection.query<Row>(ANYWHERE, values)).rows
      : (await connection.query<Row>(IN_PROVINCE, [...values, province])).rows;
  });
  return {
    counts: rows.flatMap(({ facts, month, tenths: _, ...row }) =>
      month === null ? [] : { ...row, ...FACTS[facts], month },
    ),
    waits: rows.flatMap(({ facts, month: _, tenths, ...row }) =>
      tenths === null ? [] : { ...row, ...FACTS[facts], tenths },
    ),
  } as DutyCounts;
}
