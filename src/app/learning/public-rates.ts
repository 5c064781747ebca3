import type { OverturnFigures, RuleName } from '../../domain/learning/board.ts';
import { learningBoard } from '../../domain/learning/board.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { countVerdicts, listPaused } from '../../store/learning.ts';
import type { AppContext } from '../context.ts';

/** What anybody may know of a rule: how often it was overturned, once there are enough for a figure, and whether it is paused. */
export type PublicRate = Pick<RuleName, 'ruleId'> & {
  readonly figures: OverturnFigures | null;
  readonly paused: boolean;
};

/** The rates of a published table. Of fewer than five nothing is said: a figure of one or two could be somebody. */
export async function readPublicRates(
  ctx: AppContext,
  { policyId, version, carrierId, rules }: Policy,
): Promise<PublicRate[]> {
  const [cells, paused] = await Promise.all([
    countVerdicts(ctx.pool, carrierId, { from: null, until: null }),
    listPaused(ctx.pool, policyId, version),
  ]);
  const board = learningBoard(cells.filter((cell) => cell.policyId === policyId && cell.version === version));
  return rules.map(({ ruleId }) => {
    const figures = board.rules.find((one) => one.ruleId === ruleId);
    return { ruleId, figures: figures && !figures.small ? figures : null, paused: paused.includes(ruleId) };
  });
}
