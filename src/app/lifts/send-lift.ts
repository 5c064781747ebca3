import type { NumberState } from '../../domain/journal/state.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { Lift } from '../../domain/lifts/lift.ts';
import { findStep, isInFlight } from '../../domain/lifts/lift.ts';
import { enqueue } from '../../store/jobs.ts';
import { findSubscribers } from '../../store/webhooks.ts';
import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';
import { LIFT_EVENT } from '../webhooks/event-kinds.ts';
import { sendToSubscribers } from '../webhooks/publish-entry.ts';

/**
 * Sends a lift to one system and comes back after a growing pause until that system has confirmed or a human gave the
 * lift up. A carrier that nobody can send to is shown to a human and tried again all the same.
 */
export async function sendLift(
  ctx: AppContext,
  { numberId, liftId, system, attempt }: Jobs['send_lift'],
): Promise<void> {
  const { state } = await ctx.journal.load(numberId);
  const lift = state.lifts[liftId];
  const step = lift && findStep(lift, system);
  if (!lift || !isInFlight(lift) || !step || step.status === 'confirmed') return;
  const line = findLine(state, lift.line);
  if (line && (await findSubscribers(ctx.pool, line.carrierId, LIFT_EVENT)).length === 0) {
    await tellNobody(ctx, numberId, liftId, system);
  } else if (line) {
    const sourceId = `${liftId}/${system}/${attempt}`;
    // On record before it leaves: an answer that came first would be overwritten by "sent".
    if (step.attempts < attempt) await commandAsProduct(ctx, numberId, { do: 'send_lift', liftId, system }, sourceId);
    await sendToSubscribers(ctx, {
      carrierId: line.carrierId,
      kind: LIFT_EVENT,
      numberId,
      name: `${liftId}-${system}-${attempt}`,
      at: ctx.clock.now(),
      data: await orderFor(ctx, state, lift, system, attempt),
    });
  }
  const pause = Math.min(ctx.patience.liftRetryMs * 2 ** (attempt - 1), ctx.patience.liftRetryMaxMs);
  const payload = { numberId, liftId, system, attempt: attempt + 1 };
  await enqueue(ctx.pool, [{ name: 'send_lift', payload, afterMs: pause, key: `lift:${liftId}/${system}` }]);
}

async function orderFor(ctx: AppContext, state: NumberState, lift: Lift, system: string, attempt: number) {
  const line = findLine(state, lift.line);
  const systems = (line && (await ctx.books.of(line.carrierId)))?.systems;
  const measures = lift.flagIds.flatMap((id) => state.flags[id]?.reasons.measures ?? []);
  const functions = measures.map((measure) => measure.function).filter((one) => !systems || systems[one] === system);
  const digits = await ctx.numbers.digitsOf([state.numberId]);
  return {
    lift_id: lift.liftId,
    number_id: state.numberId,
    number: digits.get(state.numberId) ?? null,
    system,
    functions: [...new Set(functions)],
    flag_ids: lift.flagIds,
    because: lift.because,
    attempt,
  };
}

async function tellNobody(ctx: AppContext, numberId: string, liftId: string, system: string): Promise<void> {
  const subject = { kind: 'lift', id: liftId } as const;
  await commandAsProduct(
    ctx,
    numberId,
    { do: 'raise_attention', kind: 'lift_silent', subject, detail: system },
    `${liftId}/${system}`,
  );
}
