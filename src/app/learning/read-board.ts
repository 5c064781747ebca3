import { endOfDay } from '../../domain/clocks/plain-date.ts';
import type { LearningBoard, OverturnFigures, RuleName } from '../../domain/learning/board.ts';
import { figuresOf, learningBoard, ruleKey } from '../../domain/learning/board.ts';
import { isBad, logDoubt } from '../../domain/learning/doubt.ts';
import type { PlainDate } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import { countPlaced, countVerdicts, listPauses, listTolerances, tallyOf } from '../../store/learning.ts';
import { findPolicyInForce } from '../../store/policies.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { requireDesk } from '../pages.ts';
import { startOfRun, toleratedOf } from './weigh-rule.ts';

export type LearningInput = { readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined };

export type RuleItem = RuleName &
  OverturnFigures & {
    readonly inForce: boolean;
    readonly placed: number;
    readonly standing: number;
    readonly liftedAsClass: number;
    readonly tolerated: number;
    /** Of the running test, whatever the period looked at. */
    readonly log10Doubt: number;
    readonly bad: boolean;
    readonly paused: boolean;
  };

export type LearningView = Omit<LearningBoard, 'rules'> & {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly rules: readonly RuleItem[];
};

const DAY_MS = 86_400_000;
const NOTHING = figuresOf([]);

/** What decisions say of the rules of the asker's carrier: every rule that ever flagged, also those nobody decided on. */
export async function readLearning(ctx: AppContext, asker: Asker, input: LearningInput): Promise<LearningView> {
  const carrierId = requireDesk(asker.actor);
  const [from, to] = [input.from ?? null, input.to ?? null];
  const period = { from: from && addMs(endOfDay(from), -DAY_MS), until: to && endOfDay(to) };
  const [cells, placed, tolerances, pauses, inForce] = await Promise.all([
    countVerdicts(ctx.pool, carrierId, period),
    countPlaced(ctx.pool, carrierId),
    listTolerances(ctx.pool, carrierId),
    listPauses(ctx.pool, carrierId),
    findPolicyInForce(ctx.pool, carrierId, ctx.clock.now()),
  ]);
  const board = learningBoard(cells);
  const figures = new Map(board.rules.map((one) => [ruleKey(one), one]));
  const rules = await Promise.all(
    placed.map(async ({ policyId, version, ruleId, ...counts }): Promise<RuleItem> => {
      const name = { policyId, version, ruleId };
      const own = pauses.filter((pause) => ruleKey(pause) === ruleKey(name));
      const tolerated = toleratedOf(tolerances, name);
      const tally = await tallyOf(ctx.pool, { carrierId, ...name }, startOfRun(own));
      return {
        ...(figures.get(ruleKey(name)) ?? NOTHING),
        ...name,
        ...counts,
        inForce: inForce?.policyId === policyId && inForce.version === version,
        tolerated,
        log10Doubt: Math.round((logDoubt(tally, tolerated) / Math.LN10) * 1_000) / 1_000,
        bad: isBad(tally, tolerated),
        paused: own.some(({ endedAt }) => endedAt === null),
      };
    }),
  );
  return { ...board, rules: rules.toSorted(byDecided), from, to };
}

function byDecided(a: RuleItem, b: RuleItem): number {
  return b.decided - a.decided || b.placed - a.placed || ruleKey(a).localeCompare(ruleKey(b));
}
