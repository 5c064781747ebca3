import type { BackTest } from '../../domain/back-tests/back-test.ts';
import { MOST_CHANGES } from '../../domain/back-tests/back-test.ts';
import type { Change } from '../../domain/back-tests/figures.ts';
import { addLine } from '../../domain/back-tests/figures.ts';
import type { RealOutcome } from '../../domain/back-tests/recorded.ts';
import type { Setting } from '../../domain/back-tests/replay.ts';
import { replayNumber } from '../../domain/back-tests/replay.ts';
import { compilePolicy } from '../../domain/policies/compile.ts';
import { addMs, msOf } from '../../domain/time.ts';
import { advanceBackTest, endBackTest, leaseBackTests, releaseBackTest } from '../../store/back-tests.ts';
import { isTransient } from '../../store/database-errors.ts';
import { enqueue } from '../../store/jobs.ts';
import { nextNumbers, readOutcomes, readRecorded } from '../../store/read-recorded.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';

/** Numbers read together and counted in one commit: some hundred milliseconds of work. */
const PART = 2_000;
/** How long one job works before it lets others have their turn, and the server stop. */
const TURN_MS = 4_000;
/** A worker that dies leaves its back-tests to the next one after this time. */
const LEASE_MS = 30_000;
const NONE: ReadonlyMap<string, RealOutcome> = new Map();

/** Works off the back-tests that nobody is at, a turn at a time. Broken off anywhere it goes on from the last commit. */
export async function workBackTests(ctx: AppContext, { part = PART }: Jobs['work_back_tests'] = {}): Promise<void> {
  for (const one of await leaseBackTests(ctx.pool, LEASE_MS)) {
    const goesOn = await workOff(ctx, one, part);
    if (!goesOn) continue;
    await releaseBackTest(ctx.pool, one.backTestId);
    await enqueue(ctx.pool, [{ name: 'work_back_tests', payload: {} }]);
  }
}

/** True when there is more to do. */
async function workOff(ctx: AppContext, one: BackTest, part: number): Promise<boolean> {
  const { backTestId, carrierId } = one;
  const setting = settingOf(one);
  const until = addMs(ctx.clock.now(), TURN_MS);
  let { afterNumber: after, changesKept } = one;
  while (ctx.clock.now() < until) {
    const began = ctx.clock.now();
    const numberIds = await nextNumbers(ctx.pool, carrierId, { after, limit: part });
    const to = numberIds.at(-1);
    if (to === undefined) {
      await endBackTest(ctx.pool, backTestId, { status: 'done', now: ctx.clock.now() });
      return false;
    }
    const found = await countPart(ctx, one, setting, numberIds).catch(async (error: unknown) => {
      // A database that went away comes back, and the next turn goes on; anything else would fail again each time.
      if (isTransient(error)) throw error;
      ctx.log.error({ err: error, backTest: backTestId, after }, 'a back-test could not be counted on');
      await endBackTest(ctx.pool, backTestId, { status: 'failed', fault: 'server.failed', now: ctx.clock.now() });
      return null;
    });
    if (!found) return false;
    const changes = found.slice(0, MOST_CHANGES - changesKept);
    const now = ctx.clock.now();
    const workedMs = Math.max(0, msOf(now) - msOf(began));
    const { figures } = one;
    const step = { backTestId, after, to, figures, changes, workedMs, leaseMs: LEASE_MS, now };
    if (!(await advanceBackTest(ctx.pool, step))) return false;
    changesKept += changes.length;
    after = to;
  }
  return true;
}

/** Adds these numbers to the figures; answers what changes on their lines. */
async function countPart(
  ctx: AppContext,
  { figures }: BackTest,
  setting: Setting,
  numberIds: readonly string[],
): Promise<(Change & { numberId: string })[]> {
  const outcomes = await readOutcomes(ctx.pool, numberIds);
  const changes: (Change & { numberId: string })[] = [];
  const connection = await ctx.pool.connect();
  let broken = true;
  try {
    await readRecorded(connection, numberIds, setting.until, (numberId, recorded) => {
      figures.read += recorded.length;
      for (const line of replayNumber(setting, recorded, outcomes.get(numberId) ?? NONE))
        for (const change of addLine(figures, line, setting.until)) changes.push({ numberId, ...change });
    });
    broken = false;
  } finally {
    // Rows may still be on their way: a connection that broke off in the middle is nobody's any more.
    connection.release(broken);
  }
  figures.numbers += numberIds.length;
  return changes;
}

function settingOf({ carrierId, from, until, base, draft }: BackTest): Setting {
  return {
    carrierId,
    from: msOf(from),
    until: msOf(until),
    base: base === null ? {} : compilePolicy(base),
    draft: compilePolicy(draft),
  };
}
