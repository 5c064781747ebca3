import { mayDraft } from '../../access/policies.ts';
import type { BackTest } from '../../domain/back-tests/back-test.ts';
import { LONGEST_MS } from '../../domain/back-tests/back-test.ts';
import { noFigures } from '../../domain/back-tests/figures.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import { inTransaction } from '../../platform/pool.ts';
import { addBackTest, endBackTest } from '../../store/back-tests.ts';
import { enqueue } from '../../store/jobs.ts';
import { findPolicy, findPolicyInForce } from '../../store/policies.ts';
import { countNumbers } from '../../store/read-recorded.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PolicyName } from '../policies/write-policy.ts';
import { requireBackTest, requireVersion } from './read-back-tests.ts';

/** `in_force`: the table in force now. `none`: as if there had been none. */
export type Against = 'in_force' | 'none' | PolicyName;
export type BackTestAsked = { readonly from: Instant; readonly until: Instant; readonly against: Against };

/** Begins to try a version on the facts of a past period. One at a time for a carrier: it reads the whole journal. */
export async function askBackTest(
  ctx: AppContext,
  asker: Asker,
  name: PolicyName,
  { from, until, against }: BackTestAsked,
): Promise<BackTest> {
  const { policy: draft } = await requireVersion(ctx, asker, name);
  requireOwner(asker);
  const askedAt = ctx.clock.now();
  if (from >= until) throw new RefusalError(refusal('back_test.bad_period', {}, '/from'));
  if (until > askedAt) throw new RefusalError(refusal('back_test.in_future', {}, '/until'));
  if (until > addMs(from, LONGEST_MS)) throw new RefusalError(refusal('back_test.too_long', {}, '/from'));
  const base = await requireBase(ctx, asker, draft.carrierId, against);
  if (base?.policyId === draft.policyId && base.version === draft.version)
    throw new RefusalError(refusal('back_test.against_itself', {}, '/against'));
  const one: BackTest = {
    backTestId: newId('backtest', askedAt, ctx.random),
    ...{ carrierId: draft.carrierId, draft, base, from, until, askedAt },
    ...{ status: 'running', fault: null, askedBy: asker.actor.id, endedAt: null },
    ...{ afterNumber: '0', workedMs: 0, changesKept: 0 },
    numbersAll: await countNumbers(ctx.pool, draft.carrierId),
    figures: noFigures(),
  };
  await inTransaction(ctx.pool, async (connection) => {
    if (!(await addBackTest(connection, one))) throw new RefusalError(refusal('back_test.one_at_a_time'));
    await enqueue(connection, [{ name: 'work_back_tests', payload: {} }]);
  });
  return one;
}

/** Ends one that is under way. What was counted so far stays and says that it is not all. */
export async function cancelBackTest(ctx: AppContext, asker: Asker, backTestId: string): Promise<void> {
  const one = await requireBackTest(ctx, asker, backTestId);
  requireOwner(asker);
  const ended = await endBackTest(ctx.pool, one.backTestId, { status: 'cancelled', now: ctx.clock.now() });
  if (!ended) throw new RefusalError(refusal('back_test.over', { status: one.status }));
}

function requireOwner({ actor }: Asker): void {
  if (!mayDraft(actor)) throw new RefusalError(refusal('access.denied'));
}

async function requireBase(ctx: AppContext, asker: Asker, carrierId: string, against: Against): Promise<Policy | null> {
  if (against === 'none') return null;
  if (against === 'in_force') return findPolicyInForce(ctx.pool, carrierId, ctx.clock.now());
  const found = await findPolicy(ctx.pool, against.policyId, against.version);
  if (found?.policy.carrierId !== asker.actor.carrierId)
    throw new RefusalError(refusal('back_test.unknown_table', {}, '/against'));
  return found.policy;
}
