import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import { inTransaction } from '../../platform/pool.ts';
import { findActor } from '../../store/actors.ts';
import type { ClassDecision, ClassTask, FlagClass, TaskDone } from '../../store/classes.ts';
import {
  countClassFlags,
  findClass,
  finishDecision,
  leaseClasses,
  listClassDecisions,
  listUndone,
  markDone,
  renewLease,
  setClassStatus,
} from '../../store/classes.ts';
import { enqueue } from '../../store/jobs.ts';
import { listPauses, listTolerances, tallyOf } from '../../store/learning.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../run-command.ts';
import { tellBodies } from './open-class.ts';
import { startOfRun, toleratedOf } from './weigh-rule.ts';

const PART = 100;
/** So many flags a job: a server that stops waits for the jobs that run. */
const TURN = 2_000;
/** A worker that dies leaves its classes to the next one after this time. */
const LEASE_MS = 60_000;

/** Carries common decisions out, number by number. Broken off anywhere it goes on from there: each number knows whether it was done. */
export async function workClasses(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now();
  for (const classId of await leaseClasses(ctx.pool, now, addMs(now, LEASE_MS))) await workClass(ctx, classId);
}

async function workClass(ctx: AppContext, classId: string): Promise<void> {
  const one = await findClass(ctx.pool, classId);
  const decision = (await listClassDecisions(ctx.pool, classId)).at(-1);
  if (one?.status !== 'working' || !decision || decision.finishedAt !== null) return;
  const reviewer = await findActor(ctx.pool, decision.decidedBy);
  for (let worked = 0; ; worked += PART) {
    const tasks = await listUndone(ctx.pool, classId, decision.round, PART);
    if (tasks.length === 0) break;
    if (worked >= TURN) return await passOn(ctx, classId);
    const done = await Promise.all(tasks.map((task) => liftOne(ctx, { one, decision, reviewer, task })));
    await markDone(ctx.pool, classId, decision.round, done);
    await renewLease(ctx.pool, classId, addMs(ctx.clock.now(), LEASE_MS));
  }
  await finish(ctx, one, decision);
}

/** The rest is another job's. */
async function passOn(ctx: AppContext, classId: string): Promise<void> {
  await renewLease(ctx.pool, classId, ctx.clock.now());
  await enqueue(ctx.pool, [{ name: 'work_classes', payload: {} }]);
}

type Task = {
  readonly one: FlagClass;
  readonly decision: ClassDecision;
  readonly reviewer: (Actor & { readonly active: boolean }) | null;
  readonly task: ClassTask;
};

/** The decision on one number, in its own journal, under the reviewer's name and guards. */
async function liftOne(ctx: AppContext, { one, decision, reviewer, task }: Task): Promise<TaskDone> {
  if (!reviewer?.active) return { ...task, status: 'waiting', code: 'access.denied' };
  const { classId, policyId, version, ruleId } = one;
  const { ruleRelied, words, round } = decision;
  const key = `class:${classId}:${round}:${task.flagId}`;
  const rule = { policyId, version, ruleId };
  try {
    await runCommand(ctx, {
      actor: reviewer,
      numberId: task.numberId,
      command: { do: 'lift_as_class', classId, flagId: task.flagId, rule, ruleRelied, words },
      key: { key, requestHash: key },
      source: 'job',
      sourceId: classId,
      purpose: 'lift_as_class',
      reply: () => ({ class_id: classId }),
    });
    return { ...task, status: 'decided', code: null };
  } catch (error) {
    // One broken number holds up no other; it stays with its code, before the eyes of whoever decides next.
    if (!(error instanceof RefusalError)) {
      ctx.log.error({ err: error, number: task.numberId, class: classId }, 'a flag of a class was not decided');
      return { ...task, status: 'waiting', code: 'server.failed' };
    }
    const { code } = error.refusal;
    return { ...task, status: code === 'flag.not_active' ? 'over' : 'waiting', code };
  }
}

/** What one reviewer may not decide on waits for another; when nothing waits, the class is over and bodies are told. */
async function finish(ctx: AppContext, one: FlagClass, { round }: ClassDecision): Promise<void> {
  const { classId, carrierId } = one;
  const pauses = await listPauses(ctx.pool, carrierId, one);
  const tolerated = toleratedOf(await listTolerances(ctx.pool, carrierId), one);
  const tally = await tallyOf(ctx.pool, one, startOfRun(pauses));
  await inTransaction(ctx.pool, async (connection) => {
    if ((await findClass(connection, classId, true))?.status !== 'working') return;
    const at = ctx.clock.now();
    await finishDecision(connection, classId, round, at);
    const left = (await countClassFlags(connection, classId)).some(({ status }) => status === 'waiting');
    await setClassStatus(connection, classId, left ? 'open' : 'decided', left ? null : at);
    if (!left) await tellBodies(ctx, connection, one, 'decided', { ...tally, tolerated });
  });
}
