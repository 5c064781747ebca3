import type { RuleName, VerdictCell } from '../domain/learning/board.ts';
import type { Tally } from '../domain/learning/doubt.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

type OfRule = RuleName & { readonly carrierId: string };

const RULE = 'carrier_id = $1 and policy_id = $2 and policy_version = $3 and rule_id = $4';

function ruleValues({ carrierId, policyId, version, ruleId }: OfRule): unknown[] {
  return [carrierId, policyId, version, ruleId];
}

/** Verdicts on a carrier's rules by rule, version, imposer, province, model and outcome; nothing of any person. */
export async function countVerdicts(
  db: Queryable,
  carrierId: string,
  { from, until }: { readonly from: Instant | null; readonly until: Instant | null },
): Promise<VerdictCell[]> {
  const { rows } = await db.query<VerdictCell>(
    `select policy_id as "policyId", policy_version as version, rule_id as "ruleId", imposed_by as "imposedBy", province,
      model, outcome, given_by as by, count(*)::integer as count
    from flag_verdicts
    where carrier_id = $1 and decided_at >= coalesce($2, '-infinity'::timestamptz) and decided_at < coalesce($3, 'infinity'::timestamptz)
    group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8`,
    [carrierId, from, until],
  );
  return rows;
}

export type PlacedCount = RuleName & {
  readonly placed: number;
  readonly standing: number;
  readonly liftedAsClass: number;
};

/** How many flags each rule and version placed, and how many stand. */
export async function countPlaced(db: Queryable, carrierId: string): Promise<PlacedCount[]> {
  const { rows } = await db.query<PlacedCount>(
    `select f.policy_id as "policyId", f.policy_version as version, f.rule_id as "ruleId", count(*)::integer as placed,
      (count(*) filter (where f.status in ('active', 'lifting')))::integer as standing,
      (count(*) filter (where exists (
        select from class_flags c where c.number_id = f.number_id and c.flag_id = f.flag_id and c.status = 'decided'
      )))::integer as "liftedAsClass"
    from flags f where f.carrier_id = $1 and f.rule_id is not null
    group by 1, 2, 3 order by 1, 2, 3`,
    [carrierId],
  );
  return rows;
}

/** What the sequential test has seen of a rule since a moment: one flag of each number. */
export async function tallyOf(db: Queryable, rule: OfRule, since: Instant | null): Promise<Tally> {
  const { rows } = await db.query<Tally>(
    `select count(*)::integer as decided, (count(*) filter (where outcome = 'overturned'))::integer as overturned
    from flag_verdicts where ${RULE} and tested and decided_at > coalesce($5, '-infinity'::timestamptz)`,
    [...ruleValues(rule), since],
  );
  return rows[0] ?? { decided: 0, overturned: 0 };
}

export type TestedOutcome = { readonly at: Instant; readonly overturned: boolean };

/** The same, one by one in their order. */
export async function listOutcomes(db: Queryable, rule: OfRule, since: Instant | null): Promise<TestedOutcome[]> {
  const { rows } = await db.query<TestedOutcome>(
    `select decided_at as at, outcome = 'overturned' as overturned
    from flag_verdicts where ${RULE} and tested and decided_at > coalesce($5, '-infinity'::timestamptz)
    order by decided_at, flag_id`,
    [...ruleValues(rule), since],
  );
  return rows;
}

export type Tolerance = {
  readonly toleranceId: string;
  readonly policyId: string;
  readonly ruleId: string;
  readonly tolerated: number;
  readonly setBy: string;
  readonly setAt: Instant;
  readonly why: string;
};

/** What a carrier tolerates of its rules, newest first. */
export async function listTolerances(db: Queryable, carrierId: string): Promise<Tolerance[]> {
  const { rows } = await db.query<Tolerance>(
    `select tolerance_id as "toleranceId", policy_id as "policyId", rule_id as "ruleId", tolerated, set_by as "setBy", set_at as "setAt", why
    from rule_tolerances where carrier_id = $1 order by set_at desc, tolerance_id desc`,
    [carrierId],
  );
  return rows;
}

export async function addTolerance(db: Queryable, carrierId: string, one: Tolerance): Promise<void> {
  await db.query(
    `insert into rule_tolerances (tolerance_id, carrier_id, policy_id, rule_id, tolerated, set_by, set_at, why)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [one.toleranceId, carrierId, one.policyId, one.ruleId, one.tolerated, one.setBy, one.setAt, one.why],
  );
}

/** What was known of a rule when it was paused; the doubt as its decimal logarithm. */
export type PauseFigures = Tally & { readonly tolerated: number; readonly log10Doubt: number };

export type RulePause = RuleName & {
  readonly pauseId: string;
  readonly pausedAt: Instant;
  readonly pausedBy: string;
  readonly because: 'test' | 'hand';
  readonly ground: string;
  readonly figures: PauseFigures;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  readonly endedGround: string | null;
};

const PAUSE = `pause_id as "pauseId", policy_id as "policyId", policy_version as version, rule_id as "ruleId",
  paused_at as "pausedAt", paused_by as "pausedBy", because, ground, figures, ended_at as "endedAt", ended_by as "endedBy",
  ended_ground as "endedGround"`;

/** Every pause of a carrier's rules, newest first. */
export async function listPauses(db: Queryable, carrierId: string, rule?: RuleName): Promise<RulePause[]> {
  const { rows } = await db.query<RulePause>(
    `select ${PAUSE} from rule_pauses
    where carrier_id = $1 and ($2::text is null or (policy_id, policy_version, rule_id) = ($2, $3, $4))
    order by paused_at desc, pause_id desc`,
    [carrierId, rule?.policyId ?? null, rule?.version ?? null, rule?.ruleId ?? null],
  );
  return rows;
}

/** The rows of one version that do not flag by themselves now. */
export async function listPaused(db: Queryable, policyId: string, version: number): Promise<string[]> {
  const { rows } = await db.query<{ ruleId: string }>(
    `select rule_id as "ruleId" from rule_pauses
    where carrier_id = (select carrier_id from policies where policy_id = $1 and version = $2)
      and policy_id = $1 and policy_version = $2 and ended_at is null
    order by rule_id`,
    [policyId, version],
  );
  return rows.map(({ ruleId }) => ruleId);
}

/** False when the rule is paused already. */
export async function beginPause(db: Queryable, carrierId: string, pause: RulePause): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into rule_pauses (pause_id, carrier_id, policy_id, policy_version, rule_id, paused_at, paused_by, because, ground, figures)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (carrier_id, policy_id, policy_version, rule_id) where ended_at is null do nothing`,
    [
      pause.pauseId,
      carrierId,
      pause.policyId,
      pause.version,
      pause.ruleId,
      pause.pausedAt,
      pause.pausedBy,
      pause.because,
      pause.ground,
      JSON.stringify(pause.figures),
    ],
  );
  return rowCount === 1;
}

/** False when it ended meanwhile. */
export async function endPause(
  db: Queryable,
  pauseId: string,
  { at, by, ground }: { readonly at: Instant; readonly by: string; readonly ground: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update rule_pauses set ended_at = $2, ended_by = $3, ended_ground = $4 where pause_id = $1 and ended_at is null`,
    [pauseId, at, by, ground],
  );
  return rowCount === 1;
}
