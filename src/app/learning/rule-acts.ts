import type { RuleAct } from '../../access/learning.ts';
import { objectToRuleAct } from '../../access/learning.ts';
import type { RuleName } from '../../domain/learning/board.ts';
import { TOLERATED } from '../../domain/learning/doubt.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import { inTransaction } from '../../platform/pool.ts';
import type { FlagClass } from '../../store/classes.ts';
import { enqueue } from '../../store/jobs.ts';
import { addTolerance, beginPause, endPause } from '../../store/learning.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { demandProof } from '../sign-in/step-up.ts';
import { openClassIn } from './open-class.ts';
import type { RuleView } from './read-rule.ts';
import { readRule } from './read-rule.ts';
import { pauseFigures } from './weigh-rule.ts';

/** Says which share of overturns is tolerated of a rule. What was decided so far is weighed anew by it. */
export async function tolerate(
  ctx: AppContext,
  asker: Asker,
  name: RuleName,
  { tolerated, why }: { readonly tolerated: number; readonly why: string },
): Promise<void> {
  const rule = await requireAct(ctx, asker, name, 'tolerate');
  demandProof(ctx, asker, 'resume_rule');
  demandWords(why, '/why');
  const { least, most } = TOLERATED;
  if (!(tolerated >= least && tolerated <= most))
    throw new RefusalError(refusal('rule.tolerance_out_of_range', { least, most }, '/tolerated'));
  const { policyId, version, ruleId } = name;
  const { carrierId } = rule;
  await inTransaction(ctx.pool, async (connection) => {
    const setAt = ctx.clock.now();
    const toleranceId = newId('tolerance', setAt, ctx.random);
    const one = { toleranceId, policyId, ruleId, tolerated, why, setBy: asker.actor.id, setAt };
    await addTolerance(connection, carrierId, one);
    await enqueue(connection, [{ name: 'weigh_rule', payload: { carrierId, policyId, version, ruleId } }]);
  });
}

/** Takes a rule out of use by hand: it flags nobody by itself until somebody resumes it. */
export async function pauseRule(ctx: AppContext, asker: Asker, name: RuleName, ground: string): Promise<void> {
  const rule = await requireAct(ctx, asker, name, 'pause');
  demandWords(ground, '/ground');
  const pausedAt = ctx.clock.now();
  const begun = await beginPause(ctx.pool, rule.carrierId, {
    ...nameOf(name),
    pauseId: newId('pause', pausedAt, ctx.random),
    pausedAt,
    pausedBy: asker.actor.id,
    because: 'hand',
    ground,
    figures: pauseFigures(rule.tally, rule.tolerated),
    endedAt: null,
    endedBy: null,
    endedGround: null,
  });
  if (!begun) throw new RefusalError(refusal('rule.paused_already'));
  ctx.books.forget(rule.carrierId);
}

/** Takes a paused rule back into use, with a written ground, by another owner than the one who wrote the table. */
export async function resumeRule(ctx: AppContext, asker: Asker, name: RuleName, ground: string): Promise<void> {
  const rule = await requireAct(ctx, asker, name, 'resume');
  demandProof(ctx, asker, 'resume_rule');
  demandWords(ground, '/ground');
  const open = rule.pauses.find(({ endedAt }) => endedAt === null);
  const end = { at: ctx.clock.now(), by: asker.actor.id, ground };
  if (!open || !(await endPause(ctx.pool, open.pauseId, end))) throw new RefusalError(refusal('rule.not_paused'));
  ctx.books.forget(rule.carrierId);
}

export type ClassOpening = { readonly from: Instant | null; readonly until: Instant | null; readonly why: string };

/** Opens the flags of a rule as a class by hand: those placed until now, or in a period where one is given. What comes later is no part of it. */
export async function openClass(
  ctx: AppContext,
  asker: Asker,
  name: RuleName,
  { from, until, why }: ClassOpening,
): Promise<FlagClass> {
  const rule = await requireAct(ctx, asker, name, 'open_class');
  demandWords(why, '/why');
  if (from !== null && until !== null && until <= from)
    throw new RefusalError(refusal('class.ends_before', {}, '/until'));
  const opened = await inTransaction(ctx.pool, (connection) =>
    openClassIn(
      ctx,
      connection,
      { carrierId: rule.carrierId, ...nameOf(name) },
      {
        because: 'hand',
        openedBy: asker.actor.id,
        why,
        from,
        until: until ?? ctx.clock.now(),
        pauseId: rule.pauses.find(({ endedAt }) => endedAt === null)?.pauseId ?? null,
        figures: pauseFigures(rule.tally, rule.tolerated),
      },
    ),
  );
  if (!opened) throw new RefusalError(refusal('class.open_already'));
  return opened;
}

function nameOf({ policyId, version, ruleId }: RuleName): RuleName {
  return { policyId, version, ruleId };
}

export function demandWords(words: string, pointer: string): void {
  if (words.trim() === '') throw new RefusalError(refusal('case.words_missing', {}, pointer));
}

async function requireAct(ctx: AppContext, asker: Asker, name: RuleName, act: RuleAct): Promise<RuleView> {
  const rule = await readRule(ctx, asker, name);
  const refused = objectToRuleAct(asker.actor, rule, act);
  if (refused) throw new RefusalError(refused);
  return rule;
}
