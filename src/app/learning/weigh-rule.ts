import { PRODUCT } from '../../domain/journal/actor.ts';
import type { RuleName } from '../../domain/learning/board.ts';
import type { Tally } from '../../domain/learning/doubt.ts';
import { isBad, logDoubt, TOLERATED } from '../../domain/learning/doubt.ts';
import type { Instant } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import { inTransaction } from '../../platform/pool.ts';
import type { PauseFigures, RulePause, Tolerance } from '../../store/learning.ts';
import { beginPause, listPauses, listTolerances, tallyOf } from '../../store/learning.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';
import { openClassIn } from './open-class.ts';

/**
 * Looks at a rule after a decision on one of its flags. Where the decisions say that it is bad, it is paused, its standing flags
 * are offered as a class and the bodies concerned are told, all in one commit. Looking twice pauses once.
 */
export async function weighRule(ctx: AppContext, { carrierId, ...rule }: Jobs['weigh_rule']): Promise<void> {
  const { policyId, version, ruleId } = rule;
  const name = { policyId, version, ruleId };
  const pauses = await listPauses(ctx.pool, carrierId, name);
  if (pauses.some(({ endedAt }) => endedAt === null)) return;
  const tolerated = toleratedOf(await listTolerances(ctx.pool, carrierId), name);
  const tally = await tallyOf(ctx.pool, { carrierId, ...name }, startOfRun(pauses));
  if (!isBad(tally, tolerated)) return;
  const at = ctx.clock.now();
  const pause: RulePause = {
    ...name,
    pauseId: newId('pause', at, ctx.random),
    pausedAt: at,
    pausedBy: PRODUCT.id,
    because: 'test',
    ground: '',
    figures: pauseFigures(tally, tolerated),
    endedAt: null,
    endedBy: null,
    endedGround: null,
  };
  await inTransaction(ctx.pool, async (connection) => {
    if (!(await beginPause(connection, carrierId, pause))) return;
    const { pauseId, figures } = pause;
    const why = { because: 'test' as const, openedBy: PRODUCT.id, why: '', from: null, until: null, pauseId };
    await openClassIn(ctx, connection, { carrierId, ...name }, { ...why, figures });
  });
  ctx.books.forget(carrierId);
  ctx.log.warn({ policy: policyId, version, rule: ruleId, ...tally }, 'a rule was paused: it is overturned too often');
}

/** The test begins anew whenever a rule was taken back into use. */
export function startOfRun(pauses: readonly RulePause[]): Instant | null {
  const ends = pauses.flatMap(({ endedAt }) => endedAt ?? []);
  return ends.toSorted().at(-1) ?? null;
}

export function toleratedOf(tolerances: readonly Tolerance[], { policyId, ruleId }: RuleName): number {
  const set = tolerances.find((one) => one.policyId === policyId && one.ruleId === ruleId);
  return set?.tolerated ?? TOLERATED.usual;
}

export function pauseFigures(tally: Tally, tolerated: number): PauseFigures {
  return { ...tally, tolerated, log10Doubt: Math.round((logDoubt(tally, tolerated) / Math.LN10) * 1_000) / 1_000 };
}
