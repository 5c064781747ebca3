import type { RuleAct } from '../../access/learning.ts';
import { actsOnRule } from '../../access/learning.ts';
import type { OverturnFigures, OverturnRow, RuleName, VerdictCell } from '../../domain/learning/board.ts';
import { figuresOf, learningBoard, ruleKey } from '../../domain/learning/board.ts';
import type { DoubtPoint, Tally } from '../../domain/learning/doubt.ts';
import { doubtPath } from '../../domain/learning/doubt.ts';
import type { PolicyRule } from '../../domain/policies/policy.ts';
import type { FlagClass } from '../../store/classes.ts';
import { listClassesOfRule } from '../../store/classes.ts';
import type { RulePause, TestedOutcome, Tolerance } from '../../store/learning.ts';
import { countPlaced, countVerdicts, listOutcomes, listPauses, listTolerances } from '../../store/learning.ts';
import { findPolicy, findPolicyInForce } from '../../store/policies.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { requireDesk } from '../pages.ts';
import { startOfRun, toleratedOf } from './weigh-rule.ts';

export type RuleView = RuleName & {
  readonly carrierId: string;
  /** Null where the table itself is not kept any more. */
  readonly rule: PolicyRule | null;
  readonly draftedBy: string | null;
  /** Whether this version judges facts now; a paused rule of a past version flags nobody anyway. */
  readonly inForce: boolean;
  /** The same row stands word for word in the version in force, although this one was paused. */
  readonly unchangedInForce: boolean;
  readonly figures: OverturnFigures;
  readonly provinces: readonly OverturnRow[];
  readonly placed: number;
  readonly standing: number;
  readonly liftedAsClass: number;
  readonly tolerated: number;
  readonly tolerances: readonly Tolerance[];
  /** What the running test has seen. */
  readonly tally: Tally;
  readonly outcomes: readonly TestedOutcome[];
  readonly path: readonly DoubtPoint[];
  readonly pauses: readonly RulePause[];
  readonly paused: boolean;
  readonly classes: readonly FlagClass[];
  readonly acts: readonly RuleAct[];
};

/** One version of one rule of the asker's carrier: what was decided, what the test says, what was done. */
export async function readRule(ctx: AppContext, asker: Asker, name: RuleName): Promise<RuleView> {
  const carrierId = requireDesk(asker.actor);
  const stored = await findPolicy(ctx.pool, name.policyId, name.version);
  const rule = stored?.policy.rules.find(({ ruleId }) => ruleId === name.ruleId) ?? null;
  if (stored?.policy.carrierId !== carrierId || !rule) throw notFound();
  const of = { carrierId, ...name };
  const pauses = await listPauses(ctx.pool, carrierId, name);
  const [cells, placed, tolerances, outcomes, classes, inForce] = await Promise.all([
    countVerdicts(ctx.pool, carrierId, { from: null, until: null }),
    countPlaced(ctx.pool, carrierId),
    listTolerances(ctx.pool, carrierId),
    listOutcomes(ctx.pool, of, startOfRun(pauses)),
    listClassesOfRule(ctx.pool, carrierId, name),
    findPolicyInForce(ctx.pool, carrierId, ctx.clock.now()),
  ]);
  const own = cells.filter((cell: VerdictCell) => ruleKey(cell) === ruleKey(name));
  const {
    placed: all = 0,
    standing = 0,
    liftedAsClass = 0,
  } = placed.find((one) => ruleKey(one) === ruleKey(name)) ?? {};
  const tolerated = toleratedOf(tolerances, name);
  const paused = pauses.some(({ endedAt }) => endedAt === null);
  const isInForce = inForce?.policyId === name.policyId && inForce.version === name.version;
  const thing = { carrierId, draftedBy: stored.draftedBy, paused };
  return {
    ...name,
    ...thing,
    rule,
    inForce: isInForce,
    unchangedInForce: paused && !isInForce && hasRow(inForce?.rules ?? [], rule),
    figures: figuresOf(own),
    provinces: learningBoard(own).provinces,
    placed: all,
    standing,
    liftedAsClass,
    tolerated,
    tolerances: tolerances.filter((one) => one.policyId === name.policyId && one.ruleId === name.ruleId),
    tally: { decided: outcomes.length, overturned: outcomes.filter(({ overturned }) => overturned).length },
    outcomes,
    path: doubtPath(
      outcomes.map(({ overturned }) => overturned),
      tolerated,
    ),
    pauses,
    classes,
    acts: actsOnRule(asker.actor, thing),
  };
}

function hasRow(rules: readonly PolicyRule[], rule: PolicyRule): boolean {
  return rules.some((one) => JSON.stringify(one) === JSON.stringify(rule));
}
