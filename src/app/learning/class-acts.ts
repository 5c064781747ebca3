import { objectToClassAct } from '../../access/learning.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Connection } from '../../platform/pool.ts';
import { inTransaction } from '../../platform/pool.ts';
import type { FlagClass } from '../../store/classes.ts';
import {
  addClassDecision,
  countClassFlags,
  findClass,
  gatherFlags,
  listClassDecisions,
  moveMembers,
  setClassStatus,
} from '../../store/classes.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../on-number.ts';
import { requireDesk } from '../pages.ts';
import { demandProof } from '../sign-in/step-up.ts';
import { tellBodies } from './open-class.ts';
import { readRule } from './read-rule.ts';
import { demandWords } from './rule-acts.ts';

/** Leaves flags out of the common decision that differ from the others, with the reason. */
export async function takeOut(
  ctx: AppContext,
  asker: Asker,
  classId: string,
  { flagIds, why }: { readonly flagIds: readonly string[]; readonly why: string },
): Promise<void> {
  demandWords(why, '/why');
  await onOpenClass(ctx, asker, classId, async (connection) => {
    const moved = await moveMembers(connection, classId, flagIds, { from: 'waiting', to: 'taken_out', why });
    return moved === flagIds.length ? null : refusal('class.flag_not_in', {}, '/flag_ids');
  });
}

/** Takes flags back among those that are decided in common. */
export async function putBack(
  ctx: AppContext,
  asker: Asker,
  classId: string,
  flagIds: readonly string[],
): Promise<void> {
  await onOpenClass(ctx, asker, classId, async (connection) => {
    const moved = await moveMembers(connection, classId, flagIds, { from: 'taken_out', to: 'waiting', why: null });
    return moved === flagIds.length ? null : refusal('class.flag_not_in', {}, '/flag_ids');
  });
}

export type CommonDecision = {
  readonly ruleRelied: string;
  readonly words: string;
  /** How many flags the reviewer saw waiting: what was not seen is not decided. */
  readonly seen: number;
};

/** Finds every waiting flag of the class misjudged. Each number gets its own decision from a job that can be broken off anywhere. */
export async function decideClass(
  ctx: AppContext,
  asker: Asker,
  classId: string,
  { ruleRelied, words, seen }: CommonDecision,
): Promise<void> {
  demandWords(words, '/words');
  if (ruleRelied.trim() === '') throw new RefusalError(refusal('case.rule_missing', {}, '/rule_relied'));
  const changed = await onOpenClass(ctx, asker, classId, async (connection, one) => {
    demandProof(ctx, asker, 'bulk');
    await gatherFlags(connection, one);
    const waiting = await countWaiting(connection, classId);
    if (waiting === 0) return refusal('class.nothing_waiting');
    // Kept although refused: whoever looks again sees what came meanwhile.
    if (waiting !== seen) return { kept: refusal('class.changed_meanwhile', { seen, waiting }, '/seen') };
    const round = (await listClassDecisions(connection, classId)).length + 1;
    const decision = { round, decidedBy: asker.actor.id, decidedAt: ctx.clock.now(), ruleRelied, words };
    await addClassDecision(connection, classId, { ...decision, finding: 'misjudged', finishedAt: null });
    await setClassStatus(connection, classId, 'working', null);
    await enqueue(connection, [{ name: 'work_classes', payload: {} }]);
    return null;
  });
  if (changed) throw new RefusalError(changed);
}

/** Ends a class without lifting anything more, with the reason: the rule was right after all. Bodies hear of that too. */
export async function dropClass(
  ctx: AppContext,
  asker: Asker,
  classId: string,
  { ruleRelied, words }: Omit<CommonDecision, 'seen'>,
): Promise<void> {
  demandWords(words, '/words');
  if (ruleRelied.trim() === '') throw new RefusalError(refusal('case.rule_missing', {}, '/rule_relied'));
  await onOpenClass(ctx, asker, classId, async (connection, one) => {
    demandProof(ctx, asker, 'bulk');
    const round = (await listClassDecisions(connection, classId)).length + 1;
    const at = ctx.clock.now();
    const decision = { round, decidedBy: asker.actor.id, decidedAt: at, ruleRelied, words, finishedAt: at };
    await addClassDecision(connection, classId, { ...decision, finding: 'grounded' });
    await setClassStatus(connection, classId, 'dropped', at);
    const { tally, tolerated } = await readRule(ctx, asker, one);
    await tellBodies(ctx, connection, one, 'dropped', { ...tally, tolerated });
    return null;
  });
}

type Change = (connection: Connection, one: FlagClass) => Promise<Refusal | { readonly kept: Refusal } | null>;

/** Changes a class that nobody else changes meanwhile. A refusal undoes it, unless what was found out is to be kept. */
async function onOpenClass(ctx: AppContext, asker: Asker, classId: string, change: Change): Promise<Refusal | null> {
  const carrierId = requireDesk(asker.actor);
  return await inTransaction(ctx.pool, async (connection) => {
    const one = await findClass(connection, classId, true);
    if (one?.carrierId !== carrierId) throw notFound();
    const objection = objectToClassAct(asker.actor, one);
    if (objection) throw new RefusalError(objection);
    const refused = await change(connection, one);
    if (refused && 'kept' in refused) return refused.kept;
    if (refused) throw new RefusalError(refused);
    return null;
  });
}

async function countWaiting(connection: Connection, classId: string): Promise<number> {
  const counts = await countClassFlags(connection, classId);
  return counts.filter(({ status }) => status === 'waiting').reduce((sum, { count }) => sum + count, 0);
}
